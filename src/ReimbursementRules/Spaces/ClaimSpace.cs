using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Spaces;

/// <summary>What the claims of a rulebook range over, as far as it tells them apart, and how a valid claim is made of choices among
/// that.</summary>
/// <remarks>
/// <para>A claim is made of a sequence of numbers, one for each choice in the order of <see cref="OfClaim"/>, then one for each of
/// <see cref="OfItem"/> for the first item, the second, and so on. Any number stands for a value (<see cref="ClaimChoice.PlaceOf"/>), 0 for
/// the plainest, and a number that is not there is 0. So every sequence is a claim; a shorter one, or one with smaller numbers, is a
/// smaller claim; and whoever counts the values can go through all claims.</para>
/// <para>Every claim that is made is valid: it is settled, though perhaps refused by a gate. Immutable, and safe to share between
/// threads.</para>
/// </remarks>
public sealed partial class ClaimSpace
{
    /// <summary>The most items of a claim that is made, included.</summary>
    public const int MostItems = 50;

    private readonly CompiledRulebook _book;
    private readonly DayValues _days;
    private readonly AmountValues _amounts;
    private readonly ChoicesOfClaim _ofClaim;
    private readonly bool[] _areOfMember;

    private ClaimSpace(CompiledRulebook book)
    {
        _book = book;
        _days = new(book);
        _amounts = new(book);
        _ofClaim = new(book, _days);
        OfClaim = [.. _ofClaim.Days, .. _ofClaim.Named, .. _ofClaim.Facts];
        OfItem = [.. new ChoicesOfItem(book, _days, _amounts).All];
        var ofMember = ClaimFields.OfMember.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        _areOfMember = [.. OfClaim.Select(choice => ofMember.Contains(choice.Name))];
    }

    /// <summary>What is chosen of a claim as a whole, in the order in which it is chosen.</summary>
    public ImmutableArray<ClaimChoice> OfClaim { get; }

    /// <summary>What is chosen of each item, in the order in which it is chosen.</summary>
    public ImmutableArray<ClaimChoice> OfItem { get; }

    /// <summary>The days from which on something is decided otherwise than the day before: the first day of the rulebook, and those on
    /// which a value, list, layer, gate, parameter or entry of a register begins or is over. Ascending, each once.</summary>
    public ImmutableArray<DateOnly> Days => _days.Edges;

    /// <summary>The amounts at which something is decided otherwise than a cent below or above: deductibles, edges of bands, caps, payment
    /// standards, prices, and amounts that conditions ask. Above zero, ascending, each once.</summary>
    public ImmutableArray<Money> Amounts => _amounts.Edges;

    /// <summary>Whether money is worked out item by item somewhere: by a condition on items or their amounts, a listed price, or rounding
    /// of each item. Where it is not, a line of a bill cut in two changes no cent of the claim.</summary>
    public bool WorksByItem =>
        _book.Layers.Any(layer => layer.LooksAtItems)
        || _book.Index.RoundEach == RoundingUnit.Item
        || _book.Catalogue.Ceilings.AreListed
        || Array.Exists(_book.Catalogue.Rows.Values, row => row.OfUnit is not null)
        || Array.Exists(_book.Asked, asked => asked.Fact.Name is "item.amount" or "item.marked_up");

    /// <summary>What the claims of a rulebook range over.</summary>
    /// <param name="rulebook">The rulebook.</param>
    public static ClaimSpace Of(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        return new(rulebook.Compiled);
    }

