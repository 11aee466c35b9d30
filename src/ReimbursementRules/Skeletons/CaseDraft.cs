using ReimbursementRules.Claims;
using ReimbursementRules.Mutants;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>A case of a skeleton: claims of one member, one after another, whose amounts the rulebook works out.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Payer">The payer whose amount is told also where it is nothing.</param>
/// <param name="Claims">The claims.</param>
internal sealed record CaseDraft(BilingualText Name, string Payer, params IReadOnlyList<Claim> Claims)
{
    private static readonly BilingualText WorkedOut = new(
        "Worked out by the program: work it out by hand, then take 'unsigned' out.",
        "由程序算出：请人工核算后删去 unsigned。"
    );

    /// <summary>The case as a case file has it, not signed.</summary>
    public string Text(Rulebook rulebook, Language language)
    {
        var settled = MemberFold.Settle(rulebook, History.Empty, Claims);
        var text = new FileText()
            .Line($"- case: {FileText.Quoted(Name.In(language))}")
            .Line($"  why: {FileText.Quoted(Why(settled, language))}")
            .Line("  unsigned: true");
        if (Claims.Count > 1)
            text.Line("  claims:");
        var (first, later) = Claims.Count > 1 ? ("    - ", "      ") : ("  ", "  ");
        foreach (var (i, one) in settled.Index())
            text.Line($"{first}claim: {StatedClaim.Show(Claims[i])}").Line($"{later}expect: {{ {string.Join(", ", Expected(one))} }}");
        return text.ToString();
    }

    private IEnumerable<string> Expected(FoldedClaim one)
    {
        if (one.Settlement is not { } settlement)
        {
            yield return $"invalid: [{string.Join(", ", one.Problems!.Problems.Select(problem => problem.Code))}]";
            yield break;
        }

        foreach (var payer in settlement.Payers.Where(payer => payer.Payer == Payer || payer.Amount > Money.Zero))
            yield return $"{payer.Payer}: {Amount(payer.Amount)}";
        yield return $"patient: {Amount(settlement.Patient)}";
        if (settlement.Status != SettlementStatus.Settled)
            yield return $"status: {EnumWords.Of(settlement.Status)}";
        if (!settlement.Findings.IsEmpty)
            yield return $"findings: [{string.Join(", ", settlement.Findings.Select(finding => finding.Id))}]";
        var parts = settlement.Parts.Where(part => part.Name is "first_self_pay" or "out_of_scope" or "over_ceiling").ToList();
        if (parts.Count > 0)
            yield return $"parts: {{ {string.Join(", ", parts.Select(part => $"{part.Name}: {Amount(part.Amount)}"))} }}";
    }

    /// <summary>The sums of the trace, claim after claim.</summary>
    private static string Why(FoldedClaim[] settled, Language language)
    {
        var between = language == Language.Chinese ? "" : " ";
        var said = new List<string> { WorkedOut.In(language) };
        foreach (var (i, one) in settled.Index())
        {
            var sums = one.Settlement is { } settlement
                ? string.Join(between, settlement.Steps.Select(step => StepWords.Say(step, null).In(language)))
                : one.Problems!.Problems[0].Message.In(language);
            if (sums.Length > 0)
                said.Add(settled.Length == 1 ? sums : new BilingualText($"{i + 1}: {sums}", $"第 {i + 1} 张：{sums}").In(language));
        }

        return string.Join(between, said);
    }

    private static string Amount(Money amount) => amount.ToReadable().Replace(',', '_');
}
