using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>Settles the claims of a provider's year, then the year, and compares.</summary>
internal static class ContractRunner
{
    public static CaseResult Run(Rulebook rulebook, ContractCase of)
    {
        var problems = new ProblemLog();
        var noted = of.Expect.Problems.Count;
        if (rulebook.Contracts.FirstOrDefault(one => one.Id == of.Contract.Raw) is { } contract)
            Compare(rulebook, contract, of, new(problems, new("", "")));
        else
        {
            var hint = Spelling.Hint(of.Contract.Raw, rulebook.Contracts.Select(one => one.Id));
            problems.Add(
                of.Contract.Place,
                "contract.unknown",
                $"'{of.Contract.Raw}' is not a contract of contract.yaml.{hint.En}",
                $"contract.yaml 中没有合同“{of.Contract.Raw}”。{hint.Zh}"
            );
        }

        return new(of.Name, of.Place, [.. problems, .. of.Expect.Problems.Since(noted)]);
    }

    private static void Compare(Rulebook rulebook, ProviderContract contract, ContractCase of, Mismatches mismatches)
    {
        try
        {
            new ContractComparison(mismatches).Compare(
                contract.Settle(of.Year with { Lines = [.. of.Year.Lines, .. Lines(rulebook, contract, of.Claims)] }),
                of.Expect
            );
        }
        catch (InputException e)
        {
            mismatches.CompareInvalid(e, of.Expect);
        }
    }

    /// <summary>The settled claims that were not refused.</summary>
    private static IEnumerable<ProviderLine> Lines(Rulebook rulebook, ProviderContract contract, IReadOnlyList<Claim> claims) =>
        SettledClaims
            .Of(rulebook, claims)
            .Where(settlement => settlement.Status != SettlementStatus.Refused)
            .Select(settlement => ProviderLine.Of(settlement, contract.Fund));
}
