using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tables;

/// <summary>A fact along which benefits should not lean the wrong way. The library brings them in <c>leanings.yaml</c>, so that every
/// rulebook is held against them without a word.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Words">Its words in order, those that get no less than the next first; words of one place stand together.</param>
/// <param name="IsEqual">Whether all words should get the same.</param>
/// <param name="Code">The code of the warning.</param>
/// <param name="Reason">Why, with its reference.</param>
internal sealed record Axis(string Fact, IReadOnlyList<IReadOnlyList<string>> Words, bool IsEqual, string Code, BilingualText Reason)
{
    private const string File = "leanings.yaml";

    public static IReadOnlyList<Axis> All { get; } = Read();

    /// <summary>Which codes of the fact are held against which: the word of the first comes before that of the second.</summary>
    /// <param name="codes">The codes that there are.</param>
    /// <param name="words">The word of each code.</param>
    public List<(int Low, int High)> Pairs(IReadOnlyList<int> codes, IReadOnlyList<string> words) =>
        [.. from low in codes from high in codes where Place(words[low]) < Place(words[high]) select (low, high)];

    private int Place(string word) =>
        Words.Select((words, place) => (words, place)).FirstOrDefault(one => one.words.Contains(word), ([], -1)).place;

    private static List<Axis> Read()
    {
        using var text = new StreamReader(typeof(Axis).Assembly.GetManifestResourceStream(File)!);
        var problems = new ProblemLog();
        List<Axis> axes =
        [
            .. NodeReader.ReadText(File, text.ReadToEnd(), problems)!.Entries().Select(entry => Read(entry.Key.Raw, entry.Value)),
        ];
        problems.ThrowForPolicy();
        return axes;
    }

    private static Axis Read(string fact, Node node)
    {
        node.OnlyKeys("code", "order", "equal", "because", "reference");
        var (because, reference) = (node["because"].Bilingual(), node["reference"].Bilingual());
        return new(
            fact,
            [.. node["order"].Items().Select(place => place.Items().Select(word => word.Text()).ToList())],
            node["equal"].YesNo(),
            node["code"].Id(),
            new($"{because.En} ({reference.En}).", $"{because.Zh}（{reference.Zh}）。")
        );
    }
}
