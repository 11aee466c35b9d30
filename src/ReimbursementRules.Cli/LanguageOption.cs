using System.CommandLine;
using System.Runtime.InteropServices;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Which language the program speaks: that of <c>--lang</c>, wherever it stands, or else that of the system.</summary>
/// <remarks>Nothing else in the program, and nothing in the library, asks the system for a language.</remarks>
internal static class LanguageOption
{
    private const string Name = "--lang";
    private const string English = "en";
    private const string Chinese = "zh";

    /// <summary>What says the language of messages on Unix systems, the first that says anything.</summary>
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The option, for every command.</summary>
    public static Option<string> Create() =>
        new Option<string>(Name)
        {
            Description = BothLanguages.Of(
                "The language of help, results and problems; where left out, that of the system (LC_ALL, LC_MESSAGES or LANG), or else en.",
                "帮助、结果和报错所用的语言；未给出时用系统语言（LC_ALL、LC_MESSAGES 或 LANG），否则为 en。"
            ),
            Recursive = true,
        }.AcceptOnlyFromAmong(English, Chinese);

    /// <summary>The language that a command line asks for, also where it cannot be understood otherwise.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="system">The language where it asks for none, or for one that is not known.</param>
    public static Language Of(IReadOnlyList<string> args, Language system)
    {
        for (var i = args.Count - 1; i >= 0; i--)
            if (Word(args, i) is { } word)
                return word == Chinese ? Language.Chinese
                    : word == English ? Language.English
                    : system;
        return system;
    }

    /// <summary>The language of the system: Chinese of every kind is Chinese, and every other is English.</summary>
    /// <param name="variable">A variable of the environment; null where there is none.</param>
    /// <param name="consoleLanguage">The language that Windows shows its texts in, by its number; 0 on other systems.</param>
    public static Language OfSystem(Func<string, string?> variable, int consoleLanguage)
    {
        const int Primary = 0x3FF;
        const int PrimaryChinese = 0x04;
        var stated = Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var isChinese = stated is null
            ? (consoleLanguage & Primary) == PrimaryChinese
            : string.Equals(stated.Split('_', '-', '.', '@')[0], Chinese, StringComparison.OrdinalIgnoreCase);
        return isChinese ? Language.Chinese : Language.English;
    }

    /// <summary>The number of the language that Windows shows its texts in; 0 on other systems.</summary>
    public static int OfConsole() => OperatingSystem.IsWindows() ? GetUserDefaultUILanguage() : 0;

    /// <summary>What the option says where it stands at a place of the command line; null where it does not.</summary>
    private static string? Word(IReadOnlyList<string> args, int at) =>
        args[at] == Name ? (at + 1 < args.Count ? args[at + 1] : "")
        : args[at].StartsWith($"{Name}=", StringComparison.Ordinal) || args[at].StartsWith($"{Name}:", StringComparison.Ordinal)
            ? args[at][(Name.Length + 1)..]
        : null;

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}
