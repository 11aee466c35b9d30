using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What <c>0-gates.yaml</c> and <c>1-catalogue.yaml</c> can say wrongly.</summary>
public sealed class GateMessageTests
{
    internal const string Gates = """
        gates:
          - id: no_agreement
            when: { provider.agreement: none }
            then: refuse
            reference: "Town order 4"
            message: { en: No agreement, zh: 无协议 }
          - id: large
            when: { bill: { from: 50_000 } }
            then: hold
            due: { working_days: 10 }
            reference: "Town order 4"
            message: { en: Large, zh: 大额 }

        """;

    public static TheoryData<string, string, string, string> GateMistakes =>
        new()
        {
            {
                "key.missing",
                "gates:",
                "gate:",
                "0-gates.yaml:1:1: the key 'gate' is not known here. Did you mean 'gates'?\n0-gates.yaml:1:1: 'gates' is "
                    + "missing here. Add it."
            },
            {
                "id.twice",
                "id: large",
                "id: no_agreement",
                "0-gates.yaml:7:9: two gates are named 'no_agreement'. Give each a name of its own."
            },
            { "word.unknown", "then: refuse", "then: refused", "0-gates.yaml:4:11: 'refused' cannot stand here. Did you mean 'refuse'?" },
            {
                "days.order",
                "then: refuse",
                "then: refuse\n    from: 2020-05-01\n    until: 2020-05-01",
                "0-gates.yaml:6:12: 'until' is not after 'from'. It is the first day on which this no longer holds."
            },
            { "gate.when", "    when: { provider.agreement: none }\n", "", "0-gates.yaml:2:5: a gate has 'when', 'item' or both." },
            {
                "conditions.empty",
                "{ provider.agreement: none }",
                "{}",
                "0-gates.yaml:3:11: expected at least one condition, such as setting: inpatient."
            },
            {
                "gate.liable",
                "then: hold",
                "then: hold\n    liable: aid",
                "0-gates.yaml:10:13: only a gate that refuses may name who is liable."
            },
            {
                "payer.unknown",
                "then: refuse",
                "then: refuse\n    liable: ade",
                "0-gates.yaml:5:13: 'ade' is not a payer of index.yaml. Known: fund, aid, hospital."
            },
            {
                "gate.liable",
                "then: refuse",
                "then: refuse\n    liable: purse",
                "0-gates.yaml:5:13: 'purse' is the patient's own account and is liable for nothing. Name a fund, or the hospital."
            },
            {
                "gate.due",
                "then: refuse",
                "then: refuse\n    due: { working_days: 3 }",
                "0-gates.yaml:5:10: only a gate that holds has a due date."
            },
            {
                "number.range",
                "working_days: 10",
                "working_days: 0",
                "0-gates.yaml:10:26: '0' is out of range. Write a whole number from 1 to 1000."
            },
            {
                "number.form",
                "working_days: 10",
                "working_days: ten",
                "0-gates.yaml:10:26: 'ten' is not a whole number from 0 to 1,000,000,000,000, such as 14."
            },
            { "key.missing", "{ working_days: 10 }", "{ }", "0-gates.yaml:10:10: 'working_days' is missing here. Add it." },
            {
                "gate.hold",
                "when: { bill: { from: 50_000 } }",
                "item: { item.amount: { from: 50_000 } }",
                "0-gates.yaml:8:11: a gate holds a whole claim, not an item. Ask for facts of the claim in 'when'."
            },
            {
                "fact.item",
                "when: { provider",
                "when: { item.kind: drug, provider",
                "0-gates.yaml:3:13: 'item.kind' is asked of an item and cannot decide here. Ask it under 'item'."
            },
            {
                "fact.claim",
                "when: { provider",
                "item: { provider",
                "0-gates.yaml:3:13: none of these facts is asked of an item. Put them under 'when'."
            },
            {
                "fact.twice",
                "then: refuse",
                "then: refuse\n    item: { item.kind: drug, provider.agreement: none }",
                "0-gates.yaml:5:30: 'provider.agreement' stands under 'when' and under 'item'. Write it once."
            },
            {
                "fact.unknown",
                "provider.agreement",
                "provider.agrement",
                "0-gates.yaml:3:13: 'provider.agrement' is not a fact of a claim. Did you mean 'provider.agreement'?"
            },
            {
                "fact.unknown",
                "provider.agreement",
                "zodiac",
                $"0-gates.yaml:3:13: 'zodiac' is not a fact of a claim. "
                    + $"Where your region asks it, declare it under 'facts' of index.yaml. {Known.Facts()}"
            },
            {
                "fact.word",
                "agreement: none",
                "agreement: nine",
                "0-gates.yaml:3:33: 'nine' is not a word of 'provider.agreement'. Did you mean 'none'?"
            },
            {
                "fact.word",
                "agreement: none",
                "agreement: [none, expired]",
                "0-gates.yaml:3:40: 'expired' is not a word of 'provider.agreement'. Known: in_force, none, suspended."
            },
            {
                "range.words",
                "agreement: none",
                "agreement: { from: 3 }",
                "0-gates.yaml:3:33: 'provider.agreement' is not a number: write its words, such as [one, two]."
            },
            {
                "range.empty",
                "{ from: 50_000 }",
                "{ from: 50_000, below: 50_000 }",
                "0-gates.yaml:8:19: no number lies in this range: 'below' is not above 'from'."
            },
            {
                "range.empty",
                "{ from: 50_000 }",
                "{ }",
                "0-gates.yaml:8:19: expected a range such as { from: 18, below: 60 }, or a list such as { in: chronic }."
            },
            {
                "range.before",
                "{ from: 50_000 }",
                "{ from: 50_000, before: 60_000 }",
                "0-gates.yaml:8:43: 'bill' is not a date, and numbers are below another: write 'below: 60_000' in place of 'before'."
            },
            {
                "range.before",
                "bill: { from: 50_000 }",
                "born: { below: 1958-01-01 }",
                "0-gates.yaml:8:28: 'born' is a date, and days are before another: write 'before: 1958-01-01' in place of 'below'."
            },
            {
                "range.before",
                "bill: { from: 50_000 }",
                "born: { below: 1958-01-01, before: 1958-01-01 }",
                "0-gates.yaml:8:48: 'below' and 'before' both end this range. Keep 'before' for a date, 'below' for a number."
            },
            {
                "range.empty",
                "bill: { from: 50_000 }",
                "born: { from: 1958-01-01, before: 1958-01-01 }",
                "0-gates.yaml:8:19: no day lies in this range: 'before' is not after 'from'."
            },
            {
                "range.never",
                "bill: { from: 50_000 }",
                "born: { before: 1820-01-01 }",
                "0-gates.yaml:8:19: no claim has 'born' in this range: it lies from 1820-01-01 to 2999-12-31. "
                    + "Correct the range, or leave the condition out."
            },
            {
                "range.expected",
                "bill: { from: 50_000 }",
                "born: { in: large }",
                "0-gates.yaml:8:25: 'born' is a date: write a range such as { before: 2001-01-01 }."
            },
            {
                "date.form",
                "bill: { from: 50_000 }",
                "born: { before: 1958年1月1日 }",
                "0-gates.yaml:8:29: '1958年1月1日' is not a date as files write it, year-month-day. Write: "
                    + "`when: { born: { before: 1958-01-01 } }`."
            },
            {
                "range.expected",
                "{ from: 50_000 }",
                "{ in: large }",
                "0-gates.yaml:8:25: 'bill' is a number: write a range such as { from: 18, below: 60 }."
            },
            {
                "amount.form",
                "{ from: 50_000 }",
                "{ from: 50_000.005 }",
                "0-gates.yaml:8:27: '50_000.005' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at "
                    + "most two decimals, never below zero."
            },
            {
                "amount.form",
                "{ from: 50_000 }",
                "{ from: lots }",
                "0-gates.yaml:8:27: 'lots' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "amount.form",
                "bill: { from: 50_000 }",
                "bill: lots",
                "0-gates.yaml:8:19: 'lots' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "key.unknown",
                "{ from: 50_000 }",
                "{ above: 50_000 }",
                "0-gates.yaml:8:21: the key 'above' is not known here. Known: in, not, not_in, from, below, before."
            },
            { "list.unknown", "agreement: none", "agreement: { in: bad }", "0-gates.yaml:3:39: 'bad' is not a list of index.yaml." },
            {
                "not.empty",
                "agreement: none",
                "agreement: { not: [in_force, none, suspended] }",
                "0-gates.yaml:3:13: no other word of 'provider.agreement' is left. Name fewer, or leave the condition out."
            },
            {
                "fact.word",
                "agreement: none",
                "agreement: { not: nine }",
                "0-gates.yaml:3:40: 'nine' is not a word of 'provider.agreement'. Did you mean 'none'?"
            },
            { "list.unknown", "agreement: none", "agreement: { not_in: bad }", "0-gates.yaml:3:43: 'bad' is not a list of index.yaml." },
            { "list.empty", "agreement: none", "agreement: { not: [] }", "0-gates.yaml:3:40: a list has at least one word." },
            {
                "value.expected",
                "agreement: none",
                "agreement: { not: { in: bad } }",
                "0-gates.yaml:3:40: expected a single value, found 'key: value' lines."
            },
            {
                "key.unknown",
                "agreement: none",
                "agreement: { not: none, in: bad }",
                "0-gates.yaml:3:46: the key 'in' is not known here. Known: not."
            },
            {
                "range.expected",
                "{ from: 50_000 }",
                "{ not_in: large }",
                "0-gates.yaml:8:29: 'bill' is a number: write a range such as { from: 18, below: 60 }."
            },
            { "list.empty", "agreement: none", "agreement: []", "0-gates.yaml:3:33: a list has at least one word." },
            {
                "value.blank",
                "agreement: none",
                "agreement:",
                "0-gates.yaml:3:33: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "key.missing",
                "    reference: \"Town order 4\"\n    message: { en: No",
                "    message: { en: No",
                "0-gates.yaml:2:5: 'reference' is missing here. Add it."
            },
            {
                "key.unknown",
                "gates:",
                "reference: { en: Town order, fr: Arrêté }\ngates:",
                "0-gates.yaml:1:30: the key 'fr' is not known here. Known: en, zh."
            },
        };

