using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Taking a settlement back.</summary>
public sealed class ReversalExampleTests
{
    private static readonly Rulebook Book = Town.Of(
        Town.Basic(StepText.Deductible("year", "600"), StepText.Tiers("50%"), StepText.Cap("payment", "year", "1_000"))
    );

    /// <summary>1,000: 600 deductible, 200 paid. Its reversal: -200, -800, and nothing used.</summary>
    [Fact]
    public void Reverse_AClaim_NegatesItAndClearsTheHistory()
    {
        var reversal = Book.Settle(TestClaim.Stay(1_000)).Reverse();
        (reversal.Bill.InYuan, reversal.Fund(), reversal.Patient.InYuan).ShouldBe((-1_000m, -200m, -800m));
        reversal.History.Entries.ShouldBeEmpty();
    }

    /// <summary>400 uses 400 of the deductible; 1,000 uses the other 200 and is paid 400. With the first taken back, 200 are used: the next
    /// 1,000 keeps 400 and is paid 300.</summary>
    [Fact]
    public void Reverse_AnEarlierClaim_KeepsWhatLaterOnesUsed()
    {
        var first = Book.Settle(TestClaim.Stay(400));
        var second = Book.Settle(TestClaim.Stay(1_000), first.History);
        second.Fund().ShouldBe(400);
        var now = first.Reverse(second.History).History;
        Book.Settle(TestClaim.Stay(1_000), now).Fund().ShouldBe(300);
    }

    [Fact]
    public void Reverse_AReversal_IsRefused()
    {
        var reversal = Book.Settle(TestClaim.Stay(1_000)).Reverse();
        Should
            .Throw<InvalidOperationException>(() => reversal.Reverse())
            .Message.ShouldBe("A reversal cannot be reversed. Settle the claim again.");
    }
}
