using ReimbursementRules.Contracts.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>A contract ready to settle years.</summary>
/// <param name="Policy">What the file states.</param>
/// <param name="Index">The index of the rulebook.</param>
/// <param name="Fund">The payer whose part of the claims it is about.</param>
/// <param name="Days">The days on which a year of it may begin.</param>
/// <param name="AppliesToYear">Which providers it is about; null for all.</param>
/// <param name="AppliesToLine">As <paramref name="AppliesToYear"/>, asked of a line.</param>
/// <param name="Claims">Which lines it is about; null for all.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="OfYear">Asks the tables that the year decides.</param>
/// <param name="OfLines">Asks the tables that each line decides.</param>
internal sealed record CompiledContract(
    ContractPolicy Policy,
    IndexPolicy Index,
    PayerPolicy Fund,
    DayRange Days,
    Table<bool>? AppliesToYear,
    Table<bool>? AppliesToLine,
    Table<bool>? Claims,
    IReadOnlyList<ContractStep> Steps,
    ContractQuestions OfYear,
    ContractQuestions OfLines
);
