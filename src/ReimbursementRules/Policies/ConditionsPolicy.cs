using System.Collections;

namespace ReimbursementRules.Policies;

/// <summary>Conditions as they stand: they hold where every condition of one of their alternatives does. As a list they are the conditions
/// of all alternatives, for whoever asks what they name.</summary>
internal sealed class ConditionsPolicy : IReadOnlyList<ConditionPolicy>
{
    private readonly IReadOnlyList<ConditionPolicy> _all;

    private ConditionsPolicy(IReadOnlyList<IReadOnlyList<ConditionPolicy>> alternatives)
    {
        Alternatives = alternatives;
        _all = alternatives is [var only] ? only : [.. alternatives.SelectMany(one => one).Distinct()];
    }

    /// <summary>No condition: they always hold.</summary>
    public static ConditionsPolicy None { get; } =
        new([
            [],
        ]);

    /// <summary>The alternatives, at least one.</summary>
    public IReadOnlyList<IReadOnlyList<ConditionPolicy>> Alternatives { get; }

    /// <summary>Whether there is one alternative alone, so that every condition must hold.</summary>
    public bool IsPlain => Alternatives.Count == 1;

    /// <inheritdoc/>
    public int Count => _all.Count;

    /// <inheritdoc/>
    public ConditionPolicy this[int index] => _all[index];

    /// <summary>Conditions that must all hold.</summary>
    public static ConditionsPolicy Of(IReadOnlyList<ConditionPolicy> all) => all.Count == 0 ? None : new([all]);

    /// <summary>Conditions of which one must hold.</summary>
    public static ConditionsPolicy AnyOf(IEnumerable<ConditionsPolicy> any) => new([.. any.SelectMany(one => one.Alternatives)]);

    /// <summary>Both must hold.</summary>
    public ConditionsPolicy And(ConditionsPolicy other) =>
        Count == 0 ? other
        : other.Count == 0 ? this
        : new([.. from one in Alternatives from more in other.Alternatives select (IReadOnlyList<ConditionPolicy>)[.. one, .. more]]);

    /// <inheritdoc/>
    public IEnumerator<ConditionPolicy> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
