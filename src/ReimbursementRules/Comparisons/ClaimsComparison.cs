using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>What two rulebooks make of the same claims: who pays less, who more, and what each fund bears. Immutable.</summary>
/// <remarks>Each rulebook settles the claims with histories of its own. For each of the two, funds, patient and hospital add up to the
/// bill, to the cent;
/// so the changes of all of them add up to nothing.</remarks>
public sealed partial class ClaimsComparison
{
    private readonly Dictionary<string, (BilingualText Title, Money Before, Money After)> _funds = new(StringComparer.Ordinal);

    /// <summary>So many winners, losers and claims that not both settle are listed, with how they are settled.</summary>
    internal const int MostListed = 20;

    private readonly GroupSums _groups = new();

    private readonly ListedClaims _won = new(MostListed);

    private readonly ListedClaims _lost = new(MostListed);

    private ClaimsComparison(Rulebook before, Rulebook after, IEnumerable<ComparedClaim> claims)
    {
        foreach (
            var payer in after
                .Compiled.Legend.Payers.Take(1..after.Compiled.Legend.FundsEnd)
                .Concat(before.Compiled.Legend.Payers.Take(1..before.Compiled.Legend.FundsEnd))
        )
            _funds.TryAdd(payer.Id, (payer.Title, Money.Zero, Money.Zero));
        var (settled, unsettled) = (ImmutableArray.CreateBuilder<ClaimEffect>(), ImmutableArray.CreateBuilder<UnsettledClaim>());
        foreach (var claim in claims)
            if (claim is { Before: { } one, After: { } other })
                settled.Add(Add(claim.Number, one, other));
            else
                unsettled.Add(
                    new(claim.Number, claim.Claim?.Id ?? "", claim.Claim?.Member.Id ?? "", claim.ProblemsBefore, claim.ProblemsAfter)
                    {
                        Bill = claim.Claim?.Items.Sum(item => (decimal)item.Amount.Cents),
                        Settled = unsettled.Count < MostListed ? claim.Before ?? claim.After : null,
                    }
                );
        (Claims, Unsettled) = (settled.ToImmutable(), unsettled.ToImmutable());
        Winners = Sum(Claims.Where(claim => claim.Gain > Money.Zero));
        Losers = Sum(Claims.Where(claim => claim.Gain < Money.Zero));
        Unchanged = Claims.Length - Winners.Count - Losers.Count;
    }

    /// <summary>The claims that both rulebooks settle, in the order in which they were handed in.</summary>
    public ImmutableArray<ClaimEffect> Claims { get; }

    /// <summary>The claims that not both can settle, with the problems of each.</summary>
    public ImmutableArray<UnsettledClaim> Unsettled { get; }

    /// <summary>The claims whose patients pay less by the second rulebook.</summary>
    public EffectSum Winners { get; }

    /// <summary>The claims whose patients pay more by the second rulebook.</summary>
    public EffectSum Losers { get; }

    /// <summary>How many claims' patients pay the same.</summary>
    public int Unchanged { get; }

    /// <summary>The claims that win most and then those that lose most, with both settlements.</summary>
    internal IEnumerable<ListedClaim> Listed => _won.All.Concat(_lost.All);

    /// <summary>What patients pay by level, scheme, poverty and age.</summary>
    internal IReadOnlyList<GroupEffect> Groups => _groups.All;

    /// <summary>The sum of the bills of <see cref="Claims"/>.</summary>
    public Money Bill { get; private set; }

    /// <summary>What each fund of either rulebook pays, by its id: first those of the second rulebook, then those that only the first
    /// has.</summary>
    public ImmutableArray<BearerEffect> Funds =>
        [.. _funds.Select(fund => new BearerEffect(fund.Key, fund.Value.Title, fund.Value.Before, fund.Value.After))];

    /// <summary>What the patients pay: <see cref="Account"/> and <see cref="Cash"/>.</summary>
    public BearerEffect Patient => new("patient", new("Patients", "患者"), Account.Before + Cash.Before, Account.After + Cash.After);

    /// <summary>What the patients pay from their personal accounts.</summary>
    public BearerEffect Account { get; private set; } =
        new("account", new("of it from personal accounts", "其中：个人账户"), Money.Zero, Money.Zero);

    /// <summary>What the patients pay in cash.</summary>
    public BearerEffect Cash { get; private set; } = new("cash", new("of it in cash", "其中：现金"), Money.Zero, Money.Zero);

    /// <summary>What the hospitals bear; below zero where they keep savings.</summary>
    public BearerEffect Hospital { get; private set; } = new("hospital", new("Hospitals", "医疗机构"), Money.Zero, Money.Zero);

    /// <exception cref="OverflowException">The sums are beyond the range of amounts.</exception>
    internal static ClaimsComparison Of(Rulebook before, Rulebook after, IEnumerable<ComparedClaim> claims) => new(before, after, claims);

    private ClaimEffect Add(long number, Settlement before, Settlement after)
    {
        Bill += before.Bill;
        Account = Account with { Before = Account.Before + before.Account, After = Account.After + after.Account };
        Cash = Cash with { Before = Cash.Before + before.Cash, After = Cash.After + after.Cash };
        Hospital = Hospital with { Before = Hospital.Before + before.Hospital, After = Hospital.After + after.Hospital };
        _groups.Add(before, after);
        foreach (var payer in before.Payers)
            _funds[payer.Payer] = _funds[payer.Payer] with { Before = _funds[payer.Payer].Before + payer.Amount };
        foreach (var payer in after.Payers)
            _funds[payer.Payer] = _funds[payer.Payer] with { After = _funds[payer.Payer].After + payer.Amount };
        var effect = new ClaimEffect(number, before.Claim.Id, before.Claim.Member.Id, before.Bill, before.Patient, after.Patient);
        if (effect.Gain > Money.Zero)
            _won.Add(effect.Gain, new(effect, before, after));
        else if (effect.Gain < Money.Zero)
            _lost.Add(-effect.Gain, new(effect, before, after));
        return effect;
    }

    private static EffectSum Sum(IEnumerable<ClaimEffect> claims)
    {
        var (count, sum) = (0, Money.Zero);
        foreach (var claim in claims)
            (count, sum) = (count + 1, sum + (claim.Gain < Money.Zero ? -claim.Gain : claim.Gain));
        return new(count, sum);
    }
}

/// <summary>What became of one claim by each of two rulebooks: a settlement, or else problems.</summary>
internal sealed record ComparedClaim(
    long Number,
    Claim? Claim,
    Settlement? Before,
    Settlement? After,
    ImmutableArray<Problem> ProblemsBefore,
    ImmutableArray<Problem> ProblemsAfter
);
