using ReimbursementRules.Cases;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Engines;
using ReimbursementRules.Policies;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Curves;

/// <summary>Of every rulebook of this repository that settles claims, the curves of some of the claims of its cases agree with
/// settling.</summary>
public sealed class CurvePropertyTests
{
    private const int Claims = 3;
    private const int Amounts = 1_000;
    private static readonly Money Most = Money.Yuan(1_000_000);

    public static TheoryData<string> Folders => [.. Compared.Folders.Where(folder => Cases(folder).Count > 0)];

    /// <summary>At both ends of every segment, a cent inside and outside of them, and at 1,000 random amounts.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void Curve_AgreesWithSettling(string folder)
    {
        var rulebook = Rulebook.Load(Path.Combine(Repository.Rules, folder), new GridEngine());
        var dice = new Random(20_201_008);
        var curves = 0;
        foreach (var (claim, history) in Some(Cases(folder)))
        {
            if (!rulebook.TrySettle(claim, history, out _, out _))
                continue;
            var curve = Curve.Of(rulebook, claim, history, new(0, Money.Zero, Most));
            curves++;
            curve.Segments[0].From.ShouldBe(Money.Zero);
            curve.Segments[^1].To.ShouldBe(Most);
            foreach (var (below, above) in curve.Segments.Zip(curve.Segments.Skip(1)))
                (above.From - below.To).Cents.ShouldBe(1);
            foreach (var at in Tried(curve, dice))
                CurveAgreement.Holds(curve, history, at, new Ratio(4, 1));
        }

        curves.ShouldBeGreaterThan(0, "no case of the folder settles");
    }

    private static IEnumerable<Money> Tried(Curve curve, Random dice) =>
        curve
            .Segments.SelectMany(segment =>
                new[] { -1, 0, 1 }.SelectMany(cent => new[] { segment.From.Cents + cent, segment.To.Cents + cent })
            )
            .Where(cents => cents >= 0 && cents <= Most.Cents)
            .Concat(Enumerable.Range(0, Amounts).Select(_ => dice.NextInt64(0, Most.Cents + 1)))
            .Select(Money.FromCents);

    private static List<(Claim, History)> Cases(string folder)
    {
        var problems = new ProblemLog();
        return
        [
            .. FolderReader
                .CaseFiles(Path.Combine(Repository.Rules, folder))
                .SelectMany(path => CaseKinds.ReadFile(path, problems))
                .OfType<ClaimsCase>()
                .Where(one => one.Claims is [{ Claim.Items.IsEmpty: false }, ..])
                .Select(one => (one.Claims[0].Claim, one.History)),
        ];
    }

    /// <summary>The first, the last, and some at equal distances between them.</summary>
    private static IEnumerable<(Claim Claim, History History)> Some(List<(Claim, History)> all) =>
        Enumerable.Range(0, Claims).Select(i => all[(all.Count - 1) * i / (Claims - 1)]).Distinct();
}
