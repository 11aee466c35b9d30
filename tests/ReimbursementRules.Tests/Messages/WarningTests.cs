using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Tables;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What <c>check</c> warns of: who owns a hospital changes what is paid, or a lower level is paid less. A warning fails
/// nothing.</summary>
public sealed class WarningTests
{
    private const string Owner =
        "Private hospitals have the reimbursement policy of public ones of their level (ten measures of Fujian for public hospitals).";
    private const string Primary = "Payment policy leans to primary care: a lower level is paid no less (city plan of 2012).";

    private static readonly string TooMany = string.Join(
        ", ",
        Enumerable.Range(0, 340).Select(i => $"{{ when: {{ disease: d{i}, age: {i % 150}, hospital.level: one }}, value: 1% }}")
    );

    public static TheoryData<string, string, string> Warnings =>
        new()
        {
            {
                "warning.ownership",
                Rate("{ when: { hospital.ownership: public }, value: 75% }, { when: { hospital.ownership: private }, value: 74.9999% }"),
                $"2-layer.yaml:6:87: 'hospital.ownership' changes what is paid: public by this row, private by the row on line 6. {Owner}"
            },
            {
                "warning.ownership",
                "{ id: deductible, kind: deductible, per: claim, amount: { 2020-01-01: { rows: [ { when: { "
                    + "hospital.ownership: private }, value: 600.01 }, { otherwise: true, value: 600 } ], reference: x } } }",
                $"2-layer.yaml:6:143: 'hospital.ownership' changes what is paid: public by this row, private by the row on line 6. {Owner}"
            },
            {
                "warning.level",
                Rate("{ when: { hospital.level: three }, value: 75.0001% }, { when: { hospital.level: [one, two, unrated] }, value: 75% }"),
                $"2-layer.yaml:6:141: 'one' is paid less by this row than 'three' by the row on line 6. {Primary}"
            },
            {
                "warning.level",
                Rate("{ when: { hospital.level: unrated }, value: 79% }, { otherwise: true, value: 80% }"),
                $"2-layer.yaml:6:87: 'unrated' is paid less by this row than 'two' by the row on line 6. {Primary}"
            },
            {
                "warning.level",
                Rate("{ when: { retired: yes, hospital.level: three }, value: 90% }, { otherwise: true, value: 85% }"),
                $"2-layer.yaml:6:150: 'one' is paid less by this row than 'three' by the row on line 6, for {{ retired: yes }}. {Primary}"
            },
            {
                "warning.level",
                Rate(
                    "{ when: { hospital.level: three }, value: [ { above: 0, rate: 70% }, { above: 1_000, rate: 81% } ] }, { "
                        + "otherwise: true, value: 80% }"
                ),
                $"2-layer.yaml:6:189: 'one' is paid less by this row than 'three' by the row on line 6. {Primary}"
            },
            {
                "warning.level",
                "{ id: deductible, kind: deductible, per: claim, amount: { 2020-01-01: { rows: [ { when: { hospital.level: "
                    + "two }, value: 600 }, { otherwise: true, value: 600.01 } ], reference: x } } }",
                $"2-layer.yaml:6:132: 'one' is paid less by this row than 'two' by the row on line 6. {Primary}"
            },
            {
                "warning.tier",
                Rate("{ when: { hospital.tier: [village, township] }, value: 50% }, { otherwise: true, value: 50.5% }"),
                $"2-layer.yaml:6:87: 'village' is paid less by this row than 'county' by the row on line 6. {Primary}"
            },
            {
                "warning.large",
                Rate(TooMany + ", { otherwise: true, value: 1% }"),
                "2-layer.yaml:6:87: 'basic.share.table' tells more than 100000 combinations apart; whether it leans the "
                    + "wrong way by 'hospital.level' was not looked at."
            },
        };

    /// <summary>All warnings but that the town's second payer pays nothing.</summary>
    private static List<Problem> Leanings(CheckReport report) => [.. report.Warnings.Where(warning => warning.Code != "warning.unused")];

