using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

public sealed class SharesTests
{
    [Theory]
    [InlineData(10, new long[] { 10, 10, 10 }, new long[] { 4, 3, 3 })]
    [InlineData(2, new long[] { 1, 1, 1 }, new long[] { 1, 1, 0 })]
    [InlineData(1, new long[] { 1, 2, 3 }, new long[] { 0, 0, 1 })]
    [InlineData(5, new long[] { 1, 2, 3 }, new long[] { 1, 2, 2 })]
    [InlineData(6, new long[] { 1, 2, 3 }, new long[] { 1, 2, 3 })]
    [InlineData(0, new long[] { 1, 0, 3 }, new long[] { 0, 0, 0 })]
    [InlineData(0, new long[0], new long[0])]
    [InlineData(3, new long[] { 0, 4, 0 }, new long[] { 0, 3, 0 })]
    [InlineData(0, new long[] { 5 }, new long[] { 0 })]
    [InlineData(3, new long[] { 5 }, new long[] { 3 })]
    [InlineData(5, new long[] { 5 }, new long[] { 5 })]
    public void Divide_Amount_GivesLargestRemaindersFirst(long amount, long[] weights, long[] shares) =>
        Divided(amount, weights).ShouldBe(shares);

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void Divide_MoreThanIsHeld_Throws(long amount) => Should.Throw<ArgumentOutOfRangeException>(() => Divided(amount, [1, 2, 3]));

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void Divide_MoreThanTheOnlyHolderHolds_Throws(long amount) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Divided(amount, [5]));

    [Fact]
    public void Divide_EqualHolders_FollowsThePrecedence()
    {
        var shares = new long[3];
        Shares.Divide(1, [5, 5, 5], shares, new By((a, b) => b.CompareTo(a)));
        shares.ShouldBe([0, 0, 1]);
        Shares.Divide(1, [5, 6, 5], shares, new By((a, b) => b.CompareTo(a)));
        shares.ShouldBe([0, 1, 0]);
    }

    /// <summary>Of equal remainders the larger holder comes first, then whoever comes first by the precedence, then by place: sixteen
    /// holders, which are ranked, and more, which are sorted.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(18)]
    [InlineData(40)]
    public void Divide_ManyHoldersOfEqualRemainders_GivesTheLargerFirst(int holders)
    {
        var weights = Enumerable.Range(0, holders).Select(i => i % 2 == 0 ? 1L : 3L).ToArray();
        var amount = weights.Sum() / 2;
        var shares = Divided(amount, weights);
        shares.ShouldBe(weights.Select(weight => weight == 3 ? 2L : 0L));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    public void Divide_ManyEqualHolders_FollowsThePrecedence(int holders)
    {
        var weights = Enumerable.Repeat(5L, holders).ToArray();
        var shares = new long[holders];
        Shares.Divide(1, weights, shares);
        shares[0].ShouldBe(1);
        Shares.Divide(2, weights, shares, new By((a, b) => (b % 5).CompareTo(a % 5)));
        shares.Index().Where(share => share.Item == 1).Select(share => share.Index).ShouldBe([4, 9]);
        shares.Sum().ShouldBe(2);
    }

    /// <summary>What the words say, done step by step: floors, then a cent each by remainder, weight, precedence, and place.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(1_000_000_000)]
    public void Divide_FewOrManyHolders_IsWhatTheWordsSay(int largest)
    {
        var random = new Random(20);
        var reversed = new By((a, b) => b.CompareTo(a));
        for (var i = 0; i < 3_000; i++)
        {
            var weights = Enumerable.Range(0, random.Next(2, 20)).Select(_ => random.NextInt64(largest)).ToArray();
            var total = weights.Sum();
            var amount = random.NextInt64(total + 1);
            var shares = new long[weights.Length];
            Shares.Divide(amount, weights, shares, reversed);
            var expected = weights.Select(weight => total == 0 ? 0 : (long)((Int128)amount * weight / total)).ToArray();
            var first = Enumerable
                .Range(0, weights.Length)
                .OrderByDescending(holder => total == 0 ? 0 : (Int128)amount * weights[holder] % total)
                .ThenByDescending(holder => weights[holder])
                .ThenByDescending(holder => holder)
                .Take((int)(amount - expected.Sum()));
            foreach (var holder in first)
                expected[holder]++;
            shares.ShouldBe(expected);
        }
    }

    /// <summary>Sorted or ranked, the same holders get the same: seventeen with one that holds nothing are sixteen.</summary>
    [Fact]
    public void Divide_SixteenHoldersAndOneOfNothing_IsTheSameAsSixteen()
    {
        var random = new Random(19);
        for (var i = 0; i < 2_000; i++)
        {
            var weights = Enumerable.Range(0, 16).Select(_ => random.NextInt64(1, 5)).ToArray();
            var amount = random.NextInt64(weights.Sum());
            Divided(amount, [.. weights, 0]).ShouldBe([.. Divided(amount, weights), 0]);
        }
    }

    [Fact]
    public void Divide_AnyAmount_AddsUpAndStaysWithinACentOfItsPart()
    {
        var random = new Random(17);
        for (var i = 0; i < 5_000; i++)
        {
            var scale = random.Next(0, 50);
            var weights = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextInt64(long.MaxValue / 16) >> scale).ToArray();
            var total = weights.Sum();
            var amount = random.Next(4) == 0 ? total : random.NextInt64(total + 1);
            var shares = Divided(amount, weights);
            shares.Sum().ShouldBe(amount);
            for (var j = 0; j < weights.Length; j++)
            {
                shares[j].ShouldBeInRange(0, weights[j]);
                var floor = total == 0 ? 0 : (long)((Int128)amount * weights[j] / total);
                (shares[j] - floor).ShouldBeInRange(0, 1);
            }
        }
    }

    [Fact]
    public void Divide_HoldersInAnotherOrder_GivesEachTheSame()
    {
        var random = new Random(18);
        for (var i = 0; i < 1_000; i++)
        {
            var weights = Enumerable.Range(1, 8).Select(n => (random.NextInt64(1_000_000) * 10) + n).ToArray();
            var amount = random.NextInt64(weights.Sum());
            var byWeight = weights.Zip(Divided(amount, weights)).ToDictionary(pair => pair.First, pair => pair.Second);
            random.Shuffle(weights);
            Divided(amount, weights).ShouldBe(weights.Select(weight => byWeight[weight]));
        }
    }

    private static long[] Divided(long amount, long[] weights)
    {
        var shares = new long[weights.Length];
        Shares.Divide(amount, weights, shares);
        return shares;
    }

    private readonly record struct By(Comparison<int> Comparison) : IPrecedence
    {
        public int Of(int a, int b) => Comparison(a, b);
    }
}
