using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using NRules.Diagnostics;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Writes Rete networks for Graphviz: a cluster for each, conditions as boxes and rules by their names.</summary>
internal static class DotGraph
{
    public static string Of(IReadOnlyList<ReteGraph> networks, Language language)
    {
        var dot = new StringBuilder("digraph rules {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
        for (var i = 0; i < networks.Count; i++)
            Cluster(dot, networks[i], i, language);
        return dot.Append("}\n").ToString();
    }

    private static void Cluster(StringBuilder dot, ReteGraph network, int number, Language language)
    {
        var asked = number == 0 ? new BilingualText("asked of the claim", "对单据询问") : new("asked of each item", "对每个项目询问");
        dot.Append(CultureInfo.InvariantCulture, $"  subgraph cluster_{number} {{\n    label=\"{asked.In(language)}\";\n");
        foreach (var node in network.Nodes)
            dot.Append(CultureInfo.InvariantCulture, $"    n{number}_{node.Id} [label=\"{Escaped(Label(node))}\"{Style(node)}];\n");
        foreach (var link in network.Links)
            dot.Append(CultureInfo.InvariantCulture, $"    n{number}_{link.Source.Id} -> n{number}_{link.Target.Id};\n");
        dot.Append("  }\n");
    }

    private static string Label(ReteNode node) =>
        node.NodeType switch
        {
            NodeType.Selection => string.Join('\n', node.Expressions.Select(condition => Condition(condition.Value))),
            NodeType.Rule => string.Join('\n', node.Rules.Select(rule => rule.Name)),
            _ => node.NodeType.ToString(),
        };

    private static string Condition(LambdaExpression condition) =>
        condition.Body is MethodCallExpression { Object: ConstantExpression { Value: { } asked } } ? $"{asked}" : $"{condition.Body}";

    private static string Style(ReteNode node) => node.NodeType == NodeType.Rule ? ", style=filled, fillcolor=lightblue" : "";

    private static string Escaped(string label) =>
        label
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
}
