using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Engines;
using ReimbursementRules.Tests.Generators;

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

    private static void ShouldAddUp(Settlement settlement)
    {
        var json = JsonReport.Write(settlement);
        SettlementChecker.Check(json).Select(finding => $"{finding.Path}: {finding.En}").ShouldBeEmpty(json);
    }

    private static IEnumerable<Settlement> Settled(string folder, int years, ulong seed) =>
        MemberYearArbitrary.For(Compared.Of(folder).ByGrid).Generator.Sample(years, new Rnd(seed), 50).SelectMany(year => year.Settled);
}
