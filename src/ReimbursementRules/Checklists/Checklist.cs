using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Checklists;

/// <summary>What an applicant must be or have, such as an institution that asks for an agreement. Immutable.</summary>
public sealed partial class Checklist
{
    private static readonly FilePlace InCode = new("applicant", 0, 0);

    private readonly ChecklistPolicy _policy;
    private readonly Dictionary<string, bool> _numbers;

    internal Checklist(ChecklistPolicy policy)
    {
        _policy = policy;
        _numbers = policy
            .Criteria.SelectMany(criterion => criterion.When.Prepend(criterion.Needs))
            .DistinctBy(answer => answer.Asks.Text)
            .ToDictionary(answer => answer.Asks.Text, answer => answer.IsNumber, StringComparer.Ordinal);
    }

    /// <summary>The checklist's name.</summary>
    public string Id => _policy.Id;

    /// <summary>Its title.</summary>
    public BilingualText Title => _policy.Title;

    /// <summary>The names of its criteria, in the order of the file.</summary>
    public ImmutableArray<string> Criteria => [.. _policy.Criteria.Select(criterion => criterion.Id)];

    /// <summary>The criteria in force on the day of the application that the applicant does not meet, in the order of the file; none for
    /// who meets all.</summary>
    /// <exception cref="InputException">An answer is missing, is not asked by any criterion, or is not a number where one is
    /// asked.</exception>
    public ImmutableArray<Unmet> Check(Applicant applicant)
    {
        ArgumentNullException.ThrowIfNull(applicant);
        return [.. Asked(applicant).Where(one => !one.IsMet).Select(one => new Unmet(one.Of.Id, one.Of.Message, one.Of.Source))];
    }

    /// <summary>The criteria that are asked of an applicant, and whether it meets each.</summary>
    /// <exception cref="InputException">As of <see cref="Check"/>.</exception>
    internal IReadOnlyList<(CriterionPolicy Of, bool IsMet)> Asked(Applicant applicant)
    {
        var problems = new ProblemLog();
        foreach (var (name, answer) in applicant.Answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            CheckAnswer(name, answer, applicant.Place ?? InCode, problems);
        problems.ThrowForInput();
        var asked = _policy
            .Criteria.Where(one => one.Days.Contains(applicant.On))
            .Where(one => one.When.All(when => IsMet(when, applicant, problems)))
            .Select(one => (one, IsMet(one.Needs, applicant, problems)))
            .ToList();
        problems.ThrowForInput();
        return asked;
    }

    private void CheckAnswer(string name, string answer, FilePlace place, ProblemLog problems)
    {
        if (!_numbers.TryGetValue(name, out var isNumber))
        {
            var hint = problems.Hint(name, _numbers.Keys);
            problems.Add(
                place,
                "applicant.unknown",
                $"no criterion of '{Id}' asks '{name}'.{hint.En}",
                $"“{Id}”没有条件询问“{name}”。{hint.Zh}"
            );
        }
        else if (isNumber && !Digits.TryParse(answer, out _))
            problems.Add(
                place,
                "applicant.number",
                $"'{name}' is a number, found '{answer}'. Write it such as 99.99.",
                $"“{name}”应为数值，实际是“{answer}”。请写如 99.99。"
            );
    }

    private static bool IsMet(AnswerPolicy needs, Applicant applicant, ProblemLog problems)
    {
        var name = needs.Asks.Text;
        if (!applicant.Answers.TryGetValue(name, out var answer))
            problems.Add(
                applicant.Place ?? InCode,
                "applicant.missing",
                $"'{name}' is missing; {needs.Asks.Place.Row} asks for it.",
                $"缺少“{name}”；{needs.Asks.Place.Row} 需要它。"
            );
        else if (!needs.IsNumber)
            return needs.Words.Contains(answer) != needs.IsNot;
        else if (Digits.TryParse(answer, out var number))
            return (needs.From is not { } from || number >= from) && (needs.Below is not { } below || number < below);
        return false;
    }
}

/// <summary>A criterion that an applicant does not meet.</summary>
/// <param name="Id">The criterion's name.</param>
/// <param name="Message">What the applicant reads.</param>
/// <param name="Source">Where the policy says so.</param>
public sealed partial record Unmet(string Id, BilingualText Message, PolicySource Source)
{
    /// <inheritdoc cref="Unmet" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="Unmet" path="/param[@name='Message']/node()"/>
    public BilingualText Message
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Message);

    /// <inheritdoc cref="Unmet" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);
}
