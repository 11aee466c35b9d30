using ReimbursementRules.Tests.Builders;
using static ReimbursementRules.Tests.Builders.CoverageTown;

namespace ReimbursementRules.Tests.Coverage;

/// <summary>Rows, values, bands and the ways of steps: each is reached by one case, and not by the others.</summary>
public sealed class StepCoverageTests : IDisposable
{
    private const string Share = "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 50%, reference: R } } }";

    private readonly RulebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A base below 600 is a part of the deductible, one of 600 and more fills it. Per admission nothing is used before.</summary>
    [Fact]
    public void Deductible_PerAdmission_ComesOutInTwoWays() =>
        _folder
            .Reached("basic.deductible", Stay("2020-10-08", "599.99"), Stay("2020-10-08", "600"), Stay("2020-10-08", "600.01"))
            .ShouldBe(
                """
                2-basic.yaml:7 basic.deductible part: 1
                2-basic.yaml:7 basic.deductible used_up: 2 3
                2-basic.yaml:11 basic.deductible.amount: 1 2 3

                """
            );

    /// <summary>The third claim of case 2 comes after 500 and 100 have filled the 600, as does case 3 with its history.</summary>
    [Fact]
    public void Deductible_PerYear_ComesOutInThreeWays() =>
        _folder
            .Replace("2-basic.yaml", "per: admission", "per: year")
            .Reached(
                "basic.deductible",
                Stay("2020-10-08", "500"),
                Year(Stay("2020-03-01", "500"), Stay("2020-05-01", "1_000"), Stay("2020-10-08", "1_000")),
                "history: [{ what: basic.deductible, per: year, since: 2020-01-01, amount: 600 }]\n  " + Stay("2020-10-08", "1_000")
            )
            .ShouldBe(
                """
                2-basic.yaml:7 basic.deductible part: 1 2
                2-basic.yaml:7 basic.deductible used_up: 2
                2-basic.yaml:7 basic.deductible untouched: 2 3
                2-basic.yaml:11 basic.deductible.amount: 1 2 3

                """
            );

    /// <summary>A deductible of nothing can only be nothing.</summary>
    [Fact]
    public void Deductible_OfZero_HasNoWays() =>
        _folder
            .Replace("2-basic.yaml", "value: 600", "value: 0")
            .Reached("basic.deductible", Stay("2020-10-08", "500"))
            .ShouldBe("2-basic.yaml:11 basic.deductible.amount: 1\n");

    /// <summary>Case 1 has an item below 100, case 2 one above, case 3 both.</summary>
    [Fact]
    public void Deductible_PerItem_LooksAtEachItem() =>
        _folder
            .Replace("2-basic.yaml", "per: admission", "per: item")
            .Replace("2-basic.yaml", "value: 600", "value: 100")
            .Reached("basic.deductible ", Of("50"), Of("100.01"), Of("40", "300"))
            .ShouldBe(
                """
                2-basic.yaml:7 basic.deductible part: 1 3
                2-basic.yaml:7 basic.deductible used_up: 2 3

                """
            );

    /// <summary>50% of 200 is the 100 of the year, of 200.02 a cent more; with 100 used before nothing is left.</summary>
    [Fact]
    public void Cap_PerYear_ComesOutInThreeWays() =>
        With(Share, "{ id: cap, kind: cap, of: payment, per: year, amount: { 2020-01-01: { value: 100, reference: R } } }")
            .Reached(
                "basic.cap",
                Stay("2020-10-08", "200"),
                Stay("2020-10-08", "200.02"),
                "history: [{ what: basic.cap, per: year, since: 2020-01-01, amount: 100 }]\n  " + Stay("2020-10-08", "10")
            )
            .ShouldBe(
                """
                2-basic.yaml:7 basic.cap idle: 1
                2-basic.yaml:7 basic.cap hit: 2
                2-basic.yaml:7 basic.cap exhausted: 3
                2-basic.yaml:7 basic.cap.amount: 1 2 3

                """
            );

