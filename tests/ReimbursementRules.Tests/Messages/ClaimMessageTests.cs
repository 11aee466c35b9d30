using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What a claim can state wrongly: in a YAML or JSON text, and in code.</summary>
public sealed class ClaimMessageTests
{
    internal const string Yaml = """
        discharged: 2020-10-08
        setting: inpatient
        items:
          - { class: A, amount: 18_000 }
          - { class: B, amount: 2_000, first_self_pay: 10% }

        """;

    private const string Json = """
        {
          "discharged": "2020-10-08", "setting": "inpatient",
          "items": [ { "class": "A", "amount": 18000, "name": "一二" } ]
        }
        """;

    public static TheoryData<string, string, string, string> YamlMistakes =>
        new()
        {
            {
                "date.form",
                "2020-10-08",
                "2020-02-30",
                "claim.yaml:1:13: '2020-02-30' is not a date: February 2020 has 29 days. Look up which day is meant: one from 01 to 29."
            },
            {
                "date.form",
                "2020-10-08",
                "08.10.2020",
                "claim.yaml:1:13: '08.10.2020' is not a date. Write year-month-day, such as 2020-08-01."
            },
            {
                "id.damaged",
                "setting:",
                "member.id: 3.50600E+17\nsetting:",
                "claim.yaml:2:12: '3.50600E+17' is no number of anyone: a spreadsheet has shortened this number and its last "
                    + "digits are lost. Export the column as text."
            },
            {
                "text.control",
                "setting:",
                "provider.id: \"H\\u202E1\"\nsetting:",
                "claim.yaml:2:14: a control character (U+202E), which nobody sees, stands within this text. Remove it."
            },
            {
                "value.blank",
                "setting:",
                "disease: \"\\u200B\"\nsetting:",
                "claim.yaml:2:10: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "value.blank",
                "discharged: 2020-10-08",
                "discharged:",
                "claim.yaml:1:12: a value is missing here. Write one, or leave the whole line out."
            },
            { "key.missing", "discharged: 2020-10-08\n", "", "claim.yaml:1:1: 'discharged' is missing here. Add it." },
            { "key.unknown", "setting:", "seting:", "claim.yaml:2:1: the key 'seting' is not known here. Did you mean 'setting'?" },
            {
                "key.unknown",
                "setting: inpatient",
                "setting: inpatient\nlevel: two",
                $"claim.yaml:3:1: the key 'level' is not known here. {Known.ClaimKeys()}"
            },
            {
                "key.twice",
                "setting: inpatient",
                "setting: inpatient\nsetting: pharmacy",
                "claim.yaml:3:1: the key 'setting' stands here a second time. Keep one of them."
            },
            { "word.unknown", "inpatient", "inpatent", "claim.yaml:2:10: 'inpatent' cannot stand here. Did you mean 'inpatient'?" },
            {
                "word.unknown",
                "inpatient",
                "留院",
                "claim.yaml:2:10: '留院' is no word of 就医类型 (setting). Known: 住院 (inpatient), 普通门诊 (outpatient), "
                    + "门诊特殊病 (special_outpatient), 门诊慢性病 (chronic_outpatient), 两病门诊 (two_diseases), 急诊 (emergency_room), "
                    + "日间手术 (day_surgery), 药店购药 (pharmacy), 家庭病床 (home_care), 家庭医生签约 (family_doctor), 代缴保费 (premium)."
            },
            {
                "word.unknown",
                "setting: inpatient",
                "setting: inpatient\nemergency: maybe",
                "claim.yaml:3:12: 'maybe' cannot stand here. Known: yes, no."
            },
            {
                "number.form",
                "setting: inpatient",
                "setting: inpatient\nage: -3",
                "claim.yaml:3:6: '-3' is not a whole number from 0 to 1,000,000,000,000, such as 14."
            },
            {
                "number.form",
                "setting: inpatient",
                "setting: inpatient\nage: 3.5",
                "claim.yaml:3:6: '3.5' is not a whole number from 0 to 1,000,000,000,000, such as 14."
            },
            {
                "number.range",
                "setting: inpatient",
                "setting: inpatient\nage: 151",
                "claim.yaml:3:6: '151' is out of range. Write a whole number from 0 to 150."
            },
            {
                "number.range",
                "setting: inpatient",
                "setting: inpatient\nadmission: 0",
                "claim.yaml:3:12: '0' is out of range. Write a whole number from 1 to 1000."
            },
            {
                "amount.form",
                "setting: inpatient",
                "setting: inpatient\naccount_balance: -1",
                "claim.yaml:3:18: '-1' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most two "
                    + "decimals, never below zero."
            },
            {
                "amount.form",
                "18_000",
                "-18_000",
                "claim.yaml:4:25: '-18_000' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "amount.form",
                "18_000",
                "18_000.005",
                "claim.yaml:4:25: '18_000.005' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at "
                    + "most two decimals, never below zero."
            },
            {
                "amount.form",
                "18_000",
                "1__000",
                "claim.yaml:4:25: '1__000' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "amount.form",
                "18_000",
                "\"18,000\"",
                "claim.yaml:4:25: '18,000' is not an amount. Write: `- { class: A, amount: \"18_000\" }`."
            },
            { "amount.form", "18_000", "18000元", "claim.yaml:4:25: '18000元' is not an amount. Write: `- { class: A, amount: 18000 }`." },
            { "key.missing", "amount: 18_000", "name: x", "claim.yaml:4:5: 'amount' is missing here. Add it." },
            { "word.unknown", "class: A", "class: a", "claim.yaml:4:14: 'a' cannot stand here. Did you mean 'A'?" },
            {
                "rate.form",
                "10%",
                "0.1",
                "claim.yaml:5:48: '0.1' is not a rate: it has no '%'. Write 10% where 0.1 of "
                    + "the whole is meant, or 0.1% where 0.1 of a hundred is."
            },
            {
                "number.form",
                "amount: 18_000",
                "amount: 18_000, quantity: -1",
                "claim.yaml:4:43: '-1' is not a number from 0 to 1,000,000,000,000, such as 2.5."
            },
            {
                "number.range",
                "amount: 18_000",
                "amount: 18_000, days_of_supply: 10_001",
                "claim.yaml:4:49: '10_001' is out of range. Write a whole number from 0 to 10000."
            },
            {
                "list.expected",
                "items:",
                "items: none\nattributes:",
                "claim.yaml:3:8: expected a list such as [a, b], found 'none'.\nclaim.yaml:5:3: expected lines of the form "
                    + "'key: value', found a list."
            },
            {
                "mapping.expected",
                "setting: inpatient",
                "setting: inpatient\nattributes: high",
                "claim.yaml:3:13: expected lines of the form 'key: value', found 'high'."
            },
            { "value.expected", "setting: inpatient", "setting: [inpatient]", "claim.yaml:2:10: expected a single value, found a list." },
            {
                "yaml.form",
                "setting: inpatient",
                "setting: inpatient: x",
                "claim.yaml:2:19: ':' cannot stand in a text without quotation marks here. Write: `setting: " + "\"inpatient: x\"`."
            },
        };

