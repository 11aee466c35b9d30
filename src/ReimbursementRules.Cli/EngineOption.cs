using System.CommandLine;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Cli;

/// <summary>The option that chooses what chooses the rows of tables.</summary>
internal static class EngineOption
{
    public static Option<string> Create() =>
        new Option<string>("--engine")
        {
            Description = BothLanguages.Of(
                "What chooses the rows of tables. Both choose the same; grid starts faster.",
                "由哪种引擎选取表行。两者选取结果相同；grid 启动更快。"
            ),
            DefaultValueFactory = _ => "nrules",
        }.AcceptOnlyFromAmong("nrules", "grid");

    public static IRuleEngine Of(string? word) => word == "grid" ? new GridEngine() : new NRulesEngine();
}