    [Theory]
    [MemberData(nameof(Warnings))]
    public void Check_PolicyThatLeansTheWrongWay_Warns(string code, string step, string message)
    {
        var report = Of(step);
        report.Passed.ShouldBeTrue();
        Leanings(report).ShouldRead(code, message);
    }

    /// <summary>Equal, or leaning to the lower level, in every band and at every level; and what another fact decides.</summary>
    [Theory]
    [Example("{ when: { hospital.level: three }, value: 75% }, { when: { hospital.level: [one, two, unrated] }, value: 75% }")]
    [Example(
        "{ when: { hospital.level: three }, value: 60% }, { when: { hospital.level: two }, value: 70% }, { otherwise: true, value: 80% }"
    )]
    [Example("{ when: { hospital.ownership: public }, value: 75% }, { when: { hospital.ownership: private }, value: 75% }")]
    [Example("{ when: { retired: yes }, value: 90% }, { otherwise: true, value: 80% }")]
    [Example(
        "{ when: { hospital.level: three }, value: [ { above: 0, rate: 60% }, { above: 10, rate: 80% } ] }, { otherwise: true, value: 80% }"
    )]
    public void Check_PolicyThatLeansTheRightWay_SaysNothing(string rows) => Leanings(Of(Rate(rows))).ShouldBeEmpty();

    /// <summary>Ownership changes no amount and no rate of any step, and a lower level gets no lower rate. What a cap or a standard leaves
    /// is more for the one and less for the other, so that levels may differ there.</summary>
    [Theory]
    [Example("{ id: cap, kind: cap, of: cost, per: claim, amount: X }", "600", "700", "warning.ownership")]
    [Example("{ id: q, kind: quota, pays_on: limit, amount: X, rate: 50%, excess: { patient: 100% } }", "600", "700", "warning.ownership")]
    [Example("{ id: q, kind: quota, pays_on: limit, amount: 600, rate: X, excess: { patient: 100% } }", "50%", "60%", "both")]
    [Example("{ id: t, kind: top_up, of: bill, to: X }", "50%", "60%", "both")]
    public void Check_AnyStepThatLeansTheWrongWay_Warns(string step, string less, string more, string warns)
    {
        CodesOf("hospital.ownership", "private", less, more).ShouldBe(["warning.ownership"]);
        CodesOf("hospital.ownership", "private", less, less).ShouldBeEmpty();
        CodesOf("hospital.level", "[one, unrated]", less, more).ShouldBe(warns == "both" ? ["warning.level"] : []);
        CodesOf("hospital.level", "[one, unrated]", more, less).ShouldBeEmpty();
        CodesOf("hospital.level", "[one, unrated]", less, less).ShouldBeEmpty();

        List<string> CodesOf(string fact, string words, string first, string other)
        {
            var rows = StepText.Dated(
                $"rows: [ {{ when: {{ {fact}: {words} }}, value: {first} }}, {{ otherwise: true, value: {other} }} ]"
            );
            var text = step.Replace("rate: 50%", $"rate: {StepText.Dated("value: 50%")}", StringComparison.Ordinal)
                .Replace("amount: 600", $"amount: {StepText.Dated("value: 600")}", StringComparison.Ordinal)
                .Replace("X", rows, StringComparison.Ordinal);
            using var folder = new RulebookFolder();
            folder
                .Without("2-basic.yaml")
                .With(
                    "2-layer.yaml",
                    step.Contains("kind: cap", StringComparison.Ordinal) ? Town.Basic(text, StepText.Tiers("75%")) : Town.Basic(text)
                );
            return [.. Leanings(RulebookCheck.Run(folder.Path)).Select(warning => warning.Code)];
        }
    }

