using System.Globalization;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>What came of targets: of those on realised claims each quotient, and for a miss the claims to look at.</summary>
internal sealed class TargetsSheet(TextWriter output, Language language)
{
    public void Write(IReadOnlyList<ClaimTargetResult> results)
    {
        foreach (var result in results)
        {
            output.WriteLine($"{Word(result.Status, result.IsWish)}  {result.Title.In(language)} [{result.Source.In(language)}]");
            foreach (var group in result.Groups)
            foreach (var measured in group.Measures)
                Line(group, measured);
        }

        Counted(results.Select(result => result.Status).ToList());
    }

    /// <summary>What came of the targets on tables: each with the case that is nearest to its bound, and every miss.</summary>
    public void Write(IReadOnlyList<TargetResult> results)
    {
        foreach (var result in results)
        {
            output.WriteLine($"{Word(result.Status, result.IsWish)}  {result.Title.In(language)}");
            if (result.Margin is { } margin)
                Say(
                    $"  by {margin.Words.En}, the nearest to the bound [{margin.Place}]{Case(margin)}",
                    $"  余量 {margin.Words.Zh}，最接近界限者 [{margin.Place}]{Case(margin)}"
                );
            foreach (var problem in result.Misses.Concat(result.Warnings))
                output.WriteLine($"  {problem.In(language)}");
        }

        Counted(results.Select(result => result.Status).ToList());

        static string Case(TargetMargin margin) => margin.Case.Length == 0 ? "" : $" {{ {margin.Case} }}";
    }

    private void Counted(List<TargetStatus> all)
    {
        var (met, missed, not) = (Count(TargetStatus.Met), Count(TargetStatus.Missed), Count(TargetStatus.NotAsked));
        Say($"targets: {met} met, {missed} missed, {not} not asked here", $"目标：达到 {met}，未达到 {missed}，不适用 {not}");

        int Count(TargetStatus status) => all.Count(one => one == status);
    }

    private void Line(ClaimTargetGroup group, Measured measured)
    {
        var of = group.Provider.Length == 0 ? "" : group.Provider + new BilingualText(": ", "：").In(language);
        var sums = $"{Show(measured.Numerator)} / {Show(measured.Denominator)}";
        var asked = measured.Asked.In(language);
        switch (measured.Status)
        {
            case TargetStatus.Met:
                Say(
                    $"  {of}{measured.Value} = {sums}, {asked} asked, met by {measured.MetBy}",
                    $"  {of}{measured.Value} = {sums}，要求{asked}，余量 {measured.MetBy}"
                );
                break;
            case TargetStatus.Missed:
                Say(
                    $"  {of}{measured.Value} = {sums}, {asked} asked, missed by {measured.MissedBy}",
                    $"  {of}{measured.Value} = {sums}，要求{asked}，相差 {measured.MissedBy}"
                );
                foreach (var claim in group.Status == TargetStatus.Missed ? measured.Claims : [])
                    Say(
                        $"    claim {claim.Id} ({claim.Place}): {Show(claim.By)} from the bound",
                        $"    单据 {claim.Id}（{claim.Place}）：距界限 {Show(claim.By)}"
                    );
                break;
            default:
                Say($"  {of}nothing to divide by: {sums}", $"  {of}无可比数：{sums}");
                break;
        }
    }

    private string Word(TargetStatus status, bool isWish) =>
        (
            status switch
            {
                TargetStatus.Met => new BilingualText("met      ", "达到　"),
                TargetStatus.Missed when isWish => new BilingualText("should be", "应调整"),
                TargetStatus.Missed => new BilingualText("missed   ", "未达到"),
                _ => new BilingualText("not asked", "不适用"),
            }
        ).In(language);

    private void Say(string en, string zh) => output.WriteLine(new BilingualText(en, zh).In(language));

    private static string Show(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
