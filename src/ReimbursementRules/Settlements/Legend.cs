using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>What the numbers inside a settlement stand for: the names of a compiled rulebook. One per rulebook, shared by all its
/// settlements.</summary>
internal sealed class Legend(
    string rulebook,
    BilingualText title,
    IReadOnlyList<PayerName> payers,
    IReadOnlyList<string> parts,
    IReadOnlyList<LayerName> layers,
    IReadOnlyList<StepName> steps,
    IReadOnlyList<PolicySource> rows,
    IReadOnlyList<GateName> gates,
    IReadOnlyList<HistorySlot> slots
)
{
    /// <summary>The hospital's place among the payers: it bears what a quota does not cover, and may go below zero.</summary>
    public const int Hospital = 0;

    public const int OutOfScope = 0;
    public const int OverCeiling = 1;
    public const int FirstSelfPay = 2;
    public const int InScope = 3;
    public const int Refused = 4;

    /// <summary>The name under which all that a layer leaves is named together, as <c>basic.stays</c>.</summary>
    public const string Stays = "stays";

    /// <summary>The name under which claims state what the payer of a layer has paid, as <c>basic.paid</c>.</summary>
    public const string Paid = "paid";

    /// <summary>The name under which the trace tells how much of a part counts in a layer.</summary>
    public const string Base = "base";

    /// <summary>The names under which the trace tells what is above ceiling prices, as it tells the steps of layers.</summary>
    public const string Catalogue = "catalogue";

    public const string Ceiling = "ceiling";

    /// <summary>The parts into which the catalogue and the gates cut a bill, before any layer; the layers' own parts follow.</summary>
    public static readonly string[] CutParts = ["out_of_scope", "over_ceiling", "first_self_pay", "in_scope", "refused"];

    /// <summary>The legend of the rulebook, of which this one differs by gates; null of itself.</summary>
    private Legend? _ofRulebook;

    public string Rulebook => rulebook;

    /// <summary>The version that the index states; empty where it states none.</summary>
    public string Version { get; init; } = "";

    /// <summary>The fingerprint of the rulebook's text.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>What its facts are called.</summary>
    public FactTitles Facts { get; init; } = FactTitles.None;

    /// <summary>Which conditions of a layer, by its place, a claim with a history does not meet; set by the rulebook that these names
    /// are of, and null where the names come of a settlement that was read.</summary>
    public Func<int, Claim, History, BilingualText?>? Unmet
    {
        get => _ofRulebook is { } rulebooks ? rulebooks.Unmet : field;
        set;
    }

    /// <summary>The only day whose values count; null where each value counts in its own time.</summary>
    public DateOnly? AsOn { get; init; }

    public BilingualText Title => title;

    /// <summary>The hospital, then the funds in the rulebook's order, then the personal accounts.</summary>
    public IReadOnlyList<PayerName> Payers => payers;

    /// <summary>Above the last fund's place among the payers, where the accounts begin; the first fund is 1.</summary>
    public int FundsEnd { get; } = payers.Count - payers.Count(payer => payer.IsAccount);

    /// <summary>The personal accounts.</summary>
    public IEnumerable<PayerName> Accounts => payers.Skip(FundsEnd);

    public bool HasAccount => FundsEnd < payers.Count;

    public bool HasSeveralAccounts => FundsEnd + 1 < payers.Count;

    /// <summary>What the accounts are called together; null where there is none.</summary>
    public BilingualText? AccountTitle =>
        HasAccount
            ? new(
                string.Join(" and ", Accounts.Select(account => account.Title.En)),
                string.Join('、', Accounts.Select(account => account.Title.Zh))
            )
            : null;

    /// <summary>The payers that have a title, in either language; the hospital, which every rulebook has, has its key.</summary>
    public IReadOnlyList<PayerName> PayersTitled(string title)
    {
        var plain = PlainWord.Of(title);
        return [.. payers.Skip(1).Where(payer => payer.Title.IsWritten(plain))];
    }

    public IReadOnlyList<string> Parts => parts;
    public IReadOnlyList<LayerName> Layers => layers;
    public IReadOnlyList<StepName> Steps => steps;

    /// <summary>The titles of the steps that have one, by layer and step, such as <c>basic.rest</c>.</summary>
    public IReadOnlyDictionary<string, BilingualText> StepTitles
    {
        get => field ??= Titled();
        init;
    }

    /// <summary>What claims may state of other settlements, in the order in which the trace tells it.</summary>
    public IReadOnlyList<SettledName> Stated { get; set; } = [];

    public IReadOnlyList<PolicySource> Rows => rows;
    public IReadOnlyList<GateName> Gates => gates;
    public IReadOnlyList<HistorySlot> Slots => slots;

    /// <summary>What a report has made of these names, but for those of the gates, so that they are not written anew for each settlement; a
    /// function of them.</summary>
    public object? Written
    {
        get => _ofRulebook is { } rulebooks ? rulebooks.Written : field;
        set
        {
            if (_ofRulebook is { } rulebooks)
                rulebooks.Written = value;
            else
                field = value;
        }
    }

    /// <summary>The parts that a name stands for: the part itself, or all parts of a layer that were known when it was asked.</summary>
    public static IReadOnlyList<string> PartsOf(string name, IReadOnlyList<string> known) =>
        LayerOfStays(name) is { } layer ? [.. known.Where(part => part.StartsWith($"{layer}.", StringComparison.Ordinal))]
        : known.Contains(name) ? [name]
        : [];

    /// <summary>The layer all of whose parts a name stands for; null for any other name.</summary>
    public static string? LayerOfStays(string name) =>
        name.EndsWith($".{Stays}", StringComparison.Ordinal) ? name[..^(Stays.Length + 1)] : null;

    private Dictionary<string, BilingualText> Titled() =>
        steps
            .Where(step => step.Title is not null)
            .DistinctBy(step => (step.Layer, step.Id))
            .ToDictionary(step => $"{layers[step.Layer].Id}.{step.Id}", step => step.Title!, StringComparer.Ordinal);

    /// <summary>The same with more gates after its own.</summary>
    public Legend WithGates(IEnumerable<GateName> more) =>
        new(rulebook, title, payers, parts, layers, steps, rows, [.. gates, .. more], slots)
        {
            Version = Version,
            Fingerprint = Fingerprint,
            AsOn = AsOn,
            Facts = Facts,
            StepTitles = StepTitles,
            Stated = Stated,
            _ofRulebook = _ofRulebook ?? this,
        };
}

