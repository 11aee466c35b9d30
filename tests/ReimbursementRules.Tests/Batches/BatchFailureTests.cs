using ReimbursementRules.Batches;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Tests.Batches;

/// <summary>What ends a stream, what comes before its end, and what is told of each member.</summary>
public sealed class BatchFailureTests
{
    private static readonly Claim[] Five = [.. Enumerable.Range(0, 5).Select(i => ClaimStream.Of($"M{i}", 3, 1500))];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SettleAll_BeforeFails_GivesTheMembersBeforeAndNamesTheMember(int workers)
    {
        var (taken, end) = Taken(
            Five,
            new()
            {
                MaxParallelism = workers,
                Before = member => member == "M3" ? throw new InvalidDataException("no line") : History.Empty,
            }
        );
        taken.Select(result => result.Claim!.Member.Id).ShouldBe(["M0", "M1", "M2"]);
        (end.Index, end.Member).ShouldBe((3, "M3"));
        end.InnerException.ShouldBeOfType<InvalidDataException>();
        end.Message.ShouldBe(
            "The stream of claims ended at number 4, member 'M3': what the member had used before cannot be told: no line The results of "
                + "the members before it stand; mend this, and hand in the stream again, with Skip for as many claims as there were "
                + "results."
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SettleAll_BeforeGivesNull_SaysWhatToGive(int workers)
    {
        var (taken, end) = Taken(Five, new() { MaxParallelism = workers, Before = member => member == "M1" ? null! : History.Empty });
        taken.Count.ShouldBe(1);
        end.InnerException!.Message.ShouldBe("It is null. Give History.Empty where nothing was used.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SettleAll_StreamFails_GivesTheMembersBeforeTheLast(int workers)
    {
        var (taken, end) = Taken(Five.Concat(Failing()), new() { MaxParallelism = workers });
        taken.Select(result => result.Claim!.Member.Id).ShouldBe(["M0", "M1", "M2", "M3"]);
        (end.Index, end.Member).ShouldBe((5, "M4"));
        end.InnerException.ShouldBeOfType<InvalidDataException>();
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(4, 200)]
    [InlineData(4, 0)]
    public void SettleAll_NullClaim_GivesTheMembersBeforeTheLast(int workers, int after)
    {
        Claim[] claims = [.. ClaimStream.Generated(100).Take(150), null!, .. ClaimStream.Generated(after)];
        var (taken, end) = Taken(claims, new() { MaxParallelism = workers });
        var last = claims[149].Member.Id;
        (end.Index, end.Member).ShouldBe((150, last));
        taken.Select(result => result.Claim).ShouldBe(claims.Take(150).Where(claim => claim.Member.Id != last));
        var whole = ClaimStream.Rulebook.SettleAll(claims.Take(150)).Select(ClaimStream.Described);
        taken.Select(ClaimStream.Described).ShouldBe(whole.Take(taken.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SettleAll_StreamOfNobodyFails_GivesAllBefore(int workers)
    {
        var alone = Five.Select(claim => claim with { Member = new() });
        var (taken, end) = Taken(alone.Concat(Failing()), new() { MaxParallelism = workers });
        taken.Count.ShouldBe(5);
        (end.Index, end.Member).ShouldBe((5, ""));
    }

    [Fact]
    public void SettleAll_ObserverFails_NamesTheClaim()
    {
        var seen = 0;
        var rulebook = ClaimStream.Rulebook.Observed(rule =>
            seen = rule.Claim.Id == "M2-3-1" ? throw new InvalidDataException() : seen + 1
        );
        var end = Should.Throw<BatchException>(() => rulebook.SettleAll(Five, new() { MaxParallelism = 1 }).Count());
        (end.Index, end.Member).ShouldBe((2, "M2"));
        seen.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task SettleAll_AwaitedStreamFails_GivesTheMembersBeforeTheLast()
    {
        var taken = new List<BatchResult<Claim>>();
        var end = await Should.ThrowAsync<BatchException>(async () =>
        {
            await foreach (var result in ClaimStream.Rulebook.SettleAll(Later(Five.Concat(Failing()))))
                taken.Add(result);
        });
        (taken.Count, end.Index, end.Member).ShouldBe((4, 5, "M4"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task SettleAll_BeforeAwaited_IsAsWithBefore(int workers)
    {
        var opening = ClaimStream.Rulebook.Settle(ClaimStream.Of("M2", 1, 5000)).History;
        var claims = Five.Concat(ClaimStream.Generated(80).Select(claim => claim with { Member = new() { Id = $"G{claim.Member.Id}" } }));
        var awaited = new List<string>();
        var options = new BatchOptions
        {
            MaxParallelism = workers,
            BeforeAsync = async (member, stop) =>
            {
                await Task.Delay(1, stop);
                return member == "M2" ? opening : History.Empty;
            },
        };
        await foreach (var result in ClaimStream.Rulebook.SettleAll(Later(claims), options))
            awaited.Add(ClaimStream.Described(result));
        awaited.ShouldBe(
            ClaimStream
                .Rulebook.SettleAll(claims, new() { Before = member => member == "M2" ? opening : History.Empty })
                .Select(ClaimStream.Described)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task SettleAll_BeforeAwaitedFails_GivesTheMembersBefore(int workers)
    {
        var taken = new List<BatchResult<Claim>>();
        var options = new BatchOptions
        {
            MaxParallelism = workers,
            BeforeAsync = async (member, _) =>
            {
                await Task.Yield();
                return member == "M3" ? throw new InvalidDataException() : History.Empty;
            },
        };
        var end = await Should.ThrowAsync<BatchException>(async () =>
        {
            await foreach (var result in ClaimStream.Rulebook.SettleAll(Later(Five), options))
                taken.Add(result);
        });
        (taken.Count, end.Index, end.Member).ShouldBe((3, 3, "M3"));
    }

    [Fact]
    public void SettleAll_BeforeAsyncWhereItCannotBe_IsRefused()
    {
        var options = new BatchOptions { BeforeAsync = (_, _) => ValueTask.FromResult(History.Empty) };
        Should.Throw<ArgumentException>(() => ClaimStream.Rulebook.SettleAll(Five, options)).Message.ShouldContain("Use Before");
        var both = options with { Before = _ => History.Empty };
        Should.Throw<ArgumentException>(() => ClaimStream.Rulebook.SettleAll(Later(Five), both)).Message.ShouldContain("State one of them");
    }

    /// <summary>Whoever leaves the enumeration is called no more.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task SettleAll_Left_StopsTheWorkers(int workers)
    {
        var calls = 0;
        foreach (var result in ClaimStream.Rulebook.SettleAll(ClaimStream.Endless(), Read, one => one, new() { MaxParallelism = workers }))
            if (result.Index == 100)
                break;
        var left = Volatile.Read(ref calls);
        await Task.Delay(50);
        Volatile.Read(ref calls).ShouldBe(left);

        Claim Read(Claim claim)
        {
            Interlocked.Increment(ref calls);
            Thread.SpinWait(20_000);
            return claim;
        }
    }

    [Fact]
    public async Task SettleAll_AwaitedAndLeft_StopsTheWorkers()
    {
        var calls = 0;
        var options = new BatchOptions
        {
            MaxParallelism = 3,
            BeforeAsync = async (_, _) =>
            {
                Interlocked.Increment(ref calls);
                await Task.Yield();
                return History.Empty;
            },
        };
        await foreach (var result in ClaimStream.Rulebook.SettleAll(Later(ClaimStream.Endless()), options))
            if (result.Index == 100)
                break;
        var left = Volatile.Read(ref calls);
        await Task.Delay(50);
        Volatile.Read(ref calls).ShouldBe(left);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SettleAll_After_TellsEachMembersLastHistoryOnce(int workers)
    {
        var told = new Dictionary<string, History>(StringComparer.Ordinal);
        var thread = Environment.CurrentManagedThreadId;
        var claims = ClaimStream.Generated(300).ToList();
        var taken = 0;
        foreach (var result in ClaimStream.Rulebook.SettleAll(claims, new() { MaxParallelism = workers, After = After }))
        {
            taken++;
            told.ContainsKey(result.Claim!.Member.Id).ShouldBe(result.Index + 1 == claims.Count || !SameMember(result.Index));
        }

        taken.ShouldBe(claims.Count);
        told.Count.ShouldBe(300);
        foreach (var member in claims.GroupBy(claim => claim.Member.Id))
        {
            var history = History.Empty;
            foreach (var claim in member.OrderBy(claim => claim.Discharged))
                if (ClaimStream.Rulebook.TrySettle(claim, history, out var settlement, out _))
                    history = settlement.History;
            told[member.Key].Entries.ShouldBe(history.Entries);
        }

        bool SameMember(long index) => claims[(int)index].Member.Id == claims[(int)index + 1].Member.Id;

        void After(string member, History history)
        {
            Environment.CurrentManagedThreadId.ShouldBe(thread);
            told.Add(member, history);
        }
    }

    /// <summary>M2 has two claims; the first of its results has been given.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SettleAll_AfterFails_NamesTheMemberAndItsLastClaim(int workers)
    {
        Claim[] claims = [.. Five[..3], ClaimStream.Of("M2", 4, 1500), .. Five[3..]];
        var (taken, end) = Taken(
            claims,
            new()
            {
                MaxParallelism = workers,
                After = (member, _) =>
                {
                    if (member == "M2")
                        throw new InvalidDataException("no line");
                },
            }
        );
        taken.Select(result => result.Claim!.Member.Id).ShouldBe(["M0", "M1", "M2"]);
        (end.Index, end.Member).ShouldBe((3, "M2"));
        end.InnerException.ShouldBeOfType<InvalidDataException>();
        end.Message.ShouldStartWith(
            "The stream of claims ended at number 4, member 'M2': the history of a member cannot be handed on: no line"
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SettleAll_ProgressFails_NamesTheLastClaimThatIsDone(int workers)
    {
        var (taken, end) = Taken(Five, new() { MaxParallelism = workers, Progress = new FailingProgress() });
        taken.Count.ShouldBe(5);
        (end.Index, end.Member).ShouldBe((4, "M4"));
        end.InnerException.ShouldBeOfType<InvalidDataException>();
        end.Message.ShouldStartWith("The stream of claims ended at number 5, member 'M4': the progress cannot be told: no window");
    }

    private sealed class FailingProgress : IProgress<long>
    {
        public void Report(long value) => throw new InvalidDataException("no window");
    }

    [Fact]
    public void SettleAll_After_IsNotToldOfMembersWhoseHistoryIsNotKnown()
    {
        var told = new List<string>();
        Claim[] claims =
        [
            ClaimStream.Of("A", 1, 1500),
            ClaimStream.Of("B", 1, -1),
            ClaimStream.Of("A", 2, 1500),
            ClaimStream.Of("C", 1, 1),
            ClaimStream.Of("C", 2, 1),
            ClaimStream.Of("C", 3, 1),
            ClaimStream.Of("", 3, 1),
            ClaimStream.Of("D", 3, 1),
        ];
        var opening = ClaimStream.Rulebook.Settle(ClaimStream.Of("B", 1, 5000)).History;
        ClaimStream
            .Rulebook.SettleAll(
                claims,
                new()
                {
                    ClaimsOfMember = 2,
                    Skip = 1,
                    Before = member => member == "B" ? opening : History.Empty,
                    After = (member, history) => told.Add($"{member} {history.Entries.Length > 0}"),
                }
            )
            .Count()
            .ShouldBe(7);
        told.ShouldBe(["B True", "D True"]);
    }

    private static (List<BatchResult<Claim>> Taken, BatchException End) Taken(IEnumerable<Claim> claims, BatchOptions options)
    {
        var taken = new List<BatchResult<Claim>>();
        var end = Should.Throw<BatchException>(() =>
        {
            foreach (var result in ClaimStream.Rulebook.SettleAll(claims, options))
                taken.Add(result);
        });
        return (taken, end);
    }

    private static IEnumerable<Claim> Failing()
    {
        foreach (var claim in Array.Empty<Claim>())
            yield return claim;
        throw new InvalidDataException("no line");
    }

    private static async IAsyncEnumerable<Claim> Later(IEnumerable<Claim> claims)
    {
        await Task.Yield();
        foreach (var claim in claims)
            yield return claim;
    }
}
