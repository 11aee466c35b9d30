using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>Makes claims that tell two rulebooks apart as small as they can be: fewest claims, items and facts, roundest
/// amounts.</summary>
internal sealed class SmallestStory(Rulebook original, Rulebook changed)
{
    /// <summary>How often everything is tried again after something became smaller.</summary>
    private const int Rounds = 3;

    /// <summary>How many digits an amount may have before it is left as it is.</summary>
    private const int MostDigits = 5;

    private Telling _least;
    private bool _isValid;

    /// <summary>The smallest that still tells them apart as plainly.</summary>
    public Story Of(Story story)
    {
        var settled = story.SettledBy(original);
        _least = Tellings.Of(settled, story.SettledBy(changed));
        _isValid = Array.TrueForAll(settled, one => one.Problems is null);
        for (var round = 0; round < Rounds; round++)
        {
            var before = story;
            story = Smaller(story);
            if (ReferenceEquals(before, story))
                break;
        }

        return story;
    }

    private Story Smaller(Story story)
    {
        if (story.Before.Entries.Length > 0)
            story = First(story, [story with { Before = History.Empty }, .. story.Before.Entries.Select(entry => Without(story, entry))]);
        for (var i = story.Claims.Length - 1; i >= 0 && story.Claims.Length > 1; i--)
            story = First(story, [story with { Claims = story.Claims.RemoveAt(i) }]);
        if (story.Claims.Length > 1)
            story = First(story, [Nameless(story)]);
        for (var i = 0; i < story.Claims.Length; i++)
            story = SmallerClaim(story, i);
        return story;
    }

    /// <summary>The claims without their numbers, and without that of the member.</summary>
    private static Story Nameless(Story story) =>
        story with
        {
            Claims = [.. story.Claims.Select(claim => claim with { Id = "", Member = claim.Member with { Id = "" } })],
        };

    private Story SmallerClaim(Story story, int at)
    {
        for (var i = story.Claims[at].Items.Length - 1; i >= 0 && story.Claims[at].Items.Length > 1; i--)
            story = First(story, [With(story, at, story.Claims[at] with { Items = story.Claims[at].Items.RemoveAt(i) })]);
        for (var isSmaller = true; isSmaller; )
        {
            var fewer = First(story, StatedClaim.Fewer(story.Claims[at]).Select(claim => With(story, at, claim)));
            isSmaller = !ReferenceEquals(fewer, story);
            story = fewer;
        }

        for (var i = 0; i < story.Claims[at].Items.Length; i++)
        {
            var (claim, item) = (story.Claims[at], story.Claims[at].Items[i]);
            story = First(
                story,
                Rounder(item.Amount)
                    .Select(amount => With(story, at, claim with { Items = claim.Items.SetItem(i, item with { Amount = amount }) }))
            );
        }

        return story;
    }

    /// <summary>The amounts that are rounder, the roundest and smallest first: powers of ten, then the amount with ever more of its
    /// digits.</summary>
    private static IEnumerable<Money> Rounder(Money amount)
    {
        var (cents, digits) = (amount.Cents, Digits(amount.Cents));
        for (var round = 100L; round < cents; round *= 10)
            yield return Money.FromCents(round);
        for (var kept = 1; kept < Math.Min(digits, MostDigits); kept++)
        {
            var unit = PowerOfTen(digits - kept);
            if (cents % unit == 0)
                yield break;
            yield return Money.FromCents(cents / unit * unit);
            yield return Money.FromCents((cents / unit + 1) * unit);
        }
    }

    private static int Digits(long cents)
    {
        var digits = 0;
        for (; cents > 0; cents /= 10)
            digits++;
        return digits;
    }

    private static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--)
            power *= 10;
        return power;
    }

    private static Story Without(Story story, HistoryEntry entry) =>
        story with
        {
            Before = History.Of(story.Before.Entries.Where(other => other != entry)),
        };

    private static Story With(Story story, int at, Claim claim) => story with { Claims = story.Claims.SetItem(at, claim) };

    /// <summary>The first of some that tells the rulebooks apart; the story itself where none does.</summary>
    private Story First(Story story, IEnumerable<Story> smaller) => smaller.FirstOrDefault(Tells) ?? story;

    private bool Tells(Story story)
    {
        if (!story.IsOfOneMember)
            return false;
        var settled = story.SettledBy(original);
        return (!_isValid || Array.TrueForAll(settled, one => one.Problems is null))
            && Tellings.Of(settled, story.SettledBy(changed)) >= _least;
    }
}
