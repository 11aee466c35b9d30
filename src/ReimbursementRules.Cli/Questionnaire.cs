using ReimbursementRules.Skeletons;
using ReimbursementRules.Values;
using Spectre.Console;

namespace ReimbursementRules.Cli;

/// <summary>Asks on a terminal for the answers of which a rulebook is made, one question after another; each is checked as it is
/// given.</summary>
/// <param name="console">The terminal.</param>
/// <param name="language">The language of the questions.</param>
internal sealed class Questionnaire(IAnsiConsole console, Language language)
{
    /// <summary>Asks what is not answered yet, until nothing is left.</summary>
    public CityAnswers Ask(CityAnswers answers)
    {
        console.WriteLine(new BilingualText("Enter takes what stands in brackets.", "直接按回车即采用括号中的值。").In(language));
        while (answers.Asked.Index().FirstOrDefault(one => !answers.IsGiven(one.Item.Name)) is { Item: { } question, Index: var i })
            answers = answers.With(question.Name, Ask(question, answers, i + 1));
        return answers;
    }

    private string Ask(CityQuestion question, CityAnswers answers, int number)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{number}/{answers.Asked.Count}  {Markup.Escape(question.Title.In(language))}[/]");
        console.WriteLine(question.Explanation.In(language));
        console.WriteLine(new BilingualText("Write ", "写法：").In(language) + question.Expected.In(language));
        var offered = answers[question.Name];
        return console.Prompt(
            new TextPrompt<string>($"{question.Name} [green]({Markup.Escape(offered)})[/]:")
                .DefaultValue(offered)
                .HideDefaultValue()
                .Validate(answer => Checked(question, answer))
        );
    }

    private ValidationResult Checked(CityQuestion question, string answer) =>
        question.Check(answer) is [_, ..] problems
            ? ValidationResult.Error(string.Join('\n', problems.Select(problem => Markup.Escape(problem.Text.In(language)))))
            : ValidationResult.Success();
}
