using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The facts that a claim states, as they are called.</summary>
internal static class StatedFacts
{
    /// <summary>What a sheet shows on lines of its own.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["id", "member.id", "provider.id", "admitted", "discharged"];

    /// <summary>Every other field that is stated, then the region's own facts.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="titles">What the rulebook calls its own facts and their words.</param>
    public static IEnumerable<BilingualText> Of(Claim claim, FactTitles titles) =>
        ClaimFields
            .All.Where(field => !Elsewhere.Contains(field.Key))
            .Select(field => (field.Key, Text: field is BalanceField ? BalanceField.Said(claim) : field.Stated(claim)))
            .Where(stated => stated.Text is not null)
            .Select(stated => Said(titles.Fact(stated.Key), Terms.OfWord(stated.Key, stated.Text!)))
            .Concat(
                claim
                    .Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => Said(titles.Fact(pair.Key), titles.Word(pair.Key, pair.Value)))
            );

    /// <summary>A name and what is stated under it.</summary>
    public static BilingualText Said(BilingualText name, BilingualText says) => new($"{name.En}: {says.En}", $"{name.Zh}：{says.Zh}");

    /// <summary>Several of them on one line.</summary>
    public static string Line(IEnumerable<BilingualText> stated, Language language) =>
        string.Join(new BilingualText(", ", "，").In(language), stated.Select(one => one.In(language)));
}
