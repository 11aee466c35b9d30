using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>What a node says on one line, however its lines are broken: keys and lists of words in order.</summary>
internal static class NodeText
{
    /// <summary>What a node says, each word and number as it is written.</summary>
    public static string Of(Node node) => Of(node, text => text);

    /// <summary>What a value says, the same for every way of writing its numbers: <c>1_000.50</c> is <c>1000.5</c>.</summary>
    public static string OfValue(Node node) => Of(node, Number);

    /// <summary>The keys of a mapping and what their values say, without some of them.</summary>
    public static string OfValues(Node node, IReadOnlyCollection<string> without) => Keys(node, Number, without);

    /// <summary>The keys of several mappings and what their values say, as if they stood in one.</summary>
    public static string OfKeys(IReadOnlyList<Node> nodes) =>
        nodes is [var only]
            ? OfValues(only, [])
            : string.Join(
                ", ",
                nodes
                    .SelectMany(node => node.Pairs)
                    .Select(pair => (pair.Key.Raw, Says: $"{pair.Key.Raw}: {OfValue(pair.Value)}"))
                    .OrderBy(pair => pair.Raw, StringComparer.Ordinal)
                    .Select(pair => pair.Says)
            );

    /// <summary>The keys of a mapping, as the list of words that they are.</summary>
    public static string OfWords(Node node) =>
        $"[{string.Join(", ", node.Pairs.Select(pair => pair.Key.Raw).Order(StringComparer.Ordinal))}]";

    private static string Of(Node node, Func<string, string> scalar) =>
        node.Kind switch
        {
            NodeKind.Scalar => scalar(node.Raw),
            NodeKind.Mapping => $"{{ {Keys(node, scalar, [])} }}",
            NodeKind.Sequence => $"[{string.Join(", ", Elements(node, scalar))}]",
            NodeKind.Missing => "",
            _ => throw UnknownKind.Of(node.Kind),
        };

    private static string Keys(Node node, Func<string, string> scalar, IReadOnlyCollection<string> without)
    {
        if (node.Pairs is [var only])
            return without.Count > 0 && without.Contains(only.Key.Raw) ? "" : $"{only.Key.Raw}: {Of(only.Value, scalar)}";
        var told = new List<(string Key, string Says)>();
        foreach (var (key, value) in node.Pairs)
            if (without.Count == 0 || !without.Contains(key.Raw))
                told.Add((key.Raw, $"{key.Raw}: {Of(value, scalar)}"));
        if (told.Count > 1)
            told.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return told.Count == 1 ? told[0].Says : string.Join(", ", told.Select(one => one.Says));
    }

    /// <summary>Words stand in no order; bands and the like do.</summary>
    private static string[] Elements(Node node, Func<string, string> scalar)
    {
        var areWords = true;
        var elements = new string[node.Elements.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = Of(node.Elements[i], scalar);
            areWords &= node.Elements[i].IsScalar;
        }

        if (areWords)
            Array.Sort(elements, StringComparer.Ordinal);
        return elements;
    }

    private static string Number(string text)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]))
            return text;
        var (digits, sign) = text is [.. var rate, '%'] ? (rate, "%") : (text, "");
        return Digits.TryParse(digits, out var number) ? Digits.Show(number) + sign : text;
    }
}
