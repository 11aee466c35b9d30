using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Settlements;

/// <summary>Makes a legend of the names that a settlement in JSON has, as they come.</summary>
internal sealed class LegendReader
{
    private readonly Node _node;
    private readonly List<PayerName> _payers = [new("hospital", new("Hospital", "医疗机构"), null, null)];
    private readonly Dictionary<string, BilingualText> _stepTitles;
    private readonly List<string> _parts = [.. Legend.CutParts];
    private readonly List<LayerName> _layers = [];
    private readonly List<StepName> _steps = [];
    private readonly List<PolicySource> _rows = [];
    private readonly List<GateName> _gates = [];
    private readonly List<HistorySlot> _slots = [];
    private readonly List<SettledName> _stated = [];

    public LegendReader(Node node)
    {
        _node = node;
        _stepTitles = Titles(node.Optional("step_titles"));
        string[] accounts =
        [
            .. node.Optional("account_payer") is { } account ? (string[])[account.Text()] : [],
            .. node.Optional("account_payers")?.Items().Select(payer => payer.Text()) ?? [],
        ];
        foreach (var (id, title) in node["payer_titles"].Entries())
            _payers.Add(new(id.Raw, title.Bilingual(), null, null, accounts.Contains(id.Raw)));
        foreach (var (name, _) in node["parts"].Entries())
            Part(name.Raw);
    }

    public Legend Read() =>
        new(_node["rulebook"].Text(), _node["title"].Bilingual(), _payers, _parts, _layers, _steps, _rows, _gates, _slots)
        {
            Version = _node.Optional("version")?.Text() ?? "",
            Fingerprint = _node.Optional("fingerprint")?.Text() ?? "",
            AsOn = _node.Optional("as_on")?.Date(),
            Facts = TitlesOfFacts(),
            StepTitles = _stepTitles,
            Stated = _stated,
        };

    private FactTitles TitlesOfFacts()
    {
        var titles = new Dictionary<string, FactTitle>(StringComparer.Ordinal);
        foreach (var (fact, titled) in _node.Optional("fact_titles")?.Entries() ?? [])
        {
            titled.OnlyKeys("title", "words");
            titles[fact.Raw] = new(titled.Optional("title")?.Bilingual(), Titles(titled.Optional("words")));
        }

        return new(titles);
    }

    private static Dictionary<string, BilingualText> Titles(Node? node) =>
        (node?.Entries() ?? [])
            .DistinctBy(entry => entry.Key.Raw)
            .ToDictionary(entry => entry.Key.Raw, entry => entry.Value.Bilingual(), StringComparer.Ordinal);

    public ushort Part(string name)
    {
        var at = _parts.IndexOf(name);
        if (at >= 0)
            return (ushort)at;
        _parts.Add(name);
        return (ushort)(_parts.Count - 1);
    }

    public ushort Payer(Node node)
    {
        var id = node.Text();
        var at = _payers.FindIndex(payer => payer.Id == id);
        if (at < 0)
        {
            var hint = Spelling.Hint(id, _payers.Select(payer => payer.Id));
            node.Wrong(
                "settlement.payer",
                $"'{id}' is none of the payers of this settlement.{hint.En}",
                $"“{id}”不是本结算的支付方。{hint.Zh}"
            );
        }

        return (ushort)Math.Max(0, at);
    }

    /// <summary>The place of a line's step; of a refusal that of its gate, and of what a claim states that of its name.</summary>
    public ushort Step(Node node, StepKind kind)
    {
        var (layer, title, step) = (node["layer"].Text(), node["title"].Bilingual(), node["step"].Text());
        if (kind == StepKind.OverCeiling)
            return 0;
        if (kind == StepKind.RateChange && layer == Legend.Catalogue && step == Legend.CutParts[Legend.FirstSelfPay])
            return TraceLine.OfCatalogue;
        if (kind == StepKind.Refusal)
        {
            _gates.Add(new(layer, Verdict.Refuse, title, Source(node["source"])));
            return (ushort)(_gates.Count - 1);
        }

        if (kind == StepKind.Stated)
        {
            _stated.Add(new($"{layer}.{step}", layer, title, step));
            return (ushort)(_stated.Count - 1);
        }

        _steps.Add(new(Layer(layer, title), step, Period(node["per"])));
        return (ushort)(_steps.Count - 1);
    }

    /// <summary>Why each layer did not apply, after those that did not are known; null for those that did.</summary>
    public SkipReason?[] Skips(IReadOnlyList<SkippedLayer> skipped)
    {
        var applied = _layers.Count;
        foreach (var layer in skipped)
            _layers.Add(new(layer.Layer, layer.Title, layer.Conditions, null) { Unmet = layer.Unmet });
        return [.. Enumerable.Repeat<SkipReason?>(null, applied), .. skipped.Select(layer => (SkipReason?)layer.Reason)];
    }

    public int Slot(HistoryEntry entry)
    {
        var slot = new HistorySlot(entry.What, entry.Per, entry.Times != 0);
        var at = _slots.IndexOf(slot);
        if (at >= 0)
            return at;
        _slots.Add(slot);
        return _slots.Count - 1;
    }

    /// <summary>The place of a reference among the rows.</summary>
    public int Row(Node node)
    {
        _rows.Add(Source(node));
        return _rows.Count - 1;
    }

    public static PolicySource Source(Node node)
    {
        node.OnlyKeys("reference", "file", "line", "column", "href", "note", "example");
        return new(
            new(node["file"].Text(), node["line"].SignedWhole(), node["column"].SignedWhole()),
            node.Optional("reference") is { } reference ? Told(reference) : BilingualText.None
        )
        {
            Href = node.Optional("href")?.Text(),
            Note = node.Optional("note") is { } note ? Told(note) : null,
            IsExample = node["example"].YesNo(),
        };
    }

    /// <summary>A text in both languages; a plain one, as settlements had it before, is the same in both.</summary>
    private static BilingualText Told(Node node) => node.IsMapping ? node.Bilingual() : node.Text();

    private int Layer(string id, BilingualText title)
    {
        var at = _layers.FindIndex(layer => layer.Id == id);
        if (at >= 0)
            return at;
        _layers.Add(new(id, title, "", null));
        return _layers.Count - 1;
    }

    private static Period Period(Node node)
    {
        var words = EnumWords.All<Period>();
        return Enum.GetValues<Period>()[Math.Max(0, Array.IndexOf(words, node.OneOf(words)))];
    }
}
