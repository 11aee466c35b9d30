using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>A word that is nearly one of the policy is told, and changes no amount.</summary>
public sealed class NearMissTests
{
    private static readonly Rulebook Book = Load();

    [Theory]
    [InlineData("hypertensoin", "hypertension")]
    [InlineData("hypertnsion", "hypertension")]
    [InlineData("hypertensiion", "hypertension")]
    [InlineData("hypertensian", "hypertension")]
    [InlineData("Hypertension", "hypertension")]
    [InlineData("HYPERTENSOIN", "hypertension")]
    [InlineData("hyper tension", "hypertension")]
    [InlineData("hypertensio", "hypertension")]
    [InlineData("flu", null)]
    [InlineData("gout", null)]
    [InlineData("goat", null)]
    [InlineData("GOUT", "gout")]
    [InlineData("hypotension", null)]
    [InlineData("hypertension", null)]
    [InlineData("b20", "B20")]
    [InlineData("B2O", "B20")]
    [InlineData("\u041220", "B20")]
    [InlineData("B21", null)]
    [InlineData("B2", null)]
    [InlineData("lung_cancer", "lung-cancer")]
    [InlineData("高血压", null)]
    [InlineData("高血脂", null)]
    [InlineData("none", null)]
    [InlineData(null, null)]
    public void Settle_Disease_TellsTheWordThatIsNear(string? disease, string? near)
    {
        var settlement = Book.Settle(Claim() with { Disease = disease });
        settlement.Findings.Select(found => found.Id).ShouldBe(near is null ? [] : ["near_miss"]);
        if (near is not null)
            settlement
                .Findings[0]
                .Message.ShouldBe(
                    new(
                        $"'{disease}' is no disease that the policy names, and is settled as any other. If '{near}' is meant, correct it.",
                        $"政策没有名为“{disease}”的 disease，按其他处理。如指“{near}”，请更正。"
                    )
                );
        if (near is not null || disease is not ("hypertension" or "gout" or "高血压"))
            settlement.Patient.ShouldBe(Book.Settle(Claim()).Patient);
    }

    [Theory]
    [InlineData("z-01", "Z-01")]
    [InlineData("Z\u201301", "Z-01")]
    [InlineData("Z - 01", "Z-01")]
    [InlineData("Z-O1", "Z-01")]
    [InlineData("Z-02", null)]
    [InlineData("Z-011", null)]
    [InlineData("insuln", null)]
    [InlineData("Insulin", "insulin")]
    [InlineData("", null)]
    public void Settle_ItemCode_TellsOnlyWhatLooksTheSame(string code, string? near)
    {
        var settlement = Book.Settle(Claim() with { Items = [TestClaim.A(1000), TestClaim.A(1) with { Code = code }] });
        settlement
            .Findings.Select(found => (found.Id, found.Verdict, found.Item))
            .ShouldBe(near is null ? [] : [("near_miss", Verdict.Flag, 1)]);
        if (near is not null)
        {
            settlement.Findings[0].Message.En.ShouldContain($"'{code}' is no code that the policy names");
            settlement.Findings[0].Source.Place.File.ShouldBe("0-gates.yaml");
        }
    }

    [Fact]
    public void Settle_NearMiss_StandsAfterWhatGatesFind()
    {
        var settlement = Book.Settle(Claim() with { Disease = "Gout", Items = [TestClaim.A(1000) with { Code = "Z-01" }] });
        settlement.Findings.Select(found => found.Id).ShouldBe(["listed", "near_miss"]);
        settlement.Status.ShouldBe(SettlementStatus.Settled);
    }

    /// <summary>What is remembered of words is bounded, and decides nothing.</summary>
    [Fact]
    public void Settle_ManyWords_AnswersEachTheSameWheneverItIsAsked()
    {
        for (var round = 0; round < 2; round++)
        for (var i = 0; i < 3_000; i++)
        {
            var letters = new string([(char)('a' + i % 26), (char)('a' + i / 26 % 26), (char)('a' + i / 676 % 26)]);
            Book.Settle(Claim() with { Disease = $"xx{letters}yy" }).Findings.ShouldBeEmpty();
        }

        Book.Settle(Claim() with { Disease = "hypertensoin" }).Findings.ShouldHaveSingleItem();
    }

    private static Claim Claim() => TestClaim.Stay(1000);

    private static Rulebook Load()
    {
        using var folder = new RulebookFolder()
            .Replace(
                "2-basic.yaml",
                "{ value: 600,",
                "{ rows: [ { when: { disease: [hypertension, B20, gout, lung-cancer, 高血压] }, value: 0 }, { otherwise: true, value: 600 } ],"
            )
            .With(
                "0-gates.yaml",
                """
                gates:
                  - id: listed
                    item: { item.code: [Z-01, insulin] }
                    then: flag
                    reference: Town order 9
                    message: { en: A listed item., zh: 清单内项目。 }

                """
            );
        return folder.Load();
    }
}
