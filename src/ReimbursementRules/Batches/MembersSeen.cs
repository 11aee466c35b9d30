namespace ReimbursementRules.Batches;

/// <summary>The members whose claims have stood in the stream, or the claims that name no member,
/// by 64 bits of their ids: 10 to 15 bytes a member, so that ten million need
/// 150 MB at most.</summary>
/// <remarks>
/// <para>The marks lie in tables, each half as long as all before it together. None is ever copied, so that the memory grows evenly. A
/// member after all before it, as in a stream that is sorted by member, is looked for in none of the tables but the last.</para>
/// <para>Two of ten million members share their 64 bits in one of some 400,000 streams; the later one would be refused, never settled
/// wrongly.</para>
/// </remarks>
internal sealed class MembersSeen
{
    private const int Shortest = 1024;

    private readonly List<ulong[]> _full = [];
    private ulong[] _last = new ulong[Shortest];
    private long _places = Shortest;
    private int _inLast;
    private string _largest = "";

    /// <summary>False where the member was seen before.</summary>
    public bool Add(string member)
    {
        var mark = Mark(member);
        if (string.CompareOrdinal(member, _largest) > 0)
            _largest = member;
        else
            foreach (var marks in _full)
                if (Place(marks, mark) < 0)
                    return false;
        var place = Place(_last, mark);
        if (place < 0)
            return false;
        _last[place] = mark;
        if (++_inLast >= _last.Length / 5 * 4)
            Begin();
        return true;
    }

    private void Begin()
    {
        _full.Add(_last);
        _last = new ulong[Math.Min(_places / 2, Array.MaxLength)];
        _places += _last.Length;
        _inLast = 0;
    }

    /// <summary>The free place of a mark; below zero where it stands in the table.</summary>
    private static int Place(ulong[] marks, ulong mark)
    {
        for (var at = (int)Math.BigMul(mark, (ulong)marks.Length, out _); ; at = at + 1 < marks.Length ? at + 1 : 0)
            if (marks[at] == mark)
                return -1;
            else if (marks[at] == 0)
                return at;
    }

    /// <summary>FNV-1a over the characters, its bits then mixed as in MurmurHash3; never 0, which marks a free place.</summary>
    private static ulong Mark(string member)
    {
        unchecked
        {
            var mark = 14695981039346656037UL;
            foreach (var letter in member)
                mark = (mark ^ letter) * 1099511628211UL;
            mark = (mark ^ (mark >> 33)) * 0xff51afd7ed558ccdUL;
            mark = (mark ^ (mark >> 33)) * 0xc4ceb9fe1a85ec53UL;
            return Math.Max(1, mark ^ (mark >> 33));
        }
    }
}
