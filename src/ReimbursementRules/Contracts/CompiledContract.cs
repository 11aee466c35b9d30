using ReimbursementRules.Contracts.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>A contract ready to settle years.</summary>
internal sealed record CompiledContract
{
    /// <summary>What the file states.</summary>
    public required ContractPolicy Policy { get; init; }

    /// <summary>The index of the rulebook.</summary>
    public required IndexPolicy Index { get; init; }

    /// <summary>The payer whose part of the claims it is about.</summary>
    public required PayerPolicy Fund { get; init; }

    /// <summary>The days on which a year of it may begin.</summary>
    public required DayRange Days { get; init; }

    /// <summary>Which providers it is about; null for all.</summary>
    public required Table<bool>? AppliesToYear { get; init; }

    /// <summary>As <see cref="AppliesToYear"/>, asked of a line.</summary>
    public required Table<bool>? AppliesToLine { get; init; }

    /// <summary>Which lines it is about; null for all.</summary>
    public required Table<bool>? Claims { get; init; }

    /// <summary>Its steps.</summary>
    public required IReadOnlyList<ContractStep> Steps { get; init; }

    /// <summary>Asks the tables that the year decides.</summary>
    public required ContractQuestions OfYear { get; init; }

    /// <summary>Asks the tables that each line decides.</summary>
    public required ContractQuestions OfLines { get; init; }
}
