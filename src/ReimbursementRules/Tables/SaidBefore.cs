using System.Collections.Immutable;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Tables;

/// <summary>Where earlier rows of a table say what a later one says. Rows of one value may overlap: the first of them applies, and what
/// it takes is cut from those after it.</summary>
/// <param name="facts">The facts in codes.</param>
internal sealed class SaidBefore(ImmutableArray<RuleFact> facts)
{
    private readonly Dictionary<string, Earlier> _rows = new(StringComparer.Ordinal);

    /// <summary>A row that comes next.</summary>
    /// <param name="says">What it says.</param>
    /// <param name="box">Where it applies.</param>
    public void Add(string says, ImmutableArray<RuleCondition> box)
    {
        if (!_rows.TryGetValue(says, out var earlier))
            _rows.Add(says, earlier = new());
        earlier.Add(box);
    }

    /// <summary>What the rows before leave of a box; null where they leave it whole.</summary>
    /// <param name="says">What the row says.</param>
    /// <param name="box">Where it would apply.</param>
    public IReadOnlyList<ImmutableArray<RuleCondition>>? Left(string says, ImmutableArray<RuleCondition> box)
    {
        if (!_rows.TryGetValue(says, out var earlier))
            return null;
        List<ImmutableArray<RuleCondition>>? met = null;
        foreach (var before in earlier.Near(box))
            if (Boxes.Meet(before, box))
                (met ??= []).Add(before);
        return met is null ? null : Boxes.Without([box], met, facts);
    }

    /// <summary>The boxes of rows that say one thing, each found by the codes of its narrowest condition.</summary>
    private sealed class Earlier
    {
        /// <summary>The most codes by which a box is found, included; one whose conditions all have more is looked at every time.</summary>
        private const int MostCodes = 8;

        private readonly List<ImmutableArray<RuleCondition>> _wide = [];
        private readonly List<(ImmutableArray<RuleCondition> Box, int Fact, int Next)> _narrow = [];
        private readonly Dictionary<(int Fact, int Code), int> _last = [];
        private readonly List<int> _facts = [];

        public void Add(ImmutableArray<RuleCondition> box)
        {
            if (Narrowest(box) is not { } key)
            {
                _wide.Add(box);
                return;
            }

            if (!_facts.Contains(key.Fact))
                _facts.Add(key.Fact);
            foreach (var code in key.Codes)
            {
                _narrow.Add((box, key.Fact, _last.GetValueOrDefault((key.Fact, code), -1)));
                _last[(key.Fact, code)] = _narrow.Count - 1;
            }
        }

        /// <summary>The boxes that may meet another; one may come twice.</summary>
        public IEnumerable<ImmutableArray<RuleCondition>> Near(ImmutableArray<RuleCondition> other)
        {
            foreach (var box in _wide)
                yield return box;
            foreach (var fact in _facts)
                if (Of(other, fact) is { } asked)
                    foreach (var code in asked.Codes)
                        for (var at = _last.GetValueOrDefault((fact, code), -1); at >= 0; at = _narrow[at].Next)
                            yield return _narrow[at].Box;
                else
                    foreach (var (box, by, _) in _narrow)
                        if (by == fact)
                            yield return box;
        }

        private static RuleCondition? Of(ImmutableArray<RuleCondition> box, int fact)
        {
            foreach (var condition in box)
                if (condition.Fact == fact)
                    return condition;
            return null;
        }

        /// <summary>The condition of a row with the fewest codes; of several the last, since rows of one thing begin alike.</summary>
        private static RuleCondition? Narrowest(ImmutableArray<RuleCondition> box)
        {
            RuleCondition? narrowest = null;
            foreach (var condition in box)
                if (condition.Codes.Length <= (narrowest?.Codes.Length ?? MostCodes))
                    narrowest = condition;
            return narrowest;
        }
    }
}
