using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Spaces;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>The day on which an age counts that follows from a birth: 90% from 60 years on, 50% below, of a stay from 30 December to
/// 5 January.</summary>
public sealed class AgeOnTests
{
    private static readonly string Layer = Town.Layer(
        "basic",
        "fund",
        "in_scope",
        "",
        StepText.TiersOf("rows: [ { when: { age: { from: 60 } }, value: 90% }, { when: { age: { below: 60 } }, value: 50% } ]")
    );

    /// <summary>The birthday is the day itself, the day after it, and the day before it.</summary>
    [Theory]
    [Example("", "1961-01-01", 90)]
    [Example("", "1961-01-02", 50)]
    [Example("benefit_year", "1961-01-01", 90)]
    [Example("benefit_year", "1961-01-02", 50)]
    [Example("admission", "1960-12-30", 90)]
    [Example("admission", "1960-12-31", 50)]
    [Example("discharge", "1961-01-05", 90)]
    [Example("discharge", "1961-01-06", 50)]
    public void Age_FromABirth_CountsOnTheDay(string on, string born, decimal fund) =>
        Book(on).Settle(Stay(new() { Born = Day.Of(born) })).Fund().ShouldBe(fund);

    /// <summary>An age that is stated counts whatever the day.</summary>
    [Theory]
    [Example("benefit_year")]
    [Example("admission")]
    [Example("discharge")]
    public void Age_ThatIsStated_IsAsItIs(string on) => Book(on).Settle(Stay(new() { Age = 60 })).Fund().ShouldBe(90);

    /// <summary>A visit has no admission: its own day counts.</summary>
    [Fact]
    public void Age_OfAVisit_CountsOnItsDay() =>
        Book("admission")
            .Settle(Stay(new() { Born = Day.Of("1961-01-05") }) with { Admitted = null, Setting = Setting.Outpatient })
            .Fund()
            .ShouldBe(90);

    /// <summary>A rate that grows by age takes the same day: 50% + 60 × 0.5% = 80%, or 59 years: 79.5%.</summary>
    [Theory]
    [Example("benefit_year", 795, 10)]
    [Example("admission", 795, 10)]
    [Example("discharge", 800, 10)]
    public void Growth_ByAge_TakesTheSameDay(string on, decimal fund, decimal amount) =>
        With(on, Town.Basic(StepText.Tiers("{ rate: 50%, add: 0.5%, each: age, at_most: 90% }")))
            .Settle(Stay(new() { Born = Day.Of("1961-01-05") }, amount * 100))
            .Fund()
            .ShouldBe(fund);

    [Theory]
    [Example("admission", "age on admission: from 60", "入院时年龄：60 起")]
    [Example("discharge", "age on discharge: from 60", "出院时年龄：60 起")]
    [Example("benefit_year", "age: from 60", "年龄：60 起")]
    public void Conditions_OnTheAge_SayTheDay(string on, string en, string zh)
    {
        var said = Book(on).Rules.First(rule => rule.Table == "basic.share.table").Conditions;
        (said.En.Contains(en, StringComparison.Ordinal), said.Zh.Contains(zh, StringComparison.Ordinal)).ShouldBe((true, true), said.En);
    }

    /// <summary>The sheet says it of an age that is stated, also once the settlement has gone through JSON.</summary>
    [Fact]
    public void Sheet_OfAStatedAge_SaysTheDay()
    {
        var settled = Book("admission").Settle(Stay(new() { Age = 60 }));
        TextReport.Write(settled).ShouldContain("age on admission: 60");
        TextReport.Write(Settlement.Parse(JsonReport.Write(settled)), Language.Chinese).ShouldContain("入院时年龄：60");
    }

    /// <summary>A claim that leaves the age out is told which.</summary>
    [Fact]
    public void Age_LeftOut_IsAskedForByItsName() =>
        Should
            .Throw<InputException>(() => Book("admission").Settle(Stay(new())))
            .Problems.ShouldHaveSingleItem()
            .ToString()
            .ShouldStartWith("claim: 'age' is missing; 2-layer.yaml:");

    /// <summary>The claims that are made reach the age on that day, and a day later.</summary>
    [Theory]
    [Example("admission", "60 on the day of admission", "60 on the day after admission")]
    [Example("discharge", "60 on the day of discharge", "60 on the day after discharge")]
    public void Space_MakesMembersWhoReachTheAgeOnTheDay(string on, string at, string after)
    {
        var book = Book(on);
        var space = ClaimSpace.Of(book);
        var choice = space.OfClaim.Single(one => one.Name == "age");
        book.Settle(space.Make(space.With([], "age", choice.Values.IndexOf(at)))).Fund().ShouldBe(90);
        book.Settle(space.Make(space.With([], "age", choice.Values.IndexOf(after)))).Fund().ShouldBe(50);
    }

    [Fact]
    public void Day_OfTheFolderBelow_HoldsUnlessItIsStatedAnew()
    {
        using var folder = new RulebookFolder();
        folder.Without("2-basic.yaml").With("2-layer.yaml", Layer).With("index.yaml", RulebookFolder.Index + "age_on: discharge\n");
        var above = RulebookFolder.Index.Replace("id: my-town", "id: above", StringComparison.Ordinal) + "builds_on: ..\n";
        folder.With("above/index.yaml", above).With("again/index.yaml", above + "age_on: benefit_year\n");
        var claim = Stay(new() { Born = Day.Of("1961-01-05") });
        Rulebook.Load(Path.Combine(folder.Path, "above")).Settle(claim).Fund().ShouldBe(90);
        Rulebook.Load(Path.Combine(folder.Path, "again")).Settle(claim).Fund().ShouldBe(50);
    }

    [Fact]
    public void Comparison_TellsTheDay()
    {
        RulebookComparison.Of(Book("admission"), Book("discharge")).IsUnchanged.ShouldBeFalse();
        RulebookComparison.Of(Book("admission"), Book("admission")).IsUnchanged.ShouldBeTrue();
    }

    private static Rulebook Book(string on) => With(on, Layer);

    private static Rulebook With(string on, string layer) =>
        Town.With(folder => folder.With("index.yaml", RulebookFolder.Index + (on.Length > 0 ? $"age_on: {on}\n" : "")), layer);

    private static Claim Stay(Member member, decimal amount = 100) =>
        TestClaim.Stay(amount) with
        {
            Admitted = Day.Of("2020-12-30"),
            Discharged = Day.Of("2021-01-05"),
            Member = member,
        };
}
