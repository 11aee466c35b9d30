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

    private static string Of(Node node, Func<string, string> scalar) =>
        node.Kind switch
        {
            NodeKind.Scalar => scalar(node.Raw),
            NodeKind.Mapping => $"{{ {Keys(node, scalar, [])} }}",
            NodeKind.Sequence => $"[{string.Join(", ", Elements(node, scalar))}]",
            NodeKind.Missing => "",
            _ => throw UnknownKind.Of(node.Kind),
        };

    private static string Keys(Node node, Func<string, string> scalar, IReadOnlyCollection<string> without) =>
        string.Join(
            ", ",
            node.Pairs.Where(pair => !without.Contains(pair.Key.Raw))
                .OrderBy(pair => pair.Key.Raw, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key.Raw}: {Of(pair.Value, scalar)}")
        );

    /// <summary>Words stand in no order; bands and the like do.</summary>
    private static IEnumerable<string> Elements(Node node, Func<string, string> scalar)
    {
        var elements = node.Elements.Select(element => Of(element, scalar));
        return node.Elements.All(element => element.IsScalar) ? elements.Order(StringComparer.Ordinal) : elements;
    }

    private static string Number(string text)
    {
        var (digits, sign) = text is [.. var rate, '%'] ? (rate, "%") : (text, "");
        return Digits.TryParse(digits, out var number) ? Digits.Show(number) + sign : text;
    }
}
