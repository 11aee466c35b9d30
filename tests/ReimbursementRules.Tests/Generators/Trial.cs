using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Testing;

namespace ReimbursementRules.Tests.Generators;

/// <summary>A random rulebook and the claims of one member for it.</summary>
public sealed record Trial(int Seed, IReadOnlyList<Claim> Claims)
{
    public static Arbitrary<Trial> Any { get; } =
        Arb.From(
            from seed in Gen.Choose(0, RandomRulebooks.Count - 1)
            from claims in RandomClaims.Sequences
            select new Trial(seed, claims),
            Shrink
        );

    public Rulebook Rulebook => RandomRulebooks.Of(Seed);

    /// <summary>The same for the laws of the kit.</summary>
    public MemberYear Year => new(Rulebook, Claims);

    /// <summary>The claims one after another, the history flowing from each to the next.</summary>
    public IReadOnlyList<Settlement> Settled()
    {
        var settled = new List<Settlement>();
        var history = History.Empty;
        foreach (var claim in Claims)
        {
            settled.Add(Rulebook.Settle(claim, history));
            history = settled[^1].History;
        }

        return settled;
    }

    public override string ToString() => $"{RandomRulebooks.Texts(Seed)}\n{string.Join("\n", Claims)}";

    private static IEnumerable<Trial> Shrink(Trial trial)
    {
        for (var at = 0; at < trial.Claims.Count && trial.Claims.Count > 1; at++)
            yield return trial with
            {
                Claims = [.. trial.Claims.Where((_, i) => i != at)],
            };
        for (var at = 0; at < trial.Claims.Count; at++)
            foreach (var smaller in ClaimShrinker.Shrink(trial.Claims[at]))
                yield return trial with
                {
                    Claims = [.. trial.Claims.Select((claim, i) => i == at ? smaller : claim)],
                };
    }
}
