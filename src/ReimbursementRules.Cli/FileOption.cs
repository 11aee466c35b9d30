using System.CommandLine;

namespace ReimbursementRules.Cli;

/// <summary>An option whose value is a file.</summary>
internal static class FileOption
{
    public static Option<string?> Create(string name, string en, string zh) =>
        new(name) { HelpName = BothLanguages.Of("FILE", "文件"), Description = BothLanguages.Of(en, zh) };
}
