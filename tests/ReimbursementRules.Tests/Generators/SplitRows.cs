using System.Globalization;
using System.Text.RegularExpressions;

namespace ReimbursementRules.Tests.Generators;

/// <summary>Writes the rows of random rulebooks otherwise: some are cut into two that say the same, and all stand in another order. Rows of
/// which each has a running sum of its own stay as they are.</summary>
/// <param name="dice">The choices.</param>
/// <param name="bandsByItem">Whether rows of bands are cut by facts of items, and nothing else is: this counts items apart.</param>
internal sealed partial class SplitRows(Dice dice, bool bandsByItem)
{
    /// <summary>How many rows were cut.</summary>
    public int Cut { get; private set; }

    /// <summary>The file of a layer or a catalogue.</summary>
    public string Of(string file) => string.Join('\n', file.Split('\n').SelectMany(OfLine));

    private IEnumerable<string> OfLine(string line)
    {
        var row = line.TrimStart();
        if (row.StartsWith("- { when", StringComparison.Ordinal))
            return InTwo(row[2..], isOfBands: false).Select(one => $"{line[..^row.Length]}- {one}");
        if (line.Contains("counts: apart", StringComparison.Ordinal))
            return [line];
        var isOfBands = line.Contains("kind: tiers", StringComparison.Ordinal);
        var addsUp = Running().IsMatch(line) && !line.Contains("counts: together", StringComparison.Ordinal);
        var text = bandsByItem || addsUp ? line : WithRows(line);
        for (var at = Rows().Match(text); at.Success; at = Rows().Match(text, at.Index + 1))
        {
            var start = at.Index + at.Length;
            var (rows, end) = Parts(text, start);
            var split = rows.SelectMany(one => InTwo(one, isOfBands)).OrderBy(_ => dice.Below(1_000_000)).ToList();
            text = $"{text[..start]} {string.Join(", ", split)} {text[end..]}";
        }

        return [text];
    }

    /// <summary>Some values that count in every case, as two rows for two wards; where a sum runs on, only if the step says that rows count
    /// together.</summary>
    private string WithRows(string line)
    {
        var text = line;
        for (var at = Single().Match(text); at.Success; at = Single().Match(text, at.Index + 1))
        {
            var start = at.Index + at.Length;
            var says = Parts(text, start).All[0];
            if (says.EndsWith("repealed", StringComparison.Ordinal) || dice.Chance(50))
                continue;
            var rows = $"rows: [ {{ when: {{ ward: general }}, {says} }}, {{ when: {{ ward: special }}, {says} }} ]";
            var from = text.IndexOf(says, start, StringComparison.Ordinal);
            text = $"{text[..from]}{rows}{text[(from + says.Length)..]}";
            Cut++;
        }

        return text;
    }

    /// <summary>The row, or two rows that together say the same.</summary>
    private IEnumerable<string> InTwo(string row, bool isOfBands)
    {
        var when = When().Match(row);
        if (!when.Success || dice.Chance(30))
            return [row];
        var (conditions, end) = Parts(row, when.Length);
        var byItem = bandsByItem ? isOfBands : !isOfBands;
        List<(string One, string Other)> cuts =
        [
            .. conditions
                .Where(one => one.StartsWith("item.", StringComparison.Ordinal) ? byItem : !bandsByItem)
                .SelectMany(one => Cuts(one).Select(cut => (With(one, cut.One), With(one, cut.Other)))),
        ];
        if (!bandsByItem)
            cuts.AddRange(New("ward: general", "ward: special"));
        else if (isOfBands && conditions.Any(one => one.StartsWith("item.", StringComparison.Ordinal)))
            cuts.AddRange(New("item.kind: drug", "item.kind: { not: drug }"));
        if (cuts.Count == 0)
            return [row];
        Cut++;
        var (first, second) = dice.Of(cuts.ToArray());
        return [first, second];

        string With(string condition, string cut) => Row(conditions.Select(one => one == condition ? cut : one));

        string Row(IEnumerable<string> all) => $"{row[..when.Length]}{string.Join(", ", all)} {row[end..]}";

        IEnumerable<(string, string)> New(string one, string other)
        {
            var fact = one.Split(':')[0];
            return conditions.Any(condition => condition.StartsWith(fact + ":", StringComparison.Ordinal))
                ? []
                : [(Row(conditions.Append(one)), Row(conditions.Append(other)))];
        }
    }

    /// <summary>A list of words is its first word and the others; an interval two of them.</summary>
    private static IEnumerable<(string One, string Other)> Cuts(string condition)
    {
        var (fact, asked) = (condition.Split(": ")[0], condition[(condition.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        if (asked.StartsWith('['))
        {
            var words = asked.Trim('[', ']').Split(", ");
            yield return ($"{fact}: {words[0]}", $"{fact}: [{string.Join(", ", words[1..])}]");
        }

        if (Interval().Match(asked) is { Success: true } interval)
        {
            var (from, below) = (Number(interval.Groups["from"]), Number(interval.Groups["below"]));
            var between = ((from ?? 0) + (below ?? ((from ?? 0) * 2) + 2)) / 2;
            var at = decimal.Truncate(between).ToString(CultureInfo.InvariantCulture);
            yield return (
                $"{fact}: {{ {(from is null ? "" : $"from: {interval.Groups["from"].Value}, ")}below: {at} }}",
                $"{fact}: {{ from: {at}{(below is null ? "" : $", below: {interval.Groups["below"].Value}")} }}"
            );
        }
    }

    private static decimal? Number(Group group) =>
        group.Success ? decimal.Parse(group.Value, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    /// <summary>What stands between commas up to the bracket that closes it, and where that is.</summary>
    public static (IReadOnlyList<string> All, int End) Parts(string text, int start)
    {
        var parts = new List<string>();
        var depth = 0;
        for (var (at, from) = (start, start); ; at++)
        {
            var isEnd = depth == 0 && text[at] is (']' or '}');
            if (isEnd || (depth == 0 && text[at] == ','))
            {
                parts.Add(text[from..at].Trim());
                from = at + 1;
            }

            if (isEnd)
                return (parts, at);
            depth += text[at] switch
            {
                '{' or '[' => 1,
                '}' or ']' => -1,
                _ => 0,
            };
        }
    }

    [GeneratedRegex(
        "per: (day|month|quarter|year|stay)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Running();

    [GeneratedRegex(@"rows: \[", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\A\{ when: \{", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex When();

    [GeneratedRegex(
        @"\d{4}-\d\d-\d\d: \{ (?=(value|add|less|times|own_share_times): )",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Single();

    [GeneratedRegex(
        @"\A\{ (from: (?<from>[\d_.]+))?(, )?(below: (?<below>[\d_.]+))? \}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Interval();
}
