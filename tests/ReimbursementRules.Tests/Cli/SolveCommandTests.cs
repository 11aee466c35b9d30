using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Cli;

/// <summary>The questions that an analyst asks backwards: which amount leaves this much to someone?</summary>
public sealed class SolveCommandTests
{
    private const string Claim = "discharged: 2020-10-08\nsetting: inpatient\nhospital.level: two\nitems: [{ class: A, amount: 1 }]\n";

    /// <summary>(x − 600) × 75% = 13,050 at x = 18,000.00 only; its neighbours give a cent less or more.</summary>
    [Fact]
    public void Solve_Fund_GivesEveryAmountOfThatSum() =>
        Of("fund=13050.00")
            .Output.ShouldBe(
                """
                fund = 13,050.00 where item 1, looked at from 0.00 to 1,000,000.00, is
                  18,000.00
                At 18,000.00: bill 18,000.00 = Fund 13,050.00 + Aid 0.00 + patient 4,950.00 + hospital 0.00

                """
            );

    /// <summary>The fund pays nothing up to the deductible, and one cent from half a cent of 75%: 600.01 × 75% rounds to 0.01.</summary>
    [Theory]
    [Example("fund=0.00", "0.00 to 600.00")]
    [Example("fund=0.01", "600.01")]
    [Example("fund=0.02", "600.02 to 600.03")]
    [Example("basic.deductible=600.00", "600.00 to 1,000,000.00")]
    [Example("basic.deductible=599.99", "599.99")]
    [Example("patient=600.00", "600.00 to 600.02")]
    [Example("基金=0.01", "600.01")]
    [Example("Fund=0.01", "600.01")]
    [Example("患者=600.00", "600.00 to 600.02")]
    [Example("全自费=0.00", "0.00 to 1,000,000.00")]
    public void Solve_AroundTheDeductible_GivesWholeStretches(string goal, string amounts) => Amounts(Of(goal)).ShouldBe([amounts]);

    /// <summary>The most is 1,000.00, and the sum is never reached: the nearest is told, from below.</summary>
    [Fact]
    public void Solve_SumNeverReached_TellsTheNearest()
    {
        var run = Of("fund=1000.00", "--to", "1000");
        run.Code.ShouldBe(1);
        run.Output.ShouldBe("No amount of item 1 from 0.00 to 1,000.00 gives fund = 1,000.00.\n  nearest: 1,000.00 gives fund = 300.00\n");
    }

    /// <summary>A quota of 6,000 at 70%: below it the hospital saves, at 5,000 the 700 that are 70% of the rest; above it the hospital
    /// bears every cent and the patient no more than 1,800.</summary>
    [Theory]
    [Example("hospital=-700.00", "5,000.00")]
    [Example("hospital=0.01", "6,000.01")]
    [Example("patient=1500.00", "4,999.99 to 5,000.01")]
    [Example("patient=1800.00", "5,999.99 to 1,000,000.00")]
    public void Solve_UnderAQuota_GivesSavingsAndLosses(string goal, string amounts) => Amounts(By(Quota, goal)).ShouldBe([amounts]);

    /// <summary>Nothing is paid of a bill below 600.00, and half from there on: 400.00 is left of 400.00, and again of 800.00 and
    /// 800.01.</summary>
    [Fact]
    public void Solve_SumThatJumps_GivesEveryAmount() =>
        Amounts(By(Town.Layer("basic", "fund", "in_scope", "applies: { bill: { from: 600 } }", StepText.Tiers("50%")), "patient=400.00"))
            .ShouldBe(["400.00", "800.00 to 800.01"]);

    private const string Gates = """
        gates:
          - { id: just_below, when: { bill: { from: 4_900, below: 5_000 } }, then: refuse, liable: hospital, reference: x, message: { en: Below, zh: 低 } }
          - { id: narrow, when: { bill: { from: 1_000, below: 1_000.50 } }, then: refuse, liable: aid, reference: x, message: { en: Narrow, zh: 窄 } }
          - { id: one_item, item: { item.amount: { from: 2_000, below: 2_000.01 } }, then: refuse, liable: aid, reference: x, message: { en: One, zh: 一项 } }

        """;

