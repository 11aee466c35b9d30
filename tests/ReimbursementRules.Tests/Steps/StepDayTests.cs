using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Curves;
using ReimbursementRules.Engines;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>A step whose values another day of the claim chooses than those of its layer.</summary>
public sealed class StepDayTests
{
    private const string Rates =
        "{ id: share, kind: tiers, table: { 2020-01-01: { value: 75%, reference: x }, 2020-10-05: { value: 80%, reference: x } } }";

    private const string Deductible = "id: deductible, kind: deductible, per: admission";
    private const string CostCap = "id: cap, kind: cap, of: cost, per: claim";
    private const string PaymentCap = "id: cap, kind: cap, of: payment, per: claim";
    private const string Lowered = "amount: { 2020-01-01: { value: 600, reference: x }, 2020-10-04: { value: 300, reference: x } }";

    public static TheoryData<IRuleEngine> Engines => [new NRulesEngine(), new GridEngine()];

    /// <summary>Three items of 1,000, one of 4 October and two of the next day. Admitted on 3 October the deductible of 600 takes 200 of
    /// each: 800 × 75% + 1,600 × 80% = 1,880. Admitted on the 4th it takes 100 of each: 900 × 75% + 1,800 × 80% = 2,115.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public void Deductible_ByAdmission_IsOneForItemsByService(IRuleEngine engine)
    {
        var book = ByService(engine, "admission", Deductible);
        (Fund(book, 3, 1_000, 1_000, 1_000), Fund(book, 4, 1_000, 1_000, 1_000)).ShouldBe((1_880m, 2_115m));
        (Fund(book, 3, 599.99m), Fund(book, 3, 600), Fund(book, 3, 600.01m)).ShouldBe((0m, 0m, 0.01m));
        (Fund(book, 4, 299.99m), Fund(book, 4, 300), Fund(book, 4, 300.01m)).ShouldBe((0m, 0m, 0.01m));
    }

    /// <summary>The discharge on 4 October lowers it, whenever the member was admitted; the day before does not.</summary>
    [Fact]
    public void Deductible_ByDischarge_IsOneForItemsByService()
    {
        var book = ByService(new NRulesEngine(), "discharge", Deductible);
        var claim = Of(1, TestClaim.A(1_000) with { Date = new(2020, 10, 1) });
        book.Settle(claim with { Discharged = new(2020, 10, 3) }).Fund().ShouldBe(300m);
        book.Settle(claim with { Discharged = new(2020, 10, 4) }).Fund().ShouldBe(525m);
    }

    /// <summary>Of the cost 600 count, or 300: at 75% of the day of service 450, or 225.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public void CapOnCost_ByAdmission_IsOneForItemsByService(IRuleEngine engine)
    {
        var book = ByService(engine, "admission", CostCap);
        (Fund(book, 3, 599.96m), Fund(book, 3, 600), Fund(book, 3, 600.04m)).ShouldBe((449.97m, 450m, 450m));
        (Fund(book, 4, 299.96m), Fund(book, 4, 300), Fund(book, 4, 300.04m)).ShouldBe((224.97m, 225m, 225m));
    }

    /// <summary>75% of 800 are 600. The items of a day later, 80% of 400, are cut with them in proportion: 600 + 320 become
    /// 600.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public void CapOnPayment_ByAdmission_IsOneForItemsByService(IRuleEngine engine)
    {
        var book = ByService(engine, "admission", PaymentCap);
        (Fund(book, 3, 799.98m), Fund(book, 3, 800), Fund(book, 3, 800.02m), Fund(book, 3, 800, 400)).ShouldBe((599.99m, 600m, 600m, 600m));
        (Fund(book, 4, 399.98m), Fund(book, 4, 400), Fund(book, 4, 400.02m), Fund(book, 4, 800, 400)).ShouldBe((299.99m, 300m, 300m, 300m));
    }

    /// <summary>In a layer by discharge the deductible of the day of admission counts, and a parameter its value of that day.</summary>
    [Theory]
    [Example("2020-01-01: { value: 600, reference: x }, 2020-10-04: { value: 300, reference: x }")]
    [Example("2020-01-01: { value: { parameter: wage, times: 50% }, reference: x }")]
    public void Deductible_ByAdmission_OfALayerByDischarge_HasTheValueOfItsDay(string amount)
    {
        var book = Town.With(
            folder =>
                folder.Replace(
                    "index.yaml",
                    "payers:",
                    "parameters: { wage: { 2020-01-01: { value: 1_200, reference: x }, 2020-10-04: { value: 600, reference: x } } }\n"
                        + "payers:"
                ),
            Town.Basic($"{{ {Deductible}, decided_by: admission, amount: {{ {amount} }} }}", StepText.Tiers("100%"))
        );
        (Fund(book, 3, 1_000), Fund(book, 4, 1_000)).ShouldBe((400m, 700m));
    }

