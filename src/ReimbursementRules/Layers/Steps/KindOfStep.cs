using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers.Steps;

/// <summary>A kind of step, as the step's own file states it.</summary>
/// <param name="Word">Its word in policy files.</param>
/// <param name="Pays">Whether it is the step of a layer that pays; the others narrow the cost before it, or cut the payment after
/// it.</param>
/// <param name="Form">The record of what such a step states.</param>
/// <param name="Read">Makes that record of a node.</param>
/// <param name="Compile">Compiles a step of that record.</param>
internal sealed record KindOfStep(
    string Word,
    bool Pays,
    Type Form,
    Func<Node, StepForm> Read,
    Func<StepPolicy, StepForm, LayerContext, Step> Compile
)
{
    public static KindOfStep Of<TForm>(string word, bool pays, Func<Node, TForm> read, Func<StepPolicy, TForm, LayerContext, Step> compile)
        where TForm : StepForm => new(word, pays, typeof(TForm), read, (step, stated, layer) => compile(step, (TForm)stated, layer));
}
