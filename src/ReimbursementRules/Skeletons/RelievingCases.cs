using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>The cases of layers that work on what is left to the patient: critical illness insurance and medical aid.</summary>
internal sealed class RelievingCases(SkeletonClaims claims, SkeletonCases basic)
{
    private static readonly Money Large = Money.Yuan(100_000);

    private static readonly BilingualText Ordinary = new("not poor", "一般参保人");

    private CityAnswers Answers => claims.Answers;

    public IEnumerable<CaseDraft> OfCritical(SkeletonLayer layer)
    {
        var stay = claims.Stay(layer.Scheme, "three", Large);
        foreach (var poverty in CityQuestions.Poor.Prepend("none"))
        {
            var group = Groups(poverty);
            var one = claims.Stay(layer.Scheme, "three", Large, poverty);
            yield return new(new($"A large bill: {group.En}", $"大额费用：{group.Zh}"), layer.Payer, one);
            if (poverty is not ("none" or "minimum_allowance"))
                continue;
            if (claims.Least(one, settlement => settlement.PaidBy(layer.Payer) > Money.Zero) is not { } least)
                continue;
            if (least > SkeletonClaims.Cent)
                yield return new(
                    new($"The largest bill of which nothing is paid: {group.En}", $"仍不支付的最高费用：{group.Zh}"),
                    layer.Payer,
                    SkeletonClaims.With(one, least - SkeletonClaims.Cent)
                );
            yield return new(
                new($"The least bill of which a cent is paid: {group.En}", $"开始支付一分的最低费用：{group.Zh}"),
                layer.Payer,
                SkeletonClaims.With(one, least)
            );
            yield return new(
                new($"Two stays: the deductible is used up by the first: {group.En}", $"两次住院，首次已扣完起付线：{group.Zh}"),
                layer.Payer,
                SkeletonClaims.With(one, least),
                one with
                {
                    Discharged = claims.Day(1),
                }
            );
        }

        foreach (var (nth, (above, _)) in AnswerForm.BandsOf(Answers[$"{layer.Scheme}.critical.rate"]).Index().Skip(1))
        {
            if (claims.Least(stay, settlement => BandsIn(settlement, layer) > nth) is not { } least)
                continue;
            var at = above.ToReadable();
            yield return new(
                new($"The band that begins above {at} is reached", $"恰好达到 {at} 元一段的起点"),
                layer.Payer,
                SkeletonClaims.With(stay, least - SkeletonClaims.Cent)
            );
            yield return new(
                new($"100 yuan into the band above {at}", $"进入 {at} 元以上一段 100 元"),
                layer.Payer,
                SkeletonClaims.With(stay, least + Money.Yuan(100))
            );
        }

        foreach (var one in basic.AtTheCap(layer, stay, Answers[$"{layer.Scheme}.critical.cap"]))
        {
            yield return one;
            if (one.Claims is [var claim])
                yield return new(
                    new($"{one.Name.En}: the poor have none", $"{one.Name.Zh}：困难群众不设封顶"),
                    layer.Payer,
                    claims.Stay(layer.Scheme, "three", claim.Items[0].Amount, CityQuestions.Poor[0])
                );
        }
    }

    public IEnumerable<CaseDraft> OfAid(SkeletonLayer layer)
    {
        foreach (var scheme in Answers.Schemes)
        {
            var insured = scheme == "employee" ? new BilingualText("employee", "职工") : new("resident", "居民");
            foreach (var poverty in CityQuestions.Aided.Select(group => group.Word).Prepend("none"))
            {
                var group = Groups(poverty);
                yield return new(
                    new(
                        $"A stay of an {insured.En}: {group.En}".Replace("an r", "a r", StringComparison.Ordinal),
                        $"{insured.Zh}住院：{group.Zh}"
                    ),
                    layer.Payer,
                    claims.Stay(scheme, "three", Money.Yuan(20_000), poverty)
                );
            }
        }

        var aided = CityQuestions.Aided.FirstOrDefault(group => Answers.RateOf($"aid.rate.{group.Word}") != Rate.None);
        if (aided.Word is { } word)
            foreach (var one in basic.AtTheCap(layer, claims.Stay(Answers.Schemes[0], "three", Large, word), Answers["aid.cap"]))
                yield return one;
    }

    private static int BandsIn(Settlement settlement, SkeletonLayer layer) =>
        settlement.Steps.Count(step => step.Layer == layer.Id && step.Kind == StepKind.Band);

    private static BilingualText Groups(string poverty) =>
        poverty == "none" ? Ordinary : CityQuestions.Aided.Single(group => group.Word == poverty).Title;
}
