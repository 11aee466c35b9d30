using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads claims: the keys of a claim file are the names of the facts.</summary>
internal static class ClaimReader
{
    /// <summary>The keys under which the items and the region's own facts stand.</summary>
    private const string Items = "items",
        OwnFacts = "attributes";

    private static readonly ImmutableArray<string> ClaimKeys = [.. ClaimFields.All.Select(field => field.Key), Items, OwnFacts];

    private static readonly ImmutableArray<string> ItemKeys = [.. ItemFields.All.Select(field => field.Key), OwnFacts];

    public static Claim ReadFile(string path)
    {
        var problems = new ProblemLog();
        return Checked(NodeReader.ReadFile(path, problems), problems);
    }

    public static Claim ReadText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith('{') && ReadPlain(text, new("claim.json", 1, 1)) is { } plain)
            return plain;
        var problems = new ProblemLog();
        return Checked(
            NodeReader.ReadText(text.AsSpan().TrimStart().StartsWith("{") ? "claim.json" : "claim.yaml", text, problems),
            problems
        );
    }

    public static Claim ReadText(string text, FilePlace begins)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith('{') && ReadPlain(text, begins) is { } plain)
            return plain;
        try
        {
            var claim = ReadText(text);
            return claim with
            {
                Place = begins.Within(claim.Place!),
                Items = [.. claim.Items.Select(item => item with { Place = begins.Within(item.Place!) })],
            };
        }
        catch (InputException e)
        {
            throw new InputException([.. e.Problems.Select(problem => problem with { Place = begins.Within(problem.Place) })]);
        }
    }

    public static Claim ReadBytes(ReadOnlySpan<byte> utf8, FilePlace begins) =>
        (utf8 is [(byte)'{', ..] ? ClaimBytes.Read(utf8, begins) : null) ?? ReadText(Encoding.UTF8.GetString(utf8), begins);

    /// <summary>Reads a text that is to be JSON: one in YAML is refused.</summary>
    public static Claim ReadJson(string text)
    {
        if (ReadPlain(text, new("claim.json", 1, 1)) is { } plain)
            return plain;
        var problems = new ProblemLog();
        return Checked(NodeReader.ReadText("claim.json", text, problems), problems);
    }

    /// <summary>The claim of a text in JSON that is written as almost all are; null where nodes must be read.</summary>
    private static Claim? ReadPlain(string text, FilePlace begins)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(Math.Min(text.Length, NodeReader.LargestFile)));
        try
        {
            return text.Length > NodeReader.LargestFile
                ? null
                : ClaimBytes.Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), begins);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public static Claim Read(Node node) => Stated(node.Begins("")) with { Items = [.. Needed(node, Items).Items().Select(Item)] };

    /// <summary>A claim as a settlement states it: its items may not be told.</summary>
    public static Claim ReadSettled(Node node) => node.Optional(Items) is null ? Stated(node) : Read(node);

    private static Claim Stated(Node node)
    {
        ChineseClaim.Read(node);
        node.OnlyKeys(ClaimNames.OfClaim, ClaimKeys.AsSpan());
        return ReadFacts(node, Needed(node, "discharged").Date());
    }

    /// <summary>The keys of a claim, for a mapping that states its facts beside others.</summary>
    public static IEnumerable<string> FactKeys => ClaimKeys.Except(["discharged", Items]);

    /// <summary>The facts of a claim without its day of discharge and its items.</summary>
    public static Claim ReadFacts(Node node, DateOnly discharged)
    {
        var claim = new Claim
        {
            Place = node.Place,
            Discharged = discharged,
            Attributes = Attributes(node),
        };
        foreach (var field in ClaimFields.All)
            if (field.Key != "discharged" && node.Optional(field.Key) is { } value)
                field.Read(claim, value);
        return claim;
    }

    /// <summary>An item of a bill.</summary>
    public static FeeItem Item(Node node)
    {
        ChineseClaim.ReadItem(node);
        node.OnlyKeys(ClaimNames.OfItem, ItemKeys.AsSpan());
        var item = new FeeItem
        {
            Place = node.Place,
            Amount = node.Needed("amount", ClaimNames.OfItem("amount")).Money(),
            Attributes = Attributes(node),
        };
        foreach (var field in ItemFields.All)
            if (field.Key != "amount" && node.Optional(field.Key) is { } value)
                field.Read(item, value);
        return item;
    }

    private static Node Needed(Node node, string key) => node.Needed(key, ClaimNames.OfClaim(key));

    private static ImmutableDictionary<string, string> Attributes(Node node) =>
        node.Optional(OwnFacts) is { } attributes
            ? attributes
                .Entries()
                .DistinctBy(entry => entry.Key.Raw)
                .ToImmutableDictionary(entry => entry.Key.Raw, entry => entry.Value.Plain(), StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;

    private static Claim Checked(Node? node, ProblemLog problems)
    {
        var claim = node is null ? null : Read(node);
        problems.ThrowForInput();
        return claim!;
    }
}
