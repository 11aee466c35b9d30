using System.Text;
using System.Text.RegularExpressions;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>A text that was read, kept as long as problems are told: to look for the slip behind a problem.</summary>
internal sealed partial class WrittenText
{
    /// <summary>The longest text, in characters, that is looked through, included.</summary>
    public const int Longest = 1_000_000;

    /// <summary>How many signs that nobody sees are looked over in a word.</summary>
    private const int MostHidden = 4;

    private readonly string _text;
    private readonly bool _isYaml;
    private string[]? _rows;
    private IReadOnlyList<Slip>? _slips;
    private ILookup<int, Slip>? _byRow;

    /// <summary>The lines that problems show mended, by their rows.</summary>
    private readonly Dictionary<int, ShownLine> _shown = [];

    /// <param name="text">The text.</param>
    /// <param name="isYaml">Whether it is YAML; of JSON values are shown, not lines, which are long.</param>
    public WrittenText(string text, bool isYaml) => (_text, _isYaml) = (text, isYaml);

    private string[] Rows => _rows ??= [.. _text.Split('\n').Select(row => row.TrimEnd('\r'))];

    /// <summary>What the lines can hardly have meant otherwise, and what may be a slip.</summary>
    public IReadOnlyList<Slip> Slips => _slips ??= _isYaml && _text.Length <= Longest ? SlipFinder.In(Rows) : [];

    /// <summary>The problem that a text was refused for, told as the slip behind it; null where there is none.</summary>
    /// <param name="place">Where the text stands.</param>
    /// <param name="raw">The text.</param>
    /// <param name="code">The code of the problem.</param>
    /// <param name="isMended">Whether the slips of the line were told, so that it is to be shown without them.</param>
    public Problem? Behind(FilePlace place, string raw, string code, bool isMended)
    {
        if (_text.Length > Longest || place.Line < 1 || place.Line > Rows.Length || raw.Length == 0)
            return null;
        var row = Rows[place.Line - 1];
        var from = place.Column - 1;
        if (from < row.Length && row[from] is '"' or '\'')
            from++;
        if (AsWritten(row, from, raw) is not { } written)
            return null;
        raw = written;
        List<Slip> near = [.. OnRow(place.Line - 1).Where(slip => IsNear(slip, row, from, from + raw.Length))];
        List<Slip> all =
            near.Count > 0 ? [.. OnRow(place.Line - 1).Where(slip => slip.IsSure || near.Contains(slip))] : Folded(place, raw, from);
        var sign = near.Concat(all).FirstOrDefault();
        if (sign is not null && from + raw.Length < row.Length && row[from + raw.Length] is ':' or '：')
            all.AddRange(ValueBehind(place, row, from + raw.Length + 1));
        if (isMended)
            all.AddRange(Apart(place.Line - 1, from, raw.Length).Except(all));
        return sign is null ? null
            : _isYaml ? Told(place.File, sign, all, code)
            : new(At(place.File, sign), code, SlipWords.Message(sign), SlipWords.Way(Mended(raw, all, from), 0));
    }

    /// <summary>The problem of a text in quotation marks that YAML does not know, of which a word is only a part; null where it is in
    /// none.</summary>
    public Problem? Around(FilePlace place, string raw, string code)
    {
        var at = place.Column - 1;
        return
            OnRow(place.Line - 1)
                .FirstOrDefault(slip =>
                    slip.Kind == SlipKind.WideQuote && slip.Length > raw.Length && slip.At <= at && slip.At + slip.Length >= at + raw.Length
                )
                is { } cited
            ? Told(place.File, cited, [.. OnRow(place.Line - 1).Where(slip => slip.IsSure || slip == cited)], code)
            : null;
    }

    /// <summary>The slips of the text, told: one problem a line, at its first sign.</summary>
    public IEnumerable<Problem> Told(string file, IReadOnlyList<Slip> slips, string code) =>
        slips.GroupBy(slip => slip.Row).Select(row => Told(file, row.MinBy(slip => slip.Stands.At)!, [.. row], code));

    /// <summary>Whether problems show a line mended in more than one way.</summary>
    public bool IsShownTwice(int line) => _shown.GetValueOrDefault(line - 1) is { Texts.Count: > 1 };

    /// <summary>The problem, which shows its line with everything mended that any problem mends in it.</summary>
    public Problem WithWholeLine(Problem problem)
    {
        if (_shown.GetValueOrDefault(problem.Place.Line - 1) is not { } row)
            return problem;
        var line = Mended(Rows[problem.Place.Line - 1], row.Changes, 0);
        return
            row.Texts.FirstOrDefault(shown => problem.Help.En.Contains($"`{shown.Text}`", StringComparison.Ordinal))
                is { Text: { } text } shown
            ? problem with
            {
                Help = new(
                    problem.Help.En.Replace($"`{text}`", $"`{shown.Of(line)}`", StringComparison.Ordinal),
                    problem.Help.Zh.Replace($"`{text}`", $"`{shown.Of(line)}`", StringComparison.Ordinal)
                ),
            }
            : problem;
    }

