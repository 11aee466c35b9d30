namespace ReimbursementRules.Yaml;

/// <summary>What a slip of the hand, or of an input method, put in the place of a sign of YAML.</summary>
internal enum SlipKind
{
    /// <summary>A full-width colon after a key.</summary>
    WideColon,

    /// <summary>A colon after a key without a blank after it, or with a blank that is none for YAML.</summary>
    TightColon,

    /// <summary>No colon after a key.</summary>
    NoColon,

    /// <summary>A full-width brace or bracket.</summary>
    WideBracket,

    /// <summary>A full-width comma or the like between entries.</summary>
    WideComma,

    /// <summary>A quotation mark that is none for YAML.</summary>
    WideQuote,

    /// <summary>Any other full-width sign: a digit, a letter, a percent sign.</summary>
    WideSign,

    /// <summary>A dash of a list without a blank after it, or one that is none for YAML.</summary>
    Dash,

    /// <summary>A sign that ends a sentence or its part, behind a word.</summary>
    Surplus,

    /// <summary>A blank within a line that is none for YAML.</summary>
    Blank,

    /// <summary>A blank or a tab that is no indent for YAML.</summary>
    IndentSign,

    /// <summary>An indent that fits no line above.</summary>
    Indent,

    /// <summary>A quotation mark that nothing closes.</summary>
    OpenQuote,

    /// <summary>A brace or bracket that nothing closes.</summary>
    OpenBracket,

    /// <summary>A brace that closes a bracket, or a bracket that closes a brace.</summary>
    CrossedBracket,

    /// <summary>Text behind the quotation mark that closes a text.</summary>
    TextBehind,

    /// <summary>A text that must stand in quotes.</summary>
    Unquoted,

    /// <summary>A number sign in a text without quotes, which makes a comment of the rest of the line.</summary>
    Comment,
}

/// <summary>A slip, and the change of its line that mends it.</summary>
/// <param name="Kind">What kind of slip.</param>
/// <param name="Row">The row of the change, from 0.</param>
/// <param name="At">Where the change begins in its row, from 0.</param>
/// <param name="Length">How many signs are replaced.</param>
/// <param name="With">What stands there instead.</param>
internal sealed record Slip(SlipKind Kind, int Row, int At, int Length, string With)
{
    /// <summary>Where the slip itself stands, where the change is elsewhere: an opening bracket is closed further on.</summary>
    public (int Row, int At) Stands { get; init; } = (Row, At);

    /// <summary>The sign that is named; empty where none is.</summary>
    public string Sign { get; init; } = "";

    /// <summary>Whether the line can hardly mean anything else; one that is not is told where its text was refused.</summary>
    public bool IsSure { get; init; } = true;
}
