using System.CommandLine;
using ReimbursementRules.Cli;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Cli;

/// <summary>Help is in both languages, all of it.</summary>
public sealed class HelpPageTests
{
    private static readonly RootCommand Root = CommandLine.Root(TextWriter.Null, TextWriter.Null, Pipes.OfProcess, Language.English);

    public static TheoryData<string> Commands => [.. Root.Subcommands.Select(command => command.Name).Prepend("")];

    [Fact]
    public void Commands_AreAllThatTheProgramHas() => Root.Subcommands.Count.ShouldBe(14);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_InChinese_HasNoEnglishWord(string command)
    {
        var help = Help(command, "--lang", "zh");
        help.ShouldStartWith("说明：\n  ");
        foreach (var line in help.Split('\n'))
        {
            ChineseOnly.EnglishIn(line).ShouldBeEmpty(line);
            ChineseOnly.HalfWidthIn(line).ShouldBeEmpty(line);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_InEnglish_HasNoChineseCharacter(string command)
    {
        var help = Help(command);
        help.ShouldStartWith("Description:\n  ");
        help.ShouldAllBe(character => character < 128);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Descriptions_OfACommandAndItsSymbols_AreInBothLanguages(string command)
    {
        var described = Root.Subcommands.FirstOrDefault(one => one.Name == command) ?? Root;
        foreach (Symbol symbol in (Symbol[])[described, .. described.Arguments, .. described.Options])
        {
            BothLanguages.IsBoth(symbol.Description).ShouldBeTrue($"{symbol.Name}: {symbol.Description}");
            BothLanguages.In(symbol.Description!, Language.Chinese).ShouldNotBe(BothLanguages.In(symbol.Description!, Language.English));
        }

        foreach (var argument in described.Arguments)
            BothLanguages.IsBoth(argument.HelpName).ShouldBeTrue(argument.Name);
    }

    [Fact]
    public void Help_OfACommand_IsWhatItsPageShows() =>
        Help("solve")
            .ShouldBe(
                """
                Description:
                  Finds the amounts of an item for which a sum comes out as asked.

                Usage:
                  testhost solve <rulebook> <claim> [options]

                Arguments:
                  <rulebook>  The folder with the rulebook's index.yaml.
                  <claim>     The claim, in YAML or JSON; the amount of one of its items is looked for.

                Options:
                  --for <NAME=AMOUNT> (REQUIRED)  What must come out: patient, cash, account, hospital, a payer or a part such as basic.share, and how much of it in yuan; below zero for a saving of the hospital.
                  --item <NUMBER>                 The item whose amount is looked for, from 1. [default: 1]
                  --from <AMOUNT>                 The least amount to try. [default: 0.00]
                  --to <AMOUNT>                   The most to try. [default: 1000000.00]
                  --history <FILE>                What the member used before.
                  --engine <grid|nrules>          What chooses the rows of tables. Both choose the same; grid starts faster. [default: nrules]
                  -?, -h, --help                  Shows how a command is used.
                  --lang <en|zh>                  The language of help, results and problems; where left out, that of the system (LC_ALL, LC_MESSAGES or LANG), or else en.


                """
            );

    /// <summary>A Chinese character takes two columns, and a line begins with no mark that closes.</summary>
    [Fact]
    public void Lines_InChineseOnATerminal_AreNoWiderThanIt()
    {
        var solve = Root.Subcommands.Single(command => command.Name == "solve");
        string[] lines = [.. new HelpPage(Language.Chinese).Lines(solve, 72)];
        lines.ShouldContain("  --for <名称=金额>（必填）  应得的结果：patient、cash、account、");
        lines.ShouldContain("                             basic.share，及其金额（元）；医疗机构的结余");
        lines.ShouldContain("                             为负数。");
        lines.ShouldContain("                             语言（LC_ALL、LC_MESSAGES 或 LANG），否则为");
        lines.ShouldContain("                             en。");
    }

    [Fact]
    public void Help_OfTheProgram_TellsOfEachCommandItsFirstParagraph()
    {
        Help("").ShouldContain("  Settles many claims, from a file or a pipe to a file or a pipe, one line a claim.\n");
        Help("").ShouldNotContain("Exit code: 0 all settled");
    }

    private static string Help(string command, params string[] more)
    {
        var run = CliRun.Of([.. command.Length == 0 ? [] : (string[])[command], "--help", .. more]);
        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        return run.Output;
    }
}
