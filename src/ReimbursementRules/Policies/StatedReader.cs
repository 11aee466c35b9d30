using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Takes down what files state beside the values of tables, for comparisons. Titles and notes are not compared.</summary>
internal static class StatedReader
{
    /// <summary>The name under which what the index itself says stands.</summary>
    public static readonly StatedName Index = new(null, "index");

    private static readonly string[] Told = ["id", "title", "note", "reference", "href", "message", "criteria"];
    private static readonly string[] OfLayer = [.. Told, "applies", "items", "steps", "from", "until"];
    private static readonly string[] OfTheIndex = ["from", "status", "held_against", "base", "benefit_year", "age_on", "rounding"];
    private static readonly string[] OfGate = [.. Told, "from", "until", "when", "item", "then"];

    /// <summary>What the index names, save parameters and lists, and how the catalogue treats prices above a ceiling.</summary>
    /// <param name="indexes">The indexes of the folders that the policy is made of; the nearest last.</param>
    /// <param name="catalogue">The catalogue.</param>
    public static IReadOnlyList<Stated> OfIndex(IReadOnlyList<Node> indexes, CataloguePolicy catalogue)
    {
        var index = indexes[^1];
        List<Stated> all =
        [
            new(Index, new(index.Place, ""), [.. index.Pairs.Where(pair => OfTheIndex.Contains(pair.Key.Raw)).Select(Key)]),
        ];
        foreach (var section in (string[])["payers", "facts"])
        {
            var within = new StatedName(null, section);
            foreach (var (key, value) in Nearest(indexes, section))
                all.Add(section == "facts" ? OfFact(new(within, key.Raw), key, value) : Of(new(within, key.Raw), key, value));
        }

        if (indexes.LastOrDefault(node => node.Optional("calendar") is not null)?["calendar"] is { } calendar)
            all.Add(Of(new(null, "calendar"), calendar, calendar));
        all.Add(new(new(null, "catalogue"), new(catalogue.Place, ""), [.. Catalogue(catalogue)]));
        return all;
    }

    /// <summary>A fact, whose words are the same with titles and without.</summary>
    private static Stated OfFact(StatedName name, Node key, Node node)
    {
        var stated = Of(name, key, node);
        return node.IsMapping && node.Optional("words") is { IsMapping: true } words
            ? stated with
            {
                Keys = [.. stated.Keys.Select(one => one.Key == "words" ? one with { Says = NodeText.OfWords(words) } : one)],
            }
            : stated;
    }

    /// <summary>The entries of a section of several indexes; of those with one name the last, where the first of them stands.</summary>
    private static IReadOnlyList<KeyValuePair<Node, Node>> Nearest(IReadOnlyList<Node> indexes, string section)
    {
        if (indexes.Count == 1 && indexes[0].Optional(section)?.Pairs is { } only && AreUnlike(only))
            return only;
        return
        [
            .. indexes
                .SelectMany(node => node.Optional(section)?.Pairs ?? [])
                .GroupBy(entry => entry.Key.Raw, StringComparer.Ordinal)
                .Select(entries => entries.Last()),
        ];
    }

    private static bool AreUnlike(IReadOnlyList<KeyValuePair<Node, Node>> entries)
    {
        var names = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        return entries.All(entry => names.Add(entry.Key.Raw));
    }

    /// <summary>The entries of files of their own.</summary>
    public static IReadOnlyList<Stated> OfFiles(IEnumerable<Node> files) =>
        [.. files.SelectMany(file => file.Pairs).SelectMany(list => Entries(new(null, list.Key.Raw), list.Value))];

    /// <summary>Contracts and contributions, down to each dated value.</summary>
    public static IReadOnlyList<Stated> OfValues(IEnumerable<Node> files) =>
        [.. files.SelectMany(file => file.Pairs).SelectMany(section => Within(new(null, section.Key.Raw), section.Value))];

    /// <summary>What a layer or a step states, without its tables.</summary>
    /// <param name="node">Its node.</param>
    /// <param name="tables">The keys of its tables.</param>
    public static IReadOnlyList<StatedKey> OfLayerOrStep(Node node, IReadOnlyList<string> tables) =>
        (StatedKey[])
            [
                .. node.Pairs.Where(pair => !tables.Contains(pair.Key.Raw) && !IsTold(node, pair.Key.Raw)).Select(Key),
                .. Parts(node),
                .. Ceiling(node, tables),
            ];

