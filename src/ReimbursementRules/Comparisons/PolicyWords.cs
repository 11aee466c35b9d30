using ReimbursementRules.Facts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>What a rulebook says, as its files write it and as people read it. Two are equal where the files write the same: titles are
/// not compared.</summary>
/// <param name="Written">In the words of the policy files, such as <c>hospital.level: three</c>.</param>
/// <param name="Text">In both languages, with the titles of the rulebooks and of <see cref="Claims.Terms"/>, such as hospital level: three
/// 医院级别：三级.</param>
public sealed partial record PolicyWords(string Written, BilingualText Text)
{
    /// <inheritdoc cref="PolicyWords" path="/param[@name='Written']/node()"/>
    public string Written
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Written);

    /// <inheritdoc cref="PolicyWords" path="/param[@name='Text']/node()"/>
    public BilingualText Text
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Text);

    /// <summary>Words that are the same in files and in every language, such as an amount.</summary>
    internal static PolicyWords Same(string written) => new(written, new(written, written));

    /// <summary>Some of the allowed codes of a fact, with the fact.</summary>
    internal static PolicyWords Of(JointFact fact, IReadOnlySet<int> codes, IReadOnlyList<int> allowed) =>
        new($"{fact.Name}: {fact.Words(codes, allowed)}", fact.Text(codes, allowed));

    /// <summary>Words that all hold.</summary>
    internal static PolicyWords Each(IReadOnlyList<PolicyWords> all) => Joined(all, "; ", "；");

    /// <summary>Words of which some hold.</summary>
    internal static PolicyWords Either(IReadOnlyList<PolicyWords> all) => Joined(all, " or ", "；或");

    private static PolicyWords Joined(IReadOnlyList<PolicyWords> all, string between, string betweenZh) =>
        new(
            string.Join(between, all.Select(one => one.Written)),
            new(string.Join(between, all.Select(one => one.Text.En)), string.Join(betweenZh, all.Select(one => one.Text.Zh)))
        );

    /// <summary>Both, one after the other.</summary>
    internal PolicyWords Then(PolicyWords more) => new(Written + more.Written, new(Text.En + more.Text.En, Text.Zh + more.Text.Zh));

    /// <summary>Whether the policy files write the same.</summary>
    /// <param name="other">Other words.</param>
    public bool Equals(PolicyWords? other) => other is not null && Written == other.Written;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Written);

    /// <summary>The words of the policy files.</summary>
    public override string ToString() => Written;
}
