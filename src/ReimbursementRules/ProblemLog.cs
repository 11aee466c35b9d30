using System.Collections;
using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules;

/// <summary>What is wrong, noted as it is found. Reading and checking go on; whoever stands at the door throws once, with all of
/// it.</summary>
internal sealed class ProblemLog : IEnumerable<Problem>
{
    /// <summary>The most problems noted. Who mends these reads the next ones after that; how many were left out is told.</summary>
    public const int Most = 1000;

    /// <summary>The most known words that are held against mistaken ones. After that a problem lists the first of what is known, so that
    /// many mistakes among many names stay cheap.</summary>
    private const long MostCompared = 5_000_000;

    private readonly List<Problem> _noted = [];
    private readonly Dictionary<string, (string Text, bool IsJson)> _texts = new(StringComparer.Ordinal);
    private Dictionary<string, WrittenText>? _sources;
    private HashSet<Problem>? _known;
    private HashSet<string>? _mended;
    private long _left;
    private long _compared;

    /// <summary>How many were found, those left out included.</summary>
    public long Count => _noted.Count + _left;

    public bool IsEmpty => _noted.Count == 0;

    public bool IsFull => _noted.Count >= Most;

    public void Add(FilePlace place, string code, string en, string zh, string path = "")
    {
        if (IsFull)
            _left++;
        else
            Add(new(place, code, new(en, zh)) { Path = path });
    }

    /// <summary>Notes a problem of something in a claim or a history.</summary>
    public void Wrong(in Spot at, string code, string en, string zh) => Add(at.Place, code, en, zh, IsFull ? "" : at.Path);

    /// <summary>Notes a problem of a word; of one that could not be read nothing more is told.</summary>
    public void Wrong(Word word, string code, string en, string zh)
    {
        if (word.IsEmpty)
            return;
        if (Slip(word.Place, word.Text, code) is { } slip)
            AddSlip(slip with { Path = word.Path });
        else
            Add(
                word.Place,
                code,
                word.NamedBefore?.En + Word.Shortened(en, word.Text),
                word.NamedBefore?.Zh + Word.Shortened(zh, word.Text),
                word.Path
            );
    }

    /// <summary>Keeps a text that is read, to look in it for the slip behind a problem.</summary>
    public void Reads(string file, string text, bool isJson) => _texts[file] = (text, isJson);

    /// <summary>The slip of hand for which a text was refused; null where there is none.</summary>
    public Problem? Slip(FilePlace place, string text, string code) =>
        !IsFull && MayBeSlip(code) ? SourceOf(place.File)?.Behind(place, text, code, IsMended(place)) : null;

    /// <summary>The problem of a text in quotation marks of which a word is only a part; null where there is none.</summary>
    public Problem? Quoted(FilePlace place, string word, string code) => IsFull ? null : SourceOf(place.File)?.Around(place, word, code);

    /// <summary>Notes a slip, unless a problem shows the same line mended already.</summary>
    public void AddSlip(Problem slip)
    {
        if (!_noted.Exists(noted => noted.Place.Line == slip.Place.Line && noted.Place.File == slip.Place.File && noted.Help == slip.Help))
            Add(slip);
    }

    /// <summary>The way out where a text is to be another: the line with that; the other text alone where the line is not known.</summary>
    public BilingualText WayOut(FilePlace place, string text, string mended) =>
        SourceOf(place.File)?.WayWith(place, text, mended, IsMended(place)) ?? SlipWords.Way(mended, 0);

    /// <summary>The slips of a file, told: one problem a line, at its first sign.</summary>
    public void AddSlips(string file, string[] rows, IReadOnlyList<Slip> slips, string code) =>
        AddRange((SourceOf(file) ?? new(string.Join('\n', rows), isYaml: true)).Told(file, slips, code));

    /// <summary>Adds what is known to the way out of a problem that was noted.</summary>
    public void Complete(Problem noted, BilingualText known)
    {
        var at = _noted.LastIndexOf(noted);
        if (at >= 0)
            Replace(at, noted with { Help = new(noted.Help.En + known.En, noted.Help.Zh + known.Zh) });
    }

    /// <summary>Shows one mended line in all problems of it: each problem that is found later may change more of the line.</summary>
    private void Agree(FilePlace place)
    {
        if (_sources?.GetValueOrDefault(place.File) is not { } source || !source.IsShownTwice(place.Line))
            return;
        for (var at = _noted.Count - 1; at >= 0; at--)
            if (_noted[at].Place is var other && other.Line == place.Line && other.File == place.File)
                Replace(at, source.WithWholeLine(_noted[at]));
    }

    private void Replace(int at, Problem with)
    {
        _noted[at] = with;
        (_known ??= []).Add(with);
    }

