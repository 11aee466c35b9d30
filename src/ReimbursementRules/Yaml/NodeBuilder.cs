using System.Runtime.InteropServices;

namespace ReimbursementRules.Yaml;

/// <summary>Puts nodes together while a file is read: what is within a node is known once it ends.</summary>
internal sealed class NodeBuilder(NodeFile file)
{
    /// <summary>The most keys of a mapping that are looked through, included; more are kept in a set.</summary>
    private const int FewKeys = 8;

    /// <summary>What is within the nodes that are open, of the innermost last; of a mapping each key before its value.</summary>
    private readonly List<Node> _within = [];

    private readonly List<(Node Node, int Start, HashSet<string>? Keys)> _open = [];

    /// <summary>How many mappings and lists are open.</summary>
    public int Depth => _open.Count;

    /// <summary>The outermost node; null as long as there is none.</summary>
    public Node? Root { get; private set; }

    /// <summary>Whether a mapping is the innermost that is open.</summary>
    public bool IsInMapping => _open.Count > 0 && _open[^1].Node.IsMapping;

    /// <summary>Whether a key of a mapping comes next.</summary>
    public bool AwaitsKey => IsInMapping && (_within.Count - _open[^1].Start) % 2 == 0;

    /// <summary>Makes a node below the innermost that is open, without adding it.</summary>
    public Node New(NodeKind kind, int line, int column, string? text = null, bool quoted = false) =>
        new(kind, _open.Count == 0 ? file : _open[^1].Node, line, column, text, quoted);

    /// <summary>Adds a key, a value or an element to the innermost that is open; outside of all it is the outermost.</summary>
    public void Add(Node node)
    {
        if (_open.Count == 0)
            Root = node;
        else
            _within.Add(node);
    }

    /// <summary>Whether a key is the first of its name in the mapping that is open. After that it is added, or added as unstated.</summary>
    public bool IsFirst(string key)
    {
        var (node, start, keys) = _open[^1];
        if (keys is not null)
            return keys.Add(key);
        if (_within.Count - start < 2 * FewKeys)
        {
            for (var i = start; i < _within.Count; i += 2)
                if (string.Equals(_within[i].Raw, key, StringComparison.Ordinal))
                    return false;
            return true;
        }

        _open[^1] = (node, start, KeysFrom(start));
        return _open[^1].Keys!.Add(key);
    }

    /// <summary>Adds a key that states nothing.</summary>
    public void AddUnstated(Node key)
    {
        var (node, start, keys) = _open[^1];
        node.AddUnstated(key);
        keys ??= KeysFrom(start);
        keys.Add(key.Raw);
        _open[^1] = (node, start, keys);
    }

    /// <summary>Opens a mapping or a list that was added.</summary>
    public void Open(Node node) => _open.Add((node, _within.Count, null));

    /// <summary>Ends the innermost that is open.</summary>
    public void Close()
    {
        var (node, start, _) = _open[^1];
        var within = CollectionsMarshal.AsSpan(_within)[start..];
        if (node.IsSequence)
            node.Have(within.ToArray());
        else
        {
            var pairs = new KeyValuePair<Node, Node>[within.Length / 2];
            for (var i = 0; i < pairs.Length; i++)
                pairs[i] = new(within[2 * i], within[(2 * i) + 1]);
            node.Have(pairs);
        }

        CollectionsMarshal.SetCount(_within, start);
        _open.RemoveAt(_open.Count - 1);
    }

    private HashSet<string> KeysFrom(int start)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = start; i < _within.Count; i += 2)
            keys.Add(_within[i].Raw);
        return keys;
    }
}
