using System.Collections.Immutable;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>One stay, visit or purchase with its fee items, as it comes for settlement.</summary>
/// <remarks>A rulebook says which of these facts it asks; only those must be stated, and those with a default may be left out.
/// <c>rules/docs/facts.md</c> lists every fact with its words and default.</remarks>
public sealed partial record Claim
{
    private readonly ImmutableArray<FeeItem> _items = [];
    private readonly bool _isIdUnsure;
    private readonly bool _isDiseaseUnsure;
    private readonly bool _isDepartmentUnsure;

    /// <summary>The claim's own number, for reports; it decides nothing.</summary>
    public string Id
    {
        get;
        init => (field, _isIdUnsure) = (PlainWord.OfId(Given.Value(value)), PlainWord.IsUnsure(value));
    } = "";

    /// <summary>The day of discharge; for care without a stay, the day of the visit or purchase.</summary>
    public required DateOnly Discharged { get; init; }

    /// <summary>The day of admission; the day of discharge where not stated. Not after the day of discharge.</summary>
    public DateOnly? Admitted { get; init; }

    /// <summary>The first day of the whole stay, where it is settled in parts or went on from another hospital; the day of admission where
    /// not stated. Not after the day of admission. A stay that began before its admission is no new admission.</summary>
    public DateOnly? StayBegan { get; init; }

    /// <summary>The day on which the claim was received for settlement; the day of discharge where not stated.</summary>
    public DateOnly? Filed { get; init; }

    /// <summary>The kind of care.</summary>
    public Setting? Setting { get; init; }

    /// <summary>Where the provider is, seen from the member's insured area; in the area where not stated.</summary>
    public Location? Location { get; init; }

    /// <summary>How care elsewhere was arranged; not at all where not stated.</summary>
    public Referral? Referral { get; init; }

    /// <summary>True for an emergency; not one where not stated.</summary>
    public bool? Emergency { get; init; }

    /// <summary>How the claim arrives; real-time where not stated.</summary>
    public ClaimChannel? Channel { get; init; }

    /// <summary>Why care was needed; illness where not stated.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The disease in the policy's own word, such as <c>appendicitis</c>. One that a rulebook does not name is settled as any
    /// other disease.</summary>
    public string? Disease
    {
        get;
        init => (field, _isDiseaseUnsure) = (PlainWord.Of(value!), PlainWord.IsUnsure(value));
    }

    /// <summary>The department of the provider that treated the member, in the word of its register; null where not stated. Only a register
    /// asks it.</summary>
    public string? Department
    {
        get;
        init => (field, _isDepartmentUnsure) = (PlainWord.Of(value!), PlainWord.IsUnsure(value));
    }

    /// <summary>The number of this admission in the benefit year, from 1 to 1,000; one more than the admissions in the history where not
    /// stated. The next stay counts on from it.</summary>
    public int? Admission { get; init; }

    /// <summary>What the member's personal account 个人账户 held before this claim, zero or more; null where not stated. All layers that the
    /// account pays share it. A rulebook without an account says of the claim that it does not ask it.</summary>
    public Money? AccountBalance { get; init; }

    /// <summary>What each personal account held before this claim, by the id or title of its payer, each zero or more; of
    /// those that are not named nothing is stated. For rulebooks with several accounts; then <see cref="AccountBalance"/> stays
    /// null.</summary>
    public ImmutableDictionary<string, Money> AccountBalances
    {
        get;
        init => field = Given.Value(value);
    } = ImmutableDictionary<string, Money>.Empty;

    /// <summary>The day on which a referral, a filing or the treatment of a disease was approved; not at all where not stated.</summary>
    public DateOnly? Approved { get; init; }

    /// <summary>True for a stay that goes on from another hospital, so that it is the same admission; not one where not stated.</summary>
    public bool? Transferred { get; init; }

    /// <summary>The share of the bill that another party owes, for policies that ask it; the whole where not stated.</summary>
    public Rate? LiableShare { get; init; }

    /// <summary>The days from the member's last discharge for the same disease to this admission, 0 to 36,500: 0 where the stays overlap,
    /// 36,500 where there was none or none is stated.</summary>
    public int? DaysSinceDischarge { get; init; }

