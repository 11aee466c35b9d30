using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Spaces;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What counts as an admission: the patient keeps 900 of the first stay of the year, 600 of the second and 300 of each after it;
/// the
/// fund pays half of the rest. Nothing is kept of a stay that goes on from another hospital.</summary>
public sealed class AdmissionTests
{
    private const string Rows =
        "rows: [ { when: { transferred: yes }, value: 0 }, { when: { transferred: no, admission: first }, value: 900 }, "
        + "{ when: { transferred: no, admission: second }, value: 600 }, { when: { transferred: no, admission: later }, value: 300 } ]";

    private const string Gates = """
        gates:
          - { id: third, when: { cause: third_party }, then: refuse, reference: x, message: { en: Third, zh: 第三人 } }
          - { id: paper, when: { channel: manual }, then: hold, reference: x, message: { en: Paper, zh: 手工 } }

        """;

    private static readonly Rulebook Book = Town.With(
        folder => folder.With("0-gates.yaml", Gates),
        Town.Layer(
            "basic",
            "fund",
            "in_scope",
            "applies: { setting: inpatient }",
            StepText.DeductibleOf("admission", Rows),
            StepText.Tiers("50%")
        )
    );

    private static readonly Rulebook Numbered = Town.Of(
        Town.Layer(
            "basic",
            "fund",
            "in_scope",
            "",
            StepText.TiersOf(
                "rows: [ { when: { admission: first }, value: 10% }, { when: { admission: second }, value: 20% }, "
                    + "{ when: { admission: later }, value: 30% } ]"
            )
        )
    );

    private static readonly Rulebook Rungs = Town.Of(
        Town.Layer(
            "basic",
            "fund",
            "in_scope",
            "",
            StepText.DeductibleOf(
                "admission",
                "rows: [ { when: { admission_number: 1 }, value: 900 }, { when: { admission_number: 2 }, value: 700 }, "
                    + "{ when: { admission_number: 3 }, value: 500 }, { when: { admission_number: 4 }, value: 300 }, "
                    + "{ when: { admission_number: { from: 5 } }, value: 100 } ]"
            ),
            StepText.Tiers("100%")
        )
    );

    /// <summary>(1,900 − 900) × 50% = 500; 1,000 × 50% = 500; the next is the second: (1,600 − 600) × 50% = 500.</summary>
    [Fact]
    public void Stay_ThatGoesOnInAnotherHospital_IsNoAdmissionOfItsOwn() =>
        Paid(Stay("2020-02-01", 1_900), Onward("2020-02-10", 1_000), Stay("2020-03-10", 1_600)).ShouldBe([500m, 500m, 500m]);

    /// <summary>Whoever goes on from a hospital whose stay is not known has been admitted once.</summary>
    [Fact]
    public void Stay_ThatGoesOnFromOneThatIsNotKnown_IsTheFirst()
    {
        var onward = Book.Settle(Onward("2020-02-10", 1_000));
        onward.History.Entries.ShouldHaveSingleItem().Times.ShouldBe(1);
        Paid(Onward("2020-02-10", 1_000), Onward("2020-02-20", 1_000), Stay("2020-03-10", 1_600)).ShouldBe([500m, 500m, 500m]);
    }

    /// <summary>Five rungs by the number of the stay: 900, 700, 500, 300, and 100 from the fifth on.</summary>
    [Fact]
    public void Rungs_ByTheNumber_FallWithEachStay()
    {
        Paid(Rungs, [.. Enumerable.Range(1, 7).Select(month => Stay($"2020-0{month}-01", 1_000))])
            .ShouldBe([100m, 300m, 500m, 700m, 900m, 900m, 900m]);
        Paid(Rungs, Stay("2020-01-01", 1_000) with { Admission = 4 }, Onward("2020-01-02", 1_000), Stay("2020-02-01", 1_000))
            .ShouldBe([700m, 700m, 900m]);
    }