    /// <summary>The number with commas between its thousands of which a text is a piece; null for none.</summary>
    public (FilePlace Place, string Text)? Grouped(FilePlace place, string text) => SourceOf(place.File)?.Grouped(place, text);

    /// <summary>Says that all slips of a file were told at once, so that its lines are to be shown without them.</summary>
    public void MendedWhole(string file) => (_mended ??= new(StringComparer.Ordinal)).Add(file);

    private bool IsMended(FilePlace place) =>
        _mended?.Contains(place.File) is true
        || _noted.Exists(noted => noted.Code == "yaml.form" && noted.Place.Line == place.Line && noted.Place.File == place.File);

    private static bool MayBeSlip(string code) => code is not ("key.twice" or "date.two" or "value.blank" or "text.control");

    private WrittenText? SourceOf(string file)
    {
        if (!_texts.TryGetValue(file, out var read))
            return null;
        _sources ??= new(StringComparer.Ordinal);
        if (!_sources.TryGetValue(file, out var source))
            _sources.Add(file, source = new(read.Text, !read.IsJson));
        return source;
    }

    /// <summary>Notes a problem, unless the same is noted already.</summary>
    public void Add(Problem problem)
    {
        if (IsFull)
            _left++;
        else if ((_known ??= []).Add(problem))
        {
            _noted.Add(problem);
            Agree(problem.Place);
        }
    }

    /// <summary>What a key of a claim or an item is called in Chinese.</summary>
    public static string NameOf(string key) =>
        new[] { Terms.OfFact(key), Terms.OfFact($"item.{key}"), Terms.OfResult(key) }
            .FirstOrDefault(name => Ascii.IsValid(name.Zh) is false)
            ?.Zh
        ?? key;

    /// <summary>Whether a name is that of a key of policy files in Chinese, and of nothing else.</summary>
    public static bool MeansOnly(string name, string key) => PolicyTerms.IsOnly(name, key);

    /// <summary>Which words of policy files a Chinese name means; null where none.</summary>
    public static BilingualText? Called(string name) => PolicyTerms.Hint(name, PolicyTerms.Called(name));

    /// <summary>Which known word was meant, or what is known; nothing where no problem is noted any more.</summary>
    public BilingualText Hint(string word, IEnumerable<string> known, Func<string, string>? named = null)
    {
        if (IsFull)
            return new("", "");
        var words = known as IReadOnlyCollection<string> ?? [.. known];
        if (!Ascii.IsValid(word) && Terms.Among(word, words) is { } meant)
            return new($" Write '{meant}'.", $"请写“{meant}”。");
        if (!Ascii.IsValid(word) && PolicyTerms.Hint(word, words) is { } called)
            return called;
        _compared += words.Count;
        return _compared <= MostCompared ? Spelling.Hint(word, words, named) : Spelling.Known(words, named);
    }

    /// <summary>As the other, of ids that have titles: a title means its id.</summary>
    public BilingualText Hint(string word, IReadOnlyCollection<(string Id, BilingualText Title)> known) =>
        known.FirstOrDefault(one => one.Title.En == word || one.Title.Zh == word) is { Id: { } meant }
            ? new($" Write '{meant}'.", $"请写“{meant}”。")
            : Hint(word, known.Select(one => one.Id));

    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
            Add(problem);
    }

    /// <summary>What was noted after the first <paramref name="count"/> problems.</summary>
    public IEnumerable<Problem> Since(long count) => _noted.Skip((int)Math.Min(count, Most));

    public void RemoveAll(Predicate<Problem> match) => _noted.RemoveAll(match);

    public void Clear()
    {
        _noted.Clear();
        _known?.Clear();
        _left = 0;
        _compared = 0;
    }

    /// <summary>Each problem once; before them, how many were left out.</summary>
    public IReadOnlyList<Problem> Told()
    {
        List<Problem> told = [.. _noted];
        if (_left > 0)
            told.Insert(
                0,
                new(
                    new(told[0].Place.File, 0, 0),
                    "problems.more",
                    new(
                        $"only {Most} problems are listed, {Counted.Of(_left, "more was", "more were")} found. Mend these first.",
                        $"仅列出 {Most} 处问题，另有 {_left} 处。请先修改已列出的各处。"
                    )
                )
            );
        return told;
    }

    /// <summary>Ends a door through which a policy comes in.</summary>
    /// <exception cref="PolicyException">Something was noted.</exception>
    public void ThrowForPolicy()
    {
        if (_noted.Count > 0)
            throw new PolicyException(Told());
    }

    /// <summary>Ends a door through which a program hands something in.</summary>
    /// <exception cref="InputException">Something was noted.</exception>
    public void ThrowForInput()
    {
        if (_noted.Count > 0)
            throw new InputException(Told());
    }

    public IEnumerator<Problem> GetEnumerator() => _noted.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