    /// <summary>A layer for public hospitals alone is a rate that ownership changes; an adjustment for one level too.</summary>
    [Fact]
    public void Check_LayerOrAdjustmentThatLeans_Warns()
    {
        using var folder = new RulebookFolder();
        folder
            .Without("2-basic.yaml")
            .With(
                "2-layer.yaml",
                Town.Layer("basic", "fund", "in_scope", "applies: { hospital.ownership: public }", StepText.Tiers("50%"))
            );
        Leanings(RulebookCheck.Run(folder.Path)).Select(warning => warning.Code).ShouldBe(["warning.ownership"]);
        folder.With(
            "2-layer.yaml",
            Town.Basic(
                "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 50%, reference: x } }, "
                    + "adjust: [ { 2020-01-01: { reference: x, rows: [ { when: { hospital.level: three }, add: 1% }, { otherwise: "
                    + "true, add: 0% } ] } } ] }"
            )
        );
        Leanings(RulebookCheck.Run(folder.Path)).Select(warning => warning.Code).ShouldBe(["warning.level"]);
    }

    /// <summary>Ownership changes no rate, whichever of the two gets more.</summary>
    [Theory]
    [Example("public", "private")]
    [Example("private", "public")]
    public void Check_AdjustmentByOwnership_Warns(string more, string less)
    {
        var rows =
            $"rows: [ {{ when: {{ hospital.ownership: {more} }}, add: 1% }}, {{ when: {{ hospital.ownership: {less} }}, add: 0% }} ]";
        var adjust = $"adjust: [ {StepText.Dated(rows)} ]";
        Leanings(Of($"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated("value: 50%")}, {adjust} }}"))
            .Select(warning => warning.Code)
            .ShouldBe(["warning.ownership"]);
    }

    /// <summary>A tenth less is no less than ten points less, at any rate; of 50% the points leave 40% and the tenth 45%. The second
    /// change of a rate is looked at as the first is.</summary>
    [Theory]
    [Example("less: 10%", "times: 90%", "warning.level")]
    [Example("times: 90%", "less: 10%", "")]
    [Example("times: 90%", "times: 90%", "")]
    public void Check_AdjustmentsThatDifferInTheMiddle_AreCompared(string ofOne, string ofOthers, string warning)
    {
        var rows = $"rows: [ {{ when: {{ hospital.level: [one, unrated] }}, {ofOne} }}, {{ otherwise: true, {ofOthers} }} ]";
        var adjust = $"adjust: [ {StepText.Dated("add: 1%")}, {StepText.Dated(rows)} ]";
        Leanings(Of($"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated("value: 50%")}, {adjust} }}"))
            .Select(found => found.Code)
            .ShouldBe(warning.Length == 0 ? [] : [warning]);
    }

    /// <summary>What is too large to look at is named: the second change of a rate.</summary>
    [Fact]
    public void Check_AnAdjustmentThatIsTooLarge_IsNamed()
    {
        var rows = $"rows: [ {TooMany.Replace("value: 1%", "add: 1%", StringComparison.Ordinal)}, {{ otherwise: true, add: 1% }} ]";
        var adjust = $"adjust: [ {StepText.Dated("add: 1%")}, {StepText.Dated(rows)} ]";
        Leanings(Of($"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated("value: 50%")}, {adjust} }}"))
            .ShouldHaveSingleItem()
            .Text.En.ShouldStartWith("'basic.share.adjust.2' tells more than 100000 combinations apart");
    }

    public static TheoryData<string, string, string> Unpaid =>
        new()
        {
            {
                "warning.unpaid",
                "{ when: { hospital.level: three }, value: 50% }, { otherwise: true, value: 60% }",
                "2-layer.yaml:13:17: this row never pays: wherever it applies, 'basic' has no payment standard (2-layer.yaml:9) and so "
                    + "does not apply. Let the layer apply only where there is a standard, and leave the row out."
            },
            {
                "warning.unpaid",
                "{ when: { hospital.level: three, retired: yes }, value: 50% }, { otherwise: true, value: 60% }",
                "2-layer.yaml:13:17: this row never pays: wherever it applies, 'basic' has no payment standard (2-layer.yaml:9) and so "
                    + "does not apply. Let the layer apply only where there is a standard, and leave the row out."
            },
        };

