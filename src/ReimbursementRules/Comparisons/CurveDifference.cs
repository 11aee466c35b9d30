using ReimbursementRules.Curves;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>Looks for an amount at which two curves, or the settlements that they say in short, tell two rulebooks apart.</summary>
internal sealed class CurveDifference
{
    /// <summary>Lines may begin so many cents earlier or later where roundings decide.</summary>
    private const long Border = 64;

    /// <summary>Amounts of so many digits are tried, and so many of each.</summary>
    private const int MostDigits = 4;

    private const int OfEach = 16;

    private readonly Curve _before;
    private readonly Curve _after;
    private readonly IReadOnlyList<string> _bearers;

    private CurveDifference(Curve before, Curve after)
    {
        (_before, _after) = (before, after);
        _bearers = [.. before.Bearers.Concat(after.Bearers).Select(bearer => bearer.Id).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether every segment of both follows from the steps, and wherever the lines are apart a settlement shows it.</summary>
    private bool IsSure { get; set; } = true;

    /// <summary>The roundest amount, and of these the least, at which both settle otherwise; null where none was found.</summary>
    /// <param name="before">The curve by the first rulebook.</param>
    /// <param name="after">The curve by the second.</param>
    /// <param name="isSure">Whether nothing but this follows: everything is straight, and the lines are the same wherever no difference was
    /// found.</param>
    public static Money? Find(Curve before, Curve after, out bool isSure)
    {
        var difference = new CurveDifference(before, after);
        var found = difference.Find();
        isSure = difference.IsSure;
        return found is { } cents ? Money.FromCents(cents) : null;
    }

    /// <summary>What a bearer bears by a settlement, in cents; nothing where the rulebook has no such bearer.</summary>
    public static Money Of(Settlement settlement, string bearer) =>
        bearer switch
        {
            "patient" => settlement.Patient,
            "account" => settlement.Account,
            "cash" => settlement.Cash,
            "hospital" => settlement.Hospital,
            _ => settlement.Payers.FirstOrDefault(payer => payer.Payer == bearer)?.Amount ?? Money.Zero,
        };

    private long? Find()
    {
        long[] borders = [.. _before.Segments.Concat(_after.Segments).Select(segment => segment.From.Cents).Distinct().Order()];
        var found = new List<long>();
        for (var i = 0; i < borders.Length; i++)
        {
            var (from, to) = (borders[i], i + 1 < borders.Length ? borders[i + 1] - 1 : _before.What.To.Cents);
            var (one, other) = (_before.SegmentAt(Money.FromCents(from)), _after.SegmentAt(Money.FromCents(from)));
            IsSure &= one.IsProved && other.IsProved;
            var isSame = AreOne(one, other, Money.FromCents(from));
            var tried = isSame ? (long[])[from, from + (to - from) / 2, to] : [.. Round(from, to)];
            if (tried.Where(Differs).Select(cents => (long?)cents).FirstOrDefault() is { } at)
                found.Add(at);
            else if (!isSame && to - from > Border)
                IsSure = false;
        }

        return found.Count == 0 ? null : found.OrderBy(Digits).ThenBy(cents => cents).First();
    }

    /// <summary>Whether the lines of two segments are one for every bearer, and so are the roundings beside them: one line may be rounded
    /// once or twice, and is then a cent apart at some amounts.</summary>
    private bool AreOne(CurveSegment one, CurveSegment other, Money from) =>
        _bearers.All(bearer => Line(one, bearer, from) == Line(other, bearer, from));

    private static (Ratio Start, Ratio Slope, Ratio Rounding) Line(CurveSegment segment, string bearer, Money from)
    {
        for (var i = 0; i < segment.Lines.Length; i++)
            if (segment.Lines[i].Bearer.Id == bearer)
                return (segment.CentsAt(i, from), segment.Lines[i].Slope, segment.Lines[i].Rounding);
        return default;
    }

    /// <summary>Amounts from one to another, those of fewest digits first, and of these the least; where there are few, all of them;
    /// and the last.</summary>
    private static IEnumerable<long> Round(long from, long to) =>
        Enumerable
            .Range(0, MostDigits)
            .SelectMany(digits => OfDigits(Power(digits), from, to).Order().Take(OfEach))
            .Concat(to - from <= Border ? Enumerable.Range(0, (int)(to - from) + 1).Select(i => from + i) : [])
            .Append(to);

    private static IEnumerable<long> OfDigits(long least, long from, long to)
    {
        for (var step = 1L; step <= to; step *= 10)
        for (var at = Math.Max(least, (from + step - 1) / step); at < least * 10 && at * step <= to; at++)
            yield return at * step;
    }

    private static long Power(int of) => of == 0 ? 1 : 10 * Power(of - 1);

    /// <summary>How many digits an amount has before its last zeros.</summary>
    public static int Digits(long cents)
    {
        var digits = 0;
        for (var rest = cents; rest != 0; rest /= 10)
            digits += digits > 0 || rest % 10 != 0 ? 1 : 0;
        return digits;
    }

    private bool Differs(long cents)
    {
        var (one, other) = (Settle(_before, cents), Settle(_after, cents));
        return !AreSame(one, other, _bearers);
    }

    /// <summary>Whether two settlements have one status and the same findings, and all bear the same by them.</summary>
    public static bool AreSame(Settlement one, Settlement other, IEnumerable<string> bearers) =>
        one.Status == other.Status
        && Findings(one).SequenceEqual(Findings(other), StringComparer.Ordinal)
        && bearers.All(bearer => Of(one, bearer) == Of(other, bearer));

    /// <summary>The findings of a settlement: the id and verdict of each, in the order of the alphabet.</summary>
    public static IEnumerable<string> Findings(Settlement settlement) =>
        settlement
            .Findings.Select(finding => $"{finding.Id}: {finding.Verdict.ToString().ToLowerInvariant()}")
            .Order(StringComparer.Ordinal);

    private static Settlement Settle(Curve curve, long cents) => curve.Rulebook.Settle(curve.ClaimAt(Money.FromCents(cents)));
}
