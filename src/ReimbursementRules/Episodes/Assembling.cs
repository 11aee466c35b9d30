using ReimbursementRules.Claims;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Episodes;

/// <summary>Puts the claims of a member together as the episodes say, one episode after another.</summary>
/// <remarks>Each claim that may give its items away gives them to the nearest claim that may take them. A claim that took items may give
/// them on.</remarks>
internal sealed class Assembling(IReadOnlyList<Episode> episodes, ClaimQuestions questions)
{
    /// <summary>The claims that are left, by the day of discharge.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="watch">Is told of each episode, by its place, whether it moved anything, where there are several claims; null where
    /// nobody asks.</param>
    /// <exception cref="InputException">A claim does not state what the episodes ask.</exception>
    public IEnumerable<Claim> Assemble(IEnumerable<Claim> claims, Action<int, bool>? watch)
    {
        var problems = new ProblemLog();
        var drafts = claims.OrderBy(claim => claim.Discharged).Select(claim => new Draft(claim, questions.Ask(claim, problems))).ToList();
        problems.ThrowForInput();
        var areSeveral = drafts.Count > 1;
        foreach (var (index, episode) in episodes.Index())
        {
            var moved = false;
            foreach (var giver in episode.IntoLater ? drafts.ToList() : Enumerable.Reverse(drafts).ToList())
                moved |= Give(drafts, drafts.FindIndex(draft => draft.Mark == giver.Mark), episode);
            if (areSeveral)
                watch?.Invoke(index, moved);
        }

        return drafts.Select(draft => draft.Claim);
    }

    /// <summary>Gives the items of a claim to the one that takes them; says whether it did.</summary>
    private bool Give(List<Draft> drafts, int at, Episode episode)
    {
        var giver = drafts[at];
        if (!giver.Answers.Holds(episode.Giver) || Taker(drafts, at, episode) is not { } taker)
            return false;
        var items = giver
            .Claim.Items.Index()
            .ToLookup(item => episode.Items is null || giver.Answers.Holds(episode.Items, item.Index), item => item.Item);
        if (!items[true].Any())
            return false;
        drafts[taker] = Asked(drafts[taker], Moving.Into(drafts[taker].Claim, giver.Claim, [.. items[true]], isWhole: !items[false].Any()));
        if (items[false].Any())
            drafts[at] = Asked(giver, giver.Claim with { Items = [.. items[false]] });
        else
            drafts.RemoveAt(at);
        return true;
    }

    /// <summary>The claim that may take the items of another with the fewest days between; of several the one that stands nearest to it.
    /// Null where there is none.</summary>
    private static int? Taker(List<Draft> drafts, int giver, Episode episode)
    {
        int? nearest = null;
        var best = (Days: int.MaxValue, Places: 0);
        for (var i = 0; i < drafts.Count; i++)
        {
            var (earlier, later) = episode.IntoLater ? (drafts[giver], drafts[i]) : (drafts[i], drafts[giver]);
            if (i == giver || episode.DaysBetween(earlier.Claim, later.Claim) is not { } days || !drafts[i].Answers.Holds(episode.Taker))
                continue;
            if ((days, Math.Abs(i - giver)).CompareTo(best) < 0)
                (nearest, best) = (i, (days, Math.Abs(i - giver)));
        }

        return nearest;
    }

    /// <summary>What was asked once is never missing when asked again.</summary>
    private Draft Asked(Draft draft, Claim claim) => draft with { Claim = claim, Answers = questions.Ask(claim, []) };
}

/// <summary>A claim on its way, and what holds of it.</summary>
internal sealed record Draft(Claim Claim, ClaimAnswers Answers)
{
    /// <summary>Tells the draft apart from all others, whatever it takes or gives.</summary>
    public object Mark { get; } = new();
}
