using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>What targets ask and claims do not say, such as the income of a fund or the spending of last year: numbers by name.</summary>
/// <remarks>A file of figures is YAML: <c>name: number</c> on each line, or <c>name: { provider: number, … }</c> for one number of each
/// provider. Numbers have at
/// most two decimals and may be below zero.</remarks>
public sealed partial class Figures
{
    private readonly Dictionary<string, Figure> _all;

    private Figures(FilePlace place, Dictionary<string, Figure> all)
    {
        Place = place;
        _all = all;
    }

    /// <summary>The form of a file of figures.</summary>
    internal static JsonObject Form(SchemaDraft draft)
    {
        var providers = ValueForms.ByName(ValueForms.SignedMoney)(draft);
        providers["minProperties"] = 1;
        return new() { ["type"] = "object", ["additionalProperties"] = ValueForms.AnyOf(ValueForms.SignedMoney(draft), providers) };
    }

    /// <summary>No figures: the targets that need some are not asked.</summary>
    public static Figures None { get; } = new(new("figures", 0, 0), []);

    /// <summary>Reads figures from a YAML file.</summary>
    /// <exception cref="InputException">The file is not one of figures: every problem is listed.</exception>
    public static Figures Load(string path)
    {
        var problems = new ProblemLog();
        var figures = NodeReader.ReadFile(path, problems) is { } node ? Read(node) : None;
        problems.ThrowForInput();
        return figures;
    }

    internal FilePlace Place { get; }

    internal IReadOnlyDictionary<string, Figure> All => _all;

    internal static Figures Read(Node node) =>
        new(
            node.Place,
            node.Entries()
                .Select(entry => (Name: entry.Key.Id(), Figure: Of(entry.Key, entry.Value)))
                .DistinctBy(entry => entry.Name)
                .ToDictionary(entry => entry.Name, entry => entry.Figure, StringComparer.Ordinal)
        );

    private static Figure Of(Node name, Node node)
    {
        if (!node.IsMapping)
            return new(name.Place, Number(node), null);
        var providers = node.Numbered().ToDictionary(pair => pair.Id.Text, pair => Number(pair.Entry), StringComparer.Ordinal);
        if (providers.Count == 0)
            node.Wrong(
                "list.empty",
                "write at least one provider with its number, such as { hospital-1: 1_000 }.",
                "请至少写一个机构及其数值，如 { hospital-1: 1_000 }。"
            );
        return new(name.Place, providers.Values.Aggregate(Int128.Zero, (sum, number) => sum + number), providers);
    }

    private static Int128 Number(Node node) => node.SignedMoney()?.Cents ?? 0;
}

/// <summary>A number in hundredths, and that of each provider where the file tells them apart.</summary>
internal sealed record Figure(FilePlace Place, Int128 Whole, IReadOnlyDictionary<string, Int128>? Providers);
