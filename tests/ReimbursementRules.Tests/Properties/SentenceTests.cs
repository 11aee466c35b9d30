using System.Globalization;
using System.Text.RegularExpressions;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>Every sentence of the trace is a sum that holds: its numbers are read and added up, as whoever has a pocket calculator
/// would.</summary>
public sealed class SentenceTests
{
    private const string Sum = @"-?[\d,]+\.\d\d";

    /// <summary>The sums that sentences have, in both languages, and what each must come to. What a policy rounds elsewhere, and the
    /// difference of two rates that are
    /// rounded, is off by a cent for each item at most.</summary>
    private static readonly (string Pattern, Func<decimal[], decimal> Off)[] Equations =
    [
        ($@"(?<p>[\d.]+)% of (?<a>{Sum}) = (?<b>{Sum})", n => n[0] * n[1] / 100 - n[2]),
        ($@"(?<a>{Sum}) × (?<p>[\d.]+)% = (?<b>{Sum})", n => n[0] * n[1] / 100 - n[2]),
        ($@"(?<a>{Sum}) − (?<b>{Sum}) = (?<c>{Sum})", n => n[0] - n[1] - n[2]),
        (
            $@"The rate of (?<p>[\d.]+)% becomes (?<q>[\d.]+)%, which costs (?<a>{Sum}) of (?<b>{Sum})",
            n => (n[0] - n[1]) * n[3] / 100 - n[2]
        ),
        ($@"比例由 (?<p>[\d.]+)% 调整为 (?<q>[\d.]+)%，(?<b>{Sum}) 元中因此少付 (?<a>{Sum}) 元", n => (n[0] - n[1]) * n[2] / 100 - n[3]),
        ($@"(?<p>\d+) days of (?<a>{Sum}) = (?<b>{Sum})", n => n[0] * n[1] - n[2]),
        ($@"(?<p>\d+) 日 × (?<a>{Sum}) = (?<b>{Sum})", n => n[0] * n[1] - n[2]),
        ($@"(computed: |计算金额：)(?<p>\d+) × (?<a>{Sum}) = (?<b>{Sum})", n => n[0] * n[1] - n[2]),
        ($@"grows: (?<a>{Sum}) [+] (?<p>\d+) × (?<b>{Sum}) = (?<c>{Sum})", n => n[0] + n[1] * n[2] - n[3]),
        ($@"falls: (?<a>{Sum}) − (?<p>\d+) × (?<b>{Sum}) = (?<c>{Sum})", n => n[0] - n[1] * n[2] - n[3]),
        ($@"金额递增：(?<a>{Sum}) [+] (?<p>\d+) × (?<b>{Sum}) = (?<c>{Sum})", n => n[0] + n[1] * n[2] - n[3]),
        ($@"金额递减：(?<a>{Sum}) − (?<p>\d+) × (?<b>{Sum}) = (?<c>{Sum})", n => n[0] - n[1] * n[2] - n[3]),
        ($@"falls from (?<a>{Sum}) by (?<p>\d+) × (?<b>{Sum}), and never below nothing", n => Math.Max(0, n[0] - n[1] * n[2])),
        ($@"金额由 (?<a>{Sum}) 元递减 (?<p>\d+) × (?<b>{Sum}) 元", n => Math.Max(0, n[0] - n[1] * n[2])),
        ($@"The bill of (?<a>{Sum}) is (?<b>{Sum}) below the payment standard of (?<c>{Sum})", n => n[0] + n[1] - n[2]),
        ($@"The bill of (?<a>{Sum}) is (?<b>{Sum}) above the payment standard of (?<c>{Sum})", n => n[0] - n[1] - n[2]),
        ($@"费用 (?<a>{Sum}) 元，比付费标准 (?<c>{Sum}) 元低 (?<b>{Sum}) 元", n => n[0] + n[2] - n[1]),
        ($@"费用 (?<a>{Sum}) 元，比付费标准 (?<c>{Sum}) 元高 (?<b>{Sum}) 元", n => n[0] - n[2] - n[1]),
        ($@"= (?<t>{Sum}); (?<b>{Sum}) of the bill was paid before: (?<a>{Sum}) is added", n => n[0] - n[1] - n[2]),
        ($@"= (?<t>{Sum}) 元；此前已支付费用 (?<b>{Sum}) 元，补足 (?<a>{Sum}) 元", n => n[0] - n[1] - n[2]),
        ($@"Ceiling of (?<l>{Sum})[^,]* on [^,]*, (?<u>{Sum}) used before: (?<r>{Sum}) is left", n => Math.Max(0, n[0] - n[1]) - n[2]),
        ($@"封顶线 (?<l>{Sum}) 元，此前已用 (?<u>{Sum}) 元，尚余 (?<r>{Sum}) 元", n => Math.Max(0, n[0] - n[1]) - n[2]),
        ($@"deductible (?<l>{Sum})[^,]*, (?<u>{Sum}) used before, (?<r>{Sum}) left", n => Math.Max(0, n[0] - n[1]) - n[2]),
        ($@"起付线 (?<l>{Sum}) 元，此前已用 (?<u>{Sum}) 元，尚余 (?<r>{Sum}) 元", n => Math.Max(0, n[0] - n[1]) - n[2]),
        ($@"The amount of (?<a>{Sum}) becomes (?<b>{Sum}): (?<c>{Sum}) more", n => n[0] + n[2] - n[1]),
        ($@"金额由 (?<a>{Sum}) 元增加 (?<c>{Sum}) 元，为 (?<b>{Sum}) 元", n => n[0] + n[1] - n[2]),
        ($@"The amount of (?<a>{Sum}) becomes (?<b>{Sum}): (?<c>{Sum}) less", n => Math.Max(0, n[0] - n[2]) - n[1]),
        ($@"金额由 (?<a>{Sum}) 元减少 (?<c>{Sum}) 元，(减完为止，)?为 (?<b>{Sum}) 元", n => Math.Max(0, n[0] - n[1]) - n[2]),
        ($@"The amount of (?<a>{Sum}) is raised: [^=]* = (?<b>{Sum}), together (?<c>{Sum})", n => n[0] + n[1] - n[2]),
        ($@"金额 (?<a>{Sum}) 元提高：[^=]* = (?<b>{Sum}) 元，合计 (?<c>{Sum}) 元", n => n[0] + n[1] - n[2]),
        ($@"come to (?<l>{Sum})[^,]* at most, (?<u>{Sum}) used before, (?<r>{Sum}) left", n => Math.Max(0, n[0] - n[1]) - n[2]),
        ($@"累计不超过 (?<l>{Sum}) 元，此前已计 (?<u>{Sum}) 元，尚可计 (?<r>{Sum}) 元", n => Math.Max(0, n[0] - n[1]) - n[2]),
        ($@"balance (?<l>{Sum}), (?<u>{Sum}) of it paid before in this claim, (?<r>{Sum}) left", n => Math.Max(0, n[0] - n[1]) - n[2]),
        ($@"余额 (?<l>{Sum}) 元，本次此前已付 (?<u>{Sum}) 元，尚余 (?<r>{Sum}) 元", n => Math.Max(0, n[0] - n[1]) - n[2]),
    ];

