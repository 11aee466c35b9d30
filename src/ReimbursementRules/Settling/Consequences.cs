using System.Collections.Frozen;

namespace ReimbursementRules.Settling;

/// <summary>Tells the mistakes of a rulebook from what only follows from them: who mends the first has mended both.</summary>
internal static class Consequences
{
    /// <summary>Wrong in itself, whatever stands elsewhere.</summary>
    private static readonly FrozenSet<string> OfForm = FrozenSet.Create(
        StringComparer.Ordinal,
        "file.empty",
        "file.encoding",
        "file.control",
        "file.size",
        "file.unreadable",
        "yaml.form",
        "yaml.alias",
        "yaml.tag",
        "yaml.documents",
        "yaml.key",
        "yaml.depth",
        "yaml.length",
        "yaml.size",
        "mapping.expected",
        "list.expected",
        "list.empty",
        "list.comma",
        "text.quote",
        "key.unknown",
        "key.missing",
        "key.twice",
        "value.expected",
        "value.blank",
        "text.bilingual",
        "id.form",
        "amount.form",
        "amount.base",
        "amount.value",
        "amount.growth",
        "amount.round_to",
        "number.times",
        "catalogue.share",
        "date.two",
        "rate.form",
        "number.form",
        "number.range",
        "date.form",
        "word.unknown",
        "step.kind",
        "layer.from",
        "builds_on.path",
        "builds_on.missing",
        "builds_on.circle",
        "row.when",
        "row.otherwise",
        "conditions.empty",
        "table.empty",
        "range.empty"
    );

    /// <summary>May follow from any mistake of form in the same file: what was not read is not there.</summary>
    private static readonly FrozenSet<string> OfFile = FrozenSet.Create(
        StringComparer.Ordinal,
        "table.gap",
        "table.overlap",
        "table.unreachable",
        "table.otherwise",
        "value.late",
        "value.never",
        "step.none",
        "step.order",
        "id.twice",
        "bands.order",
        "bands.start",
        "amount.bounds",
        "quota.excess",
        "layer.until",
        "base.empty"
    );

    /// <summary>May follow from a mistake of form in any file: it asks for the names of others.</summary>
    private static readonly FrozenSet<string> OfNames = FrozenSet.Create(StringComparer.Ordinal, "part.unknown", "layer.unknown");

    public static void RemoveFrom(ProblemLog problems)
    {
        var broken = problems
            .Where(problem => OfForm.Contains(problem.Code))
            .Select(problem => problem.Place.File)
            .ToHashSet(StringComparer.Ordinal);
        problems.RemoveAll(problem => !OfForm.Contains(problem.Code) && Follows(problem, broken));
    }

    private static bool Follows(Problem problem, HashSet<string> broken) =>
        (OfFile.Contains(problem.Code) && broken.Contains(problem.Place.File))
        || (OfNames.Contains(problem.Code) && broken.Count > 0)
        || (broken.Any(IsIndex) && !IsIndex(problem.Place.File));

    private static bool IsIndex(string file) => Path.GetFileName(file) == "index.yaml";
}
