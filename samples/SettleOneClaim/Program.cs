// One claim built in code: who pays how much of it, and why. dotnet run --project samples/SettleOneClaim
using ReimbursementRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

var rulebook = Rulebook.Load("rules/tiered-care-district");
var settlement = rulebook.Settle(new Claim
{
    Discharged = new(2020, 10, 8),
    Setting = Setting.Inpatient,
    Provider = new() { Level = HospitalLevel.Two },
    Items =
    [
        new() { Name = "Ward and treatment", Class = CatalogueClass.A, Amount = Money.Yuan(18_000) },
        new() { Name = "Single room", Class = CatalogueClass.C, Amount = Money.Yuan(2_000) },
    ],
});

Console.WriteLine($"The patient pays {settlement.Patient} of {settlement.Bill}.");
foreach (var step in settlement.Steps)
    Console.WriteLine($"{step.Layer} {step.Step}: {step.Amount}, {step.Source}");
Console.WriteLine(TextReport.Write(settlement, Language.Chinese));
