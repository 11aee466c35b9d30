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

    /// <summary>No text.</summary>
    internal static BilingualText None { get; } = new("", "");

    /// <summary>Whether there is no text in either language.</summary>
    internal bool IsEmpty => En.Length == 0 && Zh.Length == 0;

    /// <summary>Whether a word as somebody writes it, without its quotes and wide signs, is this text in either language, in whatever
    /// case.</summary>
    internal bool IsWritten(string plain) =>
        string.Equals(Zh, plain, StringComparison.OrdinalIgnoreCase) || string.Equals(En, plain, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text, in a language in which there is none as it is in the other.</summary>
    internal BilingualText Filled =>
        En.Length == 0 ? this with { En = Zh }
        : Zh.Length == 0 ? this with { Zh = En }
        : this;

    /// <summary>A text whose language is not stated: the same in both.</summary>
    /// <param name="text">The text; may be empty.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static BilingualText FromString(string text) => new(text, text);

    /// <summary>As <see cref="FromString"/>.</summary>
    /// <param name="text">The text; may be empty.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static implicit operator BilingualText(string text) => FromString(text);

    /// <summary>The text in the given language.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <summary>The text in English.</summary>
    public override string ToString() => En;
}
