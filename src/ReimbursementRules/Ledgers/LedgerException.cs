namespace ReimbursementRules.Ledgers;

/// <summary>Thrown when an operation on a ledger is refused. The ledger is as it was.</summary>
public sealed class LedgerException : ProblemException
{
    internal LedgerException(Problem problem)
        : base([problem]) { }
}
