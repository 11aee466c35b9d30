using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Coverage;
using ReimbursementRules.Curves;
using ReimbursementRules.Engines;
using ReimbursementRules.Laws;
using ReimbursementRules.Mutants;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Certificates;

/// <summary>What was proved and tried of a rulebook, in a form that can be made again and compared byte by byte. Immutable.</summary>
/// <remarks>That the tables are total and have no overlap, and that bills are divided, follows from loading and from how money moves;
/// laws are tried on claims all the same: at every bend of every case a claim of one item and one of two, both with an empty history, and
/// the claims of one item of a case once more as those of one member, one after another.</remarks>
public sealed partial class Certificate
{
    /// <summary>The most cases whose cliffs are told.</summary>
    private const int MostTold = 50;

    /// <summary>The member of whom several claims are made; no register knows it.</summary>
    private const string Member = "certificate-member";

    private Certificate(Rulebook rulebook, int budget, Money upTo) => (Rulebook, Budget, UpTo) = (rulebook, budget, upTo);

    /// <summary>The rulebook.</summary>
    public Rulebook Rulebook { get; }

    /// <summary>How many cases were to be looked at at most.</summary>
    public int Budget { get; }

    /// <summary>The largest amount of an item, included.</summary>
    public Money UpTo { get; }

    /// <summary>How many rows of tables there are; every table has exactly one for each combination of facts and each day, or the rulebook
    /// would not have loaded.</summary>
    public int Rows => Rulebook.Rules.Length;

    /// <summary>How many cases of the folder pass, and how many there are.</summary>
    public (int Passed, int All) Cases { get; private init; }

    /// <summary>What the cases of the folder reach of its own files.</summary>
    public CoverageCount Coverage { get; private init; }

    /// <summary>How many changes of the files the cases notice; null where cases fail, so that none was looked at.</summary>
    public MutantScore? Mutants { get; private init; }

    /// <summary>How many combinations of facts and days were looked at.</summary>
    public int Combinations { get; private set; }

    /// <summary>Whether these are all that the rulebook tells apart.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>How many combinations there are, of which <see cref="Combinations"/> were looked at; null where there are more than
    /// 20,000.</summary>
    public int? AllCombinations { get; private set; }

    /// <summary>How many claims were settled to try the laws.</summary>
    public int Claims { get; private set; }

    /// <summary>Each law that holds of every settlement, save that of the independent checker, which shares nothing with this
    /// library.</summary>
    public ImmutableArray<LawResult> Laws { get; private set; } = [];

    /// <summary>Each law that a policy may have: where it failed on none, this one has it as far as it was tried.</summary>
    public ImmutableArray<LawResult> OptionalLaws { get; private set; } = [];

    /// <summary>How many curves were made, how many of them follow from the steps exactly, and along how many no payer pays less of a
    /// larger amount.</summary>
    public (int All, int Proved, int Monotone) Curves { get; private set; }

    /// <summary>Where a cent more costs the patient more than a cent or loses a payment, each with its case; at most 50 cases.</summary>
    public ImmutableArray<CertifiedCliff> Cliffs { get; private set; } = [];

    /// <summary>What became of the targets that the rulebook is held against.</summary>
    public ImmutableArray<TargetResult> Targets { get; private init; } = [];

    /// <summary>Whether nothing failed: all cases pass, all laws hold, and no target that must be met is missed.</summary>
    public bool IsClean =>
        Cases.Passed == Cases.All
        && Laws.All(law => law.Failed == 0)
        && !Targets.Any(target => target is { Status: TargetStatus.Missed, IsWish: false });