    /// <summary>Per claim nothing is used before; a row that says none has no limit, but is a row.</summary>
    [Fact]
    public void Cap_PerClaim_ComesOutInTwoWaysAndHasRows() =>
        With(
                "{ id: cap, kind: cap, of: cost, per: claim, amount: { 2020-01-01: { reference: R, "
                    + "rows: [{ when: { emergency: yes }, value: none }, { otherwise: true, value: 100 }] } } }",
                Share
            )
            .Reached(
                "basic.cap",
                Stay("2020-10-08", "100"),
                Stay("2020-10-08", "100.01"),
                Stay("2020-10-08", "100.01", "setting: inpatient, emergency: yes")
            )
            .ShouldBe(
                """
                2-basic.yaml:6 basic.cap idle: 1
                2-basic.yaml:6 basic.cap hit: 2
                2-basic.yaml:6 basic.cap.amount: 3
                2-basic.yaml:6 basic.cap.amount: 1 2

                """
            );

    [Fact]
    public void Quota_ComesOutInThreeWays() =>
        With(Quota("1_000"))
            .Reached("basic.quota", Stay("2020-10-08", "999.99"), Stay("2020-10-08", "1_000"), Stay("2020-10-08", "1_000.01"))
            .ShouldBe(
                """
                2-basic.yaml:6 basic.quota below: 1
                2-basic.yaml:6 basic.quota at: 2
                2-basic.yaml:6 basic.quota above: 3
                2-basic.yaml:6 basic.quota.amount: 1 2 3
                2-basic.yaml:6 basic.quota.rate: 1 2 3

                """
            );

    /// <summary>3 days have no second phase, 4 days have.</summary>
    [Fact]
    public void Quota_ByBedDays_HasItsPhases() =>
        With(Quota("{ per_day: [{ above: 0, value: 300 }, { above: 3, value: 200 }] }"))
            .Reached(
                "basic.quota.amount",
                Stay("2020-10-08", "10", "admitted: 2020-10-05, setting: inpatient"),
                Stay("2020-10-08", "10", "admitted: 2020-10-04, setting: inpatient")
            )
            .ShouldBe(
                """
                2-basic.yaml:6 basic.quota.amount: 1 2
                2-basic.yaml:6 basic.quota.amount above_0: 1 2
                2-basic.yaml:6 basic.quota.amount above_3: 2

                """
            );

    /// <summary>50% is paid before. Of 100 that is 50, more than 40%; with 30 out of scope it is 50 of 130, which is less.</summary>
    [Fact]
    public void TopUp_ComesOutInTwoWays()
    {
        _folder.With(
            "3-floor.yaml",
            Town.Layer(
                "floor",
                "aid",
                "[basic.share, out_of_scope]",
                "",
                "{ id: raise, kind: top_up, of: bill, to: { 2020-01-01: { value: 40%, reference: R } } }"
            )
        );
        With(Share).Reached("basic", Stay("2020-10-08", "100")).ShouldNotBeEmpty();
        _folder.Cover().Points.Single(point => point is { Of: "floor.raise", Branch: "raises" }).IsReached.ShouldBeFalse();
        _folder
            .WithCases(Items("aid: 2.00", "class: A, amount: 100", "class: C, amount: 30"))
            .Cover()
            .Points.Where(point => point.Of == "floor.raise" && point.IsReached)
            .Select(point => point.Branch)
            .ShouldBe(["raises"]);
    }

    [Fact]
    public void Account_ComesOutInTwoWays()
    {
        _folder.Replace(
            "index.yaml",
            "  aid: { title: { en: Aid, zh: 救助 } }\n",
            "  own: { title: { en: Account, zh: 个人账户 }, account: yes }\n"
        );
        With(Share)
            .With("3-account.yaml", Town.Layer("account", "own", "basic.share", "", "{ id: pay, kind: account, reference: R }"))
            .Reached(
                "account.pay",
                Stay("2020-10-08", "100", "setting: inpatient, account_balance: 50"),
                Stay("2020-10-08", "100.02", "setting: inpatient, account_balance: 50")
            )
            .ShouldBe(
                """
                3-account.yaml:6 account.pay covers: 1
                3-account.yaml:6 account.pay runs_out: 2

                """
            );
    }