    public static TheoryData<string, string, string, string> JsonMistakes =>
        new()
        {
            {
                "json.form",
                "\"class\": \"A\",",
                "\"class\": \"A\"",
                "claim.json:3:29: ',' or a bracket that closes is expected here, found '\"'. Write it."
            },
            { "json.form", "} ]", "}, ]", "claim.json:3:63: a ',' stands before this, and nothing after it. Remove the comma." },
            {
                "json.form",
                "\"class\"",
                "class",
                "claim.json:3:16: a key in quotation marks is expected here, found 'c'. Put the key in quotes."
            },
            {
                "json.form",
                "一二",
                "一\\ud800",
                "claim.json:3:55: this is not valid JSON: an escape such as \\ud800 in this text is half a character."
            },
            { "key.missing", "18000", "null", "claim.json:3:14: 'amount' is missing here. Add it." },
            { "value.blank", "\"inpatient\"", "\"\"", "claim.json:2:42: a value is missing here. Write one, or leave the whole line out." },
            {
                "amount.form",
                "18000",
                "-0.5",
                "claim.json:3:40: '-0.5' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most two "
                    + "decimals, never below zero."
            },
            {
                "amount.form",
                "18000",
                "1e4",
                "claim.json:3:40: '1e4' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most two "
                    + "decimals, never below zero."
            },
            {
                "amount.form",
                "18000",
                "true",
                "claim.json:3:40: 'yes' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most two "
                    + "decimals, never below zero."
            },
            {
                "key.twice",
                "\"name\": \"一二\"",
                "\"name\": \"一二\", \"name\": \"x\"",
                "claim.json:3:61: the key 'name' stands here a second time. Keep one of them."
            },
            {
                "key.unknown",
                "\"name\": \"一二\"",
                "\"name\": \"一二\", \"colour\": \"x\"",
                $"claim.json:3:61: the key 'colour' is not known here. {Known.ItemKeys()}"
            },
            {
                "yaml.depth",
                "18000",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                "claim.json:3:69: the nesting is deeper than 32 levels. Remove brackets or indentation."
            },
            {
                "list.expected",
                "[ { \"class\": \"A\", \"amount\": 18000, \"name\": \"一二\" } ]",
                "{}",
                "claim.json:3:12: expected a list such as [a, b], found 'key: value' lines."
            },
            {
                "file.control",
                "一二",
                "一\u0001",
                "claim.json:3:57: a control character (U+0001) stands here. Remove it, or save the file as plain UTF-8 text."
            },
        };