    [Theory]
    [MemberData(nameof(GateMistakes))]
    public void Gate_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        folder.Replace("index.yaml", "  aid:", "  purse: { title: { en: Purse, zh: 账户 }, account: yes }\n  aid:");
        Should
            .Throw<PolicyException>(folder.With("0-gates.yaml", Gates).Replace("0-gates.yaml", old, now).Load)
            .Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string, string> CatalogueMistakes =>
        new()
        {
            {
                "word.unknown",
                "kind: catalogue",
                "kind: catalog",
                "1-catalogue.yaml:1:7: 'catalog' cannot stand here. Did you mean 'catalogue'?"
            },
            {
                "word.unknown",
                "ceiling: trim",
                "ceiling: none",
                "1-catalogue.yaml:2:10: 'none' cannot stand here. Known: trim, reject, hospital."
            },
            {
                "amount.form",
                "ceiling: trim",
                "ceiling: trim\nceiling_prices: { 2020-01-01: { value: free, reference: x } }",
                "1-catalogue.yaml:3:40: 'free' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at "
                    + "most two decimals, never below zero."
            },
            {
                "catalogue.share",
                "item.class: A }, first_self_pay: 0%",
                "item.class: A }, first_self_pay: 10",
                "1-catalogue.yaml:7:52: '10' may be a share or an amount. Write 'first_self_pay: 10%' for a share of the fee, or "
                    + "'first_self_pay: { amount: 10 }' for yuan of each unit."
            },
            {
                "catalogue.share",
                "item.class: A }, first_self_pay: 0%",
                "item.class: A }, first_self_pay: 0.1",
                "1-catalogue.yaml:7:52: '0.1' may be a share or an amount. Write 'first_self_pay: 10%' for a share of the fee, or "
                    + "'first_self_pay: { amount: 0.1 }' for yuan of each unit."
            },
            {
                "key.missing",
                "item.class: A }, first_self_pay: 0%",
                "item.class: A }, first_self_pay: { amounts: 10 }",
                "1-catalogue.yaml:7:52: 'amount' is missing here. Add it.\n1-catalogue.yaml:7:54: the key 'amounts' is not known here. "
                    + "Did you mean 'amount'?"
            },
            {
                "adjust.row",
                "ceiling: trim",
                "ceiling: trim\nadjust: [{ reference: x, rows: [{ when: { location: in_area }, add: 0% }, { otherwise: true }] }]",
                "1-catalogue.yaml:3:75: a row of an adjustment has one of 'add', 'less', 'times' and 'add_of_rest'. Write 'add: 0%' where "
                    + "the rate stays as it is."
            },
            {
                "table.gap",
                "ceiling: trim",
                "ceiling: trim\nadjust: [{ reference: x, rows: [{ when: { setting: inpatient }, add: 0% }] }]",
                "1-catalogue.yaml:3:10: no row applies to { setting: outpatient }. Add a row, or 'otherwise: true'."
            },
            {
                "value.late",
                "ceiling: trim",
                "ceiling: trim\nceiling_prices: { 2020-07-01: { value: none, reference: x } }",
                "1-catalogue.yaml:3:19: 'ceiling_prices' has no value before 2020-07-01, but it is needed from 2020-01-01. "
                    + "Add the value in force on that day."
            },
            {
                "table.gap",
                "ceiling: trim",
                "ceiling: trim\nceiling_prices: { 2020-01-01: { reference: x, rows: [ { when: { item.code: c1 }, value: 5 } ] } }",
                "1-catalogue.yaml:3:19: no row applies to { item.code: (any other) }. Add a row, or 'otherwise: true'."
            },
            {
                "key.missing",
                "ceiling: trim",
                "ceiling: trim\nceiling_prices: { 2020-01-01: { reference: x, rows: [ { when: { item.code: c1 } }, { "
                    + "otherwise: true, value: none } ] } }",
                "1-catalogue.yaml:3:55: 'value' is missing here. Add it."
            },
            {
                "key.unknown",
                "ceiling: trim",
                "ceiling: trim\nceiling_price: 5",
                "1-catalogue.yaml:3:1: the key 'ceiling_price' is not known here. Did you mean 'ceiling_prices'?"
            },
            {
                "word.unknown",
                "ceiling: trim",
                "ceiling: trim\ndecided_by: admitted",
                "1-catalogue.yaml:3:13: 'admitted' cannot stand here. Known: discharge, admission, filing, service."
            },
            {
                "catalogue.share",
                "0%",
                "0",
                "1-catalogue.yaml:7:52: '0' may be a share or an amount. Write 'first_self_pay: 0%' for a share of the fee, or "
                    + "'first_self_pay: { amount: 0 }' for yuan of each unit."
            },
            {
                "catalogue.share",
                "0%",
                "1_200",
                "1-catalogue.yaml:7:52: '1_200' may be a share or an amount. Write 'first_self_pay: 10%' for a share of the fee, or "
                    + "'first_self_pay: { amount: 1_200 }' for yuan of each unit."
            },
            {
                "rate.form",
                "0%",
                "120%",
                "1-catalogue.yaml:7:52: '120%' is not a rate: no rate is above 100%. Write a " + "percentage from 0% to 100%, such as 85%."
            },
            {
                "rate.form",
                "0%",
                "0.00001%",
                "1-catalogue.yaml:7:52: '0.00001%' is not a rate: it has 5 decimals. Write a percentage from 0% to "
                    + "100% with at most 4 decimals, such as 66.6667%."
            },
            { "rate.form", "0%", "yes", "1-catalogue.yaml:7:52: 'yes' is not a rate. Write a percentage from 0% to 100%, such as 85%." },
            {
                "catalogue.row",
                "out_of_scope: yes",
                "out_of_scope: no",
                "1-catalogue.yaml:9:50: write 'out_of_scope: yes', or 'first_self_pay: 0%' for an item that is wholly in scope."
            },
            {
                "word.unknown",
                "out_of_scope: yes",
                "out_of_scope: true",
                "1-catalogue.yaml:9:50: 'true' cannot stand here. Known: yes, no."
            },
            {
                "catalogue.row",
                ", out_of_scope: yes",
                "",
                "1-catalogue.yaml:9:9: a row has either 'first_self_pay' or 'out_of_scope: yes'."
            },
            {
                "catalogue.row",
                "out_of_scope: yes",
                "out_of_scope: yes, first_self_pay: 0%",
                "1-catalogue.yaml:9:9: a row has either 'first_self_pay' or 'out_of_scope: yes'."
            },
            {
                "table.gap",
                "      - { when: { item.class: C }, out_of_scope: yes }\n",
                "",
                "1-catalogue.yaml:4:3: no row applies to { item.class: C }. Add a row, or 'otherwise: true'."
            },
            {
                "table.overlap",
                "item.class: C",
                "item.class: [B, C]",
                "1-catalogue.yaml:9:9: this row and the row on line 8 both apply to { item.class: B }. Exactly one must."
            },
            { "row.when", "when: { item.class: C }, ", "", "1-catalogue.yaml:9:9: a row has either 'when' or 'otherwise: true'." },
            {
                "row.when",
                "when: { item.class: C }",
                "when: { item.class: C }, otherwise: true",
                "1-catalogue.yaml:9:9: a row has either 'when' or 'otherwise: true'."
            },
            {
                "row.otherwise",
                "when: { item.class: C }",
                "otherwise: no",
                "1-catalogue.yaml:9:22: write 'otherwise: true', or leave the line out."
            },
            {
                "conditions.empty",
                "{ item.class: C }",
                "{}",
                "1-catalogue.yaml:9:17: expected at least one condition, such as setting: inpatient."
            },
            {
                "table.empty",
                RulebookFolder.Catalogue[RulebookFolder.Catalogue.IndexOf("rows:", StringComparison.Ordinal)..],
                "rows: []\n",
                "1-catalogue.yaml:6:11: a table has at least one row."
            },
            {
                "value.late",
                "2020-01-01",
                "2021-01-01",
                "1-catalogue.yaml:4:3: 'catalogue' has no value before 2021-01-01, but it is needed from 2020-01-01. Add the "
                    + "value in force on that day."
            },
        };

    [Theory]
    [MemberData(nameof(CatalogueMistakes))]
    public void Catalogue_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should.Throw<PolicyException>(folder.Replace("1-catalogue.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }
}
