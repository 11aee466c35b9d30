using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Lists whose words change from day to day.</summary>
public sealed class DatedListTests
{
    /// <summary>The disease <c>gall</c> comes on 1 July and <c>flu</c> goes on 1 October; on 1 October the list <c>light</c>, of which it
    /// is made, also takes in <c>cold</c>.</summary>
    private const string Lists = """
        lists:
          light:
            2020-01-01: { add: [flu], reference: Notice 1 }
            2020-10-01: { add: [flu, cold], reference: Notice 3 }
          major:
            2020-01-01: { of: [light], add: [heart], reference: Notice 1, note: Two kinds. }
            2020-07-01: { of: [light], add: [heart, gall], reference: Notice 2 }
            2020-11-01: { of: [light], add: [heart, gall], remove: [flu], reference: Notice 4 }
        payers:
        """;

    private static readonly string Share = StepText.TiersOf(
        "rows: [ { when: { disease: { in: major } }, value: 80% }, { when: { disease: { not_in: major } }, value: 50% } ]"
    );

    [Theory]
    [InlineData("heart", "2020-01-01", 80)]
    [InlineData("gall", "2020-06-30", 50)]
    [InlineData("gall", "2020-07-01", 80)]
    [InlineData("cold", "2020-09-30", 50)]
    [InlineData("cold", "2020-10-01", 80)]
    [InlineData("flu", "2020-10-31", 80)]
    [InlineData("flu", "2020-11-01", 50)]
    [InlineData("gall", "2021-11-01", 80)]
    [InlineData("unnamed", "2020-11-01", 50)]
    public void Table_NamingAList_TakesItAsOfItsDay(string disease, string day, int paid) =>
        With(Town.Basic(Share)).Settle(Visit(disease, day)).Fund().ShouldBe(paid);

    [Theory]
    [InlineData("2020-06-30", 50)]
    [InlineData("2020-07-01", 80)]
    public void Table_DecidedByAdmission_TakesTheListOfThatDay(string admitted, int paid) =>
        With(Town.Layer("basic", "fund", "in_scope", "decided_by: admission", Share))
            .Settle(Visit("gall", "2020-07-20") with { Admitted = Day.Of(admitted) })
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData("2020-06-30", 0)]
    [InlineData("2020-07-01", 50)]
    public void Layer_AppliesToAList_AsOfTheDayOfTheLayer(string admitted, int paid) =>
        With(Town.Layer("basic", "fund", "in_scope", "decided_by: admission\napplies: { disease: { in: major } }", StepText.Tiers("50%")))
            .Settle(Visit("gall", "2020-07-20") with { Admitted = Day.Of(admitted) })
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData("2020-06-30", "2020-07-20", 0)]
    [InlineData("2020-07-01", "2020-07-20", 50)]
    public void LayerItems_OnAList_AreAsOfTheDayOfService(string service, string discharged, int paid) =>
        With(Town.Layer("basic", "fund", "in_scope", "decided_by: service\nitems: { item.code: { in: major } }", StepText.Tiers("50%")))
            .Settle(Visit("", discharged, TestClaim.A(100) with { Code = "gall", Date = Day.Of(service) }))
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData("2020-06-30", SettlementStatus.Settled)]
    [InlineData("2020-07-01", SettlementStatus.Refused)]
    public void Gate_OnAList_IsAsOfTheDayOfTheIndex(string day, SettlementStatus status) =>
        With(
                Town.Basic(Share),
                "gates: [ { id: no, when: { disease: { in: major } }, then: refuse, reference: Order 1, message: { en: No., zh: 否。 } } ]"
            )
            .Settle(Visit("gall", day))
            .Status.ShouldBe(status);

    [Fact]
    public void Items_OfOneRowOnBothSidesOfAChange_ShareTheirBands()
    {
        var rulebook = With(
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "decided_by: service",
                StepText.TiersOf(
                    "rows: [ { when: { item.code: { in: major } }, value: [ { above: 0, rate: 50% }, { above: 100, rate: "
                        + "100% } ] }, { otherwise: true, value: 0% } ]"
                )
            )
        );
        var settlement = rulebook.Settle(
            Visit(
                "",
                "2020-07-20",
                Of("heart", "2020-06-30"),
                Of("heart", "2020-07-01"),
                Of("gall", "2020-06-30"),
                Of("gall", "2020-07-01")
            )
        );
        settlement.Fund().ShouldBe(250m);
        settlement.Steps.Select(step => step.Base.ToString()).ShouldBe(["100.00", "200.00", "100.00"]);
    }

    [Fact]
    public void Layer_DecidedByServiceWithAnOwnList_MustBeCompleteForEveryDayOfService()
    {
        var applies = "decided_by: service\napplies: { disease: { in: major } }";
        With(
                Town.Layer(
                    "basic",
                    "fund",
                    "in_scope",
                    applies,
                    StepText.TiersOf("rows: [ { when: { disease: [flu, cold, heart, gall] }, value: 50% } ]")
                )
            )
            .Settle(Visit("gall", "2020-07-20", TestClaim.A(100) with { Date = Day.Of("2020-06-30") }))
            .Fund()
            .ShouldBe(50m);
        Should
            .Throw<PolicyException>(() =>
                With(
                    Town.Layer(
                        "basic",
                        "fund",
                        "in_scope",
                        applies,
                        StepText.TiersOf("rows: [ { when: { disease: [flu, cold, heart] }, value: 50% } ]")
                    )
                )
            )
            .Problems.Single()
            .Code.ShouldBe("table.gap");
    }

    [Fact]
    public void Row_NamingAList_KeepsItsPlaceInTheSettlement()
    {
        var rulebook = With(Town.Basic(Share));
        foreach (var day in new[] { "2020-06-30", "2020-07-01", "2020-11-01" })
            rulebook.Settle(Visit("heart", day)).Steps.Single().Rate!.Value.ToString().ShouldBe("80%");
    }

    /// <summary>Two lists on each of 49 storeys, each made of both below: 2^49 ways lead down.</summary>
    [Fact]
    public void Lists_WithManyWaysToOneWord_AreReadQuickly()
    {
        var storeys = string.Join(
            "\n",
            Enumerable.Range(0, 49).Select(i => $"  a{i}: {{ 2020-01-01: {Below(i)} }}\n  b{i}: {{ 2020-01-01: {Below(i)} }}")
        );
        var rulebook = Town.With(
            folder => folder.Replace("index.yaml", "payers:", $"lists:\n{storeys}\n  a49: [flu]\n  b49: [flu, cold]\npayers:"),
            Town.Basic(StepText.TiersOf("rows: [ { when: { disease: { in: a0 } }, value: 80% }, { otherwise: true, value: 50% } ]"))
        );
        rulebook.Settle(Visit("cold", "2020-07-01")).Fund().ShouldBe(80m);

        static string Below(int storey) => $"{{ of: [a{storey + 1}, b{storey + 1}], reference: x }}";
    }

    private static FeeItem Of(string code, string service) => TestClaim.A(100) with { Code = code, Date = Day.Of(service) };

    private static Claim Visit(string disease, string day) => Visit(disease, day, TestClaim.A(100));

    private static Claim Visit(string disease, string day, params ReadOnlySpan<FeeItem> items) =>
        TestClaim.Stay(items) with
        {
            Discharged = Day.Of(day),
            Disease = disease,
        };

    private static Rulebook With(string layer, string? gates = null) =>
        Town.With(
            folder =>
            {
                folder.Replace("index.yaml", "payers:", Lists);
                if (gates is not null)
                    folder.With("0-gates.yaml", gates);
            },
            layer
        );
}
