using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Json;

/// <summary>The form of an amount: a number of yuan with two decimals, digit by digit and never by way of binary fractions. A text is read
/// too.</summary>
internal sealed class MoneyForm : JsonForm<Money>
{
    public static readonly MoneyForm Form = new();

    public override Money Read(ref Utf8JsonReader reader)
    {
        var text = JsonScalar.Text(ref reader);
        return TryParse(text, out var money)
            ? money
            : throw JsonProblems.Of(
                "json",
                "amount.form",
                $"'{text}' is not an amount. Write yuan without a unit, such as 1200.50 or -600.00, at most two decimals.",
                $"“{text}”不是金额。请写不带单位的元数，如 1200.50 或 -600.00，最多两位小数。"
            );
    }

    public override void Write(Utf8JsonWriter json, Money value) => Put(json, value);

    public override JsonNode Schema() => SchemaNodes.Money();

    public static void Put(Utf8JsonWriter json, Money value) => json.WriteRawValue(value.ToString());

    /// <summary>The amount at a node, of any sign and size.</summary>
    public static Money Of(Node node)
    {
        if (TryParse(node.Text(), out var money))
            return money;
        return node.SignedMoney() ?? Money.Zero;
    }

    private static bool TryParse(string text, out Money money)
    {
        money = default;
        var negative = text.StartsWith('-');
        if (!Digits.TryParse(negative ? text[1..] : text, out var yuan) || yuan.Scale > 2 || yuan > 100_000_000_000_000_000m)
            return false;
        var cents = (negative ? -yuan : yuan) * 100m;
        if (cents is < long.MinValue or > long.MaxValue)
            return false;
        money = Money.FromCents((long)cents);
        return true;
    }
}

/// <summary>The form of a rate: a text such as <c>"85%"</c>. A bare number is refused, so that no one takes it for an amount.</summary>
internal sealed class RateForm : JsonForm<Rate>
{
    public static readonly RateForm Form = new();

    public override Rate Read(ref Utf8JsonReader reader)
    {
        var text = JsonScalar.Text(ref reader);
        if (Rate.TryParseComputed(text, out var rate))
            return rate;
        var (message, plain, form) = RateForms.Of(text);
        var way = plain is null ? form : SlipWords.Way(plain, 0);
        throw JsonProblems.Of("json", "rate.form", $"{message.En} {way.En}", $"{message.Zh}{way.Zh}");
    }

    public override void Write(Utf8JsonWriter json, Rate value) => json.WriteStringValue(value.ToString());

    public override JsonNode Schema() => SchemaNodes.ComputedRate();
}

/// <summary>A number or a text as it stands.</summary>
internal static class JsonScalar
{
    public static string Text(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.String:
                try
                {
                    return reader.GetString()!;
                }
                catch (InvalidOperationException)
                {
                    return "?";
                }

            default:
                return reader.TokenType.ToString();
        }
    }
}
