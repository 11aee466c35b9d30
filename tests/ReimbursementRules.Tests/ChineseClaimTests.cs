using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Cli.Batches;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Engines;

namespace ReimbursementRules.Tests;

/// <summary>A claim with Chinese keys and words is the claim that the same in English is, as YAML, JSON and CSV.</summary>
public sealed class ChineseClaimTests
{
    private const string Shown = """
        申请编号: "2020-000123"
        出院日期: 2020-10-08
        admitted: 2020-10-01
        就医类型: 住院
        医院等级: 三级
        险种: 城乡居民
        是否急诊: 否
        retired: 是
        性别: 女性
        admission: 2
        责任方比例: 40%
        费用明细:
          - { 项目名称: 阿莫西林, 金额: 1_200, 目录类别: 乙类, 费用类别: 药品费, 先行自付比例: 10% }
          - { class: 丙, amount: 80 }
        本地事实: { risk_group: high }
        """;

    private const string InEnglish = """
        id: "2020-000123"
        discharged: 2020-10-08
        admitted: 2020-10-01
        setting: inpatient
        hospital.level: three
        scheme: resident
        emergency: no
        retired: yes
        sex: female
        admission: 2
        liable_share: 40%
        items:
          - { name: 阿莫西林, amount: 1_200, class: B, kind: drug, first_self_pay: 10% }
          - { class: C, amount: 80 }
        attributes: { risk_group: high }
        """;

    [Fact]
    public void Claim_OfMixedKeysAndWords_IsTheClaimInEnglish() => Claim.Parse(Shown).ShouldBeSame(Claim.Parse(InEnglish));

    [Theory]
    [InlineData("险种")]
    [InlineData("参保类型")]
    [InlineData(" 险种 ")]
    [InlineData("险种类型")]
    public void Claim_WithAnyUsualName_StatesTheSame(string name) =>
        Claim
            .ParseJson($$"""{ "{{name}}": "职工医保", "discharged": "2020-10-08", "items": [{ "amount": 1 }] }""")
            .Member.Scheme.ShouldBe(Scheme.Employee);

    [Property(Arbitrary = [typeof(Drawn)], MaxTest = 100)]
    public void Claim_InChineseYaml_IsTheSame(Claim claim) => Claim.Parse(Yaml(Chinese(claim))).ShouldBeSame(claim);

    [Property(Arbitrary = [typeof(Drawn)], MaxTest = 100)]
    public void Claim_InChineseJson_IsTheSame(Claim claim) => Claim.ParseJson(Chinese(claim).ToJsonString()).ShouldBeSame(claim);

    [Property(Arbitrary = [typeof(Drawn)], MaxTest = 100)]
    public void Claim_InChineseCsv_IsTheSame(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(Csv(Chinese(claim with { Id = "1" }))));
        CsvTable.In("claims.csv", csv).Single().Read().ShouldBeSame(claim with { Id = "1" });
    }

    /// <summary>The claim as JSON whose keys, and whose words where they have a name, are Chinese.</summary>
    internal static JsonObject Chinese(Claim claim)
    {
        var claimed = JsonNode.Parse(JsonSerializer.Serialize(claim))!.AsObject();
        var items = claimed["items"]!.AsArray();
        claimed.Remove("items");
        var own = claimed["attributes"]?.DeepClone();
        claimed.Remove("attributes");
        var chinese = Chinese(claimed, "");
        if (own is not null)
            chinese["本地事实"] = own;
        chinese["费用明细"] = new JsonArray([.. items.Select(item => Item(item!.AsObject()))]);
        return chinese;
    }

    private static JsonObject Item(JsonObject item)
    {
        var own = item["attributes"]?.DeepClone();
        item.Remove("attributes");
        var chinese = Chinese(item, "item.");
        if (own is not null)
            chinese["attributes"] = own;
        return chinese;
    }

    private static JsonObject Chinese(JsonObject stated, string prefix)
    {
        var chinese = new JsonObject();
        foreach (var (key, value) in stated)
        {
            var (name, word) = (Terms.OfFact(prefix + key).Zh, Word(value!));
            name.ShouldNotBe(prefix + key);
            chinese[name] = key == "admission" ? word : Terms.OfWord(prefix + key, word).Zh;
        }

        return chinese;
    }

    private static string Word(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => value.ToString(),
        };

    private static string Yaml(JsonObject claim)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in claim)
            text.Append(key).Append(": ").Append(value!.ToJsonString(Readable)).Append('\n');
        return text.ToString();
    }

    private static string Csv(JsonObject claim)
    {
        var items = claim["费用明细"]!.AsArray();
        claim.Remove("费用明细");
        var own = claim["本地事实"]?.AsObject() ?? [];
        claim.Remove("本地事实");
        var columns = items
            .SelectMany(item => item!.AsObject().Where(pair => pair.Key != "attributes").Select(pair => pair.Key))
            .Distinct()
            .ToList();
        var ownColumns = items.SelectMany(item => Own(item!).Select(pair => pair.Key)).Distinct().ToList();
        IEnumerable<string> header =
        [
            .. claim.Select(pair => pair.Key),
            .. own.Select(pair => "attributes." + pair.Key),
            .. columns,
            .. ownColumns.Select(key => "item.attributes." + key),
        ];
        var rows = items.Select(item =>
            claim
                .Concat(own)
                .Select(pair => pair.Value!.ToString())
                .Concat(columns.Select(key => item![key]?.ToString() ?? ""))
                .Concat(ownColumns.Select(key => Own(item!)[key]?.ToString() ?? ""))
        );
        return string.Concat(rows.Prepend(header).Select(row => string.Join(',', row.Select(Cell)) + "\n"));

        static JsonObject Own(JsonNode item) => item["attributes"]?.AsObject() ?? [];

        static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static class Drawn
    {
        private static readonly Arbitrary<Claim>[] Books =
        [
            .. new[] { "shenzhen", "tiered-care-district", "fuzhou", "employee-basic" }.Select(name =>
                ClaimArbitrary.For(Compared.Of(name).ByGrid)
            ),
        ];

        public static Arbitrary<Claim> Claims() => Arb.From(Gen.OneOf(Books.Select(book => book.Generator)));
    }
}

file static class SameClaims
{
    /// <summary>Whether two claims state the same, wherever they stand.</summary>
    public static void ShouldBeSame(this Claim claim, Claim other) =>
        JsonSerializer.Serialize(claim).ShouldBe(JsonSerializer.Serialize(other));
}