    public static TheoryData<string, string, string, string> SettleMistakes =>
        new()
        {
            {
                "claim.items",
                "items:\n  - { class: A, amount: 18_000 }\n  - { class: B, amount: 2_000, first_self_pay: 10% }",
                "items: []",
                "claim.yaml:1:1: the claim has no fee items. Add at least one."
            },
            {
                "claim.days",
                "setting: inpatient",
                "setting: inpatient\nadmitted: 2020-10-09",
                "claim.yaml:1:1: the admission on 2020-10-09 is after the discharge on 2020-10-08."
            },
            {
                "claim.days",
                "setting: inpatient",
                "setting: inpatient\nfiled: 2020-10-07",
                "claim.yaml:1:1: the claim was filed on 2020-10-07, before the discharge on 2020-10-08."
            },
            {
                "claim.days",
                "2020-10-08",
                "3000-01-01",
                "claim.yaml:1:1: a day of the claim is after 2999-12-31, the last that is settled."
            },
            {
                "claim.days",
                "setting: inpatient",
                "setting: inpatient\nadmitted: 1900-01-01",
                "claim.yaml:1:1: 'admitted', 1900-01-01, is before 1950-01-01, the earliest day that a claim can state. Correct the day, "
                    + "or "
                    + "leave it out."
            },
            {
                "claim.days",
                "setting: inpatient",
                "setting: inpatient\nadmitted: 2015-10-07",
                "claim.yaml:1:1: the stay from 2015-10-07 to 2020-10-08 lasts 1828 days, at most 1827 are settled as one claim. Correct "
                    + "'admitted', or split the stay."
            },
            {
                "claim.days",
                "setting: inpatient",
                "setting: inpatient\nfiled: 2030-10-09\napproved: 2030-10-09",
                "claim.yaml:1:1: 'filed', 2030-10-09, is more than 10 years after the discharge on 2020-10-08. Correct the day.\n"
                    + "claim.yaml:1:1: 'approved', 2030-10-09, is more than 10 years after the discharge on 2020-10-08. Correct the day."
            },
            {
                "item.date",
                "amount: 18_000",
                "amount: 18_000, date: 2015-10-07",
                "claim.yaml:5:5: item 1: the service on 2015-10-07 is more than 1827 days from the discharge on 2020-10-08. Correct 'date'."
            },
            {
                "claim.age",
                "setting: inpatient",
                "setting: inpatient\nborn: 1890-10-07",
                "claim.yaml:1:1: the birth on 1890-10-07 is more than 130 years before the discharge on 2020-10-08. Correct 'born'."
            },
            {
                "claim.early",
                "2020-10-08",
                "2019-12-31",
                "claim.yaml:1:1: the day of discharge, 2019-12-31, is before town begins on 2020-01-01. Settle it by the "
                    + "rulebook in force on that day."
            },
            {
                "claim.age",
                "setting: inpatient",
                "setting: inpatient\nage: 30\nborn: 1990-01-01",
                "claim.yaml:1:1: the claim states both 'age' and 'born'. State one of them."
            },
            {
                "claim.age",
                "setting: inpatient",
                "setting: inpatient\nborn: 2020-10-09",
                "claim.yaml:1:1: the birth on 2020-10-09 is after the discharge on 2020-10-08."
            },
            {
                "claim.bill",
                "18_000",
                "90_000_000_000_000",
                "claim.yaml:1:1: the bill is above 90,000,000,000,000.00, the largest that is settled."
            },
            {
                "fact.missing",
                "setting: inpatient\n",
                "",
                "claim.yaml:1:1: 'setting' is missing; 2-basic.yaml:4 asks for it. Known: inpatient, outpatient, "
                    + "special_outpatient, chronic_outpatient, two_diseases, emergency_room, day_surgery, pharmacy, home_care, "
                    + "family_doctor, premium."
            },
            {
                "fact.missing",
                "class: B, ",
                "",
                "claim.yaml:6:5: item 2: 'class' is missing; 1-catalogue.yaml:7 asks for it. Known: A, B, C."
            },
            {
                "fact.missing",
                "\n  - { class: B, amount: 2_000, first_self_pay: 10% }",
                "\n  - { amount: 5 }\n  - { amount: 5 }",
                "claim.yaml:6:5: item 2: 'class' is missing; 1-catalogue.yaml:7 asks for it. Known: A, B, C.\n"
                    + "claim.yaml:7:5: item 3: 'class' is missing; 1-catalogue.yaml:7 asks for it. Known: A, B, C."
            },
            {
                "fact.missing",
                "setting: inpatient",
                "setting: inpatient\nattributes: { risk: high }",
                "claim.yaml:1:1: 'pace' is missing under 'attributes'; 2-basic.yaml:11 asks for it. Known: slow, fast."
            },
            {
                "item.first_self_pay",
                ", first_self_pay: 10%",
                "",
                "claim.yaml:6:5: item 2: 'first_self_pay' is needed, because the catalogue takes the item's own rate. Write "
                    + "a percentage, such as 10%."
            },
            {
                "item.date",
                "amount: 18_000",
                "amount: 18_000, date: 2020-10-09",
                "claim.yaml:5:5: item 1: the service on 2020-10-09 is after the discharge on 2020-10-08."
            },
            {
                "attribute.unknown",
                "setting: inpatient",
                "setting: inpatient\nattributes: { pacee: slow, pace: fast }",
                "claim.yaml:1:1: 'pacee' is not a fact that town declares. Did you mean 'pace'?"
            },
            {
                "attribute.word",
                "setting: inpatient",
                "setting: inpatient\nattributes: { pace: fast, risk: lo }",
                "claim.yaml:1:1: 'lo' is not a word of 'risk'. Did you mean 'low'?"
            },
            {
                "attribute.number",
                "setting: inpatient",
                "setting: inpatient\nattributes: { pace: fast, months: many }",
                "claim.yaml:1:1: 'many' is not a number that 'months' can have. Write a whole number from 0 to 1000000."
            },
            {
                "attribute.number",
                "setting: inpatient",
                "setting: inpatient\nattributes: { pace: fast, months: 1_000_001 }",
                "claim.yaml:1:1: '1_000_001' is not a number that 'months' can have. Write a whole number from 0 to 1000000."
            },
            {
                "attribute.date",
                "setting: inpatient",
                "setting: inpatient\nattributes: { pace: fast, since: 2000年1月31日 }",
                "claim.yaml:1:1: '2000年1月31日' is not a date that 'since' can have. Write 2000-01-31."
            },
            {
                "attribute.date",
                "setting: inpatient",
                "setting: inpatient\nattributes: { pace: fast, since: 1899-12-31 }",
                "claim.yaml:1:1: '1899-12-31' is not a date that 'since' can have. Write year-month-day, from 1900-01-01 to 2999-12-31."
            },
            {
                "attribute.unknown",
                "amount: 18_000",
                "amount: 18_000, attributes:  { colour: red }",
                "claim.yaml:5:5: 'colour' is not a fact that town declares."
            },
        };

