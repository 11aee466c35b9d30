using System.Globalization;
using System.Text.Json;
using ReimbursementRules.Cases;
using ReimbursementRules.Settlements;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>Holds a target against the tables, or against the claims of the case, and compares.</summary>
internal static class TargetRunner
{
    private static readonly string[] OfTables = ["status", "misses"];
    private static readonly string[] OfClaims = ["status", "measure", "missed_by", "claims"];

    /// <summary>Runs the case.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="target">The case.</param>
    /// <param name="ofTables">What became of the targets on tables.</param>
    public static CaseResult Run(Rulebook rulebook, TargetCase target, IReadOnlyList<TargetResult> ofTables)
    {
        var problems = new ProblemLog();
        var mismatches = new Mismatches(problems, new("", ""));
        var noted = target.Expect.Problems.Count;
        try
        {
            if (ofTables.FirstOrDefault(one => one.Id == target.Target.Raw) is { } found)
                Compare(
                    target,
                    mismatches,
                    OfTables,
                    name => name == "status" ? Word(found.Status) : found.Misses.Count.ToString(CultureInfo.InvariantCulture)
                );
            else
                Measure(rulebook, target, mismatches);
        }
        catch (ProblemException e)
        {
            mismatches.Add(e.Problems);
        }

        problems.AddRange(target.Expect.Problems.Since(noted));
        return new(target.Name, target.Place, problems.Told());
    }

    private static void Measure(Rulebook rulebook, TargetCase target, Mismatches mismatches)
    {
        var figures = target.Figures is { } node ? Figures.Read(node) : Figures.None;
        if (rulebook.Targets.OfClaims?.Only(target.Target.Raw) is not { } one)
        {
            mismatches.UnknownTarget(
                target.Target,
                rulebook.Targets.OfTables.Select(of => of.Policy.Id).Concat(rulebook.Targets.OfClaims?.All.Select(of => of.Policy.Id) ?? [])
            );
            return;
        }

        var result = ClaimTargetChecks
            .Of(rulebook.Id, one, [.. SettledClaims.Of(rulebook, target.Claims).Select(RealisedClaim.Of)], figures)
            .Single();
        rulebook.Watch?.Measured(one.All[0].Policy, result);
        if (target.Provider is not { } provider)
            Compare(
                target,
                mismatches,
                OfClaims,
                name => name == "status" ? Word(result.Status) : Shown(name, result.Groups is [var whole, ..] ? whole : null)
            );
        else if (result.Groups.FirstOrDefault(group => group.Provider == provider.PlainId()) is { } group)
            Compare(target, mismatches, OfClaims, name => name == "status" ? Word(group.Status) : Shown(name, group));
        else
            mismatches.UnknownProvider(provider, result.Groups.Select(group => group.Provider));
    }

    private static void Compare(TargetCase target, Mismatches mismatches, string[] known, Func<string, string> actual)
    {
        foreach (var (name, value) in target.Expect.Pairs)
            if (known.Contains(name.Raw))
                mismatches.Compare(
                    name.Raw,
                    string.Join(", ", (value.IsSequence ? value.Elements : [value]).Select(one => one.Text())),
                    actual(name.Raw),
                    value
                );
            else
                mismatches.Unknown(name, known);
    }

    /// <summary>What came of a group: of several measures each in its turn.</summary>
    private static string Shown(string name, ClaimTargetGroup? group) =>
        string.Join(
            ", ",
            (group?.Measures ?? [])
                .SelectMany(measured =>
                    name switch
                    {
                        "measure" => [measured.Value],
                        "missed_by" => [measured.MissedBy],
                        _ => measured.Claims.Select(claim => claim.Id),
                    }
                )
                .Where(text => text.Length > 0)
        );

    private static string Word(TargetStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());
}
