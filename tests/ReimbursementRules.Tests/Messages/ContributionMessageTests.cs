using ReimbursementRules.Checks;
using ReimbursementRules.Contributions;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What <c>contributions.yaml</c>, its cases and contributors can say wrongly.</summary>
public sealed class ContributionMessageTests
{
    internal const string Contributions = """
        payers:
          state: { title: { en: State, zh: 政府 } }
          town: { title: { en: Town, zh: 镇 } }
        contributions:
          - id: resident
            title: { en: Residents, zh: 居民 }
            per: year
            applies: { scheme: resident }
            parts:
              - id: own
                title: { en: Own, zh: 应缴 }
                payer: member
                amount: { 2020-01-01: { rows: [ { when: { age: { below: 18 } }, value: 40 }, { when: { age: { from: 18 } }, value: 150 } ], reference: x } }
                paid_by: { 2020-01-01: { value: { state: 50% }, reference: x } }
                account: { 2020-01-01: { persons: 2, from: 07-01, until: 01-01, reference: x } }
            bounds:
              - { id: least, title: { en: Enough is paid, zh: 足额 }, of: total, must: { at_least: 40 }, reference: frame }
          - id: wages
            title: { en: Wages, zh: 工资 }
            per: month
            until: 2021-01-01
            parts:
              - { id: share, title: { en: Share, zh: 比例 }, payer: state, base: wage, rate: { 2020-01-01: { value: 6%, reference: x } }, due: { 2020-01-01: { value: { after: outbreak_end, months: 3 }, reference: x } } }

        """;

