using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Json;

/// <summary>What the claims before gave a claim is not taken for what it states after it went through JSON.</summary>
public sealed class LinkedJsonTests
{
    /// <summary>A claim of a linked settlement goes through JSON, and the one before it is taken back: it is no readmission then.</summary>
    [Fact]
    public void Correct_TheClaimThatWentThroughJson_IsLinkedAnew()
    {
        var ledger = Ledger();
        var held = ledger.LineOf("S-2").Settlement;
        held.Status.ShouldBe(SettlementStatus.Held);
        Claim[] read =
        [
            JsonSerializer.Deserialize<Claim>(JsonSerializer.Serialize(held.Claim))!,
            Claim.Parse(JsonNode.Parse(JsonReport.Write(held))!["claim"]!.ToJsonString()),
            Settlement.Parse(JsonReport.Write(held)).Claim,
        ];
        foreach (var claim in read)
        {
            var corrected = ledger
                .Reverse("S-1", Day.Of("2020-03-20"))
                .Correct(claim with { Department = "surgery" }, Day.Of("2020-03-21"));
            var settlement = corrected.LineOf("S-2").Settlement;
            settlement.Status.ShouldBe(SettlementStatus.Settled);
            settlement.Hospital.ShouldBe(Money.Zero);
        }
    }

    [Fact]
    public void Settlement_OfALinkedClaim_IsReadBackAndSettledEqual()
    {
        var settlement = Ledger().LineOf("S-2").Settlement;
        var json = JsonReport.Write(settlement);
        JsonNode.Parse(json)!["claim"]!["days_since_discharge"].ShouldBeNull();
        JsonNode.Parse(json)!["linked"]!
            .ToJsonString()
            .ShouldBe("""{"days_since_discharge":8,"providers_today":1,"visits_this_month":2,"items":[{"item":2,"days_since_same":15}]}""");
        Replay.Of(LinkTown.Book, json).Differences.ShouldBeEmpty();
        JsonReport.Write(Settlement.Parse(json)).ShouldBe(json);
        var again = Settlement.Parse(json).Claim;
        (again.DaysSinceDischarge, again.VisitsThisMonth, again.Items[1].DaysSinceSame).ShouldBe((8, 2, 15));
        Replay.Of(LinkTown.Book, JsonReport.Write(settlement.Reverse())).Differences.ShouldBeEmpty();
    }

    [Fact]
    public void Item_OfALinkedClaim_StatesWhatItStates() =>
        JsonSerializer.Serialize(Ledger().LineOf("S-2").Settlement.Claim.Items[1]).ShouldNotContain("days_since_same");

    /// <summary>What a claim states stays in it, and stands nowhere else.</summary>
    [Fact]
    public void Settlement_OfAClaimThatStatesAll_HasNothingBeside()
    {
        var stated = Stay("S-1", "2020-03-01", "2020-03-02") with { DaysSinceDischarge = 20, ProvidersToday = 1, VisitsThisMonth = 2 };
        var settlement = MemberLedger.Open(LinkTown.Book).Settle(stated, Day.Of("2020-03-02")).Settlements.Single();
        var json = JsonNode.Parse(JsonReport.Write(settlement))!;
        json["linked"].ShouldBeNull();
        json["claim"]!["days_since_discharge"]!.GetValue<int>().ShouldBe(20);
    }

    /// <summary>Targets read what was given from the lines of a batch.</summary>
    [Fact]
    public void Lines_OfABatch_TellWhatWasGiven()
    {
        var settlement = Ledger().LineOf("S-2").Settlement;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            JsonReport.WriteSums(json, settlement);
            json.WriteEndObject();
        }

        using var lines = new StringReader(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        var claim = RealisedClaim.ReadLines(lines, "settled.jsonl").Single().Claim;
        (claim.DaysSinceDischarge, claim.ProvidersToday, claim.VisitsThisMonth).ShouldBe((8, 1, 2));
    }

    /// <summary>A ledger that was saved goes on as if it had not been: nothing is settled again that has not changed.</summary>
    [Fact]
    public void Ledger_ThatWasSaved_GoesOnAsItWas()
    {
        var ledger = Ledger();
        var later = Stay("S-3", "2020-06-01", "2020-06-02");
        MemberLedger
            .Restore(LinkTown.Book, ledger.Save())
            .Settle(later, Day.Of("2020-06-02"))
            .Save()
            .ShouldBe(ledger.Settle(later, Day.Of("2020-06-02")).Save());
    }

    /// <summary>What was given cannot be another: the stay after 40 days is no readmission.</summary>
    [Fact]
    public void Linked_ThatWasChanged_SettlesToSomethingElse() =>
        Replay
            .Of(LinkTown.Book, Changed("\"days_since_discharge\": 8", "\"days_since_discharge\": 40"))
            .Differences.ShouldContain(one => one.Message.En.Contains("'status' was 'held'", StringComparison.Ordinal));

    [Theory]
    [InlineData("\"item\": 2", "\"item\": 3", "settlement.linked")]
    [InlineData("\"item\": 2", "\"item\": 0", "number.range")]
    [InlineData("\"department\": \"ward\"", "\"visits_this_month\": 2", "settlement.linked")]
    [InlineData("\"code\": \"ct\"", "\"code\": \"ct\", \"days_since_same\": 15", "settlement.linked")]
    [InlineData("\"providers_today\": 1", "\"provider_today\": 1", "key.unknown")]
    public void Linked_ThatCannotBe_IsTold(string from, string to, string code)
    {
        var changed = Changed(from, to);
        Should.Throw<InputException>(() => Settlement.Parse(changed)).Problems.ShouldContain(one => one.Code == code);
        Should.Throw<InputException>(() => Replay.Of(LinkTown.Book, changed)).Problems.ShouldContain(one => one.Code == code);
        using var lines = new StringReader(JsonNode.Parse(changed)!.ToJsonString());
        Should.Throw<InputException>(() => RealisedClaim.ReadLines(lines, "x")).Problems.ShouldContain(one => one.Code == code);
    }

    private static string Changed(string from, string to)
    {
        var json = JsonReport.Write(Ledger().LineOf("S-2").Settlement);
        var at = json.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        return json[..at] + to + json[(at + from.Length)..];
    }

    private static MemberLedger Ledger() =>
        MemberLedger
            .Open(LinkTown.Book)
            .Settle(Stay("S-1", "2020-03-01", "2020-03-02"), Day.Of("2020-03-02"))
            .Settle(Stay("S-2", "2020-03-10", "2020-03-17"), Day.Of("2020-03-17"));

    private static Claim Stay(string id, string admitted, string discharged) =>
        TestClaim.Stay(TestClaim.A(1_000), TestClaim.A(600) with { Code = "ct" }) with
        {
            Id = id,
            Admitted = Day.Of(admitted),
            Discharged = Day.Of(discharged),
            Disease = "flu",
            Department = "ward",
            Provider = new() { Id = "H" },
        };
}
