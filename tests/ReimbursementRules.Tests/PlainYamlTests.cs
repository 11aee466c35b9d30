using System.Text;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tests;

/// <summary>What is read without the full parser is read as it reads it: the same nodes at the same places. Anything else is left to
/// it.</summary>
public sealed class PlainYamlTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "b: c",
        "d:",
        ": ",
        ":",
        ", ",
        ",",
        "{ ",
        "{",
        " }",
        "}",
        "[",
        "]",
        "- ",
        "-",
        "- - ",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "\r\n",
        "\r",
        " ",
        "   ",
        "\t",
        " # x",
        "#",
        "\n# x\n",
        "\"q r\"",
        "'s'",
        "\"",
        "'",
        "''",
        "\\",
        " >-\n    t u\n    v\n",
        " |\n  w\n",
        " >\n",
        "|",
        "&n ",
        "*n",
        " *",
        "!t ",
        "? ",
        "?",
        "%",
        "@",
        "`",
        "---\n",
        "...\n",
        "<<: ",
        "~",
        "-5",
        "70%",
        "1_000.50",
        "http://x/y",
        "中文",
        "é",
        "\u00A0",
        "\u3000",
        "\u2028",
        "\uFEFF",
        "\U0001F600",
        "{}",
        "[]",
        "\"\"",
        "=",
        ".",
        "(e)",
        "+",
    ];

    private static readonly string[] Plain =
    [
        "a: b\n",
        "a: b # c\nd: 'e # f' # g",
        "a:\n- b\n- c: d\n  e: f\n\n# g\n  # h\n- i\nj: k\n",
        "a:\r\n  b: c\r\n\r\n  d:\r\n    - e\r\n",
        "a: { b: c, d: [e, f g, \"h, i\"], j: {}, k: [] }\n",
        "a: {\n    b: c, # d\n    # e\n    f: g,\n  }\n",
        "a: [\n    b,\n    c\n ]\n",
        "a:\n  - [b, [c]]\n  -   { d: e }\n  - f: >-\n      g h\n      i # j\n\n    k: |\n      l\n      m\n\nn: o\n",
        "a: http://b/c:d#e\nf: -5\ng: ~\nh: it's\n中: 文 文\n",
        "# a\n- b: ../c\n  d: e\n- f\n- [g]\n",
        "a : b\n\"c\" : d\n'e': { f : g }\n",
    ];

    public static TheoryData<string> PlainTexts => [.. Plain];

    [Theory]
    [MemberData(nameof(PlainTexts))]
    public void Read_PlainForm_ReadsAsTheParserDoes(string text) => IsPlain(text).ShouldBeTrue();

    [Theory]
    [InlineData("a: b\n c\n")]
    [InlineData("a:\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: &b c\n")]
    [InlineData("a: *b\n")]
    [InlineData("a: !b c\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("a: \"b\\n\"\n")]
    [InlineData("a: 'b''c'\n")]
    [InlineData("a: \"b\n  c\"\n")]
    [InlineData("a: [\nb]\n")]
    [InlineData("a: [b: c]\n")]
    [InlineData("a: { b }\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a: \"b\"c\n")]
    [InlineData("a: {b: c}d\n")]
    [InlineData("---\na: b\n")]
    [InlineData("a: b\n...\n")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("a:\tb\n")]
    [InlineData("a:\n  b: c\n d: e\n")]
    [InlineData("a: - b\n")]
    [InlineData("a: @b\n")]
    [InlineData("a: >-\n  b\n   c\n")]
    [InlineData("a: >-\n  b\n\n  c\n")]
    [InlineData("a: >+\n  b\n")]
    [InlineData("a: |\n 1\n  \n")]
    [InlineData("a: >-\n b\n  ")]
    [InlineData("a: |\n  b\n   \nc: d\n")]
    [InlineData("a *: b\n")]
    [InlineData("- a *b: c\n")]
    [InlineData("k: {a *: b}\n")]
    [InlineData("k:\n  a *: b\n  c: d\n")]
    [InlineData("- a\nb: c\n")]
    [InlineData("- - a\n")]
    [InlineData("[a]\n")]
    [InlineData("a\n")]
    [InlineData("")]
    public void Read_AnythingElse_IsLeftToTheParser(string text) => IsPlain(text).ShouldBeFalse();

    [Fact]
    public void Read_NestingAndLengthAtTheLimit_IsPlainAndBeyondItIsNot()
    {
        static string Nested(int levels) => $"a: {new string('[', levels)}{new string(']', levels)}\n";
        IsPlain(Nested(YamlNodes.Deepest - 1)).ShouldBeTrue();
        IsPlain(Nested(YamlNodes.Deepest)).ShouldBeFalse();
        IsPlain($"a: {new string('b', YamlNodes.LongestText)}\n").ShouldBeTrue();
        IsPlain($"a: {new string('b', YamlNodes.LongestText + 1)}\n").ShouldBeFalse();
        IsPlain($"a: \"{new string('b', YamlNodes.LongestText + 1)}\"\n").ShouldBeFalse();
        IsPlain($"a{new string(' ', 200)}: b\n").ShouldBeTrue();
        IsPlain($"a{new string(' ', 201)}: b\n").ShouldBeFalse();
        IsPlain($"- a{new string(' ', 1024)}: b\n").ShouldBeFalse();
    }

    /// <summary>Almost every file that comes with the library is of the plain form.</summary>
    [Fact]
    public void Read_FilesOfTheLibrary_ArePlainAndReadAsTheParserDoes()
    {
        var files = Directory.EnumerateFiles(Repository.Rules, "*.yaml", SearchOption.AllDirectories).ToList();
        var others = files.Where(file => !IsPlain(File.ReadAllText(file))).ToList();
        ((double)others.Count / files.Count).ShouldBeLessThan(0.1, string.Join(", ", others));
    }

    /// <summary>Files with small damage, the same on every run.</summary>
    [Theory]
    [InlineData("tiered-care-district", 1)]
    [InlineData("fuzhou", 2)]
    public void Read_DamagedFiles_ReadsAsTheParserDoes(string folder, int seed)
    {
        var random = new Random(seed);
        var plain = 0;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Rules, folder), "*.yaml").Order(StringComparer.Ordinal))
        {
            var rows = File.ReadAllText(path).Split('\n');
            for (var round = 0; round < 40; round++)
            {
                var from = random.Next(Math.Max(1, rows.Length - 12));
                var text = new StringBuilder(string.Join('\n', rows.AsSpan(from, Math.Min(12, rows.Length - from))));
                for (var damage = random.Next(3); damage >= 0; damage--)
                {
                    var at = random.Next(text.Length + 1);
                    if (random.Next(2) == 0 && at < text.Length)
                        text.Remove(at, Math.Min(text.Length - at, random.Next(1, 6)));
                    else
                        text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                }

                if (IsPlain(Dedented(text.ToString())))
                    plain++;
            }
        }

        plain.ShouldBeGreaterThan(30);
    }

    /// <summary>Texts put together from pieces, the same on every run.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_AnyPieces_ReadsAsTheParserDoes(int seed)
    {
        var random = new Random(seed);
        var plain = 0;
        for (var round = 0; round < 15_000; round++)
        {
            var text = new StringBuilder(random.Next(2) == 0 ? "a: " : "k:\n  ");
            for (var piece = random.Next(1, 9); piece > 0; piece--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            if (IsPlain(text.ToString()))
                plain++;
        }

        plain.ShouldBeGreaterThan(300);
    }

    /// <summary>Whether a text is read without the parser; then it must be as the parser reads it.</summary>
    private static bool IsPlain(string text)
    {
        if (PlainYaml.Read(text, new("f.yaml", new())) is not { } plain)
            return false;
        var problems = new ProblemLog();
        var parsed = YamlNodes.Parse("f.yaml", text, problems);
        problems.Select(problem => problem.ToString()).ShouldBeEmpty(text);
        Shown(plain).ShouldBe(Shown(parsed.ShouldNotBeNull(text)), text);
        return true;
    }

    private static string Shown(Node node) =>
        $"{node.Kind} {node.Place} {node.Raw} {node.IsEmptyText} {Stated(node)}"
        + $"({string.Join("; ", node.Pairs.Select(pair => $"{Shown(pair.Key)}: {Shown(pair.Value)}"))})"
        + $"[{string.Join("; ", node.Elements.Select(Shown))}]";

    /// <summary>Tells a word from a text in quotes, as far as it matters: an unquoted <c>~</c> states nothing.</summary>
    private static string Stated(Node node) => node.IsScalar && node.Raw is "~" or "null" ? node.Stated() : "";

    private static string Dedented(string text)
    {
        var rows = text.Split('\n');
        var spaces = rows.Where(row => row.Trim().Length > 0).Select(row => row.Length - row.TrimStart(' ').Length).DefaultIfEmpty().Min();
        return string.Join('\n', rows.Select(row => row.Length >= spaces ? row[spaces..] : row));
    }
}
