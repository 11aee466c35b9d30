using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>Everything that one rulebook asks, and the words of each fact. First all conditions are declared, then they are
/// bound.</summary>
internal sealed class AskedFacts(IndexPolicy index, DatedLists lists, ProblemLog problems)
{
    private static readonly Fact Discharge = DayFact("day of discharge", (in asked) => asked.Claim.Discharged.DayNumber);

    private static readonly Fact Admission = DayFact(
        "day of admission",
        (in asked) => (asked.Claim.Admitted ?? asked.Claim.Discharged).DayNumber
    );

    private static readonly Fact Filing = DayFact("day of filing", (in asked) => (asked.Claim.Filed ?? asked.Claim.Discharged).DayNumber);

    private static readonly Fact Service = DayFact(
        "item.day of service",
        (in asked) => (asked.Item.Date ?? asked.Claim.Discharged).DayNumber
    );

    private readonly IReadOnlyDictionary<string, Fact> _known = index.Known;
    private readonly Dictionary<string, AskedFact> _asked = new(StringComparer.Ordinal);
    private readonly List<AskedFact> _order = [];
    private readonly HashSet<string> _undeclared = new(StringComparer.Ordinal);
    private readonly HashSet<(string Fact, string List)> _listed = [];
    private readonly Dictionary<(ConditionPolicy Condition, DateOnly From), RuleCondition?> _onAnyDay = [];
    private readonly Dictionary<(int Fact, string List, DateOnly? Since, bool IsNot), RuleCondition> _bound = [];

    public IReadOnlyList<AskedFact> Asked => _order;

    public IEnumerable<Fact> OfRegion => index.Facts;

    public void Declare(IEnumerable<ConditionPolicy> conditions)
    {
        foreach (var condition in conditions)
            Declare(condition);
    }

    /// <summary>Cuts numbers that tables ask also where targets cut them; asks nothing new of claims.</summary>
    public void CutAlso(IEnumerable<ConditionPolicy> conditions) =>
        Declare(
            conditions.Where(condition => _asked.TryGetValue(condition.Fact.Text, out var asked) && NumberConditions.AreOf(asked.Fact))
        );

    public void Declare(DecidingDay day, DateOnly from) => Ask(DayFact(day), new("index.yaml", 0, 0)).Cut(from.DayNumber);

    /// <summary>Asks a fact that another rulebook asks, in the words that it has here.</summary>
    /// <returns>Whether it is known here as a fact of the same kind.</returns>
    public bool TryAsk(AskedFact other)
    {
        var isKnown = _known.TryGetValue(other.Fact.Name, out var fact) && fact.Kind == other.Fact.Kind;
        if (isKnown)
            Ask(fact!, other.AskedAt);
        return isKnown;
    }

    /// <summary>The rule facts, with the words that came together.</summary>
    public ImmutableArray<RuleFact> RuleFacts() => [.. _order.Select(asked => new RuleFact(asked.Fact.Name, asked.Labels()))];

    /// <summary>A fact of the claim that is a number, asked from now on; null after a problem.</summary>
    public Fact? NumberFact(Word name)
    {
        if (_known.TryGetValue(name.Text, out var fact) && fact is { Kind: FactKind.Number, IsDate: false, IsOfItem: false })
            return Ask(fact, name.Place).Fact;
        var hint = Spelling.Known(
            _known
                .Values.Where(known => known is { Kind: FactKind.Number, IsDate: false, IsOfItem: false })
                .Select(known => known.Name)
                .ToList(),
            ClaimNames.Of(_known)
        );
        problems.Wrong(
            name,
            "fact.number",
            $"'{name.Text}' is not a fact of a claim that is a number.{hint.En}",
            $"“{name.Text}”不是单据的数值事实。{hint.Zh}"
        );
        return null;
    }

    /// <summary>A fact of the claim that has words, asked from now on; null after a problem.</summary>
    public AskedFact? WordFact(Word name)
    {
        if (_known.TryGetValue(name.Text, out var fact) && IsOfWords(fact))
            return Ask(fact, name.Place);
        var hint = Spelling.Known(_known.Values.Where(IsOfWords).Select(known => known.Name).ToList(), ClaimNames.Of(_known));
        problems.Wrong(
            name,
            "each.fact",
            $"'{name.Text}' is not a fact of a claim that has words.{hint.En}",
            $"“{name.Text}”不是取值为词语的单据事实。{hint.Zh}"
        );
        return null;

        static bool IsOfWords(Fact known) => known is { Kind: FactKind.Words or FactKind.Open, IsOfItem: false };
    }

