using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Engines;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Testing;

/// <summary>The independent checker accepts what was settled and refuses what was changed.</summary>
public sealed class CheckerTests
{
    /// <summary>For a run by hand over many more, such as 100,000.</summary>
    private static readonly int Years = int.Parse(Environment.GetEnvironmentVariable("CHECKED_YEARS") ?? "5", CultureInfo.InvariantCulture);

    private static readonly int Changes = int.Parse(
        Environment.GetEnvironmentVariable("CHECKED_CHANGES") ?? "1000",
        CultureInfo.InvariantCulture
    );

    public static TheoryData<string> Folders => [.. Compared.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Check_ASettlementOfAnyRulebook_AddsUp(string folder)
    {
        foreach (var settlement in Settled(folder, Years, 20_261_128))
        {
            ShouldAddUp(settlement);
            ShouldAddUp(settlement.Reverse());
        }
    }

    /// <summary>A thousand settlements, in each of which one digit of one number is changed: whichever it is, the rest says
    /// otherwise.</summary>
    [Fact]
    public void Check_OneNumberChanged_IsRefused()
    {
        var dice = new Dice(20_261_128);
        List<string> accepted = [];
        var (changed, of) = (0, Compared.Folders.SelectMany(folder => Settled(folder, Years, 20_261_129)).ToList());
        for (; changed < Changes; changed++)
        {
            var json = JsonReport.Write(of[changed % of.Count]);
            var numbers = SettlementNumbers.Of(json);
            var number = numbers[dice.Below(numbers.Count)];
            var other = SettlementNumbers.Changed(json, number, dice);
            if (SettlementChecker.Check(other).Count == 0)
                accepted.Add($"{number.Path}: {json[number.From..number.To]} → {other[number.From..number.To]}");
        }

        accepted.ShouldBeEmpty($"of {changed} changes");
    }

    /// <summary>At 50.50 for each of two, 1,899.00 of 2,000.00 is above the ceiling: by a lower price, or by one, more would be. In the
    /// reversal the same.</summary>
    [Theory]
    [InlineData("\"ceiling_price\": 50.50", "\"ceiling_price\": 40.50", "1919.00")]
    [InlineData("\"ceiling_price\": 50.50", "\"ceiling_price\": 50.49", "1899.02")]
    [InlineData("\"quantity\": \"2\"", "\"quantity\": \"1\"", "1949.50")]
    [InlineData("\"quantity\": \"2\"", "\"quantity\": \"1.99\"", "1899.50")]
    public void Check_ALowerCeilingOrQuantity_IsRefused(string was, string now, string above)
    {
        using var folder = new RulebookFolder();
        var settlement = folder.Load().Settle(TestClaim.Stay(TestClaim.A(2_000) with { CeilingPrice = Money.Yuan(50.50m), Quantity = 2 }));
        foreach (var json in (string[])[JsonReport.Write(settlement), JsonReport.Write(settlement.Reverse())])
        {
            json.ShouldContain(was);
            SettlementChecker.Check(json).ShouldBeEmpty();
            SettlementChecker
                .Check(json.Replace(was, now, StringComparison.Ordinal))
                .Select(finding => $"{finding.Path}: {finding.En}")
                .ShouldBe([$"items[0].over_ceiling: {above} is said, and there are at most 1899.00."]);
        }
    }

    [Theory]
    [InlineData("[]", "settlement: [] was found; expected is a settlement in full, a JSON object as JsonReport.")]
    [InlineData("null", "settlement: null was found; expected is a settlement in full, a JSON object as JsonReport.")]
    [InlineData("\"x\"", "settlement: \"x\" was found; expected is a settlement in full, a JSON object as JsonReport.")]
    [InlineData("", "settlement: what is no JSON at line 1, byte 1, was found; expected is a settlement in full")]
    [InlineData(
        "{\n  oops",
        "settlement: what is no JSON at line 2, byte 3, was found; expected is a settlement in full, a JSON object as "
    )]
    [InlineData("{}", "reversal: nothing is said; expected is true or false.")]
    public void Check_NoSettlement_SaysWhatWasExpected(string json, string expected)
    {
        var first = SettlementChecker.Check(json)[0];
        $"{first.Path}: {first.En}".ShouldStartWith(expected);
        first.Zh.ShouldContain("应为");
    }

    [Fact]
    public void Check_AnEmptyObject_TellsAllThatIsMissing() =>
        SettlementChecker
            .Check("{}")
            .Select(finding => finding.Path)
            .ShouldBe(["reversal", "payers", "items", "steps", "parts", "claim", "history", "history_before"]);

    /// <summary>Whatever value of a settlement is another, or is not there, the checker answers.</summary>
    [Fact]
    public void Check_AnyValueReplacedOrLeftOut_Answers()
    {
        var json = JsonReport.Write(Settled("beijing-employee", 20, 20_261_128).MaxBy(one => one.Steps.Sum(step => step.Moves.Length))!);
        var paths = Places(JsonNode.Parse(json)!).Select(node => node.GetPath()).ToList();
        foreach (var text in (string?[])[null, "null", "[]", "\"x\"", "1e40"])
        foreach (var at in Enumerable.Range(0, paths.Count))
        {
            var root = JsonNode.Parse(json)!;
            var node = Places(root).ElementAt(at);
            if (text is not null)
                node.ReplaceWith(JsonNode.Parse(text));
            else if (node.Parent is JsonObject parent)
                parent.Remove(node.GetPropertyName());
            else
                node.Parent!.AsArray().RemoveAt(node.GetElementIndex());
            Should.NotThrow(() => SettlementChecker.Check(root.ToJsonString()), $"{paths[at]} {text}");
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => (
            node is JsonObject of ? of.Select(one => one.Value)
            : node is JsonArray list ? list
            : []
        ).OfType<JsonNode>().SelectMany(one => Places(one).Prepend(one));

    private static void ShouldAddUp(Settlement settlement)
    {
        var json = JsonReport.Write(settlement);
        SettlementChecker.Check(json).Select(finding => $"{finding.Path}: {finding.En}").ShouldBeEmpty(json);
    }

    private static IEnumerable<Settlement> Settled(string folder, int years, ulong seed) =>
        MemberYearArbitrary.For(Compared.Of(folder).ByGrid).Generator.Sample(years, new Rnd(seed), 50).SelectMany(year => year.Settled);
}
