using System.Collections.Frozen;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>Makes a claim answer a fact as one asks for, in the way in which claims state it.</summary>
internal static class FactStating
{
    private const string OfItem = "item.";

    private static readonly FrozenSet<string> Known = KnownFacts.All.Select(fact => fact.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A text that no policy is likely to name.</summary>
    private const string Unlisted = "unlisted";

    /// <summary>The claim with an answer; null where claims do not state it as such: the bill, an amount, a day.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="item">The item, where the fact is asked of items.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="word">The answer: a word, or a whole number in digits; null for any word that a policy does not name.</param>
    public static Claim? With(Claim claim, int item, Fact fact, string? word)
    {
        if (fact.Name.Contains("day of ", StringComparison.Ordinal))
            return null;
        if (!fact.IsOfItem)
            return OfClaim(claim, fact, word ?? Unlisted);
        return With(claim, claim.Items[item], fact, word ?? Unlisted) is { } stated
            ? claim with
            {
                Items = claim.Items.SetItem(item, stated),
            }
            : null;
    }

    private static Claim? OfClaim(Claim claim, Fact fact, string word)
    {
        var admitted = claim.Admitted ?? claim.Discharged;
        return fact.Name switch
        {
            "bill" => null,
            "month" => claim.Discharged.Month == Whole(word) ? claim : null,
            "age" => claim with { Member = claim.Member with { Age = Whole(word), Born = null } },
            "born" => claim with { Member = claim.Member with { Age = null, Born = IsoDay.TryParse(word) } },
            "admission" => fact.WordOf!(new(claim, -1, 0, claim.Discharged)) is { } now && fact.Words[now] == word
                ? claim
                : claim with
                {
                    Admission = fact.Words.ToList().IndexOf(word) + 1,
                },
            "admission_number" => claim with { Admission = Whole(word) },
            "days" => claim with { Admitted = claim.Discharged.AddDays(-Whole(word)) },
            "approval" => claim with
            {
                Approved =
                    word == "none" ? null
                    : word == "prior" ? admitted
                    : admitted.AddDays(1),
            },
            var name when ClaimFields.All.FirstOrDefault(field => field.Key == name) is { } field => field.With(claim, word),
            var name => Known.Contains(name) ? null : claim with { Attributes = claim.Attributes.SetItem(name, word) },
        };
    }

    private static FeeItem? With(Claim claim, FeeItem item, Fact fact, string word)
    {
        var key = fact.Name[OfItem.Length..];
        return key switch
        {
            "amount" => null,
            "marked_up" => item with { PurchasePrice = word == "yes" ? Money.Zero : null },
            "moved" => item with { MovedFrom = word == "yes" ? "" : null },
            "days_before_admission" => item with { Date = (claim.Admitted ?? claim.Discharged).AddDays(-Whole(word)) },
            _ when ItemFields.All.FirstOrDefault(field => field.Key == key) is { } field => field.With(item, word),
            _ => Known.Contains(fact.Name) ? null : item with { Attributes = item.Attributes.SetItem(key, word) },
        };
    }

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
