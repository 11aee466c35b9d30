using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>A member, an employer or a group of members alike, for whom something is paid in, as far as a plan asks.</summary>
public sealed partial record Contributor
{
    /// <summary>A day of the month or year for which is paid. The first day of that period chooses the values in force and the
    /// age.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day of the payment, before or after <see cref="On"/>; that day where not stated, but nothing is then late.</summary>
    public DateOnly? Paid { get; init; }

    /// <summary>The member: scheme, age or birth, sex, retirement, poverty, and whether enrolled twice, may be asked.</summary>
    public Member Member
    {
        get;
        init => field = Given.Value(value);
    } = new();

    /// <summary>The amounts that the plan computes from, by the names that it gives them, such as the wage; for each head.</summary>
    public ImmutableDictionary<string, Money> Amounts
    {
        get;
        init => field = Given.Named(value);
    } = ImmutableDictionary<string, Money>.Empty;

    /// <summary>The days from which a payment may wait, by the names that the plan gives them; one that has not come yet is left
    /// out.</summary>
    public ImmutableDictionary<string, DateOnly> Days
    {
        get;
        init => field = Given.Named(value);
    } = ImmutableDictionary<string, DateOnly>.Empty;

    /// <summary>For how many members alike, 1 to 10,000,000,000. Each of them pays whole cents.</summary>
    public long Heads { get; init; } = 1;

    /// <summary>The personal account of a family member that is to pay; none where not stated, and none for several heads.</summary>
    public FamilyAccount? Account { get; init; }

    /// <summary>The facts that the rulebook itself declares, by name.</summary>
    public ImmutableDictionary<string, string> Attributes
    {
        get;
        init => field = Given.Named(value);
    } = ImmutableDictionary<string, string>.Empty;

    internal FilePlace? Place { get; init; }

    /// <summary>Reads a contributor from a YAML file, or a JSON file where the name ends in <c>.json</c>.</summary>
    /// <exception cref="InputException">The file is not a contributor; every problem is listed.</exception>
    public static Contributor Load(string path) => ContributorReader.ReadFile(path);

    /// <summary>Reads a contributor from a YAML or JSON text, which begins with <c>{</c>.</summary>
    /// <exception cref="InputException">The text is not a contributor; every problem is listed.</exception>
    public static Contributor Parse(string text) => ContributorReader.ReadText(text);
}

/// <summary>The personal account 个人账户 of a family member, which may pay a premium.</summary>
/// <param name="Balance">What it holds before this payment, zero or more. It never goes below zero.</param>
/// <param name="PersonsPaid">For how many persons it has paid in the same year before, 0 to 1,000.</param>
public sealed partial record FamilyAccount(Money Balance, int PersonsPaid = 0);
