using ReimbursementRules.Batches;

namespace ReimbursementRules.Tests.Batches;

/// <summary>What a batch holds in memory. It runs alone: the memory is the whole process's, other tests' included.</summary>
[Collection(nameof(HostileFileTests.Alone))]
public sealed class BatchMemoryTests
{
    [Fact]
    public void SettleAll_LongStream_HoldsNoMoreThanAShortOne()
    {
        var most = 0L;
        var settled = 0;
        foreach (var result in ClaimStream.Rulebook.SettleAll(ClaimStream.Endless().Take(200_000), new() { MaxParallelism = 2 }))
            if (result.Settlement is not null && ++settled % 20_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        settled.ShouldBe(200_000);
        (most - GC.GetTotalMemory(forceFullCollection: true)).ShouldBeLessThan(16_000_000, "200,000 claims held would be some 300 MB");
    }
}