    /// <summary>The way out where a text of a line is to be another: the line with that; the new text alone where the line cannot be
    /// told.</summary>
    /// <param name="place">Where the text stands.</param>
    /// <param name="raw">The text.</param>
    /// <param name="mended">What stands there instead.</param>
    /// <param name="isMended">Whether the slips of the line were told, so that it is to be shown without them.</param>
    public BilingualText WayWith(FilePlace place, string raw, string mended, bool isMended)
    {
        if (!_isYaml || place.Line < 1 || _text.Length > Longest || place.Line > Rows.Length)
            return SlipWords.Way(mended, 0);
        var row = Rows[place.Line - 1];
        var from = Math.Clamp(place.Column - 1, 0, row.Length);
        if (from < row.Length && row[from] is '"' or '\'')
            from++;
        if (!row.AsSpan(from).StartsWith(raw))
            return SlipWords.Way(mended, 0);
        var others = isMended ? Apart(place.Line - 1, from, raw.Length) : [];
        return Show(place.Line - 1, [.. others, new(SlipKind.WideSign, place.Line - 1, from, raw.Length, mended)], place.Column - 1);
    }

    /// <summary>The way out that shows a line with changes, kept so that other problems of the line can agree with it.</summary>
    private BilingualText Show(int row, IEnumerable<Slip> changes, int at, bool isIndent = false)
    {
        if (!_shown.TryGetValue(row, out var shown))
            _shown.Add(row, shown = new([], []));
        List<Slip> all = [.. changes];
        shown.Changes.AddRange(all.Where(change => !shown.Changes.Exists(other => Touches(change, other))));
        var line = Mended(Rows[row], all, 0);
        var text = new ShownText("", at, isIndent);
        shown.Texts.Add(text with { Text = text.Of(line) });
        return isIndent ? SlipWords.IndentWay(line) : SlipWords.Way(line, at);
    }

    private static bool Touches(Slip one, Slip other) =>
        one.At == other.At || (one.At < other.At + other.Length && other.At < one.At + one.Length);

    /// <summary>What problems show of a line.</summary>
    /// <param name="Changes">Everything that any of them changes in it.</param>
    /// <param name="Texts">The mended lines as they are shown.</param>
    private sealed record ShownLine(List<Slip> Changes, HashSet<ShownText> Texts);

    /// <summary>A mended line as a problem shows it.</summary>
    /// <param name="Text">What is shown.</param>
    /// <param name="At">The place around which a long line is cut, from 0.</param>
    /// <param name="IsIndent">Whether its indent is shown.</param>
    private readonly record struct ShownText(string Text, int At, bool IsIndent)
    {
        /// <summary>A line as it is shown here.</summary>
        public string Of(string line) => IsIndent ? SlipWords.Indented(line) : SlipWords.Around(line, At);
    }

    /// <summary>The number with commas between its thousands of which a text is a piece, and where it stands; null for none.</summary>
    /// <param name="place">Where the text stands.</param>
    /// <param name="raw">The text.</param>
    public (FilePlace Place, string Text)? Grouped(FilePlace place, string raw)
    {
        if (!_isYaml || place.Line < 1 || _text.Length > Longest || place.Line > Rows.Length)
            return null;
        var from = place.Column - 1;
        foreach (Match number in Grouped().Matches(Rows[place.Line - 1]))
            if (number.Index <= from && from + raw.Length <= number.Index + number.Length)
                return (place with { Column = number.Index + 1 }, number.Value);
        return null;
    }

