using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Benchmarks;

/// <summary>The whole way of a claim: from its bytes to the bytes of its sums, by the library and as a programmer writes it straight into
/// C# with System.Text.Json's source generation and <c>decimal</c>. Both read the same
/// bytes, and must write the same sums.</summary>
public static class BytesToBytes
{
    private static readonly FilePlace Begins = new("claims.jsonl", 1, 1);

    /// <summary>A claim as it arrives, with what its member used before.</summary>
    public sealed record Arrived(byte[] Json, Job Job);

    /// <param name="rulebook">The rulebook.</param>
    /// <param name="jobs">The claims.</param>
    /// <param name="output">Takes the row.</param>
    public static void Print(Rulebook rulebook, Job[] jobs, TextWriter output)
    {
        var arrived = Array.ConvertAll(jobs, job => new Arrived(JsonSerializer.SerializeToUtf8Bytes(job.Claim), job));
        foreach (var one in arrived)
            if (Read(ByHand(one)) != Read(ByRules(rulebook, one)))
                throw new InvalidOperationException("The twin does not write the sums that the library comes to.");
        Ratio.WarmUp(arrived, one => ByHand(one), one => ByRules(rulebook, one));
        Ratio.Row("JSON bytes → claim → settlement → JSON of sums", arrived, one => ByHand(one), one => ByRules(rulebook, one), output);
    }

    private static byte[] ByRules(Rulebook rulebook, Arrived arrived)
    {
        var settlement = rulebook.Settle(Claim.Parse(arrived.Json, Begins), arrived.Job.History);
        return Written(
            new(
                settlement.Bill.InYuan,
                settlement.PaidBy("fund").InYuan,
                settlement.PaidBy("critical_illness").InYuan,
                settlement.PaidBy("medical_aid").InYuan,
                settlement.Patient.InYuan
            )
        );
    }

    private static byte[] ByHand(Arrived arrived)
    {
        var claim = JsonSerializer.Deserialize(arrived.Json, WireContext.Default.WireClaim)!;
        var before = arrived.Job.Plain;
        var items = new PlainItem[claim.Items.Length];
        var bill = 0m;
        for (var i = 0; i < items.Length; i++)
        {
            var item = claim.Items[i];
            items[i] = new(item.Amount, item.Class[0], item.FirstSelfPay is { } rate ? Rate(rate) : 0);
            bill += item.Amount;
        }

        var result = HandWrittenDecimal.Settle(
            new(
                claim.Scheme == "employee",
                claim.Retired == "yes",
                Level(claim.Level),
                claim.Admission,
                claim.Poverty == "registered",
                before.FundBefore,
                before.SelfPayBefore,
                before.AidBefore,
                items
            )
        );
        return Written(new(bill, result.Fund, result.Critical, result.Aid, result.Patient));
    }

    private static byte[] Written(WireSums sums) => JsonSerializer.SerializeToUtf8Bytes(sums, WireContext.Default.WireSums);

    /// <summary>The sums of a text: 0 and 0.00 are the same.</summary>
    private static WireSums Read(byte[] json) => JsonSerializer.Deserialize(json, WireContext.Default.WireSums)!;

    private static decimal Rate(string text) => decimal.Parse(text.AsSpan().TrimEnd('%'), CultureInfo.InvariantCulture) / 100;

    private static int Level(string word) =>
        word switch
        {
            "one" => 1,
            "two" => 2,
            "three" => 3,
            _ => throw new JsonException($"'{word}' is no level."),
        };
}

/// <summary>A claim file's claim, as far as the benchmark policy asks for it: a class with setters, which the platform reads
/// fastest.</summary>
public sealed class WireClaim
{
    [JsonPropertyName("discharged")]
    public DateOnly Discharged { get; set; }

    [JsonPropertyName("setting")]
    public string Setting { get; set; } = "";

    [JsonPropertyName("admission")]
    public int Admission { get; set; }

    [JsonPropertyName("scheme")]
    public string Scheme { get; set; } = "";

    [JsonPropertyName("retired")]
    public string Retired { get; set; } = "";

    [JsonPropertyName("poverty")]
    public string Poverty { get; set; } = "";

    [JsonPropertyName("hospital.level")]
    public string Level { get; set; } = "";

    [JsonPropertyName("items")]
    public WireItem[] Items { get; set; } = [];
}

/// <summary>One item of it.</summary>
public sealed class WireItem
{
    [JsonPropertyName("class")]
    public string Class { get; set; } = "";

    [JsonPropertyName("first_self_pay")]
    public string? FirstSelfPay { get; set; }

    [JsonPropertyName("amount")]
    public decimal Amount { get; set; }
}

/// <summary>Who pays how much of a claim, in yuan.</summary>
public sealed record WireSums(
    [property: JsonPropertyName("bill")] decimal Bill,
    [property: JsonPropertyName("fund")] decimal Fund,
    [property: JsonPropertyName("critical_illness")] decimal CriticalIllness,
    [property: JsonPropertyName("medical_aid")] decimal MedicalAid,
    [property: JsonPropertyName("patient")] decimal Patient
);

[JsonSerializable(typeof(WireClaim))]
[JsonSerializable(typeof(WireSums))]
internal sealed partial class WireContext : JsonSerializerContext;
