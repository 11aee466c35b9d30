using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Policies;

/// <summary>How claims are settled, as the files state it, read and not yet bound: nothing here computes. What stands beside it is read by
/// the folder that it belongs to.</summary>
internal sealed record Policy(
    IndexPolicy Index,
    IReadOnlyList<GatePolicy> Gates,
    CataloguePolicy Catalogue,
    IReadOnlyList<LayerPolicy> Layers
)
{
    /// <summary>The only day whose values count; null where each value counts in its own time.</summary>
    public DateOnly? OneDay { get; init; }

    /// <summary>What the files state beside the values of tables, for comparisons.</summary>
    public required StatedFiles Stated { get; init; }

    /// <summary>What its own index declares and no file names, with the section of each.</summary>
    public IReadOnlyList<(string Section, Word Name)> Unused { get; init; } = [];

    /// <summary>The fingerprint of the text that the policy was read from.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The folder of the baseline, the rulebook with which targets compare this one; null where there is none.</summary>
    public string? Baseline { get; init; }
}

/// <summary><c>index.yaml</c>: who pays, for whom, from when.</summary>
internal sealed record IndexPolicy
{
    private readonly Lazy<Dictionary<string, int>> _places = null!;
    private readonly Lazy<NamedFacts> _facts = null!;

    /// <summary>The last place of a payer that can pay, included: moves of money name payers by numbers of 16 bits.</summary>
    public const int MostPaying = 65_000;

    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>Whether its numbers are illustrative.</summary>
    public required bool IsExample { get; init; }

    /// <summary>The first day on which it is in force, included.</summary>
    public required DateOnly From { get; init; }

    /// <summary>When a benefit year begins.</summary>
    public required BenefitYear Year { get; init; }

    /// <summary>The day of a claim that chooses the value in force.</summary>
    public required DecidingDay DecidedBy { get; init; }

    /// <summary>The day on which a member's age counts.</summary>
    public AgeOn AgeOn { get; init; }

    /// <summary>Where half a cent is rounded.</summary>
    public required RoundingUnit RoundEach { get; init; }

    /// <summary>Who pays, in the order of the file.</summary>
    public required IReadOnlyList<PayerPolicy> Payers
    {
        get;
        init
        {
            field = value;
            _places = new(() =>
                value
                    .Index()
                    .DistinctBy(payer => payer.Item.Id, StringComparer.Ordinal)
                    .ToDictionary(payer => payer.Item.Id, payer => payer.Index + 1, StringComparer.Ordinal)
            );
        }
    }

    /// <summary>Figures by their names, each in its versions.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Dated<decimal>>> Parameters { get; init; }

    /// <summary>Lists of words by their names.</summary>
    public required IReadOnlyDictionary<string, ListPolicy> Lists { get; init; }

    /// <summary>The facts of the region.</summary>
    public required IReadOnlyList<Fact> Facts
    {
        get;
        init
        {
            field = value;
            _facts = new(() => new(value, AgeOn));
        }
    }

    /// <summary>Every fact by its name: the built-in ones, and those of the region.</summary>
    public IReadOnlyDictionary<string, Fact> Known => _facts.Value.Known;

    /// <summary>Whether a name is that of a fact of the region.</summary>
    public bool IsOfRegion(string fact) => _facts.Value.OfRegion.Contains(fact);

    /// <summary>The facts of the region that claims, or items, carry under <c>attributes</c>, by the names that they have there.</summary>
    public IReadOnlyDictionary<string, Fact> Attributes(bool isOfItem) => isOfItem ? _facts.Value.OfItems : _facts.Value.OfClaims;

    /// <summary>Days that are not worked, and days that are.</summary>
    public required CalendarPolicy Calendar { get; init; }

    /// <summary>Where it stands.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>The version that the index states; empty where it states none.</summary>
    public string Version { get; init; } = "";

    /// <summary>A reference, which is an example where the whole rulebook is one.</summary>
    public PolicySource Marked(PolicySource source) => IsExample ? source with { IsExample = true } : source;

