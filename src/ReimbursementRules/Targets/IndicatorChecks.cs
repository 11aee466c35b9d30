using ReimbursementRules.Settlements;

namespace ReimbursementRules.Targets;

/// <summary>Holds realised claims against the targets of a rulebook.</summary>
internal static class IndicatorChecks
{
    /// <summary>The result of each target.</summary>
    /// <exception cref="InputException">A claim was settled by another rulebook, or does not state what a target asks.</exception>
    /// <exception cref="InputException">The figures are not those that the targets ask.</exception>
    /// <param name="rulebook">The name of the rulebook.</param>
    /// <param name="indicators">Its targets on claims.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="figures">The figures.</param>
    public static IReadOnlyList<IndicatorResult> Of(
        string rulebook,
        IndicatorBook indicators,
        IReadOnlyList<RealisedClaim> claims,
        Figures figures
    )
    {
        var problems = new ProblemLog();
        if (figures != Figures.None)
            FigureChecks.Check(indicators, figures, problems);
        ThrowFigures(problems);
        TwiceChecks.Check(claims, problems);
        var asked = Ask(rulebook, indicators, claims, problems);
        ThrowClaims(problems);
        var groups = indicators.All.Select(indicator => Groups(indicator, asked, figures, problems)).ToList();
        ThrowClaims(problems);
        for (var i = 0; i < groups.Count; i++)
            FigureChecks.CheckProviders(indicators.All[i], groups[i].Keys.Where(provider => provider.Length > 0), figures, problems);
        ThrowFigures(problems);
        return [.. indicators.All.Zip(groups, (indicator, of) => Result(indicator, of, figures))];
    }

    /// <summary>The claims in which funds took part, with the answers to what the targets ask.</summary>
    private static List<AskedClaim> Ask(string rulebook, IndicatorBook indicators, IReadOnlyList<RealisedClaim> claims, ProblemLog problems)
    {
        foreach (var other in claims.Where(claim => claim.Rulebook != rulebook))
            problems.Add(
                other.Place,
                "settlement.rulebook",
                $"the claim was settled by the rulebook '{other.Rulebook}', not by '{rulebook}'.",
                $"该申请由规则册“{other.Rulebook}”结算，而不是“{rulebook}”。"
            );
        return
        [
            .. claims
                .Where(claim => !claim.IsRefused)
                .Select(claim => new AskedClaim(claim, indicators.Questions.Ask(claim.Claim, problems))),
        ];
    }

    /// <summary>The claims that a target looks at, by provider where it asks each alone.</summary>
    private static SortedDictionary<string, List<AskedClaim>> Groups(
        Indicator indicator,
        List<AskedClaim> claims,
        Figures figures,
        ProblemLog problems
    )
    {
        var groups = new SortedDictionary<string, List<AskedClaim>>(StringComparer.Ordinal);
        if (figures == Figures.None && indicator.Figures.Any())
            return groups;
        if (!indicator.Policy.EachProvider)
            groups.Add("", []);
        foreach (var claim in claims.Where(claim => indicator.When is not { } when || claim.Answers.Holds(when)))
        {
            Check(indicator, claim.Claim, problems);
            var provider = indicator.Policy.EachProvider ? claim.Claim.Claim.Provider.Id : "";
            if (!groups.TryGetValue(provider, out var group))
                groups.Add(provider, group = []);
            group.Add(claim);
        }

        return groups;
    }

    private static void Check(Indicator indicator, RealisedClaim claim, ProblemLog problems)
    {
        var id = indicator.Policy.Id;
        if (indicator.AsksItems && claim.Claim.Items.IsEmpty)
            problems.Add(
                claim.Place,
                "settlement.items",
                $"the target '{id}' asks about items, and the line has none. Write the settlements with 'batch --full'.",
                $"目标“{id}”涉及费用明细，而该行没有明细。请用“batch --full”写出结算。"
            );
        if (indicator.Policy.EachProvider && claim.Claim.Provider.Id.Length == 0)
            problems.Add(
                claim.Place,
                "settlement.provider",
                $"the target '{id}' asks each provider, and the claim does not state 'provider.id'.",
                $"目标“{id}”逐机构考核，而该申请没有“provider.id”。"
            );
    }

    private static IndicatorResult Result(Indicator indicator, SortedDictionary<string, List<AskedClaim>> groups, Figures figures)
    {
        var all = new Tally([.. groups.Values.SelectMany(claims => claims)], figures, null);
        return new(
            indicator.Policy.Id,
            indicator.Policy.Title,
            indicator.Policy.Source,
            indicator.Policy.IsWish,
            [.. groups.Select(group => new IndicatorGroup(group.Key, Measured(indicator, all, group.Value, figures, group.Key)))]
        );
    }

    private static IReadOnlyList<Measured> Measured(
        Indicator indicator,
        Tally all,
        List<AskedClaim> claims,
        Figures figures,
        string provider
    )
    {
        var group = new Tally(claims, figures, provider.Length == 0 ? null : provider);
        return [.. indicator.Any.Select(measure => new Measuring(measure, group, all, claims).Measure())];
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
