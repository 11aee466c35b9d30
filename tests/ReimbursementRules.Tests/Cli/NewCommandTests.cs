using ReimbursementRules.Cli;
using ReimbursementRules.Skeletons;
using ReimbursementRules.Tests.Skeletons;
using Spectre.Console.Testing;

namespace ReimbursementRules.Tests.Cli;

/// <summary>The command makes a folder of answers, asks for those that are missing, and overwrites nothing.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("new-").FullName;

    private string City => Path.Combine(_root, "lakeside");

    private string Answers => Path.Combine(_root, "answers.yaml");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Folder_OfAnswersThatWereWritten_PassesTheCheckUnsigned()
    {
        CliRun.Of("new", City, "--write-answers", Answers, "--lang", "zh").Code.ShouldBe(0);
        Directory.Exists(City).ShouldBeFalse();

        var run = CliRun.Of("new", City, "--answers", Answers, "--lang", "zh");

        run.Error.ShouldBeEmpty();
        run.Code.ShouldBe(0);
        run.Output.ShouldMatch($@"^{City}：19 个文件，\d+ 处依据待填写，\d+ 个用例待签字。\n下一步：reimburse check {City}\n$");
        File.ReadAllText(Path.Combine(City, "index.yaml")).ShouldContain("\nid: lakeside\n");
        var check = CliRun.Of("check", City, "--coverage", "--demand-cases", "--fail-under", "100");
        check.Output.ShouldContain("  unsigned cases: ");
        check.Code.ShouldBe(0, check.Output);
        Directory.EnumerateFileSystemEntries(_root).Count().ShouldBe(2);
    }

    [Fact]
    public void WithoutATerminal_WhatIsMissingIsListed_AndNothingIsWritten()
    {
        WriteAnswers("class_b", "elsewhere.referred");
        var run = CliRun.Of("new", City, "--answers", Answers);
        run.Code.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldBe(
            "class_b: First share of class B; offered: 10%\n"
                + "elsewhere.referred: Points less elsewhere, referred; offered: 10%\n"
                + "2 questions have no answer, and there is no terminal to ask. Nothing was written. --write-answers FILE writes them with "
                + "what is offered; edit that file and hand it in with --answers FILE.\n"
        );
        Directory.Exists(City).ShouldBeFalse();
        var zh = CliRun.Of("new", City, "--lang", "zh").Error;
        zh.ShouldContain("from：施行日期；可采用 2025-01-01\n");
        zh.ShouldContain(" 个问题没有回答，且没有终端可供提问。未写入任何文件。");
        zh.ShouldStartWith("title.zh：中文标题；可采用 某市基本医疗保险\n");
    }

    [Fact]
    public void Folder_WhoseNameCannotBeAnId_IsAskedForOne()
    {
        var city = Path.Combine(_root, "湖滨市");
        CliRun.Of("new", city).Error.ShouldStartWith("id: Name of the rulebook; offered: my-city\n");
        WriteAnswers();
        CliRun.Of("new", city, "--answers", Answers).Code.ShouldBe(0);
        CliRun.Of("check", city).Code.ShouldBe(0);
    }

    /// <summary>A benefit is switched off and on by one answer; what is said of it stays in the file.</summary>
    [Fact]
    public void AnswersOfABenefitThatIsSwitchedOff_AreLeftOutAndNamed()
    {
        WriteAnswers();
        var text = File.ReadAllText(Answers);
        File.WriteAllText(Answers, text.Replace("\nresident.outpatient: yes\n", "\nresident.outpatient: no\n", StringComparison.Ordinal));
        File.ReadAllText(Answers).ShouldNotBe(text);
        var run = CliRun.Of("new", City, "--answers", Answers);
        run.Code.ShouldBe(0);
        run.Error.ShouldBe(
            "Left out, since 'resident.outpatient' is 'no': resident.outpatient.deductible, resident.outpatient.rate.one, "
                + "resident.outpatient.rate.two, resident.outpatient.rate.three, resident.outpatient.cap. "
                + "They count once 'resident.outpatient' has 'yes'.\n"
        );
        CliRun.Of("check", City).Code.ShouldBe(0);
    }

    [Fact]
    public void Folder_WithFilesInIt_IsLeftAsItIs()
    {
        WriteAnswers();
        Directory.CreateDirectory(City);
        CliRun.Of("new", City, "--answers", Answers).Code.ShouldBe(0);
        var before = File.ReadAllText(Path.Combine(City, "index.yaml"));
        var again = CliRun.Of("new", City, "--answers", Answers);
        again.Code.ShouldBe(2);
        again.Error.ShouldContain($"'{City}' is there already and is not empty; nothing is overwritten. Name another folder.\n");
        File.ReadAllText(Path.Combine(City, "index.yaml")).ShouldBe(before);
        CliRun.Of("new", City, "--lang", "zh").Error.ShouldContain($"“{City}”已存在且不为空；不会覆盖任何文件。请换一个文件夹。\n");
    }

    [Fact]
    public void Folder_ThatIsOrLiesInAFile_IsTold()
    {
        WriteAnswers();
        var file = Path.Combine(_root, "notes.txt");
        File.WriteAllText(file, "x");
        var run = CliRun.Of("new", file, "--answers", Answers);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain($"'{file}' is a file. Name a folder that is not there yet.\n");
        var below = CliRun.Of("new", Path.Combine(file, "lakeside"), "--answers", Answers);
        below.Code.ShouldBe(1);
        below.Error.ShouldStartWith($"the folder '{Path.Combine(file, "lakeside")}' cannot be written: ");
        File.ReadAllText(file).ShouldBe("x");
        Directory.EnumerateFileSystemEntries(_root).Count().ShouldBe(2);
    }

    [Fact]
    public void FileOfAnswers_IsNeverOverwritten()
    {
        WriteAnswers();
        var run = CliRun.Of("new", "--write-answers", Answers);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain(
            $"--write-answers: '{Answers}' is there already, and may hold answers. Name a new file, or move that one.\n"
        );
        CliRun.Of("new").Error.ShouldContain("Name the folder of the new rulebook, or a file for the questions with --write-answers.\n");
    }

    [Theory]
    [InlineData("--answers")]
    [InlineData("--write-answers")]
    public void Option_WithoutAFile_IsMisuse(string option)
    {
        var run = CliRun.Of("new", City, option);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain($"'{option}'");
        Directory.Exists(City).ShouldBeFalse();
    }

    [Fact]
    public void WriteAnswers_WithSomeAnswers_AsksOnlyWhatFollows()
    {
        File.WriteAllText(Answers, "schemes: employee\naid: no\n");
        var file = Path.Combine(_root, "all.yaml");
        CliRun.Of("new", "--answers", Answers, "--write-answers", file).Code.ShouldBe(0);
        var text = File.ReadAllText(file);
        text.ShouldContain("\nschemes: employee\n");
        text.ShouldContain("\nid: my-city\n");
        text.ShouldNotContain("resident.");
        text.ShouldNotContain("aid.");
    }

    [Fact]
    public void Answers_ThatAreWrong_AreToldWithTheirPlaces()
    {
        File.WriteAllText(Answers, "class_b: 10\nfrom: soon\n");
        var run = CliRun.Of("new", City, "--answers", Answers);
        run.Code.ShouldBe(1);
        run.Error.ShouldStartWith("answers.yaml:1:10: '10' is not a rate: it has no '%'.");
        run.Error.ShouldContain("answers.yaml:2:7: 'soon' is not a date.");
        Directory.Exists(City).ShouldBeFalse();
    }

    /// <summary>A wrong answer is told at once, and asked again; Enter takes what is offered.</summary>
    [Fact]
    public void Questionnaire_OnATerminal_AsksUntilEachAnswerIsRight()
    {
        using var console = new TestConsole();
        console.Profile.Width = 200;
        console.Profile.Capabilities.Interactive = true;
        WriteAnswers("class_b", "title.zh", "aid", "aid.cap", "aid.rate.low_income");
        foreach (var typed in (string[])["湖滨[市]", "", "10", "12.5%", "否"])
            Type(console, typed);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        File.WriteAllText(
            Answers,
            string.Join('\n', File.ReadAllLines(Answers).Where(line => !line.StartsWith("aid.", StringComparison.Ordinal)))
        );

        CommandLine.Run(["new", City, "--answers", Answers, "--lang", "zh"], output, error, console: console).ShouldBe(0);

        error.ToString().ShouldBeEmpty();
        console.Output.ShouldContain("直接按回车即采用括号中的值。");
        console.Output.ShouldContain($"2/{CitySkeleton.Questions.Count}  中文标题");
        console.Output.ShouldContain("乙类药品和项目先由个人自付这一比例");
        console.Output.ShouldContain("“10”不是比例：没有“%”。应写为：`10%`。");
        console.Output.ShouldContain("title.en (湖滨[市]):");
        File.ReadAllText(Path.Combine(City, "index.yaml")).ShouldContain("title: { zh: \"湖滨[市]\", en: \"湖滨[市]\" }");
        File.ReadAllText(Path.Combine(City, "1-catalogue.yaml")).ShouldContain("first_self_pay: 12.5% }");
        Directory.EnumerateFiles(City, "*medical-aid*").ShouldBeEmpty();
        CliRun.Of("check", City).Code.ShouldBe(0);
    }

    /// <summary>With nothing answered all is asked, and nothing but Enter makes a rulebook.</summary>
    [Fact]
    public void Questionnaire_AnsweredByEnter_MakesTheFullCity()
    {
        using var console = new TestConsole();
        console.Profile.Capabilities.Interactive = true;
        foreach (var _ in CitySkeleton.Questions.Skip(1))
            console.Input.PushTextWithEnter("");
        using var output = new StringWriter { NewLine = "\n" };
        CommandLine.Run(["new", City], output, TextWriter.Null, console: console).ShouldBe(0);
        console.Output.ShouldContain("First share of class B");
        output.ToString().ShouldMatch(@"19 files, \d+ references to fill in, \d+ cases to sign\.");
        CliRun.Of("check", City).Code.ShouldBe(0);
    }

    /// <summary>Types a text as a Chinese keyboard does, which the console of tests has no keys for.</summary>
    private static void Type(TestConsole console, string text)
    {
        foreach (var sign in text)
            console.Input.PushKey(new ConsoleKeyInfo(sign, ConsoleKey.None, shift: false, alt: false, control: false));
        console.Input.PushKey(ConsoleKey.Enter);
    }

    /// <summary>All answers as they are offered, without some; English title left out.</summary>
    private void WriteAnswers(params string[] without)
    {
        var all = SkeletonFolder.Full();
        File.WriteAllLines(
            Answers,
            all.Asked.Where(question => !without.Contains(question.Name) && question.Default.Length > 0)
                .Where(question => question.Name != "id" || without.Length == 0)
                .Select(question => $"{question.Name}: {all[question.Name]}")
        );
    }
}