    public bool IsOfItem(ConditionPolicy condition) => _known.TryGetValue(condition.Fact.Text, out var fact) && fact.IsOfItem;

    /// <summary>The days on which a list that the conditions name changes, earliest first.</summary>
    public IReadOnlyList<DateOnly> Changes(IEnumerable<ConditionPolicy> conditions)
    {
        List<string> named = [];
        HashSet<string>? seen = null;
        foreach (var condition in conditions)
            for (var i = 0; i < condition.Lists.Count; i++)
                if (lists.Has(condition.Lists[i].Text) && (seen ??= new(StringComparer.Ordinal)).Add(condition.Lists[i].Text))
                    named.Add(condition.Lists[i].Text);
        return named switch
        {
            [] => [],
            [var only] => lists.Changes(only),
            var several => [.. several.SelectMany(lists.Changes).Distinct().Order()],
        };
    }

    /// <summary>Notes the lists that are not there, and those that have no words yet on the day from which the conditions need them, if any
    /// does.</summary>
    public void CheckLists(IEnumerable<ConditionPolicy> conditions, DateOnly? from)
    {
        foreach (
            var list in conditions
                .Where(condition =>
                    condition.Lists.Count > 0 && _known.TryGetValue(condition.Fact.Text, out var fact) && !NumberConditions.AreOf(fact)
                )
                .SelectMany(condition => condition.Lists)
        )
            if (!lists.Has(list.Text))
                ListChecks.Unknown(list, lists.Names, problems);
            else if (from is { } needed)
                ListChecks.Late(list, lists.First(list.Text), needed, problems);
    }

    /// <summary>The condition by codes, with lists as they are on a day; null after a problem.</summary>
    public RuleCondition? Bind(ConditionPolicy condition, DateOnly day)
    {
        if (!_asked.TryGetValue(condition.Fact.Text, out var asked))
            return null;
        return condition is { Lists: [var list], Words.Count: 0, Range: null } && lists.Has(list.Text)
            ? BindList(asked, condition, list.Text, day)
            : Bind(asked, condition, day);
    }

    /// <summary>A condition on a list, which many rows may name: bound once for each list as it is on some days.</summary>
    private RuleCondition? BindList(AskedFact asked, ConditionPolicy condition, string list, DateOnly day)
    {
        var key = (asked.Index, list, lists.Since(list, day), condition.IsNot);
        if (_bound.TryGetValue(key, out var known))
            return known;
        var bound = Bind(asked, condition, day);
        if (bound is not null)
            _bound.Add(key, bound);
        return bound;
    }

    private RuleCondition? Bind(AskedFact asked, ConditionPolicy condition, DateOnly day)
    {
        var codes =
            NumberConditions.AreOf(asked.Fact) ? NumberConditions.Codes(asked, condition, problems)
            : condition.Range is { } range ? NoRange(asked.Fact, range)
            : Words(asked, condition, day);
        if (codes is not null && condition.IsNot)
            codes = Others(asked, condition, codes);
        return codes is null ? null : new(asked.Index, codes is [var only] ? [only] : [.. codes.Distinct().Order()]);
    }

    /// <summary>The condition of a target, which asks nothing new of claims: null where no table asks the fact, or after a
    /// problem.</summary>
    public RuleCondition? BindAsked(ConditionPolicy condition, DateOnly day)
    {
        if (_asked.ContainsKey(condition.Fact.Text))
            return Bind(condition, day);
        if (!_known.ContainsKey(condition.Fact.Text))
            UnknownFacts.Tell(condition.Fact, [.. _known.Keys], ClaimNames.Of(_known), _undeclared, problems);
        return null;
    }

