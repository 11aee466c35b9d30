using System.CommandLine;
using System.CommandLine.Parsing;

namespace ReimbursementRules.Cli;

/// <summary>Asks what an option says, in checks of a whole command, which also run where an option cannot be read: of that the
/// parser tells.</summary>
internal static class StatedOption
{
    /// <summary>Whether it is stated, and not only what it is where it is left out.</summary>
    public static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>What it says, or what it is where it is left out; nothing where it cannot be read.</summary>
    public static T? Value<T>(CommandResult result, Option<T> option)
    {
        try
        {
            return result.GetValue(option);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>Whether it is stated and can be read, and holds of a check.</summary>
    public static bool Is<T>(CommandResult result, Option<T> option, Func<T, bool> check)
    {
        if (!IsGiven(result, option))
            return false;
        try
        {
            return check(result.GetValue(option)!);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
