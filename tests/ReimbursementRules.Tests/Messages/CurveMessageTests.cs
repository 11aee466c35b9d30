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
        };

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
