namespace ReimbursementRules.Values;

/// <summary>A value, the first day on which it is in force, and the text that says so. It holds until the day before the next
/// one.</summary>
internal sealed record Dated<T>(DateOnly From, T Value, PolicySource Source);
