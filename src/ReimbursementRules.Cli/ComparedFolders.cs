using ReimbursementRules.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Loads two rulebooks, and tells the problems of both at once.</summary>
internal static class ComparedFolders
{
    /// <summary>The rulebooks, each as on its day where it has one.</summary>
    /// <exception cref="ComparedFoldersException">A folder is not a rulebook, or not in force on its day.</exception>
    public static (Rulebook Before, Rulebook After) Load(
        (string Folder, DateOnly? On) before,
        (string Folder, DateOnly? On) after,
        IRuleEngine engine
    )
    {
        var lines = new List<BilingualText>();
        var one = Load(before.Folder, before.On, engine, lines);
        var other = Load(after.Folder, after.On, engine, lines);
        return one is not null && other is not null ? (one, other) : throw new ComparedFoldersException([.. lines.Distinct()]);
    }

    private static Rulebook? Load(string folder, DateOnly? on, IRuleEngine engine, List<BilingualText> lines)
    {
        try
        {
            var rulebook = Rulebook.Load(folder, engine);
            if (on is not { } day)
                return rulebook;
            if (day >= rulebook.From)
                return rulebook.AsOn(day);
            lines.Add(
                new(
                    $"{folder}: {rulebook.Id} begins on {rulebook.From:yyyy-MM-dd} and says nothing of {day:yyyy-MM-dd}. "
                        + "Choose a later day.",
                    $"{folder}：{rulebook.Id} 自 {rulebook.From:yyyy-MM-dd} 起生效，{day:yyyy-MM-dd} 尚无规定。请选择更晚的日期。"
                )
            );
        }
        catch (PolicyException e)
        {
            lines.AddRange(
                e.Problems.Select(problem => new BilingualText(
                    $"{folder}: {problem.In(Language.English)}",
                    $"{folder}：{problem.In(Language.Chinese)}"
                ))
            );
        }

        return null;
    }
}

/// <summary>Rulebooks cannot be compared.</summary>
internal sealed class ComparedFoldersException(IReadOnlyList<BilingualText> lines) : CommandException(lines);
