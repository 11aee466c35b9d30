using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What <c>index.yaml</c> can say wrongly.</summary>
public sealed class IndexMessageTests
{
    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            { "format.version", "format: 1", "format: 2", "index.yaml:1:9: this program reads format 1, found '2'. Write 'format: 1'." },
            { "value.expected", "format: 1", "format: [1]", "index.yaml:1:9: expected a single value, found a list." },
            { "key.missing", "format: 1\n", "", "index.yaml:1:1: 'format' is missing here. Add it." },
            {
                "word.unknown",
                "status: example",
                "status: exampel",
                "index.yaml:4:9: 'exampel' cannot stand here. Did you mean 'example'?"
            },
            { "word.unknown", "status: example", "status: draft", "index.yaml:4:9: 'draft' cannot stand here. Known: enacted, example." },
            {
                "date.form",
                "from: 2020-01-01",
                "from: 2020-02-30",
                "index.yaml:5:7: '2020-02-30' is not a date: February 2020 has 29 days. Look up which day is meant: one from 01 to 29."
            },
            {
                "date.form",
                "from: 2020-01-01",
                "from: 2020/01/01",
                "index.yaml:5:7: '2020/01/01' is not a date as files write it, year-month-day. Write: `from: " + "2020-01-01`."
            },
            {
                "date.form",
                "from: 2020-01-01",
                "from: 2020-1-1",
                "index.yaml:5:7: '2020-1-1' is not a date as files write it, year-month-day. Write: `from: " + "2020-01-01`."
            },
            {
                "key.unknown",
                "from: 2020-01-01",
                "from: 2020-01-01\nverified_on: 2020-12-01",
                "index.yaml:6:1: 'verified_on' is no longer a key: nothing is done with it. Make the line a comment: begin it with '#'."
            },
            {
                "year.starts",
                "starts: 01-01",
                "starts: 02-29",
                "index.yaml:6:25: '02-29' is not a day of every year. Write month-day, such as 01-01."
            },
            {
                "year.starts",
                "starts: 01-01",
                "starts: 13-01",
                "index.yaml:6:25: '13-01' is not a day of every year. Write month-day, such as 01-01."
            },
            {
                "word.unknown",
                "decided_by: discharge",
                "decided_by: discharged",
                "index.yaml:6:44: 'discharged' cannot stand here. Did you mean 'discharge'?"
            },
            { "rounding.to", "to: 0.01", "to: 0.1", "index.yaml:7:17: amounts are rounded to 0.01, found '0.1'. Write 'to: 0.01'." },
            { "word.unknown", "each: move", "each: cent", "index.yaml:7:29: 'cent' cannot stand here. Known: move, item, total." },
            {
                "builds_on.path",
                "payers:",
                "builds_on: /srv/province\npayers:",
                "index.yaml:8:12: '/srv/province' is not a path from this folder. Write it with forward slashes, such as ../province."
            },
            {
                "builds_on.path",
                "payers:",
                "builds_on: ..\\province\npayers:",
                "index.yaml:8:12: '..\\province' is not a path from this folder. Write it with forward slashes, such as ../province."
            },
            {
                "builds_on.path",
                "payers:",
                "builds_on: C:/province\npayers:",
                "index.yaml:8:12: 'C:/province' is not a path from this folder. Write it with forward slashes, such as ../province."
            },
            {
                "builds_on.missing",
                "payers:",
                "builds_on: ../province\npayers:",
                "index.yaml:8:12: there is no folder '../province', seen from here. Write its path, such as ../province."
            },
            {
                "builds_on.missing",
                "payers:",
                "builds_on: index.yaml\npayers:",
                "index.yaml:8:12: there is no folder 'index.yaml', seen from here. Write its path, such as ../province."
            },
            {
                "builds_on.circle",
                "payers:",
                "builds_on: ../town/\npayers:",
                "index.yaml:8:12: '../town/' is this folder itself, or builds on it in turn. One of them must stand alone."
            },
            {
                "value.expected",
                "payers:",
                "builds_on: [[../province]]\npayers:",
                "index.yaml:8:13: expected a single value, found a list."
            },
            {
                "list.empty",
                "payers:",
                "builds_on: []\nheld_against: []\npayers:",
                "index.yaml:8:12: the list names no folder. Write its path, such as ../province, or leave the line out.\n"
                    + "index.yaml:9:15: the list names no folder. Write its path, such as ../province, or leave the line out."
            },
            {
                "value.blank",
                "payers:",
                "builds_on:\npayers:",
                "index.yaml:8:11: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "payer.reserved",
                "  aid:",
                "  hospital:",
                "index.yaml:10:3: 'hospital' cannot be the name of a payer: a settlement uses it for something else. "
                    + "Choose another. Taken: patient, hospital, bill, status, parts, items, steps, account, cash, actual_ratio, "
                    + "findings, history, invalid, bases, left, year, in_scope, out_of_scope, over_ceiling, first_self_pay, "
                    + "refused, lines, changes, receivables, owed_for, overdue, due, recovered, fines, mismatches, solved."
            },
            {
                "id.form",
                "  aid:",
                "  Aid:",
                "index.yaml:10:3: 'Aid' is not a name. Write small letters, digits, '_' or '-', beginning with a letter, at most 60."
            },
            {
                "key.unknown",
                "  aid: {",
                "  aid: { name: x,",
                "index.yaml:10:10: the key 'name' is not known here. Known: title, account, carried, carries_to, nhsa, paid_by, "
                    + "advance."
            },
            {
                "payer.reserved",
                "  aid:",
                "  cash:",
                "index.yaml:10:3: 'cash' cannot be the name of a payer: a settlement uses it for something else. "
                    + "Choose another. Taken: patient, hospital, bill, status, parts, items, steps, account, cash, actual_ratio, "
                    + "findings, history, invalid, bases, left, year, in_scope, out_of_scope, over_ceiling, first_self_pay, "
                    + "refused, lines, changes, receivables, owed_for, overdue, due, recovered, fines, mismatches, solved."
            },
            {
                "payer.carried",
                "  aid: { title",
                "  aid: { carried: yes, title",
                "index.yaml:10:10: a fund has no balance of the member. Write 'account: yes' beside it, or leave 'carried' out."
            },
            {
                "payer.carries_to",
                "  aid: { title",
                "  aid: { account: yes, carries_to: fund, title",
                "index.yaml:10:24: nothing is known of its balance at the end of the year. Write 'carried: yes' beside it, or leave "
                    + "'carries_to' out."
            },
            {
                "payer.carries_to",
                "  aid: { title",
                "  aid: { account: yes, carried: yes, carries_to: fund, title",
                "index.yaml:10:50: 'fund' cannot take what is left of 'aid'. Name another account with 'carried: yes' that carries to "
                    + "none itself."
            },
            {
                "payer.carries_to",
                "  aid: { title",
                "  aid: { account: yes, carried: yes, carries_to: aid, title",
                "index.yaml:10:50: 'aid' cannot take what is left of 'aid'. Name another account with 'carried: yes' that carries to "
                    + "none itself."
            },
            {
                "payer.unknown",
                "  aid: { title",
                "  purse: { account: yes, carried: yes, title: { en: Purse, zh: 账户 } }\n  aid: { account: yes, carried: yes, "
                    + "carries_to: purs, title",
                "index.yaml:11:50: 'purs' is not a payer of index.yaml. Did you mean 'purse'?"
            },
            {
                "payer.carried",
                "  aid: { title",
                "  basic: { account: yes, carried: yes, title: { en: Purse, zh: 账户 } }\n  aid: { title",
                "index.yaml:10:3: a history would have two sums named 'basic': the balance of this account, and another. Give the "
                    + "account, the layer or the shared sum another name."
            },
            {
                "word.unknown",
                "  aid: { title",
                "  aid: { account: true, title",
                "index.yaml:10:19: 'true' cannot stand here. Known: yes, no."
            },
            {
                "payer.unknown",
                "  aid: {",
                "  aid: { paid_by: fnd,",
                "index.yaml:10:19: 'fnd' is not a payer of index.yaml. Did you mean 'fund'?"
            },
            {
                "payer.paid_by",
                "  aid: {",
                "  aid: { paid_by: aid,",
                "index.yaml:10:19: 'aid' does not hand over its own part. Name a payer that pays providers itself."
            },
            {
                "payer.paid_by",
                "  fund: { title: { en: Fund, zh: 基金 } }\n  aid: {",
                "  fund: { title: { en: Fund, zh: 基金 }, paid_by: aid }\n  aid: { paid_by: fund,",
                "index.yaml:9:49: 'aid' does not hand over its own part. Name a payer that pays providers itself.\n"
                    + "index.yaml:10:19: 'fund' does not hand over its own part. Name a payer that pays providers itself."
            },
            {
                "rate.form",
                "  aid: {",
                "  aid: { advance: 0.5,",
                "index.yaml:10:19: '0.5' is not a rate: it has no '%'. Write 50% where 0.5 of the whole is meant, or "
                    + "0.5% where 0.5 of a hundred is."
            },
            { "key.missing", "  aid: { ", "  aid: { nhsa: { fund: \"610100\" }, ", "index.yaml:10:16: 'field' is missing here. Add it." },
            {
                "mapping.expected",
                "payers:",
                "lists: [a]\npayers:",
                "index.yaml:8:8: expected lines of the form 'key: value', found a list."
            },
            {
                "value.blank",
                "payers:",
                "lists: { chronic: [diabetes, ] }\nfacts: { risk: [low, \"\"] }\npayers:",
                "index.yaml:9:22: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "history.empty",
                "payers:",
                "parameters: { wage: {} }\npayers:",
                "index.yaml:8:21: expected at least one dated value, such as 2020-08-01: { value: 600, reference: … }."
            },
            {
                "mapping.expected",
                "payers:",
                "parameters: { wage: 5000 }\npayers:",
                "index.yaml:8:21: expected lines of the form 'key: value', found '5000'."
            },
            {
                "date.form",
                "payers:",
                "parameters: { wage: { 2020: { value: 5000, reference: x } } }\npayers:",
                "index.yaml:8:23: '2020' is not a date: the month and the day are missing. Write year-month-day, such as 2020-08-01."
            },
            {
                "number.form",
                "payers:",
                "parameters: { wage: { 2020-01-01: { value: -5, reference: x } } }\npayers:",
                "index.yaml:8:44: '-5' is not a number from 0 to 1,000,000,000,000, such as 2.5."
            },
            {
                "number.form",
                "payers:",
                "parameters: { wage: { 2020-01-01: { value: .inf, reference: x } } }\npayers:",
                "index.yaml:8:44: '.inf' is not a number from 0 to 1,000,000,000,000, such as 2.5."
            },
            {
                "key.missing",
                "payers:",
                "parameters: { wage: { 2020-01-01: { value: 5000 } } }\npayers:",
                "index.yaml:8:35: 'reference' is missing here. Add it."
            },
            {
                "fact.words",
                "payers:",
                "facts: { risk: [low] }\npayers:",
                "index.yaml:8:16: a fact has at least two words, such as [standard, high]."
            },
            {
                "fact.words",
                "payers:",
                "facts: { risk: [low, high, low] }\npayers:",
                "index.yaml:8:28: the word 'low' stands here a second time. Keep one of them."
            },
            {
                "fact.words",
                "payers:",
                "facts: { risk: { words: [], default: low } }\npayers:",
                "index.yaml:8:25: a fact has at least two words, such as [standard, high]."
            },
            {
                "list.expected",
                "payers:",
                "facts: { risk: low }\npayers:",
                "index.yaml:8:16: expected a list such as [a, b], found 'low'."
            },
            { "key.missing", "payers:", "facts: { risk: { default: low } }\npayers:", "index.yaml:8:16: 'words' is missing here. Add it." },
            {
                "word.unknown",
                "payers:",
                "facts: { risk: { words: [low, high], default: middle } }\npayers:",
                "index.yaml:8:47: 'middle' cannot stand here. Known: low, high."
            },
            {
                "word.unknown",
                "payers:",
                "facts: { months: { kind: numbers } }\npayers:",
                "index.yaml:8:26: 'numbers' cannot stand here. Did you mean 'number'?"
            },
            {
                "number.range",
                "payers:",
                "facts: { months: { kind: number, default: 1_000_001 } }\npayers:",
                "index.yaml:8:43: '1_000_001' is out of range. Write a whole number from 0 to 1000000."
            },
            {
                "key.unknown",
                "payers:",
                "facts: { months: { kind: number, words: [a, b] } }\npayers:",
                "index.yaml:8:34: the key 'words' is not known here. Known: title, kind, default."
            },
            {
                "date.form",
                "payers:",
                "facts: { retired_on: { kind: date, default: 2000-02-30 } }\npayers:",
                "index.yaml:8:45: '2000-02-30' is not a date: February 2000 has 29 days. Look up which day is meant: one from 01 to 29."
            },
            {
                "date.range",
                "payers:",
                "facts: { retired_on: { kind: date, default: 1899-12-31 } }\npayers:",
                "index.yaml:8:45: no claim states 1899-12-31: write a day from 1900-01-01 to 2999-12-31."
            },
            {
                "fact.builtin",
                "payers:",
                "facts: { born: date }\npayers:",
                "index.yaml:8:10: 'born' is a built-in fact. Choose another name, or use it without declaring it."
            },
            {
                "fact.builtin",
                "payers:",
                "facts: { sex: [low, high] }\npayers:",
                "index.yaml:8:10: 'sex' is a built-in fact. Choose another name, or use it without declaring it."
            },
            {
                "id.form",
                "payers:",
                "facts: { risk: [low, High] }\npayers:",
                "index.yaml:8:22: 'High' is not a name. Write small letters, digits, '_' or '-', beginning with a letter, at most 60."
            },
            {
                "date.form",
                "payers:",
                "calendar: { holidays: [2020-13-01] }\npayers:",
                "index.yaml:8:24: '2020-13-01' is not a date: months are 01 to 12. Write year-month-day, such as " + "2020-08-01."
            },
            {
                "list.expected",
                "payers:",
                "calendar: { workdays: 2020-01-04 }\npayers:",
                "index.yaml:8:23: expected a list such as [a, b], found '2020-01-04'."
            },
            {
                "key.unknown",
                "payers:",
                "calendar: { holiday: [2020-01-01] }\npayers:",
                "index.yaml:8:13: the key 'holiday' is not known here. Did you mean 'holidays'?"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Index_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should.Throw<PolicyException>(folder.Replace("index.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }
}
