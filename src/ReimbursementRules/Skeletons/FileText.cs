using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>The text of a file of the skeleton, line by line.</summary>
internal sealed class FileText
{
    private readonly StringBuilder _text = new();

    /// <summary>The reference of a value that nobody has looked up yet.</summary>
    public static BilingualText ToFillIn { get; } =
        new("To be filled in: document, number, article, date", "（待填写：文件名称、文号、条款、日期）");

    /// <summary>The line of a reference.</summary>
    public static string Reference(BilingualText reference) => "reference: " + Both(reference);

    /// <summary>A text in both languages.</summary>
    public static string Both(BilingualText text) => $"{{ zh: {Quoted(text.Zh)}, en: {Quoted(text.En)} }}";

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A value as YAML reads it back, in quotes where it must be.</summary>
    public static string Scalar(string text) =>
        text.Length > 0
        && !text.Equals("null", StringComparison.OrdinalIgnoreCase)
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '.' or '%' or ',' or ' ')
            ? text
            : Quoted(text);

    public FileText Line(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    public FileText Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Line(line);
        return this;
    }

    public override string ToString() => _text.ToString();
}
