using System.Text;
using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>A settlement says which text made it: the same for the same words, another for others.</summary>
public sealed class FingerprintTests
{
    [Fact]
    public void Fingerprint_OfTheSameText_IsTheSame()
    {
        using var folder = new RulebookFolder();
        using var elsewhere = new RulebookFolder();
        folder.Load().Fingerprint.ShouldMatch("^[0-9a-f]{64}$");
        elsewhere.Load().Fingerprint.ShouldBe(folder.Load().Fingerprint);
    }

    [Fact]
    public void Fingerprint_OfOtherLineEndsAndAByteOrderMark_IsTheSame()
    {
        using var folder = new RulebookFolder();
        var print = folder.Load().Fingerprint;
        folder
            .With("2-basic.yaml", RulebookFolder.Basic.Replace("\n", "\r\n", StringComparison.Ordinal))
            .Load()
            .Fingerprint.ShouldBe(print);
        File.WriteAllText(
            Path.Combine(folder.Path, "index.yaml"),
            RulebookFolder.Index,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        folder.Load().Fingerprint.ShouldBe(print);
    }

    [Fact]
    public void Fingerprint_OfCases_DoesNotChange()
    {
        using var folder = new RulebookFolder();
        var print = folder.Load().Fingerprint;
        folder.With("2-basic.cases.yaml", "- case: none\n").Load().Fingerprint.ShouldBe(print);
    }

    [Theory]
    [InlineData("index.yaml", "en: Fund", "en: Funds")]
    [InlineData("1-catalogue.yaml", "Town order 1", "Town order 7")]
    [InlineData("2-basic.yaml", "value: 600", "value: 601")]
    [InlineData("2-basic.yaml", "payer: fund\n", "payer: fund\n# a remark\n")]
    public void Fingerprint_OfAnotherText_IsAnother(string file, string old, string now)
    {
        using var folder = new RulebookFolder();
        var print = folder.Load().Fingerprint;
        folder.Replace(file, old, now).Load().Fingerprint.ShouldNotBe(print);
    }

    [Fact]
    public void Fingerprint_OfWhatTheRulebookBuildsOn_Counts()
    {
        using var folder = new RulebookFolder();
        folder
            .Without("2-basic.yaml")
            .With("../province/2-basic.yaml", RulebookFolder.Basic)
            .Replace("index.yaml", "from: 2020-01-01\n", "from: 2020-01-01\nbuilds_on: ../province\n");
        var print = folder.Load().Fingerprint;
        folder.Load().Fingerprint.ShouldBe(print);
        folder.Replace("../province/2-basic.yaml", "value: 600", "value: 601").Load().Fingerprint.ShouldNotBe(print);
    }

    [Fact]
    public void Settlement_SaysWhichTextMadeIt()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Replace("index.yaml", "status: example\n", "status: example\nversion: 2020.4\n").Load();
        rulebook.Version.ShouldBe("2020.4");
        var claim = TestClaim.Stay(1_000) with
        {
            Id = "A",
            Member = new() { Id = "M" },
        };
        var settled = rulebook.Settle(claim);
        (settled.Version, settled.Fingerprint).ShouldBe(("2020.4", rulebook.Fingerprint));
        settled.History.Origin.ShouldBe(
            new HistoryOrigin
            {
                Member = "M",
                Rulebook = "town",
                Version = "2020.4",
                Fingerprint = rulebook.Fingerprint,
                Claim = "A",
                Through = new(2020, 10, 8),
            }
        );
        var json = JsonNode.Parse(JsonReport.Write(settled))!;
        json["version"]!.GetValue<string>().ShouldBe("2020.4");
        json["fingerprint"]!.GetValue<string>().ShouldBe(rulebook.Fingerprint);
        json["history"]!["fingerprint"]!.GetValue<string>().ShouldBe(rulebook.Fingerprint);
        json["history_before"]!["entries"]!.AsArray().ShouldBeEmpty();
        MemberLedger.Open(rulebook).Settle(claim, new(2020, 11, 1)).Lines[0].Settlement.Fingerprint.ShouldBe(rulebook.Fingerprint);
        rulebook.AsOn(new(2020, 5, 1)).Settle(claim).AsOn.ShouldBe(new(2020, 5, 1));
        rulebook.AsOn(new(2020, 5, 1)).Fingerprint.ShouldBe(rulebook.Fingerprint);
    }
}
