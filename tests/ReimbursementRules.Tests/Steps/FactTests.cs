using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Facts that follow from what a claim states.</summary>
public sealed class FactTests
{
    /// <summary>A quantity and a price that are out of range are problems, and nothing is multiplied.</summary>
    [Fact]
    public void MarkedUp_OfNumbersOutOfRange_EndsInProblems()
    {
        var rulebook = Town.With(
            folder =>
                folder.With(
                    "0-gates.yaml",
                    "gates:\n  - { id: markup, item: { item.marked_up: yes }, then: flag, reference: x, message: { en: "
                        + "Marked up, zh: 加价 } }\n"
                ),
            Town.Basic(StepText.Tiers("100%"))
        );
        var item = TestClaim.A(1) with { PurchasePrice = Money.Yuan(2), Quantity = decimal.MaxValue };
        Should
            .Throw<InputException>(() =>
                rulebook.Settle(
                    TestClaim.Stay(
                        item,
                        item with
                        {
                            Quantity = decimal.MinValue,
                        },
                        item with
                        {
                            Quantity = 1,
                            PurchasePrice = Money.FromCents(long.MinValue),
                        }
                    )
                )
            )
            .Problems.Select(problem => problem.Code)
            .ShouldBe(["item.quantity", "item.quantity", "item.purchase_price"]);
    }

    /// <summary>Approved on the day before the admission, on the day, the day after, or never.</summary>
    [Theory]
    [Example("2020-10-02", 1)]
    [Example("2020-10-03", 1)]
    [Example("2020-10-04", 2)]
    [Example("", 0)]
    public void Approval_IsPriorUpToTheDayOfAdmission(string approved, decimal fund) =>
        Paying("approval", ("none", 0), ("prior", 1), ("later", 2))
            .Settle(
                TestClaim.Stay(100) with
                {
                    Admitted = new(2020, 10, 3),
                    Approved = approved.Length == 0 ? null : DateOnly.Parse(approved, System.Globalization.CultureInfo.InvariantCulture),
                }
            )
            .Fund()
            .ShouldBe(fund);

    [Theory]
    [Example("2020-06-30", 1)]
    [Example("2020-07-01", 2)]
    [Example("2020-12-31", 2)]
    public void Month_IsThatOfTheDischarge(string day, decimal fund) =>
        Paying("month", ("{ below: 7 }", 1), ("{ from: 7 }", 2))
            .Settle(TestClaim.Stay(100) with { Discharged = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) })
            .Fund()
            .ShouldBe(fund);

    /// <summary>Two units bought at 5.00 each: a fee of 10.00 is not marked up, 10.01 is; without a price nothing is known and nothing
    /// marked.</summary>
    [Theory]
    [Example("9.99", false)]
    [Example("10.00", false)]
    [Example("10.01", true)]
    public void MarkedUp_IsAboveThePurchasePrice(decimal fee, bool isMarked)
    {
        var rulebook = Town.With(
            folder =>
                folder.With(
                    "0-gates.yaml",
                    "gates:\n  - { id: markup, item: { item.marked_up: yes }, then: flag, reference: x, message: { en: "
                        + "Marked up, zh: 加价 } }\n"
                ),
            Town.Basic(StepText.Tiers("50%"))
        );
        rulebook
            .Settle(TestClaim.Stay(TestClaim.A(fee) with { PurchasePrice = Money.Yuan(5), Quantity = 2 }))
            .Findings.Any()
            .ShouldBe(isMarked);
        rulebook.Settle(TestClaim.Stay(TestClaim.A(fee))).Findings.ShouldBeEmpty();
    }

    /// <summary>What a claim does not state is as if nothing had been before, and all is in order.</summary>
    [Theory]
    [Example("days_since_discharge", "{ from: 36_500 }")]
    [Example("providers_today", "{ below: 2 }")]
    [Example("visits_this_month", "{ below: 2 }")]
    [Example("enrolment", "in_force")]
    [Example("provider.designated", "no")]
    [Example("transferred", "no")]
    public void Fact_NotStated_HasItsDefault(string fact, string words)
    {
        var rulebook = Town.Of(Town.Layer("basic", "fund", "in_scope", $"applies: {{ {fact}: {words} }}", StepText.Tiers("50%")));
        rulebook.Settle(TestClaim.Stay(100)).Fund().ShouldBe(50);
    }

    /// <summary>40% of the bill is a third party's; where the claim states no share, all of it is.</summary>
    [Theory]
    [Example("40", "40.00")]
    [Example("0", "0.00")]
    [Example("", "100.00")]
    public void LiableShare_IsTheRateOfTheParty(string percent, decimal owed)
    {
        var rulebook = Town.Of(Town.Layer("liable", "aid", "in_scope", "rest: unchanged", StepText.Tiers("liable_share")));
        var claim = TestClaim.Stay(100);
        rulebook
            .Settle(
                percent.Length == 0
                    ? claim
                    : claim with
                    {
                        LiableShare = Rate.Percent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)),
                    }
            )
            .Aid()
            .ShouldBe(owed);
    }

    /// <summary>A layer by the day of service begins on 1 July: an item of the day before is not in it, whatever the day of
    /// discharge.</summary>
    [Fact]
    public void Layer_ByServiceDay_LeavesOutWhatWasServedBefore()
    {
        const string more = "from: 2020-07-01\ndecided_by: service";
        var rulebook = Town.Of(
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                more,
                "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-07-01: { value: 50%, reference: x } } }"
            )
        );
        var settlement = rulebook.Settle(
            TestClaim.Stay(TestClaim.A(100) with { Date = new(2020, 6, 30) }, TestClaim.A(100) with { Date = new(2020, 7, 1) })
        );
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([0m, 50m]);
    }

    private static Rulebook Paying(string fact, params (string Words, int Percent)[] rates) =>
        Town.Of(
            Town.Basic(
                StepText.TiersOf(
                    "rows: [ "
                        + $"{string.Join(", ", rates.Select(rate => $"{{ when: {{ {fact}: {rate.Words} }}, value: {rate.Percent}% }}"))} ]"
                )
            )
        );
}
