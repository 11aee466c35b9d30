using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>How the values of a field stand in files, and how they compare.</summary>
/// <param name="Read">Reads a value, and notes what is wrong with it.</param>
/// <param name="Show">The value as files write it.</param>
/// <param name="Compare">Which of two values comes first.</param>
internal sealed record FieldForm<T>(Func<Node, T> Read, Func<T, string> Show, Comparison<T> Compare)
{
    /// <summary>Reads a token of JSON that is written in the usual way, and is right.</summary>
    public required TokenReader<T> TryRead { get; init; }

    /// <summary>Whether JSON writes it as a number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The JSON Schema of the values, made anew.</summary>
    public required Func<JsonNode> Schema { get; init; }

    /// <summary>The value of a text that is right, as registers hold it; null for forms of which nothing is made so.</summary>
    public Func<string, T>? Parse { get; init; }
}

/// <summary>The forms of all fields.</summary>
internal static class FieldForms
{
    public static readonly FieldForm<DateOnly> Day = new(node => node.Date(), IsoDay.Show, (a, b) => a.CompareTo(b))
    {
        Schema = SchemaNodes.Day,
        TryRead = Tokens.TryDay,
        Parse = text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    public static readonly FieldForm<bool> YesNo = new(
        node => node.YesNo(Terms.YesNoName),
        yes => yes ? "yes" : "no",
        (a, b) => a.CompareTo(b)
    )
    {
        Schema = SchemaNodes.YesNo,
        TryRead = Tokens.TryYesNo,
        Parse = text => text is "yes",
    };

    public static readonly FieldForm<Money> Amount = new(node => node.Money(), amount => amount.ToString(), (a, b) => a.CompareTo(b))
    {
        Schema = () => SchemaNodes.Money(negative: false),
        TryRead = Tokens.TryMoney,
        IsNumber = true,
    };

    public static readonly FieldForm<Rate> Rate = new(node => node.Rate(), rate => rate.ToString(), (a, b) => a.Parts.CompareTo(b.Parts))
    {
        Schema = SchemaNodes.Rate,
        TryRead = Tokens.TryRate,
    };

    public static readonly FieldForm<decimal> Quantity = new(
        node => node.Number(),
        number => number.ToString(CultureInfo.InvariantCulture),
        (a, b) => a.CompareTo(b)
    )
    {
        Schema = SchemaNodes.Quantity,
        TryRead = Tokens.TryQuantity,
    };

    /// <summary>Whole numbers between two, both included.</summary>
    public static FieldForm<int> Whole(int least, int most) =>
        new(node => node.Whole(least, most), number => number.ToString(CultureInfo.InvariantCulture), (a, b) => a.CompareTo(b))
        {
            Schema = () => SchemaNodes.Whole(least, most),
            TryRead = (ref Utf8JsonReader token, out int number) =>
                Tokens.TryWhole(ref token, out number) && number >= least && number <= most,
            IsNumber = true,
            Parse = text => int.Parse(text, CultureInfo.InvariantCulture),
        };

    /// <summary>The words of an enum.</summary>
    public static FieldForm<T> Word<T>()
        where T : struct, Enum
    {
        var words = EnumWords.All<T>();
        var bytes = words.Select(Encoding.UTF8.GetBytes).ToArray();
        var values = Enum.GetValues<T>();
        Func<string, string> named = word => Terms.Of(values[Array.IndexOf(words, word)]).Zh;
        return new(
            node => values[Array.IndexOf(words, node.OneOf(named, words))],
            EnumWords.Of,
            (a, b) => Comparer<T>.Default.Compare(a, b)
        )
        {
            Schema = () => SchemaNodes.Words(words),
            TryRead = (ref Utf8JsonReader token, out T value) => Tokens.TryWord(ref token, bytes, values, out value),
            Parse = text => values[Array.IndexOf(words, text)],
        };
    }
}

/// <summary>Reads a token; false where it may be wrong, or is written in an unusual way.</summary>
internal delegate bool TokenReader<T>(ref Utf8JsonReader token, out T value);