    /// <summary>How many providers the member saw on this day, this one included, 1 to 1,000; 1 where not stated.</summary>
    public int? ProvidersToday { get; init; }

    /// <summary>How many claims the member has in this month up to this one, which counts, 1 to 1,000; 1 where not stated.</summary>
    public int? VisitsThisMonth { get; init; }

    /// <summary>The insured person.</summary>
    public Member Member
    {
        get;
        init => field = Given.Value(value);
    } = new();

    /// <summary>The hospital, primary institution or pharmacy.</summary>
    public Provider Provider
    {
        get;
        init => field = Given.Value(value);
    } = new();

    /// <summary>The lines of the bill; at least one. Their order decides nothing.</summary>
    public ImmutableArray<FeeItem> Items
    {
        get => _items;
        init
        {
            _items = Given.Each(value);
            Packed = PackedItem.Of(_items);
            Bill = PackedItem.Sum(Packed);
            ItemsNeedChecks = Array.Exists(Packed, item => item.NeedsChecks);
        }
    }

    /// <summary>The facts that the rulebook itself declares, by name.</summary>
    public ImmutableDictionary<string, string> Attributes
    {
        get;
        init => field = Given.Named(value);
    } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The days in hospital of a stay: from admission to discharge, and one for a stay that ends on the day on which it
    /// began.</summary>
    internal int BedDays => Math.Max(1, Discharged.DayNumber - (Admitted ?? Discharged).DayNumber);

    /// <summary>The first day of the stay that the claim is of, or the day of the visit.</summary>
    internal DateOnly FirstOfStay => StayBegan ?? Admitted ?? Discharged;

    /// <summary>Whether it goes on with a stay of earlier claims, so that it is the same admission.</summary>
    internal bool GoesOn => Transferred == true || StayBegan < (Admitted ?? Discharged);

    /// <summary>The days in hospital as measures and contracts count them: those of a stay, and none of a visit or purchase.</summary>
    internal int DaysInHospital => IsVisit ? 0 : BedDays;

    /// <summary>Whether it is a visit or purchase that lasts no night.</summary>
    private bool IsVisit =>
        (Admitted ?? Discharged) == Discharged
        && Setting
            is Claims.Setting.Outpatient
                or Claims.Setting.SpecialOutpatient
                or Claims.Setting.ChronicOutpatient
                or Claims.Setting.TwoDiseases
                or Claims.Setting.Pharmacy
                or Claims.Setting.FamilyDoctor
                or Claims.Setting.Premium;

    /// <summary>Whether it states that an account holds anything.</summary>
    internal bool HasBalance => AccountBalance > Money.Zero || AccountBalances.Any(balance => balance.Value > Money.Zero);

    internal FilePlace? Place { get; init; }

    /// <summary>What the claims before gave this one, so that it is not taken for stated when the claims are linked again.</summary>
    internal LinkedFacts? Linked { get; init; }

    /// <summary>The items in the form that settling reads.</summary>
    internal PackedItem[] Packed { get; private init; } = [];

    /// <summary>The sum of the fees in cents; the largest number there is where it would be larger.</summary>
    internal long Bill { get; private init; }

    /// <summary>Whether any item states something that may not be valid.</summary>
    internal bool ItemsNeedChecks { get; private init; }

    /// <summary>Whether a number or word of the claim itself has something that may not be valid.</summary>
    internal bool TextsNeedChecks => _isIdUnsure || _isDiseaseUnsure || _isDepartmentUnsure || Member.IsIdUnsure || Provider.IsIdUnsure;

    /// <summary>The claim as if it had happened on another day: all its days move by as much, those of its items and of its approval too,
    /// so that the stay keeps its
    /// length. The member's day of birth stays.</summary>
    /// <param name="discharged">The day of discharge then.</param>
    public Claim MovedTo(DateOnly discharged) => ClaimFields.MovedTo(discharged, this);

    /// <summary>Reads a claim from a YAML file, or a JSON file where the name ends in <c>.json</c>.</summary>
    /// <exception cref="InputException">The file is not a claim; every problem is listed.</exception>
    public static Claim Load(string path) => ClaimReader.ReadFile(path);

    /// <summary>Reads a claim from a YAML or JSON text, which begins with <c>{</c>.</summary>
    /// <exception cref="InputException">The text is not a claim; every problem is listed.</exception>
    public static Claim Parse(string text) => ClaimReader.ReadText(text);

