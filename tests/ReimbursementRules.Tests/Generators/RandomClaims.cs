using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Generators;

/// <summary>Random claims that any random rulebook can settle.</summary>
internal static class RandomClaims
{
    private static readonly DateOnly From = new(2020, 1, 1);

    /// <summary>Amounts from nothing and one cent to 1,000,000,000,000 yuan, most of them ordinary.</summary>
    public static Gen<Money> Amounts { get; } =
        Gen.Frequency(
                (1, Gen.Constant(0L)),
                (2, Gen.Choose(1, 3).Select(cents => (long)cents)),
                (4, Gen.Choose(1, 1_000).Select(cents => (long)cents)),
                (12, Gen.Choose(1, 500_000).Select(cents => (long)cents)),
                (4, Gen.Choose(1, 20_000_000).Select(cents => (long)cents)),
                (1, Gen.Choose(0, 1_000_000_000).Select(part => 100_000_000_000_000L - part))
            )
            .Select(Money.FromCents);

    /// <summary>The items of one claim: one to thirty, all of them a few cents in some claims, so that rounding is most of what
    /// happens.</summary>
    private static Gen<IReadOnlyList<FeeItem>> Bills { get; } =
        from count in Gen.Frequency((2, Gen.Choose(1, 4)), (3, Gen.Choose(1, 30)))
        from amounts in Gen.Frequency(
            (4, Gen.Constant(Amounts)),
            (1, Gen.Constant(Gen.Choose(0, 3).Select(cents => Money.FromCents(cents))))
        )
        from items in Items(amounts).ListOf(count)
        select (IReadOnlyList<FeeItem>)[.. items];

    private static Gen<FeeItem> Items(Gen<Money> amounts) =>
        from amount in amounts
        from @class in Gen.Elements(CatalogueClass.A, CatalogueClass.A, CatalogueClass.B, CatalogueClass.C)
        from rate in Gen.Elements(0m, 5m, 10m, 33.3333m, 100m)
        from kind in Maybe(Gen.Elements(ItemKind.Drug, ItemKind.Consumable, ItemKind.Examination, ItemKind.Nursing))
        from quantity in Maybe(Gen.Elements(0m, 0.5m, 1m, 3m, 7.25m))
        from ceiling in Gen.Frequency(
            (4, Gen.Constant<Money?>(null)),
            (1, Gen.Choose(0, 100_000).Select(cents => (Money?)Money.FromCents(cents)))
        )
        from supply in Maybe(Gen.Elements(7, 28, 29))
        from essential in Maybe(Gen.Elements(true, false))
        from origin in Gen.Elements("", "", "domestic", "imported")
        from code in Gen.Elements("", "a", "b")
        from moved in Gen.Elements(null, null, null, "", "C-1", "C-2")
        select new FeeItem
        {
            MovedFrom = moved,
            Code = code,
            Amount = amount,
            Class = @class,
            FirstSelfPay = Rate.Percent(rate),
            Kind = kind,
            Quantity = quantity,
            CeilingPrice = ceiling,
            DaysOfSupply = supply,
            Essential = essential,
            Attributes = origin.Length == 0 ? TestClaim.Attributes() : TestClaim.Attributes(("origin", origin)),
        };

    public static Gen<Claim> One { get; } =
        from day in Gen.Choose(0, 700)
        from stay in Gen.Choose(0, 20)
        from wait in Maybe(Gen.Choose(0, 60))
        from facts in Facts
        from items in Bills
        from service in Gen.Choose(0, 30)
        from balance in Gen.Frequency((1, Gen.Constant(Money.Zero)), (2, Amounts))
        select facts with
        {
            AccountBalance = balance == Money.Zero ? null : balance,
            Admitted = stay == 0 ? null : From.AddDays(day),
            Discharged = From.AddDays(day + stay),
            Filed = wait is { } days ? From.AddDays(day + stay + days) : null,
            Items =
            [
                .. items.Select(
                    (item, i) => i % 3 == 0 ? item with { Date = From.AddDays(Math.Max(0, day + Math.Min(stay, service - 10))) } : item
                ),
            ],
        };

    /// <summary>The claims of one member, earliest discharge first.</summary>
    public static Gen<IReadOnlyList<Claim>> Sequences { get; } =
        from count in Gen.Choose(1, 5)
        from claims in One.ListOf(count)
        select (IReadOnlyList<Claim>)[.. claims.OrderBy(claim => claim.Discharged)];

    /// <summary>A few claims that follow from a seed.</summary>
    public static IReadOnlyList<Claim> Sample(int seed) => Sequences.Sample(50, new Rnd((ulong)seed), 1).First();

    private static Gen<Claim> Facts =>
        from setting in Gen.Elements(Setting.Inpatient, Setting.Inpatient, Setting.Outpatient, Setting.Pharmacy)
        from level in Gen.Elements(Enum.GetValues<HospitalLevel>())
        from location in Maybe(Gen.Elements(Enum.GetValues<Location>()))
        from agreement in Gen.Frequency(
            (15, Gen.Constant<Agreement?>(null)),
            (1, Gen.Elements<Agreement?>(Agreement.None, Agreement.Suspended))
        )
        from cause in Gen.Frequency((15, Gen.Constant<Cause?>(null)), (1, Gen.Elements<Cause?>(Cause.WorkInjury, Cause.ThirdParty)))
        from channel in Maybe(Gen.Elements(ClaimChannel.Manual, ClaimChannel.RealTime))
        from disease in Gen.Elements(null, "diabetes", "hypertension", "appendicitis")
        from admission in Gen.Frequency((5, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 4).Select(number => (int?)number)))
        from age in Gen.Choose(0, 90)
        from scheme in Gen.Elements(Enum.GetValues<Scheme>())
        from poverty in Maybe(Gen.Elements(Enum.GetValues<Poverty>()))
        from emergency in Maybe(Gen.Elements(true, false))
        from risk in Gen.Elements("standard", "high")
        from ward in Gen.Elements("", "general", "special")
        select new Claim
        {
            Discharged = From,
            Setting = setting,
            Location = location,
            Cause = cause,
            Channel = channel,
            Disease = disease,
            Admission = admission,
            Emergency = emergency,
            Member = new()
            {
                Scheme = scheme,
                Age = age % 2 == 0 ? age : null,
                Born = age % 2 == 0 ? null : From.AddDays(-365 * age),
                Poverty = poverty,
            },
            Provider = new() { Level = level, Agreement = agreement },
            Attributes =
                ward.Length == 0 ? TestClaim.Attributes(("risk_group", risk)) : TestClaim.Attributes(("risk_group", risk), ("ward", ward)),
        };

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Frequency((1, Gen.Constant<T?>(null)), (1, gen.Select(value => (T?)value)));
}