    [Property]
    public void Sentence_OfAnyStep_IsASumThatHolds(Trial trial)
    {
        foreach (var settlement in trial.Settled())
        foreach (var (step, says) in Said(settlement))
        foreach (var words in new[] { says.En, says.Zh })
            Holds(words, step, settlement);
    }

    /// <summary>What is said to be left is less than what should come of the step, and what is said to be held back by a ceiling is cut by
    /// one.</summary>
    [Property]
    public void Sentence_OfAStepThatPaysLess_SaysWhy(Trial trial)
    {
        foreach (var settlement in trial.Settled())
        foreach (var (step, says) in Said(settlement))
        {
            if (step.Kind is not (StepKind.CapOnCost or StepKind.CapOnPayment))
                says.En.Contains(" is left", StringComparison.Ordinal).ShouldBe(step.Due is not null || HasLessLeft(step), says.En);
            if (step.Due is { } due)
                due.ShouldBeGreaterThan(step.Amount);
            if (says.En.Contains("a ceiling allows no more", StringComparison.Ordinal))
                settlement.Steps.ShouldContain(
                    other => other.Layer == step.Layer && other.Kind == StepKind.CapOnPayment && other.Amount > Money.Zero,
                    says.En
                );
        }
    }

    [Fact]
    public void Equations_OfTheTrials_AreAllMet()
    {
        var said = Enumerable
            .Range(0, RandomRulebooks.Count)
            .SelectMany(seed => new Trial(seed, RandomClaims.Sample(seed)).Settled())
            .SelectMany(Said)
            .Select(one => $"{one.Says.En} {one.Says.Zh}")
            .ToList();
        Equations
            .Where(equation =>
                !said.Exists(words => Regex.IsMatch(words, equation.Pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            )
            .Select(equation => equation.Pattern)
            .ShouldBeEmpty("an equation that no sentence has would hold nothing");
    }

    private static bool HasLessLeft(TraceStep step) =>
        step is { Kind: StepKind.QuotaExcess, Rest: { } rest } && rest != step.Base - step.Amount;

    private static void Holds(string words, TraceStep step, Settlement settlement)
    {
        var rounded =
            words.Contains("rounded as the policy says", StringComparison.Ordinal)
            || words.Contains("按政策规定取整", StringComparison.Ordinal);
        var most = rounded || step.Kind == StepKind.RateChange ? 0.01m * Math.Max(1, settlement.Claim.Items.Length) : 0.005m;
        foreach (var (pattern, off) in Equations)
        foreach (Match match in Regex.Matches(words, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            decimal.Abs(off([.. match.Groups.Values.Skip(1).OrderBy(group => group.Index).Select(Number)]))
                .ShouldBeLessThanOrEqualTo(most, $"{step.Kind}: {words}");
    }

    private static decimal Number(Group group) => decimal.Parse(group.Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static IEnumerable<(TraceStep Step, BilingualText Says)> Said(Settlement settlement)
    {
        Rate? share = null;
        foreach (var step in settlement.Steps)
        {
            share = step.Kind == StepKind.QuotaShare ? step.Rate : share;
            yield return (step, StepWords.Say(step, share));
        }
    }
}
