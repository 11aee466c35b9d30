using System.Text.RegularExpressions;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>What commands answer in Chinese has no English word, for the shipped rulebooks. Allowed are the ids of a rulebook and what a
/// claim states of itself, where they are no word that the library names in Chinese; what <see cref="ChineseOnly"/> allows; and what
/// <see cref="Written"/> names.</summary>
public sealed partial class ChineseScreenTests : IDisposable
{
    /// <summary>What is shown as files write it, each with its place.</summary>
    private static readonly HashSet<string> Written =
    [
        // The column of the names by which rules ask for parts of a bill and for counts.
        "in_scope",
        "out_of_scope",
        "first_self_pay",
        "over_ceiling",
        "refused",
        "held",
        "admissions",
        // The class of an item, and codes of findings.
        "C",
        "not_asked",
    ];

    /// <summary>Words of the library that have a Chinese name, and so are no ids though files have them.</summary>
    private static readonly HashSet<string> Named =
    [
        .. FactTerms.All.Concat(KindTerms.All).SelectMany(term => term.Words).Select(word => word.Id),
        .. FactTerms.All.Concat(FieldTerms.All).Concat(ResultTerms.All).Select(term => term.Id),
        "otherwise",
        "yes",
        "no",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string> Rulebooks => [.. Shipped.Select(folder => Path.GetFileName(folder))];

    public static TheoryData<string> Answers =>
        [
            "settle rules/tiered-care-district {claims}/level-two-stay.yaml",
            "settle rules/tiered-care-district {claims}/tiered-care-quota-saving.yaml",
            "settle rules/beijing-employee {claims}/beijing-employee-stay.yaml",
            "settle rules/beijing-resident {claims}/beijing-resident-stay.yaml",
            "settle rules/changsha {claims}/changsha-stay.yaml",
            "settle rules/shenzhen {claims}/shenzhen-stay.yaml",
            "settle rules/wuhan {claims}/wuhan-stay.yaml",
            "settle rules/provincial-ten-measures {claims}/ten-measures-visit.yaml",
            "compare rules/tiered-care-district rules/tiered-care-district-adjusted",
            "compare rules/tiered-care-district rules/tiered-care-district-adjusted --prove",
            "compare rules/shenzhen --on 2024-12-31 --with 2025-01-01 --claims {claims}/shenzhen-visits.jsonl",
            "compare rules/beijing-employee rules/beijing-employee-payment-caps",
            "compare rules/rural-cooperative-two-diseases rules/rural-cooperative-eight-diseases",
            "compare rules/wuhan rules/changsha",
            "check rules/tiered-care-district --mutants --sample 10",
            "solve rules/tiered-care-district {claims}/level-two-stay.yaml --item 1 --for patient=6950",
            "curve rules/tiered-care-district {claims}/level-two-stay.yaml --item bill",
            "curve rules/beijing-employee {claims}/beijing-employee-stay.yaml --item 1",
            "contract rules/outpatient-budget-2009 {samples}/years/outpatient-2009.yaml",
            "contribution rules/fuzhou {samples}/contributors/fuzhou-family.yaml",
            "contribution rules/employer-relief-2020 {samples}/contributors/halved-employer.yaml",
            "batch rules/tiered-care-district --in {samples}/district-year/claims.jsonl --out {out}/settled.jsonl --full",
        ];

    private static IEnumerable<string> Shipped =>
        Directory.GetDirectories(Repository.In("rules")).Where(folder => File.Exists(Path.Combine(folder, "index.yaml"))).Order();

    [Theory]
    [MemberData(nameof(Rulebooks))]
    public void CheckAndTargetsAndRules_InChinese_HaveNoEnglishWord(string rulebook)
    {
        foreach (var command in (string[])["check rules/{0} --coverage", "rules rules/{0}", "targets rules/{0}"])
            ShouldBeChinese(string.Format(null, command, rulebook));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answers_InChinese_HaveNoEnglishWord(string command) => ShouldBeChinese(command);

    [Fact]
    public void ReplayAndProveAndNew_InChinese_HaveNoEnglishWord()
    {
        var settled = Path.Combine(_folder, "settled.json");
        CliRun.Of("settle", CliRun.District, CliRun.Claim("level-two-stay.yaml"), "--format", "json", "--out", settled).Code.ShouldBe(0);
        ShouldBeChinese($"replay rules/tiered-care-district {settled}");
        File.WriteAllText(
            settled,
            File.ReadAllText(settled).Replace("\"patient\":6950.00", "\"patient\":6950.01", StringComparison.Ordinal)
        );
        ShouldBeChinese($"replay rules/tiered-care-district {settled}");
        ShouldBeChinese("prove rules/tiered-care-district --budget 5 --out {out}/certificate.json");
        ShouldBeChinese("prove rules/tiered-care-district --verify {out}/certificate.json");
    }

    [Fact]
    public void EnglishWord_IsFound()
    {
        HashSet<string> ids = ["resident_fund"];
        English("支付 resident_fund：settled，“word”{ setting: inpatient }", ids).ShouldBe(["settled"]);
        Ids("rules/tiered-care-district").ShouldContain("appendicitis");
        Ids("rules/tiered-care-district").ShouldNotContain("inpatient");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void ShouldBeChinese(string command)
    {
        string[] args =
        [
            .. command
                .Replace("{claims}", Repository.In("samples", "Analyst", "claims"), StringComparison.Ordinal)
                .Replace("{samples}", Repository.In("samples", "Analyst"), StringComparison.Ordinal)
                .Replace("{out}", _folder, StringComparison.Ordinal)
                .Split(' ')
                .Select(word => word.StartsWith("rules/", StringComparison.Ordinal) ? Repository.In(word.Split('/')) : word),
        ];
        var run = CliRun.Of([.. args, "--lang", "zh"]);
        run.Code.ShouldNotBe(2, run.Error);
        (run.Output + run.Error).ShouldNotBeEmpty();
        HashSet<string> ids = [.. args.SelectMany(Ids)];
        string[] found =
        [
            .. Stated()
                .Replace(run.Output + "\n" + run.Error, "")
                .Split('\n')
                .Where(line => !IsFileText(line))
                .Select(line => (Line: line, Words: English(line, ids)))
                .Where(one => one.Words.Count > 0)
                .Select(one => $"{string.Join(' ', one.Words)} | {one.Line}"),
        ];
        found.ShouldBeEmpty();
    }

    /// <summary>A claim or a case, written to be put into a file.</summary>
    private static bool IsFileText(string line) => FileText().IsMatch(line);

    private static IReadOnlyList<string> English(string line, HashSet<string> ids) =>
        [.. ChineseOnly.EnglishIn(line).Where(word => !ids.Contains(word) && !Written.Contains(word))];

    /// <summary>The words of the files under an argument, of its name, and of the folders that a rulebook builds on.</summary>
    private static HashSet<string> Ids(string argument)
    {
        var path = Path.GetFullPath(argument, Repository.In());
        IEnumerable<string> files =
            File.Exists(path) ? [path]
            : Directory.Exists(path) ? Based(path).SelectMany(folder => Directory.GetFiles(folder, "*.yaml"))
            : [];
        return
        [
            .. files
                .Select(file => File.ReadAllText(file) + " " + file)
                .SelectMany(text =>
                    Word()
                        .Matches(text)
                        .Where(word => !Named.Contains(word.Value))
                        .Concat(Own().Matches(text).SelectMany(own => Word().Matches(own.Value)))
                )
                .Select(match => match.Value),
        ];
    }

    private static IEnumerable<string> Based(string folder)
    {
        var index = Path.Combine(folder, "index.yaml");
        if (!File.Exists(index))
            return Directory.GetDirectories(folder).SelectMany(Based);
        return BaseOf()
            .Matches(File.ReadAllText(index))
            .SelectMany(match => match.Groups["folder"].Captures)
            .SelectMany(capture => Based(Path.GetFullPath(Path.Combine(folder, capture.Value))))
            .Prepend(folder);
    }

    /// <summary>What a comparison says that files state: a key and its values, over one line or several.</summary>
    [GeneratedRegex(
        @"^- [\w.-]+(（..）)?：(.* → (?!是|否)[^\n]*(\n  [^ \n][^\n]*)*)|^- [\w.-]+(（..）)?：[^\n]*(\n  [^ \n][^\n]*)+",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Stated();

    [GeneratedRegex(
        @"^(base|held_against): *\[?(?<folder>[^\s,\]#]+)(, *(?<folder>[^\s,\]#]+))*",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BaseOf();

    /// <summary>Ids of steps and the like, and names of items.</summary>
    [GeneratedRegex(
        @"(?<=\b(id|name|code)""?: *)( *""[^""]*""|[^,}\r\n]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Own();

    [GeneratedRegex(@"[A-Za-z][\w-]*", RegexOptions.CultureInvariant | RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^\{""|^ +(- case|why|unsigned|claim|claims|expect|history): ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FileText();
}
