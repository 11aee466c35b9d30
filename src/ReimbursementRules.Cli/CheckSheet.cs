using ReimbursementRules.Checks;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;
using Spectre.Console;

namespace ReimbursementRules.Cli;

/// <summary>What the checks found, in colour where a terminal shows it; one line each, so that other programs can read it.</summary>
internal sealed class CheckSheet
{
    private readonly IAnsiConsole _console;
    private readonly Language _language;

    public CheckSheet(TextWriter output, Language language)
    {
        _language = language;
        var terminal = new AnsiConsoleOutput(output);
        _console = AnsiConsole.Create(new() { Out = terminal, Ansi = terminal.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No });
        _console.Profile.Width = 100_000;
    }

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public void Add(CheckReport report)
    {
        Passed += (report.Problems.Count == 0 ? 1 : 0) + report.Cases.Count(result => result.Passed);
        Failed += (report.Problems.Count == 0 ? 0 : 1) + report.Cases.Count(result => !result.Passed);
        Folder(report.Folder, report.Rulebook?.Title.In(_language) ?? "");
        foreach (var problem in report.Problems)
            Bad($"  {problem.In(_language)}");
        foreach (var result in report.Cases.Where(result => !result.Passed))
        {
            Bad($"  {result.Place}: {result.Name}");
            foreach (var mismatch in result.Mismatches)
                Bad($"    {mismatch.In(_language)}");
        }

        Targets(report.Targets);
        foreach (var warning in report.Warnings.Concat(report.Targets.SelectMany(target => target.Warnings)))
            Line(new BilingualText($"  warning: {warning.In(_language)}", $"  提示：{warning.In(_language)}").In(_language), "yellow");
        if (report.Passed)
            Good(
                new BilingualText($"  loaded, cases passed: {report.Cases.Count}", $"  已加载，用例通过：{report.Cases.Count}").In(
                    _language
                )
            );
    }

    /// <summary>Targets that must be met count as passed or failed; those that only should are shown where they are missed.</summary>
    private void Targets(IReadOnlyList<TargetResult> targets)
    {
        Passed += targets.Count(target => target is { Status: TargetStatus.Met, IsWish: false });
        Failed += targets.Count(target => target is { Status: TargetStatus.Missed, IsWish: false });
        foreach (var target in targets.Where(target => target.Status == TargetStatus.Missed))
        foreach (var miss in target.Misses)
            if (target.IsWish)
                Line(
                    new BilingualText($"  should be otherwise: {miss.In(_language)}", $"  原则上应调整：{miss.In(_language)}").In(
                        _language
                    ),
                    "yellow"
                );
            else
                Bad($"  {miss.In(_language)}");
        if (targets.Count > 0)
        {
            var (met, missed, not) = (Count(TargetStatus.Met), Count(TargetStatus.Missed), Count(TargetStatus.NotAsked));
            Line(
                new BilingualText(
                    $"  targets: {met} met, {missed} missed, {not} not asked here",
                    $"  目标：达到 {met}，未达到 {missed}，不适用 {not}"
                ).In(_language),
                "bold"
            );
        }

        int Count(TargetStatus status) => targets.Count(target => target.Status == status);
    }

    public void Problem(string folder, BilingualText problem)
    {
        Failed++;
        Folder(folder, "");
        Bad($"  {folder}: {problem.In(_language)}");
    }

    /// <summary>The last line, the same in every language.</summary>
    public void End() => Line($"{Passed} passed, {Failed} failed", Failed == 0 ? "green" : "red");

    private void Folder(string folder, string title) => Line(title.Length > 0 ? $"{folder}: {title}" : folder, "bold");

    private void Good(string line) => Line(line, "green");

    private void Bad(string line) => Line(line, "red");

    private void Line(string line, string style) => _console.MarkupLine($"[{style}]{Markup.Escape(line)}[/]");
}
