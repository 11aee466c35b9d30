using System.CommandLine.Parsing;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Texts in both languages where the parser keeps one: what it says of its symbols, and errors.</summary>
internal static class BothLanguages
{
    /// <summary>What no argument of a process has in it, and so no text that quotes one.</summary>
    private const char Between = '\0';

    /// <summary>Both texts as one, for the parser.</summary>
    public static string Of(string en, string zh) => $"{en}{Between}{zh}";

    /// <summary>The text in a language, of two that were put together.</summary>
    public static string In(string text, Language language)
    {
        var at = text.IndexOf(Between, StringComparison.Ordinal);
        return at < 0 ? text
            : language == Language.Chinese ? text[(at + 1)..]
            : text[..at];
    }

    /// <summary>Whether a text is in both languages, and neither is blank.</summary>
    public static bool IsBoth(string? text) =>
        text?.Split(Between) is [var en, var zh] && !string.IsNullOrWhiteSpace(en) && !string.IsNullOrWhiteSpace(zh);

    /// <summary>Tells the command line what is wrong.</summary>
    public static void AddError(this SymbolResult result, string en, string zh) => result.AddError(Of(en, zh));
}
