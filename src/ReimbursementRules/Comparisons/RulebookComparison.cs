using System.Collections.Immutable;

namespace ReimbursementRules.Comparisons;

/// <summary>What changed from one rulebook to another: what they say, and in which cases. Immutable.</summary>
public sealed partial class RulebookComparison
{
    private RulebookComparison(Rulebook before, Rulebook after, DateOnly start, ComparisonFindings findings)
    {
        (Before, After, From) = (before, after, start);
        Changes = [.. findings.Changes];
        Cases = [.. findings.Cases];
        TooLarge = [.. findings.TooLarge];
    }

    /// <summary>What the first rulebook is called beside its id, such as its folder; empty where nothing was handed in.</summary>
    public string NameBefore { get; private init; } = "";

    /// <summary>What the second rulebook is called beside its id; empty where nothing was handed in.</summary>
    public string NameAfter { get; private init; } = "";

    /// <summary>The first rulebook.</summary>
    public Rulebook Before { get; }

    /// <summary>The second rulebook.</summary>
    public Rulebook After { get; }

    /// <summary>The first day that is compared, included: from it on both rulebooks settle claims.</summary>
    public DateOnly From { get; }

    /// <summary>What was added, removed and changed: parameters, lists, payers, facts, gates, catalogue, layers, steps, tables, targets,
    /// contracts,
    /// contributions. Titles and notes are not compared. Tables that say the same in other words, rows or order are no change; what stands
    /// beside them, and the
    /// rows of contracts and contributions, are compared as written.</summary>
    public ImmutableArray<RuleChange> Changes { get; }

    /// <summary>The cases in which a table says something else, in as few lines as were found; together all such cases, and none
    /// twice.</summary>
    public ImmutableArray<AffectedCases> Cases { get; }

    /// <summary>The tables that tell more than 100,000 cases apart and so were not compared.</summary>
    public ImmutableArray<string> TooLarge { get; }

    /// <summary>Whether nothing at all is told: no change, no case, and no table was left out.</summary>
    public bool IsUnchanged => Changes.IsEmpty && Cases.IsEmpty && TooLarge.IsEmpty;

    /// <summary>Compares two rulebooks from the day on which the later of them begins; for two days, compare what
    /// <see cref="Rulebook.AsOn"/> gives.</summary>
    /// <param name="before">The first rulebook.</param>
    /// <param name="after">The second rulebook; may be the first as on another day.</param>
    public static RulebookComparison Of(Rulebook before, Rulebook after) => Of(before, after, "", "");

    /// <summary>As the other, with what the reports call the rulebooks beside their ids, which may be the same.</summary>
    /// <param name="before">The first rulebook.</param>
    /// <param name="after">The second rulebook; may be the first as on another day.</param>
    /// <param name="nameBefore">What the first is called, such as its folder; may be empty.</param>
    /// <param name="nameAfter">What the second is called; may be empty.</param>
    public static RulebookComparison Of(Rulebook before, Rulebook after, string nameBefore, string nameAfter)
    {
        ArgumentNullException.ThrowIfNull(nameBefore);
        ArgumentNullException.ThrowIfNull(nameAfter);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (one, other) = (before.Compiled, after.Compiled);
        var start = before.From > after.From ? before.From : after.From;
        var findings = new ComparisonFindings();
        var histories = new HistoryComparison(start);
        findings.Changes.AddRange(StatedComparison.Compare(one.Policy.Stated.OfIndex, other.Policy.Stated.OfIndex));
        findings.Changes.AddRange(histories.Parameters(one.Index, other.Index));
        findings.Changes.AddRange(histories.Lists(one.Index, other.Index));
        var facts = ComparedRulebook.Facts(one, other, start);
        new SideComparison(new(one, 0, facts), new(other, 1, facts), new(facts, findings), findings).Compare();
        findings.Changes.AddRange(StatedComparison.Compare(one.Policy.Stated.OfFiles, other.Policy.Stated.OfFiles));
        findings.Changes.AddRange(StatedComparison.Compare(one.Policy.Stated.OfValues, other.Policy.Stated.OfValues));
        return new(before, after, start, findings) { NameBefore = nameBefore, NameAfter = nameAfter };
    }
}
