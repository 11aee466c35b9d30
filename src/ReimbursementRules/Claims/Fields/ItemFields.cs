using System.Collections.Immutable;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>Everything that an item of a bill states beside its region's own facts: one line a field, in the order in which they decide
/// which of two items
/// comes first where both hold the same.</summary>
internal static class ItemFields
{
    public static ImmutableArray<Field<FeeItem>> All { get; } =
    [
        Text("code", item => item.Code, (item, text) => item with { Code = text }),
        new TextField<FeeItem>("name", item => item.Name, (item, text) => item with { Name = text }) { Reads = node => node.Visible() },
        Value("class", FieldForms.Word<CatalogueClass>(), item => item.Class, (item, word) => item with { Class = word }),
        Value("kind", FieldForms.Word<ItemKind>(), item => item.Kind, (item, word) => item with { Kind = word }),
        new DayField<FeeItem>("date", item => item.Date, (item, day) => item with { Date = day }),
        Value("essential", FieldForms.YesNo, item => item.Essential, (item, yes) => item with { Essential = yes }),
        Value(
            "days_of_supply",
            FieldForms.Whole(0, FeeItem.MostDaysOfSupply),
            item => item.DaysOfSupply,
            (item, number) => item with { DaysOfSupply = number }
        ),
        Value("first_self_pay", FieldForms.Rate, item => item.FirstSelfPay, (item, rate) => item with { FirstSelfPay = rate }),
        Value("quantity", FieldForms.Quantity, item => item.Quantity, (item, number) => item with { Quantity = number }),
        Value("ceiling_price", FieldForms.Amount, item => item.CeilingPrice, (item, price) => item with { CeilingPrice = price }),
        Value("purchase_price", FieldForms.Amount, item => item.PurchasePrice, (item, price) => item with { PurchasePrice = price }),
        Value(
            "days_since_same",
            FieldForms.Whole(0, KnownFacts.Never),
            item => item.DaysSinceSame,
            (item, number) => item with { DaysSinceSame = number }
        ),
        Value("amount", FieldForms.Amount, item => item.Amount, (item, amount) => item with { Amount = amount }),
        new TextField<FeeItem>("moved_from", item => item.MovedFrom, (item, text) => item with { MovedFrom = text })
        {
            MayBeEmpty = true,
            Reads = node => node.PlainId(),
        },
    ];

    /// <summary>Which of two items comes first where both hold the same: what they state decides, and never their place in the
    /// bill.</summary>
    public static int Precedence(FeeItem a, FeeItem b)
    {
        foreach (var field in All)
            if (field.Compare(a, b) is not 0 and var order)
                return order;
        return string.CompareOrdinal(Words(a), Words(b));
    }

    private static string Words(FeeItem item) =>
        item.Attributes.IsEmpty
            ? ""
            : string.Join(
                ';',
                item.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")
            );

    private static TextField<FeeItem> Text(string key, Func<FeeItem, string> of, Func<FeeItem, string, FeeItem> with) => new(key, of, with);

    private static ValueField<FeeItem, T> Value<T>(string key, FieldForm<T> form, Func<FeeItem, T?> of, Func<FeeItem, T, FeeItem> with)
        where T : struct => new(key, form, of, with);
}
