namespace ReimbursementRules.Yaml;

/// <summary>What the nodes of a file have in common.</summary>
/// <param name="name">The file's name in messages.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class NodeFile(string name, ProblemLog problems)
{
    /// <summary>The longest text, in characters, of which one copy serves all nodes that have it; included.</summary>
    private const int LongestShared = 24;

    /// <summary>How many texts are shared at once, a power of two: keys and words of the policy language come again, ids do not.</summary>
    private const int Shares = 1_024;

    private readonly string?[] _shared = new string?[Shares];
    private Dictionary<Node, NodeNotes>? _notes;

    public string Name => name;

    public ProblemLog Problems => problems;

    /// <summary>Whether a key or a word was taken for another that means the same.</summary>
    public bool HasRenamed { get; set; }

    /// <summary>The slips that were mended before the text was read, by line from 1; null for none.</summary>
    public ILookup<int, Slip>? Mended { get; init; }

    /// <summary>The column that a place has in the text as it was written.</summary>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="column">Its column in the text as it was read, from 1.</param>
    public int Written(int line, int column)
    {
        if (Mended is null)
            return column;
        var at = column - 1;
        foreach (var slip in Mended[line].OrderBy(slip => slip.At))
            if (at >= slip.At + slip.With.Length)
                at += slip.Length - slip.With.Length;
            else if (at > slip.At)
                at = slip.At;
        return at + 1;
    }

    /// <summary>A text, or the same text that came lately.</summary>
    public string Shared(string text)
    {
        if (text.Length > LongestShared)
            return text;
        ref var slot = ref Slot(text);
        if (!string.Equals(slot, text, StringComparison.Ordinal))
            slot = text;
        return slot!;
    }

    /// <summary>What stands in a text, as <see cref="Shared(string)"/>.</summary>
    public string Shared(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestShared)
            return text.ToString();
        ref var slot = ref Slot(text);
        if (!text.SequenceEqual(slot))
            slot = text.ToString();
        return slot ?? "";
    }

    /// <summary>What is noted of a node; null for nothing, as for most.</summary>
    public NodeNotes? NotesOf(Node node) => _notes?.GetValueOrDefault(node);

    /// <summary>What is noted of a node, to add to it.</summary>
    public NodeNotes NotesFor(Node node)
    {
        _notes ??= new(ReferenceEqualityComparer.Instance);
        if (!_notes.TryGetValue(node, out var notes))
            _notes.Add(node, notes = new());
        return notes;
    }

    private ref string? Slot(ReadOnlySpan<char> text) => ref _shared[string.GetHashCode(text, StringComparison.Ordinal) & (Shares - 1)];
}

/// <summary>What few nodes have.</summary>
internal sealed class NodeNotes
{
    /// <summary>Keys that state nothing; null for none.</summary>
    public List<Node>? Unstated { get; set; }

    /// <summary>The path of the node where one begins with it; null for most.</summary>
    public string? Begins { get; set; }

    /// <summary>The key that is missing where the node would stand, and the path of it, until its words are told; null for none.</summary>
    public (string Key, string Path)? Lacks { get; set; }

    /// <summary>What stands in the file, where it is taken for another word; null for most.</summary>
    public string? Written { get; set; }

    /// <summary>Whether it is read again.</summary>
    public bool IsKept { get; set; }

    /// <summary>Whether it stands in several places.</summary>
    public bool IsShared { get; set; }

    /// <summary>What has been told of the node; null for nothing.</summary>
    public HashSet<string>? Told { get; set; }
}
