using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>A settlement as JSON is complete evidence: the claim and all sums can be read back.</summary>
public sealed class LineTests
{
    [Property]
    public void Claim_AnySettlement_IsReadBackAsItWas(Trial trial) =>
        Each(
            trial,
            (settlement, line) =>
            {
                using var json = JsonDocument.Parse(line);
                var claim = Claim.Parse(json.RootElement.GetProperty("claim").GetRawText());
                claim.ToString().ShouldBe(settlement.Claim.ToString());
            }
        );

    [Property]
    public void Amounts_AnySettlement_AreReadBackAsTheyWere(Trial trial) =>
        Each(
            trial,
            (settlement, line) =>
            {
                using var lines = new StringReader(line);
                var (read, told) = (RealisedClaim.ReadLines(lines, "x").Single(), RealisedClaim.Of(settlement));
                Text(read).ShouldBe(Text(told));
            }
        );

    private static string Text(RealisedClaim claim) =>
        string.Join(
            '\n',
            [
                $"{claim.Rulebook} {claim.Id} {claim.IsRefused} {claim.Sign} {claim.Amounts.Bill} {claim.Amounts.Patient} "
                    + $"{claim.Amounts.Hospital}",
                Text(claim.Amounts.Payers),
                Text(claim.Amounts.Parts),
            ]
        );

    private static string Text(IReadOnlyDictionary<string, Money> amounts) =>
        string.Join(' ', amounts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));

    private static void Each(Trial trial, Action<Settlement, string> holds)
    {
        foreach (var settlement in trial.Settled())
            holds(settlement, JsonReport.Write(settlement).ReplaceLineEndings(""));
    }
}
