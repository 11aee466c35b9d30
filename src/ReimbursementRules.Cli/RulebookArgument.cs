using System.CommandLine;

namespace ReimbursementRules.Cli;

/// <summary>The argument that is the folder of a rulebook.</summary>
internal static class RulebookArgument
{
    public static Argument<string> Create() =>
        new("rulebook")
        {
            HelpName = BothLanguages.Of("rulebook", "规则册"),
            Description = BothLanguages.Of("The folder with the rulebook's index.yaml.", "规则册的文件夹，其中有 index.yaml。"),
        };
}
