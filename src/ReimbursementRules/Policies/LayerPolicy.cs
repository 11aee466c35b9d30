using ReimbursementRules.Values;

namespace ReimbursementRules.Policies;

/// <summary>One layer of benefits.</summary>
internal sealed record LayerPolicy
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>Who pays.</summary>
    public required Word Payer { get; init; }

    /// <summary>The first day on which it pays, included; null from the beginning.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The first day on which it no longer pays; null for no end.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>The day that chooses its values; null for that of the rulebook.</summary>
    public required DecidingDay? DecidedBy { get; init; }

    /// <summary>Conditions on the claim.</summary>
    public required ConditionsPolicy Applies { get; init; }

    /// <summary>Conditions on the items that it works on.</summary>
    public required ConditionsPolicy Items { get; init; }

    /// <summary>The parts of the bill that it works on.</summary>
    public required BasePolicy Base { get; init; }

    /// <summary>The layer in whose place it stands; null for none.</summary>
    public required Word? InsteadOf { get; init; }

    /// <summary>Whether what it leaves keeps its name.</summary>
    public required bool RestIsUnchanged { get; init; }

    /// <summary>How often it may be used; null for any number.</summary>
    public required UsesPolicy? AtMost { get; init; }

    /// <summary>Its steps, in order.</summary>
    public required IReadOnlyList<StepPolicy> Steps { get; init; }

    /// <summary>Where its keys stand.</summary>
    public required LayerPlaces Places { get; init; }

    public FilePlace Place => Places.Layer;

    /// <summary>What it states beside its tables and steps, for comparisons.</summary>
    public required IReadOnlyList<StatedKey> Stated { get; init; }
}

/// <summary>Where the lines of a layer stand; the layer's own place for a line that is not there.</summary>
/// <param name="Layer">The layer as a whole.</param>
/// <param name="Id">Its name.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">The day on which it ends.</param>
/// <param name="Applies">The word <c>applies</c>.</param>
/// <param name="Items">The word <c>items</c>.</param>
/// <param name="AtMost">The word <c>at_most</c>.</param>
internal sealed record LayerPlaces(
    FilePlace Layer,
    FilePlace Id,
    FilePlace From,
    FilePlace Until,
    FilePlace Applies,
    FilePlace Items,
    FilePlace AtMost
);

/// <summary>The parts of the bill that a layer works on: what the patient still holds of them, or what they were at first.</summary>
internal sealed record BasePolicy(IReadOnlyList<PartPolicy> Parts, bool AsOriginal, FilePlace Place);

/// <summary>A part of the bill that is named.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Times">The share of it that counts, in millionths; null for the whole.</param>
internal sealed record PartPolicy(Word Name, int? Times)
{
    public string Text => Name.Text;
}

/// <summary>How often a layer may be used in a period, for each word of a fact where one is named.</summary>
internal sealed record UsesPolicy(int Times, Period Per, Word? Each, ConditionsPolicy Unless);

/// <summary>A step of a layer or of a contract.</summary>
/// <param name="Id">Its name.</param>
/// <param name="IdPlace">Where its name stands.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Form">What its kind states; null where there is no such kind.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record StepPolicy(string Id, FilePlace IdPlace, Word Kind, StepForm? Form, FilePlace Place)
{
    /// <summary>What it is called; null where it has no title.</summary>
    public BilingualText? Title { get; init; }

    /// <summary>What is noted beside it; null for nothing.</summary>
    public BilingualText? Note { get; init; }

    /// <summary>The text that it cites itself, beside those of its tables; empty where it cites none.</summary>
    public BilingualText Reference { get; init; } = BilingualText.None;

    /// <summary>The web address of that text; null where none is given.</summary>
    public string? Href { get; init; }

    /// <summary>What it states beside its tables, for comparisons.</summary>
    public IReadOnlyList<StatedKey> Stated { get; init; } = [];
}

/// <summary>What a step of some kind states. The kind's own file has its record, reads it and compiles it.</summary>
internal abstract record StepForm
{
    /// <summary>The keys of its dated tables.</summary>
    public virtual IReadOnlyList<string> Tables => [];

    /// <summary>Keys that change nothing here, whether they are written or not.</summary>
    public virtual IReadOnlyList<string> Idle => [];
}
