using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Mutants;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Skeletons;

/// <summary>How an answer is written, and how it is read: as the files of a rulebook read the same value.</summary>
/// <param name="Expected">What is expected, with an example.</param>
/// <param name="Read">Reads the answer, and says it in its one spelling; what is wrong goes to the problems of the node.</param>
internal sealed record AnswerForm(BilingualText Expected, Func<Node, string> Read)
{
    private static readonly string[] KnownSchemes = ["employee", "resident"];

    /// <summary>The largest amount of an answer, included: so much less than the largest of a claim that cases beyond it can be
    /// made.</summary>
    private static readonly Money Largest = Money.Yuan(100_000_000);

    public static AnswerForm Name { get; } =
        new(
            new(
                "small letters, digits, '_' or '-', beginning with a letter, such as lakeside",
                "小写字母、数字、“_”或“-”，以字母开头，如 lakeside"
            ),
            node => Plain(node).Id()
        );

    public static AnswerForm Text { get; } =
        new(new("a text, such as Lakeside", "文字，如 湖滨市"), node => node.Text().ReplaceLineEndings(" ").Trim());

    public static AnswerForm Day { get; } =
        new(new("year-month-day, such as 2025-01-01", "年-月-日，如 2025-01-01"), node => IsoDay.Show(Plain(node).FirstDay()));

    public static AnswerForm DayOfYear { get; } =
        new(
            new("month-day, such as 01-01", "月-日，如 01-01"),
            node =>
            {
                var day = Plain(node);
                IndexReader.YearStart(day);
                return day.Raw;
            }
        );

    public static AnswerForm YesNo { get; } = new(new("yes or no", "yes（是）或 no（否）"), node => OneOf(node, "yes", "no"));

    public static AnswerForm Level { get; } =
        new(new("one, two or three", "one（一级）、two（二级）或 three（三级）"), node => OneOf(node, "one", "two", "three"));

    public static AnswerForm Schemes { get; } =
        new(new("employee, resident or both with a comma between", "employee（职工）、resident（居民），或以逗号分隔写两者"), ReadSchemes);

    public static AnswerForm Amount { get; } =
        new(new("yuan without a unit, such as 1_200.50", "不带单位的元数，如 1_200.50"), node => ReadAmount(Plain(node)));

    public static AnswerForm AmountOrNone { get; } =
        new(
            new("yuan without a unit, such as 150_000, or none", "不带单位的元数，如 150_000；没有则写 none（无）"),
            node => Plain(node) is { Raw: "none" or "无" } ? "none" : ReadAmount(Plain(node))
        );

    public static AnswerForm Rate { get; } =
        new(new("a percentage from 0% to 100%, such as 85%", "0% 至 100% 的百分数，如 85%"), node => Plain(node).Rate().ToString());

    public static AnswerForm Bands { get; } =
        new(
            new(
                "a percentage such as 85%, or bands: each the amount above which it begins and its rate, such as 0 60%, 50_000 65%",
                "百分数，如 85%；或各段：每段写起点金额和比例，如 0 60%, 50_000 65%"
            ),
            ReadBands
        );

    /// <summary>The schemes that an answer names, in one order.</summary>
    public static IEnumerable<string> SchemesOf(string answer) => KnownSchemes.Where(Pieces(answer).Contains);

    /// <summary>The bands of an answer: where each begins, and its rate.</summary>
    public static IEnumerable<(Money Above, Rate Rate)> BandsOf(string answer)
    {
        var bands = BandsReader.Read(BandNode(Scalar(answer, new("", 0, 0), new()))).Bands;
        return bands.Above.Zip(bands.Rates, (above, rate) => (Money.FromCents(above), rate));
    }

    /// <summary>A single value at a place, as if it stood in a file.</summary>
    public static Node Scalar(string text, FilePlace place, ProblemLog problems, bool isQuoted = false) =>
        new(NodeKind.Scalar, new NodeFile(place.File, problems), place.Line, place.Column, text, isQuoted);

