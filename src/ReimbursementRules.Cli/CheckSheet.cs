using ReimbursementRules.Checks;
using ReimbursementRules.Coverage;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;
using Spectre.Console;

namespace ReimbursementRules.Cli;

/// <summary>What the checks found, in colour where a terminal shows it; one line each, so that other programs can read it.</summary>
internal sealed class CheckSheet
{
    private readonly IAnsiConsole _console;
    private readonly Language _language;
    private readonly bool _demandsCases;
    private readonly CoverageSheet? _coverage;

    /// <param name="output">Takes the lines.</param>
    /// <param name="language">Their language.</param>
    /// <param name="demandsCases">Whether a file without cases fails.</param>
    /// <param name="coverage">Tells what the cases reach; null where nobody asks.</param>
    public CheckSheet(TextWriter output, Language language, bool demandsCases, CoverageSheet? coverage)
    {
        (_language, _demandsCases, _coverage) = (language, demandsCases, coverage);
        var terminal = new AnsiConsoleOutput(output);
        _console = AnsiConsole.Create(new() { Out = terminal, Ansi = terminal.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No });
        _console.Profile.Width = 100_000;
    }

    private Count _passed;
    private Count _failed;

    public int Failed => _failed.All;

    /// <summary>Whether what the cases reach is asked too.</summary>
    public bool AsksCoverage => _coverage is not null;

    public void Add(CoverageReport report)
    {
        Add(report.Check);
        Tell(_coverage!.Add(report));
    }

    public void Add(CheckReport report)
    {
        var isLoaded = report.Problems.Count == 0;
        _passed += new Count(isLoaded ? 1 : 0, report.Cases.Count(result => result.Passed), Binding(report, TargetStatus.Met));
        _failed += new Count(isLoaded ? 0 : 1, report.Cases.Count(result => !result.Passed), Binding(report, TargetStatus.Missed));
        Folder(report.Folder, report.Rulebook?.Title.In(_language) ?? "");
        foreach (var problem in report.Problems)
            Bad($"  {problem.In(_language)}");
        foreach (var result in report.Cases.Where(result => !result.Passed))
        {
            Bad($"  {result.Place}: {result.Name.In(_language)}");
            foreach (var mismatch in result.Mismatches)
                Bad($"    {mismatch.In(_language)}");
        }

        Targets(report.Targets);
        foreach (var warning in report.Warnings.Concat(report.Targets.SelectMany(target => target.Warnings)))
            Line(new BilingualText($"  warning: {warning.In(_language)}", $"  提示：{warning.In(_language)}").In(_language), "yellow");
        var isWithout = _demandsCases && report.WithoutCases.Count > 0;
        if (isWithout)
            _failed += new Count(0, report.WithoutCases.Count, 0);
        if (report.WithoutCases.Count > 0)
            Line(
                new BilingualText(
                    $"  without cases: {string.Join(", ", report.WithoutCases)}",
                    $"  没有用例：{string.Join('、', report.WithoutCases)}"
                ).In(_language),
                isWithout ? "red" : "yellow"
            );
        if (report.Cases.Count(result => result.IsUnsigned) is > 0 and var unsigned)
            Line(
                new BilingualText(
                    $"  unsigned cases: {unsigned}; work each out by hand, then take its line 'unsigned: true' out",
                    $"  未签字的用例：{unsigned}；请逐一手工核算，然后删去“unsigned: true”一行"
                ).In(_language),
                "yellow"
            );
        if (report.Passed && !isWithout)
            Good(
                new BilingualText($"  loaded, cases passed: {report.Cases.Count}", $"  已加载，用例通过：{report.Cases.Count}").In(
                    _language
                )
            );
    }

