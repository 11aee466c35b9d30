using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>The names that a rulebook gives away while it is compiled: parts, steps and running sums.</summary>
internal sealed class Names
{
    /// <summary>The running sum that every rulebook keeps: the admissions of a benefit year.</summary>
    public const string Admissions = "admissions";

    private readonly List<string> _parts = [.. Legend.CutParts];
    private readonly Dictionary<string, int> _partPlaces = Legend
        .CutParts.Index()
        .ToDictionary(part => part.Item, part => part.Index, StringComparer.Ordinal);

    public IReadOnlyList<string> Parts => _parts;
    public List<StepName> Steps { get; } = [];
    public List<HistorySlot> Slots { get; } = [];

    /// <summary>The names of all layers.</summary>
    public required IReadOnlySet<string> LayerIds { get; init; }

    /// <summary>The running sums that several steps add up to, by name.</summary>
    public Dictionary<string, SharedSum> Shared { get; } = new(StringComparer.Ordinal);

    /// <summary>The steps that have a payment standard, by their names such as <c>tiered_care.quota</c>.</summary>
    public Dictionary<string, int> Standards { get; } = new(StringComparer.Ordinal);

    /// <summary>The parts of these names; a problem for each that is not a part that can be paid at this turn.</summary>
    public int[] PartsOf(IEnumerable<Word> names, ProblemLog problems)
    {
        var parts = new List<int>();
        var taken = new HashSet<int>();
        foreach (var name in names)
        {
            var part = _partPlaces.GetValueOrDefault(name.Text, -1);
            if (part == Legend.Refused)
                problems.Wrong(name, "base.refused", "what is refused cannot be paid by a layer.", "已拒付的部分不能由待遇层支付。");
            else if (part < 0)
            {
                var hint = problems.Hint(name.Text, Parts);
                problems.Wrong(
                    name,
                    "part.unknown",
                    $"'{name.Text}' is not a part of the bill at this turn.{hint.En}",
                    $"此时费用中没有“{name.Text}”这一部分。{hint.Zh}"
                );
            }
            else if (taken.Add(part))
                parts.Add(part);
            else
                problems.Wrong(name, "part.twice", $"'{name.Text}' stands twice in this base.", $"基数中“{name.Text}”重复。");
        }

        return [.. parts];
    }

    /// <summary>As <see cref="PartsOf"/>, for what the parts were at first: a layer's part is then still within the part that it was cut
    /// from.</summary>
    public int[] PartsAtFirst(IEnumerable<Word> names, FilePlace whole, ProblemLog problems)
    {
        var parts = PartsOf(names, problems);
        if (Array.Exists(parts, part => part < Legend.CutParts.Length) && Array.Exists(parts, part => part >= Legend.CutParts.Length))
            problems.Add(
                whole,
                "base.twice",
                "as they were at first, a layer's part is still within the part that it was cut from, and would count twice. "
                    + "Name one of them.",
                "按最初金额计，待遇层的部分仍包含在其来源部分之内，会重复计算。请只写其一。"
            );
        return parts;
    }

    /// <summary>The place of a part, which is added where it is not there.</summary>
    public int Part(string name)
    {
        if (_partPlaces.TryAdd(name, _parts.Count))
            _parts.Add(name);
        return _partPlaces[name];
    }

    /// <summary>A name, by the same object as the part that has it.</summary>
    public string OfPart(string name) => _partPlaces.TryGetValue(name, out var place) ? _parts[place] : name;

    public int Slot(HistorySlot slot)
    {
        Slots.Add(slot);
        return Slots.Count - 1;
    }
}

/// <summary>A running sum that several steps add up to: what they count, and the steps that name it.</summary>
internal sealed record SharedSum(int Slot, string Counts, Period Per, List<Word> NamedAt);
