using System.Collections.Immutable;
using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Spaces;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>Looks for claims that tell a changed rulebook from the one that it was: first the claims of the cases, those that come to the
/// change before others, with other amounts, days and facts; then claims that are made for the conditions around the change; then any.
/// The same claims in the same order each time.</summary>
internal sealed class TellingClaims
{
    /// <summary>How many claims of cases are tried with other facts and amounts.</summary>
    private const int Varied = 10;

    /// <summary>How many amounts each is tried with.</summary>
    private const int AmountsOfSeeds = 16;

    /// <summary>How many amounts each claim is tried with that is made for the change; those that meet all conditions are tried with
    /// all.</summary>
    private const int AmountsOfAll = 12;

    /// <summary>How many amounts two claims of a year are tried with, of which one misses a condition.</summary>
    private const int AmountsOfPairs = 3;

    /// <summary>How many values of a fact are tried where it is asked.</summary>
    private const int MostWords = 30;

    /// <summary>How many more are tried for claims that tell the two apart more plainly.</summary>
    private const int Plainer = 400;

    private static readonly int[] DaysApart = [0, 1, 31, 366];

    private readonly Rulebook _original;
    private readonly ClaimSpace _space;
    private readonly IReadOnlyList<Seed> _seeds;

    public TellingClaims(Rulebook original, IReadOnlyList<Case> cases)
    {
        _original = original;
        _space = ClaimSpace.Of(original);
        var fired = new HashSet<FilePlace>();
        var observed = original.Observed(rule => fired.Add(rule.Rule.Source.Place));
        var seeds = new List<Seed>();
        foreach (var one in cases.OfType<ClaimsCase>())
        {
            fired.Clear();
            var story = new Story(one.History, [.. one.Claims.Select(claim => claim.Claim)]);
            if (!story.IsOfOneMember)
                continue;
            story.SettledBy(observed);
            seeds.Add(new(story, [.. fired]));
        }

        _seeds = seeds;
    }

    /// <summary>Claims that tell the two apart, and how many were tried.</summary>
    /// <param name="changed">The changed rulebook.</param>
    /// <param name="mutant">What was changed.</param>
    /// <param name="most">How many are tried at most.</param>
    public (Story? Found, int Tried) Find(Rulebook changed, Mutant mutant, int most)
    {
        var (tried, told) = (0, Telling.Nothing);
        Story? found = null;
        foreach (var story in Stories(mutant).Where(story => story.IsOfOneMember).Take(most))
        {
            tried++;
            if (Tellings.Of(story.SettledBy(_original), story.SettledBy(changed)) is var telling && telling > told)
                (found, told, most) = (story, telling, Math.Min(most, tried + Plainer));
            if (told == Telling.Payment || tried >= most)
                break;
        }

        return (found, tried);
    }

    private IEnumerable<Story> Stories(Mutant mutant)
    {
        var context = mutant.Context;
        IReadOnlyList<Story> near = [.. _seeds.OrderByDescending(seed => seed.Nearness(mutant)).Select(seed => seed.Story)];
        foreach (var story in near)
            yield return story;
        var amounts = AimedAmounts.Of(context.Numbers, _space.Amounts);
        DateOnly[] days = [.. context.Days.SelectMany(day => (DateOnly[])[day, day.AddDays(-1), day.AddDays(1)])];
        IReadOnlyList<Story> varied = [.. near.Take(Varied)];
        foreach (var story in varied)
        foreach (var day in days)
            yield return story with
            {
                Claims = [.. story.Claims.Select(claim => claim.MovedTo(day))],
            };
        foreach (var amount in amounts.Take(AmountsOfSeeds))
        foreach (var story in varied)
            yield return WithAmount(story, amount);
        foreach (var story in varied)
        foreach (var apart in DaysApart)
            if (story.Claims is [var only])
                yield return story with
                {
                    Claims = [only, only.MovedTo(only.Discharged.AddDays(apart)) with { Id = "" }],
                };
        if (context.Key is "per" or "counts" || EqualRulebooks.KeepsASum(_original.Compiled, mutant.Place))
            foreach (var story in InTwoPeriods(varied))
                yield return story;
        foreach (var story in WithFacts(varied, context))
            yield return story;
        foreach (var story in Aimed(context, amounts, days))
            yield return story;
        foreach (var story in Any(AimedFact.Of(context.Conditions, _space, _original)))
            yield return story;
    }

    /// <summary>Two claims of a member, of every two sizes, the second in another period of each kind: what the first leaves of a sum shows
    /// in the second.</summary>
    private static IEnumerable<Story> InTwoPeriods(IReadOnlyList<Story> stories) =>
        from first in AimedAmounts.OfPeriods
        from second in AimedAmounts.OfPeriods
        from story in stories
        where story.Claims.Length == 1
        from apart in DaysApart
        let only = story.Claims[0]
        select story with
        {
            Claims = [WithAmount(only, first), WithAmount(only, second).MovedTo(only.Discharged.AddDays(apart)) with { Id = "" }],
        };

