using ReimbursementRules.Values;

namespace ReimbursementRules.Tables;

/// <summary>A fact along which benefits should not lean the wrong way.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Words">Its words in order, those that get no less than the next first; words of one place stand together.</param>
/// <param name="IsEqual">Whether all words should get the same.</param>
/// <param name="Code">The code of the warning.</param>
/// <param name="Reason">Why, with its reference.</param>
internal sealed record Axis(string Fact, IReadOnlyList<IReadOnlyList<string>> Words, bool IsEqual, string Code, BilingualText Reason)
{
    private static readonly BilingualText Ownership = new(
        "Private hospitals have the reimbursement policy of public ones of their level (ten measures of Fujian for public hospitals).",
        "民营医院执行与同级公立医院相同的报销政策（福建公立医院改革十条措施）。"
    );

    private static readonly BilingualText Primary = new(
        "Payment policy leans to primary care: a lower level is paid no less (city plan of 2012).",
        "支付政策向基层倾斜：较低级别的报销不应低于较高级别（2012 年市级方案）。"
    );

    /// <summary>Which codes of the fact are held against which: the word of the first comes before that of the second.</summary>
    /// <param name="codes">The codes that there are.</param>
    /// <param name="words">The word of each code.</param>
    public List<(int Low, int High)> Pairs(IReadOnlyList<int> codes, IReadOnlyList<string> words) =>
        [.. from low in codes from high in codes where Place(words[low]) < Place(words[high]) select (low, high)];

    private int Place(string word) =>
        Words.Select((words, place) => (words, place)).FirstOrDefault(one => one.words.Contains(word), ([], -1)).place;

    public static IReadOnlyList<Axis> All { get; } =
    [
        new(
            "hospital.ownership",
            [
                ["public"],
                ["private"],
            ],
            true,
            "warning.ownership",
            Ownership
        ),
        new(
            "hospital.level",
            [
                ["one", "unrated"],
                ["two"],
                ["three"],
            ],
            false,
            "warning.level",
            Primary
        ),
        new(
            "hospital.tier",
            [
                ["village"],
                ["township"],
                ["county"],
                ["city"],
                ["province"],
            ],
            false,
            "warning.tier",
            Primary
        ),
    ];
}
