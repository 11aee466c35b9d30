using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What the file of a layer, its tables and its steps can say wrongly.</summary>
public sealed class LayerMessageTests
{
    internal const string Cap = """
          - id: cap
            kind: cap
            of: payment
            per: year
            amount:
              2020-01-01: { value: 100_000, reference: "Town order 4" }

        """;

    internal const string Quota = """
        id: quota
        title: { en: Quota, zh: 定额 }
        payer: fund
        instead_of: basic
        applies: { setting: inpatient, disease: appendicitis }
        at_most: { times: 1, per: year, each: disease }
        base: [in_scope, first_self_pay]
        steps:
          - id: quota
            kind: quota
            pays_on: quota
            amount: { 2020-01-01: { value: 6_000, reference: "Town order 5" } }
            rate: { 2020-01-01: { value: 70%, reference: "Town order 5" } }
            excess: { hospital: 100% }
            saving: hospital

        """;

    internal const string Rows = """
        2020-01-01:
                reference: "Town order 2"
                rows:
                  - { when: { hospital.level: [one, unrated] }, value: 300 }
                  - { when: { hospital.level: two }, value: 600 }
                  - { when: { hospital.level: three }, value: 1_000 }
        """;

    public static TheoryData<string, string, string, string> LayerMistakes =>
        new()
        {
            {
                "payer.unknown",
                "payer: fund",
                "payer: found",
                "2-basic.yaml:3:8: 'found' is not a payer of index.yaml. Did you mean 'fund'?"
            },
            { "payer.unknown", "payer: fund", "payer: bank", "2-basic.yaml:3:8: 'bank' is not a payer of index.yaml. Known: fund, aid." },
            {
                "part.unknown",
                "base: in_scope",
                "base: in_scop",
                "2-basic.yaml:5:7: 'in_scop' is not a part of the bill at this turn. Did you mean 'in_scope'?"
            },
            {
                "part.unknown",
                "base: in_scope",
                "base: [in_scope, basic.share]",
                "2-basic.yaml:5:18: 'basic.share' is not a part of the bill at this turn. Known: out_of_scope, over_ceiling, "
                    + "first_self_pay, in_scope, refused."
            },
            { "part.twice", "base: in_scope", "base: [in_scope, in_scope]", "2-basic.yaml:5:18: 'in_scope' stands twice in this base." },
            { "base.refused", "base: in_scope", "base: refused", "2-basic.yaml:5:7: what is refused cannot be paid by a layer." },
            { "base.empty", "base: in_scope", "base: []", "2-basic.yaml:5:7: a base names at least one part, such as in_scope." },
            {
                "value.blank",
                "base: in_scope",
                "base:",
                "2-basic.yaml:5:6: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "word.unknown",
                "base: in_scope",
                "base: { parts: in_scope, as: first }",
                "2-basic.yaml:5:30: 'first' cannot stand here. Known: held, original."
            },
            {
                "layer.from",
                "payer: fund",
                "payer: fund\nfrom: 2019-12-31",
                "2-basic.yaml:4:7: the layer begins before the rulebook, on 2020-01-01. Leave the line out, or begin later."
            },
            {
                "layer.until",
                "payer: fund",
                "payer: fund\nuntil: 2020-01-01",
                "2-basic.yaml:4:8: the layer ends before it begins: 'until' is its first day no longer in force."
            },
            {
                "layer.reserved",
                "id: basic",
                "id: admissions",
                "2-basic.yaml:1:5: 'admissions' cannot be the name of a layer: a history uses it for something else. Choose another."
            },
            {
                "id.dot",
                "id: basic",
                "id: basic.one",
                "2-basic.yaml:1:5: 'basic.one' has a dot, which stands between a layer and its step. Write '-' or '_' instead."
            },
            {
                "layer.unknown",
                "payer: fund",
                "payer: fund\ninstead_of: other",
                "2-basic.yaml:4:13: 'other' is not another layer of this rulebook."
            },
            {
                "fact.item",
                "setting: inpatient",
                "item.kind: drug",
                "2-basic.yaml:4:12: 'item.kind' is asked of an item and cannot decide here. Ask it under 'items'."
            },
            { "fact.claim", "applies:", "items:", "2-basic.yaml:4:10: none of these facts is asked of an item. Put them under 'applies'." },
            {
                "conditions.empty",
                "{ setting: inpatient }",
                "{}",
                "2-basic.yaml:4:10: expected at least one condition, such as setting: inpatient."
            },
            {
                "at_most.each",
                "payer: fund",
                "payer: fund\nat_most: { times: 1, per: year, each: sex }",
                "2-basic.yaml:4:39: uses are counted for each disease, not for each 'sex'. Write 'each: disease', or "
                    + "'each: none' where all count together."
            },
            {
                "number.range",
                "payer: fund",
                "payer: fund\nat_most: { times: 0, per: year }",
                "2-basic.yaml:4:19: '0' is out of range. Write a whole number from 1 to 1000."
            },
            { "key.missing", "payer: fund", "payer: fund\nat_most: { per: year }", "2-basic.yaml:4:10: 'times' is missing here. Add it." },
            {
                "word.unknown",
                "payer: fund",
                "payer: fund\nat_most: { times: 1, per: week }",
                "2-basic.yaml:4:27: 'week' cannot stand here. Known: day, stay, month, quarter, year."
            },
            {
                "id.twice",
                "id: share",
                "id: deductible",
                "2-basic.yaml:12:9: two steps are named 'deductible'. Give each a name of its own."
            },
            { "step.kind", "kind: tiers", "kind: tier", "2-basic.yaml:13:11: 'tier' is not a kind of step. Did you mean 'tiers'?" },
            { "step.kind", "kind: tiers", "kind: lottery", $"2-basic.yaml:13:11: 'lottery' is not a kind of step. {Known.Kinds}" },
            {
                "step.order",
                "  - id: deductible\n    kind: deductible\n    per: admission\n    amount:\n      2020-01-01: { value: 600, "
                    + "reference: \"Town order 2\" }\n",
                Cap,
                $"2-basic.yaml:7:5: this step cuts the payment and must stand after the step that pays ({Known.PayingKinds})."
            },
            {
                "word.unknown",
                "per: admission",
                "per: week",
                "2-basic.yaml:9:10: 'week' cannot stand here. Known: item, claim, visit, admission, day, stay, month, quarter, year."
            },
            {
                "amount.form",
                "value: 600",
                "value: 85%",
                "2-basic.yaml:11:28: '85%' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "amount.form",
                "value: 600",
                "value: -600",
                "2-basic.yaml:11:28: '-600' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "amount.form",
                "value: 600",
                "value: 600.005",
                "2-basic.yaml:11:28: '600.005' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at "
                    + "most two decimals, never below zero."
            },
            {
                "key.unknown",
                "value: 600",
                "value: 1,200",
                "2-basic.yaml:11:30: a comma parts '200' from the number before it. Write: `2020-01-01: { value: 1_200, reference: \"Town "
                    + "order 2\" }`."
            },
            {
                "amount.form",
                "value: 600",
                "value: ¥600",
                "2-basic.yaml:11:28: '¥600' is not an amount. Write: `2020-01-01: { value: 600, reference: \"Town " + "order 2\" }`."
            },
            {
                "amount.form",
                "value: 600",
                "value: .inf",
                "2-basic.yaml:11:28: '.inf' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "amount.form",
                "value: 600",
                "value: 6e2",
                "2-basic.yaml:11:28: '6e2' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "amount.form",
                "value: 600",
                "value: 90_000_000_000_000.01",
                "2-basic.yaml:11:28: '90_000_000_000_000.01' is not an amount. Write yuan without a unit, such as 1200 or "
                    + "1_200.50, at most two decimals, never below zero."
            },
            {
                "amount.form",
                "value: 600",
                "value: none",
                "2-basic.yaml:11:28: 'none' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "value.blank",
                "value: 600",
                "value: null",
                "2-basic.yaml:11:28: a value is missing here. Write one, or leave the whole line out."
            },
            { "key.missing", "value: 600, ", "", "2-basic.yaml:11:19: 'value' is missing here. Add it." },
            { "key.missing", ", reference: \"Town order 2\"", "", "2-basic.yaml:11:19: 'reference' is missing here. Add it." },
            {
                "parameter.unknown",
                "value: 600",
                "value: { parameter: wage, times: 2 }",
                "2-basic.yaml:11:41: 'wage' is not a parameter of index.yaml."
            },
            {
                "value.late",
                "2020-01-01: { value: 600",
                "2020-07-01: { value: 600",
                "2-basic.yaml:11:7: 'basic.deductible.amount' has no value before 2020-07-01, but it is needed from "
                    + "2020-01-01. Add the value in force on that day."
            },
            {
                "date.form",
                "2020-01-01: { value: 600",
                "2020-02-30: { value: 600",
                "2-basic.yaml:11:7: '2020-02-30' is not a date: February 2020 has 29 days. Look up which day is meant: one from 01 to 29."
            },
            {
                "date.range",
                "2020-01-01: { value: 600",
                "2020-01-01: { value: 600, reference: x }\n      2200-01-01: { value: 600",
                "2-basic.yaml:12:7: nothing begins on 2200-01-01: write a day from 1949-10-01 to 2099-12-31."
            },
            {
                "date.range",
                "2020-01-01: { value: 600",
                "0202-01-01: { value: 600",
                "2-basic.yaml:11:7: nothing begins on 0202-01-01: write a day from 1949-10-01 to 2099-12-31."
            },
            {
                "value.never",
                "payer: fund\napplies: { setting: inpatient }\nbase: in_scope\nsteps:\n  - id: deductible\n    kind: deductible\n"
                    + "    per: admission\n    amount:\n      2020-01-01: { value: 600",
                "payer: fund\nuntil: 2021-01-01\nbase: in_scope\nsteps:\n  - id: deductible\n    kind: deductible\n"
                    + "    per: admission\n    amount:\n      2020-01-01: { value: 700, reference: x }\n      2021-01-01: { value: 600",
                "2-basic.yaml:12:7: this value of 'basic.deductible.amount' is never in force: it begins on 2021-01-01, and what it is for "
                    + "ends before 2021-01-01. Correct one of the days, or leave the value out."
            },
            {
                "key.twice",
                "2020-01-01: { value: 600",
                "2020-01-01: { value: 500, reference: x }\n      2020-01-01: { value: 600",
                "2-basic.yaml:12:7: the key '2020-01-01' stands here a second time. Keep one of them."
            },
            {
                "rate.form",
                "75%",
                "0.75",
                "2-basic.yaml:16:28: '0.75' is not a rate: it has no '%'. Write 75% where "
                    + "0.75 of the whole is meant, or 0.75% where 0.75 of a hundred is."
            },
            {
                "rate.form",
                "75%",
                "75",
                "2-basic.yaml:16:28: '75' is not a rate: it has no '%'. Write: `2020-01-01: { value: 75%, reference: \"Town order 3\" }`."
            },
            {
                "rate.form",
                "75%",
                "101%",
                "2-basic.yaml:16:28: '101%' is not a rate: no rate is above 100%. Write a " + "percentage from 0% to 100%, such as 85%."
            },
            { "bands.empty", "75%", "[]", "2-basic.yaml:16:28: expected at least one band, such as { above: 0, rate: 80% }." },
            {
                "bands.start",
                "75%",
                "[ { above: 100, rate: 75% } ]",
                "2-basic.yaml:16:39: the first band begins above 0. Write { above: 0, rate: 0% } first where nothing is paid below."
            },
            {
                "bands.order",
                "75%",
                "[ { above: 0, rate: 75% }, { above: 0, rate: 80% } ]",
                "2-basic.yaml:16:64: the bands must rise: this one does not begin above the one before it."
            },
            { "key.missing", "75%", "[ { above: 0, rate: 75% }, { rate: 80% } ]", "2-basic.yaml:16:55: 'above' is missing here. Add it." },
            { "mapping.expected", "75%", "[ 75% ]", "2-basic.yaml:16:30: expected lines of the form 'key: value', found '75%'." },
            {
                "tiers.per",
                "edges:",
                "per: item\n    edges:",
                "2-basic.yaml:14:10: bands by item are for one claim. Leave 'per' out, or ask no facts of items."
            },
            {
                "word.unknown",
                "edges: after_deductible",
                "edges: above",
                "2-basic.yaml:14:12: 'above' cannot stand here. Known: after_deductible, on_base."
            },
            {
                "deductible.item",
                "value: 600",
                "rows: [ { when: { item.kind: drug }, value: 600 }, { otherwise: true, value: 0 } ]",
                "2-basic.yaml:7:5: a deductible that asks facts of items is taken of each item: write 'per: item'. To take it once of some "
                    + "items, put them into a layer of their own with 'items'."
            },
            {
                "table.both",
                "value: 600",
                "value: 600, rows: [ { otherwise: true, value: 0 } ]",
                "2-basic.yaml:11:39: a table has either 'value' or 'rows', not both."
            },
            {
                "key.unknown",
                "value: 600",
                "amount: 600",
                "2-basic.yaml:11:19: 'value' is missing here. Add it.\n2-basic.yaml:11:21: the key 'amount' is not known "
                    + "here. Known: rows, reference, href, note, status, value."
            },
        };

