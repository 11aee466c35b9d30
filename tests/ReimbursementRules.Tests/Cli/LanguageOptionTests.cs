using System.Diagnostics;
using ReimbursementRules.Cli;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Cli;

/// <summary>The program speaks the language that is asked, or else that of the system; no test depends on the one of the machine.</summary>
public sealed class LanguageOptionTests
{
    [Theory]
    [InlineData("", "", "zh_CN.UTF-8", Language.Chinese)]
    [InlineData("", "", "zh_TW", Language.Chinese)]
    [InlineData("", "", "zh-Hant", Language.Chinese)]
    [InlineData("", "", "ZH", Language.Chinese)]
    [InlineData("", "", "zh@pinyin", Language.Chinese)]
    [InlineData("", "", "zh.GB18030", Language.Chinese)]
    [InlineData("", "", "zho", Language.English)]
    [InlineData("", "", "C", Language.English)]
    [InlineData("", "", "C.UTF-8", Language.English)]
    [InlineData("", "", "POSIX", Language.English)]
    [InlineData("", "", "en_GB.UTF-8", Language.English)]
    [InlineData("", "", "de_DE.UTF-8", Language.English)]
    [InlineData("", "", "", Language.English)]
    [InlineData("", "zh_CN.UTF-8", "en_US.UTF-8", Language.Chinese)]
    [InlineData("", "en_US.UTF-8", "zh_CN.UTF-8", Language.English)]
    [InlineData("zh_CN.UTF-8", "en_US.UTF-8", "en_US.UTF-8", Language.Chinese)]
    [InlineData("C", "zh_CN.UTF-8", "zh_CN.UTF-8", Language.English)]
    public void OfSystem_Variables_TheFirstThatSaysAnythingCounts(string all, string messages, string lang, Language language) =>
        LanguageOption.OfSystem(Environment(all, messages, lang), 0).ShouldBe(language);

    /// <summary>0x0804 is simplified Chinese, 0x0404 traditional Chinese, 0x0409 American English, 0x0411 Japanese.</summary>
    [Theory]
    [InlineData(0x0804, "", Language.Chinese)]
    [InlineData(0x0404, "", Language.Chinese)]
    [InlineData(0x0409, "", Language.English)]
    [InlineData(0x0411, "", Language.English)]
    [InlineData(0x0804, "en_US.UTF-8", Language.English)]
    [InlineData(0x0409, "zh_CN.UTF-8", Language.Chinese)]
    public void OfSystem_Windows_ItsLanguageCountsWhereNoVariableSaysAnything(int console, string lang, Language language) =>
        LanguageOption.OfSystem(Environment("", "", lang), console).ShouldBe(language);

    [Theory]
    [InlineData("--lang zh", Language.Chinese)]
    [InlineData("settle a b --lang zh", Language.Chinese)]
    [InlineData("--lang zh settle --help", Language.Chinese)]
    [InlineData("settle --lang=zh a", Language.Chinese)]
    [InlineData("settle --lang:zh a", Language.Chinese)]
    [InlineData("settle --lang en", Language.English)]
    public void Of_CommandLine_OptionCountsWhereverItStands(string args, Language language)
    {
        ArgumentNullException.ThrowIfNull(args);
        LanguageOption.Of(args.Split(' '), Language.English).ShouldBe(language);
        LanguageOption.Of(args.Split(' '), Language.Chinese).ShouldBe(language);
    }

    [Theory]
    [InlineData("settle a b")]
    [InlineData("settle --lang fr")]
    [InlineData("settle --lang")]
    [InlineData("settle --language zh")]
    public void Of_CommandLineWithoutAKnownLanguage_TheSystemCounts(string args)
    {
        ArgumentNullException.ThrowIfNull(args);
        LanguageOption.Of(args.Split(' '), Language.English).ShouldBe(Language.English);
        LanguageOption.Of(args.Split(' '), Language.Chinese).ShouldBe(Language.Chinese);
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", "缺少命令。\n加 --help 可查看命令的用法。\n")]
    [InlineData("en_US.UTF-8", "Required command was not provided.\nAdd --help to see how a command is used.\n")]
    public void Program_Process_SpeaksTheLanguageOfItsEnvironment(string lang, string error)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["LC_ALL"] = "";
        start.Environment["LC_MESSAGES"] = "";
        start.Environment["LANG"] = lang;
        start.StandardErrorEncoding = System.Text.Encoding.UTF8;
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEnd().ReplaceLineEndings("\n").ShouldBe(error);
        process.WaitForExit();
        process.ExitCode.ShouldBe(2);
    }

    private static Func<string, string?> Environment(string all, string messages, string lang) =>
        name =>
            name switch
            {
                "LC_ALL" => all,
                "LC_MESSAGES" => messages,
                "LANG" => lang,
                _ => null,
            };
}
