using System.Text;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Cli.Batches;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Cli;

namespace ReimbursementRules.Tests;

/// <summary>Ids, codes and open words that look alike are the same, in every file and every field.</summary>
public sealed class LookAlikeTests
{
    private static readonly string[] Unseen =
    [
        " ",
        "\u00A0",
        "\u2003",
        "\u3000",
        "\u200B",
        "\u200C",
        "\u200D",
        "\u200E",
        "\u2060",
        "\uFEFF",
        "\u00AD",
        "\u034F",
        "\u115F",
        "\u1160",
        "\u180E",
        "\u2061",
        "\u2064",
        "\u3164",
        "\uFE00",
        "\uFE0F",
        "\uFFA0",
        "\U000E0001",
        "\U000E007F",
        "\U000E0100",
    ];

    private static readonly (string Key, Func<Claim, string?> Of)[] Fields =
    [
        ("id", claim => claim.Id),
        ("member.id", claim => claim.Member.Id),
        ("provider.id", claim => claim.Provider.Id),
        ("disease", claim => claim.Disease),
        ("department", claim => claim.Department),
        ("item.code", claim => claim.Items[0].Code),
        ("item.moved_from", claim => claim.Items[0].MovedFrom),
        ("attributes.ward", claim => claim.Attributes["ward"]),
        ("item.attributes.ward", claim => claim.Items[0].Attributes["ward"]),
    ];

    public static TheoryData<string, string> KeysAndSpellings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (key, _) in Fields)
            foreach (var text in Unseen.SelectMany(sign => new[] { "M-1" + sign, sign + "M-1" }).Concat(["Ｍ－１", "M\u20101", "M\u20111"]))
                data.Add(key, text);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(KeysAndSpellings))]
    public void Field_WrittenInAnySpelling_IsTheSameInJsonYamlAndCsv(string key, string text)
    {
        var of = Fields.First(field => field.Key == key).Of;
        var json = Json(key, JsonSerializer.Serialize(text));
        of(Claim.ParseJson(json)).ShouldBe("M-1");
        of(Claim.Parse("# YAML\n" + json)).ShouldBe("M-1");
        of(Claim.Parse("# YAML\n" + Json(key, $"\"{text}\""))).ShouldBe("M-1");
        of(Csv(key, text)).ShouldBe("M-1");
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\u001F")]
    [InlineData("\\u202A")]
    [InlineData("\\u202E")]
    [InlineData("\\u2066")]
    [InlineData("\\u2069")]
    public void Field_WithAControlCharacter_IsRefused(string sign)
    {
        foreach (
            var key in Fields.Select(field => field.Key).Concat(sign.StartsWith("\\u2", StringComparison.Ordinal) ? ["item.name"] : [])
        )
            Should
                .Throw<InputException>(() => Claim.ParseJson(Json(key, $"\"M{sign}1\"")), key)
                .Problems.Single()
                .Code.ShouldBe("text.control");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("member.id")]
    [InlineData("provider.id")]
    public void Id_DamagedByASpreadsheet_IsRefusedAndAnIdlePointIsNone(string key)
    {
        foreach (var damaged in new[] { "3.50600E+17", "\"3.50600E+17\"", "\"３.5e17 \"" })
            Should.Throw<InputException>(() => Claim.ParseJson(Json(key, damaged))).Problems.Single().Code.ShouldBe("id.damaged");
        foreach (var idle in new[] { "1001.0", "1001.00", "\"1001.000\"" })
            Fields.First(field => field.Key == key).Of(Claim.ParseJson(Json(key, idle))).ShouldBe("1001");
        foreach (var other in new[] { "1001.10", "1001.", ".00", "1.001.00", "A.00" })
            Fields.First(field => field.Key == key).Of(Claim.ParseJson(Json(key, $"\"{other}\""))).ShouldBe(other);
    }

    /// <summary>Radicals and compatibility ideographs are the ideographs; Chinese punctuation and signs in a ring stay what they
    /// are.</summary>
    [Theory]
    [InlineData("\u2F00\u2FD5", "一龠")]
    [InlineData("\uF900\uF907\uFA0C\uFACF", "豈龜兀\uFACF")]
    [InlineData("内\u2F34科", "内广科")]
    [InlineData("\uFA0E、。·《一》—…①\u2160", "\uFA0E、。·《一》—…①\u2160")]
    public void Department_OfIdeographsThatStandTwice_IsOneWord(string text, string word) =>
        Claim.ParseJson(Json("department", JsonSerializer.Serialize(text))).Department.ShouldBe(word);

    [Fact]
    public void Code_OfAProgram_IsTheSameAsInFiles()
    {
        new Claim
        {
            Discharged = new(2020, 10, 8),
            Id = "A ",
            Disease = "E11.900X001",
            Department = "内科\u3000",
        }.ShouldSatisfyAllConditions(
            claim => claim.Id.ShouldBe("A"),
            claim => claim.Disease.ShouldBe("E11.900x001"),
            claim => claim.Department.ShouldBe("内科")
        );
        new Member { Id = "M-1\u200B" }.ShouldBe(new Member { Id = "M-1" });
        new Provider { Id = "1001.0" }.ShouldBe(new Provider { Id = "1001" });
        (TestClaim.A(1) with { Code = "０１" }).Code.ShouldBe("01");
    }

    [Fact]
    public void Condition_OfAnOpenWord_HoldsForEverySpelling()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder
            .Replace(
                "2-basic.yaml",
                "{ value: 600,",
                "{ rows: [ { when: { disease: \"E11.900X001\\u00A0\" }, value: 0 }, { otherwise: true, value: 600 } ],"
            )
            .Load();
        var plain = rulebook.Settle(TestClaim.Stay(1_000) with { Disease = "E11.900x001" }).Payers;
        rulebook.Settle(TestClaim.Stay(1_000) with { Disease = "Ｅ11.900X001\u200B" }).Payers.ShouldBe(plain);
        rulebook.Settle(TestClaim.Stay(1_000) with { Disease = "E11.900" }).Payers.ShouldNotBe(plain);
    }

    [Fact]
    public void Csv_RowsWhoseIdsLookAlike_AreOneClaim()
    {
        using var folder = new BatchFolder();
        var run = folder.Run(
            "id,member.id,discharged,setting,item.class,item.amount\n"
                + "a1,A,2020-03-01,inpatient,A,500\nａ1,A\u200B,2020-03-01,inpatient,A,400\n",
            "--format",
            "csv"
        );
        run.Code.ShouldBe(0, run.Error);
        run.Output.TrimEnd().Split('\n').Length.ShouldBe(1);
    }

    private static string Json(string key, string value)
    {
        var item = key.StartsWith("item.", StringComparison.Ordinal);
        var name = item ? key["item.".Length..] : key;
        var pair = name.Split("attributes.") is ["", var own] ? $"\"attributes\":{{\"{own}\":{value}}}" : $"\"{name}\":{value}";
        return $"{{\"discharged\":\"2020-10-08\",{(item ? "" : pair + ",")}\"items\":[{{\"amount\":1{(item ? "," + pair : "")}}}]}}";
    }

    private static Claim Csv(string key, string text)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($"discharged,item.amount,{key}\n2020-10-08,1,{text}\n"));
        return CsvTable.In("claims.csv", input).Single().Read();
    }
}