    [Theory]
    [MemberData(nameof(LayerMistakes))]
    public void Layer_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should.Throw<PolicyException>(folder.Replace("2-basic.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string, string> StepKeyMistakes =>
        new()
        {
            {
                "deductible.taken_from",
                "kind: deductible\n    per: admission",
                "kind: deductible\n    per: item\n    taken_from: first_self_pay",
                "2-basic.yaml:10:17: a deductible per item is taken from that item. Leave 'taken_from' out."
            },
            {
                "deductible.taken_from",
                "base: in_scope\nsteps:\n  - id: deductible",
                "base: in_scope\nrest: unchanged\nsteps:\n  - taken_from: first_self_pay\n    id: deductible",
                "2-basic.yaml:8:17: a deductible is taken from parts that the catalogue cut, in a layer that names what it "
                    + "leaves: its base has in_scope, and it does not say 'rest: unchanged'."
            },
            {
                "fact.claim",
                "kind: deductible",
                "kind: deductible\n    taken_from: { parts: first_self_pay, items: { setting: inpatient } }",
                "2-basic.yaml:9:51: none of these facts is asked of an item. Put them under 'applies'."
            },
            {
                "base.by_item",
                "base: in_scope\nsteps:\n  - id: deductible\n    kind: deductible\n    per: admission",
                "base: { parts: in_scope, as: original }\nsteps:\n  - id: deductible\n    kind: deductible\n    per: item",
                "2-basic.yaml:5:7: a base that counts its parts as they were at first is not told apart item by item. Put "
                    + "each group of items into a layer of its own with 'items', and ask no facts of items in its rows."
            },
            {
                "payer.twice",
                "kind: tiers\n    edges: after_deductible\n    table:",
                "kind: top_up\n    of: bill\n    counts: [fund, aid, fund]\n    to:",
                "2-basic.yaml:15:25: 'fund' stands here a second time, and what it pays would count twice. Keep one of them."
            },
            {
                "word.unknown",
                "base: in_scope",
                "base: in_scope\nrest: kept",
                "2-basic.yaml:6:7: 'kept' cannot stand here. Known: named, unchanged."
            },
            { "key.missing", "75%", "{ rate: 75%, each: age }", "2-basic.yaml:16:28: 'add' is missing here. Add it." },
            {
                "fact.number",
                "75%",
                "{ rate: 75%, add: 1%, each: years }",
                $"2-basic.yaml:16:56: 'years' is not a fact of a claim that is a number. {Known.Numbers()}"
            },
            {
                "number.times",
                "edges: after_deductible",
                "adjust: [ { 2020-01-01: { reference: x, times: 1_000.1% } } ]\n    edges: after_deductible",
                "2-basic.yaml:14:52: '1_000.1%' is too large or too fine to be a multiple. Write a number such as 1.5, or a percentage "
                    + "such as 150%, of at most 10 times and six decimals (four of a percentage)."
            },
            {
                "adjust.row",
                "edges: after_deductible",
                "adjust: [ { 2020-01-01: { reference: x, add: 5%, less: 5% } } ]\n    edges: after_deductible",
                "2-basic.yaml:14:29: a row of an adjustment has one of 'add', 'less', 'times' and 'own_share_times'. Write "
                    + "'add: 0%' where the rate stays as it is."
            },
            {
                "cap.cuts",
                "kind: tiers\n    edges: after_deductible\n    table:\n      2020-01-01: { value: 75%, reference: \"Town order 3\" }",
                "kind: top_up\n    of: bill\n    counts: [fund]\n    to:\n      2020-01-01: { value: 75%, reference: x }\n  "
                    + "- { id: cap, kind: cap, of: payment, cuts: cost, per: year, amount: { 2020-01-01: { value: 5, reference: x } } }",
                "2-basic.yaml:18:46: 'cuts: cost' asks for the cost of which a rate was paid: the step that pays must be of kind tiers."
            },
            {
                "adjust.part",
                "edges: after_deductible",
                "adjust: [ { part: elsewhere, table: { 2020-01-01: { reference: x, add: 5% } } }, { 2020-01-01: { reference: "
                    + "x, add: 5% } } ]\n    edges: after_deductible",
                "2-basic.yaml:14:23: only the last change of a rate can name a part: what it costs is what is lost in the end. Put it last."
            },
            {
                "adjust.part",
                "edges: after_deductible",
                "adjust: [ { part: deductible, table: { 2020-01-01: { reference: x, add: 5% } } } ]\n    edges: after_deductible",
                "2-basic.yaml:14:23: 'deductible' is the name of a step of this layer, or has a dot. Choose another."
            },
            {
                "adjust.part",
                "base: in_scope\nsteps:",
                "base: in_scope\nrest: unchanged\nsteps:\n  - id: more\n    kind: tiers\n    edges: after_deductible\n    "
                    + "adjust: [ { part: elsewhere, table: { 2020-01-01: { reference: x, add: 5% } } } ]\n    table: { 2020-01-01: "
                    + "{ value: 5%, reference: x } }",
                "2-basic.yaml:11:23: this layer leaves the parts their names, so that no part can be told apart. Leave "
                    + "'part' out.\n2-basic.yaml:13:5: this step works on the cost and must stand before the step that pays "
                    + $"({Known.PayingKinds}).\n2-basic.yaml:18:5: a layer has one step that pays. Put the second into "
                    + "a layer of its own."
            },
            {
                "adjust.row",
                "per: admission",
                "adjust: [ { 2020-01-01: { reference: x, add: 5, less: 5 } } ]\n    per: admission",
                "2-basic.yaml:9:29: a row that adjusts an amount has one of 'add', 'less' and 'times'. Write 'times: 100%' where the "
                    + "amount stays as it is."
            },
            {
                "adjust.item",
                "per: admission",
                "adjust: [ { 2020-01-01: { reference: x, rows: [ { when: { item.essential: yes }, add: 1 }, { otherwise: true, add: 0 } "
                    + "] } } ]\n    per: item",
                "2-basic.yaml:9:17: a change of an amount cannot ask facts of items: the amount is changed once for the claim. Ask them "
                    + "in the rows of 'amount', or put the items into a layer of their own with 'items'."
            },
            {
                "deductible.at_most",
                "per: admission",
                "at_most: { per: year, amount: { 2020-01-01: { value: 900, reference: x } } }\n    per: year",
                "2-basic.yaml:9:14: a ceiling is for deductibles that begin anew with each claim: write 'per: admission' beside it. A "
                    + "deductible that itself runs over a period is its own ceiling; leave 'at_most' out."
            },
            {
                "deductible.at_most",
                "per: admission",
                "at_most: { per: claim, amount: { 2020-01-01: { value: 900, reference: x } } }\n    per: admission",
                "2-basic.yaml:9:21: deductibles add up over several claims. Write 'per: year', 'quarter', 'month', 'stay' or 'day'."
            },
            {
                "adjust.row",
                "edges: after_deductible",
                "adjust: [ { 2020-01-01: { reference: x } } ]\n    edges: after_deductible",
                "2-basic.yaml:14:29: a row of an adjustment has one of 'add', 'less', 'times' and 'own_share_times'. Write "
                    + "'add: 0%' where the rate stays as it is."
            },
        };

    [Theory]
    [MemberData(nameof(StepKeyMistakes))]
    public void KeyOfAStep_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should.Throw<PolicyException>(folder.Replace("2-basic.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string, string> TableMistakes =>
        new()
        {
            {
                "table.gap",
                "level: three",
                "level: two, location: in_area",
                "2-basic.yaml:11:7: no row applies to { hospital.level: three, location: in_area }. Add a row, or "
                    + "'otherwise: true'.\n2-basic.yaml:16:13: this row and the row on line 15 both apply to { hospital.level: "
                    + "two, location: in_area }. Exactly one must."
            },
            {
                "table.gap",
                "          - { when: { hospital.level: three }, value: 1_000 }",
                "",
                "2-basic.yaml:11:7: no row applies to { hospital.level: three }. Add a row, or 'otherwise: true'."
            },
            {
                "table.overlap",
                "[one, unrated]",
                "[one, two, unrated]",
                "2-basic.yaml:15:13: this row and the row on line 14 both apply to { hospital.level: two }. Exactly one must."
            },
            {
                "table.unreachable",
                "          - { when: { hospital.level: two }",
                "          - { otherwise: true, value: 0 }\n          - { when: { hospital.level: two }",
                "2-basic.yaml:15:13: this row never applies: its conditions never hold here, or other rows take every case. "
                    + "Remove it, or mend its conditions."
            },
            {
                "table.unreachable",
                "level: three }, value: 1_000 }",
                "level: three }, value: 1_000 }\n          - { when: { setting: pharmacy }, value: 5 }",
                "2-basic.yaml:17:13: this row never applies: its conditions never hold here, or other rows take every case. "
                    + "Remove it, or mend its conditions."
            },
            {
                "table.otherwise",
                "value: 1_000 }",
                "value: 1_000 }\n          - { otherwise: true, value: 1 }\n          - { otherwise: yes, value: 2 }",
                "2-basic.yaml:18:13: one row 'otherwise' at most stands among rows."
            },
            {
                "row.when",
                "{ when: { hospital.level: two }",
                "{ otherwise: yes, when: { hospital.level: two }",
                "2-basic.yaml:15:13: a row has either 'when' or 'otherwise: true'."
            },
            {
                "fact.word",
                "level: two",
                "level: tow",
                "2-basic.yaml:15:39: 'tow' is not a word of 'hospital.level'. Known: one, two, three, unrated."
            },
            {
                "fact.word",
                "level: two",
                "level: second",
                "2-basic.yaml:15:39: 'second' is not a word of 'hospital.level'. Known: one, two, three, unrated."
            },
            {
                "fact.word",
                "level: two",
                "level: 2",
                "2-basic.yaml:15:39: '2' is not a word of 'hospital.level'. Known: one, two, three, unrated."
            },
            {
                "fact.unknown",
                "when: { hospital.level: two",
                "when: { hospital_level: two",
                "2-basic.yaml:15:23: 'hospital_level' is not a fact of a claim. Did you mean 'hospital.level'?"
            },
            {
                "mapping.expected",
                "{ when: { hospital.level: two }, value: 600 }",
                "two",
                "2-basic.yaml:15:13: expected lines of the form 'key: value', found 'two'."
            },
            { "key.missing", "two }, value: 600", "two }", "2-basic.yaml:15:13: 'value' is missing here. Add it." },
            {
                "number.form",
                "{ hospital.level: two }",
                "{ hospital.level: two, age: { from: old } }",
                "2-basic.yaml:15:57: 'old' is not a whole number from 0 to 1,000,000,000,000, such as 14."
            },
            {
                "table.gap",
                "{ hospital.level: two }",
                "{ hospital.level: two, age: { from: 60 } }",
                "2-basic.yaml:11:7: no row applies to { hospital.level: two, age: { below: 60 } }. Add a row, or 'otherwise: true'."
            },
            {
                "list.expected",
                Rows[Rows.IndexOf("rows:", StringComparison.Ordinal)..],
                "rows: three",
                "2-basic.yaml:13:15: expected a list such as [a, b], found 'three'."
            },
        };

    [Theory]
    [MemberData(nameof(TableMistakes))]
    public void Table_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        folder.Replace("2-basic.yaml", "2020-01-01: { value: 600, reference: \"Town order 2\" }", Rows);
        Should.Throw<PolicyException>(folder.Replace("2-basic.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string, string> DatedListMistakes =>
        new()
        {
            {
                "value.late",
                "{ rows: [ { when: { disease: { in: twelve } }, value: 1 }, { otherwise: true, value: 2 } ]",
                "{ setting: inpatient }",
                "2-basic.yaml:11:54: the list 'twelve' has no words before 2020-03-01, but it is needed from 2020-01-01. Add "
                    + "the words in force on that day."
            },
            {
                "value.late",
                "{ value: 600",
                "{ disease: { not_in: twelve } }",
                "2-basic.yaml:4:31: the list 'twelve' has no words before 2020-03-01, but it is needed from 2020-01-01. Add "
                    + "the words in force on that day."
            },
            {
                "table.gap",
                "{ rows: [ { when: { disease: { in: eight } }, value: 1 }, { when: { disease: { not: flu } }, value: 2 } ]",
                "{ setting: inpatient }",
                "2-basic.yaml:11:7: no row applies to { disease: flu } from 2020-07-01. Add a row, or 'otherwise: true'.\n"
                    + "2-basic.yaml:11:77: this row and the row on line 11 both apply to { disease: cold } from 2020-07-01. "
                    + "Exactly one must."
            },
            {
                "table.unreachable",
                "{ rows: [ { when: { disease: { in: eight } }, value: 1 }, { when: { disease: { not_in: eight } }, value: 2 "
                    + "}, { otherwise: true, value: 3 } ]",
                "{ setting: inpatient }",
                "2-basic.yaml:11:129: this row never applies: its conditions never hold here, or other rows take every case. "
                    + "Remove it, or mend its conditions."
            },
            {
                "list.unknown",
                "{ rows: [ { when: { disease: { in: nine } }, value: 1 }, { otherwise: true, value: 2 } ]",
                "{ setting: inpatient }",
                "2-basic.yaml:11:54: 'nine' is not a list of index.yaml. Known: eight, twelve."
            },
        };

    [Theory]
    [MemberData(nameof(DatedListMistakes))]
    public void DatedList_InATableOrLayer_IsCheckedInEachPeriod(string code, string amount, string applies, string message)
    {
        using var folder = new RulebookFolder();
        folder
            .Replace(
                "index.yaml",
                "payers:",
                "lists: { eight: { 2020-01-01: { add: [flu], reference: x }, 2020-07-01: { add: [cold], reference: x } }, "
                    + "twelve: { 2020-03-01: { of: [eight], add: [gall], reference: x } } }\npayers:"
            )
            .Replace("2-basic.yaml", "{ value: 600", amount)
            .Replace("2-basic.yaml", "{ setting: inpatient }", applies);
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldRead(code, message);
    }

    private const string ByService = "'decided_by: service' gives each item the values of its own day, and this ";

    /// <summary>Steps of a layer in which each item takes the values of its own day, and the way that works instead.</summary>
    public static TheoryData<string, string, string> ServiceMistakes =>
        new()
        {
            {
                "deductible.item",
                StepText.Deductible("admission", "600"),
                ByService
                    + "deductible is one for all of them. Say on the step which day of the claim chooses it, such as 'decided_by: "
                    + "admission'."
            },
            {
                "cap.item",
                StepText.Cap("cost", "claim", "600"),
                ByService
                    + "cap is one for all of them. Say on the step which day of the claim chooses it, such as 'decided_by: admission'."
            },
            {
                "cap.item",
                StepText.Cap("payment", "claim", "600"),
                ByService
                    + "cap is one for all of them. Say on the step which day of the claim chooses it, such as 'decided_by: admission'."
            },
            {
                "step.decided_by",
                $"{{ id: deductible, kind: deductible, decided_by: service, per: admission, amount: {StepText.Dated("value: 600")} }}",
                "a step that goes by a day of its own is one for the claim, and 'service' gives each item its own day. Write 'discharge', "
                    + "'admission' or 'filing'."
            },
            {
                "quota.item",
                StepText.Quota("limit", "600", "70%", "{ hospital: 100% }"),
                "a payment standard is for a case, and 'decided_by: service' gives each item the values of its own day. Let another day "
                    + "decide this layer, such as 'decided_by: discharge'."
            },
            {
                "top_up.item",
                $"{{ id: floor, kind: top_up, of: bill, to: {StepText.Dated("value: 50%")} }}",
                "a share that payments are raised to is for a claim, and 'decided_by: service' gives each item the values of its own "
                    + "day. Let another day decide this layer, such as 'decided_by: discharge'."
            },
            {
                "tiers.per",
                StepText.Tiers("75%", per: "year"),
                "'decided_by: service' gives each item the bands of its own day, and those are for one claim. Leave 'per' out, or let "
                    + "another day decide this layer."
            },
        };

    [Theory]
    [MemberData(nameof(ServiceMistakes))]
    public void Step_OfALayerByService_SaysTheWayThatWorks(string code, string step, string message)
    {
        var problem = Should.Throw<PolicyException>(() => Town.Of(LayerByService(code, step))).Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Text.En).ShouldBe((code, message));
    }

    /// <summary>A layer with a step, and with one that pays where that does not.</summary>
    internal static string LayerByService(string code, string step)
    {
        var tiers = StepText.Tiers("75%");
        string[] steps =
            code is "quota.item" or "top_up.item" or "tiers.per" ? [step]
            : step.Contains("payment", StringComparison.Ordinal) ? [tiers, step]
            : [step, tiers];
        return Town.Layer("basic", "fund", "in_scope", "decided_by: service", steps);
    }

    [Fact]
    public void Base_AsItWasAtFirst_OfALayerByService_SaysTheWayThatWorks() =>
        Should
            .Throw<PolicyException>(() =>
                Town.Of(Town.Layer("basic", "fund", "{ parts: in_scope, as: original }", "decided_by: service", StepText.Tiers("75%")))
            )
            .Problems.ShouldHaveSingleItem()
            .Text.En.ShouldBe(
                "a base that counts its parts as they were at first is not told apart item by item, and 'decided_by: service' gives each "
                    + "item the values of its own day. Let another day decide this layer, or count the parts as they are held."
            );

    public static TheoryData<string, string, string, string> CapMistakes =>
        new()
        {
            {
                "cap.item",
                "per: year",
                "per: item",
                "2-basic.yaml:20:10: a cap is not per item. Write the claim, a day, a month or a year."
            },
            {
                "cap.item",
                "value: 100_000",
                "rows: [ { when: { item.kind: drug }, value: 5 }, { otherwise: true, value: none } ]",
                "2-basic.yaml:17:5: the rows of a cap cannot ask facts of items. To limit some items, name them with 'items' beside "
                    + "'amount', in a cap for each group."
            },
            {
                "cap.items",
                "kind: tiers\n    edges: after_deductible\n    table:\n      2020-01-01: { value: 75%, reference: \"Town order 3\" }\n"
                    + "  - id: cap\n    kind: cap",
                "kind: top_up\n    of: bill\n    to:\n      2020-01-01: { value: 75%, reference: \"Town order 3\" }\n"
                    + "  - id: cap\n    kind: cap\n    items: { item.kind: drug }",
                "2-basic.yaml:19:12: a cap of payment with 'items' asks what is paid for each item: the step that pays must be of kind "
                    + "tiers."
            },
            {
                "cap.cuts",
                "id: cap\n    kind: cap\n    of: payment",
                "id: cap\n    kind: cap\n    of: payment\n    cuts: cost\n    items: { item.kind: drug }",
                "2-basic.yaml:20:11: a cap of some items cuts the payment alone. Leave 'cuts' out, or 'items'."
            },
            {
                "step.order",
                "of: payment",
                "of: cost",
                $"2-basic.yaml:17:5: this step works on the cost and must stand before the step that pays ({Known.PayingKinds})."
            },
            { "word.unknown", "of: payment", "of: benefit", "2-basic.yaml:19:9: 'benefit' cannot stand here. Known: payment, cost." },
            {
                "step.order",
                "id: cap\n    kind: cap\n    of: payment\n    per: year",
                "id: more\n    kind: deductible\n    per: year",
                $"2-basic.yaml:17:5: this step works on the cost and must stand before the step that pays ({Known.PayingKinds})."
            },
            {
                "step.order",
                "id: cap\n    kind: cap\n    of: payment\n    per: year\n    amount:\n      2020-01-01: { value: 100_000",
                "id: more\n    kind: tiers\n    edges: on_base\n    table:\n      2020-01-01: { value: 5%",
                "2-basic.yaml:17:5: a layer has one step that pays. Put the second into a layer of its own."
            },
            {
                "cap.cuts",
                "id: cap\n    kind: cap\n    of: payment",
                "id: cap\n    kind: cap\n    of: payment\n    cuts: cost\n    beyond: hospital",
                "2-basic.yaml:20:11: 'cuts: cost' is for a cap on payment whose rest stays with the patient, for the next "
                    + "fund. Leave it out."
            },
            {
                "cap.beyond",
                "id: cap\n    kind: cap\n    of: payment",
                "id: cap\n    kind: cap\n    of: cost\n    beyond: hospital",
                $"2-basic.yaml:17:5: this step works on the cost and must stand before the step that pays ({Known.PayingKinds})."
                    + "\n2-basic.yaml:20:13: only what is cut off a payment can fall to the hospital; a cost "
                    + "that does not count stays with the patient."
            },
            {
                "counts.per",
                "per: year",
                "per: admission\n    counts: apart",
                "2-basic.yaml:21:13: nothing adds up from claim to claim here. Leave 'counts' out, or write 'per' day, stay, month, "
                    + "quarter or year."
            },
            {
                "counts.rows",
                "per: year",
                "per: year\n    counts: apart",
                "2-basic.yaml:21:13: there is only one row, which has nothing to be counted apart from. Leave 'counts' out."
            },
            {
                "counts.shared",
                "per: year",
                "per: year\n    counts: together\n    shared: fund_year",
                "2-basic.yaml:21:13: steps that share a sum count together. Leave 'counts' out, or 'shared'.\n"
                    + "2-basic.yaml:22:13: no other step shares 'fund_year'. Name it in another step too, or leave the line out."
            },
            {
                "counts.missing",
                "value: 100_000",
                "rows: [ { when: { disease: hypertension }, value: none }, { otherwise: true, value: 5 } ]",
                "2-basic.yaml:17:5: the rows of this cap differ by 'disease', which can change from claim to claim of a year, and it does "
                    + "not say what adds up. Write 'counts: together' for one sum of all rows, those that say 'none' too; or "
                    + "'counts: apart' for a sum of each row, where one that says 'none' counts nothing."
            },
            {
                "each.per",
                "per: year",
                "per: admission\n    each: disease",
                "2-basic.yaml:21:11: nothing adds up from claim to claim here. Leave 'each' out, or write 'per' day, stay, month, quarter "
                    + "or year."
            },
            {
                "each.fact",
                "per: year",
                "per: year\n    each: diseases",
                $"2-basic.yaml:21:11: 'diseases' is not a fact of a claim that has words. {Known.OfWords()}"
            },
            {
                "each.fact",
                "per: year",
                "per: year\n    each: age",
                $"2-basic.yaml:21:11: 'age' is not a fact of a claim that has words. {Known.OfWords()}"
            },
            {
                "counts.each",
                "per: year",
                "per: year\n    each: disease\n    counts: apart",
                "2-basic.yaml:22:13: 'each: disease' counts apart already. Leave 'counts' out, or 'each'; where rows differ by "
                    + "more, write 'counts: together'."
            },
            {
                "shared.each",
                "value: 100_000, reference: \"Town order 4\" }",
                "value: 100_000, reference: x }\n    shared: fund_year\n  - { id: more, kind: cap, of: payment, per: year, "
                    + "each: disease, shared: fund_year, amount: { 2020-01-01: { value: 5, reference: x } } }",
                "2-basic.yaml:24:75: the steps that share 'fund_year' must count apart by one fact; the one on line 23 of "
                    + "2-basic.yaml says no 'each'."
            },
            {
                "shared.alone",
                "per: year",
                "per: year\n    shared: fund_year",
                "2-basic.yaml:21:13: no other step shares 'fund_year'. Name it in another step too, or leave the line out."
            },
            {
                "shared.per",
                "per: year",
                "per: admission\n    shared: fund_year",
                "2-basic.yaml:21:13: a shared sum runs on from claim to claim. Write 'per' day, stay, month, quarter or year, or leave "
                    + "'shared' out.\n2-basic.yaml:21:13: no other step shares 'fund_year'. Name it in another step too, or leave "
                    + "the line out."
            },
            {
                "shared.name",
                "per: year",
                "per: year\n    shared: basic",
                "2-basic.yaml:21:13: 'basic' cannot be the name of a shared sum: a history uses it for something else. "
                    + "Choose another.\n2-basic.yaml:21:13: no other step shares 'basic'. Name it in another step too, or leave "
                    + "the line out."
            },
            {
                "shared.name",
                "per: year",
                "per: year\n    shared: basic.share",
                "2-basic.yaml:21:13: 'basic.share' cannot be the name of a shared sum: a history uses it for something else. "
                    + "Choose another.\n2-basic.yaml:21:13: no other step shares 'basic.share'. Name it in another step too, or "
                    + "leave the line out."
            },
            {
                "shared.twice",
                "value: 100_000, reference: \"Town order 4\"",
                "value: 100_000, reference: x }\n    shared: fund_year\n  - { id: more, kind: cap, of: payment, per: year, "
                    + "shared: fund_year, amount: { 2020-01-01: { value: 5, reference: x } }",
                "2-basic.yaml:24:60: two steps of one layer share 'fund_year', so that an amount would count twice. Leave "
                    + "'shared' out of one of them."
            },
            {
                "shared.other",
                "value: 100_000, reference: \"Town order 4\" }",
                "value: 100_000, reference: x }\n    shared: fund_year\n  - { id: month, kind: cap, of: payment, per: month, "
                    + "shared: fund_year, amount: { 2020-01-01: { value: 5, reference: x } } }",
                "2-basic.yaml:24:62: the steps that share 'fund_year' must be of one kind and one period; the one on line 23 "
                    + "of 2-basic.yaml differs."
            },
            {
                "standard.unknown",
                "value: 100_000",
                "value: { standard: basic.share, times: 10% }",
                "2-basic.yaml:22:40: 'basic.share' is not a quota step of an earlier layer, written layer.step."
            },
            {
                "amount.both",
                "value: 100_000",
                "value: { standard: basic.share, parameter: wage }",
                "2-basic.yaml:22:40: 'basic.share' is not a quota step of an earlier layer, written layer.step.\n"
                    + "2-basic.yaml:22:64: an amount is computed of one thing, and 'standard' stands here too. Keep one of them."
            },
            {
                "amount.base",
                "value: 100_000",
                "value: { times: 2 }",
                "2-basic.yaml:22:28: nothing says of what the amount is computed. Write one of 'value', 'parameter', 'standard', 'of' "
                    + "and 'fact'."
            },
            {
                "amount.value",
                "value: 100_000",
                "value: { value: 100_000, at_most: 5 }",
                "2-basic.yaml:22:28: a stated amount is written without braces, such as 400. In braces it grows with a number: add "
                    + "'each', and 'add' or 'less'."
            },
            {
                "amount.value",
                "value: 100_000",
                "value: { value: 100_000, times: 2, add: 5, each: age }",
                "2-basic.yaml:22:53: a stated amount is not multiplied. Write what it comes to under 'value', and leave 'times' out."
            },
            {
                "amount.each",
                "value: 100_000",
                "value: { of: bill, less: 5 }",
                "2-basic.yaml:22:46: nothing says with which number the amount grows. Add 'each' with a fact that is a number, such as "
                    + "'each: age'."
            },
            {
                "amount.growth",
                "value: 100_000",
                "value: { value: 5, each: age, add: 5, less: 5 }",
                "2-basic.yaml:22:46: an amount that goes with a number has one of 'add' and 'less': what each step adds, or takes off."
            },
            {
                "amount.round_to",
                "value: 100_000",
                "value: { of: bill, round_to: 5 }",
                "2-basic.yaml:22:50: '5' is no unit to round to. Write 0.1, 1, 10, 100 or 1_000 yuan, or leave the line out: an amount "
                    + "is computed to the cent."
            },
            {
                "number.times",
                "value: 100_000",
                "value: { of: bill, times: 0.0000001 }",
                "2-basic.yaml:22:47: '0.0000001' is too large or too fine to be a multiple. Write a number such as 1.5, or a percentage "
                    + "such as 150%, of at most 1000000000000 times and six decimals (four of a percentage)."
            },
            {
                "amount.own_part",
                "value: 100_000",
                "value: { of: basic.share }",
                "2-basic.yaml:22:34: 'basic.share' is left by this layer itself, and not known before it has paid. Name parts of the "
                    + "bill or of earlier layers."
            },
            {
                "amount.form",
                "value: 100_000",
                "value: unlimited",
                "2-basic.yaml:22:28: 'unlimited' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at "
                    + "most two decimals, never below zero."
            },
            {
                "amount.bounds",
                "value: 100_000",
                "value: { parameter: wage, at_least: 5, at_most: 4 }",
                "2-basic.yaml:22:28: 'at_least' is above 'at_most'."
            },
            {
                "value.late",
                "value: 100_000",
                "value: { parameter: later, times: 2 }",
                "2-basic.yaml:22:41: the parameter 'later' has no value before 2020-07-01, but it is needed from 2020-01-01. "
                    + "Add the value in force on that day."
            },
            {
                "parameter.unknown",
                "value: 100_000",
                "value: { parameter: wages, times: 2 }",
                "2-basic.yaml:22:41: 'wages' is not a parameter of index.yaml. Did you mean 'wage'?"
            },
            {
                "number.form",
                "value: 100_000",
                "value: { parameter: wage, times: twice }",
                "2-basic.yaml:22:54: 'twice' is not a number from 0 to 1,000,000,000,000, such as 2.5."
            },
            {
                "key.unknown",
                "value: 100_000",
                "value: { parameter: wage, time: 2 }",
                "2-basic.yaml:22:47: the key 'time' is not known here. Did you mean 'times'?"
            },
        };

    [Theory]
    [MemberData(nameof(CapMistakes))]
    public void Cap_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        folder.Replace(
            "index.yaml",
            "payers:",
            "parameters: { wage: { 2020-01-01: { value: 5_000, reference: x } }, later: { 2020-07-01: { value: 5_000, "
                + "reference: x } } }\npayers:"
        );
        Should
            .Throw<PolicyException>(folder.With("2-basic.yaml", RulebookFolder.Basic + Cap).Replace("2-basic.yaml", old, now).Load)
            .Problems.ShouldRead(code, message);
    }

    internal const string RowsOfItems =
        "{ reference: x, rows: [{ when: { item.essential: yes }, value: 80% }, { otherwise: true, value: 75% }] }";

    public static TheoryData<string, string, string> TiersOfItemsMistakes =>
        new()
        {
            {
                "tiers.edges",
                "on_base",
                "2-basic.yaml:14:12: bands by item are cut after the deductible: write 'edges: after_deductible'."
            },
        };

    [Theory]
    [MemberData(nameof(TiersOfItemsMistakes))]
    public void TiersOfItems_Mistake_SaysWhatToWrite(string code, string edges, string message)
    {
        using var folder = new RulebookFolder();
        folder
            .Replace("2-basic.yaml", "after_deductible", edges)
            .Replace("2-basic.yaml", "{ value: 75%, reference: \"Town order 3\" }", RowsOfItems);
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldRead(code, message);
    }

    internal const string Floor = """
        id: floor
        title: { en: Floor, zh: 保底 }
        payer: fund
        base: [basic.deductible, basic.share]
        steps:
          - { id: raise, kind: top_up, of: bill, less: basic.deductible, counts: [fund], to: { 2020-01-01: { value: 45%, reference: x } } }
        """;

    public static TheoryData<string, string, string, string> TopUpMistakes =>
        new()
        {
            {
                "top_up.item",
                "value: 45%",
                "rows: [ { when: { item.kind: drug }, value: 45% }, { otherwise: true, value: 0% } ]",
                "3-floor.yaml:6:5: a share that payments are raised to is for a claim and cannot ask facts of items. Put the "
                    + "items into a layer of their own with 'items'."
            },
            { "key.missing", "of: bill, ", "", "3-floor.yaml:6:5: 'of' is missing here. Add it." },
            {
                "part.unknown",
                "of: bill",
                "of: bills",
                "3-floor.yaml:6:36: 'bills' is not a part of the bill at this turn. Known: out_of_scope, over_ceiling, "
                    + "first_self_pay, in_scope, refused, basic.deductible, basic.share, basic.stays."
            },
            {
                "part.unknown",
                "less: basic.deductible",
                "less: basic.deductable",
                "3-floor.yaml:6:48: 'basic.deductable' is not a part of the bill at this turn. Did you mean 'basic.deductible'?"
            },
            {
                "payer.unknown",
                "counts: [fund]",
                "counts: [funds]",
                "3-floor.yaml:6:75: 'funds' is not a payer of index.yaml. Did you mean 'fund'?"
            },
        };

    [Theory]
    [MemberData(nameof(TopUpMistakes))]
    public void TopUp_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<PolicyException>(folder.With("3-floor.yaml", Floor).Replace("3-floor.yaml", old, now).Load)
            .Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string> Circles =>
        new()
        {
            {
                "layer.circle",
                "third",
                "3-quota.yaml:4:13: 'quota' and 'third' stand in for each other. One of them must be the ordinary rule.\n"
                    + "4-third.yaml:2:13: 'third' and 'quota' stand in for each other. One of them must be the ordinary rule."
            },
        };

    [Theory]
    [MemberData(nameof(Circles))]
    public void LayersInACircle_AreBothNamed(string code, string third, string message)
    {
        using var folder = new RulebookFolder();
        folder
            .With("3-quota.yaml", Quota.Replace("instead_of: basic", $"instead_of: {third}", StringComparison.Ordinal))
            .With("4-third.yaml", RulebookFolder.Basic.Replace("id: basic", $"id: {third}\ninstead_of: quota", StringComparison.Ordinal));
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string, string> QuotaMistakes =>
        new()
        {
            {
                "quota.excess",
                "{ hospital: 100% }",
                "{ hospital: 50%, patient: 40% }",
                "3-quota.yaml:14:13: the shares of the excess must add up to 100%."
            },
            {
                "key.unknown",
                "{ hospital: 100% }",
                "{ hospitals: 100% }",
                "3-quota.yaml:14:15: the key 'hospitals' is not known here. Did you mean 'hospital'?"
            },
            {
                "quota.saving",
                "pays_on: quota",
                "pays_on: limit",
                "3-quota.yaml:15:13: a limit leaves no saving: the payer pays on the bill. Leave 'saving' out."
            },
            { "key.missing", "    saving: hospital\n", "", "3-quota.yaml:9:5: 'saving' is missing here. Add it. Known: hospital, fund." },
            {
                "word.unknown",
                "saving: hospital",
                "saving: patient",
                "3-quota.yaml:15:13: 'patient' cannot stand here. Known: hospital, fund."
            },
            {
                "word.unknown",
                "pays_on: quota",
                "pays_on: quotas",
                "3-quota.yaml:11:14: 'quotas' cannot stand here. Did you mean 'quota'?"
            },
            {
                "standard.instead_of",
                "value: 6_000",
                "value: { standard: basic.share, times: 10% }",
                "3-quota.yaml:12:48: a layer that stands in for another cannot measure by a standard: where no quota was at "
                    + "work neither layer would pay. Write the amount itself.\n3-quota.yaml:12:48: 'basic.share' is not a quota "
                    + "step of an earlier layer, written layer.step."
            },
            {
                "phases.empty",
                "value: 6_000",
                "value: { per_day: [] }",
                "3-quota.yaml:12:47: expected at least one phase, such as { above: 0, value: 300 }."
            },
            {
                "phases.start",
                "value: 6_000",
                "value: { per_day: [ { above: 1, value: 300 } ] }",
                "3-quota.yaml:12:58: the first phase begins above 0 days. Write { above: 0, value: … } first."
            },
            {
                "phases.order",
                "value: 6_000",
                "value: { per_day: [ { above: 0, value: 300 }, { above: 0, value: 200 } ] }",
                "3-quota.yaml:12:84: the phases must rise: this one does not begin after the one before it."
            },
            {
                "key.unknown",
                "value: 6_000",
                "value: { per_day: 300, times: 2 }",
                "3-quota.yaml:12:52: the key 'times' is not known here. Known: per_day."
            },
            {
                "quota.item",
                "value: 6_000",
                "rows: [ { when: { item.kind: drug }, value: 5 }, { otherwise: true, value: none } ]",
                "3-quota.yaml:9:5: a payment standard is for a case and cannot ask facts of items."
            },
            {
                "layer.unknown",
                "instead_of: basic",
                "instead_of: basics",
                "3-quota.yaml:4:13: 'basics' is not another layer of this rulebook. Did you mean 'basic'?"
            },
            {
                "layer.unknown",
                "instead_of: basic",
                "instead_of: quota",
                "3-quota.yaml:4:13: 'quota' is not another layer of this rulebook. Known: basic."
            },
            {
                "id.twice",
                "id: quota\ntitle",
                "id: basic\ntitle",
                "3-quota.yaml:1:5: two layers are named 'basic'. Give each a name of its own."
            },
            {
                "step.none",
                "steps:\n  - id: quota\n    kind: quota\n    pays_on: quota\n    amount: { 2020-01-01: { value: 6_000, "
                    + "reference: \"Town order 5\" } }\n    rate: { 2020-01-01: { value: 70%, reference: \"Town order 5\" } }\n    "
                    + "excess: { hospital: 100% }\n    saving: hospital",
                "steps: []",
                $"3-quota.yaml:1:1: the layer has no step that pays. Add one of kind {Known.PayingKinds}."
            },
            {
                "base.twice",
                "base: [in_scope, first_self_pay]",
                "base: { parts: [in_scope, basic.share], as: original }",
                "3-quota.yaml:7:7: as they were at first, a layer's part is still within the part that it was cut from, and "
                    + "would count twice. Name one of them."
            },
            {
                "part.unknown",
                "base: [in_scope",
                "base: [basic.deductable",
                "3-quota.yaml:7:8: 'basic.deductable' is not a part of the bill at this turn. Did you mean 'basic.deductible'?"
            },
        };

    [Theory]
    [MemberData(nameof(QuotaMistakes))]
    public void Quota_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<PolicyException>(folder.With("3-quota.yaml", Quota).Replace("3-quota.yaml", old, now).Load)
            .Problems.ShouldRead(code, message);
    }

    [Fact]
    public void Table_TellingMillionsOfCombinationsApart_IsTooLarge()
    {
        using var folder = new RulebookFolder();
        var rows = string.Join(
            "\n",
            Enumerable.Range(0, 2_100).Select(i => $"          - {{ when: {{ disease: d{i}, item.code: c{i} }}, value: 1 }}")
        );
        folder
            .Replace("2-basic.yaml", "per: admission", "per: item")
            .Replace(
                "2-basic.yaml",
                "{ value: 600, reference: \"Town order 2\" }",
                $"\n        reference: x\n        rows:\n{rows}\n          - {{ otherwise: true, value: 0 }}"
            );
        Should
            .Throw<PolicyException>(folder.Load)
            .Problems.ShouldRead(
                "table.large",
                "2-basic.yaml:11:7: the rows of this table tell too many combinations apart. Split the table."
            );
    }
}
