using ReimbursementRules.Checks;
using ReimbursementRules.Contracts;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What <c>contract.yaml</c>, its cases and providers' years can say wrongly.</summary>
public sealed class ContractMessageTests
{
    private const string Index = """
          purse: { title: { en: Purse, zh: 账户 }, account: yes }
        parameters:
          before: { 2020-01-01: { value: 1_000, reference: x } }
        facts:
          grade: { words: [good, poor], default: good }

        """;

    internal const string Contracts = """
        contracts:
          - id: stays
            title: { en: Stays, zh: 住院 }
            fund: fund
            until: 2022-01-01
            applies: { hospital.level: two }
            claims: { setting: inpatient }
            steps:
              - { id: chronic, kind: as_settled, claims: { disease: dialysis }, reference: x }
              - id: budget
                kind: standard
                per: year
                amount:
                  2020-01-01:
                    reference: x
                    rows:
                      - { when: { provider.id: A }, value: 1_100 }
                      - { otherwise: true, value: 0 }
                excess: { 2020-01-01: { value: [{ above: 0%, fund: 70% }, { above: 10%, fund: 30% }], reference: x } }
                shareable: { cases_per_person: { 2020-01-01: { value: 2, reference: x } }, cost_per_case: { 2020-01-01: { value: 100, reference: x } }, otherwise: rest_not_shared }
                growth: { over: { parameter: before }, from: 5%, to: 10% }
              - { id: drugs, kind: average, items: { item.kind: drug }, each: month, target: { 2020-01-01: { value: 10, reference: x } }, tolerance: 5%, deducts: above_target }
              - { id: price, kind: price, claims: { disease: cataract }, amount: { 2020-01-01: { value: 50, reference: x } } }
              - { id: breaches, kind: denials, reference: x }
              - { id: advance, kind: advance, of: budget, rate: { 2020-01-01: { value: 94%, reference: x } } }
          - id: days
            title: { en: Days, zh: 床日 }
            fund: fund
            steps:
              - { id: days, kind: standard, per: bed_day, claims: { setting: inpatient }, amount: { 2020-01-01: { value: 90_000_000_000_000, reference: x } } }
              - { id: heads, kind: standard, per: head, amount: { 2020-01-01: { value: 9, reference: x } } }
              - { id: breaches, kind: denials, reference: x }
          - { id: plain, title: { en: Plain, zh: 据实 }, fund: fund, steps: [{ id: all, kind: as_settled, reference: x }] }

        """;

