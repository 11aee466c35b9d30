using ReimbursementRules.Policies;
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

    /// <summary>The layers that have been compiled, and whether what each leaves has names of its own.</summary>
    private readonly Dictionary<string, bool> _left = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Parts => _parts;

    /// <summary>The names that may stand where parts are named: of parts, and of all that a layer leaves.</summary>
    public IReadOnlyList<string> Offered =>
        [.. _parts, .. _left.Where(layer => layer.Value).Select(layer => $"{layer.Key}.{Legend.Stays}")];

    public List<StepName> Steps { get; } = [];
    public List<HistorySlot> Slots { get; } = [];

    /// <summary>The names of all layers.</summary>
    public required IReadOnlySet<string> LayerIds { get; init; }

    /// <summary>The running sums that several steps add up to, by name.</summary>
    public Dictionary<string, SharedSum> Shared { get; } = new(StringComparer.Ordinal);

    /// <summary>The steps that have a payment standard, by their names such as <c>tiered_care.quota</c>.</summary>
    public Dictionary<string, int> Standards { get; } = new(StringComparer.Ordinal);

    /// <summary>The parts of these names; a problem for each that is not a part that can be paid at this turn.</summary>
    public BaseParts PartsOf(IReadOnlyList<PartPolicy> named, ProblemLog problems)
    {
        var parts = new Dictionary<int, PartPolicy>();
        foreach (var name in named)
        foreach (var part in PlacesOf(name.Name, problems))
            if (!parts.TryAdd(part, name))
                Twice(part, name.Name, parts[part].Name, problems);
        return new([.. parts.Keys], [.. parts.Values.Select(name => name.Times ?? Rate.WholeMillionths)]);
    }

    /// <summary>As <see cref="PartsOf"/>, for what the parts were at first: a layer's part is then still within the part that it was cut
    /// from.</summary>
    public BaseParts PartsAtFirst(IReadOnlyList<PartPolicy> named, FilePlace whole, ProblemLog problems)
    {
        var parts = PartsOf(named, problems);
        var places = parts.Places;
        if (Array.Exists(places, part => part < Legend.CutParts.Length) && Array.Exists(places, part => part >= Legend.CutParts.Length))
            problems.Add(
                whole,
                "base.twice",
                "as they were at first, a layer's part is still within the part that it was cut from, and would count twice. "
                    + "Name one of them.",
                "按最初金额计，待遇层的部分仍包含在其来源部分之内，会重复计算。请只写其一。"
            );
        return parts;
    }

    /// <summary>A layer is compiled: what it leaves may be named together from now on.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="renames">Whether what it leaves has names of its own.</param>
    public void Left(string layer, bool renames) => _left[layer] = renames;

    private IReadOnlyList<int> PlacesOf(Word name, ProblemLog problems)
    {
        if (Legend.LayerOfStays(name.Text) is { } layer && _left.TryGetValue(layer, out var renames))
        {
            if (!renames)
                problems.Wrong(
                    name,
                    "stays.unnamed",
                    $"what '{layer}' leaves keeps its names, so that '{name.Text}' stands for nothing. Name the parts on which "
                        + $"'{layer}' works.",
                    $"“{layer}”留下的部分保持原名，“{name.Text}”没有所指。请写“{layer}”的基数中的部分。"
                );
            return [.. Legend.PartsOf(name.Text, Parts).Select(part => _partPlaces[part])];
        }

        var place = _partPlaces.GetValueOrDefault(name.Text, -1);
        if (place == Legend.Refused)
            problems.Wrong(name, "base.refused", "what is refused cannot be paid by a layer.", "已拒付的部分不能由待遇层支付。");
        else if (place < 0)
        {
            var hint = problems.Hint(name.Text, Offered);
            problems.Wrong(
                name,
                "part.unknown",
                $"'{name.Text}' is not a part of the bill at this turn.{hint.En}",
                $"此时费用中没有“{name.Text}”这一部分。{hint.Zh}"
            );
        }
        else
            return [place];
        return [];
    }

    private void Twice(int part, Word name, Word before, ProblemLog problems)
    {
        if (name.Text == before.Text)
            problems.Wrong(name, "part.twice", $"'{name.Text}' stands twice in this base.", $"基数中“{name.Text}”重复。");
        else
            problems.Wrong(
                name,
                "part.twice",
                $"'{Parts[part]}' stands twice in this base: as '{before.Text}' and as '{name.Text}'. Leave one of them out.",
                $"基数中“{Parts[part]}”重复：既是“{before.Text}”，又是“{name.Text}”。请删去其一。"
            );
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

/// <summary>A running sum that several steps add up to: what they count, the fact by which they count apart, and the steps that name
/// it.</summary>
internal sealed record SharedSum(int Slot, string Counts, Period Per, string? Each, List<Word> NamedAt);