    /// <summary>Proves what can be proved of the rulebook in a folder, and tries the rest. The same each time.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>.</param>
    /// <param name="engine">Chooses the rows of tables.</param>
    /// <param name="other">Chooses them again.</param>
    /// <param name="budget">How many cases are looked at at most, above 0.</param>
    /// <param name="upTo">The largest amount of an item, above 0.</param>
    /// <param name="progress">Is told how many cases have been looked at; may be left out.</param>
    /// <param name="workers">How many mutants are looked at at a time, above 0; the certificate is the same for every number.</param>
    /// <exception cref="PolicyException">The files of the folder, or its cases, have problems.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Certificate Of(
        string folder,
        IRuleEngine engine,
        IRuleEngine other,
        int budget,
        Money upTo,
        IProgress<int>? progress = null,
        int workers = 1
    )
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(budget, 0);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upTo, Money.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(upTo, Money.Largest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(workers, 0);
        var coverage = RulebookCoverage.Run(folder, engine);
        var report = coverage.Check;
        if (report.Rulebook is not { } rulebook || report.Problems.Count > 0)
            throw new PolicyException([.. report.Problems]);
        // Only the score is told, so no claims are looked for.
        var mutants = MutantCheck.Run(folder, new() { Tries = 0, Workers = workers });
        var certificate = new Certificate(rulebook, budget, upTo)
        {
            Cases = (report.Cases.Count(one => one.Passed), report.Cases.Count),
            Coverage = coverage.Count,
            Mutants = mutants.FailedCases.IsEmpty ? mutants.Total : null,
            Targets = [.. report.Targets],
        };
        certificate.Try(other, progress);
        return certificate;
    }

    private void Try(IRuleEngine other, IProgress<int>? progress)
    {
        var book = Rulebook.Compiled;
        var facts = ComparedRulebook.Facts(book, book, Rulebook.From);
        var cases = new ProofCases(facts, new(book, 0, facts), new(book, 1, facts));
        var claims = new ProofClaims(facts, [book, book]);
        var tried = new TriedRulebook(Rulebook, other);
        var (laws, optional) = (new LawTally(tried, Law.All), new LawTally(tried, Law.Optional));
        var cliffs = new List<CertifiedCliff>();
        IsFinished = true;
        foreach (var codes in cases.All())
        {
            if (Combinations == Budget)
            {
                IsFinished = false;
                break;
            }

            Combinations++;
            if (claims.Make(0, codes, cases.IsSame) is { } claim && Rulebook.TrySettle(claim, History.Empty, out _, out _))
            {
                var words = cases.Words(codes).Written;
                var curve = Curve.Of(Rulebook, claim, History.Empty, new(0, Money.Zero, UpTo));
                Count(curve, words, cliffs);
                foreach (var year in Years(curve))
                {
                    Claims += year.Length;
                    laws.Try(year, words);
                    optional.Try(year, words);
                }
            }

            progress?.Report(Combinations);
        }

        AllCombinations = IsFinished ? Combinations : cases.Count();
        (Laws, OptionalLaws) = (laws.Results, optional.Results);
        Cliffs = [.. cliffs.Take(MostTold)];
    }

    private void Count(Curve curve, string words, List<CertifiedCliff> cliffs)
    {
        Curves = (Curves.All + 1, Curves.Proved + (curve.IsProved ? 1 : 0), Curves.Monotone + (curve.IsMonotone ? 1 : 0));
        cliffs.AddRange(curve.Cliffs.Select(cliff => new CertifiedCliff(words, cliff.At, cliff.Cause?.Source)));
    }

    /// <summary>What laws are tried on in a case: at each bend a claim of one item and one of two, and those of one item as one
    /// member's.</summary>
    private IEnumerable<ImmutableArray<Claim>> Years(Curve curve)
    {
        ImmutableArray<Claim> single =
        [
            .. curve.Segments.SelectMany(segment => (Money[])[segment.From, segment.To]).Distinct().Select(curve.ClaimAt),
        ];
        foreach (var claim in single)
        {
            yield return Valid([claim]);
            yield return Valid([claim with { Items = [.. claim.Items, curve.Claim.Items[0]] }]);
        }

        yield return Valid(single.Select(claim => claim with { Member = claim.Member with { Id = Member } }));
    }

    /// <summary>Claims of one member, one after another, without those that are not valid then.</summary>
    private ImmutableArray<Claim> Valid(IEnumerable<Claim> claims)
    {
        var (valid, history) = (ImmutableArray.CreateBuilder<Claim>(), History.Empty);
        foreach (var claim in claims)
            if (Rulebook.TrySettle(claim, history, out var settlement, out _))
            {
                valid.Add(claim);
                history = settlement.History;
            }

        return valid.ToImmutable();
    }
}

/// <summary>An amount at which one more cent costs the patient more than a cent, or loses a payment.</summary>
/// <param name="Case">The case in words.</param>
/// <param name="At">The first amount above.</param>
/// <param name="Source">The row that makes it; null where no single row does.</param>
public sealed partial record CertifiedCliff(string Case, Money At, PolicySource? Source)
{
    /// <inheritdoc cref="CertifiedCliff" path="/param[@name='Case']/node()"/>
    public string Case
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Case);
}
