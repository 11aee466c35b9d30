using System.Globalization;
using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Ledgers;

/// <summary>Knows what each name under <c>expect</c> means of a ledger; what it does not know is asked of the settlement of the
/// claim.</summary>
internal sealed class LedgerComparison(Mismatches mismatches)
{
    private readonly Comparison _ofSettlement = new(mismatches);

    public void Compare(LedgerOperation operation, CaseLedgers before, CaseLedgers after)
    {
        var posted = after.Ledger.Lines.Skip(before.Ledger.Lines.Length).ToList();
        foreach (var (name, value) in operation.Expect?.Pairs ?? [])
            switch (name.Raw)
            {
                case "lines":
                    Same(name, value, after.Ledger.Lines.Length.ToString(CultureInfo.InvariantCulture));
                    break;
                case "changes":
                    Changes(value, posted, after.Ledger);
                    break;
                case "receivables":
                    Amounts(value, after, after.Receivables.Balances.Select(balance => (balance.Receivable.From, balance.Amount)));
                    break;
                case "owed_for":
                    Amounts(value, after, after.Receivables.Balances.Select(balance => (balance.Receivable.Payer, balance.Amount)));
                    break;
                case "overdue":
                    Amounts(value, after, after.Aged.Select(aged => (aged.Receivable.From, aged.Overdue)));
                    break;
                case "due":
                    Same(name, value, Due(operation, after));
                    break;
                case "recovered":
                    mismatches.Compare(name, value, after.Recoveries.Total);
                    break;
                case "fines":
                    mismatches.Compare(name, value, after.Recoveries.Fines);
                    break;
                case "mismatches":
                    Same(name, value, after.Mismatches.Select(Told));
                    break;
                case "history":
                    _ofSettlement.History(value, after.Ledger.History, after.Ledger.Rulebook.Compiled.Legend);
                    break;
                case "refused":
                    mismatches.Add(value, Mismatches.Same(Mismatches.List(value)), new("a posted operation", "已记账的操作"), name.Raw);
                    break;
                default:
                    OfSettlement(name, value, operation, after.Ledger);
                    break;
            }
    }

    /// <summary>A refused operation passes only where the case expects exactly these problems.</summary>
    public void CompareRefused(LedgerOperation operation, ProblemException refusal)
    {
        var name = refusal is InputException ? "invalid" : "refused";
        if (operation.Expect?.Optional(name) is { } codes)
            mismatches.CompareCodes(name, refusal, codes);
        else
            mismatches.Add(
                refusal.Problems.Select(problem => refusal is InputException ? problem : problem with { Place = operation.Node.Place })
            );
    }

    private void OfSettlement(Node name, Node value, LedgerOperation operation, MemberLedger ledger)
    {
        if (ledger.Settlements.FirstOrDefault(one => operation.Claim.Length > 0 && one.Claim.Id == operation.Claim) is { } settlement)
            _ofSettlement.Compare(settlement, name, value);
        else
            mismatches.Unknown(name, [.. IndexReader.LedgerKeys, "history"]);
    }

    /// <summary>What the lines that the operation posted add up to.</summary>
    private void Changes(Node expected, List<LedgerLine> posted, MemberLedger ledger)
    {
        foreach (var (name, value) in expected.Entries())
            if (name.Raw is "patient" or "hospital" or "bill" || ledger.Rulebook.Payers.Contains(name.Raw))
                mismatches.Compare(
                    name,
                    value,
                    posted.Aggregate(
                        Money.Zero,
                        (sum, line) =>
                            sum
                            + name.Raw switch
                            {
                                "patient" => line.Settlement.Patient,
                                "hospital" => line.Settlement.Hospital,
                                "bill" => line.Settlement.Bill,
                                var payer => line.Settlement.PaidBy(payer),
                            }
                    )
                );
            else
                mismatches.Unknown(name, ledger.Rulebook.Payers.Concat(["patient", "hospital", "bill"]));
    }

    private void Amounts(Node expected, CaseLedgers ledgers, IEnumerable<(string Payer, Money Amount)> amounts)
    {
        var known = ledgers.Ledger.Rulebook.Compiled.Index.Payers.Select(payer => payer.Id).ToList();
        foreach (var (name, value) in expected.Entries())
            if (known.Contains(name.Raw))
                mismatches.Compare(name, value, amounts.Where(one => one.Payer == name.Raw).Sum(one => one.Amount));
            else
                mismatches.Unknown(name, known);
    }

    private static string Due(LedgerOperation operation, CaseLedgers after) =>
        after.Ledger.Held.FirstOrDefault(held => held.Settlement.Claim.Id == operation.Claim)?.Due is { } due ? IsoDay.Show(due) : "";

    /// <summary>A mismatch in words: the kind, what it is about, and the difference.</summary>
    private static string Told(Mismatch mismatch) =>
        string.Join(
            ' ',
            new[]
            {
                mismatch.Kind switch
                {
                    MismatchKind.MissingHere => "missing_here",
                    MismatchKind.MissingThere => "missing_there",
                    MismatchKind.Duplicate => "duplicate",
                    MismatchKind.Amount => "amount",
                    _ => throw UnknownKind.Of(mismatch.Kind),
                },
                mismatch.ClaimId,
                mismatch.Clerk ?? "",
                mismatch.Scheme is { } scheme ? EnumWords.All<Scheme>()[(int)scheme] : "",
                mismatch.Payer,
                (mismatch.Ours - mismatch.Theirs).ToString(),
            }.Where(word => word.Length > 0)
        );

    private void Same(Node name, Node value, string actual) => mismatches.Compare(name.Raw, value.Text(), actual, value);

    private void Same(Node name, Node value, IEnumerable<string> actual) =>
        mismatches.Compare(name.Raw, Mismatches.List(value), string.Join(", ", actual), value);
}
