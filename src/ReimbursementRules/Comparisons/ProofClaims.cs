using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>Makes a claim of one item of a case. Of a number it takes the least of its interval; what decides nothing it leaves to what
/// counts where nothing is stated, or takes the first word.</summary>
internal sealed class ProofClaims(JointFacts facts, IReadOnlyList<CompiledRulebook> sides)
{
    /// <summary>The claim of a case for one of the rulebooks; null where none was made that answers as the case says.</summary>
    public Claim? Make(int side, int[] codes, Func<int, int, int, bool> isSame) => Make([side], codes, isSame);

    /// <summary>The claim of a case that says what either rulebook asks; null where none was made that answers both as the case
    /// says.</summary>
    public Claim? MakeForAll(int[] codes, Func<int, int, int, bool> isSame) => Make([.. Enumerable.Range(0, sides.Count)], codes, isSame);

    private Claim? Make(int[] asking, int[] codes, Func<int, int, int, bool> isSame) =>
        Days(codes)
            .Select(day => Make(asking, codes, day))
            .FirstOrDefault(claim => asking.All(side => Answers(claim, side, codes, isSame)));

    /// <summary>The days on which the claim of a case may be: the first of its interval, and those some months after.</summary>
    private IEnumerable<DateOnly> Days(int[] codes)
    {
        var day = facts.Day(DecidingDay.Discharge);
        var first = DateOnly.FromDayNumber((int)Math.Max(facts[day].Least(codes[day]), facts.Start.DayNumber));
        return Enumerable.Range(0, 12).Select(months => first.AddMonths(months)).Append(first.AddDays(KnownFacts.MostDaysOfStay));
    }

    private Claim Make(int[] asking, int[] codes, DateOnly day)
    {
        var claim = new Claim { Discharged = day, Items = [new() { Amount = Money.Yuan(1_000), FirstSelfPay = Rate.Percent(10) }] };
        // A stay begins before its items are dated from it, and its number says which word it is; from a birth follows an age.
        foreach (
            var (side, asked) in asking
                .SelectMany(side => sides[side].Asked.Select(asked => (side, asked)))
                .OrderBy(pair => Turn(pair.asked.Fact.Name))
        )
        {
            var fact = facts.PlaceOf(side, asked.Index);
            if (codes[fact] < 0 && (asked.Fact.Default is not null || !MustBeStated(claim, asked)))
                continue;
            claim = FactStating.With(claim, 0, asked.Fact, Word(fact, asked, codes[fact])) ?? claim;
        }

        return claim;
    }

    private static int Turn(string fact) =>
        fact switch
        {
            "days" or "admission_number" => 0,
            "born" => 2,
            _ => 1,
        };

    /// <summary>Whether a claim must say it: nothing counts where it does not.</summary>
    private static bool MustBeStated(Claim claim, AskedFact asked) =>
        asked.CodeOf(new Asked(claim, asked.Fact.IsOfItem ? 0 : -1, 0, claim.Discharged)) < 0;

    /// <summary>The word of a code; null for any word that no policy names.</summary>
    private string? Word(int fact, AskedFact asked, int code) =>
        asked.Fact.Kind switch
        {
            FactKind.Words => code < 0 ? asked.Fact.Words[0] : facts[fact].Word(code),
            FactKind.Open => code < 0 || facts[fact].IsAnyOther(code) ? null : facts[fact].Word(code),
            _ => asked.Example(code < 0 ? 0 : facts[fact].Least(code), facts[fact].FirstEnd),
        };

    private bool Answers(Claim claim, int side, int[] codes, Func<int, int, int, bool> isSame)
    {
        foreach (var asked in sides[side].Asked)
        {
            var fact = facts.PlaceOf(side, asked.Index);
            if (codes[fact] < 0)
                continue;
            var question = new Asked(claim, asked.Fact.IsOfItem || facts[fact].IsOfItem ? 0 : -1, 0, claim.Discharged);
            var code = asked.CodeOf(question);
            if (code < 0 || !facts[fact].CodesHere(side)[code].Any(here => isSame(fact, here, codes[fact])))
                return false;
        }

        return true;
    }
}
