using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>Compiles the layers in their turn: a layer knows the names of those before it.</summary>
internal sealed class LayerCompiler(Policy policy, TableRegistry tables, AskedFacts vocabulary, Names names, ProblemLog problems)
{
    public IReadOnlyList<Layer> Compile()
    {
        var layers = new List<Layer>();
        for (var i = 0; i < policy.Layers.Count; i++)
            layers.Add(Compile(policy.Layers[i], i));
        foreach (var (name, sum) in names.Shared.Where(shared => shared.Value.NamedAt.Count == 1))
            problems.Wrong(
                sum.NamedAt[0],
                "shared.alone",
                $"no other step shares '{name}'. Name it in another step too, or leave the line out.",
                $"没有其他步骤共用“{name}”。请在另一步骤中也写上，或删去该行。"
            );
        return layers;
    }

    private Layer Compile(LayerPolicy layer, int index)
    {
        var from = layer.From is { } stated && (stated > policy.Index.From || !layer.Place.IsInherited) ? stated : policy.Index.From;
        var decidedBy = layer.DecidedBy ?? policy.Index.DecidedBy;
        Check(layer, index, from);
        var scope = new Scope(layer.Applies.And(layer.Items), from, layer.Until, decidedBy);
        var place = new PolicySource(layer.Place, "");
        var @base = Base(layer);
        var payer = policy.Index.Payer(layer.Payer, problems);
        var isOfAccount = payer > 0 && policy.Index.Payers[payer - 1].IsAccount;
        var renames = !layer.RestIsUnchanged && !isOfAccount && @base.Places.Contains(Legend.InScope);
        var context = new LayerContext(layer, index, scope, tables, policy.Index, names, problems, renames);
        var weighs = @base.AreWeighted ? context.AddBase() : null;
        var steps = layer.Steps.Select(step => StepCompiler.Compile(step, context)).ToList();
        names.Left(layer.Id, renames);
        Order(layer, steps);
        if (layer.Base.AsOriginal && steps.Exists(step => step is { LooksAtItems: true }))
            context.WrongByItem(
                layer.Base.Place,
                "base.by_item",
                new(
                    "a base that counts its parts as they were at first is not told apart item by item. Put each group of "
                        + "items into a layer of its own with 'items', and ask no facts of items in its rows.",
                    "按最初金额计的基数不能在行中逐项区分。请用“items”为每组项目单设一层，行中不再使用项目的事实。"
                ),
                new(
                    "a base that counts its parts as they were at first is not told apart item by item, and 'decided_by: service' gives "
                        + "each item the values of its own day. Let another day decide this layer, or count the parts as they are held.",
                    "按最初金额计的基数不能逐项区分，而“decided_by: service”使每个项目按各自的日期取值。请改由其他日期决定本层，或按现有金额（held）计。"
                )
            );
        if (payer > 0)
            AccountChecks.Check(layer, steps, isOfAccount, problems);
        return new()
        {
            Index = index,
            Payer = payer,
            Parts = @base,
            Weighs = weighs,
            AsOriginal = layer.Base.AsOriginal,
            Renames = renames,
            From = from,
            Until = layer.Until,
            DecidedBy = decidedBy,
            Applies = Applies(layer, place, scope),
            Items = layer.Items.Count == 0 ? null : tables.Add(Name(layer, "items"), OfItem(layer.Items), place, from, decidedBy),
            InsteadOf = InsteadOf(layer, index),
            AtMost = AtMost(layer, place, scope),
            Each = context.Each,
            Steps = [.. steps.OfType<Step>()],
        };
    }

