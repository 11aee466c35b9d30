using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Spaces;

namespace ReimbursementRules.Testing;

/// <summary>Draws the numbers of which claims of a rulebook are made, and makes them smaller.</summary>
internal sealed class Draws
{
    private const int MostItems = 4;

    /// <summary>How many of a hundred choices that may be left out are stated.</summary>
    private static readonly int[] Stated = [3, 15, 60];

    private readonly ConditionalWeakTable<Claim, int[]> _numbers = [];

    public Draws(Rulebook rulebook)
    {
        Space = ClaimSpace.Of(rulebook);
        var ofClaim = Stated.Select(percent => Numbers(Space.OfClaim, percent)).ToArray();
        var ofItem = Stated.Select(percent => Numbers(Space.OfItem, percent)).ToArray();
        One =
            from at in Gen.Choose(0, Stated.Length - 1)
            from count in Gen.Choose(1, MostItems)
            from claim in ofClaim[at]
            from items in ofItem[at].ArrayOf(count)
            select (int[])[.. claim, .. items.SelectMany(item => item)];
    }

    public ClaimSpace Space { get; }

    /// <summary>The numbers of a claim.</summary>
    public Gen<int[]> One { get; }

    /// <summary>The claim of some numbers, which are remembered for as long as it lives.</summary>
    public Claim Claim(int[] numbers)
    {
        var claim = Space.Make(numbers);
        _numbers.AddOrUpdate(claim, numbers);
        return claim;
    }

    /// <summary>Smaller claims than one that was drawn; none of a claim that was not.</summary>
    public IEnumerable<Claim> Smaller(Claim claim) => _numbers.TryGetValue(claim, out var numbers) ? Smaller(numbers).Select(Claim) : [];

    /// <summary>The numbers of smaller claims: without an item, with a value that is plainer or comes before.</summary>
    public IEnumerable<int[]> Smaller(int[] numbers)
    {
        var (claim, item) = (Space.OfClaim.Length, Space.OfItem.Length);
        for (var at = claim; numbers.Length - item >= claim + item && at < numbers.Length; at += item)
            yield return [.. numbers[..at], .. numbers[(at + item)..]];
        for (var at = 0; at < numbers.Length; at++)
            if (Choice(at).PlaceOf(numbers[at]) is > 0 and var place)
                foreach (var less in Below(place))
                    yield return With(numbers, at, less);
    }

    /// <summary>Some places before a place: the first few, ever fewer after them, and the one before.</summary>
    private static IEnumerable<int> Below(int place)
    {
        for (var (less, next) = (0, 1); less < place - 1; (less, next) = (next, next + Math.Max(1, less)))
            yield return less;
        yield return place - 1;
    }

    private ClaimChoice Choice(int at) =>
        at < Space.OfClaim.Length ? Space.OfClaim[at] : Space.OfItem[(at - Space.OfClaim.Length) % Space.OfItem.Length];

    private static int[] With(int[] numbers, int at, int number)
    {
        int[] all = [.. numbers];
        all[at] = number;
        return all;
    }

    private static Gen<int[]> Numbers(IReadOnlyList<ClaimChoice> choices, int percent)
    {
        var all = choices.Select(choice => Number(choice, percent)).ToArray();
        return Gen.CollectToArray(all);
    }

    /// <summary>What must be stated is drawn evenly, what may be left out mostly is.</summary>
    private static Gen<int> Number(ClaimChoice choice, int percent)
    {
        var any = Gen.Choose(0, choice.Values.Length - 1);
        return choice.Values.Length == 1 ? Gen.Constant(0)
            : choice.Values[0].Length > 0 ? any
            : Gen.Frequency((percent, any), (100 - percent, Gen.Constant(0)));
    }
}
