using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>An amount that came back to the fund.</summary>
/// <param name="Day">The day.</param>
/// <param name="Type">Why, such as <c>fraud</c>.</param>
/// <param name="Amount">What came back.</param>
/// <param name="Fine">The fine beside it; it does not count as recovered.</param>
/// <param name="From">The number of the provider or person it came from; empty where not stated.</param>
public sealed partial record Recovery(DateOnly Day, string Type, Money Amount, Money Fine, string From)
{
    /// <inheritdoc cref="Recovery" path="/param[@name='Type']/node()"/>
    public string Type
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Type);

    /// <inheritdoc cref="Recovery" path="/param[@name='From']/node()"/>
    public string From
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(From);
}

/// <summary>What was recovered under one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Amount">What came back.</param>
/// <param name="Fine">The fines beside it.</param>
public sealed partial record RecoveredByType(string Type, Money Amount, Money Fine)
{
    /// <inheritdoc cref="RecoveredByType" path="/param[@name='Type']/node()"/>
    public string Type
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Type);
}

/// <summary>What was wrongly paid and came back, by type, with the fines that are multiples of it. Immutable: every operation returns new
/// recoveries.</summary>
public sealed partial class Recoveries
{
    private Recoveries(ImmutableArray<Recovery> entries) => Entries = entries;

    /// <summary>Nothing recovered yet.</summary>
    public static Recoveries Empty { get; } = new([]);

    /// <summary>Every recovery, in the order of the operations.</summary>
    public ImmutableArray<Recovery> Entries { get; }

    /// <summary>What came back in all, without fines.</summary>
    public Money Total => Entries.Sum(one => one.Amount);

    /// <summary>The fines in all.</summary>
    public Money Fines => Entries.Sum(one => one.Fine);

    /// <summary>The sums of each type, in the order in which the types came up. They add up to the total.</summary>
    public ImmutableArray<RecoveredByType> ByType =>
        [
            .. Entries
                .GroupBy(one => one.Type, StringComparer.Ordinal)
                .Select(same => new RecoveredByType(same.Key, same.Sum(one => one.Amount), same.Sum(one => one.Fine))),
        ];

    /// <summary>Notes a recovery without a fine.</summary>
    /// <param name="type">Why.</param>
    /// <param name="amount">Above zero.</param>
    /// <param name="on">The day.</param>
    /// <param name="from">The number of the provider or person it comes from.</param>
    /// <exception cref="LedgerException">The amount is not above zero.</exception>
    public Recoveries Recover(string type, Money amount, DateOnly on, string from = "") => Add(type, amount, Money.Zero, on, from);

    /// <summary>Notes a recovery with a fine, a multiple of it that the rulebook states.</summary>
    /// <param name="type">Why.</param>
    /// <param name="amount">Above zero.</param>
    /// <param name="on">The day, which chooses the parameter's value.</param>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="penalty">The parameter of its index that is the multiple, such as 2; the fine is rounded half up to the cent.</param>
    /// <param name="from">The number of the provider or person it comes from.</param>
    /// <exception cref="LedgerException">The amount is not above zero or its fine above <see cref="Money.Largest"/>, the rulebook has no
    /// such parameter, or it has no value on that day.</exception>
    public Recoveries Recover(string type, Money amount, DateOnly on, Rulebook rulebook, string penalty, string from = "")
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        var multiple = Multiple(rulebook, penalty, on);
        CheckAmount(amount);
        return amount <= Money.Largest && amount.InYuan * multiple <= Money.Largest.InYuan
            ? Add(type, amount, amount.Times(multiple), on, from)
            : throw Refusals.Refused(
                "recovery.amount",
                new(
                    $"a recovery of {amount.ToReadable()} cannot be noted: its fine would be above "
                        + $"{Money.Largest.ToReadable()}. Write a smaller amount.",
                    $"不能登记追回 {amount.ToReadable()}：其罚款将超过 {Money.Largest.ToReadable()}。请填写较小的金额。"
                )
            );
    }

    /// <summary>Compares a stated total with the sum of the recoveries; null where they agree.</summary>
    public Mismatch? Compare(Money stated) => stated == Total ? null : new(MismatchKind.Amount, null, "", "", Total, stated);

    private Recoveries Add(string type, Money amount, Money fine, DateOnly on, string from)
    {
        CheckAmount(amount);
        return new(Entries.Add(new(on, type, amount, fine, from)));
    }

    private static void CheckAmount(Money amount)
    {
        if (amount <= Money.Zero)
            throw Refusals.Refused(
                "recovery.amount",
                new(
                    $"a recovery of {amount.ToReadable()} cannot be noted. Write an amount above zero.",
                    $"不能登记追回 {amount.ToReadable()}。金额应大于零。"
                )
            );
    }

    private static decimal Multiple(Rulebook rulebook, string penalty, DateOnly on)
    {
        var parameters = rulebook.Compiled.Index.Parameters;
        if (!parameters.TryGetValue(penalty, out var values))
        {
            var hint = Spelling.Hint(penalty, parameters.Keys);
            throw Refusals.Refused(
                "recovery.parameter",
                new($"'{penalty}' is not a parameter of {rulebook.Id}.{hint.En}", $"{rulebook.Id} 没有参数“{penalty}”。{hint.Zh}")
            );
        }

        return values.LastOrDefault(value => value.From <= on)?.Value
            ?? throw Refusals.Refused(
                "recovery.early",
                new(
                    $"'{penalty}' of {rulebook.Id} has no value on {IsoDay.Show(on)}; the first is from {IsoDay.Show(values[0].From)}.",
                    $"{rulebook.Id} 的“{penalty}”在 {IsoDay.Show(on)} 尚无取值；最早自 {IsoDay.Show(values[0].From)} 起。"
                )
            );
    }
}