    /// <summary>The condition with the words that its lists have on any day from a first one; null after a problem.</summary>
    public RuleCondition? BindOnAnyDay(ConditionPolicy condition, DateOnly from)
    {
        if (_onAnyDay.TryGetValue((condition, from), out var known))
            return known;
        var bound = Changes([condition])
            .Where(day => day > from)
            .Prepend(from)
            .Select(day => Bind(condition, day))
            .OfType<RuleCondition>()
            .ToList();
        var all = bound.Count == 0 ? null : bound[0] with { Codes = [.. bound.SelectMany(one => one.Codes).Distinct().Order()] };
        _onAnyDay.Add((condition, from), all);
        return all;
    }

    public RuleCondition Bind(DecidingDay day, DateOnly? from, DateOnly? below)
    {
        var asked = _asked[DayFact(day).Name];
        return new(asked.Index, asked.CodesOf(new(from?.DayNumber, below?.DayNumber)));
    }

    /// <summary>The fact that a day is.</summary>
    public static Fact DayFact(DecidingDay day) =>
        day switch
        {
            DecidingDay.Discharge => Discharge,
            DecidingDay.Admission => Admission,
            DecidingDay.Filing => Filing,
            DecidingDay.Service => Service,
            _ => throw UnknownKind.Of(day),
        };

    private static Fact DayFact(string name, Answer<long?> number) =>
        new(name, FactKind.Number, [], null, NumberOf: number) { IsDate = true };

    private void Declare(ConditionPolicy condition)
    {
        if (!_known.TryGetValue(condition.Fact.Text, out var fact))
        {
            UnknownFacts.Tell(condition.Fact, [.. _known.Keys], ClaimNames.Of(_known), _undeclared, problems);
            return;
        }

        var asked = Ask(fact, condition.Fact.Place);
        if (NumberConditions.AreOf(fact))
            foreach (var (from, below) in NumberConditions.Ranges(fact, condition, problems))
            {
                asked.Cut(from);
                asked.Cut(below);
            }
        else if (fact.Kind == FactKind.Open)
        {
            foreach (var word in condition.Words)
                asked.AddWord(word);
            foreach (var list in condition.Lists.Where(list => _listed.Add((fact.Name, list.Text))))
            foreach (var word in lists.Words(list.Text))
                asked.AddWord(word);
        }
    }

    private AskedFact Ask(Fact fact, FilePlace place)
    {
        if (!_asked.TryGetValue(fact.Name, out var asked))
        {
            _asked.Add(fact.Name, asked = new(fact, _order.Count, place));
            _order.Add(asked);
        }

        return asked;
    }

    private List<int>? Words(AskedFact asked, ConditionPolicy condition, DateOnly day)
    {
        var words =
            condition.Lists.Count == 0
                ? condition.Words
                : [.. condition.Words.Concat(condition.Lists.SelectMany(list => lists.Words(list.Text, day)))];
        var codes = new List<int>(words.Count);
        foreach (var word in words)
            if (asked.CodeOf(word.Text) is >= 0 and var code)
                codes.Add(code);
            else
                Unknown(asked.Fact, word, problems);
        return codes.Count == words.Count && codes.Count > 0 ? codes : null;
    }

    public static void Unknown(Fact fact, Word word, ProblemLog problems)
    {
        var hint = problems.Hint(word.Text, fact.Words, ClaimNames.WordsOf(fact));
        problems.Wrong(
            word,
            "fact.word",
            $"'{word.Text}' is not a word of '{fact.Name}'.{hint.En}",
            $"“{word.Text}”不是{ClaimNames.Quoted(fact)}的取值。{hint.Zh}"
        );
    }

    private List<int>? NoRange(Fact fact, NumberForm range)
    {
        problems.Add(
            range.Place,
            "range.words",
            $"'{fact.Name}' is not a number: write its words, such as [one, two].",
            $"{ClaimNames.Quoted(fact)}不是数值：请写取值，如 [one, two]。"
        );
        return null;
    }

    /// <summary>Every other code; null after a problem, where there is none.</summary>
    private List<int>? Others(AskedFact asked, ConditionPolicy condition, List<int> codes)
    {
        var others = Enumerable.Range(0, asked.Labels().Length).Except(codes).ToList();
        if (others.Count > 0)
            return others;
        problems.Wrong(
            condition.Fact,
            "not.empty",
            $"no other word of '{asked.Fact.Name}' is left. Name fewer, or leave the condition out.",
            $"{ClaimNames.Quoted(asked.Fact)}没有其他取值。请少写几个，或删去该条件。"
        );
        return null;
    }
}
