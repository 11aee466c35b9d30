using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads the days on which something holds.</summary>
internal static class DaysReader
{
    /// <summary>The first day on which something no longer holds; null where none is stated, or after a problem.</summary>
    public static EndPolicy? End(Node? node) => node?.Date() is { } day && Node.TryParseDate(node.Raw, out _) ? new(day, node.Place) : null;

    /// <summary>Days from a first one until an end, which is not included.</summary>
    public static DayRange Read(DateOnly from, EndPolicy? end, ProblemLog problems)
    {
        if (end?.Day <= from)
            problems.Add(
                end.Place,
                "days.order",
                "'until' is not after 'from'. It is the first day on which this no longer holds.",
                "“until”应晚于“from”：它是不再有效的第一天。"
            );
        return new(from, end?.Day);
    }

    /// <summary>Days from a first one until the day of a node, which is not included.</summary>
    public static DayRange Read(DateOnly from, Node? node) => node is null ? new(from, null) : Read(from, End(node), node.Problems);
}

/// <summary>The first day on which something no longer holds, and where it stands.</summary>
internal sealed record EndPolicy(DateOnly Day, FilePlace Place);