    /// <summary>Bills from 4,900 to below 5,000 fall to the hospital, and windows of 50 cents and of one cent to the aid: each is found,
    /// however
    /// far the search goes.</summary>
    [Theory]
    [Example("hospital=4950.00", "4,950.00")]
    [Example("patient=0.00", "0.00; 1,000.00 to 1,000.49; 2,000.00; 4,900.00 to 4,999.99")]
    [Example("aid=1000.25", "1,000.25")]
    [Example("aid=2000.00", "2,000.00")]
    public void Solve_InAWindow_GivesItsAmounts(string goal, string amounts)
    {
        foreach (var to in (string[])["10000", "1000000", "99999999999"])
            string.Join("; ", Amounts(With("0-gates.yaml", Gates, goal, "--to", to))).ShouldBe(amounts, to);
    }

    /// <summary>The nearest is the same however far the search goes: 4,999.99 is the most that the hospital bears.</summary>
    [Theory]
    [Example("hospital=5000.00", "nearest: 4,999.99 gives hospital = 4,999.99")]
    [Example("hospital=1.00", "nearest: 0.00 gives hospital = 0.00; nearest: 4,900.00 gives hospital = 4,900.00")]
    [Example("aid=1500.00", "nearest: 1,000.49 gives aid = 1,000.49; nearest: 2,000.00 gives aid = 2,000.00")]
    public void Solve_SumNeverReached_TellsTheNearestOfAWindow(string goal, string nearest)
    {
        foreach (var to in (string[])["10000", "123456.78", "1000000"])
            string.Join("; ", Amounts(With("0-gates.yaml", Gates, goal, "--to", to))).ShouldBe(nearest, to);
    }

    /// <summary>The fund pays nothing above 75,000.00, which 100,600.00 gives first: (100,600 − 600) × 75%.</summary>
    [Theory]
    [Example("200000")]
    [Example("1000000")]
    [Example("99999999.99")]
    public void Solve_AboveACap_TellsTheLeastAmountThatReachesIt(string to)
    {
        var layer = Town.Basic(StepText.Deductible("admission", "600"), StepText.Tiers("75%"), StepText.Cap("payment", "claim", "75_000"));
        Amounts(By(layer, "fund=80000.00", "--to", to)).ShouldBe(["nearest: 100,600.00 gives fund = 75,000.00"]);
    }

    /// <summary>An item above its ceiling price is rejected: two units at 50.00 each.</summary>
    [Fact]
    public void Solve_AboveACeilingPrice_IsFound()
    {
        using var folder = new RulebookFolder().Replace("1-catalogue.yaml", "ceiling: trim", "ceiling: reject");
        var edges = folder.Load().EdgesOf(TestClaim.Stay(TestClaim.A(1) with { CeilingPrice = Money.Yuan(50), Quantity = 2 }), 0);
        edges.ShouldBe([Money.Yuan(100.01m)]);
    }

    [Theory]
    [Example(
        "nobody=1",
        "'nobody' does not come out of this rulebook. Known: patient, cash, account, hospital, fund, aid, out_of_scope, "
            + "over_ceiling, first_self_pay, in_scope, refused, basic.deductible, basic.share.\n"
    )]
    public void Solve_UnknownName_TellsWhatCanBeAsked(string goal, string message) => Of(goal).ShouldBe(new(1, "", message));

    [Fact]
    public void Solve_ItemThatIsNotThere_IsSaid() =>
        Of("fund=1", "--item", "2").ShouldBe(new(1, "", "the claim has no item 2; its items are 1 to 1.\n"));

    [Fact]
    public void Solve_GoalOrAmountThatCannotBeRead_IsAUsageError()
    {
        Of("fund").Code.ShouldBe(2);
        Of("fund=much").Code.ShouldBe(2);
        Of("fund=1", "--to", "-1").Code.ShouldBe(2);
        Of("fund=1", "--from", "10", "--to", "9").Code.ShouldBe(1);
    }

