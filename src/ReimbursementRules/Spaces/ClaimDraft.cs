using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Spaces;

/// <summary>A claim that is being made of choices.</summary>
/// <param name="book">The rulebook.</param>
/// <param name="first">The first day that a claim of it may have where it asks that day.</param>
internal sealed class ClaimDraft(CompiledRulebook book, DateOnly first)
{
    private readonly List<FeeItem> _items = [];

    public DateOnly Day { get; set; }

    /// <summary>Which of the claim's days the chosen day is.</summary>
    public DecidingDay Anchor { get; set; }

    /// <summary>The days of the stay.</summary>
    public int Stay { get; set; }

    /// <summary>The days from discharge to filing.</summary>
    public int Filing { get; set; }

    /// <summary>The days from the first day of the whole stay to the admission.</summary>
    public int Before { get; set; }

    public Claim Claim { get; set; } = null!;

    /// <summary>The claim with what the registers say of its provider and member, whatever else it will state.</summary>
    public Claim Known { get; private set; } = null!;

    /// <summary>The item that is being made.</summary>
    public FeeItem Item { get; set; } = null!;

    public DateOnly Admitted => Claim.Admitted ?? Claim.Discharged;

    /// <summary>The day on which the member's age counts.</summary>
    public DateOnly AgeDay => AgeDays.Of(Claim, book.Index);

    /// <summary>Begins the claim by its days.</summary>
    public void Begin()
    {
        var discharged = Anchor switch
        {
            DecidingDay.Admission => Day.AddDays(Stay),
            DecidingDay.Filing => NotBeforeFirst(Day.AddDays(-Filing)),
            _ => Day,
        };
        var admitted = Anchor == DecidingDay.Admission ? Day : discharged.AddDays(-Stay);
        if (Asks(DecidingDay.Admission))
            admitted = NotBeforeFirst(admitted);
        var filed = Anchor == DecidingDay.Filing ? Day : discharged.AddDays(Filing);
        Claim = new()
        {
            Discharged = discharged,
            Admitted = admitted == discharged && Before == 0 ? null : admitted,
            StayBegan = Before == 0 ? null : admitted.AddDays(-Before),
            Filed = filed == discharged ? null : filed,
            Items = [],
        };
        Known = Claim;
    }

    /// <summary>Asks the registers what they say of the provider and the member that are chosen; one that they do not know on these days
    /// is left out.</summary>
    public void Look()
    {
        Known = Claim;
        if (book.Register is null || IsFilled())
            return;
        Claim = Claim with { Provider = Claim.Provider with { Id = "" } };
        if (IsFilled())
            return;
        Claim = Claim with { Member = Claim.Member with { Id = "" } };
        Known = Claim;
    }

    private bool IsFilled()
    {
        var problems = new ProblemLog();
        Known = book.Register!.Fill(Claim, problems);
        return problems.IsEmpty && !(Known.Member.Born > Claim.Discharged);
    }

    public void BeginItem() => Item = new() { Amount = Values.Money.Zero };

    public void EndItem() => _items.Add(Item);

    /// <summary>The claim with its items.</summary>
    public Claim Close() => Claim with { Items = [.. _items] };

    /// <summary>A day of service that a claim of these days may have.</summary>
    public DateOnly Serviceable(DateOnly day)
    {
        var least = Claim.Discharged.AddDays(-KnownFacts.MostDaysOfStay);
        if (Asks(DecidingDay.Service))
            least = NotBefore(least, first);
        return NotBefore(day > Claim.Discharged ? Claim.Discharged : day, least);
    }

    public void State(string attribute, string word) => Claim = Claim with { Attributes = Claim.Attributes.SetItem(attribute, word) };

    public void StateOfItem(string attribute, string word) => Item = Item with { Attributes = Item.Attributes.SetItem(attribute, word) };

    private bool Asks(DecidingDay day)
    {
        var name = AskedFacts.DayFact(day).Name;
        return Array.Exists(book.Asked, asked => asked.Fact.Name == name);
    }

    private DateOnly NotBeforeFirst(DateOnly day) => NotBefore(day, first);

    private static DateOnly NotBefore(DateOnly day, DateOnly least) => day < least ? least : day;
}
