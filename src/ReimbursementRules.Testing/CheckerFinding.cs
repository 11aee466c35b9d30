namespace ReimbursementRules.Testing;

/// <summary>A number of a settlement that is not what the others say.</summary>
/// <param name="Path">Where it stands in the JSON, such as <c>items[0].fee</c>.</param>
/// <param name="En">What is said and what it comes to, in English.</param>
/// <param name="Zh">The same in Chinese.</param>
public sealed record CheckerFinding(string Path, string En, string Zh);