    /// <summary>Shows those that are missed, and how many there are.</summary>
    private void Targets(IReadOnlyList<TargetResult> targets)
    {
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
            var (met, missed, not) = (With(TargetStatus.Met), With(TargetStatus.Missed), With(TargetStatus.NotAsked));
            var wishes = targets.Count(target => target is { Status: not TargetStatus.NotAsked, IsWish: true });
            var of = wishes == 0 ? new BilingualText("", "") : new($"; {wishes} of them 'should'", $"；其中“应当” {wishes}");
            Line(
                new BilingualText(
                    $"  targets: {met} met, {missed} missed, {not} not asked here{of.En}",
                    $"  目标：达到 {met}，未达到 {missed}，不适用 {not}{of.Zh}"
                ).In(_language),
                "bold"
            );
        }

        int With(TargetStatus status) => targets.Count(target => target.Status == status);
    }

    public void Problem(string folder, BilingualText problem)
    {
        _failed += new Count(1, 0, 0);
        Folder(folder, "");
        Bad($"  {folder}: {problem.In(_language)}");
    }

    /// <summary>What was counted; then the last line, in which all of it is added up.</summary>
    /// <exception cref="OutputFileException">A file of the coverage cannot be written.</exception>
    public void End()
    {
        _coverage?.Write();
        if (_coverage is not null)
        {
            Tell(_coverage.Shared());
            Tell(_coverage.End());
        }

        if (_coverage is { FailUnder: not null })
            (_coverage.Fails ? ref _failed : ref _passed) += new Count(0, 0, 0, 1);
        var style = Failed == 0 ? "green" : "red";
        Line(new BilingualText($"passed: {_passed.Words.En}", $"通过：{_passed.Words.Zh}").In(_language), style);
        if (Failed > 0)
            Line(new BilingualText($"failed: {_failed.Words.En}", $"未通过：{_failed.Words.Zh}").In(_language), style);
        Line(
            new BilingualText($"{_passed.All} passed, {_failed.All} failed", $"合计：通过 {_passed.All}，未通过 {_failed.All}").In(
                _language
            ),
            style
        );
    }

    /// <summary>Counts whether the score of mutants that is asked is reached.</summary>
    public void Demand(bool isReached) => (isReached ? ref _passed : ref _failed) += new Count(0, 0, 0, 0, 1);

    /// <summary>Targets that must be met; those that only should be count neither way.</summary>
    private static int Binding(CheckReport report, TargetStatus status) =>
        report.Targets.Count(target => target.Status == status && !target.IsWish);

    /// <summary>Shows a line in the language of the sheet; without a style in the usual colour.</summary>
    public void Note(BilingualText line, string style) => Line(line.In(_language), style.Length > 0 ? style : "default");

    private void Folder(string folder, string title) =>
        Line(title.Length > 0 ? folder + new BilingualText(": ", "：").In(_language) + title : folder, "bold");

    private void Tell(IEnumerable<(BilingualText Line, bool IsGood)> lines)
    {
        foreach (var (line, isGood) in lines)
            Line(line.In(_language), isGood ? "green" : "yellow");
    }

    private void Good(string line) => Line(line, "green");

    private void Bad(string line) => Line(line, "red");

    private void Line(string line, string style) => _console.MarkupLine($"[{style}]{Markup.Escape(line)}[/]");

    /// <summary>What passed, or failed, by its kind; coverage and mutants count where a percentage of them is asked.</summary>
    private readonly record struct Count(int Rulebooks, int Cases, int Targets, int Coverage = 0, int Mutants = 0)
    {
        public int All => Rulebooks + Cases + Targets + Coverage + Mutants;

        public BilingualText Words =>
            new(
                $"rulebooks {Rulebooks}, cases {Cases}, targets {Targets}"
                    + $"{(Coverage == 0 ? "" : ", coverage 1")}{(Mutants == 0 ? "" : ", mutants 1")}",
                $"规则册 {Rulebooks}，用例 {Cases}，目标 {Targets}"
                    + $"{(Coverage == 0 ? "" : "，覆盖率 1")}{(Mutants == 0 ? "" : "，改错 1")}"
            );

        public static Count operator +(Count a, Count b) =>
            new(a.Rulebooks + b.Rulebooks, a.Cases + b.Cases, a.Targets + b.Targets, a.Coverage + b.Coverage, a.Mutants + b.Mutants);
    }
}
