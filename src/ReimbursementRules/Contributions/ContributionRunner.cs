using System.Globalization;
using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contributions;

/// <summary>Computes the contributions of a case and compares, to the cent.</summary>
internal static class ContributionRunner
{
    public static CaseResult Run(Rulebook rulebook, ContributionCase of)
    {
        var problems = new ProblemLog();
        var noted = of.Plan.Problems.Count;
        if (rulebook.Contributions.FirstOrDefault(one => one.Id == of.Plan.Raw) is { } plan)
        {
            var history = of.History;
            foreach (var (i, expected) in of.Contributors.Index())
                history = Compare(
                    plan,
                    expected,
                    of.KeepsHistory ? history : null,
                    new(problems, of.Contributors.Count == 1 ? new("", "") : Number(i)),
                    rulebook.Watch
                );
        }
        else
        {
            var hint = Spelling.Hint(of.Plan.Raw, rulebook.Contributions.Select(one => one.Id));
            problems.Add(
                of.Plan.Place,
                "contribution.unknown",
                $"'{of.Plan.Raw}' is not a contribution of contributions.yaml.{hint.En}",
                $"contributions.yaml 中没有缴费项目“{of.Plan.Raw}”。{hint.Zh}"
            );
        }

        return new(of.Name, of.Place, [.. problems, .. of.Plan.Problems.Since(noted)]);
    }

    private static BilingualText Number(int index)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return new($"contributor {number}: ", $"第 {number} 位：");
    }

    /// <summary>Compares what comes of a contributor.</summary>
    /// <returns>The history after it; the one before where it is not valid, and null where the case keeps none.</returns>
    private static History? Compare(
        ContributionPlan plan,
        ExpectedContributor of,
        History? before,
        Mismatches mismatches,
        IRulebookWatch? watch
    )
    {
        try
        {
            var contribution = plan.Of(of.Contributor);
            watch?.Contributed(plan.Compiled, of.Contributor);
            var after = before is null ? null : contribution.Credited(before);
            foreach (var (name, value) in of.Expect.Pairs)
                if (name.Raw == "history")
                    Balances(value, contribution, after ?? History.Empty, mismatches);
                else
                    Compare(contribution, name, value, mismatches);
            return after;
        }
        catch (InputException e)
        {
            mismatches.CompareInvalid(e, of.Expect);
            return before;
        }
    }

    private static void Credits(Node expected, Contribution contribution, Mismatches mismatches)
    {
        foreach (var (name, value) in expected.Entries())
            if (contribution.Credits.FirstOrDefault(credit => credit.Payer == name.Raw) is { } credit)
                mismatches.Compare(name, value, credit.Amount);
            else
                mismatches.Unknown(name, contribution.Credits.Select(one => one.Payer));
    }

    /// <summary>The balances of accounts in the history after the contribution, over all benefit years.</summary>
    private static void Balances(Node expected, Contribution contribution, History after, Mismatches mismatches)
    {
        List<string> known = [.. after.Entries.Select(entry => entry.What).Union(contribution.Credits.Select(one => one.Payer))];
        foreach (var (name, value) in expected.Entries())
            if (known.Contains(name.Raw))
                mismatches.Compare(name, value, after.Entries.Where(entry => entry.What == name.Raw).Sum(entry => entry.Amount));
            else
                mismatches.Unknown(name, known);
    }

    private static void Compare(Contribution contribution, Node name, Node value, Mismatches mismatches)
    {
        switch (name.Raw)
        {
            case "total":
                mismatches.Compare(name, value, contribution.Total);
                break;
            case "member":
                mismatches.Compare(name, value, contribution.Member);
                break;
            case "account":
                mismatches.Compare(name, value, contribution.Account);
                break;
            case "cash":
                mismatches.Compare(name, value, contribution.Cash);
                break;
            case "applies":
                mismatches.Compare(name.Raw, value.Text(), contribution.Applies ? "yes" : "no", value);
                break;
            case "parts":
                Parts(value, contribution, mismatches, (at, amount, part) => mismatches.Compare(at, amount, part.Amount));
                break;
            case "credits":
                Credits(value, contribution, mismatches);
                break;
            case "due":
                Parts(
                    value,
                    contribution,
                    mismatches,
                    (at, day, part) => mismatches.Compare(at.Raw, day.Text(), part.Due is { } due ? IsoDay.Show(due) : "none", day)
                );
                break;
            case "findings":
                mismatches.Compare(
                    name.Raw,
                    Mismatches.List(value),
                    string.Join(", ", contribution.Findings.Select(finding => finding.Id)),
                    value
                );
                break;
            case "invalid":
                mismatches.Add(value, Mismatches.Same(Mismatches.List(value)), new("a valid contributor", "有效的缴费人"), name.Raw);
                break;
            case var _ when contribution.Payers.FirstOrDefault(payer => payer.Payer == name.Raw) is { } payer:
                mismatches.Compare(name, value, payer.Amount);
                break;
            default:
                mismatches.Unknown(name, contribution.Payers.Select(payer => payer.Payer).Concat(ContributionReader.ReservedNames));
                break;
        }
    }

    private static void Parts(Node expected, Contribution contribution, Mismatches mismatches, Action<Node, Node, ContributionPart> compare)
    {
        foreach (var (name, value) in expected.Entries())
            if (contribution.Parts.FirstOrDefault(part => part.Id == name.Raw) is { } part)
                compare(name, value, part);
            else
                mismatches.Unknown(name, contribution.Parts.Select(one => one.Id));
    }
}
