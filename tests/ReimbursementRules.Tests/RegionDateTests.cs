using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Reports;
using ReimbursementRules.Spaces;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>Facts that are days: 80% before 2001, 50% from then on.</summary>
public sealed class RegionDateTests
{
    [Theory]
    [Example("1900-01-01", 80)]
    [Example("2000-12-31", 80)]
    [Example("2001-01-01", 50)]
    [Example("2999-12-31", 50)]
    public void Date_OfAClaim_IsAskedInRanges(string day, decimal paid) =>
        Book("retired_on: date").Settle(Retired(day)).Fund().ShouldBe(paid);

    /// <summary>A single day, one that it is not, and a range with both ends.</summary>
    [Theory]
    [Example("2000-12-31", "10, 10")]
    [Example("2001-01-01", "20, 20")]
    [Example("2001-01-02", "10, 20")]
    [Example("2001-01-03", "10, 10")]
    public void Date_AsADayOrBetweenTwo_IsAskedExactly(string day, string paid)
    {
        var only = Rowed("{ when: { retired_on: 2001-01-01 }, value: 20% }, { when: { retired_on: { not: 2001-01-01 } }, value: 10% }");
        var between = Rowed(
            "{ when: { retired_on: { from: 2001-01-01, before: 2001-01-03 } }, value: 20% }, { otherwise: true, value: 10% }"
        );
        $"{only.Settle(Retired(day)).Fund():0}, {between.Settle(Retired(day)).Fund():0}".ShouldBe(paid);
    }

    [Theory]
    [Example("{ kind: date, default: 2000-12-31 }", 80)]
    [Example("{ kind: date, default: 2001-01-01, title: { en: retired on, zh: 退休日期 } }", 50)]
    public void Date_WithADefault_MayBeLeftOut(string fact, decimal paid) =>
        Book($"retired_on: {fact}").Settle(TestClaim.Stay(100)).Fund().ShouldBe(paid);

    [Theory]
    [Example("date")]
    [Example("{ kind: date }")]
    public void Date_WithoutADefault_MustBeStated(string fact) =>
        Should
            .Throw<InputException>(() => Book($"retired_on: {fact}").Settle(TestClaim.Stay(100)))
            .Problems.Single()
            .Code.ShouldBe("fact.missing");

    [Fact]
    public void Date_OfAnItem_IsAskedOfEach()
    {
        var made = TestClaim.A(100) with { Attributes = TestClaim.Attributes(("made_on", "2000-12-31")) };
        Book("item.made_on: { kind: date, default: 2020-01-01 }", "item.made_on")
            .Settle(TestClaim.Stay(TestClaim.A(100), made))
            .Fund()
            .ShouldBe(130);
    }

    /// <summary>Claims state it as any day: in YAML, in JSON and by its title.</summary>
    [Theory]
    [Example("attributes: { retired_on: 2000-12-31 }")]
    [Example("attributes: { 退休日期: 2000-12-31 }")]
    [Example("本地事实: { 退休日期: \"2000-12-31\" }")]
    public void Date_OfAClaimFile_IsRead(string attributes) =>
        Book("retired_on: { kind: date, title: { en: retired on, zh: 退休日期 } }")
            .Settle(Claim.Parse($"discharged: 2020-10-08\nsetting: inpatient\n{attributes}\nitems: [{{ class: A, amount: 100 }}]\n"))
            .Fund()
            .ShouldBe(80);

    /// <summary>A member who was born before 1958, by the field that claims have.</summary>
    [Theory]
    [Example("1957-12-31", 80)]
    [Example("1958-01-01", 50)]
    public void Born_IsAskedAsADay(string born, decimal paid) =>
        Of("", "{ when: { born: { before: 1958-01-01 } }, value: 80% }, { when: { born: { from: 1958-01-01 } }, value: 50% }")
            .Settle(TestClaim.Stay(100) with { Member = new() { Born = Day.Of(born) } })
            .Fund()
            .ShouldBe(paid);

    /// <summary>Whoever states an age alone has no day of birth.</summary>
    [Fact]
    public void Born_OfAnAge_IsNotKnown() =>
        Should
            .Throw<InputException>(() =>
                Of("", "{ when: { born: { before: 1958-01-01 } }, value: 80% }, { when: { born: { from: 1958-01-01 } }, value: 50% }")
                    .Settle(TestClaim.Stay(100) with { Member = new() { Age = 70 } })
            )
            .Problems.Single()
            .ToString()
            .ShouldStartWith("claim: 'born' is missing; 2-layer.yaml:");

