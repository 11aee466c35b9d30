using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>The tables of one plan, and everything that they ask.</summary>
internal sealed class PlanQuestions(IReadOnlyList<AskedFact> asked, RuleSet rules, IReadOnlyList<PolicySource> sources, IRuleEngine engine)
{
    /// <summary>The tables as the file writes them.</summary>
    public required IReadOnlyList<WrittenTable> Written { get; init; }

    private readonly Matching _matching = new(engine, rules);
    private readonly Lazy<AllRowsLeft> _left = new(() => new(rules));

    public RuleSet Rules => rules;

    public IReadOnlyList<PolicySource> Sources => sources;

    /// <summary>The code of the period that begins on a day, for the fact that chooses the values in force; none where no table is
    /// dated.</summary>
    public int CodeOf(DateOnly from) =>
        asked.FirstOrDefault(fact => fact.IsDay) is { } day ? day.CodeOf(new Asked(Facts(new() { On = from }, from), -1, 0, from)) : 0;

    /// <summary>The rows that apply to a contributor in the period that begins on a day; a problem for each fact that decides and is not
    /// stated.</summary>
    public ChosenRows Ask(Contributor contributor, DateOnly from, ProblemLog problems)
    {
        var claim = Facts(contributor, from);
        var codes = new int[asked.Count];
        List<int>? missing = null;
        foreach (var fact in asked)
            if ((codes[fact.Index] = fact.CodeOf(new Asked(claim, -1, 0, from))) == -1)
                (missing ??= []).Add(fact.Index);
            else if (codes[fact.Index] < 0)
                problems.Add(MissingFact.Of(claim, -1, fact, codes[fact.Index]));
        foreach (var fact in missing is null ? (IEnumerable<int>)[] : _left.Value.Deciding(codes, missing))
            problems.Add(MissingFact.Of(claim, -1, asked[fact], -1));
        if (!problems.IsEmpty)
            return default;
        var (rows, at) = _matching.Rows(codes, new int[rules.Tables.Length], 0);
        return new(rows, at, sources);
    }

    /// <summary>The person, as facts are asked: by the first day of the period, as of a claim of that day.</summary>
    private static Claim Facts(Contributor contributor, DateOnly from) =>
        new()
        {
            Place = contributor.Place ?? ContributorChecks.InCode,
            Discharged = from,
            Member = contributor.Member,
            Attributes = contributor.Attributes,
        };
}
