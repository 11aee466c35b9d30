using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>What a fund pays a provider over a year, as <c>contract.yaml</c> states it.</summary>
/// <param name="Id">The contract's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Fund">The payer whose part of the claims it is about.</param>
/// <param name="From">The first day of the first year for which it holds; null for the rulebook's.</param>
/// <param name="Until">The first day from which on no year of it begins; null without end.</param>
/// <param name="Applies">Which providers it is about; none for all.</param>
/// <param name="Claims">Which realised claims it is about; none for all.</param>
/// <param name="Steps">Its steps; each kind's own file reads the rest.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ContractPolicy(
    string Id,
    BilingualText Title,
    Word Fund,
    DateOnly? From,
    EndPolicy? Until,
    ConditionsPolicy Applies,
    ConditionsPolicy Claims,
    IReadOnlyList<StepPolicy> Steps,
    FilePlace Place
);
