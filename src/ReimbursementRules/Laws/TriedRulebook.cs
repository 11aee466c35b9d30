using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>A rulebook on whose settlements laws are tried, with the engines that must choose the same rows. Its twins by other engines are
/// made once.</summary>
public sealed partial class TriedRulebook
{
    private readonly Lazy<ImmutableArray<Rulebook>> _twins;
    private readonly Lazy<Rulebook> _turned;

    /// <summary>A rulebook on which laws are tried.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="engines">The engines that must choose the same rows, at least one; the last is also given the rows of each table in
    /// another order.</param>
    /// <exception cref="ArgumentException">There is no engine.</exception>
    public TriedRulebook(Rulebook rulebook, params IEnumerable<IRuleEngine> engines)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ImmutableArray<IRuleEngine> all = [.. Given.All(engines)];
        if (all.IsEmpty)
            throw new ArgumentException("Name an engine at least, such as new GridEngine().", nameof(engines));
        Rulebook = rulebook;
        _twins = new(() => [.. all.Select(rulebook.WithEngine)]);
        _turned = new(() => rulebook.WithEngine(new TurnedEngine(all[^1])));
    }

    /// <summary>The rulebook.</summary>
    public Rulebook Rulebook { get; }

    /// <summary>The rulebook by each of the engines.</summary>
    internal ImmutableArray<Rulebook> Twins => _twins.Value;

    /// <summary>The rulebook with the rows of its tables in another order.</summary>
    internal Rulebook Turned => _turned.Value;

    /// <summary>Tries a law on claims of one member, settled one after another.</summary>
    /// <param name="law">The law.</param>
    /// <param name="claims">The claims in the order in which they are settled; the member has used nothing before them.</param>
    /// <returns>On how many claims it was tried, and what broke; of several breaches of an optional law the largest.</returns>
    /// <exception cref="InputException">A claim is not valid, and the law is of settlements one after another.</exception>
    public LawOutcome Try(Law law, ImmutableArray<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Tried(new(this, Given.Each(claims)));
    }
}

/// <summary>Claims of one member on which a law is tried.</summary>
/// <param name="Tried">The rulebook.</param>
/// <param name="Claims">The claims in the order in which they are settled.</param>
internal sealed record LawYear(TriedRulebook Tried, ImmutableArray<Claim> Claims)
{
    /// <summary>Their settlements, each from the history that the one before left.</summary>
    public ImmutableArray<Settlement> Settled()
    {
        var settled = ImmutableArray.CreateBuilder<Settlement>(Claims.Length);
        foreach (var claim in Claims)
            settled.Add(Tried.Rulebook.Settle(claim, settled.Count == 0 ? History.Empty : settled[^1].History));
        return settled.MoveToImmutable();
    }
}

/// <summary>What came of a law.</summary>
/// <param name="Claims">On how many claims it was tried: those that it says something of.</param>
/// <param name="Broken">What broke; null where the law holds.</param>
public sealed partial record LawOutcome(int Claims, BrokenLaw? Broken);

/// <summary>A claim for which a law does not hold.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="What">What should be, and what is.</param>
/// <param name="By">By how much, where the law is one of amounts that are more or less than others; null for every other law.</param>
public sealed partial record BrokenLaw(Claim Claim, BilingualText What, Money? By)
{
    /// <inheritdoc cref="BrokenLaw" path="/param[@name='Claim']/node()"/>
    public Claim Claim
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Claim);

    /// <inheritdoc cref="BrokenLaw" path="/param[@name='What']/node()"/>
    public BilingualText What
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(What);
}
