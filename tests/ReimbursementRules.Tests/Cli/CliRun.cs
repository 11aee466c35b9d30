using ReimbursementRules.Cli;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>What one command of the program wrote, and its exit code.</summary>
internal sealed record CliRun(int Code, string Output, string Error)
{
    public static string District { get; } = Repository.In("rules", "tiered-care-district");

    public static CliRun Of(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    public static string Claim(string file) => Repository.In("samples", "Analyst", "claims", file);
}
