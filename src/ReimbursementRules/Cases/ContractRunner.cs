using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>Settles the claims of a provider's year, then the year, and compares.</summary>
internal static class ContractRunner
{
    public static CaseResult Run(Rulebook rulebook, Case @case, ContractCase of)
    {
        var problems = new List<Problem>();
        var noted = of.Expect.Problems.Count;
        if (rulebook.Contracts.FirstOrDefault(one => one.Id == of.Contract.Raw) is { } contract)
            Compare(rulebook, contract, of, new(new(problems, new("", ""))));
        else
        {
            var hint = Spelling.Hint(of.Contract.Raw, rulebook.Contracts.Select(one => one.Id));
            problems.Add(new(of.Contract.Place, "contract.unknown", new($"'{of.Contract.Raw}' is not a contract of contract.yaml.{hint.En}", $"contract.yaml 中没有合同“{of.Contract.Raw}”。{hint.Zh}")));
        }

        return new(@case.Name, @case.Place, [.. problems, .. of.Expect.Problems.Skip(noted)]);
    }

    private static void Compare(Rulebook rulebook, ProviderContract contract, ContractCase of, ContractComparison comparison)
    {
        try
        {
            comparison.Compare(contract.Settle(of.Year with { Lines = [.. of.Year.Lines, .. Lines(rulebook, contract, of.Claims)] }), of.Expect);
        }
        catch (ProblemException e) when (e is ContractException or ClaimException)
        {
            comparison.CompareInvalid(e, of.Expect);
        }
    }

    /// <summary>The settled claims that were not refused: those of a member one after another, each with the history of the one before.</summary>
    private static IEnumerable<ProviderLine> Lines(Rulebook rulebook, ProviderContract contract, IReadOnlyList<Claim> claims)
    {
        var histories = ImmutableDictionary.Create<string, History>(StringComparer.Ordinal);
        foreach (var claim in claims.GroupBy(claim => claim.Member.Id).SelectMany(ofMember => ofMember.Key.Length > 0 ? MemberClaims.Link(ofMember) : [.. ofMember]))
        {
            var settlement = rulebook.Settle(claim, histories.GetValueOrDefault(claim.Member.Id, History.Empty));
            if (claim.Member.Id.Length > 0)
                histories = histories.SetItem(claim.Member.Id, settlement.History);
            if (settlement.Status != SettlementStatus.Refused)
                yield return ProviderLine.Of(settlement, contract.Fund);
        }
    }
}
