using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What <c>providers.yaml</c> and <c>members.yaml</c> can say wrongly, and claims that say otherwise.</summary>
public sealed class RegisterMessageTests
{
    internal const string Providers = """
        providers:
          H:
            facts: { hospital.level: { 2020-01-01: one, 2020-07-01: two }, grade: good, beds: 80 }
            agreements: [{ from: 2020-02-01, until: 2020-11-01 }]
            designated_for: [{ diseases: [flu], from: 2020-03-01 }, { in: grave, from: 2020-02-01 }]

        """;

    internal const string Members = """
        members:
          M:
            born: 1960-03-01
            enrolments: [{ scheme: resident, from: 2020-02-01, until: 2020-08-01, arrears_from: 2020-06-01, deferred: yes }]

        """;

    public static TheoryData<string, string, string, string, string> Mistakes =>
        new()
        {
            {
                "key.missing",
                "    agreements: [{ from: 2020-02-01, until: 2020-11-01 }]\n",
                "",
                "providers.yaml",
                "providers.yaml:3:5: 'agreements' is missing here. Add it."
            },
            {
                "key.twice",
                "providers:\n",
                "providers:\n  \"H\\u00A0\": { agreements: [] }\n",
                "providers.yaml",
                "providers.yaml:3:3: the key 'H' stands here a second time. Keep one of them."
            },
            {
                "key.unknown",
                "agreements",
                "agrements",
                "providers.yaml",
                "providers.yaml:3:5: 'agreements' is missing here. Add it.\nproviders.yaml:4:5: the key 'agrements' is not "
                    + "known here. Did you mean 'agreements'?"
            },
            {
                "days.order",
                "until: 2020-11-01",
                "until: 2020-02-01",
                "providers.yaml",
                "providers.yaml:4:45: 'until' is not after 'from'. It is the first day on which this no longer holds."
            },
            {
                "fact.unknown",
                "grade: good",
                "grad: good",
                "providers.yaml",
                "providers.yaml:3:68: 'grad' is not a fact that this register can state. Did you mean 'grade'?"
            },
            {
                "fact.unknown",
                "grade: good",
                "poverty: none",
                "providers.yaml",
                "providers.yaml:3:68: 'poverty' is not a fact that this register can state. Known: hospital.level, "
                    + "hospital.tier, hospital.ownership, grade, beds."
            },
            {
                "fact.word",
                "grade: good",
                "grade: godd",
                "providers.yaml",
                "providers.yaml:3:75: 'godd' is not a word of 'grade'. Did you mean 'good'?"
            },
            {
                "fact.word",
                "2020-07-01: two",
                "2020-07-01: four",
                "providers.yaml",
                "providers.yaml:3:61: 'four' is not a word of 'hospital.level'. Known: one, two, three, unrated."
            },
            {
                "number.form",
                "beds: 80",
                "beds: many",
                "providers.yaml",
                "providers.yaml:3:87: 'many' is not a whole number from 0 to 1,000,000,000,000, such as 14."
            },
            {
                "date.form",
                "2020-07-01: two",
                "2020-7-1: two",
                "providers.yaml",
                "providers.yaml:3:49: '2020-7-1' is not a date as files write it, year-month-day. Write: `facts: "
                    + "{ hospital.level: { 2020-01-01: one, 2020-07-01: two }, grade: good, beds: 80 }`."
            },
            {
                "history.empty",
                "grade: good",
                "grade: {}",
                "providers.yaml",
                "providers.yaml:3:75: expected at least one dated word, such as 2020-08-01: two."
            },
            {
                "designation.diseases",
                "{ in: grave, ",
                "{ ",
                "providers.yaml",
                "providers.yaml:5:61: a designation has either 'diseases' or 'in' with a list of index.yaml."
            },
            {
                "list.unknown",
                "in: grave",
                "in: grav",
                "providers.yaml",
                "providers.yaml:5:67: 'grav' is not a list of index.yaml. Did you mean 'grave'?"
            },
            {
                "enrolment.arrears",
                "arrears_from: 2020-06-01",
                "arrears_from: 2020-08-01",
                "members.yaml",
                "members.yaml:4:89: 2020-08-01 is not a day of the enrolment. Write one from 'from' on and before 'until'."
            },
            {
                "enrolment.arrears",
                ", arrears_from: 2020-06-01",
                "",
                "members.yaml",
                "members.yaml:4:85: only arrears can be deferred. Add 'arrears_from', or leave this line out."
            },
            {
                "word.unknown",
                "scheme: resident",
                "scheme: residents",
                "members.yaml",
                "members.yaml:4:28: 'residents' cannot stand here. Did you mean 'resident'?"
            },
            {
                "key.missing",
                "members:",
                "member:",
                "members.yaml",
                "members.yaml:1:1: the key 'member' is not known here. Did you mean 'members'?\nmembers.yaml:1:1: 'members' "
                    + "is missing here. Add it."
            },
        };

