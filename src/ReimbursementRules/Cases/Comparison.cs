using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Knows what each name under <c>expect</c> means of a settlement.</summary>
internal sealed class Comparison(Mismatches mismatches)
{
    public void Compare(Settlement settlement, Node expect)
    {
        foreach (var (name, value) in expect.Pairs)
            Compare(settlement, name, value);
    }

    public void Compare(Settlement settlement, Node name, Node value)
    {
        switch (name.Raw)
        {
            case "bill":
                Same(name, value, settlement.Bill);
                break;
            case "patient":
                Same(name, value, settlement.Patient);
                break;
            case "account":
                Same(name, value, settlement.Account);
                break;
            case "cash":
                Same(name, value, settlement.Cash);
                break;
            case "hospital":
                Same(name, value, settlement.Hospital);
                break;
            case "status":
                mismatches.Compare(name.Raw, value.Text(), settlement.Status.ToString().ToLowerInvariant(), value);
                break;
            case "parts":
                Parts(value, settlement);
                break;
            case "items":
                Items(value, settlement);
                break;
            case "steps":
                Steps(value, settlement);
                break;
            case "actual_ratio":
                mismatches.Compare(name, value, ActualRatio.Of(settlement));
                break;
            case "findings":
                mismatches.Compare(
                    name.Raw,
                    Mismatches.List(value),
                    string.Join(", ", settlement.Findings.Select(finding => finding.Id)),
                    value
                );
                break;
            case "history":
                History(value, settlement.History, settlement.Legend);
                break;
            case "invalid":
                mismatches.Add(value, Mismatches.Same(Mismatches.List(value)), new("a valid claim", "有效的申请"), name.Raw);
                break;
            default:
                Payer(name, value, settlement);
                break;
        }
    }

    private void Payer(Node name, Node value, Settlement settlement)
    {
        if (settlement.Payers.FirstOrDefault(payer => payer.Payer == name.Raw) is { } payer)
            Same(name, value, payer.Amount);
        else if (IsAccount(name, settlement.Legend))
            mismatches.Account(name);
        else
            mismatches.Unknown(name, settlement.Payers.Select(p => p.Payer).Concat(IndexReader.SettlementKeys));
    }

    /// <summary>What the patient holds of each part in the end.</summary>
    private void Parts(Node expected, Settlement settlement)
    {
        foreach (var (name, value) in expected.Entries())
            if (settlement.Legend.Parts.Contains(name.Raw))
                Same(name, value, settlement.Parts.FirstOrDefault(part => part.Name == name.Raw)?.Patient ?? Money.Zero);
            else
                mismatches.Unknown(name, settlement.Legend.Parts);
    }

    private void Items(Node expected, Settlement settlement)
    {
        var items = expected.Items();
        if (items.Count != settlement.Items.Length)
            mismatches.Add(expected, Mismatches.Same($"{items.Count}"), Mismatches.Same($"{settlement.Items.Length}"), "items");
        foreach (var (item, actual) in items.Zip(settlement.Items))
        foreach (var (name, value) in item.Entries())
            Item(name, value, actual, settlement.Legend);
    }

    private static bool IsAccount(Node name, Legend legend) => legend.Account >= 0 && legend.Payers[legend.Account].Id == name.Raw;

    private void Item(Node name, Node value, ItemSettlement item, Legend legend)
    {
        var amount = name.Raw switch
        {
            "patient" => item.Patient,
            "account" => item.Account,
            "cash" => item.Cash,
            "hospital" => item.Hospital,
            "out_of_scope" => item.OutOfScope,
            "over_ceiling" => item.OverCeiling,
            "first_self_pay" => item.FirstSelfPay,
            "in_scope" => item.InScope,
            "refused" => item.Refused,
            _ => item.Payers.FirstOrDefault(payer => payer.Payer == name.Raw)?.Amount,
        };
        if (amount is { } found)
            Same(name, value, found);
        else if (IsAccount(name, legend))
            mismatches.Account(name);
        else
            mismatches.Unknown(
                name,
                item.Payers.Select(p => p.Payer).Concat(["patient", "account", "cash", "hospital", .. Legend.CutParts])
            );
    }

    /// <summary>The amounts of the lines of the trace that a step made, in order; none where its layer did not apply.</summary>
    private void Steps(Node expected, Settlement settlement)
    {
        var lines = settlement
            .Steps.Where(step => step.Kind != StepKind.RateChange)
            .ToLookup(step => $"{step.Layer}.{step.Step}", step => step.Amount);
        var known = settlement
            .Legend.Steps.Select(step => $"{settlement.Legend.Layers[step.Layer].Id}.{step.Id}")
            .Append($"{Legend.Catalogue}.{Legend.Ceiling}")
            .ToList();
        foreach (var (name, value) in expected.Entries())
            if (known.Contains(name.Raw))
                mismatches.Compare(name, value, [.. lines[name.Raw]]);
            else
                mismatches.Unknown(name, known);
    }

    /// <summary>Amounts used, or numbers of uses, by name; over all words and periods of the name.</summary>
    public void History(Node expected, History history, Legend book)
    {
        foreach (var (name, value) in expected.Entries())
        {
            var entries = history.Entries.Where(entry => entry.What == name.Raw).ToList();
            if (!book.Slots.Any(slot => slot.What == name.Raw))
                mismatches.Unknown(name, book.Slots.Select(slot => slot.What));
            else if (entries.Exists(entry => entry.Times != 0))
                mismatches.Compare(name.Raw, value.Text(), entries.Sum(entry => entry.Times).ToString(CultureInfo.InvariantCulture), value);
            else
                Same(name, value, entries.Sum(entry => entry.Amount));
        }
    }

    private void Same(Node name, Node value, Money actual) => mismatches.Compare(name, value, actual);
}
