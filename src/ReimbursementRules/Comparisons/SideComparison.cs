using ReimbursementRules.Policies;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Comparisons;

/// <summary>Compares gates, catalogue and layers, each with its tables.</summary>
internal sealed class SideComparison(ComparedRulebook before, ComparedRulebook after, TableComparison tables, ComparisonFindings findings)
{
    public void Compare()
    {
        foreach (var id in Union(before.Gates.Select(gate => gate.Id), after.Gates.Select(gate => gate.Id)))
            tables.Compare($"gates.{id}", before.Gate(id), after.Gate(id));
        foreach (var key in (string[])["ceiling_prices", "catalogue"])
            if (
                new TableName(key) is var name
                && before.Value(name) is var one
                && after.Value(name) is var other
                && (one is not null || other is not null)
            )
                tables.Compare(key, one, other);
        foreach (var name in before.Values.Union(after.Values).Where(name => name.IsOfCatalogue))
            tables.Compare(name.ToString(), before.Value(name), after.Value(name));
        var (layers, layers2) = (before.Layers.ToList(), after.Layers.ToList());
        if (layers.Count > 0 && layers2.Count > 0)
            findings.Changes.AddRange(
                StatedComparison.Order(
                    "layers",
                    layers.Select(layer => layer.Id),
                    layers2.Select(layer => layer.Id),
                    layers[0].Place,
                    layers2[0].Place
                )
            );
        foreach (var id in Union(layers.Select(layer => layer.Id), layers2.Select(layer => layer.Id)))
            if (layers.Find(layer => layer.Id == id) is not { } old)
                tables.Compare(id, null, after.Whole(id));
            else if (layers2.Find(layer => layer.Id == id) is not { } now)
                tables.Compare(id, before.Whole(id), null);
            else
                Compare(id, old, now);
    }

    private void Compare(string id, LayerPolicy one, LayerPolicy other)
    {
        findings.Changes.AddRange(StatedComparison.Compare(Stated(one, before), Stated(other, after)));
        findings.Changes.AddRange(
            StatedComparison.Order(
                $"{id}.steps",
                one.Steps.Select(step => step.Id),
                other.Steps.Select(step => step.Id),
                one.Place,
                other.Place
            )
        );
        tables.Compare($"{id}.applies", before.Applies(id), after.Applies(id));
        if (before.TakesSome(id) || after.TakesSome(id))
            tables.Compare($"{id}.items", before.Items(id), after.Items(id));
        foreach (var name in before.Values.Union(after.Values).Where(name => name.IsOfLayer(id)))
            tables.Compare(name.ToString(), before.Value(name), after.Value(name));
    }

    /// <summary>The layer and its steps, without their tables.</summary>
    private static IEnumerable<Stated> Stated(LayerPolicy layer, ComparedRulebook of)
    {
        var name = new StatedName(null, layer.Id);
        return layer
            .Steps.Select(step => new Stated(new(name, step.Id), new(step.Place, ""), SpelledParts.Of(step.Stated, of.Parts)))
            .Prepend(new(name, new(layer.Place, ""), SpelledParts.Of(layer.Stated, of.Parts)));
    }

    private static IEnumerable<string> Union(IEnumerable<string> one, IEnumerable<string> other) =>
        one.Union(other, StringComparer.Ordinal);
}
