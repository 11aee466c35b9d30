using System.Collections.Immutable;
using System.Text;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Skeletons;

/// <summary>Answers to the questions about a city's insurance: all of them, or some. Immutable.</summary>
/// <remarks>Which questions are asked follows from the answers: those about visits only where there are visits. Where such a question has
/// no answer yet, its default counts.</remarks>
public sealed partial class CityAnswers
{
    private readonly ImmutableDictionary<string, string> _given;

    private CityAnswers(ImmutableDictionary<string, string> given) => _given = given;

    /// <summary>No answer at all.</summary>
    public static CityAnswers None { get; } = new(ImmutableDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The questions that are asked after these answers, in their order.</summary>
    public IReadOnlyList<CityQuestion> Asked => [.. CityQuestions.All.Where(IsAsked)];

    /// <summary>Those of them that have no answer, but for <c>title.en</c>, which may be left out.</summary>
    public IReadOnlyList<CityQuestion> Missing => [.. Asked.Where(question => !IsGiven(question.Name) && question.Default.Length > 0)];

    /// <summary>The questions that have an answer but are not asked after the others, in their order: what they say counts once the
    /// benefit is answered with yes.</summary>
    public IReadOnlyList<CityQuestion> Idle => [.. CityQuestions.All.Where(question => IsGiven(question.Name) && !IsAsked(question))];

    /// <summary>Why a question is not asked: the name of the question whose answer decides it, and the word that it lacks. Null where it is
    /// asked.</summary>
    /// <param name="question">The name of the question.</param>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public (string Name, string Word)? NotAskedFor(string question) => Unmet(Named(question));

    /// <summary>The answer to a question; its default where there is none.</summary>
    /// <param name="question">The name of the question.</param>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public string this[string question] =>
        _given.TryGetValue(Named(question).Name, out var answer) ? answer
        : question == "title.en" ? this["title.zh"]
        : Named(question).Default;

    /// <summary>Reads the answers of a file: one line each, the name of the question and the answer. YAML, or JSON where the name of the
    /// file ends in <c>.json</c>.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <exception cref="InputException">The file cannot be read, or answers are wrong. Those of a benefit that is switched off are read and
    /// kept: <see cref="Idle"/>.</exception>
    public static CityAnswers Load(string path)
    {
        var problems = new ProblemLog();
        var root = NodeReader.ReadFile(Given.Value(path), problems);
        var answers = root is null ? None : Read(root);
        problems.ThrowForInput();
        return answers;
    }

    /// <summary>Whether a question has an answer of its own.</summary>
    /// <param name="question">The name of the question.</param>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public bool IsGiven(string question) => _given.ContainsKey(Named(question).Name);

    /// <summary>The same answers and one more, in place of an earlier one to the same question.</summary>
    /// <param name="question">The name of the question.</param>
    /// <param name="answer">The answer.</param>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    /// <exception cref="InputException">The answer is wrong.</exception>
    public CityAnswers With(string question, string answer)
    {
        var problems = new ProblemLog();
        var said = Named(question).Read(answer, problems);
        problems.ThrowForInput();
        return new(_given.SetItem(question, said));
    }

    /// <summary>A file of answers to all questions that are asked, to be edited: these answers, and the defaults of the others.</summary>
    /// <param name="language">The language in which each question is explained.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is no language.</exception>
    public string Write(Language language)
    {
        Given.Word(language);
        var text = new StringBuilder();
        foreach (var question in Asked)
        {
            text.Append($"# {question.Title.In(language)}\n# {question.Explanation.In(language)}\n");
            text.Append($"# {new BilingualText("Write", "写法：").In(language)}{(language == Language.English ? " " : "")}");
            text.Append($"{question.Expected.In(language)}\n{question.Name}: {FileText.Scalar(this[question.Name])}\n\n");
        }

        return text.ToString()[..^1];
    }

    /// <summary>Whether a question is asked after these answers.</summary>
    internal bool IsAsked(CityQuestion question) => Unmet(question) is null;

    private (string Name, string Word)? Unmet(CityQuestion question)
    {
        foreach (var need in question.Needs)
            if (!this[need.Name].Split(", ").Contains(need.Word))
                return need;
        return null;
    }

    private static CityAnswers Read(Node root)
    {
        root.OnlyKeys([.. CityQuestions.All.Select(question => question.Name)]);
        var given = None._given;
        foreach (var (key, value) in root.Pairs)
            if (CityQuestions.ByName.TryGetValue(key.Raw, out var question))
                given = given.SetItem(key.Raw, question.Read(value));
        return new(given);
    }

    private static CityQuestion Named(string question) =>
        CityQuestions.ByName.GetValueOrDefault(Given.Value(question))
        ?? throw new ArgumentException($"There is no question '{question}'.", nameof(question));
}
