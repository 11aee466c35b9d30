using ReimbursementRules.Skeletons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What answers to the questions about a city can say wrongly.</summary>
public sealed class AnswerMessageTests
{
    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "id.form",
                "id",
                "湖滨市",
                "id: '湖滨市' is not a name. Write small letters, digits, '_' or '-', beginning with a letter, at most 60."
            },
            { "value.blank", "title.zh", " ", "title.zh: a value is missing here. Write one, or leave the whole line out." },
            { "date.form", "from", "2025-1-1", "from: '2025-1-1' is not a date as files write it, year-month-day. Write: `2025-01-01`." },
            { "date.range", "from", "0225-01-01", "from: nothing begins on 0225-01-01: write a day from 1949-10-01 to 2099-12-31." },
            { "year.starts", "benefit_year", "02-29", "benefit_year: '02-29' is not a day of every year. Write month-day, such as 01-01." },
            { "word.unknown", "schemes", "employee, residents", "schemes: 'residents' cannot stand here. Did you mean 'resident'?" },
            { "answer.twice", "schemes", "employee, employee", "schemes: 'employee' stands here twice. Name it once." },
            { "word.unknown", "unrated", "four", "unrated: 'four' cannot stand here. Known: one, two, three." },
            { "word.unknown", "aid", "maybe", "aid: 'maybe' cannot stand here. Known: yes, no." },
            {
                "answer.points",
                "elsewhere.unreferred",
                "90%",
                "elsewhere.unreferred: '90%' looks like a rate; points by which a rate changes are asked. Write the points taken off, "
                    + "such as 10% (85% becomes 75%); at most 50%, or 100% where nothing is paid."
            },
            {
                "answer.points",
                "resident.critical.poor_more",
                "100%",
                "resident.critical.poor_more: '100%' looks like a rate; points by which a rate changes are asked. Write the points "
                    + "added, such as 5% (60% becomes 65%); at most 50%."
            },
            { "rate.form", "class_b", "10", "class_b: '10' is not a rate: it has no '%'. Write: `10%`." },
            {
                "amount.form",
                "resident.inpatient.deductible.one",
                "300元",
                "resident.inpatient.deductible.one: '300元' is not an amount. Write: `300`."
            },
            {
                "answer.large",
                "resident.inpatient.deductible.one",
                "100_000_000.01",
                "resident.inpatient.deductible.one: '100_000_000.01' is more than any benefit. Write at most 100_000_000."
            },
            {
                "amount.form",
                "resident.inpatient.cap",
                "no",
                "resident.inpatient.cap: 'no' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most two decimals, "
                    + "never below zero."
            },
            {
                "rate.form",
                "resident.critical.rate",
                "liable_share",
                "resident.critical.rate: 'liable_share' is not a rate. Write a percentage such as 85%, or bands: each the amount above "
                    + "which it begins and its rate, such as 0 60%, 50_000 65%."
            },
            {
                "answer.band",
                "resident.critical.rate",
                "60%, 65%",
                "resident.critical.rate: '60%' is not a band. Write a percentage such as 85%, or bands: each the amount above which it "
                    + "begins and its rate, such as 0 60%, 50_000 65%."
            },
            {
                "bands.start",
                "resident.critical.rate",
                "1 60%, 50_000 65%",
                "resident.critical.rate: the first band of '1 60%, 50_000 65%' begins above 0; where nothing is paid below it, 0 0% "
                    + "stands first. Write a percentage such as 85%, or bands: each the amount above which it begins and its rate, such "
                    + "as 0 60%, 50_000 65%."
            },
            {
                "bands.order",
                "resident.critical.rate",
                "0 60%, 0 65%",
                "resident.critical.rate: the bands must rise: this one does not begin above the one before it."
            },
            {
                "answer.large",
                "resident.critical.rate",
                "0 60%, 100_000_001 65%",
                "resident.critical.rate: a band of '0 60%, 100_000_001 65%' begins above any benefit. Write at most 100_000_000."
            },
        };

    public static TheoryData<string, string, string> FileMistakes =>
        new()
        {
            {
                "key.unknown",
                "residents.inpatient.cap: 1\n",
                "answers.yaml:1:1: the key 'residents.inpatient.cap' is not known here. Did you mean 'resident.inpatient.cap'?"
            },
            { "value.expected", "aid: [yes]\n", "answers.yaml:1:6: expected a single value, found a list." },
            { "mapping.expected", "- aid\n", "answers.yaml:1:1: expected lines of the form 'key: value', found a list." },
            {
                "rate.form",
                "class_b: 0.1\nelsewhere.referred: 10\n",
                "answers.yaml:1:10: '0.1' is not a rate: it has no '%'. Write 10% where 0.1 of the whole is meant, or "
                    + "0.1% where 0.1 of a hundred is.\n"
                    + "answers.yaml:2:21: '10' is not a rate: it has no '%'. Write: `elsewhere.referred: 10%`."
            },
        };

    /// <summary>What is missing where files are made.</summary>
    public static TheoryData<string, string> Gaps =>
        new()
        {
            {
                "answer.missing",
                "class_b: there is no answer to 'class_b' (First share of class B). Write a percentage from 0% to 100%, such as 85%."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Answer_ThatIsWrong_IsTold(string code, string question, string answer, string message)
    {
        CitySkeleton.Questions.Single(one => one.Name == question).Check(answer).ShouldRead(code, message);
        Should.Throw<InputException>(() => CityAnswers.None.With(question, answer)).Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(FileMistakes))]
    public void AnswersOfAFile_ThatAreWrong_AreToldAllAtOnce(string code, string text, string message)
    {
        var folder = Directory.CreateTempSubdirectory("answers-").FullName;
        var file = Path.Combine(folder, "answers.yaml");
        File.WriteAllText(file, text);
        Should.Throw<InputException>(() => CityAnswers.Load(file)).Problems.ShouldRead(code, message);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("schemes: employee\nresident.outpatient: no\n", "resident.outpatient", "schemes", "resident")]
    [InlineData("aid.cap: 1\naid: no\n", "aid.cap", "aid", "yes")]
    public void AnswersOfABenefitThatIsSwitchedOff_AreKeptAndNamed(string text, string idle, string name, string word)
    {
        var folder = Directory.CreateTempSubdirectory("answers-").FullName;
        var file = Path.Combine(folder, "answers.yaml");
        File.WriteAllText(file, text);
        var answers = CityAnswers.Load(file);
        answers.Idle.ShouldHaveSingleItem().Name.ShouldBe(idle);
        answers.NotAskedFor(idle).ShouldBe((name, word));
        answers.Asked.ShouldNotContain(answers.Idle[0]);
        answers.With("schemes", "employee, resident").With("aid", "yes").Idle.ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("50%")]
    [InlineData("100%")]
    public void PointsLess_ThatCanBe_AreTaken(string points) =>
        CityAnswers.None.With("elsewhere.unreferred", points)["elsewhere.unreferred"].ShouldBe(points);

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Files_OfAnswersWithAGap_AreNotMade(string code, string message)
    {
        var answers = CityAnswers.None;
        foreach (var question in CitySkeleton.Questions.Where(one => one.Name is not ("class_b" or "title.en")))
            answers = answers.With(question.Name, question.Default);
        Should.Throw<InputException>(() => CitySkeleton.Files(answers, Language.English)).Problems.ShouldRead(code, message);
    }

    /// <summary>Each question, answered wrongly, tells its own name.</summary>
    [Fact]
    public void EveryQuestion_RefusesWhatItCannotBe()
    {
        foreach (var question in CitySkeleton.Questions)
        {
            var problems = question.Check(question.Name.StartsWith("title.", StringComparison.Ordinal) ? "a\u202Eb" : "?");
            problems.ShouldNotBeEmpty(question.Name);
            problems.ShouldAllBe(problem => problem.Place.File == question.Name);
        }
    }

    [Fact]
    public void EveryQuestion_HasADefaultThatIsRight_AndWordsInBothLanguages()
    {
        foreach (var question in CitySkeleton.Questions)
        {
            if (question.Name != "title.en")
                question.Check(question.Default).ShouldBeEmpty(question.Name);
            foreach (var text in (BilingualText[])[question.Title, question.Explanation, question.Expected])
            {
                text.En.ShouldNotBeNullOrWhiteSpace();
                text.Zh.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
            }

            question.Explanation.En.ShouldEndWith(".");
            question.Explanation.Zh.ShouldEndWith("。");
        }

        CitySkeleton.Questions.Select(question => question.Title).Distinct().Count().ShouldBe(CitySkeleton.Questions.Count);
    }
}
