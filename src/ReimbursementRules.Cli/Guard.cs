using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli;

/// <summary>Runs a command, and tells in its language what keeps it from its end.</summary>
/// <param name="error">Takes what is told.</param>
/// <param name="language">The language in which it is told.</param>
internal sealed class Guard(TextWriter error, Language language)
{
    /// <summary>Runs a command and returns its exit code.</summary>
    /// <remarks>A result that cannot be written to the standard output is told by <see cref="CommandLine.Run"/>.</remarks>
    public int Run(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (ProblemException e)
        {
            foreach (var problem in e.Problems)
                error.WriteLine(problem.In(language));
        }
        catch (CommandException e)
        {
            foreach (var line in e.Lines)
                Tell(line);
        }

        return CommandLine.Failed;
    }

    /// <summary>As <see cref="Run"/>, for a command that reads files line by line: reading or writing may fail on the way, as on a full
    /// disk.</summary>
    public int RunOverFiles(Func<int> command)
    {
        try
        {
            return Run(command);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = FileTrouble.Of(e);
            Tell(new($"a file cannot be read or written: {why.En}", $"文件无法读写：{why.Zh}"));
        }

        return CommandLine.Failed;
    }

    private void Tell(BilingualText line) => error.WriteLine(line.In(language));
}

/// <summary>Why a command cannot do what it is asked to.</summary>
/// <param name="lines">What is told, a line each.</param>
internal abstract class CommandException(params IReadOnlyList<BilingualText> lines)
    : Exception(string.Join(Environment.NewLine, lines.Select(line => line.En)))
{
    public IReadOnlyList<BilingualText> Lines => lines;
}
