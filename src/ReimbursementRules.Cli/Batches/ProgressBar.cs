using System.Globalization;
using ReimbursementRules.Values;
using Spectre.Console;

namespace ReimbursementRules.Cli.Batches;

/// <summary>Shows how far a batch is, where someone looks: on a terminal, and nowhere else.</summary>
internal static class ProgressBar
{
    /// <param name="error">Where it is shown.</param>
    /// <param name="input">What is read; its length is known for a file.</param>
    /// <param name="length">The length of the input in bytes; null where it is not known.</param>
    /// <param name="language">The language.</param>
    /// <param name="work">The work, told where to report; null where nobody looks.</param>
    public static void Show(TextWriter error, InputStream input, long? length, Language language, Action<IProgress<long>?> work)
    {
        var terminal = new AnsiConsoleOutput(error);
        if (!terminal.IsTerminal)
        {
            work(null);
            return;
        }

        var console = AnsiConsole.Create(new() { Out = terminal });
        console
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn(),
                new ElapsedTimeColumn()
            )
            .Start(context =>
                work(
                    new Bar(
                        context.AddTask(Say(0, language), autoStart: true, maxValue: Math.Max(1, length ?? 1)),
                        input,
                        length is null,
                        language
                    )
                )
            );
    }

    private static string Say(long claims, Language language) =>
        new BilingualText(
            $"{claims.ToString("N0", CultureInfo.InvariantCulture)} claims",
            $"{claims.ToString("N0", CultureInfo.InvariantCulture)} 张单据"
        ).In(language);

    private sealed class Bar : IProgress<long>
    {
        private readonly ProgressTask _task;
        private readonly InputStream _input;
        private readonly Language _language;

        public Bar(ProgressTask task, InputStream input, bool isEndless, Language language)
        {
            _task = task;
            _input = input;
            _language = language;
            _task.IsIndeterminate = isEndless;
        }

        public void Report(long value)
        {
            _task.Description = Say(value, _language);
            if (!_task.IsIndeterminate)
                _task.Value = _input.Position;
        }
    }
}
