using ReimbursementRules.Values;

namespace ReimbursementRules;

/// <summary>Something wrong in a policy, claim, history or case file, or in a claim handed in from code, worded for the person who wrote
/// it.</summary>
/// <param name="Place">Where it stands. A claim built in code has no line: its line and column are 0.</param>
/// <param name="Code">A stable word for programs, such as <c>rate.form</c>. <c>rules/docs/problem-codes.md</c> lists them.</param>
/// <param name="Message">What is wrong: what was found, and what was expected.</param>
/// <param name="Help">The way out; empty in both languages where the message says it all.</param>
public sealed partial record Problem(FilePlace Place, string Code, BilingualText Message, BilingualText Help)
{
    /// <inheritdoc cref="Problem" path="/param[@name='Place']/node()"/>
    public FilePlace Place
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Place);

    /// <inheritdoc cref="Problem" path="/param[@name='Code']/node()"/>
    public string Code
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Code);

    /// <inheritdoc cref="Problem" path="/param[@name='Message']/node()"/>
    public BilingualText Message
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Message);

    /// <inheritdoc cref="Problem" path="/param[@name='Help']/node()"/>
    public BilingualText Help
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Help);

    /// <summary>A problem of one text, as messages are written: the first sentence says what is wrong, the rest is the way out.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="code">A stable word for programs.</param>
    /// <param name="text">The message and the way out. It is all message where it has one sentence in either language; what stands in
    /// quotes ends no sentence.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public Problem(FilePlace place, string code, BilingualText text)
        : this(place, code, Sentences.Cut(Given.Value(text))) { }

    private Problem(FilePlace place, string code, (BilingualText First, BilingualText Others) cut)
        : this(place, code, cut.First, cut.Others) { }

    /// <summary>What it is about, as a path into the claim or the history: the keys of their files, and places in lists from 0, such as
    /// <c>discharged</c>, <c>member.id</c>, <c>attributes.group</c>, <c>items[2].class</c> or <c>history[3].since</c>. Empty where it is
    /// about the whole, or about something else, such as a policy.</summary>
    public string Path { get; init; } = "";

    /// <summary>The message and the way out in one text, as <see cref="ToString"/> and the programs show it.</summary>
    public BilingualText Text => Sentences.Joined(Message, Help);

    /// <summary>The problem in English, such as <c>2-basic.yaml:23:16: '0.85' is not a rate. …</c></summary>
    public override string ToString() => In(Language.English);

    /// <summary>The problem in the given language, after its place.</summary>
    public string In(Language language) => $"{Place}: {Text.In(language)}";
}

/// <summary>Thrown once, at the door, with all the problems found in what was handed in.</summary>
public abstract class ProblemException : Exception
{
    private protected ProblemException(IReadOnlyList<Problem> problems, Exception? cause = null)
        : this(
            [.. problems.OrderBy(p => p.Place.File, StringComparer.Ordinal).ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column)],
            cause,
            sorted: true
        ) { }

    private ProblemException(IReadOnlyList<Problem> problems, Exception? cause, bool sorted)
        : base(string.Join(Environment.NewLine, problems.Select(problem => problem.ToString()).Distinct(StringComparer.Ordinal)), cause) =>
        Problems = problems;

    /// <summary>Every problem found, in the order of the files and lines; at least one.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}

/// <summary>Thrown when policy or case files cannot be turned into a rulebook.</summary>
public sealed class PolicyException : ProblemException
{
    internal PolicyException(IReadOnlyList<Problem> problems)
        : base(problems) { }
}

/// <summary>Thrown when what a program hands in is wrong, before anything of it is done: a claim, a history, a contributor, an applicant, a
/// provider's year or figures; also a rule of the program's own that fails on a claim.</summary>
/// <remarks>What such a rule threw is the <see cref="Exception.InnerException"/>.</remarks>
public sealed class InputException : ProblemException
{
    /// <summary>Says what is wrong, for a program that reads claims or others from a form of its own.</summary>
    /// <param name="problems">Every problem found; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public InputException(IReadOnlyList<Problem> problems)
        : base(Found(problems)) { }

    internal InputException(Problem problem, Exception? cause)
        : base([problem], cause) { }

    private static IReadOnlyList<Problem> Found(IReadOnlyList<Problem> problems) =>
        Given.Each(problems).Count > 0
            ? problems
            : throw new ArgumentException("There is no problem. Throw only where something is wrong.", nameof(problems));
}
