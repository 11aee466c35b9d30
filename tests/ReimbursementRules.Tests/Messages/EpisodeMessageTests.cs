using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What <c>episodes.yaml</c>, the cases of it and the claims that it asks can say wrongly.</summary>
public sealed class EpisodeMessageTests
{
    internal const string Episodes = """
        episodes:
          - id: before
            earlier: { setting: outpatient }
            later: { setting: inpatient }
            within_days: 7
            same: [provider, disease]
            into: later
            items: { item.kind: examination }
            reference: "Town order 9"
          - id: after
            earlier: { setting: inpatient }
            later: { setting: outpatient }
            within_days: 0
            same: [disease]
            into: earlier
            reference: "Town order 9"

        """;

    internal const string Cases = """
        - case: Two claims are one
          why: 1000 - 600 = 400; 400 x 75% = 300
          assemble:
            - { discharged: 2020-10-01, setting: outpatient, provider.id: H, disease: flu, items: [{ class: A, kind: examination, amount: 400 }] }
            - { discharged: 2020-10-08, setting: inpatient, provider.id: H, disease: flu, items: [{ class: A, amount: 600 }] }
          expect: [{ fund: 300 }]

        """;

    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "key.missing",
                "episodes:",
                "episode:",
                "episodes.yaml:1:1: the key 'episode' is not known here. Did you mean 'episodes'?\nepisodes.yaml:1:1: "
                    + "'episodes' is missing here. Add it."
            },
            { "id.twice", "id: after", "id: before", "episodes.yaml:10:9: two episodes are named 'before'. Give each a name of its own." },
            {
                "number.range",
                "within_days: 7",
                "within_days: 366",
                "episodes.yaml:5:18: '366' is out of range. Write a whole number from 0 to 365."
            },
            { "list.empty", "[provider, disease]", "[]", "episodes.yaml:6:11: a list has at least one word." },
            {
                "word.unknown",
                "[provider, disease]",
                "[hospital]",
                "episodes.yaml:6:12: 'hospital' cannot stand here. Known: provider, disease."
            },
            { "word.unknown", "into: later", "into: latter", "episodes.yaml:7:11: 'latter' cannot stand here. Did you mean 'later'?" },
            { "key.missing", "    earlier: { setting: outpatient }\n", "", "episodes.yaml:2:5: 'earlier' is missing here. Add it." },
            {
                "conditions.empty",
                "{ setting: outpatient }\n    later",
                "{}\n    later",
                "episodes.yaml:3:14: expected at least one condition, such as setting: inpatient."
            },
            {
                "fact.item",
                "{ setting: outpatient }\n    later",
                "{ item.kind: drug }\n    later",
                "episodes.yaml:3:16: 'item.kind' is asked of an item and cannot decide here. Ask it under 'items'."
            },
            {
                "fact.claim",
                "{ item.kind: examination }",
                "{ setting: outpatient }",
                "episodes.yaml:8:14: 'setting' is not asked of an item. Put it under 'earlier' or 'later'."
            },
            {
                "fact.unknown",
                "{ item.kind: examination }",
                "{ item.kid: examination }",
                "episodes.yaml:8:14: 'item.kid' is not a fact of a claim. Did you mean 'item.kind'?"
            },
            {
                "episode.fact",
                "{ setting: inpatient }\n    within",
                "{ setting: inpatient, admission: first }\n    within",
                "episodes.yaml:4:34: 'admission' follows from other claims, which are not put together yet. Ask it in a gate or layer."
            },
        };

    public static TheoryData<string, string, string, string> CaseMistakes =>
        new()
        {
            {
                "case.both",
                "  assemble:",
                "  claim: { discharged: 2020-10-08, items: [] }\n  assemble:",
                "episodes.cases.yaml:3:10: a case with 'assemble' has no other claims."
            },
            {
                "case.empty",
                "  assemble:\n    - { discharged: 2020-10-01, setting: outpatient, provider.id: H, disease: flu, items: [{ "
                    + "class: A, kind: examination, amount: 400 }] }\n    - { discharged: 2020-10-08, setting: inpatient, "
                    + "provider.id: H, disease: flu, items: [{ class: A, amount: 600 }] }",
                "  assemble: []",
                "episodes.cases.yaml:3:13: a case has at least one claim, such as - { discharged: …, items: … }."
            },
            {
                "list.expected",
                "[{ fund: 300 }]",
                "{ fund: 300 }",
                "episodes.cases.yaml:6:11: expected a list such as [a, b], found 'key: value' lines."
            },
            {
                "expect.empty",
                "[{ fund: 300 }]",
                "[{}]",
                "episodes.cases.yaml:6:12: a case expects at least one amount, such as patient: 6_950.00."
            },
            { "case.mismatch", "[{ fund: 300 }]", "[{ fund: 299.99 }]", "episodes.cases.yaml:6:20: expected fund 299.99, was 300.00." },
            { "case.mismatch", "[{ fund: 300 }]", "[{ fund: 300 }, { fund: 0 }]", "episodes.cases.yaml:6:11: expected claims 2, was 1." },
            {
                "case.mismatch",
                "disease: flu, items: [{ class: A, amount",
                "disease: cold, items: [{ class: A, amount",
                "episodes.cases.yaml:6:11: expected claims 1, was 2."
            },
            {
                "fact.missing",
                "2020-10-01, setting: outpatient",
                "2020-10-01",
                "episodes.cases.yaml:4:7: 'setting' is missing; episodes.yaml:3 asks for it. Known: inpatient, outpatient, "
                    + "special_outpatient, chronic_outpatient, two_diseases, emergency_room, day_surgery, pharmacy, home_care, "
                    + "family_doctor, premium."
            },
            {
                "claims.member",
                "setting: outpatient",
                "member.id: B, setting: outpatient",
                "episodes.cases.yaml:5:7: the claims are of several members, 'B' and ''. Hand in those of one member."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Episode_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<PolicyException>(folder.With("episodes.yaml", Episodes).Replace("episodes.yaml", old, now).Load)
            .Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(CaseMistakes))]
    public void Case_ThatFails_SaysWhatWasExpectedAndWhatCame(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        var report = RulebookCheck.Run(
            folder.With("episodes.yaml", Episodes).With("episodes.cases.yaml", Cases).Replace("episodes.cases.yaml", old, now).Path
        );
        report.Problems.Concat(report.Cases.SelectMany(one => one.Mismatches)).ToList().ShouldRead(code, message);
    }

    [Fact]
    public void Case_AsItStands_Passes()
    {
        using var folder = new RulebookFolder();
        RulebookCheck.Run(folder.With("episodes.yaml", Episodes).With("episodes.cases.yaml", Cases).Path).Passed.ShouldBeTrue();
    }

    [Fact]
    public void Item_OfADayAfterTheDischarge_IsValidOnlyWhereItWasMoved()
    {
        using var folder = new RulebookFolder();
        var item = TestClaim.A(100) with { Date = Day.Of("2020-10-09") };
        folder.Load().Settle(TestClaim.Stay(item with { MovedFrom = "" })).Bill.InYuan.ShouldBe(100m);
        Should
            .Throw<InputException>(() => folder.Load().Settle(TestClaim.Stay(item)))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("item.date");
    }
}
