using System.Collections.Immutable;
using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>A curve with a name, among others.</summary>
/// <param name="Name">What tells it from the others, such as <c>hospital.level: two</c>; empty where there is only one.</param>
/// <param name="Curve">The curve.</param>
public sealed partial record NamedCurve(BilingualText Name, Curve Curve)
{
    /// <inheritdoc cref="NamedCurve" path="/param[@name='Name']/node()"/>
    public BilingualText Name
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Name);

    /// <inheritdoc cref="NamedCurve" path="/param[@name='Curve']/node()"/>
    public Curve Curve
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Curve);

    /// <summary>A curve of the claim for each word of a fact, or for the least number of each interval that the rulebook tells
    /// apart.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="claim">The claim; what it says of the fact does not matter.</param>
    /// <param name="history">What the member has used before.</param>
    /// <param name="what">Which amount varies; of a fact of items, the words are those of this item.</param>
    /// <param name="fact">The name of a fact that the rulebook asks, such as <c>hospital.level</c>, <c>poverty</c> or <c>age</c>, or
    /// its title in either language.</param>
    /// <exception cref="ArgumentException">As <see cref="Curves.Curve.Of"/> has it.</exception>
    /// <exception cref="InputException">The rulebook does not ask the fact, or claims do not state it as such; the claim is not valid with
    /// one of the words; or the history is not valid.</exception>
    public static ImmutableArray<NamedCurve> By(Rulebook rulebook, Claim claim, History history, VariedAmount what, string fact)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(fact);
        Curve.Check(rulebook, claim, what);
        var by = Asked(rulebook, claim, what, fact);
        return
        [
            .. Enumerable
                .Range(0, by.Labels().Length)
                .Select(code => new NamedCurve(
                    Named(by, code),
                    Curve.Of(rulebook, FactStating.With(claim, what.Item ?? 0, by.Fact, Word(by, code))!, history, what)
                )),
        ];
    }

    private static AskedFact Asked(Rulebook rulebook, Claim claim, VariedAmount what, string fact)
    {
        AskedFact[] all =
        [
            .. rulebook.Compiled.Asked.Where(asked => FactStating.With(claim, what.Item ?? 0, asked.Fact, Word(asked, 0)) is not null),
        ];
        if (Array.Find(all, asked => asked.Fact.Name == fact) is { } known)
            return known;
        var called = Terms.FactCalled(fact);
        AskedFact[] meant = [.. all.Where(asked => asked.Fact.Name == called || asked.Fact.Title.IsWritten(PlainWord.Of(fact)))];
        if (meant is [var only])
            return only;
        var problems = new ProblemLog();
        if (meant.Length > 1)
            throw Ambiguous(fact, [.. meant.Select(asked => asked.Fact.Name)], problems);
        var hint = Ascii.IsValid(fact)
            ? Spelling.Hint(
                fact,
                [.. all.Select(asked => asked.Fact.Name)],
                name => Array.Find(all, asked => asked.Fact.Name == name)!.Fact.Title.Zh
            )
            : OwnTitles.Hint(fact, all.Select(asked => KeyValuePair.Create(asked.Fact.Name, asked.Fact.Title)));
        problems.Add(
            new("curve", 0, 0),
            "curve.fact",
            $"{rulebook.Id} asks no fact '{fact}' that a claim states by a word or a number.{hint.En}",
            $"{rulebook.Id} 不使用可由单据以取值或数值填写的事实“{fact}”。{hint.Zh}"
        );
        throw new InputException([.. problems.Told()]);
    }

    private static InputException Ambiguous(string fact, string[] meant, ProblemLog problems)
    {
        problems.Add(
            new("curve", 0, 0),
            "curve.fact",
            $"'{fact}' may be {string.Join(" or ", meant)}. Write one of these.",
            $"“{fact}”可能是{string.Join("或", meant)}。请写其中之一。"
        );
        return new([.. problems.Told()]);
    }

    /// <summary>The answer that a code stands for; null for any other word.</summary>
    internal static string? Word(AskedFact asked, int code) =>
        asked.Fact.Kind switch
        {
            FactKind.Words => asked.Fact.Words[code],
            FactKind.Open => code == 0 ? null : asked.Labels()[code],
            _ => asked.Example(code == 0 ? 0 : asked.CutAt[code - 1], asked.CutAt.Count > 0 ? asked.CutAt[0] : null),
        };

    private static BilingualText Named(AskedFact asked, int code)
    {
        var (name, word) = (asked.Fact.Title, asked.Fact.WordTitle(asked.Labels()[code]));
        return new($"{name.En}: {word.En}", $"{name.Zh}：{word.Zh}");
    }
}
