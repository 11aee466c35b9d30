using ReimbursementRules.Settlements;

namespace ReimbursementRules.Targets;

/// <summary>Holds realised claims against the targets of a rulebook.</summary>
internal static class ClaimTargetChecks
{
    /// <summary>The result of each target.</summary>
    /// <exception cref="InputException">A claim was settled by another rulebook, or does not state what a target asks.</exception>
    /// <exception cref="InputException">The figures are not those that the targets ask.</exception>
    /// <param name="rulebook">The name of the rulebook.</param>
    /// <param name="claimTargets">Its targets on claims.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="figures">The figures.</param>
    public static IReadOnlyList<ClaimTargetResult> Of(
        string rulebook,
        ClaimTargets claimTargets,
        IReadOnlyList<RealisedClaim> claims,
        Figures figures
    )
    {
        var problems = new ProblemLog();
        if (figures != Figures.None)
            FigureChecks.Check(claimTargets, figures, problems);
        ThrowFigures(problems);
        TwiceChecks.Check(claims, problems);
        var asked = Ask(rulebook, claimTargets, claims, problems);
        ThrowClaims(problems);
        var groups = claimTargets.All.Select(target => Groups(target, asked, figures, problems)).ToList();
        ThrowClaims(problems);
        for (var i = 0; i < groups.Count; i++)
            FigureChecks.CheckProviders(claimTargets.All[i], groups[i].Keys.Where(provider => provider.Length > 0), figures, problems);
        ThrowFigures(problems);
        return [.. claimTargets.All.Zip(groups, (target, of) => Result(target, of, figures))];
    }

    /// <summary>The claims in which funds took part, with the answers to what the targets ask.</summary>
    private static List<AskedClaim> Ask(
        string rulebook,
        ClaimTargets claimTargets,
        IReadOnlyList<RealisedClaim> claims,
        ProblemLog problems
    )
    {
        foreach (var other in claims.Where(claim => claim.Rulebook != rulebook))
            problems.Add(
                other.Place,
                "settlement.rulebook",
                $"the claim was settled by the rulebook '{other.Rulebook}', not by '{rulebook}'.",
                $"该单据由规则册“{other.Rulebook}”结算，而不是“{rulebook}”。"
            );
        return
        [
            .. claims
                .Where(claim => !claim.IsRefused)
                .Select(claim => new AskedClaim(claim, claimTargets.Questions.Ask(claim.Claim, problems))),
        ];
    }

    /// <summary>The claims that a target looks at, by provider where it asks each alone.</summary>
    private static SortedDictionary<string, List<AskedClaim>> Groups(
        ClaimTarget target,
        List<AskedClaim> claims,
        Figures figures,
        ProblemLog problems
    )
    {
        var groups = new SortedDictionary<string, List<AskedClaim>>(StringComparer.Ordinal);
        if (figures == Figures.None && target.Figures.Any())
            return groups;
        if (!target.Policy.EachProvider)
            groups.Add("", []);
        foreach (var claim in claims.Where(claim => target.When is not { } when || claim.Answers.Holds(when)))
        {
            Check(target, claim.Claim, problems);
            var provider = target.Policy.EachProvider ? claim.Claim.Claim.Provider.Id : "";
            if (!groups.TryGetValue(provider, out var group))
                groups.Add(provider, group = []);
            group.Add(claim);
        }

        return groups;
    }

    private static void Check(ClaimTarget target, RealisedClaim claim, ProblemLog problems)
    {
        var id = target.Policy.Id;
        if (target.AsksItems && claim.Claim.Items.IsEmpty)
            problems.Add(
                claim.Place,
                "settlement.items",
                $"the target '{id}' asks about items, and the line has none. Write the settlements with 'batch --full'.",
                $"目标“{id}”涉及费用明细，而该行没有明细。请用“batch --full”写出结算。"
            );
        if (target.Policy.EachProvider && claim.Claim.Provider.Id.Length == 0)
            problems.Add(
                claim.Place,
                "settlement.provider",
                $"the target '{id}' asks each provider, and the claim does not state 'provider.id'.",
                $"目标“{id}”逐机构考核，而该单据没有“provider.id”。"
            );
    }

    private static ClaimTargetResult Result(ClaimTarget target, SortedDictionary<string, List<AskedClaim>> groups, Figures figures)
    {
        var all = new Tally([.. groups.Values.SelectMany(claims => claims)], figures, null);
        return new(
            target.Policy.Id,
            target.Policy.Title,
            target.Policy.Source,
            target.Policy.IsWish,
            [.. groups.Select(group => new ClaimTargetGroup(group.Key, Measured(target, all, group.Value, figures, group.Key)))]
        );
    }

    private static IReadOnlyList<Measured> Measured(
        ClaimTarget target,
        Tally all,
        List<AskedClaim> claims,
        Figures figures,
        string provider
    )
    {
        var group = new Tally(claims, figures, provider.Length == 0 ? null : provider);
        return [.. target.Any.Select(measure => new Measuring(measure, group, all, claims).Measure())];
    }

    private static void ThrowFigures(ProblemLog problems)
    {
        problems.ThrowForInput();
    }

    private static void ThrowClaims(ProblemLog problems)
    {
        problems.ThrowForInput();
    }
}
