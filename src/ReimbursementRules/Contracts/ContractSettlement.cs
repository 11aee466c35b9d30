using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>What a fund pays a provider over a year, with the reason of every amount. Immutable.</summary>
/// <remarks>By construction <see cref="Actual"/> = <see cref="Paid"/> + <see cref="Borne"/>, <see cref="Due"/> = <see cref="Paid"/> −
/// <see cref="PassedOn"/>
/// = <see cref="Advances"/> + <see cref="Final"/>, and the paid amounts of the trace add up to <see cref="Paid"/>.</remarks>
public sealed partial class ContractSettlement
{
    internal ContractSettlement(ProviderContract contract, ProviderYear year, Money actual, ImmutableArray<ContractLine> trace)
    {
        Contract = contract;
        Year = year;
        Actual = actual;
        Trace = trace;
        Paid = trace.Sum(line => line.Paid);
    }

    /// <summary>The contract by which the year is settled.</summary>
    public ProviderContract Contract { get; }

    /// <summary>The year as it was handed in.</summary>
    public ProviderYear Year { get; }

    /// <summary>The fund's part of the realised claims that the contract is about: what the settlements of the claims say.</summary>
    public Money Actual { get; }

    /// <summary>What the fund pays of it by the contract; above <see cref="Actual"/> where the provider keeps a saving.</summary>
    public Money Paid { get; }

    /// <summary>What the provider bears of it; below zero for a saving that it keeps.</summary>
    public Money Borne => Actual - Paid;

    /// <summary>What the provider hands on to another that took part in the service.</summary>
    public Money PassedOn => Of(ContractLineKind.PassedOn);

    /// <summary>What is left to the provider: <see cref="Paid"/> − <see cref="PassedOn"/>.</summary>
    public Money Due => Paid - PassedOn;

    /// <summary>What was paid ahead, month by month.</summary>
    public Money Advances => Of(ContractLineKind.Advance);

    /// <summary>What is still to be paid in the end; below zero where the provider returns money.</summary>
    public Money Final => Due - Advances;

    /// <summary>What was held back for the assessment.</summary>
    public Money Retained => Of(ContractLineKind.Retained);

    /// <summary>What of it the assessment releases. The rest is the provider's loss.</summary>
    public Money Released => Of(ContractLineKind.Released);

    /// <summary>The trace: every amount, in the order of the steps.</summary>
    public ImmutableArray<ContractLine> Trace { get; }

    private Money Of(ContractLineKind kind) => Trace.Where(line => line.Kind == kind).Sum(line => line.Amount);
}
