using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Spaces;

/// <summary>What is chosen of each item of a claim.</summary>
internal sealed class ChoicesOfItem
{
    private static readonly decimal?[] Quantities = [null, 2, 0.5m, 3, 0];
    private static readonly string[] Ceilings = ["", "the fee of a unit", "a cent below it", "half of it", "0"];
    private static readonly string[] Purchases = ["", "the fee of a unit", "a cent below it"];
    private static readonly Rate[] FirstShares = [Rate.Percent(10), Rate.None, Rate.Percent(33.33m), Rate.Whole];

    private readonly CompiledRulebook _book;

    public ChoicesOfItem(CompiledRulebook book, DayValues days, AmountValues amounts)
    {
        _book = book;
        All =
        [
            .. book.Asked.Where(asked => asked.Fact.IsOfItem && !asked.IsDay).Select(Of).OfType<ClaimChoice>(),
            Date(days),
            .. OfMoney(amounts),
        ];
    }

    public IReadOnlyList<ClaimChoice> All { get; }

    private ClaimChoice? Of(AskedFact asked) =>
        asked.Fact.Name switch
        {
            "item.amount" or "item.marked_up" or "item.days_before_admission" => null,
            "item.class" => Words<CatalogueClass>(asked, (item, word) => item with { Class = word }),
            "item.kind" => Words<ItemKind>(asked, (item, word) => item with { Kind = word }),
            "item.code" => Code(asked),
            "item.essential" => YesNo(asked, (item, yes) => item with { Essential = yes }),
            "item.moved" => YesNo(asked, (item, yes) => item with { MovedFrom = yes == true ? "another-claim" : null }),
            "item.days_since_same" => Whole(asked, [KnownFacts.Never, 0, 1], (item, days) => item with { DaysSinceSame = days }),
            "item.days_of_supply" => Whole(asked, [0, 7, 30], (item, days) => item with { DaysOfSupply = days }),
            var name when _book.Index.IsOfRegion(name) => OfRegion(asked),
            var name => throw new InvalidOperationException($"No item can be made that states '{name}'."),
        };

    private static ClaimChoice Words<T>(AskedFact asked, Func<FeeItem, T?, FeeItem> with)
        where T : struct, Enum
    {
        T?[] words = [.. asked.Fact.Default is null ? (T?[])[] : [null], .. Enum.GetValues<T>().Cast<T?>()];
        return new(
            asked.Fact.Name,
            true,
            words.Select(word => word is { } value ? EnumWords.Of(value) : ""),
            (draft, at) => draft.Item = with(draft.Item, words[at])
        );
    }

    private static ClaimChoice YesNo(AskedFact asked, Func<FeeItem, bool?, FeeItem> with) =>
        new(asked.Fact.Name, true, ["", "yes", "no"], (draft, at) => draft.Item = with(draft.Item, at == 0 ? null : at == 1));

    private static ClaimChoice Code(AskedFact asked)
    {
        string[] codes = ["", .. asked.Labels().Skip(1), ChoicesOfClaim.AnyOther];
        return new("item.code", true, codes, (draft, at) => draft.Item = draft.Item with { Code = codes[at] });
    }

    private static ClaimChoice Whole(AskedFact asked, int[] plain, Func<FeeItem, int?, FeeItem> with)
    {
        var numbers = NumberValues.Of(asked, plain);
        return new(
            asked.Fact.Name,
            true,
            ["", .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))],
            (draft, at) => draft.Item = with(draft.Item, at == 0 ? null : numbers[at - 1])
        );
    }

    private static ClaimChoice OfRegion(AskedFact asked)
    {
        var all = ChoicesOfClaim.RegionWords(asked);
        var key = asked.Fact.Name["item.".Length..];
        return new(
            asked.Fact.Name,
            true,
            all,
            (draft, at) =>
            {
                if (all[at].Length > 0)
                    draft.StateOfItem(key, all[at]);
            }
        );
    }

    /// <summary>The day of service: that of discharge, days before the admission at which something is decided otherwise, and, where such a
    /// day decides, every day of the rulebook that lies in reach of the claim.</summary>
    private ClaimChoice Date(DayValues days)
    {
        var before = Array.Find(_book.Asked, asked => asked.Fact.Name == "item.days_before_admission");
        IReadOnlyList<int> offsets = before is null ? [0] : NumberValues.Of(before, 0, 1);
        var service = AskedFacts.DayFact(DecidingDay.Service).Name;
        IReadOnlyList<DateOnly> own = Array.Exists(_book.Asked, asked => asked.Fact.Name == service) ? days.All : [];
        string[] values = ["", .. offsets.Select(offset => $"{Counted.Of(offset, "day")} before admission"), .. own.Select(IsoDay.Show)];
        return new("item.date", true, values, Take) { DependsOn = ["day", "day_is", "stay"] };

        void Take(ClaimDraft draft, int at)
        {
            if (at > 0)
                draft.Item = draft.Item with
                {
                    Date = draft.Serviceable(at <= offsets.Count ? draft.Admitted.AddDays(-offsets[at - 1]) : own[at - 1 - offsets.Count]),
                };
        }
    }

    private IEnumerable<ClaimChoice> OfMoney(AmountValues amounts)
    {
        var all = amounts.All;
        yield return new(
            "item.amount",
            true,
            all.Select(amount => amount.ToString()),
            (draft, at) => draft.Item = draft.Item with { Amount = all[at] }
        );
        yield return new(
            "item.quantity",
            true,
            Quantities.Select(quantity => quantity?.ToString(CultureInfo.InvariantCulture) ?? ""),
            (draft, at) => draft.Item = draft.Item with { Quantity = Quantities[at] }
        );
        yield return new(
            "item.ceiling_price",
            true,
            Ceilings,
            (draft, at) => draft.Item = draft.Item with { CeilingPrice = Price(draft.Item, at) }
        )
        {
            DependsOn = ["item.amount", "item.quantity"],
        };
        if (Array.Exists(_book.Asked, asked => asked.Fact.Name == "item.marked_up"))
            yield return new(
                "item.purchase_price",
                true,
                Purchases,
                (draft, at) => draft.Item = draft.Item with { PurchasePrice = Price(draft.Item, at) }
            )
            {
                DependsOn = ["item.amount", "item.quantity"],
            };
        if (_book.Written.SelectMany(table => table.Rows).Any(row => row.Value is CatalogueRow { IsOwn: true }))
            yield return new(
                "item.first_self_pay",
                true,
                FirstShares.Select(share => share.ToString()),
                (draft, at) => draft.Item = draft.Item with { FirstSelfPay = FirstShares[at] }
            );
    }

    /// <summary>A price by the fee of a unit: none, that itself, a cent below, half of it, or nothing.</summary>
    private static Money? Price(FeeItem item, int way)
    {
        var quantity = item.Quantity is { } stated and > 0 ? stated : 1;
        var cents = (long)decimal.Floor(Math.Min(item.Amount.Cents / quantity, Money.Largest.Cents));
        return way switch
        {
            0 => null,
            1 => Money.FromCents(cents),
            2 => Money.FromCents(Math.Max(0, cents - 1)),
            3 => Money.FromCents(cents / 2),
            _ => Money.Zero,
        };
    }
}
