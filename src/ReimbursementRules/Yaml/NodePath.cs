using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <content>Where a node stands in the whole, and what is wrong with it. The path in the claim or history that it stands in is found only
/// when something is wrong.</content>
internal sealed partial class Node
{
    /// <summary>This node, or the nearest that has it, in which a key stands; null where none has it.</summary>
    public Node? Nearest(string key)
    {
        for (var node = this; node is not null; node = node.Parent)
            if (node.Optional(key) is not null)
                return node;
        return null;
    }

    /// <summary>The node as the value of the only key of a mapping that stands in its place.</summary>
    public Node Under(string key)
    {
        var mapping = new Node(NodeKind.Mapping, _above, _line, (int)(_column & ColumnOnly));
        mapping._within = new KeyValuePair<Node, Node>[]
        {
            new(new(NodeKind.Scalar, mapping, _line, (int)(_column & ColumnOnly), key), this),
        };
        return mapping;
    }

    private Node? Parent => _above as Node;

    private NodeFile File
    {
        get
        {
            var above = _above;
            while (above is Node node)
                above = node._above;
            return (NodeFile)above;
        }
    }

    private NodeNotes? Noted => File.NotesOf(this);

    private NodeNotes Notes => File.NotesFor(this);

    /// <summary>Gives a mapping its pairs, whose keys and values were made below it.</summary>
    public void Have(KeyValuePair<Node, Node>[] pairs) => _within = pairs.Length == 0 ? null : pairs;

    /// <summary>Adds to a mapping what stands elsewhere: what is wrong with it is told there.</summary>
    public void Add(Node key, Node value) => _within = (KeyValuePair<Node, Node>[])[.. Own, new(key, value)];

    /// <summary>Adds to a mapping a key that its file does not state.</summary>
    public void AddPlain(string key, string value)
    {
        var column = (int)(_column & ColumnOnly);
        Add(new(NodeKind.Scalar, this, _line, column, key), new Node(NodeKind.Scalar, this, _line, column, value));
    }

    /// <summary>Gives a list its elements, which were made below it.</summary>
    public void Have(Node[] elements) => _within = elements.Length == 0 ? null : elements;

    /// <summary>Gives a key another value, which may stand elsewhere.</summary>
    public void Replace(string key, Node value)
    {
        for (var i = 0; i < Own.Length; i++)
            if (Own[i].Key.Raw == key)
                Own[i] = new(Own[i].Key, value);
    }

    /// <summary>What answers everything with an empty value, in the place of a node of which a problem is noted.</summary>
    public Node Missing() => new(NodeKind.Missing, File, _line, (int)(_column & ColumnOnly));

    /// <summary>Lets go of what is within, once all of it has been read: a file may be large.</summary>
    public void Forget()
    {
        if (Noted is not { IsKept: true })
            _within = null;
    }

    /// <summary>Keeps the node, and those that have it, for whoever reads it again.</summary>
    public void Keep()
    {
        for (var node = this; node is not null; node = node.Parent)
            node.Notes.IsKept = true;
    }

    /// <summary>Whether it stands in several places.</summary>
    public bool IsShared => Noted is { IsShared: true };

    /// <summary>Says that it stands in several places.</summary>
    public void Share() => Notes.IsShared = true;

    /// <summary>Adds a key that states nothing, as <c>null</c> does in JSON: it must be known, and is not there otherwise.</summary>
    public void AddUnstated(Node key) => (Notes.Unstated ??= []).Add(key);

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
        if (NamedBefore is { } named && !en.Contains(Parent!.KeyOf(this)!.Raw, StringComparison.Ordinal))
            (en, zh) = (named.En + en, named.Zh + zh);
        if (IsMissing || !(Notes.Told ??= new(StringComparer.Ordinal)).Add(en))
            return;
        if (below is null && Problems.Slip(Place, Raw, code) is { } slip)
            Problems.AddSlip(slip with { Path = Path(below) });
        else
            Problems.Add(Place, code, Values.Word.Shortened(en, Raw), Values.Word.Shortened(zh, Raw), Problems.IsFull ? "" : Path(below));
    }

    /// <summary>The line of the node with its text replaced, for a message that shows the way out.</summary>
    public BilingualText Written(string mended) => Problems.WayOut(Place, Raw, mended);

    /// <summary>The word that stands here, with its path.</summary>
    private Word PathedWord() => Word() with { Path = Path(null), NamedBefore = NamedBefore };

    /// <summary>The key of a value as it stands in the file and as it is read, for messages about the value; null where the two are the
    /// same.</summary>
    private BilingualText? NamedBefore =>
        File.HasRenamed && Parent?.KeyOf(this) is { Noted.Written: { } written } key
            ? new($"{written} ({key.Raw}): ", $"{ChineseName.Listed(key.Raw, written)}：")
            : null;

    /// <summary>The path of the node, or of a key below it; empty where no path begins above.</summary>
    private string Path(string? below)
    {
        List<string> steps = below is null ? [] : [below];
        var node = this;
        string? begins;
        for (; (begins = node.Noted?.Begins) is null; node = node.Parent!)
            if (node.Parent is not { } parent)
                return "";
            else
                steps.Add(parent.StepTo(node));
        if (begins.Length > 0)
            steps.Add(begins);
        steps.Reverse();
        return string.Join('.', steps).Replace(".[", "[", StringComparison.Ordinal);
    }

    private string StepTo(Node below) =>
        _within is Node[] elements ? $"[{Digits.Show(Array.FindIndex(elements, element => ReferenceEquals(element, below)))}]"
        : KeyOf(below) is { } key ? key.Raw
        : below.Raw;

    private Node? KeyOf(Node value) => Own.FirstOrDefault(pair => ReferenceEquals(pair.Value, value)).Key;
}
