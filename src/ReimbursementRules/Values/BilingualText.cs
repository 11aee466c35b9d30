using System.Text.Json.Serialization;

namespace ReimbursementRules.Values;

/// <summary>The languages of titles, messages and reports.</summary>
[JsonConverter(typeof(WordConverter<Language>))]
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Chinese as written in mainland China, zh-CN.</summary>
    Chinese,
}

/// <summary>A text in both languages.</summary>
/// <param name="En">The text in English.</param>
/// <param name="Zh">The text in Chinese.</param>
public sealed partial record BilingualText(string En, string Zh)
{
    /// <inheritdoc cref="BilingualText" path="/param[@name='En']/node()"/>
    public string En
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(En);

    /// <inheritdoc cref="BilingualText" path="/param[@name='Zh']/node()"/>
    public string Zh
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Zh);

    /// <summary>The text in the given language.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <summary>The text in English.</summary>
    public override string ToString() => En;
}
