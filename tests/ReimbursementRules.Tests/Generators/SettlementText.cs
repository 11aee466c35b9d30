using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Tests.Generators;

/// <summary>Everything that a settlement says, in words: two settlements are the same where these texts are.</summary>
internal static class SettlementText
{
    public static string Of(Settlement settlement) =>
        string.Join(
            '\n',
            [
                $"{settlement.Rulebook} {settlement.Title.En} {settlement.Title.Zh} {settlement.Status} {settlement.IsReversal}",
                OfClaim(settlement),
                .. settlement.Items.Select(item => $"item {OfItem(item)}"),
                .. settlement.Findings.Select(finding =>
                    $"finding {OfFinding(finding, finding.Item?.ToString(CultureInfo.InvariantCulture))}"
                ),
                .. settlement.Skipped.Select(skipped => $"skipped {skipped.Layer} {skipped.Reason} {skipped.Conditions}"),
                OfHistory(settlement.History),
            ]
        );

    /// <summary>What does not name single items.</summary>
    public static string OfClaim(Settlement settlement) =>
        string.Join(
            '\n',
            [
                $"bill {settlement.Bill} patient {settlement.Patient} = {settlement.Account} + {settlement.Cash} hospital "
                    + $"{settlement.Hospital} {Payers(settlement.Payers)}",
                .. settlement.Parts.Select(part =>
                    $"part {part.Name} {part.AtFirst} {part.Amount} patient {part.Patient} = {part.Account} + {part.Cash} "
                    + $"hospital {part.Hospital} {Payers(part.Payers)}"
                ),
                .. settlement.Steps.Select(step =>
                    $"step {step.Layer}.{step.Step} {step.Kind} {step.Base} {step.Amount} {step.Rate} {step.Limit} "
                    + $"{step.Upper} {step.Before} {step.Source} {string.Join(", ", step.Moves)}"
                ),
            ]
        );

    /// <summary>The claim's results with its items and what was found of them in an order of their own, whatever the order of the
    /// bill.</summary>
    public static string WithoutOrder(Settlement settlement) =>
        string.Join(
            '\n',
            [
                settlement.Status.ToString(),
                OfClaim(settlement),
                .. settlement.Items.Select(OfItem).Order(StringComparer.Ordinal),
                .. settlement
                    .Findings.Select(finding =>
                        OfFinding(finding, finding.Item is { } item ? settlement.Claim.Items[item].ToString() : null)
                    )
                    .Order(StringComparer.Ordinal),
                OfHistory(settlement.History),
            ]
        );

    public static string OfHistory(History history) =>
        string.Join(
            '\n',
            history.Entries.Select(entry =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"used {entry.What} '{entry.Each}' {entry.Per} {entry.Since:yyyy-MM-dd} {entry.Amount} {entry.Times}"
                )
            )
        );

    private static string OfItem(ItemSettlement item) =>
        $"{item.Item.ToString()} fee {item.Fee} = {item.OutOfScope} + {item.OverCeiling} + {item.FirstSelfPay} + "
        + $"{item.InScope} + {item.Refused}; "
        + $"patient {item.Patient} = {item.Account} + {item.Cash} hospital {item.Hospital} {Payers(item.Payers)} {item.Source}";

    private static string OfFinding(Finding finding, string? item) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Id} {finding.Verdict} {finding.Message.En} {finding.Message.Zh} {item} {finding.Due:yyyy-MM-dd} {finding.Source}"
        );

    private static string Payers(IEnumerable<PayerAmount> payers) =>
        string.Join(' ', payers.Select(payer => $"{payer.Payer} {payer.Amount}"));
}
