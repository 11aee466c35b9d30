using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>A rulebook's files as they stand, read and not yet bound: nothing here computes.</summary>
internal sealed record Policy(
    IndexPolicy Index,
    IReadOnlyList<GatePolicy> Gates,
    CataloguePolicy Catalogue,
    IReadOnlyList<LayerPolicy> Layers
)
{
    /// <summary>The only day whose values count; null where each value counts in its own time.</summary>
    public DateOnly? OneDay { get; init; }

    /// <summary>The indexes of the folders that the policy is made of, as they stand; the nearest last.</summary>
    public IReadOnlyList<Node> Indexes { get; init; } = [];

    /// <summary>The files beside index, catalogue and layers, as they stand; without those of folders that the rulebook is held
    /// against.</summary>
    public IReadOnlyList<Node> Files { get; init; } = [];

    /// <summary>The files of contracts and contributions, as they stand.</summary>
    public IReadOnlyList<Node> ValueFiles { get; init; } = [];

    /// <summary>Which claims are put together before they are settled.</summary>
    public IReadOnlyList<EpisodePolicy> Episodes { get; init; } = [];

    /// <summary>The register of providers; null where there is none.</summary>
    public IReadOnlyList<ProviderPolicy>? Providers { get; init; }

    /// <summary>What applicants must be or have.</summary>
    public IReadOnlyList<ChecklistPolicy> Checklists { get; init; } = [];

    /// <summary>What members and others pay in; null where the rulebook does not say.</summary>
    public ContributionsPolicy? Contributions { get; init; }

    /// <summary>The register of members; null where there is none.</summary>
    public IReadOnlyList<MemberPolicy>? Members { get; init; }

    /// <summary>What the tables must satisfy: the rulebook's own targets, and those that it is held against.</summary>
    public IReadOnlyList<TableTargetPolicy> TableTargets { get; init; } = [];

    /// <summary>What realised claims must satisfy, from the same files.</summary>
    public IReadOnlyList<ClaimTargetPolicy> ClaimTargets { get; init; } = [];

    /// <summary>The folder of the baseline, the rulebook with which targets compare this one; null where there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>What funds pay providers over a year.</summary>
    public IReadOnlyList<ContractPolicy> Contracts { get; init; } = [];
}

/// <summary><c>index.yaml</c>: who pays, for whom, from when.</summary>
internal sealed record IndexPolicy(
    string Id,
    BilingualText Title,
    PolicyStatus Status,
    DateOnly From,
    DateOnly? VerifiedOn,
    BenefitYear Year,
    DecidingDay DecidedBy,
    RoundingUnit RoundEach,
    IReadOnlyList<PayerPolicy> Payers,
    IReadOnlyDictionary<string, IReadOnlyList<Dated<decimal>>> Parameters,
    IReadOnlyDictionary<string, ListPolicy> Lists,
    IReadOnlyList<Fact> Facts,
    CalendarPolicy Calendar,
    FilePlace Place
)
{
    /// <summary>A reference, which is an example where the whole rulebook is one.</summary>
    public PolicySource Marked(PolicySource source) => Status == PolicyStatus.Example ? source with { IsExample = true } : source;

    /// <summary>The place of a payer among those of a settlement, from 1; 0 after a problem.</summary>
    public int Payer(Node node)
    {
        var id = node.Text();
        for (var i = 0; i < Payers.Count; i++)
            if (Payers[i].Id == id)
                return i + 1;
        var hint = Spelling.Hint(id, Payers.Select(payer => payer.Id));
        if (id.Length > 0)
            node.Wrong("payer.unknown", $"'{id}' is not a payer of index.yaml.{hint.En}", $"index.yaml 中没有支付方“{id}”。{hint.Zh}");
        return 0;
    }
}

internal enum PolicyStatus
{
    Enacted,
    Example,
    Draft,
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
/// <param name="IsAccount">True for the member's personal account, which pays the patient's share and is no fund.</param>
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
    /// <summary>The payer who hands over this payer's part; null where it does so itself.</summary>
    public Node? PaidBy { get; init; }

    /// <summary>The share of its part that providers have received beforehand.</summary>
    public Rate Advance { get; init; }
}

/// <summary>A list of words in its versions, earliest first. A list without dates has one version, from the first day that there
/// is.</summary>
internal sealed record ListPolicy(IReadOnlyList<Dated<ListVersion>> Versions);

