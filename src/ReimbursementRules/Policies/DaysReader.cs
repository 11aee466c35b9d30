using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads the days on which something holds.</summary>
internal static class DaysReader
{
    /// <summary>Days from a first one until the day of a node, which is not included.</summary>
    public static DayRange Read(DateOnly from, Node? node)
    {
        var until = node?.Date();
        if (until <= from && Node.TryParseDate(node!.Raw, out _))
            node.Wrong(
                "days.order",
                "'until' is not after 'from'. It is the first day on which this no longer holds.",
                "“until”应晚于“from”：它是不再有效的第一天。"
            );
        return new(from, until);
    }
}
