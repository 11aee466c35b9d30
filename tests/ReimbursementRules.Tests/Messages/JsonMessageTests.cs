using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What System.Text.Json is told where a value cannot be read or written.</summary>
public sealed class JsonMessageTests
{
    public static TheoryData<string, Action, string> Mistakes =>
        new()
        {
            {
                "json.exact",
                () => JsonSerializer.Serialize(TestClaim.Stay(1) with { Disease = "" }),
                "claim.json: this cannot be written so that it is read back the same. Leave out what says nothing, such as an empty text."
            },
            {
                "json.text",
                () => JsonSerializer.Serialize(new BilingualText("\ud800", "")),
                "json: a text has half a character, or is null. Mend it before it is written."
            },
            {
                "number.whole",
                () => JsonSerializer.Deserialize<FilePlace>("""{"file":"a","line":"x","column":0}"""),
                "place.json:1:20: 'x' is not a whole number, such as 14."
            },
            {
                "number.whole",
                () => JsonSerializer.Deserialize<HistoryEntry>("""{"what":"admissions","per":"year","since":"2020-01-01","times":1.5}"""),
                "entry.json:1:64: '1.5' is not a whole number, such as 14."
            },
            {
                "amount.form",
                () => JsonSerializer.Deserialize<Money>("1.234"),
                "json: '1.234' is not an amount. Write yuan without a unit, such as 1200.50 or -600.00, at most two decimals."
            },
            {
                "rate.form",
                () => JsonSerializer.Deserialize<Rate>("0.85"),
                "json: '0.85' is not a rate: it has no '%'. Write 85% where 0.85 of the whole is meant, or 0.85% "
                    + "where 0.85 of a hundred is."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Json_Mistake_SaysWhatToWrite(string code, Action attempt, string message)
    {
        var thrown = Should.Throw<JsonException>(attempt);
        thrown.InnerException.ShouldBeOfType<InputException>().Problems.ShouldRead(code, message);
        thrown.Message.ShouldBe(message);
    }
}