    /// <summary>The largest number is that of every stay after it.</summary>
    [Fact]
    public void Number_BeyondTheLargest_StaysTheLargest()
    {
        var book = Town.Of(
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "",
                StepText.TiersOf(
                    "rows: [ { when: { admission_number: { below: 1000 } }, value: 10% }, "
                        + "{ when: { admission_number: 1000 }, value: 20% } ]"
                )
            )
        );
        Paid(
                book,
                Stay("2020-01-01", 100) with
                {
                    Admission = 999,
                },
                Stay("2020-01-02", 100) with
                {
                    Admission = 1000,
                },
                Stay("2020-01-03", 100)
            )
            .ShouldBe([10m, 20m, 20m]);
    }

    /// <summary>The word and the number of one stay, asked at once, are the same stay: no claim is both the first and the third.</summary>
    [Fact]
    public void Number_BesideTheWord_HasOneChoice()
    {
        var book = Town.Of(
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "",
                StepText.TiersOf(
                    "rows: [ { when: { admission: first }, value: 10% }, "
                        + "{ when: { admission: [second, later], admission_number: { below: 4 } }, value: 20% }, "
                        + "{ when: { admission: [second, later], admission_number: { from: 4 } }, value: 30% } ]"
                )
            )
        );
        var choice = ClaimSpace.Of(book).OfClaim.Single(one => one.Name.StartsWith("admission", StringComparison.Ordinal));
        choice.Values.ShouldBe(["", "1", "2", "3", "4", "5"]);
        Paid(book, Stay("2020-01-01", 100) with { Admission = 3 }, Stay("2020-01-02", 100)).ShouldBe([20m, 30m]);
    }

    [Fact]
    public void Rungs_ByTheNumber_LoseNoCase() =>
        Rungs
            .Rules.Where(rule => rule.Table.StartsWith("basic.deductible", StringComparison.Ordinal))
            .Select(rule => rule.Conditions.En)
            .ShouldBe([
                "day of discharge: from 2020-01-01, number of the admission: 1",
                "day of discharge: from 2020-01-01, number of the admission: 2",
                "day of discharge: from 2020-01-01, number of the admission: 3",
                "day of discharge: from 2020-01-01, number of the admission: 4",
                "day of discharge: from 2020-01-01, number of the admission: from 5",
            ]);

    /// <summary>10% of the first, and of what goes on from it; 20% of the second, and of what goes on from that; 30% of the
    /// third.</summary>
    [Fact]
    public void Stay_ThatGoesOn_HasTheNumberOfItsAdmission() =>
        Paid(
                Numbered,
                Stay("2020-02-01", 100),
                Onward("2020-02-10", 100),
                Stay("2020-03-01", 100),
                Onward("2020-03-10", 100),
                Stay("2020-04-01", 100)
            )
            .ShouldBe([10m, 10m, 20m, 20m, 30m]);

    /// <summary>The next stay counts on from the number that one states: 3 after 2, and 2 after 1 though two were counted.</summary>
    [Theory]
    [Example(2, "10, 20, 30")]
    [Example(1, "10, 10, 20")]
    [Example(3, "10, 30, 30")]
    public void Number_ThatIsStated_CarriesOn(int stated, string rates) =>
        string.Join(
                ", ",
                Paid(Numbered, Stay("2020-02-01", 100), Stay("2020-03-01", 100) with { Admission = stated }, Stay("2020-04-01", 100))
            )
            .ShouldBe(rates);

    /// <summary>Only stays count: a visit has the next number and takes none.</summary>
    [Fact]
    public void Visit_TakesNoNumber() =>
        Paid(Numbered, Stay("2020-02-01", 100), Stay("2020-03-01", 100) with { Setting = Setting.Outpatient }, Stay("2020-04-01", 100))
            .ShouldBe([10m, 20m, 20m]);

    /// <summary>A stay that is refused is no admission; one that waits for its review is, until the review fails.</summary>
    [Fact]
    public void Stay_ThatIsRefused_IsNoAdmission()
    {
        Paid(Stay("2020-02-01", 1_900) with { Cause = Cause.ThirdParty }, Stay("2020-03-10", 1_900)).ShouldBe([0m, 500m]);
        Paid(Stay("2020-02-01", 1_900) with { Channel = ClaimChannel.Manual }, Stay("2020-03-10", 1_600)).ShouldBe([500m, 500m]);
        var ledger = MemberLedger
            .Open(Book)
            .Settle(Stay("2020-02-01", 1_900) with { Id = "A", Channel = ClaimChannel.Manual }, Day.Of("2020-02-01"))
            .Settle(Stay("2020-03-10", 1_900) with { Id = "B" }, Day.Of("2020-03-10"));
        ledger.LineOf("B").Settlement.Fund().ShouldBe(650);
        ledger.Review("A", passed: false, Day.Of("2020-04-01")).LineOf("B").Settlement.Fund().ShouldBe(500);
    }

    /// <summary>Once the first stay is taken back, the next is the first; once what goes on from it comes late, nothing changes.</summary>
    [Fact]
    public void Stay_ThatIsTakenBack_IsNoAdmission()
    {
        var ledger = MemberLedger
            .Open(Book)
            .Settle(Stay("2020-02-01", 1_900) with { Id = "A" }, Day.Of("2020-02-01"))
            .Settle(Stay("2020-03-10", 1_600) with { Id = "B" }, Day.Of("2020-03-10"));
        ledger.LineOf("B").Settlement.Fund().ShouldBe(500);
        ledger.Settle(Onward("2020-02-10", 100) with { Id = "C" }, Day.Of("2020-04-01")).Lines.Length.ShouldBe(3);
        ledger.Reverse("A", Day.Of("2020-04-01")).LineOf("B").Settlement.Fund().ShouldBe(350);
    }

    /// <summary>What is put together begins as the stay of the first admission began, whichever takes the items.</summary>
    [Theory]
    [Example("earlier")]
    [Example("later")]
    public void Stays_PutTogether_AreTheAdmissionOfTheFirst(string into)
    {
        var book = Town.With(
            folder =>
                folder.With(
                    "episodes.yaml",
                    "episodes: [{ id: onward, earlier: { setting: inpatient }, later: { setting: inpatient, transferred: yes }, "
                        + $"within_days: 0, same: [disease], into: {into}, reference: x }}]"
                ),
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "applies: { setting: inpatient }",
                StepText.DeductibleOf("admission", Rows),
                StepText.Tiers("50%")
            )
        );
        var first = Stay("2020-02-01", 1_000) with { Admitted = Day.Of("2020-01-20"), Disease = "flu" };
        var onward = Onward("2020-02-10", 900) with { Admitted = Day.Of("2020-02-01"), Disease = "flu", Admission = 3 };
        var claims = book.Assemble([first, onward]);
        var stay = claims.ShouldHaveSingleItem();
        (stay.Transferred, stay.Admission).ShouldBe((null, null));
        var settlement = book.Settle(stay);
        settlement.Fund().ShouldBe(500);
        settlement.History.Entries.Single(entry => entry.What == "admissions").Times.ShouldBe(1);
    }

    private static List<decimal> Paid(params Claim[] claims) => Paid(Book, claims);

    private static List<decimal> Paid(Rulebook book, params Claim[] claims)
    {
        var paid = new List<decimal>();
        Settlement? last = null;
        foreach (var claim in claims)
        {
            last = book.Settle(claim, last?.History ?? History.Empty);
            paid.Add(last.Fund());
        }

        return paid;
    }

    private static Claim Stay(string day, decimal amount) => TestClaim.Stay(amount) with { Discharged = Day.Of(day) };

    private static Claim Onward(string day, decimal amount) => Stay(day, amount) with { Transferred = true };
}