internal sealed record PayerName(string Id, BilingualText Title, string? NationalFund, string? NationalField, bool IsAccount = false);

/// <summary>A layer's names, and its conditions in words for whoever asks why it did not apply.</summary>
internal sealed record LayerName(string Id, BilingualText Title, string Conditions, string? InsteadOf)
{
    /// <summary>The conditions that a claim did not meet, of a settlement that was read; null where it does not tell.</summary>
    public BilingualText? Unmet { get; init; }
}

internal sealed record StepName(int Layer, string Id, Period Per)
{
    /// <summary>What the policy calls it; null where it has no title.</summary>
    public BilingualText? Title { get; init; }
}

/// <summary>A name under which a claim states what another settlement has paid, or left with the patient.</summary>
/// <param name="Name">The name, such as <c>basic.share</c>, <c>basic.paid</c> or the id of a payer.</param>
/// <param name="Layer">The id of the layer; of the payer where it has none.</param>
/// <param name="Title">What that is called.</param>
/// <param name="Step">The step; <c>paid</c> for what was paid.</param>
internal sealed record SettledName(string Name, string Layer, BilingualText Title, string Step)
{
    /// <summary>The part that was left, by its place; -1 for what was paid.</summary>
    public int Part { get; init; } = -1;

    /// <summary>Who has paid, by the place among the payers.</summary>
    public int Payer { get; init; }

    /// <summary>The layer, by its place; -1 for a payer alone.</summary>
    public int LayerPlace { get; init; } = -1;

    public bool IsPaid => Part < 0;
}

internal sealed record GateName(string Id, Verdict Verdict, BilingualText Message, PolicySource Source);

/// <summary>A running sum that a rulebook keeps from claim to claim.</summary>
/// <param name="What">The step, layer or shared name.</param>
/// <param name="Per">The period after which it begins anew.</param>
/// <param name="CountsTimes">Whether it counts uses and not an amount.</param>
internal sealed record HistorySlot(string What, Period Per, bool CountsTimes)
{
    /// <summary>Whether it is what an account holds, which goes on from year to year.</summary>
    public bool IsBalance { get; init; }

    /// <summary>Whether several steps of one claim add up to it.</summary>
    public bool IsShared { get; init; }

    /// <summary>The fact for each word of which it is counted apart; null for none.</summary>
    public string? EachOf { get; init; }

    /// <summary>Whether it is counted apart for each word of an open fact.</summary>
    public bool IsOfAnyWord { get; init; }

    /// <summary>The words for which it is counted apart; null where all count together, or for any word.</summary>
    public IReadOnlySet<string>? Words { get; init; }
}
