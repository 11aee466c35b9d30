using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>The index, the gates and the catalogue of a skeleton.</summary>
/// <param name="answers">The answers, all of them.</param>
/// <param name="language">The language of notes.</param>
internal sealed class PolicyTexts(CityAnswers answers, Language language)
{
    private static readonly (string Id, string When, BilingualText Reference, BilingualText Message)[] Gates =
    [
        (
            "not_enrolled",
            "enrolment: [none, suspended]",
            FileText.ToFillIn,
            new("The member is not enrolled on the day of care.", "就医当日未参保或处于停保状态。")
        ),
        (
            "no_agreement",
            "provider.agreement: [none, suspended], emergency: no",
            FileText.ToFillIn,
            new("The provider has no agreement on the day of care.", "就医当日该机构无有效定点协议。")
        ),
        (
            "enrolled_twice",
            "duplicate_enrolment: yes",
            FileText.ToFillIn,
            new("The member is enrolled twice: clear first which insurance pays.", "重复参保：须先确认由哪一项医保支付。")
        ),
        (
            "work_injury",
            "cause: work_injury",
            OfTheLaw("一", 1),
            new("The work-injury insurance fund owes this bill.", "该费用应由工伤保险基金支付。")
        ),
        ("third_party", "cause: third_party", OfTheLaw("二", 2), new("A third party owes this bill.", "该费用应由第三人负担。")),
        ("public_health", "cause: public_health", OfTheLaw("三", 3), new("Public health owes this bill.", "该费用应由公共卫生负担。")),
    ];

    /// <summary>What the gates are called and ask, in their order.</summary>
    public static IEnumerable<(string Id, BilingualText Message)> GateNames => Gates.Select(gate => (gate.Id, gate.Message));

    public string Index()
    {
        var text = new FileText()
            .Line("format: 1")
            .Line($"id: {answers["id"]}")
            .Line($"title: {FileText.Both(new(answers["title.en"], answers["title.zh"]))}")
            .Line(
                language == Language.Chinese
                    ? "# 填写全部依据并核对数值后，改为 enacted，并在 note 中写明例外。"
                    : "# Write enacted once all references are filled in and the values are checked; let the note name what is not."
            )
            .Line("status: example")
            .Line($"from: {answers["from"]}")
            .Line($"benefit_year: {{ starts: {answers["benefit_year"]}, decided_by: discharge }}")
            .Line("rounding: { to: 0.01, each: move }")
            .Line("payers:");
        foreach (var scheme in answers.Schemes)
            text.Line(Payer(new SkeletonLayer(scheme, "inpatient").Payer));
        foreach (var scheme in answers.Schemes.Where(one => answers.Has(one, "critical")))
            text.Line(Payer(new SkeletonLayer(scheme, "critical").Payer));
        if (answers.HasAid)
            text.Line(Payer("medical_aid"));
        return text.ToString();
    }

    public static string OfGates()
    {
        var text = new FileText().Line("gates:");
        foreach (var (id, when, reference, message) in Gates)
            text.Line($"  - id: {id}")
                .Line($"    when: {{ {when} }}")
                .Line($"    then: {(id == "enrolled_twice" ? "hold" : "refuse")}")
                .Line($"    {FileText.Reference(reference)}")
                .Line($"    message: {FileText.Both(message)}");
        return text.ToString();
    }

    public string Catalogue() =>
        new FileText()
            .Line("ceiling: trim")
            .Line("table:")
            .Line($"  {answers["from"]}:")
            .Line($"    {FileText.Reference(FileText.ToFillIn)}")
            .Line("    rows:")
            .Line("      - { when: { item.class: A }, first_self_pay: 0% }")
            .Line($"      - {{ when: {{ item.class: B }}, first_self_pay: {answers["class_b"]} }}")
            .Line("      - { when: { item.class: C }, out_of_scope: yes }")
            .ToString();

    private static BilingualText OfTheLaw(string item, int number) =>
        new($"Social Insurance Law (2010), article 30, item {Digits.Show(number)}", $"《中华人民共和国社会保险法》第三十条第（{item}）项");

    private static string Payer(string id)
    {
        var (title, fund, field) = id switch
        {
            "employee_fund" => (new BilingualText("Employee pooled fund", "职工医保统筹基金"), "310100", "hifp_pay"),
            "resident_fund" => (new("Resident pooled fund", "城乡居民医保基金"), "390100", "hifp_pay"),
            "large_fund" => (new("Large-cost fund of employees", "职工大额医疗费用补助资金"), "330100", "hifob_pay"),
            "critical_fund" => (new("Critical illness insurance of residents", "城乡居民大病保险资金"), "390200", "hifmi_pay"),
            _ => (new("Medical aid", "医疗救助资金"), "610100", "maf_pay"),
        };
        return $"  {id}: {{ title: {FileText.Both(title)}, nhsa: {{ fund: \"{fund}\", field: {field} }} }}";
    }
}