    [Theory]
    [MemberData(nameof(YamlMistakes))]
    public void Yaml_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message) =>
        Should.Throw<InputException>(() => Claim.Parse(Changed(Yaml, old, now))).Problems.ShouldRead(code, message);

    [Theory]
    [MemberData(nameof(JsonMistakes))]
    public void Json_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message) =>
        Should.Throw<InputException>(() => Claim.Parse(Changed(Json, old, now))).Problems.ShouldRead(code, message);

    [Theory]
    [MemberData(nameof(SettleMistakes))]
    public void Settle_ClaimWithMistake_SaysWhichFieldAndWhoAsks(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        var rulebook = folder
            .Replace(
                "index.yaml",
                "payers:",
                "facts: { risk: { words: [low, high], default: low }, pace: [slow, fast], months: { kind: number, default: 0 }, "
                    + "since: { kind: date, default: 2000-01-01 } }\npayers:"
            )
            .Replace(
                "2-basic.yaml",
                "{ value: 600,",
                "{ rows: [ { when: { pace: slow, risk: high }, value: 0 }, { otherwise: true, value: 600 } ],"
            )
            .Load();
        var text = Changed(Yaml, old, now);
        var claim = Claim.Parse(text.Contains("attributes: { ", StringComparison.Ordinal) ? text : "attributes: { pace: slow }\n" + text);
        Should.Throw<InputException>(() => rulebook.Settle(claim)).Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, Func<Claim, Claim>, string> CodeMistakes =>
        new()
        {
            { "claim.items", claim => claim with { Items = default }, "claim: the claim has no fee items. Add at least one." },
            {
                "claim.items",
                claim => claim with { Items = [.. Enumerable.Repeat(TestClaim.A(1), 100_001)] },
                "claim: the claim has 100001 fee items, at most 100000 are settled. Split it."
            },
            {
                "id.damaged",
                claim => claim with { Id = "3E17" },
                "claim: '3E17' is no number of anyone: a spreadsheet has shortened this number and its last digits are lost. "
                    + "Export the column as text."
            },
            {
                "text.control",
                claim => claim with { Disease = "flu\u2066s" },
                "claim: a control character (U+2066), which nobody sees, stands within this text. Remove it."
            },
            { "claim.age", claim => claim with { Member = new() { Age = -1 } }, "claim: the age -1 is out of range, from 0 to 150." },
            { "claim.admission", claim => claim with { Admission = 0 }, "claim: the admission number 0 is out of range, from 1 to 1000." },
            {
                "claim.account_balance",
                claim => claim with { AccountBalance = Money.FromCents(-1) },
                "claim: the account balance -0.01 is out of range, from 0 to 90000000000000.00."
            },
            {
                "claim.days",
                claim => claim with { Discharged = default },
                "claim: 'discharged' is 0001-01-01, the day of a value that was never set. State the day."
            },
            {
                "claim.days",
                claim => claim with { Admitted = default(DateOnly), Filed = default(DateOnly), Approved = default(DateOnly) },
                "claim: 'admitted' is 0001-01-01, the day of a value that was never set. State the day, or leave it out.\nclaim: 'filed' "
                    + "is "
                    + "0001-01-01, the day of a value that was never set. State the day, or leave it out.\nclaim: 'approved' is "
                    + "0001-01-01, "
                    + "the day of a value that was never set. State the day, or leave it out.\nclaim: the claim was filed on 0001-01-01, "
                    + "before "
                    + "the discharge on 2020-10-08."
            },
            {
                "claim.age",
                claim => claim with { Member = new() { Born = default(DateOnly) } },
                "claim: 'born' is 0001-01-01, the day of a value that was never set. State the day, or leave it out."
            },
            {
                "fact.range",
                claim => claim with { Setting = (Setting)77 },
                "claim: 'setting' has a value that is not one of its words. Known: inpatient, outpatient, "
                    + "special_outpatient, chronic_outpatient, two_diseases, emergency_room, day_surgery, pharmacy, home_care, "
                    + "family_doctor, premium."
            },
            {
                "fact.range",
                claim => claim with { Setting = (Setting)(-1) },
                "claim: 'setting' has a value that is not one of its words. Known: inpatient, outpatient, "
                    + "special_outpatient, chronic_outpatient, two_diseases, emergency_room, day_surgery, pharmacy, home_care, "
                    + "family_doctor, premium."
            },
            {
                "fact.missing",
                claim =>
                    claim with
                    {
                        Items = [TestClaim.A(1), TestClaim.A(2) with { Class = null }, TestClaim.A(2) with { Class = null }],
                    },
                "claim: item 2: 'class' is missing; 1-catalogue.yaml:7 asks for it. Known: A, B, C.\nclaim: item 3: 'class' "
                    + "is missing; 1-catalogue.yaml:7 asks for it. Known: A, B, C."
            },
            {
                "item.amount",
                claim => claim with { Items = [TestClaim.A(-0.01m)] },
                "claim: item 1: the amount -0.01 is below zero. Take a settlement back with a reversal."
            },
            {
                "item.quantity",
                claim => claim with { Items = [TestClaim.A(1) with { Quantity = -1 }] },
                "claim: item 1: the quantity -1 is out of range, from 0 to 1,000,000,000,000."
            },
            {
                "item.quantity",
                claim => claim with { Items = [TestClaim.A(1) with { Quantity = decimal.MaxValue, CeilingPrice = Money.Largest }] },
                "claim: item 1: the quantity 79228162514264337593543950335 is out of range, from 0 to 1,000,000,000,000."
            },
            {
                "item.ceiling_price",
                claim => claim with { Items = [TestClaim.A(1) with { CeilingPrice = Money.FromCents(-1) }] },
                "claim: item 1: the ceiling price -0.01 is out of range, from 0 to 90000000000000.00."
            },
            {
                "item.purchase_price",
                claim => claim with { Items = [TestClaim.A(1) with { PurchasePrice = Money.Yuan(-1) }] },
                "claim: item 1: the purchase price -1.00 is out of range, from 0 to 90000000000000.00."
            },
            {
                "item.settled",
                claim => claim with { Items = [new() { Settled = "basic.shares", Amount = Money.Yuan(1) }] },
                "claim: item 1: 'basic.shares' is nothing that can be settled before. Write a fund that has paid the amount, such as "
                    + "'fund', the layer whose payer has, such as 'basic.paid', or the part under which a layer has left it, such as "
                    + "'basic.share'. Did you mean 'basic.share'?"
            },
            {
                "item.settled",
                claim => claim with { Items = [TestClaim.A(1) with { Settled = "fund" }] },
                "claim: item 1: the item states 'settled' and 'class'. What was settled before is not cut by the catalogue again: leave "
                    + "'class' out, or 'settled'."
            },
            {
                "item.days_since_same",
                claim => claim with { Items = [TestClaim.A(1) with { DaysSinceSame = 36_501 }] },
                "claim: item 1: 36501 days since the same code are out of range, from 0 to 36500."
            },
            {
                "claim.links",
                claim => claim with { DaysSinceDischarge = -1 },
                "claim: -1 days since the last discharge are out of range, from 0 to 36500."
            },
            { "claim.links", claim => claim with { ProvidersToday = 0 }, "claim: 0 providers today are out of range, from 1 to 1000." },
            {
                "claim.links",
                claim => claim with { VisitsThisMonth = 1_001 },
                "claim: 1001 visits this month are out of range, from 1 to 1000."
            },
            {
                "item.days_of_supply",
                claim => claim with { Items = [TestClaim.A(1) with { DaysOfSupply = -1 }] },
                "claim: item 1: the days of supply, -1, are out of range, from 0 to 10000."
            },
            {
                "item.first_self_pay",
                claim => claim with { Items = [TestClaim.B(1, 10) with { FirstSelfPay = Rate.FromParts(1) }] },
                "claim: item 1: the first share of 0.0000000000000001% has more than four decimals. Round it."
            },
            {
                "claim.liable_share",
                claim => claim with { LiableShare = Rate.FromParts(Rate.WholeParts - 1) },
                "claim: the liable share of 99.9999999999999999% has more than four decimals. Round it."
            },
            {
                "claim.bill",
                claim => claim with { Items = [.. Enumerable.Repeat(TestClaim.A(1) with { Amount = Money.FromCents(long.MaxValue) }, 3)] },
                "claim: the bill is above 90,000,000,000,000.00, the largest that is settled."
            },
        };

    [Theory]
    [MemberData(nameof(CodeMistakes))]
    public void Settle_ClaimFromCodeWithMistake_NamesTheField(string code, Func<Claim, Claim> change, string message)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        Should.Throw<InputException>(() => rulebook.Settle(change(TestClaim.Stay(100)))).Problems.ShouldRead(code, message);
    }

    [Fact]
    public void Settle_ClaimWithSeveralMistakes_ReportsAllAtOnceAndSettlesNothing()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var claim = TestClaim.Stay(TestClaim.A(-1), TestClaim.A(5) with { Class = null }) with
        {
            Setting = null,
            Admitted = new(2021, 1, 1),
        };
        Should
            .Throw<InputException>(() =>
                rulebook.Settle(claim, Claims.History.Of([new("basic.shar", null, Period.Year, new(2020, 1, 1), Money.Zero, 1)]))
            )
            .Problems.Select(problem => problem.Code)
            .ShouldBe(["claim.days", "item.amount", "fact.missing", "fact.missing", "history.unknown"]);
    }

    [Fact]
    public void Settle_LargestCeilingTimesLargestQuantity_IsNoProblem()
    {
        using var folder = new RulebookFolder();
        var claim = TestClaim.Stay(TestClaim.A(700) with { Quantity = 1_000_000_000_000m, CeilingPrice = Money.Largest });
        folder.Load().Settle(claim).PaidBy("fund").ToString().ShouldBe("75.00");
    }

    private static string Changed(string text, string old, string now)
    {
        text.ShouldContain(old);
        return text.Replace(old, now, StringComparison.Ordinal);
    }
}
