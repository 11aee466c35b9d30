using ReimbursementRules.Reports;

namespace ReimbursementRules.Tests.Reports;

public sealed class ColumnsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("13,050.00", 9)]
    [InlineData("起付线", 6)]
    [InlineData("（a）", 5)]
    [InlineData("e\u0301", 1)]
    [InlineData("𠮷", 2)]
    public void Of_Text_CountsWideCharactersTwice(string text, int columns) => Columns.Of(text).ShouldBe(columns);

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("起付线以上部分", 6, "起付线|以上部|分")]
    [InlineData("甲乙，丙", 4, "甲|乙，|丙")]
    [InlineData("甲（乙）", 4, "甲|（乙）")]
    [InlineData("abcdefgh", 3, "abc|def|gh")]
    [InlineData("", 3, "")]
    public void Wrap_Text_BreaksWhereReadersExpect(string text, int columns, string lines) =>
        string.Join('|', Columns.Wrap(text, columns)).ShouldBe(lines);
}
