using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contributions;

/// <summary>Reads contributors: their keys are the names of the facts, as in a claim.</summary>
internal static class ContributorReader
{
    private static readonly KeyTable AccountKeys = new(
        Need("balance", ValueForms.Money, "余额：家庭账户余额", "what is in it"),
        May("persons_paid", ValueForms.Whole(0, 1000), "已付人数：家庭账户今年已付几人", "for how many persons it has paid")
    );

    private static readonly KeyTable OwnKeys = new(
        Need("on", ValueForms.Day, "日子：缴哪个周期，其中的一天", "a day of the period for which is paid"),
        May("paid", ValueForms.Day, "已缴：缴费那天", "the day of the payment"),
        May("amounts", ValueForms.ByName(ValueForms.Money), "申报的金额：如缴费工资，按名称", "amounts by their names, such as the wage"),
        May(
            "days",
            ValueForms.ByName(ValueForms.Day),
            "日子们：期限从哪天算，按名称",
            "days by their names, from which a payment may wait"
        ),
        May("heads", ValueForms.Whole(0, long.MaxValue), "人头：同样的有几人", "how many members alike"),
        May("account", AccountKeys.Schema, "个人账户：家人的", "a family member's account")
    );

    /// <summary>What a claim states of a member, without its number, and its enrolment, which paying in is about.</summary>
    internal static ImmutableArray<Field<Claim>> MemberFields { get; } =
    [.. ClaimFields.OfMember.Where(field => field.Key is not ("member.id" or "enrolment"))];

    /// <summary>All keys, in the order in which messages list them.</summary>
    private static readonly ImmutableArray<string> Known = [.. MemberFields.Select(field => field.Key), .. OwnKeys.Names, "attributes"];

    /// <summary>The form of a contributor.</summary>
    public static JsonObject Form(SchemaDraft draft) => ClaimForm.Beside(OwnKeys, MemberFields, draft);

    public static Contributor ReadFile(string path)
    {
        var problems = new ProblemLog();
        return Checked(NodeReader.ReadFile(path, problems), problems);
    }

    public static Contributor ReadText(string text)
    {
        var problems = new ProblemLog();
        return Checked(
            NodeReader.ReadText(text.AsSpan().TrimStart().StartsWith("{") ? "contributor.json" : "contributor.yaml", text, problems),
            problems
        );
    }

    public static Contributor Read(Node node)
    {
        ChineseClaim.Read(node);
        node.OnlyKeys(Known.AsSpan());
        var on = node["on"].Date();
        return new()
        {
            Place = node.Place,
            On = on,
            Paid = node.Optional("paid")?.Date(),
            Member = ClaimReader.ReadFacts(node, on).Member,
            Amounts = Named(node.Optional("amounts"), amount => amount.Money()),
            Days = Named(node.Optional("days"), day => day.Date()),
            Heads = node.Optional("heads")?.Whole() ?? 1,
            Account = node.Optional("account") is { } account ? Account(account) : null,
            Attributes = Named(node.Optional("attributes"), word => word.Plain()),
        };
    }

    private static FamilyAccount Account(Node node)
    {
        node.OnlyKeys(AccountKeys);
        return new(node["balance"].Money(), node.Optional("persons_paid")?.Whole(0, 1000) ?? 0);
    }

    private static ImmutableDictionary<string, T> Named<T>(Node? node, Func<Node, T> read) =>
        (node?.Entries() ?? [])
            .DistinctBy(entry => entry.Key.Raw)
            .ToImmutableDictionary(entry => entry.Key.Raw, entry => read(entry.Value), StringComparer.Ordinal);

    private static Contributor Checked(Node? node, ProblemLog problems)
    {
        var contributor = node is null ? null : Read(node);
        problems.ThrowForInput();
        return contributor!;
    }
}
