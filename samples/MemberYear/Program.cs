// A member's year: claims settled one after another, one that comes late, one taken back. dotnet run --project samples/MemberYear [zh]
using ReimbursementRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Values;

var language = args is ["zh"] ? Language.Chinese : Language.English;
var ledger = MemberLedger.Open(Rulebook.Load("rules/changsha"))
    .Settle(Stay("C-2", new(2024, 6, 20), 12_000), on: new(2024, 6, 21))
    .Settle(Stay("C-1", new(2024, 3, 5), 30_000), on: new(2024, 7, 1)) // It comes late, and settles C-2 again.
    .Reverse("C-2", on: new(2024, 7, 15));

foreach (var line in ledger.Lines)
    Console.WriteLine($"{line.Number} {line.Posted:yyyy-MM-dd} {line.ClaimId}: "
        + new BilingualText($"{line.Kind}, patient {line.Settlement.Patient}, bill {line.Settlement.Bill}",
            $"{(line.Kind is LineKind.Reversed ? "冲正" : "结算")}，患者 {line.Settlement.Patient}，费用 {line.Settlement.Bill}").In(language));
foreach (var used in ledger.History.Entries)
    Console.WriteLine(new BilingualText($"used of {used.What}: {used.Amount}", $"已累计 {used.What}：{used.Amount}").In(language));

static Claim Stay(string id, DateOnly day, decimal fee) => new()
{
    Id = id,
    Discharged = day,
    Setting = Setting.Inpatient,
    Member = new() { Id = "M-1", Scheme = Scheme.Resident, Age = 40 },
    Provider = new() { Level = HospitalLevel.Two, Tier = HospitalTier.City },
    Items = [new() { Class = CatalogueClass.A, Amount = Money.Yuan(fee) }],
};
