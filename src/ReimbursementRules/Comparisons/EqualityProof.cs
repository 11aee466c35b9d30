using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>Whether two rulebooks bear the same of every claim of one item, or a claim that tells them apart. Immutable.</summary>
/// <remarks>A statement about these claims and no others: one item, with a first share of 10% and neither quantity nor prices; an empty
/// history; no account balance; of numbers such as an age or days in hospital the least of each interval that either rulebook tells apart;
/// of days the first of each interval between changes. Amounts borne are compared, not findings.</remarks>
public sealed partial class EqualityProof
{
    /// <summary>The most cases that no claim was made of, and that are told.</summary>
    private const int MostTold = 20;

    private EqualityProof(Rulebook before, Rulebook after, Money upTo) => (Before, After, UpTo) = (before, after, upTo);

    /// <summary>The first rulebook.</summary>
    public Rulebook Before { get; }

    /// <summary>The second rulebook.</summary>
    public Rulebook After { get; }

    /// <summary>The largest amount of the item, included; the least is 0.</summary>
    public Money UpTo { get; }

    /// <summary>How many cases were compared: combinations of facts and days that any row of either rulebook tells apart.</summary>
    public int Cases { get; private set; }

    /// <summary>Whether all cases were compared, and not only as many as were asked for.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>How many of the cases are proved equal: both curves follow from the steps, and their lines are the same.</summary>
    public int Proved { get; private set; }

    /// <summary>How many of the cases have no difference at any amount that was tried, and are not proved equal: something is divided in
    /// proportions that change.</summary>
    public int Unproved { get; private set; }

    /// <summary>How many cases no claim was made of, such as those whose facts contradict each other.</summary>
    public int NotMade { get; private set; }

    /// <summary>The first of the cases that no claim was made of, in words; at most 20.</summary>
    public ImmutableArray<string> NotMadeCases { get; private set; } = [];

    /// <summary>The cases in which the rulebooks differ, each with a claim: those that tell fewest facts first, then the roundest
    /// amounts.</summary>
    public ImmutableArray<CounterExample> Differences { get; private set; } = [];

    /// <summary>Whether both bear the same of every claim that the proof is about.</summary>
    public bool IsEqual => IsFinished && Differences.IsEmpty && Unproved == 0 && NotMade == 0;

    /// <summary>Compares two rulebooks case by case, from the day on which the later of them begins. The same each time.</summary>
    /// <param name="before">The first rulebook.</param>
    /// <param name="after">The second rulebook.</param>
    /// <param name="upTo">The largest amount of the item, above 0.</param>
    /// <param name="mostCases">How many cases are compared at most, above 0.</param>
    /// <param name="progress">Is told how many cases have been compared; may be left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static EqualityProof Of(Rulebook before, Rulebook after, Money upTo, int mostCases, IProgress<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upTo, Money.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(upTo, Money.Largest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(mostCases, 0);
        var proof = new EqualityProof(before, after, upTo);
        proof.Compare(mostCases, progress);
        return proof;
    }

    private void Compare(int mostCases, IProgress<int>? progress)
    {
        var (one, other) = (Before.Compiled, After.Compiled);
        var facts = ComparedRulebook.Facts(one, other, Later(Start(Before), Start(After)));
        var cases = new ProofCases(facts, new(one, 0, facts), new(other, 1, facts));
        var claims = new ProofClaims(facts, [one, other]);
        var (differences, notMade) = (new List<CounterExample>(), new List<string>());
        IsFinished = true;
        foreach (var codes in cases.All())
        {
            if (Cases == mostCases)
            {
                IsFinished = false;
                break;
            }

            Cases++;
            if (claims.Make(0, codes, cases.IsSame) is { } ofBefore && claims.Make(1, codes, cases.IsSame) is { } ofAfter)
            {
                if (Difference(ofBefore, ofAfter) is { } found)
                    differences.Add(found with { Case = cases.Words(codes), Facts = cases.Stated(codes).Count() });
            }
            else
            {
                NotMade++;
                if (notMade.Count < MostTold)
                    notMade.Add(cases.Words(codes));
            }

            progress?.Report(Cases);
        }

        Differences =
        [
            .. differences
                .OrderBy(one => one.Facts)
                .ThenBy(one => CurveDifference.Digits(one.Claim.Bill))
                .ThenBy(one => one.Claim.Bill)
                .ThenBy(one => one.Case, StringComparer.Ordinal),
        ];
        NotMadeCases = [.. notMade];
    }

    /// <summary>The first day that is looked at: of a rulebook as on a day, that day.</summary>
    private static DateOnly Start(Rulebook rulebook) => rulebook.Compiled.Legend.AsOn ?? rulebook.From;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private CounterExample? Difference(Claim ofBefore, Claim ofAfter)
    {
        var settles = Before.TrySettle(ofBefore, History.Empty, out _, out var problems);
        var settlesToo = After.TrySettle(ofAfter, History.Empty, out _, out var problemsAfter);
        if (!settles || !settlesToo)
        {
            if (settles == settlesToo)
                NotMade++;
            return settles == settlesToo ? null : new("", settles ? ofBefore : ofAfter, [.. problems, .. problemsAfter], []);
        }

        var what = new VariedAmount(0, Money.Zero, UpTo);
        var (one, other) = (Curve.Of(Before, ofBefore, History.Empty, what), Curve.Of(After, ofAfter, History.Empty, what));
        if (CurveDifference.Find(one, other, out var isSure) is not { } at)
        {
            (Proved, Unproved) = isSure ? (Proved + 1, Unproved) : (Proved, Unproved + 1);
            return null;
        }

        var (before, after) = (Before.Settle(one.ClaimAt(at)), After.Settle(other.ClaimAt(at)));
        return new(
            "",
            other.ClaimAt(at),
            [],
            [
                .. one
                    .Bearers.Concat(other.Bearers)
                    .DistinctBy(bearer => bearer.Id)
                    .Select(bearer => new BearerEffect(
                        bearer.Id,
                        bearer.Title,
                        CurveDifference.Of(before, bearer.Id),
                        CurveDifference.Of(after, bearer.Id)
                    ))
                    .Where(effect => effect.Change != Money.Zero),
            ]
        );
    }
}

/// <summary>A claim that tells two rulebooks apart.</summary>
/// <param name="Case">The case in words: the facts that rows of either rulebook tell apart.</param>
/// <param name="Claim">The claim, of one item.</param>
/// <param name="Problems">Why one of them does not settle it; empty where both do.</param>
/// <param name="Effects">What each bearer bears by the first and by the second, of those for whom it differs; empty where one does not
/// settle it.</param>
public sealed partial record CounterExample(
    string Case,
    Claim Claim,
    ImmutableArray<Problem> Problems,
    ImmutableArray<BearerEffect> Effects
)
{
    /// <summary>How many facts the case tells.</summary>
    internal int Facts { get; init; }

    /// <inheritdoc cref="CounterExample" path="/param[@name='Case']/node()"/>
    public string Case
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Case);

    /// <inheritdoc cref="CounterExample" path="/param[@name='Claim']/node()"/>
    public Claim Claim
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Claim);

    /// <inheritdoc cref="CounterExample" path="/param[@name='Problems']/node()"/>
    public ImmutableArray<Problem> Problems
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Problems);

    /// <inheritdoc cref="CounterExample" path="/param[@name='Effects']/node()"/>
    public ImmutableArray<BearerEffect> Effects
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Effects);
}