    internal const string Cases = """
        - case: A grown-up
          why: 150
          contribution: resident
          contributor: { on: 2020-10-08, scheme: resident, age: 18 }
          expect: { total: 150.00, member: 75.00, parts: { own: 150.00 } }
        - case: A wage
          why: 6
          contribution: wages
          contributors:
            - { contributor: { on: 2020-10-08, amounts: { wage: 100 } }, expect: { total: 6.00, due: { share: none } } }
            - { contributor: { on: 2020-11-08, amounts: { wage: 200 } }, expect: { total: 12.00 } }

        """;

    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "contribution.amount",
                "base: wage, rate: { 2020-01-01: { value: 6%, reference: x } }, ",
                "",
                "contributions.yaml:23:9: a part has either 'amount', or 'base' with its 'rate'."
            },
            {
                "contribution.amount",
                "base: wage, rate: { 2020-01-01: { value: 6%, reference: x } }, ",
                "base: wage, ",
                "contributions.yaml:23:9: a part has either 'amount', or 'base' with its 'rate'."
            },
            {
                "contribution.amount",
                "base: wage, ",
                "",
                "contributions.yaml:23:9: a part has either 'amount', or 'base' with its 'rate'."
            },
            {
                "contribution.amount",
                "base: wage, ",
                "base: wage, amount: { 2020-01-01: { value: 6, reference: x } }, ",
                "contributions.yaml:23:9: a part has either 'amount', or 'base' with its 'rate'."
            },
            {
                "contribution.base",
                "base: wage, rate: { 2020-01-01: { value: 6%, reference: x } }, ",
                "amount: { 2020-01-01: { value: 6, reference: x } }, at_least: { 2020-01-01: { value: 6, reference: x } }, ",
                "contributions.yaml:23:118: 'at_least' bounds a base, and this part has none. Write 'base' with its 'rate', or leave "
                    + "it out."
            },
            {
                "contribution.credits",
                "base: wage, ",
                "base: wage, credits: { account: stat, share: { 2020-01-01: { value: 50%, reference: x } } }, ",
                "contributions.yaml:23:98: 'stat' is no personal account: index.yaml has no such payer with 'account: yes'."
            },
            {
                "contribution.credits",
                "base: wage, ",
                "base: wage, credits: { account: fund, rate: { 2020-01-01: { value: 5%, reference: x } }, amount: { 2020-01-01: { "
                    + "value: 5, reference: x } } }, ",
                "contributions.yaml:23:87: a credit has one of 'share', of the part, 'rate', of its base, and 'amount'.\n"
                    + "contributions.yaml:23:98: 'fund' is no personal account: index.yaml has no such payer with 'account: yes'."
            },
            {
                "contribution.credits",
                "payer: member",
                "payer: member\n        credits: { account: fund, rate: { 2020-01-01: { value: 5%, reference: x } } }",
                "contributions.yaml:13:29: 'fund' is no personal account: index.yaml has no such payer with 'account: yes'.\n"
                    + "contributions.yaml:13:41: a rate is of a base, and this part has none. Write 'share', of the part, or 'amount'."
            },
            {
                "contribution.account",
                "payer: member",
                "payer: state",
                "contributions.yaml:12:16: 'state' has no personal account. Only a part that the member owes has 'account'.\n"
                    + "contributions.yaml:14:41: 'state' owes this part already and keeps what no one takes over. Leave it out."
            },
            {
                "contribution.taker",
                "{ state: 50% }",
                "{ member: 50% }",
                "contributions.yaml:14:41: 'member' owes this part already and keeps what no one takes over. Leave it out."
            },
            {
                "contribution.taker",
                "{ state: 50% }",
                "{ state: 50%, town: 50.0001% }",
                "contributions.yaml:14:41: the shares are above 100%. No more can be taken over than is owed."
            },
            {
                "contribution.bound",
                "    parts:\n      - { id: share",
                "    bounds: [{ id: b, title: { en: B, zh: 界限 }, of: total, must: { at_least: 1 }, reference: x }]\n    "
                    + "parts:\n      - { id: share",
                "contributions.yaml:22:53: 'share' is computed from what contributors state, so there is no amount to hold a bound against."
            },
            {
                "contribution.fact",
                "applies: { scheme: resident }",
                "applies: { setting: inpatient }",
                "contributions.yaml:8:16: 'setting' is not a fact of who pays in. Known: scheme, age, sex, retired, poverty, "
                    + "duplicate_enrolment."
            },
            {
                "fact.unknown",
                "applies: { scheme: resident }",
                "applies: { shceme: resident }",
                "contributions.yaml:8:16: 'shceme' is not a fact of a claim. Did you mean 'scheme'?"
            },
            {
                "payer.unknown",
                "payer: state",
                "payer: stat",
                "contributions.yaml:23:59: 'stat' is not a payer of contributions.yaml. Did you mean 'state'?"
            },
            {
                "payer.unknown",
                "{ state: 50% }",
                "{ stat: 50% }",
                "contributions.yaml:14:43: 'stat' is not a payer of contributions.yaml. Did you mean 'state'?"
            },
            {
                "payer.unknown",
                "of: total",
                "of: totla",
                "contributions.yaml:17:65: 'totla' is not a payer of contributions.yaml. Known: member, state, town, total."
            },
            {
                "payer.reserved",
                "  town: {",
                "  cash: {",
                "contributions.yaml:3:3: 'cash' cannot be the name of a payer: a contribution uses it for something "
                    + "else. Choose another. Taken: member, account, cash, total, parts, due, credits, history, applies, findings, invalid."
            },
            {
                "target.bound",
                "must: { at_least: 40 }",
                "must: { at_least: 40, at_most: 400 }",
                "contributions.yaml:17:78: a bound states one of at_least, at_most here."
            },
            {
                "target.bound",
                "must: { at_least: 40 }",
                "must: { at_least: 40 }, should: { at_least: 50 }",
                "contributions.yaml:17:9: a bound has either 'must' or 'should'."
            },
            {
                "year.starts",
                "per: month",
                "per: month\n    year_starts: 07-01",
                "contributions.yaml:21:18: what is paid by the month has no first day of the year. Leave the line out."
            },
            {
                "id.twice",
                "id: wages",
                "id: resident",
                "contributions.yaml:18:9: two contributions are named 'resident'. Give each a name of its own."
            },
            {
                "list.empty",
                "parts:\n      - { id: share, title: { en: Share, zh: 比例 }, payer: state, base: wage, rate: { 2020-01-01: "
                    + "{ value: 6%, reference: x } }, due: { 2020-01-01: { value: { after: outbreak_end, months: 3 }, reference: x } } }",
                "parts: []",
                "contributions.yaml:22:12: a contribution has at least one part."
            },
            {
                "table.gap",
                "{ when: { age: { from: 18 } }, value: 150 }",
                "{ when: { age: { from: 19 } }, value: 150 }",
                "contributions.yaml:13:19: no row applies to { age: 18 }. Add a row, or 'otherwise: true'."
            },
            {
                "value.late",
                "rate: { 2020-01-01",
                "rate: { 2020-01-02",
                "contributions.yaml:23:86: 'wages.share.rate' has no value before 2020-01-02, but it is needed from "
                    + "2020-01-01. Add the value in force on that day."
            },
            {
                "number.range",
                "months: 3",
                "months: 121",
                "contributions.yaml:23:188: '121' is out of range. Write a whole number from 0 to 120."
            },
            {
                "days.order",
                "until: 2021-01-01",
                "from: 2021-01-01\n    until: 2021-01-01",
                "contributions.yaml:22:12: 'until' is not after 'from'. It is the first day on which this no longer holds."
            },
            {
                "days.order",
                "until: 2021-01-01",
                "until: 2020-01-01",
                "contributions.yaml:21:12: 'until' is not after 'from'. It is the first day on which this no longer holds."
            },
        };

    public static TheoryData<string, string, string, string> CaseMistakes =>
        new()
        {
            { "case.mismatch", "member: 75.00", "member: 75.01", "contributions.cases.yaml:5:36: expected member 75.01, was 75.00." },
            {
                "case.mismatch",
                "{ total: 12.00 }",
                "{ total: 12.01 }",
                "contributions.cases.yaml:11:83: contributor 2: expected total 12.01, was 12.00."
            },
            {
                "case.mismatch",
                "{ total: 12.00 }",
                "{ invalid: [contributor.missing] }",
                "contributions.cases.yaml:11:85: contributor 2: expected invalid contributor.missing, was a valid contributor."
            },
            {
                "case.mismatch",
                "{ total: 12.00 }",
                "{ applies: no, findings: [], due: { share: 2020-12-31 } }",
                "contributions.cases.yaml:11:85: contributor 2: expected applies no, was yes.\n"
                    + "contributions.cases.yaml:11:99: contributor 2: expected findings nothing, was deferred.\n"
                    + "contributions.cases.yaml:11:117: contributor 2: expected share 2020-12-31, was none."
            },
            {
                "expect.unknown",
                "own: 150.00",
                "owm: 150.00",
                "contributions.cases.yaml:5:52: 'owm' cannot be expected here. Did you mean 'own'?"
            },
            {
                "expect.unknown",
                "member: 75.00",
                "membre: 75.00",
                "contributions.cases.yaml:5:28: 'membre' cannot be expected here. Did you mean 'member'?"
            },
            {
                "contribution.unknown",
                "contribution: resident",
                "contribution: residents",
                "contributions.cases.yaml:3:17: 'residents' is not a contribution of contributions.yaml. Did you mean 'resident'?"
            },
            {
                "contributor.missing",
                "amounts: { wage: 200 }",
                "heads: 2",
                "contributions.cases.yaml:11:22: 'wage' is missing under 'amounts'; contributions.yaml:23 asks for it."
            },
            {
                "contributor.unknown",
                "amounts: { wage: 200 }",
                "amounts: { wage: 200, wages: 100 }",
                "contributions.cases.yaml:11:22: 'wages' asks no 'wages' under 'amounts'. Did you mean 'wage'?"
            },
            {
                "contributor.unknown",
                "amounts: { wage: 200 }",
                "amounts: { wage: 200 }, days: { outbreak: 2020-10-08 }",
                "contributions.cases.yaml:11:22: 'wages' asks no 'outbreak' under 'days'. Known: outbreak_end."
            },
            {
                "contributor.heads",
                "amounts: { wage: 200 }",
                "amounts: { wage: 200 }, heads: 0",
                "contributions.cases.yaml:11:22: 0 heads are out of range, from 1 to 10000000000."
            },
            {
                "contribution.history",
                "age: 18 }",
                "age: 18, heads: 2 }\n  history: []",
                "contributions.cases.yaml:4:16: a history is of one member, and this contribution is for 2 heads. Compute it for one."
            },
            {
                "contributor.total",
                "amounts: { wage: 200 }",
                "amounts: { wage: 90_000_000_000_000 }, heads: 17",
                "contributions.cases.yaml:11:22: Share: the sum for 17 heads is above 90,000,000,000,000.00, the largest that is computed."
            },
            {
                "contributor.account",
                "amounts: { wage: 200 }",
                "amounts: { wage: 200 }, account: { balance: 1 }",
                "contributions.cases.yaml:11:22: 'wages' lets no account pay. Leave 'account' out."
            },
            {
                "contributor.account",
                "age: 18 }",
                "age: 18, heads: 2, account: { balance: 1 } }",
                "contributions.cases.yaml:4:16: an account pays for one person, and there are 2 heads."
            },
            {
                "contributor.age",
                "age: 18",
                "age: 18, born: 2000-01-01",
                "contributions.cases.yaml:4:16: both 'age' and 'born' are stated. State one of them."
            },
            {
                "contributor.age",
                "age: 18",
                "born: 2020-10-09",
                "contributions.cases.yaml:4:16: the birth on 2020-10-09 is after 2020-10-08."
            },
            {
                "contributor.day",
                "on: 2020-10-08, scheme",
                "on: 2019-12-31, scheme",
                "contributions.cases.yaml:4:16: the period from 2019-01-01 begins before 'resident' is in force, on 2020-01-01."
            },
            {
                "contributor.day",
                "on: 2020-11-08",
                "on: 2021-01-31",
                "contributions.cases.yaml:11:22: the period from 2021-01-01 begins when 'wages' is no longer in force, from 2021-01-01 on."
            },
            {
                "contributor.day",
                "on: 2020-10-08, scheme",
                "on: 2020-10-08, paid: 3000-01-01, scheme",
                "contributions.cases.yaml:4:16: a day is after 2999-12-31, the last that is computed."
            },
            {
                "fact.missing",
                "scheme: resident, age",
                "age",
                "contributions.cases.yaml:4:16: 'scheme' is missing; contributions.yaml:8 asks for it. Known: employee, "
                    + "resident, rural_cooperative."
            },
            {
                "attribute.unknown",
                "age: 18",
                "age: 18, attributes: { group: x }",
                "contributions.cases.yaml:4:16: 'group' is not a fact that town declares."
            },
            {
                "key.unknown",
                "age: 18",
                "age: 18, disease: flu",
                $"contributions.cases.yaml:4:61: the key 'disease' is not known here. {Known.ContributorKeys()}"
            },
            {
                "case.both",
                "  contributor: {",
                "  claim: {}\n  contributor: {",
                "contributions.cases.yaml:4:10: a case with 'contribution' has no claims."
            },
            {
                "case.both",
                "  contributors:",
                "  expect: { total: 1 }\n  contributors:",
                "contributions.cases.yaml:9:11: a case has either 'contributor' and 'expect', or 'contributors'."
            },
            {
                "case.empty",
                "contributors:\n    - { contributor: { on: 2020-10-08, amounts: { wage: 100 } }, expect: { total: 6.00, due: "
                    + "{ share: none } } }\n    - { contributor: { on: 2020-11-08, amounts: { wage: 200 } }, expect: { total: "
                    + "12.00 } }",
                "contributors: []",
                "contributions.cases.yaml:9:17: a case has at least one contributor, such as - { contributor: …, expect: … }."
            },
        };

    public static TheoryData<string, string, string> Missed =>
        new()
        {
            {
                "contribution.missed",
                "at_least: 40.01",
                "contributions.yaml:17:9: resident, total from 2020-01-01: 40.00, where at least 40.01 is asked, for { age: "
                    + "{ below: 18 }, scheme: resident }. Enough is paid (frame)."
            },
            {
                "contribution.missed",
                "at_most: 149.99",
                "contributions.yaml:17:9: resident, total from 2020-01-01: 150.00, where at most 149.99 is asked, for { age: "
                    + "{ from: 18 }, scheme: resident }. Enough is paid (frame)."
            },
        };

    public static TheoryData<string, string, string> TooLarge =>
        new()
        {
            {
                "contribution.large",
                "at_least: 1",
                "contributions.yaml:8:14: the tables of 'plan' tell more than 100000 combinations apart; this bound was not looked at."
            },
        };

    public static TheoryData<string, Contributor, string> InCode =>
        new()
        {
            {
                "contributor.amount",
                new() { On = new(2020, 10, 8), Amounts = Wage(-1) },
                "contributor: the amount -0.01 of 'wage' is out of range, from 0 to 90000000000000.00."
            },
            {
                "contributor.age",
                new()
                {
                    On = new(2020, 10, 8),
                    Amounts = Wage(1),
                    Member = new() { Age = -1 },
                },
                "contributor: the age -1 is out of range, from 0 to 150."
            },
            {
                "contributor.account",
                new()
                {
                    On = new(2020, 10, 8),
                    Amounts = Wage(1),
                    Account = new(Money.FromCents(-1), 1001),
                },
                "contributor: 'wages' lets no account pay. Leave 'account' out.\ncontributor: the balance -0.01 is out of "
                    + "range, from 0 to 90000000000000.00.\ncontributor: 1001 persons paid for are out of range, from 0 to 1000."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Contributions_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<PolicyException>(folder.With("contributions.yaml", Contributions).Replace("contributions.yaml", old, now).Load)
            .Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(CaseMistakes))]
    public void Case_ThatFails_SaysWhatWasExpectedAndWhatCame(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        var report = RulebookCheck.Run(
            folder
                .With("contributions.yaml", Contributions)
                .With("contributions.cases.yaml", Cases)
                .Replace("contributions.cases.yaml", old, now)
                .Path
        );
        report.Problems.Concat(report.Cases.SelectMany(one => one.Mismatches)).ToList().ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(Missed))]
    public void Bound_Missed_SaysWhereAndByHowMuch(string code, string bound, string message)
    {
        using var folder = new RulebookFolder();
        RulebookCheck
            .Run(folder.With("contributions.yaml", Contributions).Replace("contributions.yaml", "at_least: 40", bound).Path)
            .Targets.ShouldHaveSingleItem()
            .Misses.ShouldRead(code, message);
    }

    /// <summary>340 groups times 150 ages times two sexes are more than are looked at.</summary>
    [Theory]
    [MemberData(nameof(TooLarge))]
    public void Bound_OfTablesThatAreTooLarge_IsMissed(string code, string bound, string message)
    {
        var rows = string.Join(
            ", ",
            Enumerable.Range(0, 340).Select(i => $"{{ when: {{ group: g{i}, age: {i % 150}, sex: female }}, value: 1 }}")
        );
        using var folder = new RulebookFolder();
        folder.With(
            "index.yaml",
            RulebookFolder.Index + $"facts: {{ group: [{string.Join(", ", Enumerable.Range(0, 340).Select(i => $"g{i}"))}] }}\n"
        );
        folder.With(
            "contributions.yaml",
            ContributionTown.Text(
                "per: year\nbounds: [{ id: b, title: { en: B, zh: 界限 }, of: total, must: { " + bound + " }, reference: x }]",
                $"{{ who: member, amount: {{ 2020-01-01: {{ rows: [ {rows}, {{ otherwise: true, value: 1 }} ], reference: x }} }} }}"
            )
        );
        RulebookCheck.Run(folder.Path).Targets.ShouldHaveSingleItem().Misses.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(InCode))]
    public void Contributor_BuiltInCode_SaysWhatIsOutOfRange(string code, Contributor contributor, string message)
    {
        using var folder = new RulebookFolder();
        var plan = folder.With("contributions.yaml", Contributions).Load().Contributions[1];
        Should.Throw<InputException>(() => plan.Of(contributor)).Problems.ShouldRead(code, message);
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, Money> Wage(long cents) =>
        System.Collections.Immutable.ImmutableDictionary<string, Money>.Empty.Add("wage", Money.FromCents(cents));
}
