using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>The questions about the benefits of a scheme.</summary>
internal sealed class SchemeQuestions
{
    private readonly string _scheme;
    private readonly BilingualText _members;
    private readonly BilingualText _critical;
    private readonly Defaults _offered;

    private SchemeQuestions(string scheme)
    {
        _scheme = scheme;
        (_members, _critical, _offered) =
            scheme == "employee"
                ? (new BilingualText("Employees", "职工"), new BilingualText("large costs", "大额医疗费用补助"), OfEmployees)
                : (new BilingualText("Residents", "居民"), new BilingualText("critical illness", "大病保险"), OfResidents);
    }

    private static Defaults OfEmployees =>
        new()
        {
            Deductibles = ["400", "600", "800"],
            Rates = ["92%", "89%", "86%"],
            Cap = "300_000",
            VisitDeductible = "500",
            VisitRates = ["80%", "70%", "60%"],
            VisitCap = "3_500",
            CriticalDeductible = "20_000",
            PoorDeductible = "10_000",
            CriticalRate = "80%",
            CriticalCap = "none",
        };

    private static Defaults OfResidents =>
        new()
        {
            Deductibles = ["300", "600", "1_000"],
            Rates = ["85%", "75%", "65%"],
            Cap = "150_000",
            VisitDeductible = "100",
            VisitRates = ["60%", "50%", "40%"],
            VisitCap = "500",
            CriticalDeductible = "15_000",
            PoorDeductible = "7_500",
            CriticalRate = "0 60%, 50_000 65%",
            CriticalCap = "300_000",
        };

    public static IEnumerable<CityQuestion> Of(string scheme)
    {
        var questions = new SchemeQuestions(scheme);
        return [.. questions.Stays(), .. questions.Visits(), .. questions.Critical()];
    }

    private IEnumerable<CityQuestion> Stays() =>
        [
            .. ByLevel(
                "inpatient.deductible",
                AnswerForm.Amount,
                _offered.Deductibles,
                new("stays, deductible", "住院起付线"),
                new(
                    "What the patient bears first of each stay, before the fund pays; for the first stay of a year.",
                    "每次住院先由个人承担的金额，超过后基金才支付；此处为年度内首次住院。"
                )
            ),
            Ask(
                "inpatient.again",
                AnswerForm.Rate,
                "50%",
                new("stays, deductible from the second of a year on", "住院，年度内第二次及以后的起付线"),
                new(
                    "The share of these amounts that is taken for later stays of the year; 100% where nothing changes.",
                    "年度内再次住院时，按上述金额的这一比例收取；不变则写 100%。"
                )
            ),
            .. ByLevel(
                "inpatient.rate",
                AnswerForm.Bands,
                _offered.Rates,
                new("stays, rate", "住院支付比例"),
                new(
                    "What the fund pays of the cost in scope beyond the deductible; in bands where the rate changes with it.",
                    "政策范围内、起付线以上费用中基金支付的比例；随一次住院的费用变化时分段写。"
                )
            ),
            Ask(
                "inpatient.cap",
                AnswerForm.AmountOrNone,
                _offered.Cap,
                new("stays, cap of the year", "住院年度封顶线"),
                new(
                    "The most that the fund pays for the stays of a member in a benefit year.",
                    "一个待遇年度内基金为一名参保人住院支付的最高金额。"
                )
            ),
        ];

    private IEnumerable<CityQuestion> Visits() =>
        [
            Ask(
                "outpatient",
                AnswerForm.YesNo,
                "yes",
                new("does the fund pay for visits?", "普通门诊是否支付"),
                new("Ordinary visits, without special and chronic diseases.", "普通门诊统筹，不含门诊特殊病和慢性病。")
            ),
            Ask(
                "outpatient.deductible",
                AnswerForm.Amount,
                _offered.VisitDeductible,
                new("visits, deductible of the year", "普通门诊年度起付线"),
                new(
                    "What the patient bears first in a benefit year; 0 where there is none.",
                    "一个待遇年度内先由个人承担的金额；没有则写 0。"
                ),
                "outpatient"
            ),
            .. ByLevel(
                "outpatient.rate",
                AnswerForm.Bands,
                _offered.VisitRates,
                new("visits, rate", "普通门诊支付比例"),
                new(
                    "What the fund pays of a visit's cost in scope beyond the deductible.",
                    "政策范围内、起付线以上的门诊费用中基金支付的比例。"
                ),
                "outpatient"
            ),
            Ask(
                "outpatient.cap",
                AnswerForm.AmountOrNone,
                _offered.VisitCap,
                new("visits, cap of the year", "普通门诊年度限额"),
                new(
                    "The most that the fund pays for the visits of a member in a benefit year.",
                    "一个待遇年度内基金为一名参保人门诊支付的最高金额。"
                ),
                "outpatient"
            ),
        ];