/// <summary>How a list is made up from a day on: the words of other lists on each day, and more words, without some.</summary>
internal sealed record ListVersion(IReadOnlyList<Node> Of, IReadOnlyList<Node> Add, IReadOnlyList<Node> Remove, Node Node);

/// <summary>Days that are not worked although they are week-days, and days worked although they are not.</summary>
internal sealed record CalendarPolicy(IReadOnlySet<DateOnly> Holidays, IReadOnlySet<DateOnly> Workdays);

/// <summary>A condition as it stands: the fact's name, and the words, list names or ranges that it must be in, or the words and lists that
/// it must not be in.</summary>
internal sealed record ConditionPolicy(
    Node Fact,
    IReadOnlyList<Node> Words,
    IReadOnlyList<Node> Lists,
    NumberForm? Range,
    bool IsNot = false
);

/// <summary>A range of numbers as it stands; the ends are amounts or whole numbers, as the fact asks.</summary>
internal sealed record NumberForm(Node? From, Node? Below, Node Place);

/// <summary>A table in force from a day: rows of which exactly one applies. One value without conditions is a table of one row.</summary>
internal sealed record TablePolicy(IReadOnlyList<RowPolicy> Rows, bool IsRepealed);

internal sealed record RowPolicy(IReadOnlyList<ConditionPolicy> When, bool IsOtherwise, Node Node, PolicySource Source);

/// <summary>A table's history.</summary>
internal sealed record DatedTablePolicy(IReadOnlyList<Dated<TablePolicy>> Entries, Node Node);

internal sealed record GatePolicy(
    string Id,
    DayRange Days,
    IReadOnlyList<ConditionPolicy> When,
    IReadOnlyList<ConditionPolicy> Item,
    Verdict Then,
    Node? Liable,
    int? DueWorkingDays,
    BilingualText Message,
    PolicySource Source
);

/// <summary>Two claims of a member that belong together, and which of them takes the items of the other.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Earlier">Conditions on the claim that ended first.</param>
/// <param name="Later">Conditions on the other.</param>
/// <param name="Items">Conditions on the items that move; none for all.</param>
/// <param name="WithinDays">The most days from the discharge of the earlier to the admission of the later claim, included.</param>
/// <param name="SameProvider">Whether both name the same provider.</param>
/// <param name="SameDisease">Whether both name the same disease.</param>
/// <param name="IntoLater">True where the later claim takes the items, false where the earlier does.</param>
/// <param name="Source">The reference.</param>
internal sealed record EpisodePolicy(
    string Id,
    IReadOnlyList<ConditionPolicy> Earlier,
    IReadOnlyList<ConditionPolicy> Later,
    IReadOnlyList<ConditionPolicy> Items,
    int WithinDays,
    bool SameProvider,
    bool SameDisease,
    bool IntoLater,
    PolicySource Source
);

/// <summary>What becomes of a price above its ceiling: the patient bears what is above, or the hospital does, or the item is refused as a
/// whole.</summary>
internal enum CeilingRule
{
    Trim,
    Reject,
    Hospital,
}

internal sealed record CataloguePolicy(
    CeilingRule Ceiling,
    DatedTablePolicy? CeilingPrices,
    DecidingDay? DecidedBy,
    DatedTablePolicy Table,
    FilePlace Place
);

/// <summary>One layer of benefits.</summary>
internal sealed record LayerPolicy(
    string Id,
    BilingualText Title,
    Node Payer,
    DateOnly? From,
    DateOnly? Until,
    DecidingDay? DecidedBy,
    IReadOnlyList<ConditionPolicy> Applies,
    IReadOnlyList<ConditionPolicy> Items,
    BasePolicy Base,
    Node? InsteadOf,
    bool RestIsUnchanged,
    UsesPolicy? AtMost,
    IReadOnlyList<StepPolicy> Steps,
    Node Node
)
{
    public FilePlace Place => Node.Place;
}

/// <summary>The parts of the bill that a layer works on: what the patient still holds of them, or what they were at first.</summary>
internal sealed record BasePolicy(IReadOnlyList<Node> Parts, bool AsOriginal, FilePlace Place);

/// <summary>How often a layer may be used in a period, for each word of a fact where one is named.</summary>
internal sealed record UsesPolicy(int Times, Period Per, Node? Each, IReadOnlyList<ConditionPolicy> Unless);

/// <summary>A step as it stands; its kind's own file under <c>Rulebooks/Steps</c> reads the rest.</summary>
internal sealed record StepPolicy(string Id, Node Kind, Node Node);
