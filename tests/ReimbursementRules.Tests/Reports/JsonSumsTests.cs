using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Reports;

/// <summary>The sums of a settlement that are written straight are those that the platform's writer writes, byte by byte.</summary>
public sealed class JsonSumsTests
{
    private static readonly string[] DaysOfStays = ["2020-03-02", "2020-03-10"];

    [Property]
    public void WriteSums_AnyClaim_AreThoseOfTheWriter(Trial trial)
    {
        foreach (var settlement in trial.Settled())
        {
            Straight(settlement).ShouldBe(ByTheWriter(settlement));
            Straight(settlement.Reverse()).ShouldBe(ByTheWriter(settlement.Reverse()));
        }
    }

    [Fact]
    public void WriteSums_EverySample_AreThoseOfTheWriter()
    {
        foreach (var name in ReportSamples.Names)
            Straight(ReportSamples.Of(name)).ShouldBe(ByTheWriter(ReportSamples.Of(name)), name);
    }

    /// <summary>Signs that JSON escapes, signs of other scripts, and half a sign.</summary>
    [Theory]
    [InlineData("quote \" and \\ and / and < > & '")]
    [InlineData("参保人 é 😀")]
    [InlineData("half \ud83d of a sign")]
    public void WriteSums_TextsOfAnySigns_AreThoseOfTheWriter(string text)
    {
        var claim = TestClaim.Stay(1_000) with
        {
            Id = text,
            Disease = text,
            Attributes = ImmutableDictionary<string, string>.Empty.Add("ward", "special"),
        };
        var settlement = LinkTown.Book.Settle(claim);
        Straight(settlement).ShouldBe(ByTheWriter(settlement));
    }

    /// <summary>What the claims before gave a claim, and what a gate found.</summary>
    [Fact]
    public void WriteSums_LinkedClaim_AreThoseOfTheWriter()
    {
        Claim[] claims =
        [
            .. DaysOfStays.Select(day =>
                TestClaim.Stay(900) with
                {
                    Id = day,
                    Discharged = Day.Of(day),
                    Disease = "flu",
                    Provider = new() { Id = "H" },
                    Member = new() { Id = "1" },
                }
            ),
        ];
        var held = LinkTown.Book.SettleAll(claims).Last().Settlement!;
        held.Status.ShouldBe(SettlementStatus.Held);
        Straight(held).ShouldBe(ByTheWriter(held));
        Straight(held).ShouldContain("\"linked\":{\"days_since_discharge\":8");
    }

    private static string Straight(Settlement settlement)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JsonReport.WriteSums(buffer, settlement);
        return $"{{{Encoding.UTF8.GetString(buffer.WrittenSpan)}}}";
    }

    private static string ByTheWriter(Settlement settlement)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            JsonReport.WriteSums(json, settlement);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
