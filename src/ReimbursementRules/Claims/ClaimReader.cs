using System.Collections.Immutable;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads claims: the keys of a claim file are the names of the facts.</summary>
internal static class ClaimReader
{
    private static readonly ImmutableArray<string> ClaimKeys =
    [
        "id", "discharged", "admitted", "filed", "setting", "location", "referral", "emergency", "channel", "cause", "disease", "department", "admission", "account_balance",
        "approved", "transferred", "liable_share", "days_since_discharge", "providers_today", "visits_this_month",
        "member.id", "scheme", "born", "age", "sex", "retired", "poverty", "enrolment", "duplicate_enrolment",
        "provider.id", "hospital.level", "hospital.tier", "hospital.ownership", "provider.agreement", "provider.designated", "provider.permitted", "items", "attributes",
    ];

    private static readonly ImmutableArray<string> ItemKeys =
    [
        "code", "name", "amount", "class", "kind", "first_self_pay", "quantity", "ceiling_price", "date", "days_of_supply", "essential", "purchase_price", "days_since_same", "moved_from", "attributes",
    ];

    public static Claim ReadFile(string path)
    {
        var problems = new List<Problem>();
        return Checked(NodeReader.ReadFile(path, problems), problems);
    }

    public static Claim ReadText(string text)
    {
        var problems = new List<Problem>();
        return Checked(NodeReader.ReadText(text.AsSpan().TrimStart().StartsWith("{") ? "claim.json" : "claim.yaml", text, problems), problems);
    }

    public static Claim Read(Node node) => Stated(node) with { Items = [.. node["items"].Items().Select(Item)] };

    /// <summary>A claim as a settlement states it: its items may not be told.</summary>
    public static Claim ReadSettled(Node node) => node.Optional("items") is null ? Stated(node) : Read(node);

    private static Claim Stated(Node node)
    {
        node.OnlyKeys(ClaimKeys.AsSpan());
        return ReadFacts(node, node["discharged"].Date());
    }

    /// <summary>The keys of a claim, for a mapping that states its facts beside others.</summary>
    public static IEnumerable<string> FactKeys => ClaimKeys.Except(["discharged", "items"]);

    /// <summary>The facts of a claim without its day of discharge and its items.</summary>
    public static Claim ReadFacts(Node node, DateOnly discharged) => new()
    {
        Place = node.Place,
        Id = Text(node, "id"),
        Discharged = discharged,
        Admitted = node.Optional("admitted")?.Date(),
        Filed = node.Optional("filed")?.Date(),
        Setting = Word<Setting>(node, "setting"),
        Location = Word<Location>(node, "location"),
        Referral = Word<Referral>(node, "referral"),
        Emergency = node.Optional("emergency")?.YesNo(),
        Channel = Word<Channel>(node, "channel"),
        Cause = Word<Cause>(node, "cause"),
        Disease = node.Optional("disease")?.Text(),
        Department = node.Optional("department")?.Text(),
        Admission = node.Optional("admission")?.Whole(1, 1000),
        Approved = node.Optional("approved")?.Date(),
        Transferred = node.Optional("transferred")?.YesNo(),
        LiableShare = node.Optional("liable_share")?.Rate(),
        DaysSinceDischarge = node.Optional("days_since_discharge")?.Whole(0, Facts.Never),
        ProvidersToday = node.Optional("providers_today")?.Whole(1, 1000),
        VisitsThisMonth = node.Optional("visits_this_month")?.Whole(1, 1000),
        AccountBalance = node.Optional("account_balance")?.Money() ?? Money.Zero,
        Member = Member(node),
        Provider = Provider(node),
        Attributes = Attributes(node),
    };

    /// <summary>The facts of a member that a mapping states.</summary>
    public static Member Member(Node node) => new()
    {
        Id = Text(node, "member.id"),
        Scheme = Word<Scheme>(node, "scheme"),
        Born = node.Optional("born")?.Date(),
        Age = node.Optional("age")?.Whole(0, 150),
        Sex = Word<Sex>(node, "sex"),
        Retired = node.Optional("retired")?.YesNo(),
        Poverty = Word<Poverty>(node, "poverty"),
        Enrolment = Word<Enrolment>(node, "enrolment"),
        DuplicateEnrolment = node.Optional("duplicate_enrolment")?.YesNo(),
    };

    private static Provider Provider(Node node) => new()
    {
        Id = Text(node, "provider.id"),
        Level = Word<HospitalLevel>(node, "hospital.level"),
        Tier = Word<HospitalTier>(node, "hospital.tier"),
        Ownership = Word<Ownership>(node, "hospital.ownership"),
        Agreement = Word<Agreement>(node, "provider.agreement"),
        Designated = node.Optional("provider.designated")?.YesNo(),
        Permitted = node.Optional("provider.permitted")?.YesNo(),
    };

    public static FeeItem Item(Node node)
    {
        node.OnlyKeys(ItemKeys.AsSpan());
        return new()
        {
            Place = node.Place,
            Code = Text(node, "code"),
            Name = Text(node, "name"),
            Amount = node["amount"].Money(),
            Class = Word<CatalogueClass>(node, "class"),
            Kind = Word<ItemKind>(node, "kind"),
            FirstSelfPay = node.Optional("first_self_pay")?.Rate(),
            Quantity = node.Optional("quantity")?.Number(),
            CeilingPrice = node.Optional("ceiling_price")?.Money(),
            Date = node.Optional("date")?.Date(),
            DaysOfSupply = node.Optional("days_of_supply")?.Whole(0, 10_000),
            Essential = node.Optional("essential")?.YesNo(),
            PurchasePrice = node.Optional("purchase_price")?.Money(),
            DaysSinceSame = node.Optional("days_since_same")?.Whole(0, Facts.Never),
            MovedFrom = node.Optional("moved_from")?.Text(),
            Attributes = Attributes(node),
        };
    }

    private static ImmutableDictionary<string, string> Attributes(Node node) =>
        node.Optional("attributes") is { } attributes
            ? attributes.Entries().DistinctBy(entry => entry.Key.Raw).ToImmutableDictionary(entry => entry.Key.Raw, entry => entry.Value.Text(), StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;

    private static string Text(Node node, string key) => node.Optional(key)?.Text() ?? "";

    private static T? Word<T>(Node node, string key)
        where T : struct, Enum
    {
        if (node.Optional(key) is not { } value)
            return null;
        var words = Facts.WordsOf<T>();
        return Enum.GetValues<T>()[Array.IndexOf(words, value.OneOf(words))];
    }

    private static Claim Checked(Node? node, List<Problem> problems)
    {
        var claim = node is null ? null : Read(node);
        return problems.Count == 0 ? claim! : throw new ClaimException(problems);
    }
}
