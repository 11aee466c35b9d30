using System.Text;

namespace ReimbursementRules.Cli;

/// <summary>The command <c>reimburse</c>.</summary>
public static class Program
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The command and its options; <c>--help</c> lists them.</param>
    /// <returns>0 where all is well, 1 where what was handed in has problems, 2 where the command is not understood, 130 where it was
    /// stopped.</returns>
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var language = LanguageOption.OfSystem(Environment.GetEnvironmentVariable, LanguageOption.OfConsole());
        return CommandLine.Run(args, Console.Out, Console.Error, system: language);
    }
}
