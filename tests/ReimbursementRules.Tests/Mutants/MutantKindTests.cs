using ReimbursementRules.Checks;
using ReimbursementRules.Mutants;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Mutants;

/// <summary>Every kind of change: it survives where there are no cases, and the case that is told for it kills it.</summary>
public sealed class MutantKindTests(MutantKindTests.Survivors survivors) : IClassFixture<MutantKindTests.Survivors>
{
    [Theory]
    [InlineData("2-basic.yaml:14", "'value' is 300.01 in place of 300")]
    [InlineData("2-basic.yaml:14", "'value' is 299.99 in place of 300")]
    [InlineData("2-basic.yaml:31", "'rate' is 71% in place of 70%")]
    [InlineData("2-basic.yaml:31", "'rate' is 69.99% in place of 70%")]
    [InlineData("2-basic.yaml:31", "'rate' is 85.51% in place of 85.5%")]
    [InlineData("2-basic.yaml:31", "'above' is 20_000.01 in place of 20_000")]
    [InlineData("2-basic.yaml:17", "the day is 2021-01-02 in place of 2021-01-01")]
    [InlineData("2-basic.yaml:17", "the day is 2020-12-31 in place of 2021-01-01")]
    [InlineData("4-aid.yaml:4", "the day is 2020-07-02 in place of 2020-07-01")]
    [InlineData("index.yaml:14", "the day is 2022-01-02 in place of 2022-01-01")]
    [InlineData("index.yaml:14", "'value' is 2_000.01 in place of 2_000")]
    [InlineData("index.yaml:16", "'asthma' is left out of 'chronic'")]
    [InlineData("index.yaml:6", "'decided_by' is admission in place of discharge")]
    [InlineData("2-basic.yaml:23", "'times' is 50.01 in place of 50")]
    [InlineData("2-basic.yaml:14", "the row is left to 'otherwise': { hospital.level: one }")]
    [InlineData("2-basic.yaml:14", "the row has its neighbour's value, 600 in place of 300")]
    [InlineData("2-basic.yaml:5", "'first_self_pay' is left out of 'base'")]
    [InlineData("4-aid.yaml:6", "'basic.share' is left out of 'base'")]
    [InlineData("5-rest.yaml:5", "'basic.share' is left out of 'parts'")]
    [InlineData("5-rest.yaml:5", "'as' is held in place of original")]
    [InlineData("2-basic.yaml:7", "the step 'deductible' stands after 'ceiling'")]
    [InlineData("2-basic.yaml:18", "the step 'ceiling' is left out")]
    [InlineData("4-aid.yaml:1", "'4-aid.yaml' and '5-rest.yaml' have each other's turn")]
    [InlineData("2-basic.yaml:44", "'per' is month in place of year")]
    [InlineData("4-aid.yaml:15", "'per' is year in place of claim")]
    [InlineData("2-basic.yaml:21", "'per' is claim in place of year")]
    [InlineData("2-basic.yaml:4", "'setting' is left out: inpatient")]
    [InlineData("0-gates.yaml:3", "'in_area' is left out of 'not'")]
    [InlineData("2-basic.yaml:26", "'edges' is after_deductible in place of on_base")]
    [InlineData("0-gates.yaml:2", "the gate 'far' is left out")]
    [InlineData("0-gates.yaml:3", "'location' asks for [in_area, out_of_county] in place of anything else")]
    [InlineData("0-gates.yaml:3", "'emergency' is yes in place of no")]
    [InlineData("0-gates.yaml:4", "'then' is flag in place of refuse")]
    [InlineData("0-gates.yaml:9", "'then' is refuse in place of flag")]
    [InlineData(
        "2-basic.yaml:33",
        "'adjust' is left out: [{ 2020-01-01: { reference: Town order 3, rows: [{ add: 2%, when: { scheme: empl…"
    )]
    [InlineData("2-basic.yaml:39", "a change of the rates is left out: { 2020-01-01: { reference: Town order 3, times: 99% } }")]
    [InlineData("2-basic.yaml:43", "'cuts' is payment in place of cost")]
    [InlineData("2-basic.yaml:45", "'counts' is apart in place of together")]
    [InlineData("3-quota.yaml:14", "'excess' is { hospital: 99%, patient: 1% } in place of { hospital: 100% }")]
    [InlineData("3-quota.yaml:14", "'excess' is { hospital: 0%, patient: 100% } in place of { hospital: 100% }")]
    [InlineData("index.yaml:7", "'each' is item in place of move")]
    [InlineData("3-quota.yaml:15", "'saving' is fund in place of hospital")]
    [InlineData("3-quota.yaml:11", "'pays_on' is rest_of_quota in place of quota")]
    [InlineData("3-quota.yaml:4", "'instead_of' is left out: basic")]
    [InlineData("3-quota.yaml:6", "'at_most' is left out: { per: year, times: 1 }")]
    [InlineData("4-aid.yaml:3", "'payer' is fund in place of aid")]
    [InlineData("4-aid.yaml:5", "'applies' is left out: { poverty: { not: none } }")]
    [InlineData("4-aid.yaml:16", "'beyond' is patient in place of hospital")]
    [InlineData("1-catalogue.yaml:2", "'ceiling' is hospital in place of trim")]
    [InlineData("1-catalogue.yaml:8", "'first_self_pay' is 0% in place of own")]
    public void Change_WithoutCases_SurvivesAndIsKilledByTheCaseThatIsToldForIt(string row, string change)
    {
        var survivor = survivors.Report.Survivors.Where(one => one.Place.Row == row && one.Change.En == change).ShouldHaveSingleItem();
        survivor.IsEqual.ShouldBeFalse();
        var told = survivor.Case.ShouldNotBeNull();
        told.ShouldContain("\n  unsigned: true\n");
        using var folder = MutantTown.Folder().With("9-told.cases.yaml", Signed(told));
        var of = new MutantFolder(folder.Path);
        var mutant = of
            .Mutants.Where(one => one.Place == survivor.Place && one.Ways.Any(way => way.Change == survivor.Change))
            .ShouldHaveSingleItem();
        new MutantTrial(of, 0).Of(mutant).Counted.Killed.ShouldBe(1);
        RulebookCheck.Run(folder.Path).Cases.ShouldHaveSingleItem().Passed.ShouldBeTrue();
    }

    /// <summary>A bound that is a whole number moves by one where a cent cannot be.</summary>
    [Fact]
    public void Bound_OfAge_MovesByAYear()
    {
        var of = new MutantFolder(survivors.Folder.Path);
        var mutant = of.Mutants.First(one =>
            one.Place.Row == "2-basic.yaml:32" && one.Ways[0].Change.En == "'from' is 60.01 in place of 60"
        );
        mutant.Ways.Select(way => of.Load(way) is null).ShouldBe([true, true]);
        mutant.Ways[1].Change.ShouldBe(new("'from' is 61 in place of 60", "“from”由 60 改为 61"));
    }

    private static string Signed(string text) => text.Replace("  unsigned: true\n", "", StringComparison.Ordinal);

    /// <summary>What survives in a town without cases.</summary>
    public sealed class Survivors : IDisposable
    {
        public Survivors() => Report = MutantCheck.Run(Folder.Path, new() { Workers = 2 });

        internal RulebookFolder Folder { get; } = MutantTown.Folder();

        public MutantReport Report { get; }

        public void Dispose() => Folder.Dispose();
    }
}
