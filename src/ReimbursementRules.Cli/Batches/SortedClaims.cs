using System.Text;

namespace ReimbursementRules.Cli.Batches;

/// <summary>Puts the claims of each member together, however long the input: portions are sorted in memory, written to files aside, and
/// merged.</summary>
/// <remarks>The order of members is that of the characters of their ids; the claims of one keep the order of the input. What cannot be
/// read, and claims of nobody, come first.</remarks>
internal sealed class SortedClaims(Func<IReadOnlyList<InputLine>, ClaimText> read, int portion = SortedClaims.Portion) : IDisposable
{
    /// <summary>How many bytes of claims are held in memory.</summary>
    public const int Portion = 64 * 1024 * 1024;

    private readonly List<FileStream> _files = [];
    private readonly List<Entry> _held = [];
    private long _bytes;

    /// <summary>The claims of an input, those of a member together.</summary>
    public IEnumerable<ClaimText> Of(IEnumerable<ClaimText> claims)
    {
        var number = 0L;
        foreach (var claim in claims)
        {
            _held.Add(new(MemberOf(claim), number++, claim.Raw));
            _bytes += claim.Raw.Sum(line => 64L + (line.Bytes?.Length ?? 0));
            if (_bytes >= portion)
                Spill();
        }

        _held.Sort(Entry.ByMember);
        return Merged([.. _files.Select(Read), _held]).Select(entry => read(entry.Lines));
    }

    public void Dispose()
    {
        foreach (var file in _files)
            file.Dispose();
    }

    private static string MemberOf(ClaimText claim)
    {
        try
        {
            return claim.Read().Member.Id;
        }
        catch (InputException)
        {
            return "";
        }
    }

    private void Spill()
    {
        _held.Sort(Entry.ByMember);
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"claims-{Path.GetRandomFileName()}"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            FileOptions.DeleteOnClose
        );
        _files.Add(file);
        using (var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true))
            foreach (var entry in _held)
                entry.Write(writer);
        file.Position = 0;
        _held.Clear();
        _bytes = 0;
    }

    private static IEnumerable<Entry> Read(FileStream file)
    {
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        while (file.Position < file.Length)
            yield return Entry.Read(reader);
    }

    private static IEnumerable<Entry> Merged(List<IEnumerable<Entry>> sorted)
    {
        var open = new PriorityQueue<IEnumerator<Entry>, Entry>(Entry.ByMember);
        foreach (var entries in sorted.Select(one => one.GetEnumerator()))
            if (entries.MoveNext())
                open.Enqueue(entries, entries.Current);
        while (open.TryDequeue(out var least, out var entry))
        {
            yield return entry;
            if (least.MoveNext())
                open.Enqueue(least, least.Current);
        }
    }

    /// <summary>A claim as it stands in the input.</summary>
    private sealed record Entry(string Member, long Number, IReadOnlyList<InputLine> Lines)
    {
        public static Comparer<Entry> ByMember { get; } =
            Comparer<Entry>.Create(
                (one, other) =>
                    string.CompareOrdinal(one.Member, other.Member) is not 0 and var order ? order : one.Number.CompareTo(other.Number)
            );

        public void Write(BinaryWriter writer)
        {
            writer.Write(Member);
            writer.Write(Number);
            writer.Write(Lines.Count);
            foreach (var line in Lines)
            {
                writer.Write(line.Number);
                writer.Write(line.Bytes?.Length ?? -1);
                writer.Write(line.Bytes ?? []);
            }
        }

        public static Entry Read(BinaryReader reader) =>
            new(reader.ReadString(), reader.ReadInt64(), [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => Line(reader))]);

        private static InputLine Line(BinaryReader reader)
        {
            var number = reader.ReadInt32();
            var length = reader.ReadInt32();
            return new(number, length < 0 ? null : reader.ReadBytes(length));
        }
    }
}
