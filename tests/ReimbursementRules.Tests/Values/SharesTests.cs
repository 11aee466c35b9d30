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
    public void Divide_Amount_GivesLargestRemaindersFirst(long amount, long[] weights, long[] shares) =>
        Divided(amount, weights).ShouldBe(shares);

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void Divide_MoreThanIsHeld_Throws(long amount) => Should.Throw<ArgumentOutOfRangeException>(() => Divided(amount, [1, 2, 3]));

    [Fact]
    public void Divide_EqualHolders_FollowsThePrecedence()
    {
        var shares = new long[3];
        Shares.Divide(1, [5, 5, 5], shares, (a, b) => b.CompareTo(a));
        shares.ShouldBe([0, 0, 1]);
        Shares.Divide(1, [5, 6, 5], shares, (a, b) => b.CompareTo(a));
        shares.ShouldBe([0, 1, 0]);
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
}
