using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

public sealed class PlainWordTests
{
    [Theory]
    [InlineData("M-1")]
    [InlineData("")]
    [InlineData("内科")]
    [InlineData("XJ01CAA040B001")]
    [InlineData("A X1")]
    public void Of_PlainWord_IsTheSameObject(string plain) => PlainWord.Of(plain).ShouldBeSameAs(plain);

    [Theory]
    [InlineData("Ｍ－１", "M-1")]
    [InlineData("ｍ~１", "m~1")]
    [InlineData("M\u00A01", "M 1")]
    [InlineData("M\u200B-\u00AD1", "M-1")]
    [InlineData(" \u3000\u200B ", "")]
    [InlineData("E11.900X001", "E11.900x001")]
    [InlineData("Ｅ１１．９００Ｘ００１", "E11.900x001")]
    [InlineData("E11.900x001", "E11.900x001")]
    [InlineData("e11.900X001", "e11.900X001")]
    [InlineData("H12X3", "H12X3")]
    [InlineData("E11.900X", "E11.900X")]
    public void Of_LookAlike_IsTheOneSpelling(string text, string plain)
    {
        PlainWord.Of(text).ShouldBe(plain);
        PlainWord.Of(plain).ShouldBeSameAs(plain);
    }

    [Theory]
    [InlineData("1001.0", "1001")]
    [InlineData("１００１.0 ", "1001")]
    [InlineData("1001.00", "1001")]
    [InlineData("1001.5", "1001.5")]
    [InlineData("A1.0", "A1.0")]
    [InlineData(".0", ".0")]
    public void OfId_NumberWithIdlePoint_IsTheNumber(string text, string plain) => PlainWord.OfId(text).ShouldBe(plain);

    [Theory]
    [InlineData("3.50600E+17", true)]
    [InlineData("3E17", true)]
    [InlineData("3.5e17", true)]
    [InlineData("3E", false)]
    [InlineData("33E17", false)]
    [InlineData("3E17A", false)]
    [InlineData("350600199001011234", false)]
    [InlineData("E17", false)]
    public void IsDamaged_OfScientificNotationAlone(string id, bool damaged) => PlainWord.IsDamaged(id).ShouldBe(damaged);
}
