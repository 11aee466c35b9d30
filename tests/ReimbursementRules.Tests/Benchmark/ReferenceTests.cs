using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Benchmark;

/// <summary>2,000 claims of the benchmark policy against results that an independent program computed in exact decimals.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Settle_TheReferenceClaims_AgreesToTheCent()
    {
        var rulebook = Rulebook.Load(Path.Combine(Repository.Rules, "examples", "benchmark"));
        var lines = File.ReadAllLines(Repository.In("tests", "ReimbursementRules.Tests", "Benchmark", "reference-2000.csv"))
            .Skip(1)
            .ToList();
        lines.Count.ShouldBe(2000);
        foreach (var line in lines)
        {
            var fields = line.Split(',');
            Dump(rulebook.Settle(Claim(fields), Before(fields))).ShouldBe(string.Join(',', fields[9..]), line);
        }
    }

    private static string Dump(Settlement settlement) =>
        string.Join(
            ',',
            settlement.PaidBy("fund").Cents,
            settlement.PaidBy("critical_illness").Cents,
            settlement.PaidBy("medical_aid").Cents,
            settlement.Patient.Cents,
            string.Join(' ', settlement.Items.Select(item => item.InScope.Cents))
        );

    private static Claim Claim(string[] fields) =>
        new()
        {
            Discharged = new(2020, 10, 8),
            Setting = Setting.Inpatient,
            Admission = Whole(fields[3]),
            Member = new()
            {
                Scheme = fields[0] == "employee" ? Scheme.Employee : Scheme.Resident,
                Retired = fields[1] == "yes",
                Poverty = fields[4] == "yes" ? Poverty.Registered : Poverty.None,
            },
            Provider = new() { Level = (HospitalLevel)(Whole(fields[2]) - 1) },
            Items = [.. fields[8].Split(' ').Select(Item)],
        };

    /// <summary>Cents, class and percentage, such as <c>26692B20</c>.</summary>
    private static FeeItem Item(string text)
    {
        var at = text.IndexOfAny(['A', 'B', 'C']);
        return new()
        {
            Amount = Money.FromCents(Whole(text[..at])),
            Class = Enum.Parse<CatalogueClass>(text[at..(at + 1)]),
            FirstSelfPay = Rate.Percent(Whole(text[(at + 1)..])),
        };
    }

    private static History Before(string[] fields) =>
        History.Of([Used("basic.cap", fields[5]), Used("critical.bands", fields[6]), Used("aid.cap", fields[7])]);

    private static HistoryEntry Used(string what, string cents) =>
        new(what, null, Period.Year, new(2020, 1, 1), Money.FromCents(Whole(cents)), 0);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
