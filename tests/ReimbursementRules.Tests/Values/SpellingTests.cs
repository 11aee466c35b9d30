using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("deductable", " Did you mean 'deductible'?")]
    [InlineData("tier", " Did you mean 'tiers'?")]
    [InlineData("ca", " Did you mean 'cap'?")]
    [InlineData("capp", " Did you mean 'cap'?")]
    [InlineData("lottery", " Known: deductible, tiers, cap.")]
    [InlineData("", " Known: deductible, tiers, cap.")]
    public void Hint_NearMiss_NamesTheWord(string word, string hint) =>
        Spelling.Hint(word, ["deductible", "tiers", "cap"]).En.ShouldBe(hint);

    [Fact]
    public void Hint_Known_IsBounded()
    {
        Spelling.Hint("x", []).ShouldBe(new("", ""));
        Spelling.Hint("zzzz", Enumerable.Range(0, 500).Select(i => $"word{i}")).En.ShouldEndWith("word39, … (500).");
        Spelling.Hint(new string('x', 100_000), ["one"]).Zh.ShouldBe("可用：one。");
    }

    [Fact]
    public void Known_Words_AreListedWithoutAGuess() => Spelling.Known(["A", "B", "C"]).En.ShouldBe(" Known: A, B, C.");
}
