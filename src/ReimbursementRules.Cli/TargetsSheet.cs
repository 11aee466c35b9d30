using System.Globalization;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>What came of the targets on realised claims: each with its quotient, and for a miss the claims to look at.</summary>
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

        var (met, missed, not) = (Count(TargetStatus.Met), Count(TargetStatus.Missed), Count(TargetStatus.NotAsked));
        Say($"targets: {met} met, {missed} missed, {not} not asked here", $"目标：达到 {met}，未达到 {missed}，不适用 {not}");

        int Count(TargetStatus status) => results.Count(result => result.Status == status);
    }

    private void Line(ClaimTargetGroup group, Measured measured)
    {
        var of = group.Provider.Length == 0 ? "" : group.Provider + new BilingualText(": ", "：").In(language);
        var sums = $"{Show(measured.Numerator)} / {Show(measured.Denominator)}";
        var asked = measured.Asked.In(language);
        switch (measured.Status)
        {
            case TargetStatus.Met:
                Say($"  {of}{measured.Value} = {sums}, {asked} asked", $"  {of}{measured.Value} = {sums}，要求{asked}");
                break;
            case TargetStatus.Missed:
                Say(
                    $"  {of}{measured.Value} = {sums}, {asked} asked, missed by {measured.MissedBy}",
                    $"  {of}{measured.Value} = {sums}，要求{asked}，相差 {measured.MissedBy}"
                );
                foreach (var claim in group.Status == TargetStatus.Missed ? measured.Claims : [])
                    Say(
                        $"    claim {claim.Id} ({claim.Place}): {Show(claim.By)} from the bound",
                        $"    申请 {claim.Id}（{claim.Place}）：距界限 {Show(claim.By)}"
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
