using ReimbursementRules.Batches;

namespace ReimbursementRules.Tests.Batches;

/// <summary>What a batch holds in memory at its end, and near its beginning. It runs alone: the memory is the whole process's, other tests'
/// included.</summary>
[Collection(nameof(HostileFileTests.Alone))]
public sealed class BatchMemoryTests
{
    [Fact]
    public void SettleAll_LongStream_HoldsNoMoreThanAShortOne()
    {
        var held = new List<long>();
        var settled = 0;
        foreach (var result in ClaimStream.Rulebook.SettleAll(ClaimStream.Endless().Take(200_000), new() { MaxParallelism = 2 }))
            if (result.Settlement is not null && ++settled % 20_000 == 0)
                held.Add(GC.GetTotalMemory(forceFullCollection: true));
        settled.ShouldBe(200_000);
        (held.TakeLast(3).Min() - held.Take(3).Max()).ShouldBeLessThan(8_000_000, "100,000 claims more held would be some 150 MB");
    }
}
