using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>How what stands here and what someone else states disagree.</summary>
[JsonConverter(typeof(WordConverter<MismatchKind>))]
public enum MismatchKind
{
    /// <summary>It is stated, and nothing of it stands here.</summary>
    MissingHere,

    /// <summary>It stands here, and is not stated.</summary>
    MissingThere,

    /// <summary>It is stated more than once, or stands here for more than one member.</summary>
    Duplicate,

    /// <summary>The amounts differ.</summary>
    Amount,
}

/// <summary>One disagreement between what stands here and what someone else states.</summary>
/// <param name="Kind">How they disagree.</param>
/// <param name="Day">The day of the posting; null for a total over all days.</param>
/// <param name="ClaimId">The claim's id; empty for a total.</param>
/// <param name="Payer">The payer; empty for a claim as a whole.</param>
/// <param name="Ours">What stands here; zero where nothing does.</param>
/// <param name="Theirs">What is stated; zero where nothing is.</param>
public sealed partial record Mismatch(MismatchKind Kind, DateOnly? Day, string ClaimId, string Payer, Money Ours, Money Theirs)
{
    /// <inheritdoc cref="Mismatch" path="/param[@name='Kind']/node()"/>
    public MismatchKind Kind
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Kind);

    /// <inheritdoc cref="Mismatch" path="/param[@name='ClaimId']/node()"/>
    public string ClaimId
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(ClaimId);

    /// <inheritdoc cref="Mismatch" path="/param[@name='Payer']/node()"/>
    public string Payer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Payer);

    /// <summary>The clerk whose total it is; null for all.</summary>
    public string? Clerk { get; init; }

    /// <summary>The scheme whose total it is; null for all.</summary>
    public Scheme? Scheme
    {
        get;
        init => field = value is { } scheme ? Given.Word(scheme) : null;
    }

    /// <summary>The disagreement in words, with the difference.</summary>
    public BilingualText Message
    {
        get
        {
            var (ours, theirs) = (Ours.ToReadable(), Theirs.ToReadable());
            var (en, zh) = Kind switch
            {
                MismatchKind.MissingHere => ($"{theirs} is stated, nothing stands here.", $"对方为 {theirs}，本方没有。"),
                MismatchKind.MissingThere => ($"{ours} stands here, nothing is stated.", $"本方为 {ours}，对方没有。"),
                MismatchKind.Duplicate => (
                    $"it stands more than once: {ours} here, {theirs} stated.",
                    $"重复：本方合计 {ours}，对方合计 {theirs}。"
                ),
                MismatchKind.Amount => (
                    $"{ours} stands here, {theirs} is stated, a difference of {(Ours - Theirs).ToReadable()}.",
                    $"本方为 {ours}，对方为 {theirs}，相差 {(Ours - Theirs).ToReadable()}。"
                ),
                _ => throw UnknownKind.Of(Kind),
            };
            return new($"{string.Join(", ", Subject(en: true))}: {en}", $"{string.Join("，", Subject(en: false))}：{zh}");
        }
    }

    private IEnumerable<string> Subject(bool en)
    {
        if (Day is { } day)
            yield return IsoDay.Show(day);
        if (ClaimId.Length > 0)
            yield return en ? $"claim '{ClaimId}'" : $"单据“{ClaimId}”";
        else
            yield return en ? "total" : "合计";
        if (Clerk is not null)
            yield return en ? $"clerk '{Clerk}'" : $"经办人“{Clerk}”";
        if (Scheme is { } scheme)
            yield return EnumWords.All<Scheme>()[(int)scheme];
        if (Payer.Length > 0)
            yield return Payer;
    }
}