    /// <summary>Reads a claim that stands in a larger text, such as a line of a file: whatever is found wrong of it, now or later, names
    /// its
    /// place there.</summary>
    /// <param name="text">The claim in YAML or JSON, which begins with <c>{</c>.</param>
    /// <param name="begins">Where in the larger text it begins.</param>
    /// <exception cref="InputException">The text is not a claim; every problem is listed.</exception>
    public static Claim Parse(string text, FilePlace begins)
    {
        ArgumentNullException.ThrowIfNull(begins);
        return ClaimReader.ReadText(text, begins);
    }

    /// <summary>As <see cref="Parse(string, FilePlace)"/>, from bytes of UTF-8: the fastest way where the text comes as such.</summary>
    /// <param name="utf8">The claim in JSON or YAML; bytes that are no UTF-8 stand for the replacement character.</param>
    /// <param name="begins">Where in the larger text it begins.</param>
    /// <exception cref="InputException">The text is not a claim; every problem is listed.</exception>
    public static Claim Parse(ReadOnlySpan<byte> utf8, FilePlace begins)
    {
        ArgumentNullException.ThrowIfNull(begins);
        return ClaimReader.ReadBytes(utf8, begins);
    }

    /// <summary>Reads a claim from a JSON text in the keys of claim files. <c>null</c> states nothing; YAML is refused.</summary>
    /// <exception cref="InputException">The text is not a claim in JSON; every problem is listed.</exception>
    public static Claim ParseJson(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ClaimReader.ReadJson(text);
    }

    /// <summary>The claim on one line, in the words of claim files, for whoever looks at one in a debugger or in a test that
    /// fails.</summary>
    public override string ToString() => ClaimLine.Of(this);
}

/// <summary>The insured person, as far as a policy asks.</summary>
public sealed partial record Member
{
    /// <summary>The person's number, for reports, for folding histories and for what a register of members says; otherwise it decides
    /// nothing.</summary>
    public string Id
    {
        get;
        init => (field, IsIdUnsure) = (PlainWord.OfId(Given.Value(value)), PlainWord.IsUnsure(value));
    } = "";

    /// <summary>Whether the number has something that may not be valid.</summary>
    internal bool IsIdUnsure { get; private init; }

    /// <summary>The scheme of the insurance.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>The day of birth, from which the age on the first day of the benefit year follows. State this or <see cref="Age"/>, not
    /// both.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>The age in whole years, 0 to 150.</summary>
    public int? Age { get; init; }

    /// <summary>The sex.</summary>
    public Sex? Sex { get; init; }

    /// <summary>True for a retired employee; not retired where not stated.</summary>
    public bool? Retired { get; init; }

    /// <summary>The poverty category; none where not stated.</summary>
    public Poverty? Poverty { get; init; }

    /// <summary>The enrolment on the day of care; in force where not stated.</summary>
    public Enrolment? Enrolment { get; init; }

    /// <summary>True for a member enrolled twice on the day of care; once where not stated.</summary>
    public bool? DuplicateEnrolment { get; init; }
}

/// <summary>The provider, as far as a policy asks.</summary>
public sealed partial record Provider
{
    /// <summary>The provider's number, for reports and for what a register of providers says; otherwise it decides nothing.</summary>
    public string Id
    {
        get;
        init => (field, IsIdUnsure) = (PlainWord.OfId(Given.Value(value)), PlainWord.IsUnsure(value));
    } = "";

    /// <summary>Whether the number has something that may not be valid.</summary>
    internal bool IsIdUnsure { get; private init; }

    /// <summary>The level of the hospital.</summary>
    public HospitalLevel? Level { get; init; }

    /// <summary>The administrative tier of the hospital.</summary>
    public HospitalTier? Tier { get; init; }

    /// <summary>Who owns the hospital; public where not stated.</summary>
    public Ownership? Ownership { get; init; }

    /// <summary>The agreement on the day of care; in force where not stated.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>True where the provider is designated for the claim's disease on the day of care; not designated where not
    /// stated.</summary>
    public bool? Designated { get; init; }

    /// <summary>True where the provider may run the department of the claim; so it may where not stated.</summary>
    public bool? Permitted { get; init; }
}