    public static TheoryData<string, Func<Claim, Claim>, string> Contradictions =>
        new()
        {
            {
                "register.contradicts",
                claim =>
                    claim with
                    {
                        Provider = new() { Id = "H", Level = HospitalLevel.Two },
                    },
                "claim: the claim states hospital.level 'two', but providers.yaml:2 says 'one' of 'H' on 2020-03-01. Correct "
                    + "one of them, or leave it out of the claim."
            },
            {
                "register.contradicts",
                claim =>
                    claim with
                    {
                        Provider = new() { Id = "K", Agreement = Agreement.InForce },
                    },
                "claim: the claim states provider.agreement 'in_force', but providers.yaml says 'none' of 'K' on 2020-03-01. "
                    + "Correct one of them, or leave it out of the claim."
            },
            {
                "register.contradicts",
                claim =>
                    claim with
                    {
                        Member = new() { Id = "M", Scheme = Scheme.Employee },
                    },
                "claim: the claim states scheme 'employee', but members.yaml:2 says 'resident' of 'M' on 2020-03-01. Correct "
                    + "one of them, or leave it out of the claim."
            },
            {
                "register.contradicts",
                claim =>
                    claim with
                    {
                        Member = new() { Id = "M", Born = new(1960, 3, 2) },
                    },
                "claim: the claim states born '1960-03-02', but members.yaml:2 says '1960-03-01' of 'M' on 2020-03-01. "
                    + "Correct one of them, or leave it out of the claim."
            },
            {
                "register.contradicts",
                claim =>
                    claim with
                    {
                        Member = new() { Id = "M", Age = 60 },
                    },
                "claim: the claim states age '60', but members.yaml:2 says '59' of 'M' on 2020-03-01. Correct one of them, "
                    + "or leave it out of the claim."
            },
            {
                "register.contradicts",
                claim =>
                    claim with
                    {
                        Provider = new() { Id = "H" },
                        Attributes = TestClaim.Attributes(("grade", "bad")),
                    },
                "claim: the claim states grade 'bad', but providers.yaml:2 says 'good' of 'H' on 2020-03-01. Correct one of "
                    + "them, or leave it out of the claim."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Register_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string file, string message)
    {
        using var folder = Folder();
        Should.Throw<PolicyException>(folder.Replace(file, old, now).Load).Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Claim_ThatContradictsARegister_SaysWhatBothState(string code, Func<Claim, Claim> change, string message)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var folder = Folder();
        var claim = TestClaim.Stay(1000) with { Discharged = Day.Of("2020-03-01"), Provider = new() };
        Should.Throw<InputException>(() => folder.Load().Settle(change(claim))).Problems.ShouldRead(code, message);
    }

    private static RulebookFolder Folder() =>
        new RulebookFolder()
            .Replace(
                "index.yaml",
                "payers:",
                "facts: { grade: { words: [good, bad], default: good }, beds: number }\nlists: { grave: [uremia] }\npayers:"
            )
            .With("providers.yaml", Providers)
            .With("members.yaml", Members);
}
