using ReimbursementRules.Comparisons;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>A claim that tells two rulebooks apart is a claim of both, whichever facts each of them asks.</summary>
public sealed class CounterExampleTests
{
    private static readonly string[] Rules =
    [
        "rows: [{ when: { hospital.level: three }, value: 80% }, { otherwise: yes, value: 70% }]",
        "rows: [{ when: { poverty: extremely_poor }, value: 60% }, { otherwise: yes, value: 70% }]",
        "rows: [{ when: { age: { from: 70 } }, value: 75% }, { otherwise: yes, value: 70% }]",
        "rows: [{ when: { location: in_area }, value: 71% }, { otherwise: yes, value: 70% }]",
        "rows: [{ when: { days: { from: 30 } }, value: 72% }, { otherwise: yes, value: 70% }]",
        "rows: [{ when: { item.kind: drug }, value: 73% }, { otherwise: yes, value: 70% }]",
    ];

    public static TheoryData<int, int> Pairs
    {
        get
        {
            var pairs = new TheoryData<int, int>();
            for (var one = 0; one < Rules.Length; one++)
            for (var other = 0; other < Rules.Length; other++)
                if (one != other)
                    pairs.Add(one, other);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Claim_IsOfBothAndTellsThemApart(int one, int other)
    {
        var (before, after) = (Town(Rules[one]), Town(Rules[other]));

        var proof = EqualityProof.Of(before, after, Money.Yuan(10_000), 1_000);

        proof.Differences.ShouldNotBeEmpty();
        foreach (var example in proof.Differences)
        {
            example.Problems.ShouldBeEmpty();
            before.Settle(example.Claim).Patient.ShouldNotBe(after.Settle(example.Claim).Patient);
        }
    }

    private static Rulebook Town(string share) => Builders.Town.Of(Builders.Town.Basic(StepText.TiersOf(share)));
}
