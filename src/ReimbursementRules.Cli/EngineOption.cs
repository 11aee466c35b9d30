using System.CommandLine;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Cli;

/// <summary>The option that chooses what chooses the rows of tables.</summary>
internal static class EngineOption
{
    public static Option<string> Create() =>
        new Option<string>("--engine")
        {
            Description = "What chooses the rows of tables. Both choose the same; grid starts faster.",
            DefaultValueFactory = _ => "nrules",
        }.AcceptOnlyFromAmong("nrules", "grid");

    public static IRuleEngine Of(string? word) => word == "grid" ? new GridEngine() : new NRulesEngine();
}
