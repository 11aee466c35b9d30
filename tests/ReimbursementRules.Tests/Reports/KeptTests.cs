using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Reports;

/// <summary>What a settlement says is computed once, however often it is read; and long texts are broken in one pass.</summary>
public sealed class KeptTests
{
    [Fact]
    public void Settlement_ReadTwice_SaysTheSameObjects()
    {
        using var folder = new RulebookFolder();
        var settlement = folder.Load().Settle(TestClaim.Stay(18_000));
        (settlement.Steps == settlement.Steps).ShouldBeTrue();
        (settlement.Parts == settlement.Parts).ShouldBeTrue();
        (settlement.Payers == settlement.Payers).ShouldBeTrue();
        (settlement.Items == settlement.Items).ShouldBeTrue();
        (settlement.Skipped == settlement.Skipped).ShouldBeTrue();
    }

    [Fact]
    public void Settlement_ReadByManyThreads_SaysTheSameObjects()
    {
        using var folder = new RulebookFolder();
        var settlement = folder.Load().Settle(TestClaim.Stay(18_000));
        var read = Enumerable.Range(0, 100).AsParallel().Select(_ => settlement.Steps).ToList();
        read.ShouldAllBe(steps => steps == settlement.Steps);
    }

    /// <summary>A text a hundred times as long is broken into a hundred times as many lines, each as wide as before.</summary>
    [Theory]
    [InlineData("one two three four five ", 12)]
    [InlineData("患者先承担起付线六百元，", 12)]
    [InlineData("mixed 中文 and English，with 标点 ", 14)]
    public void Wrap_LongText_KeepsEveryLetterAndTheWidth(string text, int columns)
    {
        var whole = string.Concat(Enumerable.Repeat(text, 2_000));
        var lines = Columns.Wrap(whole, columns);
        lines.ShouldAllBe(line => Columns.Of(line) <= columns + 2);
        string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).ShouldBe(whole.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>No time is measured: what is allocated tells whether the line so far is read again with each letter.</summary>
    [Fact]
    public void Wrap_LongLine_AllocatesByItsLength()
    {
        var (little, much) = (Allocated(2_000), Allocated(20_000));
        much.ShouldBeLessThan(little * 20);
    }

    private static long Allocated(int letters)
    {
        var text = new string('x', letters);
        Columns.Wrap(text, letters);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Columns.Wrap(text, letters);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
