using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Json;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Messages;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Json;

/// <summary>Amounts, rates, claims and histories as programs send them.</summary>
public sealed class JsonClaimFormTests
{
    private const string Stay = """
        {"discharged":"2020-10-08","setting":"inpatient","hospital.level":"two","items":[{"class":"A","amount":18000.00}]}
        """;

    [Theory]
    [InlineData("12.34", 1234)]
    [InlineData("\"12.34\"", 1234)]
    [InlineData("1200", 120_000)]
    [InlineData("0.1", 10)]
    [InlineData("-600.05", -60_005)]
    [InlineData("90071992547409.93", 9_007_199_254_740_993)]
    [InlineData("92233720368547758.07", long.MaxValue)]
    [InlineData("-92233720368547758.08", long.MinValue)]
    public void Money_InJson_IsReadToTheCent(string text, long cents) => JsonSerializer.Deserialize<Money>(text).Cents.ShouldBe(cents);

    [Theory]
    [InlineData("0.001")]
    [InlineData("1.234")]
    [InlineData("1e3")]
    [InlineData("\"1,200\"")]
    [InlineData("\" 1\"")]
    [InlineData("92233720368547758.08")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Money_ThatIsNone_IsRefused(string text) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Money>(text));

    [Fact]
    public void Money_InJson_HasTwoDecimals() =>
        JsonSerializer.Serialize(new[] { Money.Yuan(12.3m), -Money.Yuan(5) }).ShouldBe("[12.30,-5.00]");

