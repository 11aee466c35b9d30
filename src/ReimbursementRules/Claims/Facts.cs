using System.Text.Json;

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
internal readonly record struct Asked(Claim Claim, FeeItem? Item, int AdmissionsBefore, DateOnly YearStart);

/// <summary>Something that a policy may ask of a claim.</summary>
/// <param name="Name">The name in policy files; it begins with <c>item.</c> for what is asked of each item.</param>
/// <param name="Kind">What answers there are.</param>
/// <param name="Words">The fixed words; empty for the other kinds.</param>
/// <param name="Default">The word where the claim says nothing; null where a claim must say it.</param>
/// <param name="WordOf">The index of the claim's word, or -1 where it says nothing.</param>
/// <param name="TextOf">The claim's own word for an open fact, or null where it says nothing.</param>
/// <param name="NumberOf">The claim's number (cents for an amount), or null where it says nothing.</param>
internal sealed record Fact(
    string Name,
    FactKind Kind,
    IReadOnlyList<string> Words,
    string? Default,
    Func<Asked, int>? WordOf = null,
    Func<Asked, string?>? TextOf = null,
    Func<Asked, long?>? NumberOf = null)
{
    public bool IsOfItem => Name.StartsWith("item.", StringComparison.Ordinal);
}

/// <summary>Everything that a policy may ask of any claim. A new fact is one new line here, and its field in the claim.</summary>
internal static class Facts
{
    private static readonly string[] YesNoWords = ["no", "yes"];
    private static readonly string[] AdmissionWords = ["first", "second", "later"];

    public static IReadOnlyList<Fact> All { get; } =
    [
        Words("setting", asked => asked.Claim.Setting),
        Words("location", asked => asked.Claim.Location, Location.InArea),
        Words("referral", asked => asked.Claim.Referral, Referral.None),
        YesNo("emergency", asked => asked.Claim.Emergency),
        Words("channel", asked => asked.Claim.Channel, Channel.RealTime),
        Words("cause", asked => asked.Claim.Cause, Cause.Illness),
        Open("disease", asked => asked.Claim.Disease ?? "none"),
        new("admission", FactKind.Words, AdmissionWords, null, asked => Math.Min(asked.Claim.Admission ?? (asked.AdmissionsBefore + 1), 3) - 1),
        Number("days", asked => asked.Claim.Discharged.DayNumber - (asked.Claim.Admitted ?? asked.Claim.Discharged).DayNumber),
        Amount("bill", asked => asked.Claim.Items.Sum(item => item.Amount.Cents)),

        Words("scheme", asked => asked.Claim.Member.Scheme),
        Number("age", asked => asked.Claim.Member.Age ?? YearsFrom(asked.Claim.Member.Born, asked.YearStart)),
        Words("sex", asked => asked.Claim.Member.Sex),
        YesNo("retired", asked => asked.Claim.Member.Retired),
        Words("poverty", asked => asked.Claim.Member.Poverty, Poverty.None),

        Words("hospital.level", asked => asked.Claim.Provider.Level),
        Words("hospital.tier", asked => asked.Claim.Provider.Tier),
        Words("hospital.ownership", asked => asked.Claim.Provider.Ownership, Ownership.Public),
        Words("provider.agreement", asked => asked.Claim.Provider.Agreement, Agreement.InForce),

        Words("item.class", asked => asked.Item!.Class),
        Words("item.kind", asked => asked.Item!.Kind, ItemKind.Other),
        Open("item.code", asked => asked.Item!.Code),
        YesNo("item.essential", asked => asked.Item!.Essential),
        Amount("item.amount", asked => asked.Item!.Amount.Cents),
        Number("item.days_of_supply", asked => asked.Item!.DaysOfSupply ?? 0),
        Number("item.days_before_admission", asked => Math.Max(0, (asked.Claim.Admitted ?? asked.Claim.Discharged).DayNumber - (asked.Item!.Date ?? asked.Claim.Discharged).DayNumber)),
    ];

    /// <summary>The word of an enum value in files: <c>OutOfCity</c> is <c>out_of_city</c>, and a class stays <c>A</c>, <c>B</c> or <c>C</c>.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum => WordOf(value.ToString());

    public static string[] WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(WordOf)];

    private static string WordOf(string name) => name.Length == 1 ? name : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static Fact Words<T>(string name, Func<Asked, T?> of, T? otherwise = null)
        where T : struct, Enum =>
        new(name, FactKind.Words, WordsOf<T>(), otherwise is { } word ? WordOf(word) : null, asked => of(asked) is { } value ? Index(value) : -1);

    private static int Index<T>(T value)
        where T : struct, Enum => System.Runtime.CompilerServices.Unsafe.As<T, int>(ref value);

    private static Fact YesNo(string name, Func<Asked, bool?> of) =>
        new(name, FactKind.Words, YesNoWords, "no", asked => of(asked) switch { true => 1, false => 0, null => -1 });

    private static Fact Open(string name, Func<Asked, string?> of) => new(name, FactKind.Open, [], null, TextOf: of);

    private static Fact Number(string name, Func<Asked, long?> of) => new(name, FactKind.Number, [], null, NumberOf: of);

    private static Fact Amount(string name, Func<Asked, long?> of) => new(name, FactKind.Amount, [], null, NumberOf: of);

    private static long? YearsFrom(DateOnly? born, DateOnly day) =>
        born is not { } birth ? null : Math.Max(0, day.Year - birth.Year - (day < birth.AddYears(Math.Max(0, day.Year - birth.Year)) ? 1 : 0));
}
