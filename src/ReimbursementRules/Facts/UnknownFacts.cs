using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>What is said of a fact that a condition asks and nobody knows.</summary>
internal static class UnknownFacts
{
    /// <summary>Tells of a fact: one that is written nearly like a known one wherever it stands, any other once.</summary>
    /// <param name="fact">The fact, where it stands.</param>
    /// <param name="known">The facts that are known.</param>
    /// <param name="named">How Chinese messages call each.</param>
    /// <param name="told">Those that were told once.</param>
    /// <param name="problems">Takes the problem.</param>
    public static void Tell(
        Word fact,
        IReadOnlyCollection<string> known,
        Func<string, string> named,
        HashSet<string> told,
        ProblemLog problems
    )
    {
        var hint = problems.Hint(fact.Text, known, named);
        var isUndeclared = hint == Spelling.Known(known, named);
        if (isUndeclared && !told.Add(fact.Text))
            return;
        var (en, zh) = isUndeclared
            ? (" Where your region asks it, declare it under 'facts' of index.yaml.", "若为本地事实，请在 index.yaml 的“facts”中定义。")
            : ("", "");
        problems.Wrong(
            fact,
            "fact.unknown",
            $"'{fact.Text}' is not a fact of a claim.{en}{hint.En}",
            $"“{fact.Text}”不是单据的事实。{zh}{hint.Zh}"
        );
    }
}
