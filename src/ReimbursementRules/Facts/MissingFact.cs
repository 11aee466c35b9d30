using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>The problem that a claim or an item does not state a fact that is asked.</summary>
internal static class MissingFact
{
    private static readonly FilePlace InCode = new("claim", 0, 0);

    /// <summary>A fact that a claim, or the item, does not state (-1) or states with no word of the policy language (-2).</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="item">The item; -1 for the claim.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="code">What was stated of it.</param>
    /// <param name="askedAt">The place that asks for it; the first of the rulebook where left out.</param>
    public static Problem Of(Claim claim, int item, AskedFact fact, int code, FilePlace? askedAt = null)
    {
        askedAt ??= fact.AskedAt;
        var at = item < 0 ? Of(claim) : Of(claim, item);
        var name = fact.Fact.IsOfItem && item >= 0 ? fact.Fact.Name["item.".Length..] : fact.Fact.Name;
        var (en, zh) = item < 0 ? ("", "") : ($"{Item(item).En}: ", $"{Item(item).Zh}：");
        var hint = Spelling.Known(fact.Fact.Words, ClaimNames.WordsOf(fact.Fact));
        var called = ChineseName.Quoted(name, name == fact.Fact.Name ? fact.Fact.Title.Zh : ClaimNames.OfAttribute(fact.Fact));
        if (code == -2)
            return new(
                at.Place,
                "fact.range",
                new($"{en}'{name}' has a value that is not one of its words.{hint.En}", $"{zh}{called}的值不在取值范围内。{hint.Zh}")
            )
            {
                Path = at.Of(name).Path,
            };
        var isOwn = !KnownFacts.IsKnown(fact.Fact.Name);
        var (under, under2) = isOwn ? (" under 'attributes'", $"{ClaimNames.Quoted("attributes")}下") : ("", "");
        return new(
            at.Place,
            "fact.missing",
            new(
                $"{en}'{name}' is missing{under}; {askedAt.File}:{askedAt.Line} asks for it.{hint.En}",
                $"{zh}{under2}缺少{called}；{askedAt.File}:{askedAt.Line} 需要它。{hint.Zh}"
            )
        )
        {
            Path = at.Of(isOwn ? $"attributes.{name}" : name).Path,
        };
    }

    /// <summary>Where a claim stands.</summary>
    public static Spot Of(Claim claim) => new(claim.Place ?? InCode);

    /// <summary>Where an item stands.</summary>
    public static Spot Of(Claim claim, int item) => new(claim.Items[item].Place ?? claim.Place ?? InCode, "items", item);

    /// <summary>An item by its number, from 1.</summary>
    public static BilingualText Item(int item) =>
        new($"item {(item + 1).ToString(CultureInfo.InvariantCulture)}", $"第 {(item + 1).ToString(CultureInfo.InvariantCulture)} 项");
}
