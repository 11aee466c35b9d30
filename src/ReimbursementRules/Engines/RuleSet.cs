using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Engines;

/// <summary>Chooses the rows of policy tables: <i>when these facts hold, this row applies</i>. Choosing is all that an engine does; the
/// money is moved elsewhere.</summary>
public interface IRuleEngine
{
    /// <summary>Compiles the tables of a rulebook, once. Every table is checked before: exactly one row applies to whatever can be
    /// asked.</summary>
    IRuleMatcher Compile(RuleSet rules);
}

/// <summary>Compiled tables. Safe to share between threads.</summary>
public interface IRuleMatcher
{
    /// <summary>Writes, for each table, the index of the row that applies, or -1 where the table is not asked for these facts.</summary>
    /// <param name="facts">The code of every fact of the rule set.</param>
    /// <param name="rows">One place for each table, in the order of the tables.</param>
    void Match(FactCodes facts, Span<int> rows);
}

/// <summary>The answers of a claim, or of one of its items, to the facts of a rule set: for each fact the index of its word.</summary>
public readonly ref struct FactCodes(ReadOnlySpan<int> codes)
{
    private readonly ReadOnlySpan<int> _codes = codes;

    /// <summary>How many facts there are.</summary>
    public int Count => _codes.Length;

    /// <summary>The code of a fact: an index into the words of <see cref="RuleFact"/>.</summary>
    public int this[int fact] =>
        (uint)fact < (uint)_codes.Length
            ? _codes[fact]
            : throw new ArgumentOutOfRangeException(nameof(fact), fact, $"There are {Digits.Show(_codes.Length)} facts, from 0.");
}

/// <summary>Tables that are decided by the same facts.</summary>
/// <param name="Facts">Everything that the tables ask.</param>
/// <param name="Tables">The tables.</param>
public sealed record RuleSet(ImmutableArray<RuleFact> Facts, ImmutableArray<RuleTable> Tables)
{
    /// <inheritdoc cref="RuleSet" path="/param[@name='Facts']/node()"/>
    public ImmutableArray<RuleFact> Facts
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Facts);

    /// <inheritdoc cref="RuleSet" path="/param[@name='Tables']/node()"/>
    public ImmutableArray<RuleTable> Tables
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Tables);

    /// <summary>The set itself, whose conditions name facts and words that it has.</summary>
    /// <exception cref="ArgumentException">One does not.</exception>
    internal static RuleSet Checked(RuleSet rules)
    {
        foreach (var table in rules.Tables)
        foreach (var row in table.Rows)
        foreach (var condition in row.Conditions)
            if (condition.Fact < 0 || condition.Fact >= rules.Facts.Length)
                throw new ArgumentException(
                    $"'{table.NameOf(row)}' asks fact {Digits.Show(condition.Fact)}, and there are "
                        + $"{Digits.Show(rules.Facts.Length)}, from 0.",
                    nameof(rules)
                );
            else
                foreach (var code in condition.Codes)
                    if (code < 0 || code >= rules.Facts[condition.Fact].Words.Length)
                        throw new ArgumentException(
                            $"'{table.NameOf(row)}' asks word {Digits.Show(code)} of '{rules.Facts[condition.Fact].Name}', which has "
                                + $"{Digits.Show(rules.Facts[condition.Fact].Words.Length)}, from 0.",
                            nameof(rules)
                        );
        return rules;
    }
}

/// <summary>A fact with its finite words; for a number or a day, the ranges into which the tables cut it.</summary>
/// <param name="Name">The name in policy files.</param>
/// <param name="Words">The words, by code.</param>
public sealed record RuleFact(string Name, ImmutableArray<string> Words)
{
    /// <inheritdoc cref="RuleFact" path="/param[@name='Name']/node()"/>
    public string Name
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Name);

    /// <inheritdoc cref="RuleFact" path="/param[@name='Words']/node()"/>
    public ImmutableArray<string> Words
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Words);
}

/// <summary>A table: its rows exclude one another.</summary>
/// <param name="Name">The name, such as <c>basic.deductible.amount</c>.</param>
/// <param name="Rows">The rows, by index.</param>
public sealed record RuleTable(string Name, ImmutableArray<RuleRow> Rows)
{
    /// <inheritdoc cref="RuleTable" path="/param[@name='Name']/node()"/>
    public string Name
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Name);

    /// <inheritdoc cref="RuleTable" path="/param[@name='Rows']/node()"/>
    public ImmutableArray<RuleRow> Rows
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Rows);

    /// <summary>For each row, which row of the policy file it stands for; a row that names a list stands once for each period of the list.
    /// Empty where each stands for itself.</summary>
    internal ImmutableArray<int> Written { get; init; } = [];

    /// <summary>Conditions that hold everywhere: there are none.</summary>
    internal static ImmutableArray<ImmutableArray<RuleCondition>> Everywhere { get; } =
    [
        [],
    ];

    /// <summary>Where the table is asked at all: where all conditions of one of these hold, of which no two do at once.
    /// Of a list that changes, as on the first day.</summary>
    internal ImmutableArray<ImmutableArray<RuleCondition>> Within { get; init; } = Everywhere;

    /// <summary>Whether the table is made of conditions: its rows say that they hold, but for the last, which says that they do not and
    /// stands for no row of the files.</summary>
    internal bool IsOfConditions { get; init; }

    /// <summary>The name of a row's rule: its table and its place.</summary>
    internal string NameOf(RuleRow row) => $"{Name} {row.Name}{(row.IsOtherwise ? " otherwise" : "")}";
}

/// <summary>A row of a table.</summary>
/// <param name="Name">Where the row stands, such as <c>2-basic.yaml:23</c>.</param>
/// <param name="Reference">The legal reference; empty for conditions that have none.</param>
/// <param name="Conditions">All of them must hold.</param>
/// <param name="IsOtherwise">True for the row that applies where its conditions hold and no other row of the table applies.</param>
public sealed record RuleRow(string Name, BilingualText Reference, ImmutableArray<RuleCondition> Conditions, bool IsOtherwise)
{
    /// <inheritdoc cref="RuleRow" path="/param[@name='Name']/node()"/>
    public string Name
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Name);

    /// <inheritdoc cref="RuleRow" path="/param[@name='Reference']/node()"/>
    public BilingualText Reference
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Reference);

    /// <inheritdoc cref="RuleRow" path="/param[@name='Conditions']/node()"/>
    public ImmutableArray<RuleCondition> Conditions
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Conditions);
}

/// <summary>A condition: the fact's code is one of these.</summary>
/// <param name="Fact">The index of the fact in the rule set.</param>
/// <param name="Codes">The codes that meet the condition, ascending.</param>
public sealed record RuleCondition(int Fact, ImmutableArray<int> Codes)
{
    /// <inheritdoc cref="RuleCondition" path="/param[@name='Codes']/node()"/>
    public ImmutableArray<int> Codes
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Codes);
}