    /// <summary>How many numbers make a claim of some items.</summary>
    /// <param name="items">The items, 1 to <see cref="MostItems"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A claim of so many items is not made.</exception>
    public int Length(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items, MostItems);
        return OfClaim.Length + items * OfItem.Length;
    }

    /// <summary>The claim that a sequence of numbers stands for; always the same for the same numbers.</summary>
    /// <param name="numbers">Any numbers. There are as many items as they reach into, at least one and at most
    /// <see cref="MostItems"/>; what is beyond is not looked at.</param>
    public Claim Make(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var draft = new ClaimDraft(_book, _days.First);
        var at = 0;
        foreach (var choice in _ofClaim.Days)
            Take(choice, draft, numbers, at++);
        draft.Begin();
        foreach (var choice in _ofClaim.Named)
            Take(choice, draft, numbers, at++);
        draft.Look();
        foreach (var choice in _ofClaim.Facts)
            Take(choice, draft, numbers, at++);
        for (var item = 0; item == 0 || (at < numbers.Count && item < MostItems); item++)
        {
            draft.BeginItem();
            foreach (var choice in OfItem)
                Take(choice, draft, numbers, at++);
            draft.EndItem();
        }

        return draft.Close();
    }

    /// <summary>Claims of one member, each made as <see cref="Make"/> makes it, in the order in which they are settled. What is chosen of
    /// the member is what the first sequence says. They are numbered from 1 by <see cref="Claim.Id"/>.</summary>
    /// <param name="claims">The numbers of each claim.</param>
    public ImmutableArray<Claim> MakeYear(IReadOnlyList<IReadOnlyList<int>> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return
        [
            .. claims
                .Select(numbers => Make(OfOneMember(claims[0], numbers)))
                .ByDay(_book.DecidedBy, claim => claim)
                .Select((claim, i) => Named(claim, i + 1)),
        ];
    }

    /// <summary>A sequence of numbers that stands for the same claim with one value chosen otherwise.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="choice">The name of a choice of the claim, or of an item.</param>
    /// <param name="value">The place of the value among <see cref="ClaimChoice.Values"/>.</param>
    /// <param name="item">The item, from 0; not looked at for what is chosen of the claim.</param>
    /// <exception cref="ArgumentException">There is no such choice.</exception>
    public ImmutableArray<int> With(IReadOnlyList<int> numbers, string choice, int value, int item = 0)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentOutOfRangeException.ThrowIfNegative(item);
        var at = OfClaim.Select(one => one.Name).ToList().IndexOf(choice);
        if (at < 0 && OfItem.Select(one => one.Name).ToList().IndexOf(choice) is >= 0 and var ofItem)
            at = OfClaim.Length + item * OfItem.Length + ofItem;
        if (at < 0)
            throw new ArgumentException(
                $"'{choice}' is not a choice of this rulebook's claims. Its choices are "
                    + $"{string.Join(", ", OfClaim.Concat(OfItem).Select(one => one.Name))}.",
                nameof(choice)
            );
        var all = new int[Math.Max(numbers.Count, at + 1)];
        for (var i = 0; i < numbers.Count; i++)
            all[i] = numbers[i];
        all[at] = value;
        return [.. all];
    }

    private int[] OfOneMember(IReadOnlyList<int> first, IReadOnlyList<int> numbers)
    {
        var all = new int[Math.Max(numbers.Count, OfClaim.Length)];
        for (var i = 0; i < all.Length; i++)
            all[i] = At(i < _areOfMember.Length && _areOfMember[i] ? first : numbers, i);
        // A member of a register has a number: claims without one are of nobody.
        var id = OfClaim.Select(choice => choice.Name).ToList().IndexOf("member.id");
        if (id >= 0 && OfClaim[id].PlaceOf(all[id]) == 0)
            all[id] = 1;
        return all;
    }

    /// <summary>The claim with a number of its own, and its member with one where no register is asked for it.</summary>
    private Claim Named(Claim claim, int number)
    {
        var id = claim.Member.Id.Length > 0 || _book.Register?.Members is not null ? claim.Member.Id : "member";
        return claim with { Id = $"{number}", Member = claim.Member with { Id = id } };
    }

    private static void Take(ClaimChoice choice, ClaimDraft draft, IReadOnlyList<int> numbers, int at) =>
        choice.Take(draft, choice.PlaceOf(At(numbers, at)));

    private static int At(IReadOnlyList<int> numbers, int at) => at < numbers.Count ? numbers[at] : 0;
}