    private IEnumerable<CityQuestion> Critical() =>
        [
            Ask(
                "critical",
                AnswerForm.YesNo,
                "yes",
                new($"is there insurance of {_critical.En}?", $"是否有{_critical.Zh}"),
                new("It pays of what the patient is left with after the stays of a year.", "对年度内住院报销后个人负担的合规费用再次支付。")
            ),
            Ask(
                "critical.deductible",
                AnswerForm.Amount,
                _offered.CriticalDeductible,
                new($"{_critical.En}, deductible of the year", $"{_critical.Zh}年度起付线"),
                new("So much of what is left to the patient in a benefit year does not count.", "一个待遇年度内个人负担中不计入的部分。"),
                "critical"
            ),
            Ask(
                "critical.rate",
                AnswerForm.Bands,
                _offered.CriticalRate,
                new($"{_critical.En}, rate", $"{_critical.Zh}支付比例"),
                new(
                    "What is paid of the rest; in bands where the rate rises with the sum of the year.",
                    "对超出部分支付的比例；随年度累计金额提高时分段写。"
                ),
                "critical"
            ),
            Ask(
                "critical.cap",
                AnswerForm.AmountOrNone,
                _offered.CriticalCap,
                new($"{_critical.En}, cap of the year", $"{_critical.Zh}年度封顶线"),
                new("The most that is paid in a benefit year; the poor have no cap.", "一个待遇年度内支付的最高金额；困难群众不设封顶线。"),
                "critical"
            ),
            Ask(
                "critical.poor_deductible",
                AnswerForm.Amount,
                _offered.PoorDeductible,
                new($"{_critical.En}, deductible of the poor", $"{_critical.Zh}困难群众起付线"),
                new(
                    "For the extremely poor, members on the minimum allowance and those who fell back into poverty.",
                    "适用于特困人员、低保对象和返贫致贫人口。"
                ),
                "critical"
            ),
            Ask(
                "critical.poor_more",
                AnswerForm.PointsMore,
                "5%",
                new($"{_critical.En}, points more for the poor", $"{_critical.Zh}困难群众提高百分点"),
                new(
                    "Percentage points added to the rate for the same groups; 0% for none.",
                    "同一群体的支付比例提高的百分点；没有则写 0%。"
                ),
                "critical"
            ),
        ];

    private IEnumerable<CityQuestion> ByLevel(
        string name,
        AnswerForm form,
        string[] offered,
        BilingualText title,
        BilingualText explanation,
        string? benefit = null
    ) =>
        CityQuestions.Levels.Select(
            (level, i) =>
                Ask(
                    $"{name}.{level}",
                    form,
                    offered[i],
                    new($"{title.En} at level {level}", $"{AnswerWords.Chinese[level]}医院{title.Zh}"),
                    explanation,
                    benefit
                )
        );

    /// <param name="name">The name after that of the scheme.</param>
    /// <param name="form">How the answer is written.</param>
    /// <param name="offered">The answer that is offered.</param>
    /// <param name="title">What is asked, without the scheme.</param>
    /// <param name="explanation">What the term means.</param>
    /// <param name="benefit">The benefit without which it is not asked; null where it always is.</param>
    private CityQuestion Ask(
        string name,
        AnswerForm form,
        string offered,
        BilingualText title,
        BilingualText explanation,
        string? benefit = null
    ) =>
        new($"{_scheme}.{name}", form, offered, new($"{_members.En}: {title.En}", $"{_members.Zh}：{title.Zh}"), explanation)
        {
            Needs = benefit is null ? [("schemes", _scheme)] : [("schemes", _scheme), ($"{_scheme}.{benefit}", "yes")],
        };

    /// <summary>What is offered for a scheme; rates and deductibles by level, the lowest first.</summary>
    private sealed record Defaults
    {
        public required string[] Deductibles { get; init; }
        public required string[] Rates { get; init; }
        public required string Cap { get; init; }
        public required string VisitDeductible { get; init; }
        public required string[] VisitRates { get; init; }
        public required string VisitCap { get; init; }
        public required string CriticalDeductible { get; init; }
        public required string PoorDeductible { get; init; }
        public required string CriticalRate { get; init; }
        public required string CriticalCap { get; init; }
    }
}
