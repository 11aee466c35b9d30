namespace ReimbursementRules.Batches;

/// <summary>The members whose claims have stood in the stream, or the claims that name no member,
/// by 64 bits of their ids: 8 to 16 bytes a member, so that ten million need
/// 128 MiB.</summary>
/// <remarks>Two of ten million members share their 64 bits in one of some 400,000 streams; the later one would be refused, never settled
/// wrongly.</remarks>
internal sealed class MembersSeen
{
    private ulong[] _marks = new ulong[1024];
    private int _count;

    /// <summary>False where the member was seen before.</summary>
    public bool Add(string member)
    {
        if (_count >= _marks.Length / 4 * 3)
            Grow();
        return Put(_marks, Mark(member)) && ++_count > 0;
    }

    private void Grow()
    {
        var larger = new ulong[_marks.Length * 2];
        foreach (var mark in _marks)
            if (mark != 0)
                Put(larger, mark);
        _marks = larger;
    }

    private static bool Put(ulong[] marks, ulong mark)
    {
        var last = (ulong)marks.Length - 1;
        for (var at = mark & last; ; at = (at + 1) & last)
        {
            if (marks[at] == mark)
                return false;
            if (marks[at] != 0)
                continue;
            marks[at] = mark;
            return true;
        }
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