    /// <summary>Whether a key is told elsewhere. The items of a layer are, case by case; those of a step are stated.</summary>
    private static bool IsTold(Node node, string key) => OfLayer.Contains(key) && (key != "items" || node.Optional("kind") is null);

    /// <summary>The parts that changes of a rate name beside their tables.</summary>
    private static IEnumerable<StatedKey> Parts(Node node) =>
        from change in (node.Optional("adjust")?.Elements ?? []).Index()
        let part = change.Item.Optional("part")
        where part is not null
        select new StatedKey($"adjust.{change.Index + 1}.part", part.Raw, part.Place);

    /// <summary>What a step says of a ceiling beside its amounts.</summary>
    private static IEnumerable<StatedKey> Ceiling(Node node, IReadOnlyList<string> tables) =>
        tables.Contains("at_most") && node.Optional("at_most") is { IsMapping: true } ceiling
            ? Without(ceiling, ["amount"]).Select(said => said with { Key = $"at_most.{said.Key}" })
            : [];

    private static Stated Of(StatedName name, Node at, Node node, string[]? without = null) => Of(name, at.Place, node, without);

    private static Stated Of(StatedName name, FilePlace place, Node node, string[]? without) =>
        new(
            name,
            new(place, node.Optional("reference")?.OneOrBoth() ?? BilingualText.None),
            node.IsMapping ? Without(node, without ?? Told).ToArray() : [new("", NodeText.Of(node), place)]
        );

    /// <summary>What a node says, and what stands within it under ids, days or keys with a reference of their own.</summary>
    private static IEnumerable<Stated> Within(StatedName name, Node node)
    {
        var entries = node.IsSequence
            ? node.Elements.Select(element => (Key: IdOf(element), Node: element)).ToList()
            : [.. node.Pairs.Where(pair => HasEntries(pair.Value)).Select(pair => (pair.Key.Raw, pair.Value))];
        if (node.IsMapping)
            yield return new(
                name,
                new(node.Place, node.Optional("reference")?.OneOrBoth() ?? BilingualText.None),
                [.. Without(node, entries.Select(entry => entry.Key).Concat(Told).ToHashSet(StringComparer.Ordinal))]
            );
        foreach (var stated in entries.SelectMany(entry => Within(new(name, entry.Key), entry.Node)))
            yield return stated;
    }

    private static bool HasEntries(Node node) =>
        node.IsSequence
            ? node.Elements.Count > 0 && node.Elements.All(element => element.Optional("id") is not null)
            : node.Optional("reference") is not null || node.Pairs.Any(pair => HasEntries(pair.Value));

    /// <summary>The entries of a file: of a list by their ids, of a mapping by their keys. What a gate asks is a table.</summary>
    private static IEnumerable<Stated> Entries(StatedName section, Node entries)
    {
        foreach (var (key, entry) in entries.Pairs)
            yield return Of(new(section, key.Raw), key, entry);
        var isGates = section.Own == "gates";
        foreach (var entry in entries.Elements.Where(entry => entry.Optional("id") is not null))
        {
            var stated = Of(new(section, IdOf(entry)), entry, entry, isGates ? OfGate : Told) with { IsGate = isGates };
            yield return stated;
            foreach (var criterion in entry.Optional("criteria")?.Elements ?? [])
                yield return Of(new(stated.Name, IdOf(criterion)), criterion, criterion);
        }
    }

    private static IEnumerable<StatedKey> Catalogue(CataloguePolicy catalogue)
    {
        yield return new("ceiling", catalogue.Ceiling.ToString().ToLowerInvariant(), catalogue.Place);
        if (catalogue.DecidedBy is { } day)
            yield return new("decided_by", day.ToString().ToLowerInvariant(), catalogue.Place);
    }

    private static string IdOf(Node node) => node.Optional("id")?.Raw ?? "";

    private static IEnumerable<StatedKey> Without(Node node, IReadOnlyCollection<string> without) =>
        node.Pairs.Where(pair => !without.Contains(pair.Key.Raw)).Select(Key);

    private static StatedKey Key(KeyValuePair<Node, Node> pair) => new(pair.Key.Raw, NodeText.Of(pair.Value), pair.Key.Place);
}
