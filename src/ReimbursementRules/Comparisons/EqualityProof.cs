using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>Whether two rulebooks bear the same of every claim of one item, or a claim that tells them apart. Immutable.</summary>
/// <remarks>A statement about these claims and no others: one item, with a first share of 10% and neither quantity nor prices; an empty
/// history; no account balance; of numbers such as an age or days in hospital the least of each interval that either rulebook tells apart;
/// of days the first of each interval between changes. Amounts borne, the status and the ids and
/// verdicts of findings are compared. What such claims cannot show is not proved: so two rulebooks that state anything otherwise are never
/// said to be equal, see <see cref="Comparison"/>.</remarks>
public sealed partial class EqualityProof
{
    /// <summary>The most cases that no claim was made of, and that are told.</summary>
    private const int MostTold = 20;

    private EqualityProof(Rulebook before, Rulebook after, Money upTo) =>
        (Before, After, UpTo, Comparison) = (before, after, upTo, RulebookComparison.Of(before, after));

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

    /// <summary>How many cases there are, of which <see cref="Cases"/> were compared; null where there are more than 20,000.</summary>
    public int? AllCases { get; private set; }

    /// <summary>How many of the cases are proved equal: both curves follow from the steps, and their lines are the same.</summary>
    public int Proved { get; private set; }

    /// <summary>How many of the cases have no difference at any amount that was tried, and are not proved equal: something is divided in
    /// proportions that change.</summary>
    public int Unproved { get; private set; }

    /// <summary>How many cases no claim was made of, such as those whose facts contradict each other.</summary>
    public int NotMade { get; private set; }

    /// <summary>The first of the cases that no claim was made of, in words; at most 20.</summary>
    public ImmutableArray<PolicyWords> NotMadeCases { get; private set; } = [];

    /// <summary>The cases in which the rulebooks differ, each with a claim: those that tell fewest facts first, then the roundest
    /// amounts.</summary>
    public ImmutableArray<CounterExample> Differences { get; private set; } = [];

    /// <summary>What the rulebooks state otherwise, whether or not a claim of the proof shows it: such as a rate that grows by age, a rule
    /// for prices or histories, a contract, or the first day.</summary>
    public RulebookComparison Comparison { get; }

    /// <summary>Whether both bear the same of every claim that the proof is about. They may differ in others: see
    /// <see cref="IsEqual"/>.</summary>
    public bool AreClaimsEqual => IsFinished && Differences.IsEmpty && Unproved == 0 && NotMade == 0;

    /// <summary>Whether both are proved equal: both bear the same of every claim that the proof is about, and state nothing
    /// otherwise that such claims might not show.</summary>
    public bool IsEqual => AreClaimsEqual && Comparison.IsUnchanged;

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
        var (differences, notMade) = (new List<CounterExample>(), new List<PolicyWords>());
        IsFinished = true;
        foreach (var codes in cases.All())
        {
            if (Cases == mostCases)
            {
                IsFinished = false;
                break;
            }

            Cases++;
            if (Made(claims, codes, cases.IsSame) is { } made)
            {
                if (Difference(made.Before, made.After) is { } found)
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

        AllCases = IsFinished ? Cases : cases.Count();
        Differences =
        [
            .. differences
                .OrderBy(one => one.Facts)
                .ThenBy(one => CurveDifference.Digits(one.Claim.Bill))
                .ThenBy(one => one.Claim.Bill)
                .ThenBy(one => one.Case.Written, StringComparer.Ordinal),
        ];
        NotMadeCases = [.. notMade];
    }

    /// <summary>The first day that is looked at: of a rulebook as on a day, that day.</summary>
    private static DateOnly Start(Rulebook rulebook) => rulebook.Compiled.Legend.AsOn ?? rulebook.From;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>One claim that both settle; else, where neither knows what the other asks, a claim for each. Null where none was
    /// made.</summary>
    private (Claim Before, Claim After)? Made(ProofClaims claims, int[] codes, Func<int, int, int, bool> isSame)
    {
        if (claims.MakeForAll(codes, isSame) is { } one && Settles(Before, one) && Settles(After, one))
            return (one, one);
        return claims.Make(0, codes, isSame) is { } ofBefore && claims.Make(1, codes, isSame) is { } ofAfter ? (ofBefore, ofAfter) : null;
    }

    private static bool Settles(Rulebook rulebook, Claim claim) => rulebook.TrySettle(claim, History.Empty, out _, out _);

    private CounterExample? Difference(Claim ofBefore, Claim ofAfter)
    {
        var settles = Before.TrySettle(ofBefore, History.Empty, out _, out var problems);
        var settlesToo = After.TrySettle(ofAfter, History.Empty, out _, out var problemsAfter);
        if (!settles || !settlesToo)
        {
            if (settles == settlesToo)
                NotMade++;
            return settles == settlesToo
                ? null
                : new(PolicyWords.Same(""), settles ? ofBefore : ofAfter, [.. problems, .. problemsAfter], []);
        }

        var what = new VariedAmount(0, Money.Zero, UpTo);
        var (one, other) = (Curve.Of(Before, ofBefore, History.Empty, what), Curve.Of(After, ofAfter, History.Empty, what));
        if (CurveDifference.Find(one, other, out var isSure) is not { } at)
        {
            (Proved, Unproved) = isSure ? (Proved + 1, Unproved) : (Proved, Unproved + 1);
            return null;
        }

        string[] bearers = [.. one.Bearers.Concat(other.Bearers).Select(bearer => bearer.Id).Distinct(StringComparer.Ordinal)];
        if (((Claim[])[other.ClaimAt(at), one.ClaimAt(at)]).Select(Shown).FirstOrDefault(example => example is not null) is { } shown)
            return shown;
        Unproved++;
        return null;

        CounterExample? Shown(Claim claim)
        {
            var settlesBefore = Before.TrySettle(claim, History.Empty, out var before, out var problemsBefore);
            var settlesAfter = After.TrySettle(claim, History.Empty, out var after, out var problemsAfter);
            if (before is null || after is null)
                return settlesBefore == settlesAfter ? null : new(PolicyWords.Same(""), claim, [.. problemsBefore, .. problemsAfter], []);
            return CurveDifference.AreSame(before, after, bearers) ? null : Told(claim, before, after, one.Bearers.Concat(other.Bearers));
        }
    }

    private static CounterExample Told(Claim claim, Settlement before, Settlement after, IEnumerable<CurveBearer> bearers) =>
        new(
            PolicyWords.Same(""),
            claim,
            [],
            [
                .. bearers
                    .DistinctBy(bearer => bearer.Id)
                    .Select(bearer => new BearerEffect(
                        bearer.Id,
                        bearer.Title,
                        CurveDifference.Of(before, bearer.Id),
                        CurveDifference.Of(after, bearer.Id)
                    ))
                    .Where(effect => effect.Change != Money.Zero),
            ]
        )
        {
            StatusBefore = before.Status,
            StatusAfter = after.Status,
            FindingsBefore = [.. CurveDifference.Findings(before)],
            FindingsAfter = [.. CurveDifference.Findings(after)],
        };
}
