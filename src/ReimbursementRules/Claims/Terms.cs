using System.Collections.Frozen;
using System.Collections.Immutable;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What everything that files name by a key or a word is called in English and in Chinese: facts 事实 and their words, the words of
/// enums, the keys of settlements in JSON, and problems and findings. The other direction finds the key or word of a name, for whoever
/// reads what people have written.</summary>
public static class Terms
{
    private static readonly TermTable Facts = new(FactTerms.All);

    private static readonly FrozenSet<string> FieldKeys = ClaimFields
        .All.Select(field => field.Key)
        .Concat(ItemFields.All.Select(field => $"item.{field.Key}"))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly TermTable Fields = new(FactTerms.All.Where(term => FieldKeys.Contains(term.Id)).Concat(FieldTerms.All));

    private static readonly TermTable Results = new(ResultTerms.All);

    private static readonly TermTable Problems = new(ProblemTerms.All);

    private static readonly TermTable Findings = new(FindingTerms.All);

    private static readonly FrozenDictionary<string, TermTable> Words = FactTerms
        .All.Where(term => !term.Words.IsEmpty)
        .ToFrozenDictionary(term => term.Id, term => new TermTable(term.Words), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TermTable> Kinds = KindTerms.All.ToFrozenDictionary(
        term => term.Id,
        term => new TermTable(term.Words),
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> YesNoFacts = KnownFacts
        .All.Where(fact => fact.Words is ["no", "yes"])
        .Select(fact => fact.Name)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly TermTable YesNo = new([new("yes", "yes", "是"), new("no", "no", "否")]);

    /// <summary>The facts whose words are those of an enum.</summary>
    private static readonly FrozenDictionary<Type, string> FactOfEnum = new Dictionary<Type, string>
    {
        [typeof(Setting)] = "setting",
        [typeof(Location)] = "location",
        [typeof(Referral)] = "referral",
        [typeof(ClaimChannel)] = "channel",
        [typeof(Cause)] = "cause",
        [typeof(Scheme)] = "scheme",
        [typeof(Poverty)] = "poverty",
        [typeof(Enrolment)] = "enrolment",
        [typeof(Sex)] = "sex",
        [typeof(HospitalLevel)] = "hospital.level",
        [typeof(HospitalTier)] = "hospital.tier",
        [typeof(Ownership)] = "hospital.ownership",
        [typeof(Agreement)] = "provider.agreement",
        [typeof(CatalogueClass)] = "item.class",
        [typeof(ItemKind)] = "item.kind",
    }.ToFrozenDictionary();

    /// <summary>The name of a fact that any policy may ask, such as <c>hospital.level</c> (hospital level 医院级别), or of a key that
    /// a claim may state, such as <c>discharged</c> or <c>item.quantity</c>. One that the library does not know, such as a
    /// rulebook's own, is its own name in both languages.</summary>
    /// <param name="fact">The fact or key; what belongs to an item begins with <c>item.</c>.</param>
    public static BilingualText OfFact(string fact) => Named(Facts.Of(Given.Value(fact)) ?? Fields.Of(fact), fact);

    /// <summary>The name of a word of a fact: <c>three</c> of <c>hospital.level</c> is three 三级. One that the library does not know,
    /// such as one that a policy chose, is its own name in both languages.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="word">The word, as files write it.</param>
    public static BilingualText OfWord(string fact, string word) => Named(WordsOf(Given.Value(fact))?.Of(Given.Value(word)), word);

    /// <summary>The name of a word of this library's enums: <c>StepKind.Deductible</c> is deductible 起付线.</summary>
    /// <typeparam name="T">An enum of this library.</typeparam>
    /// <param name="word">The word.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the enum's words.</exception>
    /// <exception cref="ArgumentException">The enum is not one of this library's.</exception>
    public static BilingualText Of<T>(T word)
        where T : struct, Enum
    {
        var known = Given.Word(word);
        var words =
            FactOfEnum.TryGetValue(typeof(T), out var fact) ? Words[fact]
            : typeof(T).Assembly == typeof(Terms).Assembly ? Kinds.GetValueOrDefault(typeof(T).Name)
            : null;
        return words?.Of(EnumWords.Of(known))?.Text
            ?? throw new ArgumentException($"{typeof(T)} is no public enum of this library, such as {typeof(Setting)}.", nameof(word));
    }

    /// <summary>The name of a key of settlements, histories and lines of batches in JSON: <c>in_scope</c> is in scope 政策范围内. Another key is
    /// its own name in both languages.</summary>
    /// <param name="key">The key.</param>
    public static BilingualText OfResult(string key) => Named(Results.Of(Given.Value(key)), key);

    /// <summary>The short name of a problem: <c>fact.missing</c> is missing fact 缺少事实. Another code is its own name in both
    /// languages.</summary>
    /// <param name="code">The code of the problem.</param>
    public static BilingualText OfProblem(string code) => Named(Problems.Of(Given.Value(code)), code);

    /// <summary>The short name of what the library itself finds of a claim or a contribution: <c>near_miss</c> is near
    /// miss of a word 近似的词. Another id, such as that of a gate, is its own name in both languages.</summary>
    /// <param name="id">The id of the finding.</param>
    public static BilingualText OfFinding(string id) => Named(Findings.Of(Given.Value(id)), id);

    /// <summary>The fact that any policy may ask of a name in either language, such as <c>hospital.level</c> for 医院级别; null where no fact
    /// has this name.</summary>
    /// <param name="name">The name, the fact itself, or what else it is called, such as 医院等级. Blanks around it, capitals and full-width
    /// letters make no difference.</param>
    public static string? FactCalled(string name) => Facts.Called(Given.Value(name))?.Id;

    /// <summary>The key that a claim may state of a name in either language, such as <c>discharged</c> for 出院日期, or <c>item.class</c>
    /// for 目录类别; null where no key has this name.</summary>
    /// <param name="name">As of <see cref="FactCalled"/>.</param>
    public static string? FieldCalled(string name) => Fields.Called(Given.Value(name))?.Id;

    /// <summary>The keys that a name may mean of a claim and its items, as <see cref="FieldCalled"/>: none, one, or several where the name
    /// alone does not say which, such as <c>item.class</c>, <c>item.kind</c> and <c>scheme</c> for 类别.</summary>
    /// <param name="name">As of <see cref="FactCalled"/>.</param>
    public static ImmutableArray<string> FieldsCalled(string name) =>
        FieldTerms.Ambiguous.TryGetValue(PlainWord.Of(Given.Value(name)), out var several) ? [.. several]
        : FieldCalled(name) is { } only ? [only]
        : [];

    /// <summary>The word of a fact of a name in either language, such as <c>three</c> for 三级 of <c>hospital.level</c>; null where the fact
    /// has no such word.</summary>
    /// <param name="fact">The fact, as files write it.</param>
    /// <param name="name">As of <see cref="FactCalled"/>.</param>
    public static string? WordCalled(string fact, string name) => WordsOf(Given.Value(fact))?.Called(Given.Value(name))?.Id;

    /// <summary>The words of a fact; null where it takes none that the library names.</summary>
    internal static TermTable? WordsOf(string fact) =>
        Words.TryGetValue(fact, out var words) ? words
        : YesNoFacts.Contains(fact) ? YesNo
        : null;

    /// <summary>The words of an enum that no fact has.</summary>
    internal static TermTable WordsOf<T>()
        where T : struct, Enum => Kinds[typeof(T).Name];

    /// <summary>Whether a claim or an item may state a key; one of an item begins with <c>item.</c>.</summary>
    internal static bool IsField(string key) => FieldKeys.Contains(key);

    /// <summary>The term of a key that a claim may state.</summary>
    internal static Term FieldOf(string key) => Fields.Of(key)!;

    /// <summary>Which of some ids a name means, as that of a fact, a key or a word; null where none of them.</summary>
    internal static string? Among(string name, IReadOnlyCollection<string> ids) =>
        new[] { FactCalled(name), FieldCalled(name) }
            .Concat(Words.Values.Append(YesNo).Select(words => words.Called(name)?.Id))
            .FirstOrDefault(id => id is not null && ids.Contains(id));

    /// <summary>What yes and no are called in Chinese, as words of a claim.</summary>
    internal static string YesNoName(string word) => Named(YesNo.Of(word), word).Zh;

    private static BilingualText Named(Term? term, string id) => term?.Text ?? new(id, id);
}