    [Fact]
    public void Solve_InChinese_AnswersInChinese() =>
        Of("fund=13050.00", "--lang", "zh")
            .Output.ShouldBe(
                "使 fund = 13,050.00 元的第 1 项金额（在 0.00 至 1,000,000.00 元之间）：\n  18,000.00 元\n金额为 18,000.00 元时：费用 18,000.00 = 基金 "
                    + "13,050.00 + 救助 0.00 + 患者 4,950.00 + 医疗机构 0.00\n"
            );

    /// <summary>The fund pays all above 5.00, and the aid raises payments to half of the bill: it pays most at 5.00 and nothing from 10.00
    /// on. No condition begins or ends there, and nothing of it is left on either side.</summary>
    [Theory]
    [Example("aid=2.00", "3.99 to 4.00; 6.00 to 6.01")]
    [Example("aid=2.50", "4.99 to 5.01")]
    [Example("aid=3.00", "nearest: 4.99 gives aid = 2.50")]
    public void Solve_PaymentThatRisesAndFalls_IsFound(string goal, string amounts)
    {
        foreach (var to in (string[])["20", "1000000", "99999999999"])
            string.Join("; ", Amounts(Raised(goal, "--to", to))).ShouldBe(amounts, to);
    }

    /// <summary>The same far from either end: a band of 3.00 pays all, the next 3.00 nothing, so that half is paid again behind
    /// them.</summary>
    [Theory]
    [Example("1000")]
    [Example("1000000")]
    [Example("99999999999")]
    public void Solve_BandsThatMakeUpForEachOther_AreFound(string to)
    {
        const string Bands = "[{ above: 0, rate: 50% }, { above: 431, rate: 100% }, { above: 434, rate: 0% }, { above: 437, rate: 50% }]";
        var layer = Town.Basic(StepText.Tiers(Bands));
        Amounts(By(layer, "patient=215.50", "--to", to)).ShouldBe(["431.00 to 434.00"]);
        Amounts(By(layer, "fund=218.50", "--to", to)).ShouldBe(["434.00 to 437.00"]);
    }

    private static CliRun Raised(string goal, params string[] more)
    {
        using var folder = new RulebookFolder()
            .Without("2-basic.yaml")
            .With("2-layer.yaml", Town.Basic(StepText.Tiers("[{ above: 0, rate: 0% }, { above: 5, rate: 100% }]")))
            .With(
                "3-layer.yaml",
                Town.Layer(
                    "raise",
                    "aid",
                    "basic.share",
                    "",
                    $"{{ id: raise, kind: top_up, of: bill, to: {StepText.Dated("value: 50%")} }}"
                )
            );
        return In(folder, goal, more);
    }

    private static string Quota => Town.Basic(StepText.Quota("quota", "6_000", "70%", "{ hospital: 100% }", "hospital"));

    private static string[] Amounts(CliRun run) =>
        [.. run.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim())];

    private static CliRun Of(string goal, params string[] more) => By(null, goal, more);

    private static CliRun By(string? layer, string goal, params string[] more)
    {
        using var folder = new RulebookFolder();
        if (layer is not null)
            folder.Without("2-basic.yaml").With("2-layer.yaml", layer);
        return In(folder, goal, more);
    }

    private static CliRun With(string file, string text, string goal, params string[] more)
    {
        using var folder = new RulebookFolder().With(file, text);
        return In(folder, goal, more);
    }

    private static CliRun In(RulebookFolder folder, string goal, string[] more)
    {
        var claim = System.IO.Path.Combine(Directory.CreateTempSubdirectory("solve-").FullName, "claim.yaml");
        File.WriteAllText(claim, Claim);
        try
        {
            return CliRun.Of(["solve", folder.Path, claim, "--for", goal, .. more]);
        }
        finally
        {
            Directory.Delete(System.IO.Path.GetDirectoryName(claim)!, recursive: true);
        }
    }
}
