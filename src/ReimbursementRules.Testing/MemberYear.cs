using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Testing;

/// <summary>Claims of one member, settled one after another, each with the history before it.</summary>
public sealed class MemberYear
{
    private readonly Lazy<ImmutableArray<Settlement>> _settled;

    /// <summary>Claims of one member.</summary>
    /// <param name="rulebook">The rulebook that settles them.</param>
    /// <param name="claims">The claims in the order in which they are settled.</param>
    public MemberYear(Rulebook rulebook, IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(claims);
        (Rulebook, Claims) = (rulebook, [.. claims]);
        _settled = new(Settle);
    }

    /// <summary>The rulebook.</summary>
    public Rulebook Rulebook { get; }

    /// <summary>The claims in the order in which they are settled.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>Their settlements, in that order: each begins with the history of the one before, which it has as
    /// <see cref="Settlement.HistoryBefore"/>.</summary>
    /// <exception cref="InputException">A claim is not valid.</exception>
    public ImmutableArray<Settlement> Settled => _settled.Value;

    /// <summary>The numbers of which the claims were made; empty where they were not drawn.</summary>
    internal ImmutableArray<int[]> Numbers { get; init; } = [];

    /// <summary>Each claim on a line, as JSON.</summary>
    public override string ToString() => string.Join('\n', Claims.Select(ClaimText.Of));

    private ImmutableArray<Settlement> Settle()
    {
        var settled = ImmutableArray.CreateBuilder<Settlement>(Claims.Length);
        foreach (var claim in Claims)
            settled.Add(Rulebook.Settle(claim, settled.Count == 0 ? History.Empty : settled[^1].History));
        return settled.MoveToImmutable();
    }
}
