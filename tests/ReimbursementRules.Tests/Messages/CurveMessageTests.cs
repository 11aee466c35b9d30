using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What cannot be asked of curves.</summary>
public sealed class CurveMessageTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                "curve.fact",
                "settin",
                "curve: town asks no fact 'settin' that a claim states by a word or a number. Did you mean 'setting'?"
            },
            {
                "curve.fact",
                "age",
                "curve: town asks no fact 'age' that a claim states by a word or a number. Known: item.class, setting."
            },
            {
                "curve.fact",
                "年龄",
                "curve: town asks no fact '年龄' that a claim states by a word or a number. Known: 目录类别 (item.class), 就医类型 (setting)."
            },
        };

    [Theory]
    [InlineData("就医类型")]
    [InlineData("医疗类别")]
    public void By_OfAChineseName_IsTheFact(string name)
    {
        using var town = new RulebookFolder();
        var rulebook = town.Load();
        Names(name).ShouldBe(Names("setting"));

        IEnumerable<string> Names(string fact) =>
            NamedCurve
                .By(rulebook, TestClaim.Stay(1), History.Empty, new(0, Money.Zero, Money.Yuan(1)), fact)
                .Select(curve => curve.Name.Zh);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void By_OfNoFact_SaysWhichThereAre(string code, string fact, string message)
    {
        using var town = new RulebookFolder();
        var rulebook = town.Load();
        Should
            .Throw<InputException>(() => NamedCurve.By(rulebook, TestClaim.Stay(1), History.Empty, new(0, Money.Zero, Money.Yuan(1)), fact))
            .Problems.ShouldRead(code, message);
    }
}
