using System.Collections.Immutable;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>Everything that an item of a bill states beside its region's own facts: one line a field, in the order in which they decide
/// which of two items
/// comes first where both hold the same.</summary>
internal static class ItemFields
{
    /// <summary>What follows from the claims before, where an item does not state it.</summary>
    public static Field<FeeItem> DaysSinceSame { get; } =
        Value("days_since_same", FieldForms.Whole(0, KnownFacts.Never), item => item.DaysSinceSame, Set.DaysSinceSame);

    public static ImmutableArray<Field<FeeItem>> All { get; } =
    [
        Text("code", item => item.Code, Set.Code),
        new TextField<FeeItem>("name", Copy, item => item.Name, Set.Name) { Reads = node => node.Visible() },
        Value("class", FieldForms.Word<CatalogueClass>(), item => item.Class, Set.Class),
        Value("kind", FieldForms.Word<ItemKind>(), item => item.Kind, Set.Kind),
        new DayField<FeeItem>("date", Copy, item => item.Date, Set.Date),
        Value("essential", FieldForms.YesNo, item => item.Essential, Set.Essential),
        Value("days_of_supply", FieldForms.Whole(0, FeeItem.MostDaysOfSupply), item => item.DaysOfSupply, Set.DaysOfSupply),
        Value("first_self_pay", FieldForms.Rate, item => item.FirstSelfPay, Set.FirstSelfPay),
        Value("quantity", FieldForms.Quantity, item => item.Quantity, Set.Quantity),
        Value("ceiling_price", FieldForms.Amount, item => item.CeilingPrice, Set.CeilingPrice),
        Value("purchase_price", FieldForms.Amount, item => item.PurchasePrice, Set.PurchasePrice),
        DaysSinceSame,
        Value("amount", FieldForms.Amount, item => item.Amount, (item, amount) => Set.Amount(item, amount.GetValueOrDefault())),
        new TextField<FeeItem>("settled", Copy, item => item.Settled, Set.Settled) { Reads = node => node.PlainId() },
        new TextField<FeeItem>("moved_from", Copy, item => item.MovedFrom, Set.MovedFrom)
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

    private static FeeItem Copy(FeeItem item) => item with { };

    private static TextField<FeeItem> Text(string key, Func<FeeItem, string> of, Action<FeeItem, string> set) => new(key, Copy, of, set);

    private static ValueField<FeeItem, T> Value<T>(string key, FieldForm<T> form, Func<FeeItem, T?> of, Action<FeeItem, T?> set)
        where T : struct => new(key, Copy, form, of, set);
}

/// <summary>Which of two items of a bill comes first where both hold the same.</summary>
internal readonly record struct ItemPrecedence(ImmutableArray<FeeItem> Items) : IPrecedence
{
    public int Of(int a, int b) => ItemFields.Precedence(Items[a], Items[b]);
}
