namespace ReimbursementRules.Registers;

/// <summary>A fact of a register with its words, each from a day on, earliest first.</summary>
internal sealed record DatedFact(RegisteredFact Fact, IReadOnlyList<(DateOnly From, string Word)> Words)
{
    /// <summary>The word on a day; null before the first.</summary>
    public string? On(DateOnly day) => Words.LastOrDefault(word => word.From <= day).Word;
}
