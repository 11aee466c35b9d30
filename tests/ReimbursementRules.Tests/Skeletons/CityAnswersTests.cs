using ReimbursementRules.Skeletons;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Skeletons;

/// <summary>Answers are read, asked for and written back alike.</summary>
public sealed class CityAnswersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("answers-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void FileOfQuestions_IsReadBackAsTheDefaults(Language language)
    {
        var read = Load("answers.yaml", CityAnswers.None.Write(language));
        read.Missing.ShouldBeEmpty();
        foreach (var question in read.Asked)
        {
            read.IsGiven(question.Name).ShouldBeTrue();
            read[question.Name].ShouldBe(CityAnswers.None[question.Name]);
        }
    }

    [Fact]
    public void FileOfQuestions_ExplainsEachInItsLanguage()
    {
        CityAnswers
            .None.Write(Language.Chinese)
            .ShouldContain(
                "# 乙类先行自付比例\n# 乙类药品和项目先由个人自付这一比例，其余纳入政策范围。甲类不先行自付，丙类不在范围内。\n"
                    + "# 写法：0% 至 100% 的百分数，如 85%\nclass_b: 10%\n",
                Case.Sensitive
            );
        CityAnswers
            .None.Write(Language.English)
            .ShouldContain("# Write a percentage from 0% to 100%, such as 85%\nclass_b: 10%\n", Case.Sensitive);
    }

    [Fact]
    public void Answers_InJson_AreTheSame() =>
        Load("answers.json", """{ "id": "lakeside", "resident.inpatient.cap": 150000, "title.zh": "湖滨市" }""")["resident.inpatient.cap"]
            .ShouldBe("150_000");

    [Fact]
    public void Questions_ThatAnswersRuleOut_AreNotAsked()
    {
        CityAnswers.None.Asked.Count.ShouldBe(CitySkeleton.Questions.Count);
        var answers = CityAnswers.None.With("schemes", "resident").With("resident.outpatient", "no").With("aid", "否");
        answers
            .Asked.Select(question => question.Name)
            .ShouldNotContain(name => name.StartsWith("employee.") || name.StartsWith("resident.outpatient.") || name.StartsWith("aid."));
        answers.Missing.Select(question => question.Name).ShouldContain("resident.critical.poor_more");
        answers.Missing.Select(question => question.Name).ShouldNotContain("title.en");
    }

    /// <summary>What a Chinese keyboard writes is what is meant.</summary>
    [Fact]
    public void Answers_InChineseWordsAndFullWidthSigns_AreUnderstood()
    {
        CityAnswers.None.With("schemes", "居民，职工")["schemes"].ShouldBe("employee, resident");
        CityAnswers.None.With("unrated", "三级")["unrated"].ShouldBe("three");
        CityAnswers.None.With("class_b", "１０％")["class_b"].ShouldBe("10%");
        CityAnswers.None.With("resident.inpatient.cap", "无")["resident.inpatient.cap"].ShouldBe("none");
        CityAnswers.None.With("resident.critical.rate", "0 60％、50000 65%")["resident.critical.rate"].ShouldBe("0 60%, 50_000 65%");
    }

    [Fact]
    public void TitleInEnglish_WhereLeftOut_IsTheChineseOne() => CityAnswers.None.With("title.zh", "湖滨市")["title.en"].ShouldBe("湖滨市");

    [Fact]
    public void Question_ThatThereIsNot_IsRefused()
    {
        Should.Throw<ArgumentException>(() => CityAnswers.None["city"]).Message.ShouldStartWith("There is no question 'city'.");
        Should.Throw<ArgumentException>(() => CityAnswers.None.With("city", "x"));
        Should.Throw<ArgumentException>(() => CityAnswers.None.IsGiven("city"));
    }

    /// <summary>The answers that the manual shows are read.</summary>
    [Fact]
    public void Answers_OfTheManual_AreRight()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Rules, "docs", "new-city.md"));
        var answers = Load("answers.yaml", text.Split("```\n").Single(block => block.StartsWith("schemes: ", StringComparison.Ordinal)));
        answers["title.en"].ShouldBe("湖滨市城乡居民医保");
        answers["resident.inpatient.cap"].ShouldBe("none");
        answers.Missing.ShouldNotContain(question => question.Name.StartsWith("employee."));
    }

    private CityAnswers Load(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return CityAnswers.Load(file);
    }
}