    /// <summary>The place of a payer among those of a settlement, from 1; 0 where there is none of this name.</summary>
    public int PlaceOf(string payer) => _places.Value.GetValueOrDefault(payer);

    /// <summary>As <see cref="PlaceOf"/>, and a problem where there is none of this name.</summary>
    public int Payer(Word name, ProblemLog problems)
    {
        if (PlaceOf(name.Text) is > 0 and var place)
        {
            if (place > MostPaying)
                problems.Wrong(
                    name,
                    "payers.many",
                    $"'{name.Text}' is payer {place} of index.yaml; only the first {MostPaying} can pay. Move it up, or leave out payers "
                        + "that pay nothing.",
                    $"“{name.Text}”是 index.yaml 的第 {place} 个支付方，只有前 {MostPaying} 个可以支付。请将其前移，或删去不支付的支付方。"
                );
            return place;
        }

        var hint = problems.Hint(name.Text, [.. Payers.Select(payer => (payer.Id, payer.Title))]);
        problems.Wrong(
            name,
            "payer.unknown",
            $"'{name.Text}' is not a payer of index.yaml.{hint.En}",
            $"index.yaml 中没有支付方“{name.Text}”。{hint.Zh}"
        );
        return 0;
    }
}

/// <summary>The facts that a rulebook knows, by name.</summary>
internal sealed class NamedFacts(IReadOnlyList<Fact> ofRegion, AgeOn ageOn)
{
    public Dictionary<string, Fact> Known { get; } =
        ByName(KnownFacts.All.Select(fact => fact.Name == AgeFact.Name ? AgeFact.Of(ageOn) : fact).Concat(ofRegion), "");

    public HashSet<string> OfRegion { get; } = ofRegion.Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal);

    public Dictionary<string, Fact> OfClaims { get; } = ByName(ofRegion.Where(fact => !fact.IsOfItem), "");

    public Dictionary<string, Fact> OfItems { get; } = ByName(ofRegion.Where(fact => fact.IsOfItem), "item.");

    /// <summary>The facts by what stands after a prefix; of two with one name the first.</summary>
    private static Dictionary<string, Fact> ByName(IEnumerable<Fact> facts, string prefix) =>
        facts
            .DistinctBy(fact => fact.Name, StringComparer.Ordinal)
            .ToDictionary(fact => fact.Name[prefix.Length..], StringComparer.Ordinal);
}

/// <summary>Which day of a claim chooses the value in force.</summary>
internal enum DecidingDay
{
    Discharge,
    Admission,
    Filing,
    Service,
}

/// <summary>Where half a cent is rounded: in each move of money, in each item's part of a move, or once in the sum that a layer
/// pays.</summary>
internal enum RoundingUnit
{
    Move,
    Item,
    Total,
}

/// <summary>Who pays.</summary>
/// <param name="Id">The payer's name in the policy.</param>
/// <param name="Title">Its title.</param>
/// <param name="NationalFund">Its code in the national interface; null where none is stated.</param>
/// <param name="NationalField">Its field in the national interface; null where none is stated.</param>
/// <param name="IsAccount">True for a personal account of the member, which pays the patient's share and is no fund.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record PayerPolicy(
    string Id,
    BilingualText Title,
    string? NationalFund,
    string? NationalField,
    bool IsAccount,
    FilePlace Place
)
{
    /// <summary>Whether the balance of the account goes on from claim to claim.</summary>
    public bool IsCarried { get; init; }

    /// <summary>The account that takes what is left at the end of the benefit year; null where it stays.</summary>
    public Word? CarriesTo { get; init; }

    /// <summary>The payer who hands over this payer's part; null where it does so itself.</summary>
    public Word? PaidBy { get; init; }

    /// <summary>The share of its part that providers have received beforehand.</summary>
    public Rate Advance { get; init; }
}