    internal const string Cases = """
        - case: A hospital used what it may
          why: 1100 of 1100, and 1 is denied
          contract: stays
          year:
            starts: 2020-01-01
            provider.id: A
            hospital.level: two
            totals: [{ id: T, month: 3, setting: inpatient, cases: 20, persons: 10, actual: 1_100, items: [{ kind: drug, amount: 1 }] }]
            denied: [{ claim: T, amount: 1, reason: split }]
          expect: { paid: 1_099.00, steps: { budget: [1_100.00], advance: 1_034.00 } }

        """;

    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "contract.kind",
                "chronic, kind: as_settled",
                "chronic, kind: settled",
                "contract.yaml:9:30: 'settled' is not a kind of step of a contract. Known: as_settled, standard, average, "
                    + "price, denials, total, factor, retention, advance, split."
            },
            {
                "contract.order",
                "      - { id: drugs, kind: average",
                "      - { id: early, kind: advance, of: budget, rate: { 2020-01-01: { value: 1%, reference: x } } }\n      "
                    + "- { id: drugs, kind: average",
                "contract.yaml:23:9: this step stands too late. First come standard and as_settled, then average, price, "
                    + "denials, total, factor and retention, then advance and split."
            },
            {
                "contract.rest",
                ", kind: standard, per: head, amount: { 2020-01-01: { value: 9, reference: x } }",
                ", kind: standard, per: head, claims: { setting: outpatient }, amount: { 2020-01-01: { value: 9, reference: x } }",
                "contract.yaml:31:9: the last step of kind standard or as_settled takes all claims that are left, so that "
                    + "every case has a method. Leave 'claims' out of it."
            },
            {
                "contract.rest",
                "claims: { disease: dialysis }, ",
                "",
                "contract.yaml:10:9: nothing is left for this step: 'chronic' takes all claims. Give that one 'claims', or remove this one."
            },
            {
                "contract.rest",
                "      - { id: days, kind: standard, per: bed_day, claims: { setting: inpatient }, amount: { 2020-01-01: { "
                    + "value: 90_000_000_000_000, reference: x } } }\n      - { id: heads, kind: standard, per: head, amount: { "
                    + "2020-01-01: { value: 9, reference: x } } }",
                "",
                "contract.yaml:26:5: no step says what the fund pays. Add one of kind standard or as_settled."
            },
            {
                "contract.denials",
                "id: heads, kind: standard, per: head, amount: { 2020-01-01: { value: 9, reference: x } } }",
                "id: heads, kind: as_settled, reference: x }\n      - { id: first, kind: denials, reference: x }",
                "contract.yaml:33:9: what was denied is taken off once, and an earlier step of kind denials does so. Remove this one."
            },
            {
                "contract.fund",
                "fund: fund\n    until",
                "fund: purse\n    until",
                "contract.yaml:4:11: 'purse' is the patient's own account, which has no contracts. Name a fund."
            },
            {
                "payer.unknown",
                "fund: fund\n    until",
                "fund: found\n    until",
                "contract.yaml:4:11: 'found' is not a payer of index.yaml. Did you mean 'fund'?"
            },
            {
                "contract.of",
                "of: budget",
                "of: chronic",
                "contract.yaml:25:43: 'chronic' is not an earlier step whose amount is known before the year: a standard per "
                    + "year, month or head, or a total. Known: budget."
            },
            {
                "contract.repealed",
                "value: 50, ",
                "value: repealed, ",
                "contract.yaml:23:97: a value of a contract cannot be repealed. End the contract with 'until', and write one "
                    + "without the step."
            },
            {
                "contract.fact",
                "applies: { hospital.level: two }",
                "applies: { disease: dialysis }",
                "contract.yaml:6:16: 'disease' cannot be asked here. A provider's year has the provider's facts, 'month' and "
                    + "the facts of index.yaml; only 'items' ask items."
            },
            {
                "contract.fact",
                "claims: { disease: dialysis }",
                "claims: { item.kind: drug }",
                "contract.yaml:9:52: 'item.kind' cannot be asked here. A provider's year has the provider's facts, 'month' "
                    + "and the facts of index.yaml; only 'items' ask items."
            },
            {
                "fact.claim",
                "items: { item.kind: drug }",
                "items: { disease: dialysis }",
                "contract.yaml:22:46: none of these facts is asked of an item. Put them under 'claims'."
            },
            {
                "fact.unknown",
                "applies: { hospital.level: two }",
                "applies: { hospital.size: two }",
                $"contract.yaml:6:16: 'hospital.size' is not a fact of a claim. Where your region asks it, declare it "
                    + $"under 'facts' of index.yaml. {Known.Facts("grade")}"
            },
            {
                "standard.points",
                "per: bed_day",
                "points: { 2020-01-01: { value: 1, reference: x } }, per: bed_day",
                "contract.yaml:30:45: only a standard per point has points. Leave the line out, or write 'per: point'."
            },
            {
                "number.parts",
                "per: bed_day",
                "points: { 2020-01-01: { value: 1.00001, reference: x } }, per: point",
                "contract.yaml:30:68: '1.00001' is not a number from 0 to 1,000,000 with at most four decimals, such as 1.25."
            },
            {
                "standard.growth",
                "per: bed_day",
                "growth: { over: { parameter: before }, from: 5%, to: 10% }, per: bed_day",
                "contract.yaml:30:45: only a standard per year has a growth. Leave the line out, or write 'per: year'."
            },
            {
                "standard.shareable",
                "        excess: { 2020-01-01: { value: [{ above: 0%, fund: 70% }, { above: 10%, fund: 30% }], reference: x } }\n",
                "",
                "contract.yaml:19:20: nothing is shared here: 'shareable' narrows what 'excess' shares. Add 'excess', or "
                    + "leave the line out."
            },
            { "growth.bounds", "from: 5%", "from: 11%", "contract.yaml:21:17: 'from' is above 'to'." },
            {
                "growth.rows",
                "provider.id: A }",
                "provider.id: A, month: { below: 7 } }",
                "contract.yaml:17:17: the budgets of all providers are rows on provider.id alone. Write one row for each, "
                    + "and 'otherwise: true' for all others."
            },
            {
                "growth.missed",
                "value: 1_100 }",
                "value: 1_100.01 }",
                "contract.yaml:14:11: the budgets add up to 1,100.01; from 5% to 10% above 1,000.00 is 1,050.00 to 1,100.00."
            },
            {
                "growth.missed",
                "value: 1_100 }",
                "value: 1_049.99 }",
                "contract.yaml:14:11: the budgets add up to 1,049.99; from 5% to 10% above 1,000.00 is 1,050.00 to 1,100.00."
            },
            {
                "amount.needs_claim",
                "value: 9, reference",
                "value: { of: bill }, reference",
                "contract.yaml:31:86: this amount must be known without a claim, and 'bill' is of a claim. Write the amount itself, or "
                    + "compute it of a 'parameter'."
            },
            {
                "parameter.unknown",
                "parameter: before",
                "parameter: after",
                "contract.yaml:21:38: 'after' is not a parameter of index.yaml. Known: before."
            },
            {
                "bands.start",
                "above: 0%",
                "above: 1%",
                "contract.yaml:19:50: the first band begins above 0%. Write { above: 0%, fund: … } first."
            },
            {
                "bands.order",
                "above: 10%",
                "above: 0%",
                "contract.yaml:19:76: the bands must rise: this one does not begin above the one before it."
            },
            {
                "bands.empty",
                "[{ above: 0%, fund: 70% }, { above: 10%, fund: 30% }]",
                "[]",
                "contract.yaml:19:40: expected at least one band, such as { above: 0%, fund: 70% }."
            },
            {
                "value.late",
                "amount: { 2020-01-01: { value: 50",
                "amount: { 2020-01-02: { value: 50",
                "contract.yaml:23:76: 'stays.price.amount' has no value before 2020-01-02, but it is needed from 2020-01-01. "
                    + "Add the value in force on that day."
            },
            {
                "days.order",
                "until: 2022-01-01",
                "until: 2020-01-01",
                "contract.yaml:5:12: 'until' is not after 'from'. It is the first day on which this no longer holds."
            },
            { "id.twice", "id: chronic", "id: budget", "contract.yaml:10:13: two steps are named 'budget'. Give each a name of its own." },
            {
                "id.twice",
                "id: days\n",
                "id: stays\n",
                "contract.yaml:26:9: two contracts are named 'stays'. Give each a name of its own."
            },
            {
                "key.unknown",
                "kind: price, claims",
                "kind: price, applies",
                "contract.yaml:23:35: the key 'applies' is not known here. Known: id, kind, title, claims, amount, note."
            },
            { "key.missing", "title: { en: Stays, zh: 住院 }", "note: x", "contract.yaml:2:5: 'title' is missing here. Add it." },
        };

    public static TheoryData<string, string, string, string> CaseMistakes =>
        new()
        {
            { "case.mismatch", "paid: 1_099.00", "paid: 1_099.01", "contract.cases.yaml:10:19: expected paid 1,099.01, was 1,099.00." },
            {
                "case.mismatch",
                "advance: 1_034.00",
                "advance: [1_034.00]",
                "contract.cases.yaml:10:67: expected advance 1,034.00, was 86.17; 86.16; 86.17; 86.17; 86.16; 86.17; 86.17; "
                    + "86.16; 86.17; 86.17; 86.16; 86.17."
            },
            {
                "case.mismatch",
                "paid: 1_099.00",
                "invalid: [year.heads]",
                "contract.cases.yaml:10:22: expected invalid year.heads, was a valid year."
            },
            {
                "case.mismatch",
                "expect: { paid: 1_099.00",
                "expect: { standards: { budget: [1_099.00] }",
                "contract.cases.yaml:10:34: expected budget 1,099.00, was 1,100.00."
            },
            {
                "expect.unknown",
                "paid: 1_099.00",
                "payed: 1_100.00",
                "contract.cases.yaml:10:13: 'payed' cannot be expected here. Known: actual, paid, borne, passed_on, due, "
                    + "advances, final, retained, released, standards, steps, invalid."
            },
            {
                "expect.unknown",
                "budget: [1_100.00]",
                "budge: [1_100.00]",
                "contract.cases.yaml:10:38: 'budge' cannot be expected here. Did you mean 'budget'?"
            },
            {
                "contract.unknown",
                "contract: stays",
                "contract: stay",
                "contract.cases.yaml:3:13: 'stay' is not a contract of contract.yaml. Did you mean 'stays'?"
            },
            {
                "case.both",
                "  year:",
                "  history: []\n  year:",
                "contract.cases.yaml:4:12: a case with 'year' has its claims under 'year'."
            },
            { "key.missing", "  contract: stays\n", "", "contract.cases.yaml:1:3: 'contract' is missing here. Add it." },
            {
                "year.from",
                "starts: 2020-01-01",
                "starts: 2022-01-01",
                "contract.cases.yaml:5:5: no year of 'stays' begins on 2022-01-01: the contract holds from 2020-01-01 until "
                    + "before 2022-01-01."
            },
            {
                "year.starts",
                "starts: 2020-01-01",
                "starts: 2020-03-01",
                "contract.cases.yaml:5:5: a benefit year begins on 2020-01-01, not on 2020-03-01. State its first day."
            },
            {
                "year.provider",
                "hospital.level: two",
                "hospital.level: one",
                "contract.cases.yaml:5:5: 'stays' is not about this provider on 2020-01-01: its 'applies' does not hold."
            },
            {
                "fact.missing",
                "    hospital.level: two\n",
                "",
                "contract.cases.yaml:5:5: 'hospital.level' is missing; contract.yaml:6 asks for it. Known: one, two, three, unrated."
            },
            {
                "attribute.word",
                "    totals:",
                "    attributes: { grade: bad }\n    totals:",
                "contract.cases.yaml:5:5: 'bad' is not a word of 'grade'. Known: good, poor."
            },
            {
                "line.provider",
                "id: T, month",
                "id: T, provider.id: B, month",
                "contract.cases.yaml:8:14: the line is of provider 'B', the year of 'A'."
            },
            {
                "line.provider",
                "id: T, month",
                "id: T, hospital.level: one, month",
                "contract.cases.yaml:8:14: the line is not of a provider that 'stays' is about: its 'applies' does not hold."
            },
            { "line.persons", "persons: 10, ", "", "contract.cases.yaml:8:14: 'persons' is missing; step 'budget' asks for it." },
            {
                "line.items",
                ", items: [{ kind: drug, amount: 1 }]",
                "",
                "contract.cases.yaml:8:14: 'items' is missing; step 'drugs' asks for it."
            },
            {
                "line.bill",
                "id: T, month",
                "id: T, disease: cataract, month",
                "contract.cases.yaml:8:14: 'bill' is missing; step 'price' asks for it."
            },
            {
                "line.bed_days",
                "contract: stays",
                "contract: days",
                "contract.cases.yaml:5:5: 'heads' is missing; step 'heads' asks for it.\ncontract.cases.yaml:8:14: "
                    + "'bed_days' is missing; step 'days' asks for it."
            },
            { "denied.claim", "claim: T", "claim: U", "contract.cases.yaml:9:14: claim 'U' is not among the lines of the contract." },
            {
                "denied.amount",
                "amount: 1, reason",
                "amount: 1_100.01, reason",
                "contract.cases.yaml:9:14: 1,100.01 of claim 'T' cannot be denied: the fund's part is 1,100.00."
            },
            {
                "denied.form",
                "amount: 1, reason",
                "amount: 0, reason",
                "contract.cases.yaml:9:14: a denial has an amount above zero and a reason."
            },
            {
                "denied.step",
                "contract: stays",
                "contract: plain",
                "contract.cases.yaml:9:14: 'plain' has no step of kind denials, so nothing of it would be taken off. Add the "
                    + "step to contract.yaml, or leave 'denied' out."
            },
            {
                "line.twice",
                "totals: [",
                "totals: [{ id: T, month: 2, setting: inpatient, cases: 1, persons: 1, actual: 1, items: [{ kind: drug, amount: 1 }] }, ",
                "contract.cases.yaml:8:124: 'T' stands twice among the lines and would count twice. Keep one of them."
            },
            {
                "attribute.unknown",
                "month: 3",
                "attributes: { grad: good }, month: 3",
                "contract.cases.yaml:8:14: 'grad' is not a fact that town declares. Did you mean 'grade'?"
            },
            {
                "number.range",
                "month: 3",
                "month: 13",
                "contract.cases.yaml:8:30: '13' is out of range. Write a whole number from 1 to 12."
            },
            {
                "key.unknown",
                "month: 3",
                "day: 3, month: 3",
                $"contract.cases.yaml:8:23: the key 'day' is not known here. {Known.TotalKeys()}"
            },
            {
                "year.large",
                "actual: 1_100,",
                "actual: 90_000_000_000_000, bill: 90_000_000_000_000 }, { month: 4, setting: inpatient, cases: 1, persons: "
                    + "1, actual: 0.01,",
                "contract.cases.yaml:5:5: the amounts of the year add up to more than 90,000,000,000,000.00, the largest amount there is."
            },
        };

    public static TheoryData<string, ProviderYear, string> YearMistakes =>
        new()
        {
            {
                "line.day",
                Years.Of(Years.Total(1, 1) with { Facts = Years.Total(1, 1).Facts with { Discharged = new(2021, 1, 1) } }),
                "year: 2021-01-01 is not a day of the year that begins on 2020-01-01."
            },
            {
                "line.day",
                Years.Of(Years.Total(1, 1) with { Facts = Years.Total(1, 1).Facts with { Discharged = new(2019, 12, 31) } }),
                "year: 2019-12-31 is not a day of the year that begins on 2020-01-01."
            },
            { "line.count", Years.Of(Years.Total(1, 1) with { Cases = -1 }), "year: a line states a number below zero." },
            {
                "line.amount",
                Years.Of(Years.Total(1, -1)),
                "year: a line states an amount below zero. Leave claims out that were taken back."
            },
            { "year.count", Years.Of() with { Heads = -1 }, "year: the year states a number of heads or persons below zero." },
            {
                "year.count",
                Years.Of() with
                {
                    Heads = 1_000_000_000_001,
                },
                "year: the year states a number of heads or persons above 1,000,000,000,000."
            },
            {
                "year.count",
                Years.Of(Years.Total(1, 1, 1_000_000_000_000), Years.Total(2, 1, 1)),
                "year: the cases, persons or bed-days of the year add up to more than 1,000,000,000,000."
            },
            {
                "year.count",
                Years.Of(Years.Total(1, 1) with { Persons = long.MaxValue }, Years.Total(2, 1) with { Persons = long.MaxValue }) with
                {
                    Starts = new(2020, 1, 1),
                    Heads = 1,
                },
                "year: the cases, persons or bed-days of the year add up to more than 1,000,000,000,000."
            },
            { "year.heads", Years.Of(), "year: 'heads' is missing; step 'heads' asks for it." },
            {
                "year.large",
                Years.Of(Years.Total(1, 1) with { BedDays = 2 }) with
                {
                    Heads = 1,
                },
                "year: what step 'days' computes is above 90,000,000,000,000.00, the largest amount there is."
            },
            {
                "denied.form",
                Years.Of() with
                {
                    Denied = [new(Money.Yuan(1), " ")],
                },
                "year: a denial has an amount above zero and a reason."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Contract_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = Folder();
        Should.Throw<PolicyException>(folder.Replace("contract.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(CaseMistakes))]
    public void Case_ThatFails_SaysWhatWasExpectedAndWhatCame(string code, string old, string now, string message)
    {
        using var folder = Folder();
        var report = RulebookCheck.Run(folder.With("contract.cases.yaml", Cases).Replace("contract.cases.yaml", old, now).Path);
        report.Problems.Concat(report.Cases.SelectMany(one => one.Mismatches)).ToList().ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(YearMistakes))]
    public void Year_ThatIsNotValid_SaysWhy(string code, ProviderYear year, string message)
    {
        using var folder = Folder();
        var contract = folder.Load().Contracts.Single(one => one.Id == "days");
        Should.Throw<InputException>(() => contract.Settle(year)).Problems.ShouldRead(code, message);
    }

    [Fact]
    public void Rulebook_WithTheseContracts_Loads()
    {
        using var folder = Folder();
        RulebookCheck
            .Run(folder.With("contract.cases.yaml", Cases).Path)
            .Cases.ShouldHaveSingleItem()
            .Mismatches.Select(mismatch => mismatch.ToString())
            .ShouldBeEmpty();
    }

    private static RulebookFolder Folder() =>
        new RulebookFolder().With("index.yaml", RulebookFolder.Index + Index).With("contract.yaml", Contracts);
}
