using System.Globalization;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>What a row says on one line, the same for every way of writing it.</summary>
/// <param name="Says">Its value, or its keys with their values.</param>
/// <param name="Parameters">The parameters from which it is computed, each once.</param>
/// <param name="When">Its conditions, the same for every way of writing them; <c>otherwise</c> where it has none.</param>
internal sealed record RowText(string Says, IReadOnlyList<string> Parameters, string When)
{
    private const string Otherwise = "otherwise";

    private static readonly string[] NoValue = ["when", "otherwise", "rows", "reference", "href", "note", "status"];

    public static RowText Repealed { get; } = new("repealed", [], Otherwise);

    /// <param name="row">The row.</param>
    /// <param name="around">The conditions of the rows around it.</param>
    public static RowText Of(Node row, IReadOnlyList<Node> around)
    {
        Node? only = null;
        var values = 0;
        foreach (var (key, value) in row.Pairs)
            if (!NoValue.Contains(key.Raw))
                (only, values) = (key.Raw == "value" ? value : null, values + 1);
        Node[] conditions = [.. around, .. row.Optional("when") is { } own ? [own] : (Node[])[]];
        var asked = conditions.Length == 0 ? "" : PlainWord.Of(NodeText.OfKeys(conditions));
        var when =
            row.Optional("when") is not null ? asked
            : asked.Length == 0 ? Otherwise
            : $"{asked}, {Otherwise}";
        return values == 1 && only is not null
            ? new(Value(only), only.IsScalar ? [] : ParametersIn(only), when)
            : new(NodeText.OfValues(row, NoValue), ParametersIn(row), when);
    }

    private static string[] ParametersIn(Node node)
    {
        List<string>? names = null;
        AddParameters(node, ref names);
        return names?.ToArray() ?? [];
    }

    /// <summary>A value; one band from nothing on is its rate.</summary>
    private static string Value(Node node) =>
        node switch
        {
            { IsSequence: true, Elements: [{ IsMapping: true, Pairs.Count: 2 } band] }
                when band.Optional("above")?.Raw is "0" && band.Optional("rate") is { } rate => NodeText.OfValue(rate),
            { IsScalar: true } when node.Raw is [>= '0' and <= '9', ..] && Digits.TryParse(node.Raw, out var number) => number.ToString(
                "#,##0.####",
                CultureInfo.InvariantCulture
            ),
            _ => NodeText.OfValue(node),
        };

    /// <summary>Adds the parameters that stand within a node, each once.</summary>
    private static void AddParameters(Node node, ref List<string>? names)
    {
        for (var i = 0; i < node.Elements.Count; i++)
            AddParameters(node.Elements[i], ref names);
        for (var i = 0; i < node.Pairs.Count; i++)
            if (node.Pairs[i] is { Key.Raw: not "parameter" } other)
                AddParameters(other.Value, ref names);
            else if (!(names ??= []).Contains(node.Pairs[i].Value.Raw))
                names.Add(node.Pairs[i].Value.Raw);
    }
}
