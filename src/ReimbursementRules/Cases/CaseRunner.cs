using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Settles the claims of a case and compares, to the cent.</summary>
internal static class CaseRunner
{
    public static CaseResult Run(Rulebook rulebook, Case @case)
    {
        var mismatches = new List<Problem>();
        var history = @case.History;
        for (var i = 0; i < @case.Claims.Count; i++)
        {
            var of = @case.Claims.Count == 1 ? new Text("", "") : new Text($"claim {i + 1}: ", $"第 {i + 1} 笔：");
            var comparison = new Comparison(mismatches, of);
            try
            {
                var settlement = rulebook.Settle(@case.Claims[i].Claim, history);
                comparison.Compare(settlement, @case.Claims[i].Expect);
                history = settlement.History;
            }
            catch (ClaimException e)
            {
                comparison.CompareInvalid(e, @case.Claims[i].Expect);
            }
        }

        return new(@case.Name, @case.Place, mismatches);
    }

    private sealed class Comparison(List<Problem> mismatches, Text of)
    {
        public void Compare(Settlement settlement, Node expect)
        {
            foreach (var (name, value) in expect.Pairs)
                switch (name.Raw)
                {
                    case "bill": Same(name, value, settlement.Bill); break;
                    case "patient": Same(name, value, settlement.Patient); break;
                    case "hospital": Same(name, value, settlement.Hospital); break;
                    case "status": Same(name, value, settlement.Status.ToString().ToLowerInvariant()); break;
                    case "parts": Parts(value, settlement); break;
                    case "items": Items(value, settlement); break;
                    case "findings": Same(name, string.Join(", ", value.Items().Select(id => id.Text())), string.Join(", ", settlement.Findings.Select(finding => finding.Id)), value); break;
                    case "history": History(value, settlement.History); break;
                    case "invalid": Same(name, string.Join(", ", value.Items().Select(code => code.Text())), "", value); break;
                    default: Payer(name, value, settlement); break;
                }
        }

        /// <summary>A claim that is not valid passes only where the case expects exactly these problems.</summary>
        public void CompareInvalid(ClaimException invalid, Node expect)
        {
            if (expect.Optional("invalid") is { } codes)
                Same(codes, string.Join(", ", codes.Items().Select(code => code.Text())), string.Join(", ", invalid.Problems.Select(problem => problem.Code)), codes);
            else
                mismatches.AddRange(invalid.Problems);
        }

        private void Payer(Node name, Node value, Settlement settlement)
        {
            if (settlement.Payers.FirstOrDefault(payer => payer.Payer == name.Raw) is { } payer)
                Same(name, value, payer.Amount);
            else
                Unknown(name, settlement.Payers.Select(p => p.Payer).Concat(["patient", "hospital", "bill", "status", "parts", "items", "findings", "history", "invalid"]));
        }

        /// <summary>What the patient holds of each part in the end.</summary>
        private void Parts(Node expected, Settlement settlement)
        {
            foreach (var (name, value) in expected.Entries())
                if (settlement.Book.Parts.Contains(name.Raw))
                    Same(name, value, settlement.Parts.FirstOrDefault(part => part.Name == name.Raw)?.Patient ?? Money.Zero);
                else
                    Unknown(name, settlement.Book.Parts);
        }

        private void Items(Node expected, Settlement settlement)
        {
            var items = expected.Items();
            if (items.Count != settlement.Items.Length)
                Mismatch(expected, $"{items.Count} items", $"{settlement.Items.Length} items", "items");
            foreach (var (item, actual) in items.Zip(settlement.Items))
                foreach (var (name, value) in item.Entries())
                    Item(name, value, actual);
        }

        private void Item(Node name, Node value, ItemSettlement item)
        {
            var amount = name.Raw switch
            {
                "patient" => item.Patient,
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
            else
                Unknown(name, item.Payers.Select(p => p.Payer).Concat(["patient", "hospital", .. Legend.CutParts]));
        }

        /// <summary>Amounts used, or numbers of uses, by name; over all words and periods of the name.</summary>
        private void History(Node expected, History history)
        {
            foreach (var (name, value) in expected.Entries())
            {
                var entries = history.Entries.Where(entry => entry.What == name.Raw).ToList();
                if (entries.Exists(entry => entry.Times != 0))
                    Same(name, value.Text(), entries.Sum(entry => entry.Times).ToString(CultureInfo.InvariantCulture), value);
                else
                    Same(name, value, entries.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount));
            }
        }

        private void Same(Node name, Node value, Money actual)
        {
            if (SignedMoney(value) is { } expected && expected != actual)
                Mismatch(value, expected.ToReadable(), actual.ToReadable(), name.Raw);
        }

        private void Same(Node name, Node value, string actual) => Same(name, value.Text(), actual, value);

        private void Same(Node name, string expected, string actual, Node at)
        {
            if (expected != actual)
                Mismatch(at, expected.Length == 0 ? "nothing" : expected, actual.Length == 0 ? "nothing" : actual, name.Raw == expected ? "" : name.Raw);
        }

        private void Mismatch(Node at, string expected, string actual, string name) =>
            mismatches.Add(new(at.Place, "case.mismatch", new($"{of.En}expected {name} {expected}, was {actual}.", $"{of.Zh}{name} 预期为 {expected}，实际为 {actual}。")));

        private void Unknown(Node name, IEnumerable<string> known)
        {
            var hint = Spelling.Hint(name.Raw, known);
            mismatches.Add(new(name.Place, "expect.unknown", new($"'{name.Raw}' cannot be expected here.{hint.En}", $"此处不能预期“{name.Raw}”。{hint.Zh}")));
        }

        /// <summary>An amount that may be below zero, as a hospital's saving is; null after a problem.</summary>
        private Money? SignedMoney(Node node)
        {
            var text = node.IsScalar ? node.Raw : "";
            var negative = text.StartsWith('-');
            if (Money.TryParse(negative ? text[1..] : text, out var money))
                return negative ? -money : money;
            mismatches.Add(new(node.Place, "amount.form", new($"'{text}' is not an amount such as 1_200.50 or -600.00.", $"“{text}”不是金额，如 1_200.50 或 -600.00。")));
            return null;
        }
    }
}
