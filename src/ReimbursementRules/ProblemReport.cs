using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules;

/// <summary>Problems as a web program answers with them: the members of RFC 9457, problem details for HTTP interfaces, in one language.
/// System.Text.Json writes it in their names; its media type is <c>application/problem+json</c>.</summary>
/// <param name="Type">Which kind of problem it is, as a URI.</param>
/// <param name="Title">The kind in words, the same for every problem of it.</param>
/// <param name="Status">The HTTP status, 422 for what was handed in and 500 for policy files; a program may state another.</param>
/// <param name="Detail">What is wrong this time: the first problem, and how many more there are.</param>
/// <param name="Errors">Every problem, in the order in which they were found.</param>
public sealed partial record ProblemReport(string Type, string Title, int Status, string Detail, ImmutableArray<ProblemReportError> Errors)
{
    /// <inheritdoc cref="ProblemReport" path="/param[@name='Type']/node()"/>
    public string Type
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Type);

    /// <inheritdoc cref="ProblemReport" path="/param[@name='Title']/node()"/>
    public string Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <inheritdoc cref="ProblemReport" path="/param[@name='Detail']/node()"/>
    public string Detail
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Detail);

    /// <inheritdoc cref="ProblemReport" path="/param[@name='Errors']/node()"/>
    public ImmutableArray<ProblemReportError> Errors
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Errors);

    private const string Input = "urn:reimbursement-rules:input",
        Policy = "urn:reimbursement-rules:policy";

    /// <summary>The report of what is wrong with a claim, a history or something else that was handed in.</summary>
    /// <param name="problems">The problems; at least one.</param>
    /// <param name="language">The language of all texts.</param>
    /// <exception cref="ArgumentException">There is no problem.</exception>
    public static ProblemReport Of(IEnumerable<Problem> problems, Language language = Language.English) =>
        Of(problems, language, Input, new("The input is not valid.", "提交的内容有误。"), 422);

    /// <summary>The report of an exception: of files that are no rulebook, or of something that was handed in.</summary>
    /// <param name="found">The exception.</param>
    /// <param name="language">The language of all texts.</param>
    public static ProblemReport Of(ProblemException found, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found is PolicyException
            ? Of(found.Problems, language, Policy, new("The policy files are not a rulebook.", "规则文件不能构成规则册。"), 500)
            : Of(found.Problems, language);
    }

    private static ProblemReport Of(IEnumerable<Problem> problems, Language language, string type, BilingualText title, int status)
    {
        ImmutableArray<Problem> all = [.. Given.All(problems)];
        if (all.IsEmpty)
            throw new ArgumentException("There is no problem to report. Report problems only where there are some.", nameof(problems));
        var more = Digits.Show(all.Length - 1);
        var detail = all.Length == 1 ? new BilingualText("", "") : new($" {more} more.", $"另有 {more} 处。");
        return new(
            type,
            title.In(language),
            status,
            all[0].Text.In(language) + detail.In(language),
            [.. all.Select(one => new ProblemReportError(one.Path, one.Code, one.Message.In(language), one.Help.In(language)))]
        );
    }
}

/// <summary>One problem of a <see cref="ProblemReport"/>.</summary>
/// <param name="Path">What it is about, as <see cref="Problem.Path"/> says it; empty where it is about the whole.</param>
/// <param name="Code">A stable word for programs, such as <c>claim.days</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">The way out; empty where the message says it all.</param>
public sealed partial record ProblemReportError(string Path, string Code, string Message, string Help)
{
    /// <inheritdoc cref="ProblemReportError" path="/param[@name='Path']/node()"/>
    public string Path
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Path);

    /// <inheritdoc cref="ProblemReportError" path="/param[@name='Code']/node()"/>
    public string Code
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Code);

    /// <inheritdoc cref="ProblemReportError" path="/param[@name='Message']/node()"/>
    public string Message
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Message);

    /// <inheritdoc cref="ProblemReportError" path="/param[@name='Help']/node()"/>
    public string Help
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Help);
}
