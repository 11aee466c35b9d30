using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Tests.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Json;

/// <summary>A settlement is read back from its JSON as it was, and can be made again from it.</summary>
public sealed class SettlementJsonTests
{
    public static TheoryData<string> Samples => [.. ReportSamples.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Parse_OfASample_IsTheSettlement(string name) => ShouldComeBack(ReportSamples.Of(name));

    [Property]
    public void Parse_OfAnySettlement_IsTheSettlement(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        foreach (var settlement in trial.Settled())
        {
            ShouldComeBack(settlement);
            ShouldComeBack(settlement.Reverse());
        }
    }

    [Fact]
    public void Replay_AsOnADay_IsEqual()
    {
        var rulebook = RandomRulebooks.Of(3);
        var settled = rulebook.AsOn(new(2021, 1, 1)).Settle(RandomClaims.Sample(3)[0]);
        Replay.Of(rulebook, JsonReport.Write(settled)).IsEqual.ShouldBeTrue();
    }

    /// <summary>The deductible is 601 now: what differs is told, and that the text is another.</summary>
    [Fact]
    public void Replay_ByAnotherText_SaysWhatDiffers()
    {
        using var folder = new RulebookFolder();
        var json = JsonReport.Write(folder.Load().Settle(TestClaim.Stay(1_000)));
        var replay = Replay.Of(folder.Replace("2-basic.yaml", "value: 600", "value: 601").Load(), json);
        replay.IsOtherText.ShouldBeTrue();
        replay.IsEqual.ShouldBeFalse();
        replay.Differences.Select(one => one.Message.En).ShouldContain("'payers.fund' was '300.00' and is '299.25' now.");
        replay.Differences.ShouldNotContain(one => one.Message.En.Contains("fingerprint", StringComparison.Ordinal));
    }

    /// <summary>A remark moves every line of the file: another text, and the same settlement.</summary>
    [Fact]
    public void Replay_ByATextWithARemark_IsEqual()
    {
        using var folder = new RulebookFolder();
        var json = JsonReport.Write(folder.Load().Settle(TestClaim.Stay(1_000)));
        var replay = Replay.Of(folder.With("2-basic.yaml", "# a remark\n" + RulebookFolder.Basic).Load(), json);
        (replay.IsOtherText, replay.IsEqual).ShouldBe((true, true));
    }

    [Fact]
    public void Ledger_AfterSavingAndRestoring_GoesOnAsBefore()
    {
        for (var seed = 0; seed < 24; seed++)
        {
            var rulebook = RandomRulebooks.Of(seed);
            var (kept, restored) = (MemberLedger.Open(rulebook), MemberLedger.Open(rulebook));
            foreach (var (i, claim) in RandomClaims.Sample(seed).Reverse().Index())
            {
                var (one, on) = (claim with { Id = $"C{i}" }, new DateOnly(2022, 1, 1 + i));
                kept = kept.Settle(one, on, "clerk");
                restored = MemberLedger.Restore(rulebook, restored.Settle(one, on, "clerk").Save());
                restored.Save().ShouldBe(kept.Save());
            }

            kept = kept.Reverse("C0", new(2022, 2, 1)).Close(new(2022, 2, 1));
            restored = MemberLedger.Restore(rulebook, restored.Reverse("C0", new(2022, 2, 1)).Close(new(2022, 2, 1)).Save());
            restored.Save().ShouldBe(kept.Save());
            restored.Lines.ShouldSayTheSameAs(kept.Lines);
            restored.History.ShouldSayTheSameAs(kept.History);
            restored.ClosedThrough.ShouldBe(kept.ClosedThrough);
            foreach (var line in kept.Lines)
                JsonSerializer.Deserialize<LedgerLine>(JsonSerializer.Serialize(line)).ShouldSayTheSameAs(line);
        }
    }

    /// <summary>What a review found is a part of the settlement and is made again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Replay_OfAReviewedClaim_IsEqual(bool passed)
    {
        using var folder = new RulebookFolder();
        folder.With(
            "0-gates.yaml",
            """
            gates:
              - { id: big, when: { bill: { from: 500 } }, then: hold, reference: "Town order 10", message: { en: "Big.", zh: "大额。" } }

            """
        );
        var rulebook = folder.Load();
        var ledger = MemberLedger
            .Open(rulebook)
            .Settle(TestClaim.Stay(1_000) with { Id = "A" }, new(2020, 11, 1))
            .Review("A", passed, new(2020, 11, 2));
        foreach (var line in MemberLedger.Restore(rulebook, ledger.Save()).Lines)
            Replay.Of(rulebook, JsonReport.Write(line.Settlement)).Differences.ShouldBeEmpty();
    }

    /// <summary>Every key that a settlement has stands in its schema, and every needed key is there.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Schema_OfASettlement_FitsWhatIsWritten(string name) =>
        Fit(JsonNode.Parse(JsonReport.Write(ReportSamples.Of(name))), JsonSchemas.Of<Settlement>(), "$").ShouldBeEmpty();

    private static IEnumerable<string> Fit(JsonNode? value, JsonNode schema, string path)
    {
        switch (value)
        {
            case JsonObject fields:
                foreach (var needed in schema["required"]?.AsArray() ?? [])
                    if (!fields.ContainsKey(needed!.GetValue<string>()))
                        yield return $"{path}: {needed} is missing";
                foreach (var (key, field) in fields)
                    if ((schema["properties"]?[key] ?? schema["additionalProperties"]) is not JsonObject of)
                        yield return $"{path}.{key} is not known";
                    else
                        foreach (var misfit in Fit(field, of, $"{path}.{key}"))
                            yield return misfit;
                break;
            case JsonArray list:
                foreach (var misfit in list.SelectMany((element, i) => Fit(element, schema["items"]!, $"{path}[{i}]")))
                    yield return misfit;
                break;
            case JsonValue word when schema["enum"] is JsonArray words:
                if (!words.Any(one => JsonNode.DeepEquals(one, word)))
                    yield return $"{path}: {word} is none of its words";
                break;
        }
    }

    private static void ShouldComeBack(Settlement settlement)
    {
        var json = JsonReport.Write(settlement);
        var again = Settlement.Parse(json);
        JsonReport.Write(again).ShouldBe(json);
        SettlementText.Of(again).ShouldBe(SettlementText.Of(settlement));
        TextReport.Write(again).ShouldBe(TextReport.Write(settlement));
        HtmlReport.Write(again, Language.Chinese).ShouldBe(HtmlReport.Write(settlement, Language.Chinese));
        again.ShouldSayTheSameAs(settlement);
        if (!settlement.IsReversal)
            again.Reverse().ShouldSayTheSameAs(settlement.Reverse());
        JsonSerializer.Deserialize<Settlement>(JsonSerializer.Serialize(settlement)).ShouldSayTheSameAs(settlement);
    }
}