    /// <summary>A member admitted the day before the layer begins has the deductible of that day; so the layer must have one.</summary>
    [Fact]
    public void Deductible_ByAdmission_OfALayerThatBeginsLater_CountsBeforeIt()
    {
        var book = Town.Of(Later("2020-01-01: { value: 600, reference: x }, 2020-10-04: { value: 300, reference: x }"));
        (Fund(book, 3, 1_000), Fund(book, 4, 1_000)).ShouldBe((400m, 700m));
        Should
            .Throw<PolicyException>(() => Town.Of(Later("2020-10-04: { value: 300, reference: x }")))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("value.late");

        static string Later(string amount) =>
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "from: 2020-10-04",
                $"{{ {Deductible}, decided_by: admission, amount: {{ {amount} }} }}",
                StepText.Tiers("100%")
            );
    }

    /// <summary>The list of the layer has grown between admission and discharge: what it lets through by discharge needs a row by
    /// admission too.</summary>
    [Fact]
    public void Deductible_ByAdmission_NeedsARowForWhateverTheLayerLetsThrough()
    {
        WithRows("{ when: { disease: gall }, value: 600 }, { when: { disease: flu }, value: 300 }")
            .Settle(Of(3, TestClaim.A(1_000)) with { Disease = "flu" })
            .Fund()
            .ShouldBe(700m);
        Should.Throw<PolicyException>(() => WithRows("{ when: { disease: gall }, value: 600 }"));

        static Rulebook WithRows(string rows) =>
            Town.With(
                folder =>
                    folder.Replace(
                        "index.yaml",
                        "payers:",
                        "lists: { listed: { 2020-01-01: { add: [gall], reference: x }, 2020-10-04: { add: [flu], reference: x } } }\n"
                            + "payers:"
                    ),
                Town.Layer(
                    "basic",
                    "fund",
                    "in_scope",
                    "applies: { disease: { in: listed } }",
                    $"{{ {Deductible}, decided_by: admission, amount: {{ 2020-01-01: {{ rows: [ {rows} ], reference: x }} }} }}",
                    StepText.Tiers("100%")
                )
            );
    }

    /// <summary>By admission in place of discharge: a comparison tells the key, and no proof says that both settle the same.</summary>
    [Fact]
    public void Day_OfAStep_IsComparedAndProved()
    {
        var (one, other) = (OfDay(""), OfDay("decided_by: admission, "));
        RulebookComparison
            .Of(one, other)
            .Changes.Select(change => change.Where)
            .ShouldBe(["basic.deductible.decided_by", "basic.deductible.amount", "basic.deductible.amount"]);
        EqualityProof.Of(one, other, Money.Yuan(1_000), 100).Unproved.ShouldBeGreaterThan(0);
        EqualityProof.Of(other, OfDay("decided_by: admission, "), Money.Yuan(1_000), 100).Unproved.ShouldBe(0);

        static Rulebook OfDay(string day) => Town.Of(Town.Basic($"{{ {Deductible}, {day}{Lowered} }}", StepText.Tiers("100%")));
    }

    /// <summary>The curves of layers by service, with the deductible and the caps of the day of admission, are as claims settle.</summary>
    [Theory]
    [Example(Deductible)]
    [Example(CostCap)]
    [Example(PaymentCap)]
    public void Curve_OfALayerByService_IsAsClaimsSettle(string step)
    {
        var book = ByService(new NRulesEngine(), "admission", step);
        foreach (var admitted in (int[])[3, 4])
        {
            var curve = Curve.Of(book, Of(admitted, Items(1_000, 500)), History.Empty, new VariedAmount(0, Money.Zero, Money.Yuan(2_000)));
            foreach (var cents in (long[])[0, 29_999, 30_000, 30_001, 59_999, 60_000, 60_001, 79_999, 80_000, 80_001, 150_000])
                CurveAgreement.HoldsAsStated(curve, History.Empty, Money.FromCents(cents));
        }
    }

    /// <summary>The row of the first days is reached by an admission of the day before, the other by one of the day.</summary>
    [Fact]
    public void Coverage_GoesByTheDayOfTheStep()
    {
        using var folder = new RulebookFolder();
        folder
            .Replace("2-basic.yaml", "per: admission", "per: admission\n    decided_by: admission")
            .Replace(
                "2-basic.yaml",
                "2020-01-01: { value: 600, reference: \"Town order 2\" }",
                "2020-01-01: { value: 600, reference: x }\n      2020-10-04: { value: 300, reference: x }"
            )
            .Reached("basic.deductible.amount", Admitted("2020-10-03"), Admitted("2020-10-04"))
            .ShouldBe(
                """
                2-basic.yaml:12 basic.deductible.amount: 1
                2-basic.yaml:13 basic.deductible.amount day_before: 1
                2-basic.yaml:13 basic.deductible.amount first_day: 2
                2-basic.yaml:13 basic.deductible.amount: 2

                """
            );

        static string Admitted(string day) => CoverageTown.Stay("2020-10-08", "1_000", $"setting: inpatient, admitted: {day}");
    }

    private static Rulebook ByService(IRuleEngine engine, string day, string step)
    {
        var text = $"{{ {step}, decided_by: {day}, {Lowered} }}";
        return Town.With(
            engine,
            _ => { },
            Town.Layer("basic", "fund", "in_scope", "decided_by: service", step == PaymentCap ? [Rates, text] : [text, Rates])
        );
    }

    private static decimal Fund(Rulebook book, int admitted, params decimal[] amounts) => book.Settle(Of(admitted, Items(amounts))).Fund();

    /// <summary>The first item is of 4 October, the others of the day after.</summary>
    private static FeeItem[] Items(params decimal[] amounts) =>
        [.. amounts.Select((amount, at) => TestClaim.A(amount) with { Date = new(2020, 10, at == 0 ? 4 : 5) })];

    private static Claim Of(int admitted, params ReadOnlySpan<FeeItem> items) =>
        TestClaim.Stay(items) with
        {
            Admitted = new(2020, 10, admitted),
        };
}
