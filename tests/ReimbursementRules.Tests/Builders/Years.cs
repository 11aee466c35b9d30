using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Builders;

/// <summary>Providers' years of 2020, and contracts of a town that a test writes itself.</summary>
internal static class Years
{
    public static ProviderYear Of(params ProviderLine[] lines) =>
        new()
        {
            Starts = new(2020, 1, 1),
            Provider = new() { Id = "A", Level = HospitalLevel.Two },
            Lines = [.. lines],
        };

    /// <summary>The total of a month of 2020: stays of ten persons, one case for each ten yuan unless stated.</summary>
    public static ProviderLine Total(int month, decimal actual, long cases = 10) =>
        new()
        {
            Facts = new() { Discharged = new(2020, month, 1), Setting = Setting.Inpatient },
            Cases = cases,
            Persons = 10,
            Actual = Money.Yuan(actual),
        };

    /// <summary>The contract of these steps, each as a flow mapping.</summary>
    public static ProviderContract Contract(params ReadOnlySpan<string> steps)
    {
        var text = "contracts:\n  - id: c\n    title: { en: C, zh: 合同 }\n    fund: fund\n    steps:\n";
        foreach (var step in steps)
            text += $"      - {step}\n";
        using var folder = new RulebookFolder();
        return folder.With("contract.yaml", text).Load().Contracts.Single();
    }

    /// <summary>A standard step; <paramref name="more"/> are further keys.</summary>
    public static string Standard(string per, string amount, string more = "") =>
        $"{{ id: s, kind: standard, per: {per}, amount: {StepText.Dated($"value: {amount}")}{(more.Length > 0 ? ", " + more : "")} }}";
}
