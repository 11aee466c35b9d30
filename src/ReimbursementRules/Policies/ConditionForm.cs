using System.Text.Json.Nodes;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>The keys of conditions.</summary>
internal static class ConditionForm
{
    private const string Zh = "不是：别的任何词",
        En = "any other word";

    public static KeyTable Not { get; } = new(Need("not", ValueForms.OneOrMany(ValueForms.Text), Zh, En));

    public static KeyTable In { get; } = new(Need("in", ListOrWords, "在名单里：名单的名称", "a list of index.yaml, by its name"));

    public static KeyTable NotIn { get; } = new(Need("not_in", ListOrWords, "不在名单里", "none of a list of index.yaml"));

    public static KeyTable Range { get; } =
        new(
            May("from", ValueForms.Text, "从多少、从哪天起，含", "from this number or day, included"),
            May("below", ValueForms.Text, "不满多少，不含", "below this number, not included"),
            May("before", ValueForms.Text, "在哪天之前，不含当天", "before this day, not included")
        );

    /// <summary>All of them, for messages that list what may stand there.</summary>
    public static KeyTable All { get; } = new([.. In.Keys, .. Not.Keys, .. NotIn.Keys, .. Range.Keys]);

    /// <summary>The form of conditions.</summary>
    public static JsonObject Of(SchemaDraft draft) => draft.Shared("conditions", () => Conditions(draft, !draft.IsOfRulebook));

    /// <summary>The form of conditions that may ask facts of other rulebooks too.</summary>
    public static JsonObject OfSeveral(SchemaDraft draft) => draft.Shared("conditions of several", () => Conditions(draft, true));

    private static JsonObject Conditions(SchemaDraft draft, bool isOpen)
    {
        var facts = new JsonObject();
        foreach (var fact in draft.Facts)
            facts[fact.Name] = SchemaDraft.Described(
                fact.Words.Count == 0 ? Open(draft) : draft.Shared($"fact {fact.Name}", () => OfWords(draft, fact)),
                fact.Title
            );
        facts[ConditionReader.Any] = SchemaDraft.Described(
            ValueForms.List(Of, 1)(draft),
            new("one of these must hold", "任一情形：其中一种成立即可")
        );
        return new()
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["properties"] = facts,
            ["additionalProperties"] = isOpen ? Open(draft) : false,
        };
    }

    private static JsonObject Open(SchemaDraft draft) =>
        draft.Shared(
            "condition",
            () =>
                ValueForms.AnyOf(
                    ValueForms.OneOrMany(ValueForms.Text)(draft),
                    Not.Schema(draft),
                    In.Schema(draft),
                    NotIn.Schema(draft),
                    AtLeastOne(Range.Schema(draft))
                )
        );

    private static JsonObject OfWords(SchemaDraft draft, AskedFact fact)
    {
        var words = ValueForms.OneOrMany(_ => ValueForms.Choice(fact.Words));
        return ValueForms.AnyOf(
            words(draft),
            new KeyTable(Need("not", words, Zh, En)).Schema(draft),
            In.Schema(draft),
            NotIn.Schema(draft)
        );
    }

    private static JsonObject ListOrWords(SchemaDraft draft) =>
        ValueForms.AnyOf(ValueForms.Declared(NameKind.List)(draft), ValueForms.List(ValueForms.Text, 1)(draft));

    private static JsonObject AtLeastOne(JsonObject mapping)
    {
        mapping["minProperties"] = 1;
        return mapping;
    }
}