    /// <summary>A register knows the day of a member; a claim that states another is told.</summary>
    [Fact]
    public void Date_OfARegister_IsThatOfTheClaim()
    {
        var book = Town.With(
            folder =>
                folder
                    .Replace("index.yaml", "payers:", "facts: { retired_on: date }\npayers:")
                    .With(
                        "members.yaml",
                        "members:\n  M:\n    facts: { retired_on: 2000-12-31 }\n    enrolments: [{ from: 2000-01-01, scheme: employee }]\n"
                    ),
            Town.Basic(StepText.TiersOf($"rows: [ {Format("retired_on")} ]"))
        );
        var claim = TestClaim.Stay(100) with { Member = new() { Id = "M" } };
        book.Settle(claim).Fund().ShouldBe(80);
        Should
            .Throw<InputException>(() => book.Settle(claim with { Attributes = TestClaim.Attributes(("retired_on", "2001-01-01")) }))
            .Problems.Single()
            .Code.ShouldBe("register.contradicts");
    }

    [Fact]
    public void Conditions_OnDates_AreSaidInWords()
    {
        var said = Book("retired_on: { kind: date, title: { en: retired on, zh: 退休日期 } }")
            .Rules.Where(rule => rule.Table == "basic.share.table")
            .Select(rule => (rule.Conditions.En.Split(", ")[^1], rule.Conditions.Zh.Split('，')[^1]));
        said.ShouldBe([
            ("retired on: before 2001-01-01", "退休日期：2001-01-01 之前"),
            ("retired on: from 2001-01-01", "退休日期：2001-01-01 起"),
        ]);
    }

    [Fact]
    public void Layer_ThatDoesNotApply_SaysTheDayOfTheClaim()
    {
        var layer = Town.Layer("basic", "fund", "in_scope", "applies: { retired_on: { before: 2001-01-01 } }", StepText.Tiers("80%"));
        var book = Town.With(folder => folder.Replace("index.yaml", "payers:", "facts: { retired_on: date }\npayers:"), layer);
        TextReport.Write(book.Settle(Retired("2001-01-01"))).ShouldContain("retired_on: before 2001-01-01 (here 2001-01-01)");
    }

    /// <summary>The claims that are made stand on either side of each edge.</summary>
    [Fact]
    public void Space_HasTheDayAndTheDayBefore()
    {
        var book = Book("retired_on: date");
        var space = ClaimSpace.Of(book);
        var choice = space.OfClaim.Single(one => one.Name == "retired_on");
        choice.Values.ShouldBe(["2000-12-31", "2001-01-01"]);
        choice.Values.Select((_, at) => book.Settle(space.Make(space.With([], "retired_on", at))).Fund()).ShouldBe([80m, 50m]);
    }

    /// <summary>A claim states a birth or an age: where both are asked, one choice has both.</summary>
    [Fact]
    public void Space_OfBirthsAndAges_HasOneChoice()
    {
        var book = Of(
            "",
            "{ when: { born: { before: 1958-01-01 } }, value: 80% }, "
                + "{ when: { born: { from: 1958-01-01 }, age: { from: 60 } }, value: 50% }, "
                + "{ when: { born: { from: 1958-01-01 }, age: { below: 60 } }, value: 30% }"
        );
        var space = ClaimSpace.Of(book);
        space.OfClaim.Count(one => one.Name is "age").ShouldBe(0);
        var choice = space.OfClaim.Single(one => one.Name == "born");
        choice
            .Values.Select((_, at) => book.Settle(space.Make(space.With([], "born", at))).Fund())
            .Distinct()
            .Order()
            .ShouldBe([30m, 50m, 80m]);
    }

    /// <summary>A rulebook that asks a day later pays the same of all but the claims of that day, and the proof finds one.</summary>
    [Fact]
    public void Proof_OfADayLater_FindsTheDay()
    {
        var (one, other) = (
            Book("retired_on: date"),
            Rowed(Format("retired_on").Replace("2001-01-01", "2001-01-02", StringComparison.Ordinal))
        );
        var proof = EqualityProof.Of(one, other, Money.Yuan(1_000), 100);
        proof.NotMade.ShouldBe(0);
        proof.Differences.Select(one => one.Claim.Attributes["retired_on"]).Distinct().ShouldBe(["2001-01-01"]);
        EqualityProof.Of(one, one, Money.Yuan(1_000), 100).IsEqual.ShouldBeTrue();
    }

    private static Claim Retired(string day) => TestClaim.Stay(100) with { Attributes = TestClaim.Attributes(("retired_on", day)) };

    private static string Format(string name) =>
        $"{{ when: {{ {name}: {{ before: 2001-01-01 }} }}, value: 80% }}, {{ when: {{ {name}: {{ from: 2001-01-01 }} }}, value: 50% }}";

    private static Rulebook Book(string fact, string name = "retired_on") => Of(fact, Format(name));

    private static Rulebook Rowed(string rows) => Of("retired_on: date", rows);

    private static Rulebook Of(string fact, string rows) =>
        Town.With(
            folder =>
            {
                if (fact.Length > 0)
                    folder.Replace("index.yaml", "payers:", $"facts: {{ {fact} }}\npayers:");
            },
            Town.Basic(StepText.TiersOf($"rows: [ {rows} ]"))
        );
}