/// <summary>A list of words in its versions, earliest first. A list without dates has one version, from the first day that there
/// is.</summary>
internal sealed record ListPolicy(IReadOnlyList<Dated<ListVersion>> Versions);

/// <summary>How a list is made up from a day on: the words of other lists on each day, and more words, without some.</summary>
internal sealed record ListVersion(IReadOnlyList<Word> Of, IReadOnlyList<Word> Add, IReadOnlyList<Word> Remove, FilePlace Place);

/// <summary>Days that are not worked although they are week-days, and days worked although they are not.</summary>
internal sealed record CalendarPolicy(IReadOnlySet<DateOnly> Holidays, IReadOnlySet<DateOnly> Workdays);

/// <summary>A condition as it stands: the fact's name, and the words, list names or ranges that it must be in, or the words and lists that
/// it must not be in.</summary>
internal sealed record ConditionPolicy(
    Word Fact,
    IReadOnlyList<Word> Words,
    IReadOnlyList<Word> Lists,
    NumberForm? Range,
    bool IsNot = false
);

/// <summary>A range of numbers as it stands; the ends are amounts, whole numbers or days, as the fact asks.</summary>
/// <param name="From">Its first number, included.</param>
/// <param name="Below">Its end, not included.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsBefore">Whether the end stands under <c>before</c>, and not under <c>below</c>.</param>
internal sealed record NumberForm(Word? From, Word? Below, FilePlace Place, bool IsBefore = false);

/// <summary>A row of a table, without its value.</summary>
/// <param name="When">Its conditions, with those of the rows around it.</param>
/// <param name="IsOtherwise">Whether it applies where no other row does that stands beside it.</param>
/// <param name="Source">Its place and reference.</param>
/// <param name="Place">Where what it says stands.</param>
/// <param name="Text">What it says, in words.</param>
internal abstract record RowPolicy(ConditionsPolicy When, bool IsOtherwise, PolicySource Source, FilePlace Place, RowText Text)
{
    /// <summary>The rows that stand around it, the outermost first; none where it stands in the table itself.</summary>
    public IReadOnlyList<RowGroup> Groups { get; init; } = [];
}

/// <summary>Rows under conditions that they share.</summary>
/// <param name="When">The conditions, with those of the rows around them.</param>
/// <param name="HasOtherwise">Whether one of the rows takes every case that the others leave, so that no row outside may.</param>
internal sealed record RowGroup(ConditionsPolicy When, bool HasOtherwise);

/// <summary>A row with its value, in which names are not bound yet.</summary>
internal sealed record RowPolicy<T>(ConditionsPolicy When, bool IsOtherwise, PolicySource Source, FilePlace Place, RowText Text, T Value)
    : RowPolicy(When, IsOtherwise, Source, Place, Text);

/// <summary>A table in force from a day: rows of which exactly one applies. One value without conditions is a table of one row.</summary>
/// <param name="Rows">The rows; their values say nothing where it is repealed.</param>
/// <param name="RepealedAt">Where it says that it is repealed; null where it has values.</param>
internal sealed record TablePolicy<T>(IReadOnlyList<RowPolicy<T>> Rows, FilePlace? RepealedAt)
{
    public bool IsRepealed => RepealedAt is not null;
}

/// <summary>A table's history.</summary>
internal sealed record DatedTablePolicy<T>(IReadOnlyList<Dated<TablePolicy<T>>> Entries)
{
    /// <summary>Whether it is the table of several steps.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether items add up row by row, where its rows differ from item to item: it matters then which of two rows applies, though
    /// both say the same.</summary>
    public bool AddsUpByRow { get; init; }

    public IEnumerable<RowPolicy<T>> Rows => Entries.SelectMany(entry => entry.Value.Rows);
}

internal sealed record GatePolicy(
    string Id,
    DayRange Days,
    ConditionsPolicy When,
    ConditionsPolicy Item,
    Verdict Then,
    Word? Liable,
    int? DueWorkingDays,
    BilingualText Message,
    PolicySource Source
);
