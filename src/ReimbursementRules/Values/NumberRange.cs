namespace ReimbursementRules.Values;

/// <summary>A half-open range of numbers: <paramref name="From"/> is inside, <paramref name="Below"/> is not. Null means without
/// end.</summary>
internal sealed record NumberRange(long? From, long? Below)
{
    public static NumberRange Only(long number) => new(number, number + 1);

    public bool IsEmpty => From is { } from && Below is { } below && below <= from;

    public bool Contains(long number) => (From is not { } from || number >= from) && (Below is not { } below || number < below);
}
