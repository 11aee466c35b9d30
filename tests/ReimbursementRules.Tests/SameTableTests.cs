using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Engines;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Mutants;
using ReimbursementRules.Policies;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>A table that several steps have stands once.</summary>
public sealed class SameTableTests : IDisposable
{
    private const string Employees = """
        id: employees
        title: { en: Employees, zh: 职工 }
        payer: fund
        applies: { setting: inpatient, scheme: employee }
        base: in_scope
        reference: "Town order 1"
        steps:
          - { id: deductible, kind: deductible, per: admission, amount: 600 }
          - id: share
            kind: tiers
            table: { reference: "Town order 3", value: 80% }
            adjust:
              - part: elsewhere
                table:
                  2020-01-01:
                    reference: "Town order 4"
                    rows:
                      - { when: { location: out_of_province }, less: 20% }
                      - { otherwise: true, add: 0% }
                  2021-01-01: { reference: "Town order 5", less: 10% }

        """;

    private const string Residents = """
        id: residents
        title: { en: Residents, zh: 居民 }
        payer: fund
        applies: { setting: inpatient, scheme: resident }
        base: in_scope
        steps:
          - { id: deductible, kind: deductible, per: admission, amount: { same_as: employees.deductible } }
          - id: share
            kind: tiers
            table: { 2020-01-01: { value: 70%, reference: "Town order 3" } }
            adjust: { same_as: employees.share }

        """;

    private readonly RulebookFolder _folder = new RulebookFolder()
        .Without("2-basic.yaml")
        .With("2-employees.yaml", Employees)
        .With("3-residents.yaml", Residents);

    public void Dispose() => _folder.Dispose();

    /// <summary>(1600 − 600) × (70% − 20%) = 500, and from 2021 × (70% − 10%) = 600.</summary>
    [Theory]
    [InlineData("2020-12-31", Location.OutOfProvince, 500)]
    [InlineData("2020-12-31", Location.InArea, 700)]
    [InlineData("2021-01-01", Location.InArea, 600)]
    public void Table_OfAnotherStep_CountsHere(string day, Location location, int paid)
    {
        IRuleEngine[] engines = [new NRulesEngine(), new GridEngine()];
        foreach (var engine in engines)
            _folder.Load(engine).Settle(Stay(Scheme.Resident, day, location)).Fund().ShouldBe(paid);
    }

    /// <summary>Places and references are those of where the table stands; the deductible takes the reference of its layer there.</summary>
    [Fact]
    public void Trace_NamesWhereTheTableStands() =>
        _folder
            .Load()
            .Settle(Stay(Scheme.Resident, "2020-10-08", Location.OutOfProvince))
            .Steps.Select(step => $"{step.Source.Place.Row} {step.Source.Reference.En}")
            .ShouldBe(["2-employees.yaml:8 Town order 1", "2-employees.yaml:18 Town order 4", "3-residents.yaml:10 Town order 3"]);

    [Fact]
    public void Part_OfAChange_GoesWithIt() =>
        _folder
            .Load()
            .Settle(Stay(Scheme.Resident, "2020-10-08", Location.OutOfProvince))
            .Parts.Select(part => part.Name)
            .ShouldContain("residents.elsewhere");

    /// <summary>As if it stood here: nothing is told apart, and the settlements are the same.</summary>
    [Fact]
    public void Rulebook_WithTheTableCopied_IsTheSame()
    {
        using var copied = new RulebookFolder()
            .Without("2-basic.yaml")
            .With("2-employees.yaml", Employees)
            .With(
                "3-residents.yaml",
                Residents
                    .Replace("{ same_as: employees.deductible }", "{ value: 600, reference: \"Town order 1\" }", StringComparison.Ordinal)
                    .Replace(
                        " { same_as: employees.share }\n",
                        Employees[(Employees.IndexOf("adjust:", StringComparison.Ordinal) + "adjust:".Length)..],
                        StringComparison.Ordinal
                    )
            );
        RulebookComparison.Of(copied.Load(), _folder.Load()).IsUnchanged.ShouldBeTrue();
    }

    [Theory]
    [InlineData("- { same_as: employees.share.adjust.1 }")]
    [InlineData("- { same_as: employees.share }")]
    [InlineData("- { 2020-01-01: { add: 0%, reference: R } }\n      - { same_as: employees.share }")]
    public void Entry_OfAList_IsOneOrAllOfAnotherList(string entry) =>
        _folder
            .Replace("3-residents.yaml", "adjust: { same_as: employees.share }", $"adjust:\n      {entry}")
            .Load()
            .Settle(Stay(Scheme.Resident, "2020-10-08", Location.OutOfProvince))
            .Fund()
            .ShouldBe(500);

    [Fact]
    public void Name_MayLeadToAnother()
    {
        _folder
            .With(
                "4-others.yaml",
                Residents
                    .Replace("id: residents", "id: others", StringComparison.Ordinal)
                    .Replace("scheme: resident", "scheme: rural_cooperative", StringComparison.Ordinal)
                    .Replace("same_as: employees.", "same_as: residents.", StringComparison.Ordinal)
            )
            .Load()
            .Settle(Stay(Scheme.RuralCooperative, "2020-10-08", Location.OutOfProvince))
            .Fund()
            .ShouldBe(500);
    }

    /// <summary>Employees never go out of the province here: the row is asked for residents alone, and that is enough.</summary>
    [Fact]
    public void Row_ThatAppliesInOneOfTheSteps_IsReached() =>
        Should.NotThrow(_folder.Replace("2-employees.yaml", "scheme: employee }", "scheme: employee, location: in_area }").Load);