    /// <summary>Claims of cases with a fact otherwise: each value of what is asked around the change, and words that are left out of
    /// it.</summary>
    private IEnumerable<Story> WithFacts(IReadOnlyList<Story> stories, MutantContext context)
    {
        var facts = AimedFact.Of(context.Conditions, _space, _original).Select(aimed => aimed.Choice).ToList();
        var words = _space.OfClaim.Concat(_space.OfItem).Where(choice => choice.Values.Any(context.Words.Contains));
        foreach (var choice in facts.Concat(words).Distinct())
        foreach (var word in choice.Values.Where(context.Words.Contains).Concat(choice.Values.Take(MostWords)).Distinct())
        foreach (var story in stories)
            if (word.Length > 0 && StatedClaim.With(story.Claims[^1], choice.Name, word, _original) is { } claim)
                yield return story with
                {
                    Claims = story.Claims.SetItem(story.Claims.Length - 1, claim),
                };
    }

    /// <summary>Claims that meet the conditions around the change, and claims that miss one of them.</summary>
    private IEnumerable<Story> Aimed(MutantContext context, IReadOnlyList<Money> amounts, DateOnly[] days)
    {
        var facts = AimedFact.Of(context.Conditions, _space, _original);
        if (facts.Count == 0 && context.Words.Count == 0 && days.Length == 0)
            yield break;
        var plain = new int[_space.Length(1)];
        foreach (var fact in facts)
            plain[fact.At] = fact.Within[0];
        var all = _space.OfClaim.AddRange(_space.OfItem);
        List<int[]> numbers = [plain];
        foreach (var fact in facts)
        foreach (var at in fact.Within.Concat(Enumerable.Range(0, fact.Choice.Values.Length)).Distinct().Take(MostWords))
            numbers.Add(With(plain, fact.At, at));
        foreach (var word in context.Words)
        foreach (var (choice, place) in all.Select((choice, place) => (choice, place)))
            if (choice.Values.IndexOf(word) is >= 0 and var at)
                numbers.Add(With(plain, place, at));
        IReadOnlyList<Claim> claims = [.. numbers.Select(one => _space.Make(one))];
        foreach (var amount in amounts.Take(AmountsOfPairs))
        foreach (var other in claims.Skip(1))
        {
            var (one, two) = (WithAmount(claims[0], amount), WithAmount(other, amount));
            yield return new(History.Empty, [one, two]);
            yield return new(History.Empty, [two, one]);
        }

        foreach (var (i, amount) in amounts.Index())
        foreach (var claim in claims.Take(i < AmountsOfAll ? claims.Count : 1))
        {
            yield return new(History.Empty, [WithAmount(claim, amount)]);
            foreach (var day in days)
                yield return new(History.Empty, [WithAmount(claim.MovedTo(day), amount)]);
        }
    }

    /// <summary>Claims made of numbers that are drawn one after the other, always the same; every third a year of two.</summary>
    private IEnumerable<Story> Any(IReadOnlyList<AimedFact> facts)
    {
        var drawn = 0x9E3779B9u;
        for (var i = 0; ; i++)
            yield return i % 3 == 2
                ? new(History.Empty, _space.MakeYear([Numbers(ref drawn, facts), Numbers(ref drawn, facts)]))
                : new Story(History.Empty, [_space.Make(Numbers(ref drawn, facts))]);
    }

    private int[] Numbers(ref uint drawn, IReadOnlyList<AimedFact> facts)
    {
        var numbers = new int[_space.Length(Next(ref drawn) % 4 == 0 ? 2 : 1)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = i >= _space.OfClaim.Length || Next(ref drawn) % 2 == 0 ? (int)(Next(ref drawn) >> 1) : 0;
        foreach (var fact in facts)
            if (Next(ref drawn) % 4 != 0)
                numbers[fact.At] = fact.Within[(int)(Next(ref drawn) % (uint)fact.Within.Count)];
        return numbers;
    }

    /// <summary>The next number of a xorshift.</summary>
    private static uint Next(ref uint drawn)
    {
        drawn ^= drawn << 13;
        drawn ^= drawn >> 17;
        drawn ^= drawn << 5;
        return drawn;
    }

    private static int[] With(int[] numbers, int at, int number)
    {
        int[] other = [.. numbers];
        other[at] = number;
        return other;
    }

    /// <summary>The last claim with another amount of its largest item.</summary>
    private static Story WithAmount(Story story, Money amount) =>
        story with
        {
            Claims = story.Claims.SetItem(story.Claims.Length - 1, WithAmount(story.Claims[^1], amount)),
        };

    private static Claim WithAmount(Claim claim, Money amount)
    {
        if (claim.Items.IsEmpty)
            return claim;
        var largest = claim.Items.IndexOf(claim.Items.MaxBy(item => item.Amount.Cents)!);
        return claim with { Items = claim.Items.SetItem(largest, claim.Items[largest] with { Amount = amount }) };
    }

    /// <summary>The claims of a case, and the rows that apply to them.</summary>
    private sealed record Seed(Story Story, ImmutableArray<FilePlace> Fired)
    {
        /// <summary>Claims to which the changed row applies are nearest, then those to which any row of its file does.</summary>
        public int Nearness(Mutant mutant) =>
            mutant.Context.Row is { } row && Fired.Any(place => place.File == row.File && place.Line == row.Line) ? 2
            : Fired.Any(place => place.File == mutant.Place.File) ? 1
            : 0;
    }
}