    private void Check(LayerPolicy layer, int index, DateOnly from)
    {
        if (layer.Id.Length > 0 && policy.Layers.Take(index).Any(other => other.Id == layer.Id))
            problems.Add(
                layer.Places.Id,
                "id.twice",
                $"two layers are named '{layer.Id}'. Give each a name of its own.",
                $"有两层都叫“{layer.Id}”。请分别命名。"
            );
        if (layer.From < policy.Index.From && !layer.Place.IsInherited)
            problems.Add(
                layer.Places.From,
                "layer.from",
                $"the layer begins before the rulebook, on {IsoDay.Show(policy.Index.From)}. Leave the line out, or begin later.",
                $"该层早于规则册的生效日 {IsoDay.Show(policy.Index.From)}。请删去该行或改为更晚日期。"
            );
        if (layer.Until <= from)
            problems.Add(
                layer.Places.Until,
                "layer.until",
                "the layer ends before it begins: 'until' is its first day no longer in force.",
                "该层在开始前已结束：“until”是停止生效的第一天。"
            );
        if (layer.Id == Names.Admissions)
            problems.Add(
                layer.Places.Id,
                "layer.reserved",
                $"'{layer.Id}' cannot be the name of a layer: a history uses it for something else. Choose another.",
                $"“{layer.Id}”不能作待遇层名称：累计另有用途。请换名称。"
            );
        foreach (
            var dotted in layer
                .Steps.Select(step => new Word(step.Id, step.IdPlace))
                .Prepend(new(layer.Id, layer.Places.Id))
                .Where(id => id.Text.Contains('.', StringComparison.Ordinal))
        )
            problems.Wrong(
                dotted,
                "id.dot",
                $"'{dotted.Text}' has a dot, which stands between a layer and its step. Write '-' or '_' instead.",
                $"“{dotted.Text}”含有点号，点号用于分隔待遇层与步骤。请改用“-”或“_”。"
            );
        ReservedSteps.Check(layer, problems);
        foreach (
            var again in layer
                .Steps.Where(step => step.Id.Length > 0)
                .GroupBy(step => step.Id, StringComparer.Ordinal)
                .SelectMany(same => same.Skip(1))
        )
            problems.Add(
                again.IdPlace,
                "id.twice",
                $"two steps are named '{again.Id}'. Give each a name of its own.",
                $"有两个步骤都叫“{again.Id}”。请分别命名。"
            );
    }

    private BaseParts Base(LayerPolicy layer) =>
        layer.Base.AsOriginal
            ? names.PartsAtFirst(layer.Base.Parts, layer.Base.Place, problems)
            : names.PartsOf(layer.Base.Parts, problems);

    /// <summary>Steps that narrow the cost, then one that pays, then ceilings on the payment.</summary>
    private void Order(LayerPolicy layer, List<Step?> steps)
    {
        var (paid, hasRates) = (false, false);
        var (en, zh) = (StepCompiler.Paying.En, StepCompiler.Paying.Zh);
        for (var i = 0; i < steps.Count; i++)
        {
            var place = layer.Steps[i].Place;
            switch (steps[i])
            {
                case null:
                    break;
                case CapStep { IsOnCost: false } when !paid:
                    problems.Add(
                        place,
                        "step.order",
                        $"this step cuts the payment and must stand after the step that pays ({en}).",
                        $"该步骤限制支付额，应放在支付步骤（{zh}）之后。"
                    );
                    break;
                case CapStep { IsOnCost: false, CutsTheCost: true } when !hasRates:
                    problems.Add(
                        layer.Steps[i].Form is CapPolicy { CutsAt: { } cuts } ? cuts : place,
                        "cap.cuts",
                        "'cuts: cost' asks for the cost of which a rate was paid: the step that pays must be of kind tiers.",
                        "“cuts: cost”需要知道按比例支付的费用：支付步骤应为 tiers。"
                    );
                    break;
                case CapStep { IsOnCost: false }:
                    break;
                case var _ when StepCompiler.Pays(layer.Steps[i]):
                    if (paid)
                        problems.Add(
                            place,
                            "step.order",
                            "a layer has one step that pays. Put the second into a layer of its own.",
                            "一层只有一个支付步骤。请将第二个放入另一层。"
                        );
                    paid = true;
                    break;
                case var _ when paid:
                    problems.Add(
                        place,
                        "step.order",
                        $"this step works on the cost and must stand before the step that pays ({en}).",
                        $"该步骤作用于费用，应放在支付步骤（{zh}）之前。"
                    );
                    break;
                default:
                    break;
            }

            hasRates |= steps[i] is TiersStep;
        }

        if (!paid && !steps.Contains(null))
            problems.Add(
                layer.Place,
                "step.none",
                $"the layer has no step that pays. Add one of kind {en}.",
                $"该层没有支付步骤。请增加 {zh} 步骤。"
            );
    }

