using System.Collections.Frozen;
using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>All questions about a city, in the order in which they are asked: what a question needs is asked before it.</summary>
internal static class CityQuestions
{
    /// <summary>The levels for which values are asked; an unrated hospital counts as one of them.</summary>
    public static readonly ImmutableArray<string> Levels = ["one", "two", "three"];

    /// <summary>The groups of the poor, who have relief in critical illness insurance.</summary>
    public static readonly ImmutableArray<string> Poor = ["extremely_poor", "minimum_allowance", "registered"];

    /// <summary>The groups for which the rate of medical aid is asked, with their defaults.</summary>
    public static readonly ImmutableArray<(string Word, string Rate, BilingualText Title)> Aided =
    [
        ("extremely_poor", "100%", new("the extremely poor", "特困人员")),
        ("minimum_allowance", "75%", new("members on the minimum allowance", "低保对象")),
        ("registered", "75%", new("those who fell back into poverty", "返贫致贫人口")),
        ("low_income", "60%", new("families just above the minimum allowance", "低保边缘家庭成员")),
    ];

    public static ImmutableArray<CityQuestion> All { get; } =
    [.. OfTheCity(), .. SchemeQuestions.Of("employee"), .. SchemeQuestions.Of("resident"), .. OfAid()];

    public static FrozenDictionary<string, CityQuestion> ByName { get; } = All.ToFrozenDictionary(one => one.Name, StringComparer.Ordinal);

    private static IEnumerable<CityQuestion> OfTheCity() =>
        [
            new(
                "id",
                AnswerForm.Name,
                "my-city",
                new("Name of the rulebook", "规则册名称"),
                new("Programs know the rulebook by it. Best the name of its folder.", "程序用它识别规则册。最好与文件夹同名。")
            ),
            new(
                "title.zh",
                AnswerForm.Text,
                "某市基本医疗保险",
                new("Title in Chinese", "中文标题"),
                new("What stands above each Chinese settlement.", "显示在每份中文结算单上方。")
            ),
            new(
                "title.en",
                AnswerForm.Text,
                "",
                new("Title in English", "英文标题"),
                new(
                    "What stands above each English settlement; the Chinese title where there is none.",
                    "显示在每份英文结算单上方；没有时用中文标题。"
                )
            ),
            new(
                "from",
                AnswerForm.Day,
                "2025-01-01",
                new("First day", "施行日期"),
                new(
                    "The first day on which claims are settled by these rules; earlier claims are refused.",
                    "按本规则结算的第一天；更早的单据不予受理。"
                )
            ),
            new(
                "benefit_year",
                AnswerForm.DayOfYear,
                "01-01",
                new("Begin of the benefit year", "待遇年度起始日"),
                new("What adds up over a year, such as a cap, begins anew on this day.", "按年度累计的金额（如封顶线）自这一天起重新计算。")
            ),
            new(
                "schemes",
                AnswerForm.Schemes,
                "employee, resident",
                new("Schemes", "险种"),
                new(
                    "Insurance of employees (职工), of residents (居民), or both. Each has rules of its own.",
                    "职工医保、城乡居民医保或两者。各有各的规则。"
                )
            ),
            new(
                "unrated",
                AnswerForm.Level,
                "one",
                new("Level of unrated hospitals", "未定级医院视同级别"),
                new("A hospital without a level has the deductible and the rate of this level.", "未定级的医院按此级别的起付线和比例执行。")
            ),
            new(
                "class_b",
                AnswerForm.Rate,
                "10%",
                new("First share of class B", "乙类先行自付比例"),
                new(
                    "Of drugs and services of class B the patient pays this share first; the rest is in scope. Class A has none, "
                        + "class C is out of scope.",
                    "乙类药品和项目先由个人自付这一比例，其余纳入政策范围。甲类不先行自付，丙类不在范围内。"
                )
            ),
            new(
                "elsewhere.referred",
                AnswerForm.PointsLess,
                "10%",
                new("Points less elsewhere, referred", "异地就医（已转诊备案）降低百分点"),
                new(
                    "Percentage points taken off the rate for care out of the city, with a referral, a filing or in an emergency.",
                    "在市外就医，已转诊、备案或属急诊时，比例降低的百分点。"
                )
            ),
            new(
                "elsewhere.unreferred",
                AnswerForm.PointsLess,
                "20%",
                new("Points less elsewhere, not referred", "异地就医（未备案）降低百分点"),
                new(
                    "Percentage points taken off the rate for care out of the city without any of these.",
                    "在市外就医，未转诊、未备案且非急诊时，比例降低的百分点。"
                )
            ),
        ];

    private static IEnumerable<CityQuestion> OfAid() =>
        [
            new(
                "aid",
                AnswerForm.YesNo,
                "yes",
                new("Medical aid: is it paid for stays?", "医疗救助：住院是否救助"),
                new(
                    "The government pays of what the poor are left with after all insurance.",
                    "各项医保支付后，政府对困难群众负担的费用给予救助。"
                )
            ),
            .. Aided.Select(group => new CityQuestion(
                $"aid.rate.{group.Word}",
                AnswerForm.Rate,
                group.Rate,
                new($"Medical aid: rate for {group.Title.En}", $"医疗救助：{group.Title.Zh}救助比例"),
                new("What is paid of the rest in scope; 0% for nothing.", "对剩余的政策范围内费用支付的比例；不救助则写 0%。")
            )
            {
                Needs = [("aid", "yes")],
            }),
            new(
                "aid.cap",
                AnswerForm.AmountOrNone,
                "50_000",
                new("Medical aid: cap of the year", "医疗救助：年度限额"),
                new("The most that is paid for a member in a benefit year.", "一个待遇年度内为一名对象支付的最高金额。")
            )
            {
                Needs = [("aid", "yes")],
            },
        ];
}
