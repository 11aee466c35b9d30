namespace ReimbursementRules.Yaml;

/// <summary>What the nodes of a file have in common.</summary>
/// <param name="name">The file's name in messages.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class NodeFile(string name, ProblemLog problems)
{
    /// <summary>The longest text, in characters, of which one copy serves all nodes that have it; included.</summary>
    private const int LongestShared = 24;

    /// <summary>The most texts that are shared, included: keys and words of the policy language come again, ids do not.</summary>
    private const int MostShared = 1_000;

    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    public string Name => name;

    public ProblemLog Problems => problems;

    /// <summary>A text, or the same text that came before.</summary>
    public string Shared(string text)
    {
        if (text.Length > LongestShared)
            return text;
        if (_shared.TryGetValue(text, out var known))
            return known;
        if (_shared.Count < MostShared)
            _shared.Add(text);
        return text;
    }
}

/// <summary>What few nodes have.</summary>
internal sealed class NodeNotes
{
    /// <summary>Keys that state nothing; null for none.</summary>
    public List<Node>? Unstated { get; set; }

    /// <summary>The path of the node where one begins with it; null for most.</summary>
    public string? Begins { get; set; }

    /// <summary>What has been told of the node; null for nothing.</summary>
    public HashSet<string>? Told { get; set; }
}
