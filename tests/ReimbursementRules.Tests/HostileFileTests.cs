using System.Diagnostics;
using System.Text;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Whatever a file holds, reading it ends in problems: quickly, in bounded memory, and never in another exception.</summary>
[Collection(nameof(Alone))]
public sealed class HostileFileTests
{
    /// <summary>A time can be told only where no other test runs.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    private static readonly Dictionary<string, Func<byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["100,000 brackets"] = () => Text("a: " + new string('[', 100_000)),
        ["100,000 braces"] = () => Text("a: " + new string('{', 100_000)),
        ["100,000 dashes"] = () => Text(Repeated("- ", 100_000)),
        ["100,000 question marks"] = () => Text(Repeated("? ", 100_000)),
        ["a staircase of keys"] = () => Text(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{new string(' ', i)}a:\n"))),
        ["JSON of 100,000 brackets"] = () => Text("{\"a\": " + new string('[', 100_000)),
        ["a billion laughs"] = () => Text("a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n"),
        ["a merge"] = () => Text("a: &a { b: c }\nd:\n  <<: *a\n"),
        ["an alias to itself"] = () => Text("a: &a [*a]\n"),
        ["9 MB of one value"] = () => Filled(9_000_000, (byte)'x'),
        ["2 MB of one value"] = () => Text("a: " + new string('x', 2_000_000)),
        ["2 MB of one quoted value"] = () => Text("a: \"" + new string('x', 2_000_000)),
        ["2 MB of words on one line"] = () => Text("a: " + Repeated("b ", 1_000_000)),
        ["30,000 unknown keys"] = () => Text(string.Concat(Enumerable.Range(0, 30_000).Select(i => $"k{i}: 1\n"))),
        ["30,000 equal keys"] = () => Text(Repeated("id: 1\n", 30_000)),
        ["30,000 comments"] = () => Text(Repeated("# nothing\n", 30_000)),
        ["invalid UTF-8"] = () => [.. "id: a\ntitle: "u8, 0xC3, 0x28],
        ["half a surrogate in UTF-8"] = () => [.. "id: "u8, 0xED, 0xA0, 0x80],
        ["overlong UTF-8"] = () => [0xC0, 0xAF, 0xC0, 0xAF],
        ["UTF-16"] = () => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("id: basic\n")).ToArray(),
        ["UTF-16 without a mark"] = () => Encoding.Unicode.GetBytes("id: basic\n"),
        ["UTF-32"] = () => Encoding.UTF32.GetBytes("id: basic\n"),
        ["NUL characters"] = () => new byte[10_000],
        ["a NUL after the end"] = () => Text("id: a\n\0[[["),
        ["noise"] = () => Noise(100_000),
        ["nothing"] = () => [],
        ["only a byte order mark"] = () => [0xEF, 0xBB, 0xBF],
        ["only comments"] = () => Text("# one\n# two\n"),
        ["only blanks"] = () => Text(new string(' ', 100_000)),
        ["tabs"] = () => Text("a:\n\tb: c\n"),
        ["two documents"] = () => Text("a: b\n---\nc: d\n"),
        ["a tag"] = () => Text("a: !!python/object/apply:os.system [ls]\n"),
        ["a directive"] = () => Text("%YAML 9.9\n%TAG ! tag:x,2000:\n---\na: b\n"),
        ["an unclosed text"] = () => Text("a: \"b\nc: d\n"),
        ["a key of a million characters"] = () => Text(new string('k', 1_000_000) + ": 1\n"),
        ["a list as a key"] = () => Text("? [a, b]\n: c\n"),
        ["a block text without end"] = () => Text("a: |\n" + Repeated("  x\n", 100_000)),
        ["JSON with a long text"] = () => Text("{\"a\": \"" + new string('x', 2_000_000) + "\"}"),
        ["JSON with half a character"] = () => Text("{\"a\": \"\\ud800\"}"),
        ["JSON with 30,000 keys"] = () => Text("{" + string.Join(',', Enumerable.Range(0, 30_000).Select(i => $"\"k{i}\":1")) + "}"),
        ["JSON with words after it"] = () => Text("{} {}"),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Policy_Hostile_EndsInProblems(string name)
    {
        using var folder = new RulebookFolder();
        foreach (var file in new[] { "index.yaml", "0-gates.yaml", "2-basic.yaml" })
        {
            var before = Read(folder, file);
            Write(folder, file, Files[name]());
            Quickly(() => Should.Throw<PolicyException>(folder.Load).Problems.Count.ShouldBeGreaterThan(0));
            Write(folder, file, before);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Claim_Hostile_EndsInProblems(string name)
    {
        using var folder = new RulebookFolder();
        foreach (var file in new[] { "claim.yaml", "claim.json" })
        {
            Write(folder, file, Files[name]());
            Quickly(() => Should.Throw<InputException>(() => Claim.Load(In(folder, file))).Problems.ShouldNotBeEmpty());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HistoryAndCases_Hostile_EndInProblems(string name)
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        Write(folder, "history.dat", Files[name]());
        Write(folder, "2-basic.cases.yaml", Files[name]());
        Quickly(() => Should.Throw<InputException>(() => History.Load(In(folder, "history.dat"))).Problems.ShouldNotBeEmpty());
        Quickly(() => RulebookCheck.Run(folder.Path).Problems.ShouldNotBeEmpty());
        rulebook.Id.ShouldBe("town");
    }

    [Fact]
    public void Claim_TextThatIsHostile_EndsInProblems()
    {
        foreach (var name in Files.Keys.Where(name => name != "9 MB of one value"))
        {
            var text = Encoding.Latin1.GetString(Files[name]());
            Quickly(() => Should.Throw<InputException>(() => Claim.Parse(text)).Problems.ShouldNotBeEmpty());
        }

        Should.Throw<InputException>(() => Claim.Parse("id: \ud800\n")).Problems.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x3A, 0x0A, 0xE4, 0xB8, 0xAD, 0xFF }, "x.yaml:2:2")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xC3 }, "x.yaml:1:2")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "x.yaml:1:1")]
    public void File_InvalidUtf8_IsReportedAtItsPlace(byte[] bytes, string place)
    {
        using var folder = new RulebookFolder();
        Write(folder, "x.yaml", bytes);
        var problem = Should.Throw<InputException>(() => Claim.Load(In(folder, "x.yaml"))).Problems.ShouldHaveSingleItem();
        problem.ToString().ShouldBe($"{place}: the text is not valid UTF-8 here. Save the file as UTF-8.");
        problem.Code.ShouldBe("file.encoding");
    }

    [Fact]
    public void File_TooLarge_IsRefusedBeforeItIsRead()
    {
        using var folder = new RulebookFolder();
        Write(folder, "x.yaml", Filled(50_000_000, (byte)'x'));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<InputException>(() => Claim.Load(In(folder, "x.yaml"))).Problems.ShouldHaveSingleItem().Code.ShouldBe("file.size");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void File_OfMillionsOfValues_IsRefused()
    {
        var problem = Should
            .Throw<InputException>(() => Claim.Parse("a: [" + Repeated("b,", 1_000_001) + "]"))
            .Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("yaml.size");
    }

    [Fact]
    public void File_WithThousandsOfMistakes_ReportsTheFirstThousandAndHowManyMore()
    {
        var problems = Should
            .Throw<InputException>(() => Claim.Parse(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"k{i}: 1\n"))))
            .Problems;
        problems.Count.ShouldBe(1_001);
        // Two keys that a claim must have are missing besides.
        problems[0].ToString().ShouldBe("claim.yaml: only 1000 problems are listed, 4002 more were found. Mend these first.");
        problems.Count(problem => problem.Code == "key.unknown").ShouldBe(1_000);
    }

    /// <summary>A claim in code with as many mistakes as items: the message does not grow with them.</summary>
    [Fact]
    public void Claim_WithThousandsOfWrongItems_ReportsTheFirstThousandAndHowManyMore()
    {
        var wrong = TestClaim.A(1) with { DaysOfSupply = -1 };
        var problems = Should
            .Throw<InputException>(() =>
                Town.Of(Town.Basic(StepText.Tiers("50%"))).Settle(TestClaim.Stay([.. Enumerable.Repeat(wrong, 3_000)]))
            )
            .Problems;
        problems.Count.ShouldBe(1_001);
        problems[0].Code.ShouldBe("problems.more");
    }

    [Fact]
    public void File_Small_AllocatesLittle()
    {
        using var folder = new RulebookFolder();
        folder.With("x.yaml", "discharged: 2020-10-08\nitems: [ { amount: 5 } ]\n");
        Claim.Load(In(folder, "x.yaml"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Claim.Load(In(folder, "x.yaml"));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Files_WithByteOrderMarkAndEitherLineEnd_Load(string end)
    {
        using var folder = new RulebookFolder();
        foreach (var file in new[] { "index.yaml", "1-catalogue.yaml", "2-basic.yaml" })
            Write(folder, file, [0xEF, 0xBB, 0xBF, .. Text(Encoding.UTF8.GetString(Read(folder, file)).ReplaceLineEndings(end))]);
        folder.Load().Settle(TestClaim.Stay(1000)).PaidBy("fund").ToString().ShouldBe("300.00");
    }

    [Fact]
    public void File_ThatIsAFolderOrUnnameable_IsAProblem()
    {
        using var folder = new RulebookFolder();
        Code(() => Claim.Load(folder.Path)).ShouldBe("file.directory");
        Code(() => Claim.Load("/proc/self")).ShouldBeOneOf("file.directory", "file.missing");
        foreach (var path in new[] { "", " ", "a\0b", "../../no/such", new string('x', 100_000), "https://example.org/claim.yaml", "con:" })
            Code(() => Claim.Load(path)).ShouldBeOneOf("file.missing", "file.unreadable");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("/proc/self")]
    [InlineData("/dev/null")]
    [InlineData("//")]
    [InlineData("~")]
    public void Rulebook_NameWithATrick_IsAProblem(string name)
    {
        Quickly(() => Should.Throw<PolicyException>(() => Rulebook.Load(name)).Problems.ShouldNotBeEmpty());
        RulebookCheck.Run(name).Passed.ShouldBeFalse();
    }

    [Fact]
    public void Rulebook_LongName_IsAProblemShownByItsBeginning() =>
        Should.Throw<PolicyException>(() => Rulebook.Load(new string('x', 100_000))).Message.Length.ShouldBeLessThan(1_000);

    [Fact]
    public void Rulebook_LoopOfLinks_IsAProblem()
    {
        using var folder = new RulebookFolder();
        Directory.CreateSymbolicLink(In(folder, "loop"), In(folder, "pool"));
        Directory.CreateSymbolicLink(In(folder, "pool"), In(folder, "loop"));
        File.CreateSymbolicLink(In(folder, "3-self.yaml"), In(folder, "3-self.yaml"));
        Code(() => Rulebook.Load(In(folder, "loop"))).ShouldBeOneOf("folder.missing", "folder.file");
        Code(() => folder.Load()).ShouldBeOneOf("file.missing", "file.unreadable");
    }

    [Fact]
    public void Folders_BelowALinkToItself_AreFoundOnce()
    {
        using var folder = new RulebookFolder();
        var root = Directory.CreateDirectory(In(folder, "root")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "town"));
        File.WriteAllText(Path.Combine(root, "town", "index.yaml"), RulebookFolder.Index);
        Directory.CreateSymbolicLink(Path.Combine(root, "again"), root);
        RulebookCheck.Folders(root).ShouldBe([Path.Combine(root, "town")]);
    }

    private static string Code(Action action) => Should.Throw<ProblemException>(action).Problems[0].Code;

    /// <summary>The only timed test of the suite: a second and 100 MB for one file. The best of three counts, as other programs may hold
    /// the machine.</summary>
    private static void Quickly(Action action)
    {
        var best = TimeSpan.MaxValue;
        for (var tries = 0; tries < 3 && best >= TimeSpan.FromSeconds(1); tries++)
        {
            var watch = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000_000);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        best.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static string In(RulebookFolder folder, string file) => Path.Combine(folder.Path, file);

    private static byte[] Read(RulebookFolder folder, string file) =>
        File.Exists(In(folder, file)) ? File.ReadAllBytes(In(folder, file)) : Text("gates: []\n");

    private static void Write(RulebookFolder folder, string file, byte[] bytes) => File.WriteAllBytes(In(folder, file), bytes);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static byte[] Filled(int length, byte value)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, value);
        return bytes;
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
