namespace ReimbursementRules.Cli;

/// <summary>The bytes that come in and go out beside the texts, and a wish to stop.</summary>
/// <param name="Input">Opens the standard input.</param>
/// <param name="Output">Opens the standard output.</param>
/// <param name="Errors">Opens the standard error.</param>
/// <param name="Stop">Asks to stop, as Ctrl+C does.</param>
internal sealed record Pipes(Func<Stream> Input, Func<Stream> Output, Func<Stream> Errors, CancellationToken Stop = default)
{
    public static Pipes OfProcess { get; } = new(Console.OpenStandardInput, Console.OpenStandardOutput, Console.OpenStandardError);
}
