using System.Text;
using System.Text.Json;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>How the values of a settlement stand in JSON.</summary>
internal static class JsonValues
{
    /// <summary>A text, left out where it is empty.</summary>
    public static void WriteText(this Utf8JsonWriter json, string key, string text)
    {
        if (text.Length > 0)
            json.WriteString(key, Valid(text));
    }

    public static void WriteText(this Utf8JsonWriter json, string key, BilingualText text)
    {
        json.WriteStartObject(key);
        json.WriteWords(text);
        json.WriteEndObject();
    }

    /// <summary>The two languages of a text as keys of the object that is open.</summary>
    public static void WriteWords(this Utf8JsonWriter json, BilingualText text)
    {
        json.WriteString("en", Valid(text.En));
        json.WriteString("zh", Valid(text.Zh));
    }

    /// <summary>The word of an enum in the form of the policy files, such as <c>quota_share</c>.</summary>
    public static void WriteWord<T>(this Utf8JsonWriter json, string key, T value)
        where T : struct, Enum => json.WriteString(key, EnumWords.Of(value));

    public static void WriteMoney(this Utf8JsonWriter json, string key, Money amount)
    {
        Span<byte> text = stackalloc byte[Money.MostSigns];
        json.WritePropertyName(key);
        json.WriteRawValue(text[amount.Write(text)..], skipInputValidation: true);
    }

    /// <summary>A list of amounts. A zero of two decimals keeps both, and a number is set into the list as others are.</summary>
    public static void WriteMoneys(this Utf8JsonWriter json, string key, IEnumerable<Money> amounts)
    {
        json.WriteStartArray(key);
        foreach (var amount in amounts)
            json.WriteNumberValue(amount.InYuan + 0.00m);
        json.WriteEndArray();
    }

    /// <summary>What the patient bears, and how it is paid.</summary>
    public static void WritePatient(this Utf8JsonWriter json, Money patient, Money account, Money cash)
    {
        json.WriteMoney("patient", patient);
        json.WriteMoney("account", account);
        json.WriteMoney("cash", cash);
    }

    public static void WritePayers(this Utf8JsonWriter json, IEnumerable<PayerAmount> payers, string key = "payers")
    {
        json.WriteStartObject(key);
        foreach (var payer in payers)
            json.WriteMoney(payer.Payer, payer.Amount);
        json.WriteEndObject();
    }

    public static void WriteSource(this Utf8JsonWriter json, PolicySource source, string key = "source")
    {
        json.WriteStartObject(key);
        if (!source.Reference.IsEmpty)
            json.WriteText("reference", source.Reference);
        json.WriteText("file", source.Place.File);
        json.WriteNumber("line", source.Place.Line);
        json.WriteNumber("column", source.Place.Column);
        json.WriteText("href", source.Href ?? "");
        if (source.Note is { IsEmpty: false } note)
            json.WriteText("note", note);
        json.WriteBoolean("example", source.IsExample);
        json.WriteEndObject();
    }

    public static void WriteList<T>(this Utf8JsonWriter json, string key, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
            write(value);
        json.WriteEndArray();
    }

    /// <summary>A lone half of a surrogate pair, which no file can hold but a claim built in code can, becomes the replacement
    /// character.</summary>
    public static string Valid(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append(rune.ToString());
        return valid.ToString();
    }
}
