using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contributions;

/// <summary>Reads <c>contributions.yaml</c>: what members and others pay in.</summary>
internal static class ContributionReader
{
    /// <summary>The names that stand for themselves in a contribution and so cannot be a payer's.</summary>
    public static readonly string[] ReservedNames =
    [
        "member",
        "account",
        "cash",
        "total",
        "parts",
        "due",
        "credits",
        "history",
        "applies",
        "findings",
        "invalid",
    ];

    /// <summary>The most months for which a payment may wait, included.</summary>
    public const int MostMonths = 120;

    /// <summary>What is paid in; null where the rulebook does not say.</summary>
    public static ContributionsPolicy? Read(PolicyFiles files) => files["contributions.yaml"] is { } file ? Read(file) : null;

    private static ContributionsPolicy Read(Node node)
    {
        node.OnlyKeys(ContributionKeys.File);
        var payers = (node.Optional("payers")?.Entries() ?? []).Select(entry => Payer(entry.Key, entry.Value)).ToList();
        var plans = node["contributions"].Items().Select(Plan).ToList();
        Ids.Once(node["contributions"], "contributions", "缴费项目");
        return new(payers, plans);
    }

    private static ContributionPayerPolicy Payer(Node id, Node node)
    {
        node.OnlyKeys(ContributionKeys.Payer);
        if (ReservedNames.Contains(id.Raw))
            id.Wrong(
                "payer.reserved",
                $"'{id.Raw}' cannot be the name of a payer: a contribution uses it for something else. Choose another. "
                    + $"Taken: {string.Join(", ", ReservedNames)}.",
                $"“{id.Raw}”不能作支付方名称：缴费结果另有用途。请换名称。已占用：{string.Join(", ", ReservedNames)}。"
            );
        return new(id.Id(), node["title"].Bilingual());
    }

    private static ContributionPolicy Plan(Node node)
    {
        node.OnlyKeys(ContributionKeys.Plan);
        node.Optional("note")?.OneOrBoth();
        var per = node["per"].OneOf("year", "month") is "month" ? Period.Month : Period.Year;
        var year = node.Optional("year_starts");
        if (year is not null && per == Period.Month)
            year.Wrong(
                "year.starts",
                "what is paid by the month has no first day of the year. Leave the line out.",
                "按月缴费没有年度起始日。请删去该行。"
            );
        var parts = node["parts"].Items().Select(Part).ToList();
        if (node["parts"] is { IsSequence: true, Elements.Count: 0 } none)
            none.Wrong("list.empty", "a contribution has at least one part.", "缴费项目至少应有一个部分。");
        Ids.Once(node["parts"], "parts", "部分");
        var bounds = (node.Optional("bounds")?.Items() ?? []).Select(Bound).ToList();
        if (node.Optional("bounds") is { } list)
            Ids.Once(list, "bounds", "界限");
        return new()
        {
            Id = node["id"].Id(),
            Title = node["title"].Bilingual(),
            From = node.Optional("from")?.FirstDay(),
            Until = DaysReader.End(node.Optional("until")),
            Per = per,
            Year = year is null ? null : IndexReader.YearStart(year),
            Applies = ConditionReader.Read(node.Optional("applies")),
            Parts = parts,
            Bounds = bounds,
            Place = node.Place,
        };
    }

    private static ContributionPartPolicy Part(Node node)
    {
        node.OnlyKeys(ContributionKeys.Part);
        node.Optional("note")?.OneOrBoth();
        var (amount, @base, rate) = (node.Optional("amount"), node.Optional("base"), node.Optional("rate"));
        if (node.IsMapping && ((amount is null) == (@base is null) || (@base is null) != (rate is null)))
            node.Wrong(
                "contribution.amount",
                "a part has either 'amount', or 'base' with its 'rate'.",
                "每个部分应有“amount”，或“base”及其“rate”。"
            );
        if (@base is null)
            foreach (var end in (Node?[])[node.Key("at_least"), node.Key("at_most")])
                end?.Wrong(
                    "contribution.base",
                    $"'{end.Raw}' bounds a base, and this part has none. Write 'base' with its 'rate', or leave it out.",
                    $"“{end.Raw}”是缴费基数的界限，而本部分没有基数。请写“base”及其“rate”，或删去。"
                );
        return new()
        {
            Id = node["id"].Id(),
            Title = node["title"].Bilingual(),
            Payer = node["payer"].Word(),
            Amount = Table(amount, AmountPolicy.Read, TableForm.Amounts),
            Base = @base?.NameWord(),
            AtLeast = Table(@base is null ? null : node.Optional("at_least"), AmountPolicy.Read, TableForm.Amounts),
            AtMost = Table(@base is null ? null : node.Optional("at_most"), AmountPolicy.Read, TableForm.Amounts),
            Rate = Table(rate, value => value.Rate(), TableForm.Rates),
            Factor = Table(node.Optional("factor"), value => value.Rate(), TableForm.Rates),
            PaidBy = Table(node.Optional("paid_by"), Takeovers, ContributionKeys.PaidBy),
            Due = Table(node.Optional("due"), Deferral, ContributionKeys.Due),
            Account = node.Optional("account") is { } account ? TableReader.History(account, Account) : [],
            Credits = node.Optional("credits") is { } credits ? Credits(credits, @base is not null) : null,
        };
    }

