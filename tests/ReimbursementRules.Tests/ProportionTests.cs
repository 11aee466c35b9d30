using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Work grows in proportion to a policy: twice the entries take about twice the memory, and what would grow with the square is
/// refused.</summary>
public sealed class ProportionTests
{
    private const int Few = 1_500;

    private static readonly Dictionary<string, Action<RulebookFolder, int>> Shapes = new(StringComparer.Ordinal)
    {
        ["payers"] = (folder, count) => Index(folder, "", Lines(count, i => $"  p{i}: {{ title: {{ en: P, zh: P }}, paid_by: fund }}")),
        ["facts"] = (folder, count) => Index(folder, "facts:\n", Lines(count, i => $"  f{i}: [a, b]")),
        ["words of a fact"] = (folder, count) => Index(folder, "facts:\n", $"  f: [{Words(count)}]\n"),
        ["words of a list"] = (folder, count) => Index(folder, "lists:\n", $"  l: [{Words(count)}]\n"),
        ["versions of a list"] = (folder, count) =>
            Index(folder, "lists:\n  l:\n", Lines(count, i => $"    {Day.Of(i)}: {{ add: [x{i}], reference: T }}")),
        ["parameters"] = (folder, count) =>
            Index(folder, "parameters:\n", Lines(count, i => $"  p{i}: {{ 2020-01-01: {{ value: 1, reference: T }} }}")),
        ["values of a parameter"] = (folder, count) =>
            Index(folder, "parameters:\n  p:\n", Lines(count, i => $"    {Day.Of(i)}: {{ value: 1, reference: T }}")),
        ["dated values"] = (folder, count) => Rates(folder, Lines(count, i => $"      {Day.Of(i)}: {{ value: 70%, reference: T }}")),
        ["dated tables"] = (folder, count) =>
            Rates(folder, Lines(count, i => $"      {Day.Of(i)}: {{ reference: T, rows: {Choice(i % 5)} }}")),
        ["rows"] = (folder, count) => Rates(folder, Table(Lines(count, i => $"          - {{ when: {{ disease: x{i} }}, value: 1% }}"))),
        ["rows of ranges"] = (folder, count) =>
            Rates(folder, Table(Lines(count, i => $"          - {{ when: {{ bill: {{ from: {i}, below: {i + 1} }} }}, value: 1% }}"))),
        ["steps"] = (folder, count) => Steps(folder, Lines(count, i => Deductible($"d{i}", ""))),
        ["parts of a base"] = (folder, count) =>
            Steps(folder, Lines(count, i => Deductible($"d{i}", "")))
                .With(
                    "3-second.yaml",
                    RulebookFolder
                        .Basic.Replace("id: basic", "id: second", StringComparison.Ordinal)
                        .Replace(
                            "in_scope",
                            $"[{string.Join(", ", Enumerable.Range(0, count).Select(i => $"basic.d{i}"))}]",
                            StringComparison.Ordinal
                        )
                ),
        ["gates"] = (folder, count) => folder.With("0-gates.yaml", "gates:\n" + Lines(count, i => Gate(i, "setting: inpatient"))),
        ["gates of one list"] = (folder, count) =>
        {
            Index(folder, "lists:\n", $"  l: [{Words(count)}]\n");
            folder.With("0-gates.yaml", "gates:\n" + Lines(count, i => Gate(i, "disease: { in: l }")));
        },
        ["providers"] = (folder, count) =>
            folder.With("providers.yaml", "providers:\n" + Lines(count, i => $"  P{i}: {{ agreements: [{{ from: 2020-01-01 }}] }}")),
        ["members"] = (folder, count) =>
            folder.With(
                "members.yaml",
                "members:\n" + Lines(count, i => $"  M{i}: {{ enrolments: [{{ scheme: resident, from: 2020-01-01 }}] }}")
            ),
        ["parts of a contribution"] = (folder, count) =>
            folder.With(
                "contributions.yaml",
                $"payers:\n{Lines(count, i => $"  p{i}: {{ title: {{ en: P, zh: P }} }}")}contributions:\n"
                    + Plan("a")
                    + Lines(count, ContributionPart)
            ),
        ["contributions"] = (folder, count) =>
            folder.With(
                "contributions.yaml",
                $"payers:\n{Lines(count, i => $"  p{i}: {{ title: {{ en: P, zh: P }} }}")}contributions:\n"
                    + string.Concat(Enumerable.Range(0, count).Select(i => $"{Plan($"a{i}")}{ContributionPart(i)}\n"))
            ),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    /// <summary>Lists searched and copied once for each entry would take four times as much.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Load_TwiceTheEntries_AllocatesAboutTwiceAsMuch(string shape)
    {
        Allocated(shape, 10);
        var (few, many) = (Allocated(shape, Few), Allocated(shape, 2 * Few));
        ((double)many / few).ShouldBeLessThan(2.5, $"{few} bytes, then {many}");
    }

    /// <summary>What is made of an entry, kept or not, has a bound in bytes: a file of 8 MiB loads in some 200 MiB.</summary>
    [Theory]
    [InlineData("payers", 2_700)]
    [InlineData("facts", 2_500)]
    [InlineData("dated values", 5_500)]
    [InlineData("steps", 9_500)]
    [InlineData("rows", 5_000)]
    public void Load_AnotherEntry_AllocatesAFewThousandBytes(string shape, int most)
    {
        Allocated(shape, 10);
        var (few, many) = (Allocated(shape, Few), Allocated(shape, 2 * Few));
        ((many - few) / Few).ShouldBeLessThan(most);
    }

    private static readonly (string Code, Action<RulebookFolder> Grow, string Message)[] TooLarge =
    [
        (
            "gates.many",
            folder => folder.With("0-gates.yaml", "gates:\n" + Lines(20_001, i => Gate(i, "setting: inpatient"))),
            "0-gates.yaml:20002:5: the rulebook has 20001 gates, at most 20000 can be told apart. Let one gate ask for a list of words."
        ),
        (
            "steps.many",
            folder => Steps(folder, Lines(65_001, i => Deductible($"d{i}", ""))),
            "2-basic.yaml:65007:5: the layers have 65003 steps, which leave 65008 parts; at most 65000 of each can be told apart. Let "
                + "one step ask a table of rows."
        ),
        (
            "payers.many",
            folder =>
            {
                Index(folder, "", Lines(65_000, i => $"  p{i}: {{ title: {{ en: P, zh: P }} }}"));
                folder.Replace("2-basic.yaml", "payer: fund", "payer: p64999");
            },
            "2-basic.yaml:3:8: 'p64999' is payer 65002 of index.yaml; only the first 65000 can pay. Move it up, or leave out payers "
                + "that pay nothing."
        ),
        (
            "list.large",
            folder =>
                Index(
                    folder,
                    "lists:\n",
                    $"  l: [{Words(3_000)}]\n  m:\n{Lines(2_000, i => $"    {Day.Of(i)}: {{ of: [l], remove: [x{i}], reference: T }}")}"
                ),
            "index.yaml:14:5: with 'm' the lists have more than 5000000 words, counted on each day on which a list changes. Let long lists "
                + "change on fewer days."
        ),
        (
            "conditions.many",
            folder =>
            {
                Index(folder, "facts:\n", Lines(501, i => $"  f{i}: [a, b]"));
                folder.With("0-gates.yaml", $"gates:\n{Gate(0, string.Join(", ", Enumerable.Range(0, 501).Select(i => $"f{i}: a")))}\n");
            },
            "0-gates.yaml:2:21: 501 facts are asked at once here, at most 500 can be. Ask fewer."
        ),
        (
            "table.large",
            folder =>
            {
                Index(folder, "facts:\n", Lines(1_001, i => $"  f{i}: [a, b]"));
                Rates(folder, Table(Lines(1_001, i => $"          - {{ when: {{ f{i}: a }}, value: 1% }}")));
            },
            "2-basic.yaml:16:7: the rows of this table tell too many combinations apart. Split the table."
        ),
        (
            "table.large",
            folder =>
            {
                Index(folder, "lists:\n  l:\n", Lines(1_100, i => $"    {Day.Of(i)}: {{ add: [x{i}], reference: T }}"));
                Rates(
                    folder,
                    Table(
                        "          - { when: { disease: { in: l } }, value: 1% }\n"
                            + Lines(1_000, i => $"          - {{ when: {{ disease: y{i} }}, value: 1% }}")
                    )
                );
            },
            "2-basic.yaml:16:7: the rows of this table, each counted in every period between two changes of the lists that they name, "
                + "are more than 1000000. Let the lists change on fewer days, or split the table."
        ),
        (
            "values.many",
            folder => Steps(folder, Lines(5_000, i => Deductible($"d{i}", $", {Day.Of(1 + i)}: {{ value: 1, reference: T }}"))),
            "index.yaml: the values of this rulebook change on too many different days to be held against each other. Let values "
                + "of different tables change on the same days, or split the rulebook."
        ),
    ];

    public static TheoryData<int> Limits => [.. Enumerable.Range(0, TooLarge.Length)];

    [Theory]
    [MemberData(nameof(Limits))]
    public void Load_MoreThanCanBeCompiled_IsRefused(int limit)
    {
        var (code, grow, message) = TooLarge[limit];
        using var folder = new RulebookFolder();
        grow(folder);
        var problems = Should.Throw<PolicyException>(() => folder.Load()).Problems;
        problems.Where(problem => problem.Code == code).Select(problem => problem.ToString()).ShouldBe([message]);
    }

    /// <summary>A thousand mistaken names among many known ones: each is told, the first of them with the name that was meant.</summary>
    [Fact]
    public void Load_ManyUnknownNames_TellsThemAll()
    {
        using var folder = new RulebookFolder();
        Index(folder, "", Lines(10_000, i => $"  p{i}: {{ title: {{ en: P, zh: P }}, paid_by: pp{i + 1} }}"));
        var problems = Should.Throw<PolicyException>(() => folder.Load()).Problems;
        problems.Count.ShouldBe(1_001);
        problems[1].Text.En.ShouldBe("'pp1' is not a payer of index.yaml. Did you mean 'p1'?");
        problems[1_000].Text.En.ShouldStartWith("'pp1000' is not a payer of index.yaml. Known: fund, aid, p0, ");
    }

    private static long Allocated(string shape, int count)
    {
        using var folder = new RulebookFolder();
        Shapes[shape](folder, count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        folder.Load();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    private static string Words(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"x{i}"));

    private static void Index(RulebookFolder folder, string head, string lines) =>
        folder.With("index.yaml", RulebookFolder.Index + head + lines);

    private static void Rates(RulebookFolder folder, string table) =>
        folder.Replace("2-basic.yaml", "      2020-01-01: { value: 75%, reference: \"Town order 3\" }\n", table);

    private static string Table(string rows) =>
        $"      2020-01-01:\n        reference: T\n        rows:\n{rows}          - {{ otherwise: true, value: 2% }}\n";

    private static string Choice(int number) => $"[{{ when: {{ disease: x{number} }}, value: 1% }}, {{ otherwise: true, value: 2% }}]";

    private static RulebookFolder Steps(RulebookFolder folder, string steps) =>
        folder.Replace("2-basic.yaml", "steps:\n", "steps:\n" + steps);

    private static string Deductible(string id, string later) =>
        $"  - {{ id: {id}, kind: deductible, per: year, amount: {{ 2020-01-01: {{ value: 1, reference: T }}{later} }} }}";

    private static string Gate(int number, string when) =>
        $"  - {{ id: g{number}, when: {{ {when} }}, then: flag, reference: T, message: {{ en: m, zh: m }} }}";

    private static string Plan(string id) => $"  - id: {id}\n    title: {{ en: a, zh: a }}\n    per: year\n    parts:\n";

    private static string ContributionPart(int number) =>
        $"      - {{ id: x{number}, title: {{ en: a, zh: a }}, payer: p{number}, amount: {{ 2020-01-01: {{ value: 1, reference: T }} }} }}";

    /// <summary>Days of a rulebook that begins with 2020.</summary>
    private static class Day
    {
        public static string Of(int number) =>
            new DateOnly(2020, 1, 1).AddDays(number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
