namespace ReimbursementRules.Reports;

/// <summary>Where the nodes and streams of a flow lie, in tenths of a pixel.</summary>
/// <remarks>Thickness is in proportion to the amount, with a least thickness for what would vanish; no node is nearer to the next than its
/// label is high.</remarks>
internal sealed class FlowLayout
{
    public const int NodeWidth = 120;
    private const int LeastThickness = 20;
    private const int Top = 20;
    private const int NodeGap = 100;

    private readonly Flow _flow;
    private readonly FlowSize _size;

    public FlowLayout(Flow flow, FlowSize size)
    {
        _flow = flow;
        _size = size;
        var total = (Int128)0;
        foreach (var stream in flow.Streams)
            total += stream.Cents;
        Thickness = [.. flow.Streams.Select(stream => Math.Max(LeastThickness, (int)(size.FullHeight * (Int128)stream.Cents / total)))];
        Sources = Place(flow.Sources, stream => stream.Source, 0);
        Parts = Place(flow.Parts, stream => stream.Part, size.PartsAt);
        Bearers = Place(flow.Bearers, stream => stream.Bearer, size.BearersAt);
        Height = Sources.Concat(Parts).Concat(Bearers).Max(node => Math.Max(node.Y + node.Height, node.Y + LabelHeight(node))) + Top;
    }

    public IReadOnlyList<int> Thickness { get; }
    public IReadOnlyList<PlacedNode> Sources { get; }
    public IReadOnlyList<PlacedNode> Parts { get; }
    public IReadOnlyList<PlacedNode> Bearers { get; }
    public int Height { get; }

    /// <summary>The upper edge of each stream where it leaves or enters the nodes of one column.</summary>
    public int[] Edges(IReadOnlyList<PlacedNode> column, Func<FlowStream, int> nodeOf)
    {
        var next = column.ToDictionary(node => node.Index, node => node.Y);
        var edges = new int[_flow.Streams.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var node = nodeOf(_flow.Streams[i]);
            edges[i] = next[node];
            next[node] += Thickness[i];
        }

        return edges;
    }

    private List<PlacedNode> Place(IReadOnlyList<FlowNode> nodes, Func<FlowStream, int> nodeOf, int x)
    {
        var placed = new List<PlacedNode>();
        var y = Top;
        for (var index = 0; index < nodes.Count; index++)
        {
            var height = 0;
            var cents = 0L;
            for (var i = 0; i < _flow.Streams.Count; i++)
                if (nodeOf(_flow.Streams[i]) == index)
                {
                    height += Thickness[i];
                    cents += _flow.Streams[i].Cents;
                }

            if (height == 0)
                continue;
            var node = new PlacedNode(index, nodes[index], cents, x, y, height, Columns.Wrap(nodes[index].Title, _size.LabelColumns));
            placed.Add(node);
            y += Math.Max(height, LabelHeight(node)) + NodeGap;
        }

        return placed;
    }

    private int LabelHeight(PlacedNode node) => (node.Label.Count + 1) * _size.LineHeight;
}

/// <summary>A node with its place, in tenths of a pixel, and its label broken into lines; the amount stands below the label.</summary>
internal sealed record PlacedNode(int Index, FlowNode Node, long Cents, int X, int Y, int Height, IReadOnlyList<string> Label);

/// <summary>The size of a picture, in tenths of a pixel; labels in columns of a fixed font.</summary>
internal sealed record FlowSize(string Name, int Width, int FullHeight, int PartsAt, int BearersAt, int LabelColumns, int FontSize)
{
    public static readonly FlowSize Desk = new("desk", 9000, 3000, 3000, 6700, 30, 130);
    public static readonly FlowSize Phone = new("phone", 3430, 2200, 900, 2340, 13, 110);

    public int LineHeight => FontSize * 13 / 10;
}