    /// <summary>A rate for hospitals for which no payment standard exists.</summary>
    [Theory]
    [MemberData(nameof(Unpaid))]
    public void Check_RowOfAQuotaWithoutAStandard_Warns(string code, string rates, string message)
    {
        var report = Quota(rates);
        report.Passed.ShouldBeTrue();
        Leanings(report).Where(one => one.Code != "warning.level").ToList().ShouldRead(code, message);
    }

    /// <summary>A row that also applies where there is a standard pays there.</summary>
    [Theory]
    [Example("{ when: { hospital.level: [two, three] }, value: 50% }, { otherwise: true, value: 60% }")]
    [Example("{ when: { retired: yes }, value: 50% }, { otherwise: true, value: 60% }")]
    public void Check_RowOfAQuotaThatHasAStandardSomewhere_SaysNothing(string rates) =>
        Quota(rates).Warnings.ShouldNotContain(one => one.Code == "warning.unpaid");

    /// <summary>Rates that tell too much apart are named, and not passed over.</summary>
    [Fact]
    public void Check_RatesOfAQuotaThatAreTooLarge_AreNamed() =>
        Quota(TooMany + ", { otherwise: true, value: 1% }")
            .Warnings.ShouldContain(one =>
                one.Text.En
                == "'basic.quota.rate' tells more than 100000 combinations apart; whether each of its rows ever pays was not looked at."
            );

    /// <summary>A payment standard of 6,000 at all levels but three.</summary>
    private static CheckReport Quota(string rates)
    {
        using var folder = new RulebookFolder();
        folder
            .Without("2-basic.yaml")
            .With(
                "2-layer.yaml",
                $$"""
                id: basic
                title: { en: Quota, zh: 定额 }
                payer: fund
                base: in_scope
                steps:
                  - id: quota
                    kind: quota
                    pays_on: limit
                    amount: { 2020-01-01: { rows: [ { when: { hospital.level: three }, value: none }, { otherwise: true, value: 6_000 } ], reference: x } }
                    rate:
                      2020-01-01:
                        reference: x
                        rows: [ {{rates}} ]
                    excess: { patient: 100% }

                """
            );
        return RulebookCheck.Run(folder.Path);
    }

    /// <summary>A word that an order leaves out would never be looked at.</summary>
    [Fact]
    public void Leaning_OfEachFact_OrdersAllItsWords()
    {
        foreach (var axis in Axis.All)
            axis.Words.SelectMany(words => words)
                .ShouldBe(KnownFacts.All.Single(fact => fact.Name == axis.Fact).Words, ignoreOrder: true, axis.Fact);
    }

    [Fact]
    public void Warning_InChinese_NamesTheReason() =>
        Leanings(Of(Rate("{ when: { hospital.level: unrated }, value: 79% }, { otherwise: true, value: 80% }")))
            .Single()
            .In(Language.Chinese)
            .ShouldBe(
                "2-layer.yaml:6:87: 本行对“unrated”的支付低于第 6 行对“two”的支付。支付政策向基层倾斜："
                    + "较低级别的报销不应低于较高级别（2012 年市级方案）。"
            );

    private static string Rate(string rows) =>
        $"{{ id: share, kind: tiers, edges: after_deductible, table: {{ 2020-01-01: {{ rows: [ {rows} ], reference: x }} }} }}";

    private static CheckReport Of(string step)
    {
        using var folder = new RulebookFolder();
        folder
            .Without("2-basic.yaml")
            .With(
                "2-layer.yaml",
                step.Contains("kind: tiers", StringComparison.Ordinal) ? Town.Basic(step) : Town.Basic(step, StepText.Tiers("75%"))
            );
        return RulebookCheck.Run(folder.Path);
    }
}