    /// <summary>At the edge the band below has all of it.</summary>
    [Fact]
    public void Bands_AreReachedOneByOne() =>
        With(
                """
                id: share
                    kind: tiers
                    edges: after_deductible
                    table:
                      2020-01-01:
                        reference: R
                        value:
                          - { above: 0, rate: 50% }
                          - { above: 1_000, rate: 60% }
                """
            )
            .Reached("basic.share", Stay("2020-10-08", "1_000"), Stay("2020-10-08", "1_000.01"))
            .ShouldBe(
                """
                2-basic.yaml:10 basic.share.table: 1 2
                2-basic.yaml:13 basic.share.table: 1 2
                2-basic.yaml:14 basic.share.table: 2

                """
            );

    /// <summary>Rows of items, of a change of rates, and the row of all others: each item has its own.</summary>
    [Fact]
    public void Rows_OfItemsAndChanges_AreReachedByTheirItems() =>
        With(
                """
                id: share
                    kind: tiers
                    edges: after_deductible
                    table:
                      2020-01-01:
                        reference: R
                        rows:
                          - { when: { item.kind: drug }, value: 50% }
                          - { otherwise: true, value: 60% }
                    adjust:
                      - 2020-01-01:
                          reference: R
                          rows:
                            - { when: { emergency: yes }, add: 10% }
                            - { otherwise: true, add: 0% }
                """
            )
            .Reached(
                "basic.share",
                Items("fund: 0.50", "class: A, kind: drug, amount: 1"),
                "claim: { discharged: 2020-10-08, setting: inpatient, emergency: yes, items: [{ class: A, kind: drug, amount: 1 }, "
                    + "{ class: A, kind: bed, amount: 1 }] }\n  expect: { fund: 1.30 }",
                Items("fund: 0.50", "class: A, kind: drug, amount: 1", "class: C, kind: bed, amount: 1")
            )
            .ShouldBe(
                """
                2-basic.yaml:13 basic.share.table: 1 2 3
                2-basic.yaml:14 basic.share.table: 2
                2-basic.yaml:19 basic.share.adjust.1: 2
                2-basic.yaml:20 basic.share.adjust.1: 1 3

                """
            );

    /// <summary>50% and a point for each year of age, at most 60%: at the age of 9 it is 59%, at 10 and 11 the most.</summary>
    [Fact]
    public void Growth_ComesToItsMost() =>
        With(
                "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { "
                    + "value: { rate: 50%, add: 1%, each: age, at_most: 60% }, reference: R } } }"
            )
            .Reached(
                "basic.share.table",
                Stay("2020-10-08", "10", "setting: inpatient, age: 9"),
                Stay("2020-10-08", "10", "setting: inpatient, age: 11")
            )
            .ShouldBe(
                """
                2-basic.yaml:6 basic.share.table: 1 2
                2-basic.yaml:6 basic.share.table at_most: 2
                2-basic.yaml:6 basic.share.table computed: 1

                """
            );

    /// <summary>A tenth of the bill: of 9.99 it is the least of 1, of 10.10 what is computed, of 50 the most of 5.</summary>
    [Fact]
    public void ComputedAmount_ComesToItsBounds() =>
        With(
                "{ id: deductible, kind: deductible, per: claim, amount: { 2020-01-01: { value: { of: bill, times: 10%, at_least: 1, "
                    + "at_most: 5 }, reference: R } } }",
                StepText.Tiers("50%")
            )
            .Reached(
                "basic.deductible.amount",
                Stay("2020-10-08", "9.99", "setting: inpatient"),
                Stay("2020-10-08", "10.10", "setting: inpatient"),
                Stay("2020-10-08", "50", "setting: inpatient")
            )
            .ShouldBe(
                """
                2-basic.yaml:6 basic.deductible.amount: 1 2 3
                2-basic.yaml:6 basic.deductible.amount at_least: 1
                2-basic.yaml:6 basic.deductible.amount at_most: 3
                2-basic.yaml:6 basic.deductible.amount computed: 2

                """
            );

    private static string Of(params IEnumerable<string> amounts) =>
        Items("status: settled", amounts.Select(amount => $"class: A, amount: {amount}"));

    private static string Quota(string standard) =>
        $"{{ id: quota, kind: quota, pays_on: limit, amount: {{ 2020-01-01: {{ value: {standard}, reference: R }} }}, "
        + "rate: { 2020-01-01: { value: 70%, reference: R } }, excess: { patient: 100% } }";

    private RulebookFolder With(params ReadOnlySpan<string> steps) => _folder.With("2-basic.yaml", Town.Basic(steps));
}
