using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Builders;

/// <summary>Claims of an ordinary stay. A test changes only what matters to it.</summary>
internal static class TestClaim
{
    public static Claim Stay(params ReadOnlySpan<FeeItem> items) =>
        new()
        {
            Discharged = new(2020, 10, 8),
            Setting = Setting.Inpatient,
            Provider = new() { Level = HospitalLevel.Two },
            Items = [.. items],
        };

    public static Claim Stay(decimal inScope) => Stay(A(inScope));

    public static FeeItem A(decimal amount) => new() { Class = CatalogueClass.A, Amount = Money.Yuan(amount) };

    public static FeeItem B(decimal amount, decimal percent) =>
        new()
        {
            Class = CatalogueClass.B,
            Amount = Money.Yuan(amount),
            FirstSelfPay = Rate.Percent(percent),
        };

    public static FeeItem C(decimal amount) => new() { Class = CatalogueClass.C, Amount = Money.Yuan(amount) };

    public static ImmutableDictionary<string, string> Attributes(params ReadOnlySpan<(string Name, string Word)> attributes)
    {
        var all = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, word) in attributes)
            all.Add(name, word);
        return all.ToImmutable();
    }
}