    [GeneratedRegex(
        @"(?<![0-9,._])[¥￥]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?元?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Grouped();

    /// <summary>The text with its lines mended.</summary>
    public static string Mended(string[] rows, IEnumerable<Slip> slips)
    {
        var mended = (string[])rows.Clone();
        foreach (var row in slips.GroupBy(slip => slip.Row))
            mended[row.Key] = Mended(rows[row.Key], row, 0);
        return string.Join('\n', mended);
    }

    /// <summary>A line mended.</summary>
    public static string Mended(string row, IEnumerable<Slip> slips) => Mended(row, slips, 0);

    private static string Mended(string row, IEnumerable<Slip> slips, int shift)
    {
        var mended = new StringBuilder();
        var at = 0;
        foreach (var slip in slips.OrderBy(slip => slip.At))
            if (slip.At - shift >= at)
            {
                mended.Append(row.AsSpan(at, slip.At - shift - at)).Append(slip.With);
                at = slip.At - shift + slip.Length;
            }

        return mended.Append(row.AsSpan(at)).ToString();
    }

    /// <summary>The slips of a row that do not touch a part of it.</summary>
    private IEnumerable<Slip> Apart(int row, int from, int length) =>
        OnRow(row).Where(slip => slip.IsSure && (slip.At + slip.Length <= from || slip.At >= from + length));

    private IEnumerable<Slip> OnRow(int row) => (_byRow ??= Slips.ToLookup(slip => slip.Row))[row];

    /// <summary>Whether a slip touches a text, or indents it.</summary>
    private static bool IsNear(Slip slip, string row, int from, int until) =>
        slip.Kind == SlipKind.IndentSign
            ? row.AsSpan(0, slip.Length).ContainsAnyExcept(' ') && from <= slip.Length && slip.Stands.At < until
            : slip.At < until && slip.At + slip.Length > from;

    private Problem Told(string file, Slip slip, IReadOnlyList<Slip> all, string code) =>
        new(
            At(file, slip),
            code,
            SlipWords.Message(slip),
            Show(slip.Row, all, slip.At, isIndent: slip.Kind is SlipKind.Indent or SlipKind.IndentSign)
        );

    /// <summary>A word as it stands in a row, where it may have been read in its one spelling; null where it stands elsewhere.</summary>
    private static string? AsWritten(string row, int from, string word)
    {
        if (from < 0 || from > row.Length)
            return null;
        if (row.AsSpan(from).StartsWith(word))
            return word;
        var rest = row[from..].TrimEnd();
        if (rest.Length > 0 && word.StartsWith(rest + " ", StringComparison.Ordinal))
            return rest;
        for (var length = word.Length; length <= Math.Min(word.Length + MostHidden, row.Length - from); length++)
            if (PlainWord.Of(row.Substring(from, length)) == word)
                return row.Substring(from, length);
        return null;
    }

    private static FilePlace At(string file, Slip slip) => new(file, slip.Stands.Row + 1, slip.Stands.At + 1);

    /// <summary>The signs of a text that half-width ones stand for, where the text is a word or a number after that.</summary>
    private static List<Slip> Folded(FilePlace place, string raw, int from)
    {
        if (AsComment(place, raw, from) is { } comment)
            return [comment];
        if (raw.Contains('，', StringComparison.Ordinal) && AmountForms.Unclear(raw) is not null)
            return [];
        if (raw.Contains('、', StringComparison.Ordinal) && DayForms.Of(raw).Day is not null)
            return [];
        var slips = new List<Slip>();
        var (first, last) = (0, raw.Length);
        while (first < last && WideSigns.IsOddBlank(raw[first]))
            first++;
        while (last > first && (WideSigns.IsOddBlank(raw[last - 1]) || IsSurplus(raw[last - 1])))
            last--;
        for (var i = 0; i < raw.Length; i++)
            if (WideSigns.Narrow(raw[i]) is var wide && wide != raw[i] && (IsThousands(raw, i) ? '_' : wide) is var half)
                slips.Add(
                    new(
                        i >= last && IsSurplus(raw[i]) ? SlipKind.Surplus : Kind(half),
                        place.Line - 1,
                        from + i,
                        1,
                        i < first || i >= last || IsQuote(half) ? "" : half.ToString()
                    )
                    {
                        Sign = raw[i].ToString(),
                    }
                );
        return slips.Count > 0 && Mended(raw, slips, from) is { Length: > 0 } mended && Ascii.IsValid(mended) && !mended.Contains('~')
            ? slips
            : [];
    }

    /// <summary>The full-width signs of a value that is one word, behind a key that was refused and whose value nobody reads.</summary>
    private static List<Slip> ValueBehind(FilePlace place, string row, int from)
    {
        while (from < row.Length && WideSigns.IsBlank(row[from]))
            from++;
        var value = row[from..].TrimEnd();
        return value.Length > 0 && value.All(sign => WideSigns.Narrow(sign) is not (' ' or '"' or '\'' or '{' or '['))
            ? Folded(place, value, from)
            : [];
    }

    /// <summary>The full-width sign that was to begin a comment behind a word; null where there is none.</summary>
    private static Slip? AsComment(FilePlace place, string raw, int from)
    {
        var at = raw.IndexOf('＃', StringComparison.Ordinal);
        return at > 0 && Ascii.IsValid(raw.AsSpan(0, at))
            ? new(SlipKind.WideSign, place.Line - 1, from + at, 1, raw[at - 1] == ' ' ? "#" : " #") { Sign = "＃" }
            : null;
    }

    /// <summary>Whether a full-width comma stands between the digits of a number.</summary>
    private static bool IsThousands(string raw, int at) =>
        raw[at] == '，' && at > 0 && at + 1 < raw.Length && char.IsDigit(raw[at - 1]) && char.IsDigit(raw[at + 1]);

    private static bool IsSurplus(char sign) => sign is '，' or '。' or '、' or '；' or '：';

    private static bool IsQuote(char sign) => sign is '"' or '\'';

    private static SlipKind Kind(char half) =>
        half switch
        {
            '"' or '\'' => SlipKind.WideQuote,
            ' ' => SlipKind.Blank,
            '{' or '[' or '}' or ']' => SlipKind.WideBracket,
            ',' => SlipKind.WideComma,
            ':' => SlipKind.WideColon,
            _ => SlipKind.WideSign,
        };
}
