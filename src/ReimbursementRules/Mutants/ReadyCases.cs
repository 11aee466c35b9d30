using ReimbursementRules.Checks;
using ReimbursementRules.Settling;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>Writes the cases for survivors: of those in one place as few cases as notice them all, the one that notices most
/// first.</summary>
internal sealed class ReadyCases(MutantFolder folder, Language language)
{
    /// <summary>The survivors with their cases. Several may have the same case; it names all that it notices.</summary>
    public IReadOnlyList<Survivor> Of(IReadOnlyList<MutantOutcome> outcomes)
    {
        var survivors = outcomes.Where(outcome => outcome.Survivor is not null).ToList();
        var cases = new Dictionary<MutantOutcome, string>();
        foreach (var place in survivors.Where(outcome => outcome.Story is not null).GroupBy(outcome => outcome.Survivor!.Place))
            Write([.. place], cases);
        return [.. survivors.Select(outcome => outcome.Survivor! with { Case = cases.GetValueOrDefault(outcome) })];
    }

    private void Write(IReadOnlyList<MutantOutcome> outcomes, Dictionary<MutantOutcome, string> cases)
    {
        List<(MutantOutcome Outcome, Rulebook Changed)> left = [.. outcomes.Select(one => (one, folder.Load(one.Way!)!))];
        // What each story notices, besides what it was found for.
        var stories = left.Select(one => (one.Outcome, Notices: left.Where(other => Tells(one.Outcome.Story!, other)).ToList())).ToList();
        while (left.Count > 0 && stories.Count > 0)
        {
            var (best, notices) = stories
                .Select(one => (one.Outcome, Notices: one.Notices.Where(left.Contains).ToList()))
                .MaxBy(one => one.Notices.Count);
            stories.RemoveAll(one => one.Outcome == best);
            if (notices.Count == 0)
                return;
            if (Passing(best.Story!, notices) is { } text)
                foreach (var one in notices)
                    cases[one.Outcome] = text;
            else if (notices.Find(one => one.Outcome == best) is { Changed: not null } own && Passing(best.Story!, [own]) is { } alone)
                (cases[best], notices) = (alone, [own]);
            else
                notices = [.. notices.Where(one => one.Outcome == best)];
            left.RemoveAll(notices.Contains);
        }
    }

    private bool Tells(Story story, (MutantOutcome Outcome, Rulebook Changed) other) =>
        other.Outcome.Story == story || Tellings.Of(story.SettledBy(folder.Original), story.SettledBy(other.Changed)) > Telling.Nothing;

    /// <summary>The case, as long as it does what it is for: it passes with the rulebook, and fails with each mutant.</summary>
    private string? Passing(Story story, IReadOnlyList<(MutantOutcome Outcome, Rulebook Changed)> noticed)
    {
        (Survivor, FoldedClaim[])[] others = [.. noticed.Select(one => (one.Outcome.Survivor!, story.SettledBy(one.Changed)))];
        var text = ReadyCase.Of(folder.Original, story, others, language);
        return Passes(folder.Original, text) && !noticed.Any(one => Passes(one.Changed, text)) ? text : null;
    }

    private static bool Passes(Rulebook rulebook, string text)
    {
        var problems = new ProblemLog();
        IReadOnlyList<TargetResult>? targets = null;
        return CaseKinds.ReadText("ready.cases.yaml", text, problems) is [var one]
            && problems.IsEmpty
            && MutantFolder.Run(rulebook, one, ref targets).Passed;
    }
}
