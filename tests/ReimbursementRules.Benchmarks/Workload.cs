using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Benchmarks;

/// <summary>One claim in the three forms that are compared.</summary>
public sealed record Job(PlainClaim Plain, Claim Claim, History History);

/// <summary>Random claims of the benchmark policy, the same at every run.</summary>
public static class Workload
{
    private static readonly decimal[] Rates = [5, 10, 15, 20, 30, 50];

    public static Job[] Create(int claims, int items = 10, int seed = 20260101)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, claims).Select(_ => From(Plain(random, items)))];
    }

    /// <summary>The same claim for the library.</summary>
    public static Job From(PlainClaim plain) =>
        new(
            plain,
            new()
            {
                Discharged = new(2020, 10, 8),
                Setting = Setting.Inpatient,
                Admission = plain.Admission,
                Member = new()
                {
                    Scheme = plain.Employee ? Scheme.Employee : Scheme.Resident,
                    Retired = plain.Retired,
                    Poverty = plain.Poor ? Poverty.Registered : Poverty.None,
                },
                Provider = new() { Level = (HospitalLevel)(plain.Level - 1) },
                Items =
                [
                    .. plain.Items.Select(item => new FeeItem
                    {
                        Amount = Money.Yuan(item.Amount),
                        Class = item.Class switch
                        {
                            'A' => CatalogueClass.A,
                            'B' => CatalogueClass.B,
                            _ => CatalogueClass.C,
                        },
                        FirstSelfPay = item.Class == 'B' ? Rate.Percent(item.Rate * 100) : null,
                    }),
                ],
            },
            History.Of([
                Before("basic.cap", plain.FundBefore),
                Before("critical.bands", plain.SelfPayBefore),
                Before("aid.cap", plain.AidBefore),
            ])
        );

    private static HistoryEntry Before(string what, decimal amount) => new(what, null, Period.Year, new(2020, 1, 1), Money.Yuan(amount), 0);

    private static PlainClaim Plain(Random random, int items)
    {
        var employee = random.Next(100) < 45;
        var poor = random.Next(100) < 16;
        var admission = random.Next(100) switch
        {
            < 60 => 1,
            < 86 => 2,
            < 95 => 3,
            _ => 4,
        };
        return new(
            employee,
            employee && random.Next(100) < 35,
            random.Next(100) switch
            {
                < 23 => 1,
                < 58 => 2,
                _ => 3,
            },
            admission,
            poor,
            random.Next(100) switch
            {
                < 40 => 0,
                < 95 => Amount(random, 60_000),
                _ => 150_000 + Amount(random, 49_999),
            },
            random.Next(100) switch
            {
                < 40 => 0,
                < 95 => Amount(random, 18_000),
                _ => Amount(random, 129_000),
            },
            poor && random.Next(100) < 30 ? Amount(random, 30_000) : 0,
            [.. Enumerable.Range(0, items).Select(_ => Item(random))]
        );
    }

    private static PlainItem Item(Random random)
    {
        var most = random.Next(100) switch
        {
            < 25 => 150,
            < 75 => 1_200,
            < 95 => 6_000,
            _ => 100_000,
        };
        return random.Next(100) switch
        {
            < 45 => new(Amount(random, most), 'A', 0),
            < 85 => new(Amount(random, most), 'B', Rates[random.Next(Rates.Length)] / 100),
            _ => new(Amount(random, most), 'C', 0),
        };
    }

    private static decimal Amount(Random random, int most) => random.NextInt64(1, most * 100L) / 100m;
}
