using System.CommandLine;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>The option that chooses the language of results and problems.</summary>
internal static class LanguageOption
{
    public static Option<string> Create() =>
        new Option<string>("--lang")
        {
            Description = "The language of the result and of problems.",
            DefaultValueFactory = _ => "en",
        }.AcceptOnlyFromAmong("en", "zh");

    public static Language Of(string? word) => word == "zh" ? Language.Chinese : Language.English;
}