    private Table<bool>? Applies(LayerPolicy layer, PolicySource place, Scope scope)
    {
        if (layer.Applies.Count == 0)
            return null;
        var applies = tables.Add(Name(layer, "applies"), OfClaim(layer.Applies), place, scope.From, scope.DecidedBy);
        tables.Leanings.Add(Leaning.Of(applies, null));
        return applies;
    }

    private int? InsteadOf(LayerPolicy layer, int index)
    {
        if (layer.InsteadOf is not { } other)
            return null;
        var id = other.Text;
        for (var i = 0; i < policy.Layers.Count; i++)
            if (policy.Layers[i].Id == id && i != index)
            {
                if (InACircle(layer, policy.Layers[i]))
                    problems.Wrong(
                        other,
                        "layer.circle",
                        $"'{layer.Id}' and '{id}' stand in for each other. One of them must be the ordinary rule.",
                        $"“{layer.Id}”与“{id}”互相替代。其中之一应为一般规则。"
                    );
                return i;
            }

        var hint = problems.Hint(id, policy.Layers.Where(one => one != layer).Select(one => one.Id));
        problems.Wrong(
            other,
            "layer.unknown",
            $"'{id}' is not another layer of this rulebook.{hint.En}",
            $"规则册中没有另一层叫“{id}”。{hint.Zh}"
        );
        return null;
    }

    /// <summary>Whether what stands in for a layer is, over others, stood in for by it.</summary>
    private bool InACircle(LayerPolicy layer, LayerPolicy? next)
    {
        for (var i = 0; i < policy.Layers.Count && next is not null; i++)
        {
            if (next == layer)
                return true;
            next = policy.Layers.FirstOrDefault(other => other.Id == next.InsteadOf?.Text);
        }

        return false;
    }

    private Uses? AtMost(LayerPolicy layer, PolicySource place, Scope scope)
    {
        if (layer.AtMost is not { } atMost)
            return null;
        var ofDisease = atMost.Each?.Text is not (null or "none");
        if (ofDisease && atMost.Each!.Text != "disease")
            problems.Wrong(
                atMost.Each,
                "at_most.each",
                $"uses are counted for each disease, not for each '{atMost.Each.Text}'. Write 'each: disease', or 'each: none' where "
                    + "all count together.",
                $"次数只能按病种分别计算，不能按“{atMost.Each.Text}”。请写“each: disease”，合并计算则写“each: none”。"
            );
        if (atMost.Each is null && layer.Steps.Any(step => step.Form is QuotaPolicy quota && AsksDisease(quota)))
            problems.Add(
                layer.Places.AtMost,
                "at_most.each",
                "the payment standards of this layer differ by 'disease', and 'at_most' does not say which uses add up. Write "
                    + "'each: disease' where every disease is counted apart, or 'each: none' where all count together.",
                "该层的付费标准按“disease”区分，而“at_most”未写明次数如何累计。各病种分别计算请写“each: disease”；合并计算请写“each: none”。"
            );
        return new(
            names.Slot(new(layer.Id, atMost.Per, true) { IsOfAnyWord = ofDisease }),
            atMost.Times,
            ofDisease ? claim => claim.Disease : null,
            atMost.Unless.Count == 0 ? null : tables.Add(Name(layer, "unless"), OfClaim(atMost.Unless), place, scope.From, scope.DecidedBy)
        );
    }

    private static bool AsksDisease(QuotaPolicy quota) =>
        quota.Amount.Rows.Any(row => row.When.Any(condition => condition.Fact.Text == "disease"));

    private ConditionsPolicy OfClaim(ConditionsPolicy conditions)
    {
        foreach (var condition in conditions.Where(vocabulary.IsOfItem))
            problems.Wrong(
                condition.Fact,
                "fact.item",
                $"'{condition.Fact.Text}' is asked of an item and cannot decide here. Ask it under 'items'.",
                $"{ClaimNames.Quoted(condition.Fact.Text)}是项目的事实，不能在此使用。请放到“items”下。"
            );
        return conditions;
    }

    private ConditionsPolicy OfItem(ConditionsPolicy conditions) => tables.OfItem(conditions);

    private static TableName Name(LayerPolicy layer, string key) => new(key) { Owner = layer.Id };
}
