using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>What a deductible is taken from before the rest of the base: some parts of some items, such as class B before the patient's
/// first share.</summary>
internal sealed class TakenFrom(int[] parts, Table<bool>? items)
{
    /// <summary>The name of the table of its items.</summary>
    public const string Key = "taken_from";

    public int[] Parts => parts;

    /// <summary>Whether it is taken of some items only.</summary>
    public bool TakesSome => items is not null;

    private static readonly KeyTable Keys = new(
        Need("parts", LayerKeys.Parts, "部分：先从哪些部分扣", "the parts"),
        May("items", ConditionForm.Of, "只管的明细：先从哪些费用扣", "the items of which it is taken first")
    );

    /// <summary>The form of what is stated.</summary>
    public static JsonObject Form(SchemaDraft draft) => ValueForms.AnyOf(LayerKeys.Parts(draft), Keys.Schema(draft));

    public static TakenFromPolicy Read(Node node)
    {
        if (node.IsMapping)
            node.OnlyKeys(Keys);
        var items = node.Optional("items");
        return new(
            LayerReader.PartNames(node),
            // Stryker disable once Conditional : conditions of which there are none are met by all items
            items is null
                ? null
                : ConditionReader.Read(items),
            items?.Place ?? node.Place,
            node.Place
        );
    }

    public static TakenFrom Compile(TakenFromPolicy stated, StepPolicy step, LayerContext layer)
    {
        var parts = layer.Parts([.. stated.Parts.Select(part => new PartPolicy(part, null))]).Places;
        if (!layer.Renames || Array.Exists(parts, part => part >= Legend.CutParts.Length))
            layer.Problems.Add(
                stated.Place,
                "deductible.taken_from",
                "a deductible is taken from parts that the catalogue cut, in a layer that names what it leaves: its base has "
                    + "in_scope, and it does not say 'rest: unchanged'.",
                "起付线只能从目录划分的部分扣除，且该层须为剩余部分命名：基数含 in_scope，且未写“rest: unchanged”。"
            );
        return new(parts, stated.Items is { } items ? layer.Items(step, Key, items, stated.ItemsPlace) : null);
    }

    /// <summary>What is taken of an amount, in proportion to what the patient holds of the parts.</summary>
    public Taken Take(LayerRun run, long due)
    {
        var pool = (ItemPool)run.Pool;
        var held = parts
            .Select(part => Enumerable.Range(0, pool.Items).Select(item => Counts(run, item) ? pool.Held(item, part) : 0).ToArray())
            .ToArray();
        var ofItems = new long[pool.Items];
        for (var item = 0; item < ofItems.Length; item++)
            ofItems[item] = held.Sum(ofPart => ofPart[item]);
        var amount = Math.Min(due, ofItems.Sum());
        var byItem = pool.Divided(amount, ofItems);
        var byPart = parts.Select(_ => new long[pool.Items]).ToArray();
        Span<long> shares = stackalloc long[parts.Length];
        for (var item = 0; item < byItem.Length; item++)
        {
            Shares.Divide(byItem[item], [.. held.Select(ofPart => ofPart[item])], shares);
            for (var i = 0; i < shares.Length; i++)
                byPart[i][item] = shares[i];
        }

        return new(amount, parts.Select((part, i) => pool.Has(part) ? byPart[i].Sum() : 0).Sum(), parts, byPart);
    }

    private bool Counts(LayerRun run, int item) => items is null || run.Desk.Row(items, item) == 0;
}

/// <summary>What a deductible takes of parts of items.</summary>
/// <param name="Amount">The sum in cents.</param>
/// <param name="OfBase">What of it lies in the layer's base, in cents.</param>
/// <param name="Parts">The parts.</param>
/// <param name="ByPart">For each part, what is taken of each item.</param>
internal readonly record struct Taken(long Amount, long OfBase, int[] Parts, long[][] ByPart);

/// <summary>What a deductible is taken from first, as it stands.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Items">Conditions on the items; null for all.</param>
/// <param name="ItemsPlace">Where they stand.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TakenFromPolicy(IReadOnlyList<Word> Parts, ConditionsPolicy? Items, FilePlace ItemsPlace, FilePlace Place);
