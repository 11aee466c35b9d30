using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Ledgers;

/// <summary>What came back, and whether a stated total is its sum.</summary>
public sealed class RecoveriesTests
{
    private static readonly DateOnly Today = new(2020, 12, 31);
    private static readonly string[] Parts =
    [
        "1659580.66",
        "947068.28",
        "4284762.65",
        "428520.28",
        "10399241.31",
        "2917120.56",
        "32872.25",
        "568002.00",
        "107391.27",
    ];

    private static readonly Rulebook Book = Town.With(
        folder =>
            folder.With(
                "index.yaml",
                RulebookFolder.Index
                    + "parameters:\n  penalty:\n    2020-01-01: { value: 2, reference: Order }\n    2021-01-01: { value: 2.5, "
                    + "reference: Order }\n"
            ),
        Town.Basic(StepText.Tiers("50%"))
    );

    /// <summary>A published audit prints a total one cent above the sum of its nine parts.</summary>
    [Theory]
    [Example("21344559.26", "")]
    [Example("21344559.27", "total: 21,344,559.26 stands here, 21,344,559.27 is stated, a difference of -0.01.")]
    public void Compare_TheStatedTotal_NamesTheCent(decimal stated, string message) =>
        (Audit().Compare(Money.Yuan(stated))?.Message.En ?? "").ShouldBe(message);

    [Fact]
    public void ByType_AddsUpToTheTotal()
    {
        var recoveries = Audit().Recover("type 0", Money.Yuan(0.01m), Today);
        recoveries.ByType[0].Amount.InYuan.ShouldBe(1_659_580.67m);
        recoveries.ByType.Sum(type => type.Amount.InYuan).ShouldBe(recoveries.Total.InYuan);
    }

    /// <summary>Fraud of 4,113: it comes back, and twice as much is the fine; two and a half times from 2021 on.</summary>
    [Theory]
    [Example("2020-12-31", "8226.00")]
    [Example("2021-01-01", "10282.50")]
    public void Recover_WithAPenalty_TakesTheMultipleOfTheDay(string day, decimal fine)
    {
        var recoveries = Recoveries.Empty.Recover("fraud", Money.Yuan(4_113), Day.Of(day), Book, "penalty", "M-1");
        (recoveries.Total.InYuan, recoveries.Fines.InYuan).ShouldBe((4_113m, fine));
        recoveries.ByType.Single().Fine.InYuan.ShouldBe(fine);
    }

    private static Recoveries Audit() =>
        Parts
            .Index()
            .Aggregate(
                Recoveries.Empty,
                (recoveries, part) =>
                    recoveries.Recover(
                        $"type {part.Index}",
                        Money.Yuan(decimal.Parse(part.Item, System.Globalization.CultureInfo.InvariantCulture)),
                        Today
                    )
            );
}
