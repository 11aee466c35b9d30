using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>A claim as one line of JSON Lines.</summary>
internal sealed record JsonLine(string File, int Line, byte[]? Bytes) : ClaimText(Line)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<ClaimText> In(string file, Stream input) =>
        InputLines.Of(input).Select(line => new JsonLine(file, line.Number, line.Bytes));

    /// <summary>The same, with the claims of each member together.</summary>
    /// <param name="file">The name of the input.</param>
    /// <param name="input">The input.</param>
    /// <param name="portion">How many bytes of claims are held in memory.</param>
    public static IEnumerable<ClaimText> Sorted(string file, Stream input, int portion = SortedClaims.Portion)
    {
        using var sorted = new SortedClaims(lines => new JsonLine(file, lines[0].Number, lines[0].Bytes), portion);
        foreach (var claim in sorted.Of(In(file, input)))
            yield return claim;
    }

    public override IReadOnlyList<InputLine> Raw => [new(Line, Bytes)];

    public override Claim Read()
    {
        if (Bytes is [(byte)'{', ..] && System.Text.Unicode.Utf8.IsValid(Bytes))
            return Claim.Parse(Bytes, new(File, Line, 1));
        var text = Decoded();
        return text.AsSpan().TrimStart().StartsWith("{")
            ? Claim.Parse(text, new(File, Line, 1))
            : throw Wrong(
                0,
                "json.form",
                new("a line is a claim as a JSON object, which begins with '{'.", "每行应为一张单据的 JSON 对象，以“{”开头。")
            );
    }

    public override FilePlace At(FilePlace place) => new(File, Line, place.Column);

    private string Decoded()
    {
        if (Bytes is null)
            throw Wrong(0, "file.size", new("the line is longer than 8 MiB.", "此行超过 8 MiB。"));
        try
        {
            return Utf8.GetString(Bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw Wrong(e.Index, "file.encoding", new("the line is not valid UTF-8 here.", "此处不是有效的 UTF-8 文本。"));
        }
    }

    private InputException Wrong(int index, string code, BilingualText words) => new([new(new(File, Line, index + 1), code, words)]);
}
