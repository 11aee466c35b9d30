using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <content>Where a node stands in the whole, and what is wrong with it. The path in the claim or history that it stands in is found only
/// when something is wrong.</content>
internal sealed partial class Node
{
    private Node? _parent;

    public void Add(Node key, Node value)
    {
        key._parent = value._parent = this;
        ((List<KeyValuePair<Node, Node>>)(_within ??= new List<KeyValuePair<Node, Node>>())).Add(new(key, value));
    }

    public void Add(Node element)
    {
        element._parent = this;
        ((List<Node>)(_within ??= new List<Node>())).Add(element);
    }

    /// <summary>Adds a key that states nothing, as <c>null</c> does in JSON: it must be known, and is not there otherwise.</summary>
    public void AddUnstated(Node key)
    {
        key._parent = this;
        (Notes.Unstated ??= []).Add(key);
    }

    /// <summary>Says that what stands here is handed in by a program, so that what is wrong below has a path.</summary>
    /// <param name="path">The path of the node itself: empty for a claim, <c>history</c> for the entries of a history.</param>
    public Node Begins(string path)
    {
        Notes.Begins = path;
        return this;
    }

    /// <summary>Notes a problem of this node; the same problem is noted once.</summary>
    public void Wrong(string code, string en, string zh) => Wrong(code, en, zh, null);

    /// <summary>As the other, of a key that is to stand below this node.</summary>
    private void Wrong(string code, string en, string zh, string? below)
    {
        if (kind != NodeKind.Missing && (Notes.Told ??= new(StringComparer.Ordinal)).Add(en))
            Problems.Add(Place, code, Values.Word.Shortened(en, text), Values.Word.Shortened(zh, text), Problems.IsFull ? "" : Path(below));
    }

    /// <summary>The word that stands here, with its path.</summary>
    private Word PathedWord() => Word() with { Path = Path(null) };

    /// <summary>The path of the node, or of a key below it; empty where no path begins above.</summary>
    private string Path(string? below)
    {
        List<string> steps = below is null ? [] : [below];
        var node = this;
        for (; node._notes?.Begins is null; node = node._parent!)
            if (node._parent is not { } parent)
                return "";
            else
                steps.Add(parent.StepTo(node));
        if (node._notes.Begins.Length > 0)
            steps.Add(node._notes.Begins);
        steps.Reverse();
        return string.Join('.', steps).Replace(".[", "[", StringComparison.Ordinal);
    }

    private string StepTo(Node below) =>
        _within is List<Node> elements ? $"[{Digits.Show(elements.FindIndex(element => ReferenceEquals(element, below)))}]"
        : Pairs.FirstOrDefault(pair => ReferenceEquals(pair.Value, below)).Key is { } key ? key.Raw
        : below.Raw;
}
