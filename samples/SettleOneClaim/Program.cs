// One claim built in code: who pays how much of it, and why. dotnet run --project samples/SettleOneClaim [zh]
using ReimbursementRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

var language = args is ["zh"] ? Language.Chinese : Language.English;
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

var (bill, patient) = (settlement.Bill, settlement.Patient);
Console.WriteLine(new BilingualText($"The patient pays {patient} of {bill}.", $"费用 {bill} 元，患者支付 {patient} 元。").In(language));
foreach (var step in settlement.Steps)
    Console.WriteLine($"{step.LayerTitle.In(language)} {step.Step}: {step.Amount}, {step.Source}");
Console.WriteLine(TextReport.Write(settlement, language));
