using System.Globalization;
using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Knows what each name under <c>expect</c> means of a settlement.</summary>
/// <param name="mismatches">Takes what differs.</param>
/// <param name="year">The member's settlements of the benefit year, the last among them; null where nothing is known of the year.</param>
internal sealed class Comparison(Mismatches mismatches, IReadOnlyList<Settlement>? year = null)
{
    private readonly PayerNames _names = new(mismatches);
    private readonly SumComparison _sums = new(mismatches);

    /// <summary>Compares all that is expected, but for what another has compared.</summary>
    public void Compare(Settlement settlement, Node expect, string? without = null)
    {
        foreach (var (name, value) in expect.Pairs)
            if (name.Raw != without)
                Compare(settlement, name, value);
        _names.Twice(expect.Pairs.Select(pair => pair.Key), settlement.Legend);
    }

    public void Compare(Settlement settlement, Node name, Node value)
    {
        if (_names.IsUnclear(name, settlement.Legend))
            return;
        switch (name.Raw)
        {
            case "bill" or "patient" or "account" or "cash" or "hospital":
            case "in_scope" or "out_of_scope" or "over_ceiling" or "first_self_pay" or "refused":
                Same(name, value, NamedAmounts.Of(settlement, name.Raw));
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
                Steps(value, settlement, step => step.Amount);
                break;
            case "bases":
                Steps(value, settlement, step => step.Base);
                break;
            case "left":
                Steps(value, settlement, step => step.Base - step.Amount);
                break;
            case "year" when year is not null:
                foreach (var (of, total) in value.Entries())
                    _sums.Compare(year, of, total);
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
                mismatches.Add(value, Mismatches.Same(Mismatches.List(value)), new("a valid claim", "有效的单据"), name.Raw);
                break;
            default:
                Payer(name, value, settlement);
                break;
        }
    }

    private void Payer(Node name, Node value, Settlement settlement)
    {
        if (NamedAmounts.IsSum(name.Raw))
        {
            _sums.Compare([settlement], name, value);
            return;
        }

        var id = PayerNames.IdOf(name.Raw, settlement.Legend);
        if (id == "account")
            Same(name, value, settlement.Account);
        else if (settlement.Payers.FirstOrDefault(payer => payer.Payer == id) is { } payer)
            Same(name, value, payer.Amount);
        else if (settlement.Legend.HasSeveralAccounts && settlement.Accounts.FirstOrDefault(one => one.Payer == id) is { } account)
            Same(name, value, account.Amount);
        else if (IsAccount(id, settlement.Legend))
            mismatches.Account(name);
        else
            Unknown(name, settlement.Legend, settlement.Payers.Select(p => p.Payer), IndexReader.SettlementKeys);
    }

    /// <summary>A name that nobody has; one in Chinese is held against Chinese names.</summary>
    private void Unknown(Node name, Legend legend, IEnumerable<string> payers, IEnumerable<string> keys)
    {
        if (Ascii.IsValid(name.Raw))
            mismatches.Unknown(name, payers.Concat(keys));
        else
            mismatches.UnknownTitle(
                name,
                payers
                    .Select(id => KeyValuePair.Create(id, legend.Payers.First(payer => payer.Id == id).Title))
                    .Concat(keys.Select(key => KeyValuePair.Create(key, (CaseTerms.OfExpected.Of(key) ?? CaseTerms.OfParts.Of(key))!.Text)))
            );
    }

    /// <summary>What the patient holds of each part in the end.</summary>
    private void Parts(Node expected, Settlement settlement)
    {
        foreach (var (name, value) in expected.Entries())
            if (Legend.PartsOf(name.Raw, settlement.Legend.Parts) is { Count: > 0 } parts)
                Same(name, value, settlement.Parts.Where(part => parts.Contains(part.Name)).Sum(part => part.Patient));
            else
                mismatches.Unknown(name, settlement.Legend.Parts);
    }

    private void Items(Node expected, Settlement settlement)
    {
        var items = expected.Items();
        if (items.Count != settlement.Items.Length)
            mismatches.Add(expected, Mismatches.Same($"{items.Count}"), Mismatches.Same($"{settlement.Items.Length}"), "items");
        foreach (var (item, actual) in items.Zip(settlement.Items))
        {
            foreach (var (name, value) in item.Entries())
                if (!_names.IsUnclear(name, settlement.Legend))
                    Item(name, value, actual, settlement.Legend);
            _names.Twice(item.Pairs.Select(pair => pair.Key), settlement.Legend);
        }
    }

    private static bool IsAccount(string payer, Legend legend) => legend.Accounts.Any(account => account.Id == payer);

    private void Item(Node name, Node value, ItemSettlement item, Legend legend)
    {
        var id = PayerNames.IdOf(name.Raw, legend);
        var amount = id switch
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
            _ => item.Payers.FirstOrDefault(payer => payer.Payer == id)?.Amount,
        };
        if (amount is { } found)
            Same(name, value, found);
        else if (IsAccount(id, legend))
            mismatches.Account(name);
        else
            Unknown(name, legend, item.Payers.Select(p => p.Payer), ["patient", "account", "cash", "hospital", .. Legend.CutParts]);
    }

    /// <summary>An amount of each line of the trace that a step made, in order; none where its layer did not apply.</summary>
    private void Steps(Node expected, Settlement settlement, Func<TraceStep, Money> amount)
    {
        var lines = settlement
            .Steps.Where(step =>
                step.Kind is not (StepKind.RateChange or StepKind.AmountChange or StepKind.AmountShare or StepKind.DeductibleCeiling)
            )
            .ToLookup(step => $"{step.Layer}.{step.Step}", amount);
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
