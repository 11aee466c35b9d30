using ReimbursementRules.Claims;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Schemas;

/// <summary>The names that the files of a rulebook may name, with what they are called.</summary>
internal static class RulebookNames
{
    /// <summary>The draft of a schema for every rulebook.</summary>
    public static SchemaDraft OfAny() =>
        Draft(KnownFacts.All, new Dictionary<NameKind, IReadOnlyList<KeyValuePair<string, BilingualText>>>());

    /// <summary>The draft of a schema for one.</summary>
    public static SchemaDraft Of(Rulebook rulebook)
    {
        var (index, layers) = (rulebook.Policy.Policy.Index, rulebook.Policy.Policy.Layers);
        var layer = layers.ToDictionary(layer => layer.Id, layer => layer.Title, StringComparer.Ordinal);
        return Draft(
            index.Known.Values,
            new Dictionary<NameKind, IReadOnlyList<KeyValuePair<string, BilingualText>>>
            {
                [NameKind.Payer] = [.. index.Payers.Select(payer => KeyValuePair.Create(payer.Id, payer.Title))],
                [NameKind.List] = [.. index.Lists.Keys.Select(Itself)],
                [NameKind.Parameter] = [.. index.Parameters.Keys.Select(Itself)],
                [NameKind.Layer] = [.. layers.Select(one => KeyValuePair.Create(one.Id, one.Title))],
                [NameKind.Part] =
                [
                    .. rulebook.Compiled.Legend.Parts.Select(
                        (part, i) => KeyValuePair.Create(part, i < Legend.CutParts.Length ? Terms.OfResult(part) : OfLayer(part, layer))
                    ),
                    .. layers
                        .Zip(rulebook.Compiled.Layers)
                        .Where(one => one.Second.Renames)
                        .Select(one => KeyValuePair.Create($"{one.First.Id}.{Legend.Stays}", Whole(one.First.Title))),
                ],
                [NameKind.Quota] =
                [
                    .. layers.SelectMany(one =>
                        one.Steps.Where(step => step.Form is QuotaPolicy)
                            .Select(step => KeyValuePair.Create($"{one.Id}.{step.Id}", step.Title ?? one.Title))
                    ),
                ],
            }
        );
    }

    private static SchemaDraft Draft(
        IEnumerable<Fact> facts,
        IReadOnlyDictionary<NameKind, IReadOnlyList<KeyValuePair<string, BilingualText>>> names
    ) =>
        new(
            [
                .. facts.Select(fact => new AskedFact(
                    fact.Name,
                    fact.Title,
                    [.. fact.Words.Select(word => KeyValuePair.Create(word, fact.WordTitle(word)))]
                )),
            ],
            names
        )
        {
            Step = StepCompiler.Form,
        };

    private static BilingualText Whole(BilingualText layer) => new($"{layer.En}: all that it leaves", $"{layer.Zh}：留下的全部");

    private static KeyValuePair<string, BilingualText> Itself(string name) => KeyValuePair.Create(name, BilingualText.FromString(name));

    /// <summary>What a part of a layer is called: the layer, and the name that it has there.</summary>
    private static BilingualText OfLayer(string part, Dictionary<string, BilingualText> layers)
    {
        var dot = part.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && layers.TryGetValue(part[..dot], out var layer)
            ? new($"{layer.En}: {part[(dot + 1)..]}", $"{layer.Zh}：{part[(dot + 1)..]}")
            : BilingualText.FromString(part);
    }
}
