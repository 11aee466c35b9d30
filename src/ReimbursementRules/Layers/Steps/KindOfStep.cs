using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers.Steps;

/// <summary>A kind of step, as the step's own file states it.</summary>
/// <param name="Word">Its word in policy files.</param>
/// <param name="Says">What it does.</param>
/// <param name="Pays">Whether it is the step of a layer that pays; the others narrow the cost before it, or cut the payment after
/// it.</param>
/// <param name="Form">The record of what such a step states.</param>
/// <param name="Keys">Its keys.</param>
/// <param name="Read">Makes that record of a node.</param>
/// <param name="Compile">Compiles a step of that record.</param>
internal sealed record KindOfStep(
    string Word,
    BilingualText Says,
    bool Pays,
    Type Form,
    KeyTable Keys,
    Func<Node, StepForm> Read,
    Func<StepPolicy, StepForm, LayerContext, Step> Compile
)
{
    /// <summary>The key that says of which kind a step is.</summary>
    public static KeyForm Key { get; } = KeyForm.Need("kind", ValueForms.Text, "种类：是哪一种步骤", "which kind of step it is");

    /// <summary>The form of such a step.</summary>
    public JsonObject Schema(SchemaDraft draft) => Schema(draft, Word, Says, Keys);

    /// <summary>The form of a step of a kind.</summary>
    public static JsonObject Schema(SchemaDraft draft, string word, BilingualText says, KeyTable keys)
    {
        var schema = keys.Schema(draft);
        schema["properties"]!["kind"] = SchemaDraft.Described(ValueForms.Choice([KeyValuePair.Create(word, says)]), Key.Says);
        return schema;
    }

    public static KindOfStep Of<TForm>(
        string word,
        BilingualText says,
        bool pays,
        KeyTable keys,
        Func<Node, TForm> read,
        Func<StepPolicy, TForm, LayerContext, Step> compile
    )
        where TForm : StepForm =>
        new(word, says, pays, typeof(TForm), keys, read, (step, stated, layer) => compile(step, (TForm)stated, layer));
}
