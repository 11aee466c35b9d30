using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contributions;

/// <summary>Reads contributors: their keys are the names of the facts, as in a claim.</summary>
internal static class ContributorReader
{
    private static readonly ImmutableArray<string> OwnKeys = ["on", "paid", "amounts", "days", "heads", "account", "attributes"];

    /// <summary>What a claim states of a member, without its number, and its enrolment, which paying in is about.</summary>
    internal static ImmutableArray<Field<Claim>> MemberFields { get; } =
    [.. ClaimFields.OfMember.Where(field => field.Key is not ("member.id" or "enrolment"))];

    private static readonly ImmutableArray<string> OfMember = [.. MemberFields.Select(field => field.Key)];

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
        node.OnlyKeys([.. OfMember, .. OwnKeys]);
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
        node.OnlyKeys("balance", "persons_paid");
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
