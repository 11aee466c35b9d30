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

    /// <summary>The most points by which a rate changes, included: no city changes it by more, and who writes more means a
    /// rate.</summary>
    private static readonly Rate MostPoints = Values.Rate.Percent(50);

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

    /// <summary>Percentage points that are taken off a rate, and are not the rate itself.</summary>
    public static AnswerForm PointsLess { get; } =
        new(
            new(
                "the points taken off, such as 10% (85% becomes 75%); at most 50%, or 100% where nothing is paid",
                "降低的百分点，如 10%（85% 降为 75%）；不超过 50%，完全不支付的写 100%"
            ),
            node => ReadPoints(Plain(node), mayBeAll: true)
        );

    /// <summary>Percentage points that are added to a rate, and are not the rate itself.</summary>
    public static AnswerForm PointsMore { get; } =
        new(
            new("the points added, such as 5% (60% becomes 65%); at most 50%", "提高的百分点，如 5%（60% 升为 65%）；不超过 50%"),
            node => ReadPoints(Plain(node), mayBeAll: false)
        );

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

    private static string ReadPoints(Node node, bool mayBeAll)
    {
        var points = node.Rate();
        var (en, zh) = (mayBeAll ? PointsLess : PointsMore).Expected;
        if (points.Parts > MostPoints.Parts && !(mayBeAll && points == Values.Rate.Whole))
            node.Wrong(
                "answer.points",
                $"'{node.Raw}' looks like a rate; points by which a rate changes are asked. Write {en}.",
                $"“{node.Raw}”像是支付比例；这里问的是比例变动的百分点。请写{zh}。"
            );
        return points.ToString();
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
            return plain.Raw == "liable_share"
                ? NoBands(node, "rate.form", $"'{plain.Raw}' is not a rate.", $"“{plain.Raw}”不是比例。")
                : plain;
        var builder = new NodeBuilder(new(node.Place.File, node.Problems));
        var list = New(NodeKind.Sequence, null);
        builder.Add(list);
        builder.Open(list);
        var isFirst = true;
        foreach (var piece in Pieces(plain.Raw))
        {
            if (piece.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var above, var rate])
            {
                return NoBands(node, "answer.band", $"'{piece}' is not a band.", $"“{piece}”不是一段。");
            }

            if (Money.TryParse(above, out var first) && first > Money.Zero && isFirst)
            {
                return NoBands(
                    node,
                    "bands.start",
                    $"the first band of '{node.Raw}' begins above 0; where nothing is paid below it, 0 0% stands first.",
                    $"“{node.Raw}”的第一段不从 0 开始；以下不支付的，第一段写 0 0%。"
                );
            }

            isFirst = false;

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

    /// <summary>Refuses an answer that is no rate and no bands, and shows how either is written.</summary>
    private static Node NoBands(Node node, string code, string en, string zh)
    {
        node.Wrong(code, $"{en} Write {Bands.Expected.En}.", $"{zh}请写{Bands.Expected.Zh}。");
        return Scalar("0%", node.Place, node.Problems);
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
