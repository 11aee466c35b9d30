namespace ReimbursementRules.Contracts;

/// <summary>Thrown when a provider's year cannot be settled by a contract, before anything of it is settled.</summary>
public sealed class ContractException : ProblemException
{
    internal ContractException(IReadOnlyList<Problem> problems)
        : base(problems)
    {
    }
}
