using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>Names that no step may have, because beside the layer's name they mean something else.</summary>
internal static class ReservedSteps
{
    public static void Check(LayerPolicy layer, ProblemLog problems)
    {
        foreach (var step in layer.Steps)
            if (Problem(step.Id, layer) is { } message)
                problems.Add(step.IdPlace, "step.reserved", message.En, message.Zh);
    }

    private static BilingualText? Problem(string id, LayerPolicy layer) =>
        id switch
        {
            Legend.Stays => new(
                $"'{id}' cannot be the name of a step: '{layer.Id}.{id}' is all that the layer leaves. Choose another.",
                $"“{id}”不能作步骤名称：“{layer.Id}.{id}”指该层留下的全部。请换名称。"
            ),
            Legend.Paid => new(
                $"'{id}' cannot be the name of a step: as '{layer.Id}.{id}' claims state what the layer's payer has paid. Choose another.",
                $"“{id}”不能作步骤名称：单据以“{layer.Id}.{id}”写明该层已支付的金额。请换名称。"
            ),
            Legend.Base when layer.Base.Parts.Any(part => part.Times is not null) => new(
                $"'{id}' cannot be the name of a step here: under it the trace tells which share of a part counts. Choose another.",
                $"此处“{id}”不能作步骤名称：结算步骤以此说明某部分按多少计入。请换名称。"
            ),
            _ => null,
        };
}
