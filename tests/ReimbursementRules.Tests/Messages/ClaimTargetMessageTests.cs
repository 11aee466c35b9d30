using ReimbursementRules.Checks;
using ReimbursementRules.Settlements;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What is said of targets on realised claims, of settled lines and of figures.</summary>
public sealed class ClaimTargetMessageTests
{
    private const string Line =
        """{"rulebook":"town","claim":{"id":"A","discharged":"2020-10-08","setting":"inpatient"},"status":"settled","reversal":false,"bill":1600.00,"patient":850.00,"hospital":0.00,"payers":{"fund":750.00,"aid":0.00},"parts":{"in_scope":{"at_first":1600.00}}}""";

    private static string Reversed =>
        Line.Replace("false", "true", StringComparison.Ordinal)
            .Replace("1600.00", "-1600.00", StringComparison.Ordinal)
            .Replace("850.00", "-850.00", StringComparison.Ordinal)
            .Replace("750.00", "-750.00", StringComparison.Ordinal);

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                "measure.sum",
                "must: { measure: payed, per: bill, at_least: 1% }",
                "targets.yaml:2:95: 'payed' is nothing that can be added up over claims. Known: claims, days, bill, paid, "
                    + "patient, fees, varieties, out_of_scope, over_ceiling, first_self_pay, in_scope, refused, basic.deductible, "
                    + "basic.share, basic.stays."
            },
            {
                "measure.fund",
                "must: { measure: { sum: bill, fund: fund }, at_least: 1 }",
                "targets.yaml:2:95: only what is paid is paid by a fund. Write 'sum: paid', or leave 'fund' out."
            },
            {
                "measure.items",
                "must: { measure: { sum: bill, items: { item.kind: drug } }, at_least: 1 }",
                "targets.yaml:2:95: only fees and varieties are those of some items. Write 'sum: fees' or 'sum: varieties', "
                    + "or leave 'items' out."
            },
            {
                "measure.fact",
                "when: { admission: first }, must: { measure: bill, at_least: 1 }",
                "targets.yaml:2:86: 'admission' follows from the history, which is not at hand here. Leave it out."
            },
            {
                "fact.item",
                "when: { item.kind: drug }, must: { measure: bill, at_least: 1 }",
                "targets.yaml:2:86: 'item.kind' is asked of an item and cannot decide here. Ask it under 'items'."
            },
            {
                "fact.claim",
                "must: { measure: { sum: fees, items: { setting: inpatient } }, at_least: 1 }",
                "targets.yaml:2:117: 'setting' is not asked of an item. Put it under 'when'."
            },
            {
                "target.number",
                "must: { measure: bill, at_least: many }",
                "targets.yaml:2:111: 'many' is not a bound. Write a percentage such as 70% or 105%, or a number such as 4 or 8_000."
            },
            {
                "target.bound",
                "must: { measure: bill, at_most_times: 105% }",
                "targets.yaml:2:84: a bound states one of at_least, at_most here."
            },
            {
                "target.bound",
                "must: { measure: bill, against: all, at_most: 105% }",
                "targets.yaml:2:84: a bound states one of at_least_more, at_most_less, at_most_more, at_most_times here."
            },
            {
                "word.unknown",
                "must: { measure: bill, against: al, at_most_times: 105% }",
                "targets.yaml:2:110: 'al' cannot stand here. Did you mean 'all'?"
            },
            { "list.empty", "must: { any: [] }", "targets.yaml:2:91: a list has at least one measure." },
            {
                "payer.unknown",
                "must: { measure: { sum: paid, fund: fnd }, at_least: 1 }",
                "targets.yaml:2:114: 'fnd' is not a payer of index.yaml. Did you mean 'fund'?"
            },
            {
                "key.unknown",
                "must: { measure: { figure: income, when: { setting: inpatient } }, at_least: 1 }",
                "targets.yaml:2:113: the key 'when' is not known here. Known: figure, less."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Target_Mistake_SaysWhereAndWhatToWrite(string code, string target, string message)
    {
        using var folder = Folder(target);
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string> Lines =>
        new()
        {
            {
                "settlement.sums",
                Line.Replace("850.00", "850.01", StringComparison.Ordinal),
                "settled.jsonl:1:130: what payers, patient and hospital bear does not add up to the bill. The line was "
                    + "changed after it was written."
            },
            {
                "claim.twice",
                Line + "\n" + Line,
                "settled.jsonl:2:1: claim 'A' is settled here a second time, first in settled.jsonl:1, and would count twice. Keep the "
                    + "line that stands, or add the reversal of the other."
            },
            {
                "claim.twice",
                string.Join('\n', Line, Reversed, Reversed),
                "settled.jsonl:3:1: claim 'A' is taken back here a second time, first in settled.jsonl:2, without a settlement "
                    + "between, and would be taken off twice. Keep one of the two reversals, or add the settlement between."
            },
            {
                "claim.twice",
                string.Join('\n', Reversed, Line, Reversed, Reversed),
                "settled.jsonl:4:1: claim 'A' is taken back here a second time, first in settled.jsonl:3, without a settlement "
                    + "between, and would be taken off twice. Keep one of the two reversals, or add the settlement between."
            },
            {
                "settlement.rulebook",
                Line.Replace("\"town\"", "\"village\"", StringComparison.Ordinal),
                "settled.jsonl:1:1: the claim was settled by the rulebook 'village', not by 'town'."
            },
            {
                "settlement.provider",
                Line,
                "settled.jsonl:1:1: the target 'asked' asks about items, and the line has none. Write the settlements with "
                    + "'batch --full'.\nsettled.jsonl:1:1: the target 'asked' asks each provider, and the claim does not state "
                    + "'provider.id'."
            },
            {
                "settlement.items",
                Line.Replace("\"id\":\"A\"", "\"id\":\"A\",\"provider.id\":\"H\"", StringComparison.Ordinal),
                "settled.jsonl:1:1: the target 'asked' asks about items, and the line has none. Write the settlements with 'batch --full'."
            },
            {
                "fact.missing",
                Line.Replace(",\"setting\":\"inpatient\"", ",\"provider.id\":\"H\"", StringComparison.Ordinal),
                "settled.jsonl:1:1: 'setting' is missing; targets.yaml:2 asks for it. Known: inpatient, outpatient, "
                    + "special_outpatient, chronic_outpatient, two_diseases, emergency_room, day_surgery, pharmacy, home_care, "
                    + "family_doctor, premium."
            },
            {
                "key.missing",
                "{}\n\n{",
                "settled.jsonl:1:1: 'bill' is missing here. Add it.\nsettled.jsonl:1:1: 'patient' is missing "
                    + "here. Add it.\nsettled.jsonl:1:1: 'hospital' is missing here. Add it.\nsettled.jsonl:1:1: "
                    + "'payers' is missing here. Add it.\nsettled.jsonl:1:1: 'parts' is missing here. Add "
                    + "it.\nsettled.jsonl:1:1: 'rulebook' is missing here. Add it.\nsettled.jsonl:1:1: 'claim' is "
                    + "missing here. Add it.\nsettled.jsonl:1:1: 'status' is missing here. Add it. Known: settled, "
                    + "held, refused.\nsettled.jsonl:1:1: "
                    + "'reversal' is missing here. Add it. Known: yes, no.\nsettled.jsonl:3:2: the text ends before everything that is "
                    + "open is closed. Add what closes it."
            },
        };

    /// <summary>All problems of all lines come at once, each with its line.</summary>
    [Theory]
    [MemberData(nameof(Lines))]
    public void SettledLine_Mistake_SaysWhere(string code, string lines, string message)
    {
        using var folder = Folder("each: provider, when: { setting: inpatient }, must: { measure: varieties, per: claims, at_least: 1 }");
        using var text = new StringReader(lines);
        Should
            .Throw<InputException>(() => folder.Load().Measure(RealisedClaim.ReadLines(text, "settled.jsonl"), Figures.None))
            .Problems.ShouldRead(code, message);
    }

    /// <summary>A reversal whose settlement is of an earlier period, and then the claim settled and taken back again, in any order that
    /// tells them apart.</summary>
    [Fact]
    public void SettledLines_WithOneReversalAlone_AreMeasured()
    {
        using var folder = Folder("must: { measure: paid, per: claims, at_most: 1 }");
        var other = Reversed
            .Replace("-750.00", "-740.00", StringComparison.Ordinal)
            .Replace("-850.00", "-860.00", StringComparison.Ordinal);
        foreach (var lines in new[] { Reversed, $"{Reversed}\n{Line}\n{Reversed}", $"{other}\n{Reversed}\n{Line}" })
        {
            using var text = new StringReader(lines);
            folder.Load().Measure(RealisedClaim.ReadLines(text, "settled.jsonl"), Figures.None).Count.ShouldBe(1);
        }
    }

    public static TheoryData<string, string, string> FigureFiles =>
        new()
        {
            {
                "figure.missing",
                "income: 1",
                "figures.yaml:1:1: the figure 'spending' is missing; the target 'asked' (targets.yaml:2) asks for it."
            },
            {
                "figure.unknown",
                "income: 1\nspending: 1\nspendings: 1",
                "figures.yaml:3:1: no target asks the figure 'spendings'. Did you mean 'spending'?"
            },
            {
                "figure.provider",
                "income: { H: 1 }\nspending: { G: 1 }",
                "figures.yaml:2:1: 'spending' has no number for the provider 'H', which has claims. Add it."
            },
            {
                "list.empty",
                "income: {}\nspending: 1",
                "figures.yaml:1:9: write at least one provider with its number, such as { hospital-1: 1_000 }."
            },
            {
                "value.blank",
                "'': 1\n' ': 2",
                "figures.yaml:1:1: a value is missing here. Write one, or leave the whole line out.\nfigures.yaml:2:1: a "
                    + "value is missing here. Write one, or leave the whole line out."
            },
            {
                "value.blank",
                "income: { '': 1, ' ': 2 }\nspending: 1",
                "figures.yaml:1:11: a value is missing here. Write one, or leave the whole line out.\nfigures.yaml:1:18: a "
                    + "value is missing here. Write one, or leave the whole line out."
            },
            {
                "amount.form",
                "income: 1.001\nspending: 1",
                "figures.yaml:1:9: '1.001' is not an amount. Write yuan without a unit, such as 1_200.50 or -600.00."
            },
        };

    [Theory]
    [MemberData(nameof(FigureFiles))]
    public void Figures_Mistake_SaysWhere(string code, string figures, string message)
    {
        using var folder = Folder("each: provider, must: { measure: { figure: income, less: { figure: spending } }, at_least: 0 }");
        folder.With("../figures.yaml", figures + "\n");
        using var text = new StringReader(Line.Replace("\"id\":\"A\"", "\"id\":\"A\",\"provider.id\":\"H\"", StringComparison.Ordinal));
        var claims = RealisedClaim.ReadLines(text, "settled.jsonl");
        Should
            .Throw<InputException>(() => folder.Load().Measure(claims, Figures.Load(folder.Path + "/../figures.yaml")))
            .Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string> Cases =>
        new()
        {
            {
                "target.unknown",
                "target: askd, figures: { income: 1 }, expect: { status: met }",
                "targets.cases.yaml:1:30: 'askd' is not a target of this rulebook. Did you mean 'asked'?"
            },
            {
                "target.provider",
                "target: asked, provider: H, figures: { income: 1 }, expect: { status: met }",
                "targets.cases.yaml:1:47: the target has no result for the provider 'H'."
            },
            { "case.mismatch", "target: asked, expect: { status: met }", "targets.cases.yaml:1:55: expected status met, was not_asked." },
            {
                "expect.unknown",
                "target: asked, expect: { state: met }",
                "targets.cases.yaml:1:47: 'state' cannot be expected here. Known: status, measure, missed_by, claims."
            },
            {
                "figure.unknown",
                "target: asked, figures: { incom: 1 }, expect: { status: met }",
                "targets.cases.yaml:1:46: the figure 'income' is missing; the target 'asked' (targets.yaml:2) asks for it.\n"
                    + "targets.cases.yaml:1:48: no target asks the figure 'incom'. Did you mean 'income'?"
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OfATarget_SaysWhatDiffers(string code, string text, string message)
    {
        using var folder = Folder("each: provider, must: { measure: { figure: income }, at_least: 0 }");
        folder.With("targets.cases.yaml", $"- {{ case: x, why: y, {text} }}\n");
        var report = RulebookCheck.Run(folder.Path);
        report.Problems.ShouldBeEmpty();
        report.Cases.Single().Mismatches.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string> CaseFiles =>
        new()
        {
            {
                "case.both",
                "target: asked, ledger: [], expect: { status: met }",
                "targets.cases.yaml:1:45: a case with 'target' has 'claims' or 'figures', and nothing else beside."
            },
        };

    [Theory]
    [MemberData(nameof(CaseFiles))]
    public void CaseFile_Mistake_SaysWhere(string code, string text, string message)
    {
        using var folder = Folder("must: { measure: { figure: income }, at_least: 0 }");
        folder.With("targets.cases.yaml", $"- {{ case: x, why: y, {text} }}\n");
        RulebookCheck.Run(folder.Path).Problems.ShouldRead(code, message);
    }

    private static RulebookFolder Folder(string target) => new RulebookFolder().With("targets.yaml", Text(target));

    internal static string Text(string target) =>
        $"targets:\n  - {{ id: asked, title: {{ en: Asked, zh: 要求 }}, of: claims, reference: frame, {target} }}\n";
}
