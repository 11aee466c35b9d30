using System.Globalization;
using ReimbursementRules.Batches;

namespace ReimbursementRules.Tests.Batches;

/// <summary>Which members have stood in a stream, however long it is and in whatever order they come.</summary>
public sealed class MembersSeenTests
{
    private static readonly string[] Sorted =
    [
        .. Enumerable.Range(0, 100_000).Select(number => number.ToString("D8", CultureInfo.InvariantCulture)),
    ];

    public static TheoryData<string> Orders { get; } = ["rising", "falling", "mixed"];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Add_AnyOrder_IsTrueOnceForEachMember(string order)
    {
        var members = order switch
        {
            "rising" => Sorted,
            "falling" => [.. Sorted.Reverse()],
            _ => [.. Sorted.OrderBy(member => new string([.. member.Reverse()]), StringComparer.Ordinal)],
        };
        var seen = new MembersSeen();
        members.ShouldAllBe(member => seen.Add(member));
        Sorted.ShouldAllBe(member => !seen.Add(member));
        seen.Add("another").ShouldBeTrue();
    }

    /// <summary>What is held grows evenly: nothing is copied into a larger place beside the former one.</summary>
    [Fact]
    public void Add_ManyMembers_TakesFifteenBytesEach()
    {
        var seen = new MembersSeen();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var most = 0m;
        foreach (var (i, member) in Sorted.Index())
        {
            seen.Add(member);
            if (i >= 10_000)
                most = Math.Max(most, (GC.GetAllocatedBytesForCurrentThread() - before) / (i + 1m));
        }

        most.ShouldBeLessThan(15.5m);
    }
}
