using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts.Steps;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>What a fund pays a provider over a year, such as a budget, a quota for each case, or both. Immutable, and safe to share between
/// threads.</summary>
public sealed partial class ProviderContract
{
    private readonly CompiledContract _contract;

    internal ProviderContract(CompiledContract contract) => _contract = contract;

    /// <summary>The contract's name.</summary>
    public string Id => _contract.Policy.Id;

    /// <summary>Its title.</summary>
    public BilingualText Title => _contract.Policy.Title;

    /// <summary>The payer whose part of the claims it is about.</summary>
    public string Fund => _contract.Fund.Id;

    /// <summary>The title of that payer.</summary>
    public BilingualText FundTitle => _contract.Fund.Title;

    internal CompiledContract Compiled => _contract;

    /// <summary>What the rulebook calls its own facts and their words.</summary>
    internal FactTitles Titles => FactTitles.Of(_contract.Index.Facts);

    /// <summary>The ids of its steps, in their order.</summary>
    internal ImmutableArray<string> Steps => [.. _contract.Steps.Select(step => step.Id)];

    /// <summary>What a step is called, by its id: its title, or the id in both languages.</summary>
    internal BilingualText TitleOf(string step) =>
        _contract.Steps.FirstOrDefault(one => one.Id == step)?.Title ?? new BilingualText(step, step);

    /// <summary>Settles a provider's year: says what the fund pays for the realised claims, and what the provider bears of them.</summary>
    /// <remarks>A function of its argument: no clock, no culture, no files, no state.</remarks>
    /// <exception cref="InputException">The year is not valid: every problem is listed, and nothing was settled.</exception>
    public ContractSettlement Settle(ProviderYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var run = YearChecks.Begin(_contract, year);
        foreach (var step in _contract.Steps.OfType<TakingStep>())
            run.Give(step.Id, step.Claims);
        foreach (var step in _contract.Steps)
            step.Check(run);
        run.Problems.ThrowForInput();
        foreach (var step in _contract.Steps)
            step.Run(run);
        return new(this, year, run.Lines.Sum(line => line.Line.Actual), run.Trace);
    }
}