    [Fact]
    public void Row_ThatAppliesInNoneOfTheSteps_IsToldOnce() =>
        Should
            .Throw<PolicyException>(
                _folder
                    .Replace("2-employees.yaml", "scheme: employee }", "scheme: employee, location: in_area }")
                    .Replace("3-residents.yaml", "scheme: resident }", "scheme: resident, location: in_area }")
                    .Load
            )
            .Problems.Select(problem => $"{problem.Place.Row} {problem.Code}")
            .ShouldBe(["2-employees.yaml:18 table.unreachable"]);

    /// <summary>The layer of employees ends before the second value begins, that of residents does not.</summary>
    [Fact]
    public void Value_ThatIsInForceInOneOfTheSteps_IsNoSlip()
    {
        Should.NotThrow(_folder.Replace("2-employees.yaml", "base: in_scope", "base: in_scope\nuntil: 2021-01-01").Load);
        Should
            .Throw<PolicyException>(_folder.Replace("3-residents.yaml", "base: in_scope", "base: in_scope\nuntil: 2021-01-01").Load)
            .Problems.Select(problem => $"{problem.Place.Row} {problem.Code}")
            .ShouldBe(["2-employees.yaml:21 value.never"]);
    }

    [Fact]
    public void Mistake_InTheTable_IsToldOnceWhereItStands() =>
        Should.Throw<PolicyException>(_folder.Replace("2-employees.yaml", "less: 20%", "less: 0.2").Load).Problems.Count.ShouldBe(1);

    /// <summary>Case 1 is of a resident: it reaches the rows where they stand.</summary>
    [Fact]
    public void Coverage_CountsTheTableOnce()
    {
        _folder
            .Reached(
                "employees.share.adjust",
                CoverageTown.Stay("2020-10-08", "1_600", "setting: inpatient, scheme: resident, location: out_of_province")
            )
            .ShouldBe(
                """
                2-employees.yaml:18 employees.share.adjust.1: 1
                2-employees.yaml:19 employees.share.adjust.1: none
                2-employees.yaml:20 employees.share.adjust.1 day_before: none
                2-employees.yaml:20 employees.share.adjust.1 first_day: none
                2-employees.yaml:20 employees.share.adjust.1: none

                """
            );
        _folder.Cover().Points.ShouldNotContain(point => point.Of.StartsWith("residents.share.adjust", StringComparison.Ordinal));
    }

    [Fact]
    public void Mutants_ChangeTheTableOnceForAllSteps() =>
        MutantCheck
            .Run(_folder.Path, new() { Tries = 0 })
            .Survivors.Count(survivor => survivor.Change.En == "'less' is 20.01% in place of 20%")
            .ShouldBe(1);

    /// <summary>A file of this folder in the place of one that it builds on takes what stood there: there is no copy.</summary>
    [Fact]
    public void OwnName_InAFileThatTakesThePlaceOfAnother_IsWhatStoodThere()
    {
        using var folder = new RulebookFolder()
            .Without("2-basic.yaml")
            .With("../province/2-employees.yaml", Employees)
            .With(
                "2-employees.yaml",
                Employees[..Employees.IndexOf("    table:", StringComparison.Ordinal)]
                    + "    table: { value: 90%, reference: \"Town order 9\" }\n    adjust: { same_as: employees.share }\n"
            )
            .Replace("index.yaml", "id: town", "id: town\nbuilds_on: ../province");
        var settled = folder.Load().Settle(Stay(Scheme.Employee, "2020-10-08", Location.OutOfProvince));
        settled.Fund().ShouldBe(700);
        settled.Steps[^2].Source.Place.File.ShouldBe("../province/2-employees.yaml");
    }

    /// <summary>Two stays at the 500 of the other contract.</summary>
    [Fact]
    public void Contract_TakesTheTableOfAnother()
    {
        var of = Years.Standard("case", "500");
        var same = of.Replace(StepText.Dated("value: 500"), "{ same_as: one.s }", StringComparison.Ordinal);
        same.ShouldNotBe(of);
        var contracts = _folder
            .With(
                "contract.yaml",
                "contracts:\n"
                    + $"  - {{ id: one, title: {{ en: One, zh: 一 }}, fund: fund, applies: {{ hospital.level: one }}, steps: [{of}] }}\n"
                    + $"  - {{ id: two, title: {{ en: Two, zh: 二 }}, fund: fund, applies: {{ hospital.level: two }}, steps: [{same}] }}\n"
            )
            .Load()
            .Contracts;
        contracts[1].Settle(Years.Of(Years.Total(2, 6_000, 2))).Paid.InYuan.ShouldBe(1_000);
    }

    /// <summary>Every key of a step that has dated tables takes the name of another step.</summary>
    [Fact]
    public void EveryTableOfAStep_CanBeThatOfAnother() =>
        StepCompiler
            .Kinds.SelectMany(kind => kind.Keys.Keys.Where(TableForm.IsFormOf).Select(key => $"{kind.Word}.{key.Name}"))
            .ShouldBe(
                [
                    "deductible.amount",
                    "deductible.adjust",
                    "tiers.table",
                    "tiers.adjust",
                    "cap.amount",
                    "cap.adjust",
                    "quota.amount",
                    "quota.adjust",
                    "quota.tolerance",
                    "quota.rate",
                    "top_up.to",
                ],
                ignoreOrder: true
            );

    private static Claim Stay(Scheme scheme, string day, Location location) =>
        TestClaim.Stay(1_600) with
        {
            Discharged = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            Location = location,
            Member = new() { Scheme = scheme },
        };
}
