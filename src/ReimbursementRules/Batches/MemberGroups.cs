using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Batches;

/// <summary>Gathers the stream into portions of whole members: a member's claims stand together, and a portion ends where a member
/// ends.</summary>
internal sealed class MemberGroups<T>(int claimsOfMember)
{
    /// <summary>The most records that cannot be read, included, between two claims of a member.</summary>
    public const int MostBroken = 1000;

    private readonly MembersSeen _seen = new();
    private readonly MembersSeen _alone = new();
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private List<BatchRecord<T>> _portion = [];
    private string _member = "";
    private BilingualText? _refusal;
    private string _code = "";
    private long _group;
    private int _start;
    private int _claims;
    private int _broken;

    /// <summary>Adds a record.</summary>
    public void Add(BatchRecord<T> record)
    {
        if (!Continues(record))
            Begin(record.Member);
        record.Group = _group;
        _portion.Add(record);
        if (record.Claim is null)
            return;
        if (_refusal is null && ++_claims > claimsOfMember)
            RefuseAll();
        else if (_refusal is not null)
            Refuse(record);
        else if (Before(record) is { } before)
            record.Problems = [Twice(record.Claim, before)];
    }

    /// <summary>Where in the stream the same claim stood before, from 1; 0 where that is not known any more, and null where it did not. A
    /// claim is told from another by its member and its id, or by its id alone where it names no member; without an id it is itself
    /// alone.</summary>
    private long? Before(BatchRecord<T> record)
    {
        if (record.Claim is not { Id: { Length: > 0 } id })
            return null;
        if (_member.Length == 0)
            return _alone.Add(id) ? null : 0;
        return _ids.TryAdd(id, record.Index + 1) ? null : _ids[id];
    }

    private static Problem Twice(Claim claim, long before)
    {
        var (first, firstZh) = before == 0 ? ("", "") : ($", first as number {Show(before)}", $"，首次为第 {Show(before)} 张");
        return new(
            claim.Place ?? new("claim", 0, 0),
            "claim.twice",
            new(
                $"claim '{claim.Id}' stands here a second time{first}, and would be paid twice. Keep the one that is right; another "
                    + "claim needs an id of its own.",
                $"单据“{claim.Id}”在此重复出现{firstZh}，会重复支付。请保留正确的一张；不同的单据请用不同的{ClaimNames.Quoted("id")}。"
            )
        )
        {
            Path = "id",
        };
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The records that nothing to come can change: those of members who have ended, and of one who is refused.</summary>
    public List<BatchRecord<T>> Complete() => _member.Length == 0 || _refusal is not null ? End() : EndedMembers();

    /// <summary>All records that are left, where the stream ends.</summary>
    public List<BatchRecord<T>> End()
    {
        var portion = _portion;
        (_portion, _start) = ([], 0);
        return portion;
    }

    /// <summary>What is left of members of whom no more claims can come, where the stream ends in the midst of one.</summary>
    public List<BatchRecord<T>> EndedMembers()
    {
        if (_member.Length == 0)
            return End();
        if (_start == 0)
            return [];
        var (portion, goesOn) = (_portion, _portion[_start..]);
        portion.RemoveRange(_start, goesOn.Count);
        (_portion, _start) = (goesOn, 0);
        return portion;
    }

    /// <summary>The member whose claims are being read; empty where there is none.</summary>
    public string Member => _member;

    /// <summary>A claim without a member stands alone. What could not be read may be anyone's, and does not end a member.</summary>
    private bool Continues(BatchRecord<T> record)
    {
        _broken = record.Claim is null ? _broken + 1 : 0;
        return _member.Length > 0 && (record.Claim is null ? _broken <= MostBroken : record.Member == _member);
    }

    private void Begin(string member)
    {
        _member = member;
        _group++;
        _start = _portion.Count;
        _claims = 0;
        _ids.Clear();
        _refusal = null;
        if (member.Length > 0 && !_seen.Add(member))
            (_code, _refusal) = (
                "batch.member_returns",
                new(
                    $"claims of member '{member}' stand here a second time, after those of other members, so their history is "
                        + "not known. Sort the claims by member first.",
                    $"参保人“{member}”的单据在其他人之后再次出现，累计额无从得知。请先按参保人排序。"
                )
            );
    }

    private void RefuseAll()
    {
        var most = claimsOfMember.ToString("N0", CultureInfo.InvariantCulture);
        (_code, _refusal) = (
            "batch.member_size",
            new(
                $"member '{_member}' has more than {Counted.Of(most, "claim")} in the batch. Is it one person? If so, allow more claims of "
                    + "a member.",
                $"参保人“{_member}”在本批中的单据超过 {most} 张。是否确为同一人？如是，请调高上限。"
            )
        );
        foreach (var record in _portion)
            if (record.Group == _group && record.Claim is not null)
                Refuse(record);
    }

    private void Refuse(BatchRecord<T> record)
    {
        record.IsRefused = true;
        record.Problems = [new(record.Claim!.Place ?? new("claim", 0, 0), _code, _refusal!) { Path = "member.id" }];
    }
}
