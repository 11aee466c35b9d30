using System.Runtime.CompilerServices;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Tests.Batches;

/// <summary>How a stream flows: stopping, progress, memory, and what is read when.</summary>
public sealed class BatchFlowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SettleAll_Stopped_EndsBetweenTwoClaims(int workers)
    {
        using var stop = new CancellationTokenSource();
        var taken = new List<BatchResult<Claim>>();
        Should.Throw<OperationCanceledException>(() =>
        {
            foreach (var result in ClaimStream.Rulebook.SettleAll(ClaimStream.Endless(), new() { MaxParallelism = workers }, stop.Token))
            {
                taken.Add(result);
                if (taken.Count == 500)
                    stop.Cancel();
            }
        });
        taken.Count.ShouldBeInRange(500, 600);
        taken.ShouldAllBe(result => result.Settlement != null);
        taken.Select(result => result.Index).ShouldBe(Enumerable.Range(0, taken.Count).Select(i => (long)i));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SettleAll_FirstClaimsAreReadLast_ComeFirst(bool isAwaited)
    {
        var claims = ClaimStream.Generated(300).ToList();
        using var laterAreRead = new ManualResetEventSlim();
        var options = new BatchOptions { MaxParallelism = 3 };
        var results = isAwaited
            ? await ClaimStream.Rulebook.SettleAll(claims.ToAsyncEnumerable(), Read, ClaimStream.Described, options).ToListAsync()
            : ClaimStream.Rulebook.SettleAll(claims, Read, ClaimStream.Described, options).ToList();
        results.ShouldBe(ClaimStream.Rulebook.SettleAll(claims, new() { MaxParallelism = 1 }).Select(ClaimStream.Described));

        Claim Read(Claim claim)
        {
            if (ReferenceEquals(claim, claims[0]))
                laterAreRead.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            else if (ReferenceEquals(claim, claims[200]))
                laterAreRead.Set();
            return claim;
        }
    }

    [Fact]
    public async Task SettleAll_StoppedWhileTheNextClaimIsAwaited_Ends()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in ClaimStream.Rulebook.SettleAll(Never(), stop: stop.Token))
                result.ShouldBeNull();
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void SettleAll_Progress_RisesToTheNumberOfClaims(int workers)
    {
        var told = new Told();
        var count = ClaimStream.Rulebook.SettleAll(ClaimStream.Generated(300), new() { MaxParallelism = workers, Progress = told }).Count();
        told.Counts.Count.ShouldBeInRange(count / 100, count / 64 + 1);
        told.Counts.ShouldBe(told.Counts.Order());
        told.Counts[^1].ShouldBe(count);
    }

    [Fact]
    public void SettleAll_Taken_ReadsTheStreamOnlyAsFarAsNeeded()
    {
        var read = 0;
        ClaimStream
            .Rulebook.SettleAll(
                ClaimStream
                    .Endless()
                    .Select(claim =>
                    {
                        read++;
                        return claim;
                    }),
                new() { MaxParallelism = 2 }
            )
            .First()
            .Settlement.ShouldNotBeNull();
        read.ShouldBeLessThan(1000);
    }

    [Fact]
    public void SettleAll_ErrorInTheStreamOrTheWriting_ReachesTheCaller()
    {
        Should
            .Throw<BatchException>(() => ClaimStream.Rulebook.SettleAll(Failing()).Count())
            .InnerException.ShouldBeOfType<InvalidDataException>();
        Should
            .Throw<BatchException>(() =>
                ClaimStream
                    .Rulebook.SettleAll<Claim, int>(ClaimStream.Generated(9), claim => claim, _ => throw new InvalidDataException())
                    .Count()
            )
            .InnerException.ShouldBeOfType<InvalidDataException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Options_OutOfRange_AreRefused(int number)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new BatchOptions { MaxParallelism = number });
        Should.Throw<ArgumentOutOfRangeException>(() => new BatchOptions { ClaimsOfMember = number });
        Should.Throw<ArgumentOutOfRangeException>(() => new BatchOptions { Skip = number - 1 });
    }

    private static IEnumerable<Claim> Failing()
    {
        yield return ClaimStream.Of("A", 1, 1);
        throw new InvalidDataException();
    }

    private static async IAsyncEnumerable<Claim> Never([EnumeratorCancellation] CancellationToken stop = default)
    {
        await Task.Delay(Timeout.Infinite, stop);
        yield break;
    }

    private sealed class Told : IProgress<long>
    {
        public List<long> Counts { get; } = [];

        public void Report(long value) => Counts.Add(value);
    }
}
