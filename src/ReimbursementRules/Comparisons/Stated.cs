using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Comparisons;

/// <summary>Something that a rulebook names, and what it says of it beside its tables.</summary>
/// <param name="Name">Its name, such as <c>payers.resident_fund</c> or <c>basic.share</c>.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Keys">Its keys and what they say, each with its place.</param>
internal sealed record Stated(string Name, PolicySource Source, IReadOnlyList<(string Key, string Says, FilePlace Place)> Keys)
{
    private static readonly string[] Told = ["id", "title", "note", "reference", "href", "message", "criteria"];

    /// <summary>What the index names, save parameters and lists, and how the catalogue treats prices above a ceiling.</summary>
    public static IEnumerable<Stated> OfIndex(Policy policy)
    {
        var index = policy.Indexes[^1];
        yield return new(
            "index",
            new(index.Place, ""),
            [
                .. KeysOf(index, ["from", "status", "held_against", "base", "benefit_year", "rounding"])
                    .Where(key => policy.OneDay is null || key.Key != "from"),
            ]
        );
        foreach (var section in (string[])["payers", "facts"])
        foreach (
            var entry in policy
                .Indexes.SelectMany(node => node.Optional(section)?.Pairs ?? [])
                .GroupBy(entry => entry.Key.Raw, StringComparer.Ordinal)
        )
            yield return Of($"{section}.{entry.Key}", entry.Last().Key, entry.Last().Value);
        if (policy.Indexes.LastOrDefault(node => node.Optional("calendar") is not null)?["calendar"] is { } calendar)
            yield return Of("calendar", calendar, calendar);
        yield return new("catalogue", new(policy.Catalogue.Place, ""), [.. Catalogue(policy)]);
    }

    /// <summary>What stands in files of their own: gates, episodes, registers, checklists, targets.</summary>
    public static IEnumerable<Stated> OfFiles(Policy policy) =>
        policy.Files.SelectMany(file => file.Pairs).SelectMany(list => Entries(list.Key.Raw, list.Value));

    /// <summary>Contracts and contributions, down to each dated value.</summary>
    public static IEnumerable<Stated> OfValues(Policy policy) =>
        policy.ValueFiles.SelectMany(file => file.Pairs).SelectMany(section => Within(section.Key.Raw, section.Value));

    /// <summary>A layer or a step of one, without its tables.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="node">Its node.</param>
    /// <param name="tables">The names of the tables of its rulebook.</param>
    public static Stated Of(string name, Node node, IEnumerable<string> tables)
    {
        string[] without =
        [
            .. Told,
            "applies",
            "items",
            "steps",
            "from",
            "until",
            .. tables
                .Where(table => table.StartsWith(name + ".", StringComparison.Ordinal))
                .Select(table => table[(name.Length + 1)..].Split('.')[0]),
        ];
        return new(name, new(node.Place, ""), [.. Without(node, without), .. Parts(node)]);
    }

    /// <summary>The parts that changes of a rate name beside their tables.</summary>
    private static IEnumerable<(string Key, string Says, FilePlace Place)> Parts(Node node) =>
        from change in (node.Optional("adjust")?.Elements ?? []).Index()
        let part = change.Item.Optional("part")
        where part is not null
        select ($"adjust.{change.Index + 1}.part", part.Raw, part.Place);

    private static Stated Of(string name, Node at, Node node) =>
        new(
            name,
            new(at.Place, node.Optional("reference")?.Raw ?? ""),
            node.IsMapping ? [.. Without(node, Told)] : [("", NodeText.Of(node), at.Place)]
        );

    /// <summary>What a node says, and what stands within it under ids, days or keys with a reference of their own.</summary>
    private static IEnumerable<Stated> Within(string name, Node node)
    {
        var entries = node.IsSequence
            ? node.Elements.Select(element => (Key: element["id"].Raw, Node: element)).ToList()
            : [.. node.Pairs.Where(pair => HasEntries(pair.Value)).Select(pair => (pair.Key.Raw, pair.Value))];
        if (node.IsMapping)
            yield return new(
                name,
                new(node.Place, node.Optional("reference")?.Raw ?? ""),
                [.. Without(node, [.. Told, .. entries.Select(entry => entry.Key)])]
            );
        foreach (var stated in entries.SelectMany(entry => Within($"{name}.{entry.Key}", entry.Node)))
            yield return stated;
    }

    private static bool HasEntries(Node node) =>
        node.IsSequence
            ? node.Elements.Count > 0 && node.Elements.All(element => element.Optional("id") is not null)
            : node.Optional("reference") is not null || node.Pairs.Any(pair => HasEntries(pair.Value));

    /// <summary>The entries of a file: of a list by their ids, of a mapping by their keys. What a gate asks is a table.</summary>
    private static IEnumerable<Stated> Entries(string section, Node entries)
    {
        foreach (var (key, entry) in entries.Pairs)
            yield return Of($"{section}.{key.Raw}", key, entry);
        foreach (var entry in entries.Elements.Where(entry => entry.Optional("id") is not null))
        {
            var stated = Of($"{section}.{entry["id"].Raw}", entry, entry);
            yield return section == "gates"
                ? stated with
                {
                    Keys = [.. stated.Keys.Where(key => key.Key is not ("from" or "until" or "when" or "item" or "then"))],
                }
                : stated;
            foreach (var criterion in entry.Optional("criteria")?.Elements ?? [])
                yield return Of($"{stated.Name}.{criterion["id"].Raw}", criterion, criterion);
        }
    }

    private static IEnumerable<(string Key, string Says, FilePlace Place)> Catalogue(Policy policy)
    {
        yield return ("ceiling", policy.Catalogue.Ceiling.ToString().ToLowerInvariant(), policy.Catalogue.Place);
        if (policy.Catalogue.DecidedBy is { } day)
            yield return ("decided_by", day.ToString().ToLowerInvariant(), policy.Catalogue.Place);
    }

    private static IEnumerable<(string Key, string Says, FilePlace Place)> KeysOf(Node node, string[] keys) =>
        node.Pairs.Where(pair => keys.Contains(pair.Key.Raw)).Select(pair => (pair.Key.Raw, NodeText.Of(pair.Value), pair.Key.Place));

    private static IEnumerable<(string Key, string Says, FilePlace Place)> Without(Node node, string[] without) =>
        node.Pairs.Where(pair => !without.Contains(pair.Key.Raw)).Select(pair => (pair.Key.Raw, NodeText.Of(pair.Value), pair.Key.Place));
}
