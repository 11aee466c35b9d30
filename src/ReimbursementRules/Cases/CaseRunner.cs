using System.Globalization;
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
        var noted = @case.Claims.Select(claim => claim.Expect.Problems.Count).FirstOrDefault();
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

        if (@case.Claims.Count > 0)
            mismatches.AddRange(@case.Claims[0].Expect.Problems.Skip(noted));
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
                    case "findings": Same(name.Raw, List(value), string.Join(", ", settlement.Findings.Select(finding => finding.Id)), value); break;
                    case "history": History(value, settlement); break;
                    case "invalid": Mismatch(value, Same(List(value)), new("a valid claim", "有效的申请"), name.Raw); break;
                    default: Payer(name, value, settlement); break;
                }
        }

        /// <summary>A claim that is not valid passes only where the case expects exactly these problems.</summary>
        public void CompareInvalid(ClaimException invalid, Node expect)
        {
            if (expect.Optional("invalid") is { } codes)
                Same("invalid", List(codes), string.Join(", ", invalid.Problems.Select(problem => problem.Code)), codes);
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
                Mismatch(expected, Same($"{items.Count}"), Same($"{settlement.Items.Length}"), "items");
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
        private void History(Node expected, Settlement settlement)
        {
            foreach (var (name, value) in expected.Entries())
            {
                var entries = settlement.History.Entries.Where(entry => entry.What == name.Raw).ToList();
                if (!settlement.Book.Slots.Any(slot => slot.What == name.Raw))
                    Unknown(name, settlement.Book.Slots.Select(slot => slot.What));
                else if (entries.Exists(entry => entry.Times != 0))
                    Same(name.Raw, value.Text(), entries.Sum(entry => entry.Times).ToString(CultureInfo.InvariantCulture), value);
                else
                    Same(name, value, entries.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount));
            }
        }

        private void Same(Node name, Node value, Money actual)
        {
            if (SignedMoney(value) is { } expected && expected != actual)
                Mismatch(value, Same(expected.ToReadable()), Same(actual.ToReadable()), name.Raw);
        }

        private void Same(Node name, Node value, string actual) => Same(name.Raw, value.Text(), actual, value);

        private void Same(string name, string expected, string actual, Node at)
        {
            if (expected != actual)
                Mismatch(at, Same(expected), Same(actual), name);
        }

        private static string List(Node words) => string.Join(", ", words.Items().Select(word => word.Text()));

        private void Mismatch(Node at, Text expected, Text actual, string name) =>
            mismatches.Add(new(at.Place, "case.mismatch", new($"{of.En}expected {name} {expected.En}, was {actual.En}.", $"{of.Zh}{name} 预期为 {expected.Zh}，实际为 {actual.Zh}。")));

        private static Text Same(string value) => value.Length == 0 ? new("nothing", "空") : new(value, value);

        private void Unknown(Node name, IEnumerable<string> known)
        {
            var hint = Spelling.Hint(name.Raw, known);
            mismatches.Add(new(name.Place, "expect.unknown", new($"'{name.Raw}' cannot be expected here.{hint.En}", $"此处不能预期“{name.Raw}”。{hint.Zh}")));
        }

        /// <summary>An amount that may be below zero, as a hospital's saving is; null after a problem.</summary>
        private Money? SignedMoney(Node node)
        {
            var text = node.Text();
            var negative = text.StartsWith('-');
            if (text.Length == 0)
                return null;
            if (Money.TryParse(negative ? text[1..] : text, out var money))
                return negative ? -money : money;
            mismatches.Add(new(node.Place, "amount.form", new($"'{text}' is not an amount. Write yuan without a unit, such as 1_200.50 or -600.00.", $"“{text}”不是金额。请写不带单位的元数，如 1_200.50 或 -600.00。")));
            return null;
        }
    }
}
