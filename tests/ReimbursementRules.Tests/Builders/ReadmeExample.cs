using System.Globalization;
using System.Text.RegularExpressions;

namespace ReimbursementRules.Tests.Builders;

/// <summary>The marked blocks between two headings of the reference: files laid over its first rulebook, steps that take the place
/// of those of the same id, lines added at the end of a file, claims and histories for it.</summary>
/// <remarks>A file that is shown again in a section begins the next example, which keeps the other files but no cases.</remarks>
public sealed partial class ReadmeExample
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<string> _claims = [];
    private readonly List<string> _histories = [];
    private readonly string _name;

    private ReadmeExample(string name, IEnumerable<KeyValuePair<string, string>> files)
    {
        _name = name;
        foreach (var (file, text) in files.Where(file => !file.Key.EndsWith(".cases.yaml", StringComparison.Ordinal)))
            _files.Add(file, text);
    }

    public IReadOnlyList<string> Claims => _claims;

    public IReadOnlyList<string> Histories => _histories;

    /// <summary>The files that are shown, or changed, by name.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    public static IReadOnlyList<ReadmeExample> In(string readme)
    {
        ArgumentNullException.ThrowIfNull(readme);
        var all = new List<ReadmeExample>();
        ReadmeExample? first = null;
        foreach (var section in Headings().Split(readme))
        {
            var title = section.Split('\n')[0].Trim();
            ReadmeExample? now = null;
            foreach (Match block in Blocks().Matches(section))
            {
                var (mark, text) = (block.Groups["mark"].Value, block.Groups["text"].Value);
                if (now is null || now.Shows(mark))
                    all.Add(
                        now = new($"{title} {(all.Count + 1).ToString(CultureInfo.InvariantCulture)}", now?._files ?? first?._files ?? [])
                    );
                now.Add(mark, text);
                first ??= now;
            }
        }

        return all;
    }

    /// <summary>The files of one section, by name, and nothing else.</summary>
    internal static IReadOnlyDictionary<string, string> FilesOf(string readme, string title)
    {
        var section = Headings().Split(readme).Single(text => text.Split('\n')[0].Trim() == title);
        return Blocks()
            .Matches(section)
            .ToDictionary(
                block => block.Groups["mark"].Value["file: ".Length..],
                block => block.Groups["text"].Value,
                StringComparer.Ordinal
            );
    }

    public static IEnumerable<string> Unmarked(string readme) =>
        AnyBlock()
            .Matches(readme)
            .Where(block => !Blocks().Matches(readme).Any(marked => marked.Index + marked.Length == block.Index + block.Length))
            .Select(block => block.Value);

    /// <summary>The rulebook of the example in a folder of its own.</summary>
    internal RulebookFolder Folder()
    {
        var folder = new RulebookFolder();
        foreach (var (file, text) in _files)
            folder.With(file, text);
        return folder;
    }

    public override string ToString() => _name;

    private bool Shows(string mark) => _shown.Contains(mark);

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    private void Add(string mark, string text)
    {
        if (mark == "claim")
            _claims.Add(text);
        else if (mark == "history")
            _histories.Add(text);
        else
        {
            _shown.Add(mark);
            var (how, file) = (mark.Split(": ")[0], mark.Split(": ")[1]);
            _files[file] = how switch
            {
                "step" => WithStep(_files[file], text),
                "add" => _files[file] + text,
                _ => text,
            };
        }
    }

    /// <summary>The layer with the step in the place of the one of its id, or else at the end.</summary>
    private static string WithStep(string layer, string step)
    {
        var parts = Steps().Split(layer);
        var first = step.Split('\n')[0];
        var at = Array.FindIndex(parts, part => part.Split('\n')[0] == first);
        return string.Concat(at < 0 ? [.. parts, step] : parts.Select((part, i) => i == at ? step : part));
    }

    [GeneratedRegex("^(?=  - id: )", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();

    [GeneratedRegex("^#{2,4} ", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Headings();

    [GeneratedRegex(
        @"^<!-- (?<mark>(file|step|add): [^ ]+|claim|history) -->\n```(yaml|json|csv)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Blocks();

    [GeneratedRegex(
        @"^```(yaml|json|csv)\n.*?^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex AnyBlock();
}
