using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Comparisons;

/// <summary>Every case that two tables tell apart: one class of words of each fact that either of them asks.</summary>
internal sealed class JointCases
{
    private readonly JointFacts _facts;
    private readonly List<Dimension> _dimensions;

    /// <param name="facts">The facts of both rulebooks.</param>
    /// <param name="tables">The tables.</param>
    public JointCases(JointFacts facts, IReadOnlyList<SideTable> tables)
    {
        _facts = facts;
        var conditions = tables
            .SelectMany(table => table.Conditions)
            .GroupBy(condition => condition.Fact)
            .ToDictionary(same => same.Key, same => same.ToList());
        HashSet<int> days = [.. tables.Select(table => table.Day).OfType<int>()];
        _dimensions =
        [
            .. conditions
                .Keys.Concat(days)
                .Distinct()
                .OrderBy(fact => facts[fact].IsDay)
                .Select(fact => Dimension.Of(fact, facts.Allowed(fact), conditions.GetValueOrDefault(fact, []), days.Contains(fact))),
        ];
        IsTooLarge =
            _dimensions.Aggregate((Int128)1, (product, dimension) => Int128.Min(product * dimension.Classes.Count, long.MaxValue))
            > Combinations.Most;
    }

    /// <summary>Whether there are more cases than are looked at.</summary>
    public bool IsTooLarge { get; }

    /// <summary>Every case: its classes, and a code for each fact of both rulebooks. Both are handed out in the same arrays.</summary>
    public IEnumerable<(int[] Classes, int[] Codes)> All()
    {
        var (classes, codes) = (new int[_dimensions.Count], new int[_facts.RuleFacts.Length]);
        return From(0, classes, codes).Select(_ => (classes, codes));
    }

    /// <summary>The day of a case; the first day that is looked at where values rest on no day.</summary>
    public DateOnly Day(int? fact, int[] codes) =>
        fact is { } day ? DateOnly.FromDayNumber((int)_facts[day].Least(codes[day])) : _facts.Start;

    /// <summary>Cases as lines, each a word or words for every fact that matters; together all of the cases, and none twice.</summary>
    public IReadOnlyList<PolicyWords> Lines(IReadOnlyList<int[]> cases) => [.. CaseFolding.Fold(cases).Select(Line)];

    /// <summary>What a case says of the claim, as opposed to its items.</summary>
    public string OfClaim(int[] classes) =>
        string.Join(',', _dimensions.Zip(classes).Where(one => !_facts[one.First.Fact].IsOfItem).Select(one => one.Second));

    /// <summary>As <see cref="Lines"/>, of what cases of one claim say of its items.</summary>
    public IReadOnlyList<PolicyWords> LinesOfItems(IReadOnlyList<int[]> cases)
    {
        List<Dimension> ofItems = [.. _dimensions.Where(dimension => _facts[dimension.Fact].IsOfItem)];
        int[] places = [.. ofItems.Select(dimension => _dimensions.IndexOf(dimension))];
        return
        [
            .. CaseFolding.Fold([.. cases.Select(one => places.Select(place => one[place]).ToArray())]).Select(box => Line(ofItems, box)),
        ];
    }

    private PolicyWords Line(int[][] box) => Line(_dimensions, box);

    private PolicyWords Line(IReadOnlyList<Dimension> dimensions, int[][] box) =>
        PolicyWords.Each([.. dimensions.Zip(box, (dimension, classes) => Words(dimension, classes)).OfType<PolicyWords>()]);

    /// <summary>The words of some classes of a fact; null for all of them.</summary>
    private PolicyWords? Words(Dimension dimension, int[] classes) =>
        classes.Length == dimension.Classes.Count ? null : Words(_facts[dimension.Fact], dimension, classes);

    private static PolicyWords Words(JointFact fact, Dimension dimension, int[] classes)
    {
        var codes = classes.SelectMany(one => dimension.Classes[one]).ToHashSet();
        int[] allowed = [.. dimension.Classes.SelectMany(one => one).Order()];
        return PolicyWords.Of(fact, codes, allowed);
    }

    private IEnumerable<int> From(int at, int[] classes, int[] codes)
    {
        if (at == _dimensions.Count)
            return [at];
        return Enumerable
            .Range(0, _dimensions[at].Classes.Count)
            .SelectMany(one =>
            {
                classes[at] = one;
                codes[_dimensions[at].Fact] = _dimensions[at].Classes[one][0];
                return From(at + 1, classes, codes);
            });
    }

    /// <summary>A fact, and its codes in classes that no condition tells apart.</summary>
    private sealed record Dimension(int Fact, IReadOnlyList<IReadOnlyList<int>> Classes)
    {
        public static Dimension Of(int fact, IReadOnlyList<int> codes, List<RuleCondition> conditions, bool isApart)
        {
            var met = codes.ToDictionary(code => code, _ => new List<int>());
            foreach (var (i, condition) in conditions.Index())
            foreach (var code in condition.Codes)
                if (met.TryGetValue(code, out var list))
                    list.Add(i);
            return new(fact, [.. codes.GroupBy(code => isApart ? $"{code}" : string.Join(',', met[code])).Select(same => same.ToList())]);
        }
    }
}