    private static string ReadSchemes(Node node)
    {
        var text = Plain(node).Text();
        if (text.Length == 0)
            return text;
        var words = Pieces(text);
        if (words.GroupBy(word => word, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
            node.Wrong("answer.twice", $"'{twice}' stands here twice. Name it once.", $"“{twice}”写了两次。请只写一次。");
        var schemes = words.Select(word => OneOf(Scalar(word, node.Place, node.Problems), KnownSchemes)).ToList();
        return string.Join(", ", KnownSchemes.Where(schemes.Contains));
    }

    private static string ReadAmount(Node node)
    {
        var amount = node.Money();
        if (amount > Largest)
            node.Wrong(
                "answer.large",
                $"'{node.Raw}' is more than any benefit. Write at most {StatedClaim.Show(Largest)}.",
                $"“{node.Raw}”超过任何待遇的金额。请写不超过 {StatedClaim.Show(Largest)} 的数。"
            );
        return StatedClaim.Show(amount);
    }

    private static string ReadBands(Node node)
    {
        var bands = BandsReader.Read(BandNode(node)).Bands;
        if (bands.Above.Any(above => above > Largest.Cents))
            node.Wrong(
                "answer.large",
                $"a band of '{node.Raw}' begins above any benefit. Write at most {StatedClaim.Show(Largest)}.",
                $"“{node.Raw}”中有一段的起点超过任何待遇的金额。请写不超过 {StatedClaim.Show(Largest)} 的数。"
            );
        return bands.Rates is [var rate]
            ? rate.ToString()
            : string.Join(", ", bands.Above.Zip(bands.Rates, (above, one) => $"{StatedClaim.Show(Money.FromCents(above))} {one}"));
    }

    /// <summary>The bands as a file has them: a list of an edge and a rate each; a rate alone stays what it is.</summary>
    private static Node BandNode(Node node)
    {
        var plain = Plain(node);
        if (!plain.Raw.Contains(' ', StringComparison.Ordinal) && !plain.Raw.Contains(',', StringComparison.Ordinal))
            return plain.Raw == "liable_share" ? Scalar("liable_share%", node.Place, node.Problems) : plain;
        var builder = new NodeBuilder(new(node.Place.File, node.Problems));
        var list = New(NodeKind.Sequence, null);
        builder.Add(list);
        builder.Open(list);
        foreach (var piece in Pieces(plain.Raw))
        {
            if (piece.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var above, var rate])
            {
                node.Wrong(
                    "answer.band",
                    $"'{piece}' is not a band. Write the amount above which it begins and its rate, such as 0 60%, 50_000 65%.",
                    $"“{piece}”不是一段。请写起点金额和比例，如 0 60%, 50_000 65%。"
                );
                return Scalar("0%", node.Place, node.Problems);
            }

            var band = New(NodeKind.Mapping, null);
            builder.Add(band);
            builder.Open(band);
            builder.Add(New(NodeKind.Scalar, "above"));
            builder.Add(New(NodeKind.Scalar, above));
            builder.Add(New(NodeKind.Scalar, "rate"));
            builder.Add(New(NodeKind.Scalar, rate));
            builder.Close();
        }

        builder.Close();
        return list;

        Node New(NodeKind kind, string? text) => builder.New(kind, node.Place.Line, node.Place.Column, text);
    }

    /// <summary>One of a few words, or its Chinese name.</summary>
    private static string OneOf(Node node, params ReadOnlySpan<string> words)
    {
        var plain = Plain(node);
        foreach (var word in words)
            if (plain.Raw == AnswerWords.Chinese[word])
                return word;
        return plain.OneOf(words);
    }

    private static string[] Pieces(string text) => text.Split([',', '、'], StringSplitOptions.TrimEntries);

    /// <summary>The value without full-width signs and blanks at its ends, as they come of a Chinese keyboard.</summary>
    private static Node Plain(Node node) => node.IsScalar ? Scalar(PlainWord.Of(node.Raw), node.Place, node.Problems) : node;
}