    private static CreditPolicy Credits(Node node, bool hasBase)
    {
        node.OnlyKeys(ContributionKeys.Credits);
        var (share, rate, amount) = (node.Optional("share"), node.Optional("rate"), node.Optional("amount"));
        if (node.IsMapping && new[] { share, rate, amount }.Count(one => one is not null) != 1)
            node.Wrong(
                "contribution.credits",
                "a credit has one of 'share', of the part, 'rate', of its base, and 'amount'.",
                "划入应写以下之一：“share”（本部分的份额）、“rate”（基数的比例）或“amount”（金额）。"
            );
        else if (rate is not null && !hasBase)
            rate.Wrong(
                "contribution.credits",
                "a rate is of a base, and this part has none. Write 'share', of the part, or 'amount'.",
                "“rate”按缴费基数计算，而本部分没有基数。请写“share”（本部分的份额）或“amount”。"
            );
        return new(
            node["account"].Word(),
            Table(share, value => value.Rate(), TableForm.Rates),
            Table(rate, value => value.Rate(), TableForm.Rates),
            Table(amount, AmountPolicy.Read, TableForm.Amounts)
        );
    }

    private static DatedTablePolicy<T>? Table<T>(Node? node, Func<Node, T> read, TableForm form) =>
        node is null ? null : TableReader.Read(node, row => read(row["value"]), form);

    private static TakeoversPolicy Takeovers(Node value)
    {
        if (value is { IsScalar: true, Raw: "none" })
            return new([], value.Place);
        List<(Word Payer, Rate Share)> shares = [.. value.Entries().Select(entry => (entry.Key.Word(), entry.Value.Rate()))];
        if (shares.Sum(one => (long)one.Share.Millionths) > Rate.WholeMillionths)
            value.Wrong(
                "contribution.taker",
                "the shares are above 100%. No more can be taken over than is owed.",
                "各方比例合计超过 100%。代缴不能超过应缴额。"
            );
        return new(shares, value.Place);
    }

    private static DeferralPolicy? Deferral(Node value)
    {
        if (value is { IsScalar: true, Raw: "none" })
            return null;
        value.OnlyKeys(ContributionKeys.Deferral);
        return new(value["after"].NameWord(), value["months"].Whole(0, MostMonths));
    }

    private static Dated<FamilyAccountPolicy> Account(Node from, Node node)
    {
        node.OnlyKeys(ContributionKeys.Account);
        return new(
            from.FirstDay(),
            new(node["persons"].Whole(0, 100), new(IndexReader.YearStart(node["from"]), IndexReader.YearStart(node["until"]))),
            TableReader.Source(node, from.Place)
        );
    }

    private static ContributionBoundPolicy Bound(Node node)
    {
        node.OnlyKeys(ContributionKeys.Bound);
        var must = node.Optional("must");
        var should = node.Optional("should");
        if (node.IsMapping && (must is null) == (should is null))
            node.Wrong("target.bound", "a bound has either 'must' or 'should'.", "界限应有“must”或“should”之一。");
        var (least, most) = (must ?? should) is { } bound ? Ends(bound) : default;
        return new(
            node["id"].Id(),
            node["title"].Bilingual(),
            node["of"].Word(),
            must is null,
            least,
            most,
            TableReader.Source(node, node.Place)
        );
    }

    private static (AmountPolicy? Least, AmountPolicy? Most) Ends(Node node)
    {
        node.OnlyKeys(ContributionKeys.Ends);
        var (least, most) = (node.Optional("at_least"), node.Optional("at_most"));
        if (node.IsMapping && (least is null) == (most is null))
            node.Wrong("target.bound", "a bound states one of at_least, at_most here.", "此处的界限应写 at_least、at_most 之一。");
        return (least is null ? null : AmountPolicy.Read(least), most is null ? null : AmountPolicy.Read(most));
    }
}