    [Theory]
    [InlineData("0.85")]
    [InlineData("\"0.85\"")]
    [InlineData("85")]
    [InlineData("\"101%\"")]
    public void Rate_ThatIsNone_IsRefused(string text) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Rate>(text)).Message.ShouldContain("is not a rate: ");

    [Fact]
    public void Claim_InJson_IsAClaimFile()
    {
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Claim>(Stay)).ShouldBe(Stay.Trim());
        JsonSerializer.Serialize(Claim.ParseJson(Stay), JsonSerializerOptions.Web).ShouldBe(Stay.Trim());
    }

    /// <summary>A program that takes a claim over the wire settles what was sent.</summary>
    [Fact]
    public void Claim_OverTheWire_SettlesItsBill()
    {
        using var folder = new RulebookFolder();
        var claim = JsonSerializer.Deserialize<Claim>(Stay, JsonSerializerOptions.Web)!;
        folder.Load().Settle(claim).Fund().ShouldBe(13_050m);
    }

    [Fact]
    public void HistoryEntries_OverTheWire_KeepTheDeductible()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Replace("2-basic.yaml", "per: admission", "per: year").Load();
        var used = rulebook.Settle(TestClaim.Stay(600)).History.Entries.ToArray();
        var again = JsonSerializer.Deserialize<HistoryEntry[]>(JsonSerializer.Serialize(used))!;
        rulebook.Settle(TestClaim.Stay(1000), History.Of(again)).Fund().ShouldBe(750m);
    }

    [Theory]
    [InlineData(
        "\"setting\":\"inpatient\"",
        "\"settings\":\"inpatient\"",
        "key.unknown",
        "claim.json:1:28: the key 'settings' is not known here. Did you mean 'setting'?"
    )]
    [InlineData(
        "\"setting\":\"inpatient\"",
        "\"settings\":null",
        "key.unknown",
        "claim.json:1:28: the key 'settings' is not known here. Did you mean 'setting'?"
    )]
    [InlineData(
        "18000.00",
        "18000.001",
        "amount.form",
        "claim.json:1:104: '18000.001' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, "
            + "at most two decimals, never below zero."
    )]
    [InlineData("18000.00", "null", "key.missing", "claim.json:1:82: 'amount' is missing here. Add it.")]
    [InlineData("\"two\"", "\"2\"", "word.unknown", "claim.json:1:67: '2' is no word of 'hospital.level'. Write: `two`.")]
    public void Claim_ThatIsNone_IsRefusedWithItsProblems(string old, string now, string code, string message)
    {
        var text = Stay.Replace(old, now, StringComparison.Ordinal);
        var thrown = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Claim>(text));
        thrown.InnerException.ShouldBeOfType<InputException>().Problems.ShouldRead(code, message);
        thrown.Message.ShouldBe(message);
        Should.Throw<InputException>(() => Claim.ParseJson(text)).Problems.ShouldRead(code, message);
    }

    [Fact]
    public void Claim_WithNulls_StatesNothingThere()
    {
        var with = Stay.Replace(
            "\"setting\"",
            "\"admitted\":null,\"disease\":null,\"attributes\":{\"grade\":null},\"setting\"",
            StringComparison.Ordinal
        );
        JsonSerializer.Deserialize<Claim>(with).ShouldSayTheSameAs(JsonSerializer.Deserialize<Claim>(Stay));
        Claim.Parse(with).ShouldSayTheSameAs(Claim.Parse(Stay));
    }

    [Theory]
    [InlineData("discharged: 2020-10-08\nitems: [{ amount: 5 }]")]
    [InlineData("{ discharged: 2020-10-08, items: [{ amount: 5 }] }")]
    [InlineData("# {}\n{}")]
    public void ParseJson_OfYaml_Refuses(string text) =>
        Should.Throw<InputException>(() => Claim.ParseJson(text)).Problems[0].Code.ShouldBe("json.form");

    /// <summary>What a file could not state is not written, so that nothing is lost on the way.</summary>
    [Fact]
    public void Claim_ThatCouldNotBeReadBack_IsNotWritten()
    {
        Refused(TestClaim.Stay(1) with { Disease = "" });
        Refused(TestClaim.Stay(1) with { Disease = "\ud800" });
        Refused(TestClaim.Stay(1) with { Setting = (Setting)99 });
        Refused(TestClaim.Stay(1) with { AccountBalance = Money.Yuan(-1) });
        Refused(TestClaim.Stay(1) with { Attributes = TestClaim.Attributes(("a", "")) });
        Refused(TestClaim.Stay(new FeeItem { Amount = -Money.Yuan(1) }));

        static void Refused(Claim claim) =>
            Should.Throw<JsonException>(() => JsonSerializer.Serialize(claim)).InnerException.ShouldBeOfType<InputException>();
    }

    [Fact]
    public void Claim_OfItsOwnContext_NeedsNoReflection()
    {
        var claim = JsonSerializer.Deserialize(Stay, ReimbursementJsonContext.Default.Claim)!;
        JsonSerializer.Serialize(claim, ReimbursementJsonContext.Default.Claim).ShouldBe(Stay.Trim());
    }

    [Fact]
    public void Schema_OfAClaim_HasEveryKeyOfClaimFiles()
    {
        var schema = JsonSchemas.Of<Claim>();
        Keys(schema).ShouldBe([.. ClaimFields.All.Select(field => field.Key), "attributes", "items"], ignoreOrder: true);
        Keys(schema["properties"]!["items"]!["items"]!)
            .ShouldBe([.. ItemFields.All.Select(field => field.Key), "attributes"], ignoreOrder: true);
        schema["required"]!.ToJsonString().ShouldBe("""["discharged","items"]""");
        schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        schema["properties"]!["hospital.level"]!["enum"]!.ToJsonString().ShouldBe("""["one","two","three","unrated",null]""");
    }

    /// <summary>What OpenAPI asks: the exporter of System.Text.Json, with the transformation of this library.</summary>
    [Fact]
    public void Schema_FromTheExporter_IsTheSame()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        var asked = new JsonSchemaExporterOptions { TransformSchemaNode = JsonSchemas.Transform };
        options.GetJsonSchemaAsNode(typeof(Claim), asked).ToJsonString().ShouldBe(JsonSchemas.Of<Claim>().ToJsonString());
        options.GetJsonSchemaAsNode(typeof(History), asked).ToJsonString().ShouldBe(JsonSchemas.Of<History>().ToJsonString());
        options.GetJsonSchemaAsNode(typeof(Setting), asked)["enum"]!.AsArray().Count.ShouldBe(11);
        options.GetJsonSchemaAsNode(typeof(Order), asked)["properties"]!["claim"]!["properties"]!["discharged"].ShouldNotBeNull();
        options.GetJsonSchemaAsNode(typeof(Order), asked)["properties"]!["limit"]!.ToJsonString().ShouldContain("pattern");
    }

    private static IEnumerable<string> Keys(JsonNode schema) => schema["properties"]!.AsObject().Select(pair => pair.Key);

    /// <summary>What a program of its own sends.</summary>
    internal sealed record Order(Claim Claim, Money Limit);
}
