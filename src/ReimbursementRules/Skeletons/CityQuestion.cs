using System.Collections.Immutable;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Skeletons;

/// <summary>A question about a city's insurance, of whose answer the files of a rulebook are made. Immutable.</summary>
public sealed partial class CityQuestion
{
    private readonly AnswerForm _form;

    internal CityQuestion(string name, AnswerForm form, string fallback, BilingualText title, BilingualText explanation)
    {
        (Name, _form, Default, Title, Explanation) = (name, form, fallback, title, explanation);
    }

    /// <summary>Its name, by which a file of answers names it, such as <c>resident.inpatient.cap</c>.</summary>
    public string Name { get; }

    /// <summary>What is asked, in a few words.</summary>
    public BilingualText Title { get; }

    /// <summary>What the term means, and what is made of the answer.</summary>
    public BilingualText Explanation { get; }

    /// <summary>How an answer is written, with an example.</summary>
    public BilingualText Expected => _form.Expected;

    /// <summary>The answer that is offered: a value that could be, and is no law. Empty for <c>title.en</c>, which takes the Chinese
    /// title.</summary>
    public string Default { get; }

    /// <summary>The answers without which it is not asked: the name of a question, and the word that its answer must have.</summary>
    internal ImmutableArray<(string Name, string Word)> Needs { get; init; } = [];

    /// <summary>Checks an answer, as the same value is checked in the files of a rulebook.</summary>
    /// <param name="text">The answer.</param>
    /// <returns>Everything that is wrong with it; empty where nothing is.</returns>
    public IReadOnlyList<Problem> Check(string text)
    {
        var problems = new ProblemLog();
        Read(text, problems);
        return problems.Told();
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    /// <summary>Reads an answer that stands in no file.</summary>
    internal string Read(string text, ProblemLog problems) =>
        Read(AnswerForm.Scalar(Given.Value(text), new(Name, 0, 0), problems, isQuoted: true));

    /// <summary>Reads an answer, and says it in its one spelling.</summary>
    internal string Read(Node node) => _form.Read(node);
}
