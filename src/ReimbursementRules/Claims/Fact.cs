using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What the words of a fact are.</summary>
internal enum FactKind
{
    /// <summary>A fixed list of words.</summary>
    Words,

    /// <summary>Any word; those that a rulebook names are told apart, all others are one.</summary>
    Open,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Amount,
}

/// <summary>What a fact is asked of: a claim, one of its items where the fact is an item's, and what follows from the history.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Index">The item that is asked, or -1.</param>
/// <param name="AdmissionsBefore">The admissions in the benefit year before this claim.</param>
/// <param name="AgeDay">The day on which the member's age counts.</param>
internal readonly record struct Asked(Claim Claim, int Index, int AdmissionsBefore, DateOnly AgeDay)
{
    public FeeItem Item => Claim.Items[Index];
    public ref readonly PackedItem Packed => ref Claim.Packed[Index];
    public bool IsOfItem => Index >= 0;
}

/// <summary>Something that a policy may ask of a claim.</summary>
/// <param name="Name">The name in policy files; it begins with <c>item.</c> for what is asked of each item.</param>
/// <param name="Kind">What answers there are.</param>
/// <param name="Words">The fixed words; empty for the other kinds.</param>
/// <param name="Default">The word where the claim says nothing; null where a claim must say it.</param>
/// <param name="WordOf">The index of the claim's word, or null where it says nothing.</param>
/// <param name="TextOf">The claim's own word for an open fact, or null where it says nothing.</param>
/// <param name="NumberOf">The claim's number (cents for an amount), or null where it says nothing.</param>
/// <param name="Packed">Which field of the packed item has the index of the word; none for most facts.</param>
internal sealed record Fact(
    string Name,
    FactKind Kind,
    IReadOnlyList<string> Words,
    string? Default,
    Answer<int?>? WordOf = null,
    Answer<string?>? TextOf = null,
    Answer<long?>? NumberOf = null,
    PackedField Packed = PackedField.None
)
{
    private HashSet<string>? _words;

    /// <summary>The largest number of a region's own fact, included.</summary>
    public const int LargestNumber = 1_000_000;

    /// <summary>The first and the last day of a region's own fact that is a date, included.</summary>
    public static readonly DateOnly FirstDate = new(1900, 1, 1),
        LastDate = new(2999, 12, 31);

    /// <summary>Whether its numbers are days, counted as <see cref="DateOnly.DayNumber"/>.</summary>
    public bool IsDate { get; init; }

    /// <summary>The numbers or cents that a valid claim can answer, both ends included.</summary>
    public (long Least, long Most) Domain { get; init; } = (0, long.MaxValue);

    /// <summary>What a rulebook calls it and its words; null of a fact that any policy may ask, and where nothing is titled.</summary>
    public FactTitle? Titled { get; init; }

    /// <summary>What it is called.</summary>
    public BilingualText Title => FactTitle.Of(Name, Titled);

    public bool IsOfItem { get; } = Name.StartsWith("item.", StringComparison.Ordinal);

    /// <summary>What one of its words is called.</summary>
    public BilingualText WordTitle(string word) => FactTitle.OfWord(Name, word, Titled);

    /// <summary>A number as files write it: an amount, a day, or a whole number.</summary>
    public string Show(long number) =>
        Kind == FactKind.Amount ? Money.FromCents(number).ToString()
        : IsDate ? IsoDay.Show(DateOnly.FromDayNumber((int)number))
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a word is one of the fixed words.</summary>
    public bool Has(string word) => (_words ??= Words.ToHashSet(StringComparer.Ordinal)).Contains(word);
}

/// <summary>A word that a packed item has at hand.</summary>
internal enum PackedField
{
    None,
    Class,
    Kind,
}

/// <summary>What a claim or an item answers.</summary>
internal delegate T Answer<out T>(in Asked asked);
