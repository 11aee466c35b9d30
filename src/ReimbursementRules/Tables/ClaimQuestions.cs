using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;

namespace ReimbursementRules.Tables;

/// <summary>Conditions that are asked of claims apart from their settlement.</summary>
internal sealed class ClaimQuestions
{
    private readonly IndexPolicy _index;
    private readonly Register? _register;
    private readonly AskedFact[] _asked;
    private readonly Matching _ofClaim;
    private readonly Matching _ofItem;
    private readonly Lazy<AllRowsLeft> _claimLeft;
    private readonly Lazy<AllRowsLeft> _itemLeft;
    private readonly int _claimTables;
    private readonly int _itemTables;

    public ClaimQuestions(
        IndexPolicy index,
        Register? register,
        IReadOnlyList<AskedFact> asked,
        (RuleSet OfClaim, RuleSet OfItem) rules,
        IRuleEngine engine
    )
    {
        _index = index;
        _register = register;
        _asked = [.. asked];
        _ofClaim = new(engine, rules.OfClaim);
        _ofItem = new(engine, rules.OfItem);
        _claimLeft = new(() => new(rules.OfClaim));
        _itemLeft = new(() => new(rules.OfItem));
        _claimTables = rules.OfClaim.Tables.Length;
        _itemTables = rules.OfItem.Tables.Length;
    }

    /// <summary>Asks a claim for every fact. A fact that it does not state and that decides a table is a problem, and then nothing of it
    /// holds.</summary>
    public ClaimAnswers Ask(Claim claim, ProblemLog problems)
    {
        claim = OwnTitles.Read(claim, _index, problems);
        claim = _register?.Fill(claim, problems) ?? claim;
        var question = new Asked(claim, -1, 0, AgeDays.Of(claim, _index));
        var codes = new int[_asked.Length];
        var before = problems.Count;
        var missing = Answers(question, codes, isOfItem: false, problems);
        if (missing.Count > 0)
            foreach (var fact in _claimLeft.Value.Deciding(codes, missing))
                problems.Add(MissingFact.Of(claim, -1, _asked[fact], -1));
        if (problems.Count > before)
            return new([], 0, []);
        var (rows, at) = _ofClaim.Rows(codes, new int[_claimTables], 0);
        return new(
            rows,
            at,
            _itemTables == 0 ? [] : [.. claim.Items.Select((_, item) => Item(question with { Index = item }, codes, missing, problems))]
        );
    }

    /// <summary>The answers to the facts of a claim or item; those that it does not state.</summary>
    private List<int> Answers(in Asked question, int[] codes, bool isOfItem, ProblemLog problems)
    {
        var missing = new List<int>();
        foreach (var fact in _asked)
            if (fact.Fact.IsOfItem != isOfItem)
                continue;
            else if ((codes[fact.Index] = fact.CodeOf(question)) == -1)
                missing.Add(fact.Index);
            else if (codes[fact.Index] < 0)
                problems.Add(MissingFact.Of(question.Claim, question.Index, fact, codes[fact.Index]));
        return missing;
    }

    private (int[] Rows, int At) Item(in Asked question, int[] codes, List<int> missingOfClaim, ProblemLog problems)
    {
        var before = problems.Count;
        List<int> missing = [.. missingOfClaim, .. Answers(question, codes, isOfItem: true, problems)];
        if (missing.Count > 0)
            foreach (var fact in _itemLeft.Value.Deciding(codes, missing))
                problems.Add(MissingFact.Of(question.Claim, _asked[fact].Fact.IsOfItem ? question.Index : -1, _asked[fact], -1));
        return problems.Count > before ? ([], 0) : _ofItem.Rows(codes, new int[_itemTables], 0);
    }
}

/// <summary>Which conditions a claim and each of its items meets.</summary>
internal sealed class ClaimAnswers(int[] rows, int at, (int[] Rows, int At)[] items)
{
    public bool Holds(Table<bool> table) => rows.Length > 0 && table.Values[rows[at + table.Index]];

    /// <summary>Which row of a table applies to the claim; -1 where the table is not asked for it.</summary>
    public int Row<T>(Table<T> table) => rows[at + table.Index];

    public bool Holds(Table<bool> table, int item) =>
        items[item].Rows is { Length: > 0 } rowsOfItem && table.Values[rowsOfItem[items[item].At + table.Index]];
}
