using ReimbursementRules.Mutants;
using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>The files of the layers of a skeleton.</summary>
/// <param name="answers">The answers, all of them.</param>
internal sealed class LayerTexts(CityAnswers answers)
{
    private static readonly string PoorGroups = string.Join(", ", CityQuestions.Poor);

    private string From => answers["from"];

    /// <summary>The text of a layer's file.</summary>
    public string Of(SkeletonLayer layer) =>
        layer.Kind switch
        {
            "inpatient" => Inpatient(layer),
            "outpatient" => Outpatient(layer),
            "critical" => Critical(layer),
            _ => Aid(layer),
        };

    private string Inpatient(SkeletonLayer layer)
    {
        var text = Head(layer, $"setting: inpatient, scheme: {layer.Scheme}", "in_scope");
        if (answers.HasStayDeductible(layer.Scheme))
            text.Lines(Step("deductible", "deductible", "per: admission")).Lines(Rows("amount", StayDeductibles(layer.Scheme)));
        return Cap(WithRates(text, layer), layer, "inpatient.cap").ToString();
    }

    private string Outpatient(SkeletonLayer layer)
    {
        var text = Head(layer, $"setting: outpatient, scheme: {layer.Scheme}", "in_scope");
        if (answers.Amount($"{layer.Scheme}.outpatient.deductible") > Money.Zero)
            text.Lines(Step("deductible", "deductible", "per: year"))
                .Lines(Value("amount", answers[$"{layer.Scheme}.outpatient.deductible"]));
        return Cap(WithRates(text, layer), layer, "outpatient.cap").ToString();
    }

    private string Critical(SkeletonLayer layer)
    {
        var scheme = layer.Scheme;
        var (all, poor) = (answers[$"{scheme}.critical.deductible"], answers[$"{scheme}.critical.poor_deductible"]);
        var text = Head(layer, $"setting: inpatient, scheme: {scheme}", $"[{string.Join(", ", answers.LeftOfStays(scheme))}]")
            .Lines(Step("deductible", "deductible", "per: year"))
            .Lines(Rows("amount", [$"when: {{ poverty: [{PoorGroups}] }}, value: {poor}", $"otherwise: true, value: {all}"]))
            .Lines(Step("share", "tiers", "edges: after_deductible", "per: year"))
            .Lines(Value("table", Bands(answers[$"{scheme}.critical.rate"])))
            .Line("    adjust:")
            .Line($"      - {From}:")
            .Line($"          {FileText.Reference(FileText.ToFillIn)}")
            .Line("          rows:")
            .Line($"            - {{ when: {{ poverty: [{PoorGroups}] }}, add: {answers[$"{scheme}.critical.poor_more"]} }}")
            .Line("            - { otherwise: true, add: 0% }");
        if (answers[$"{scheme}.critical.cap"] is not "none" and var cap)
            text.Lines(Step("cap", "cap", "of: payment", "per: year"))
                .Lines(Rows("amount", [$"when: {{ poverty: [{PoorGroups}] }}, value: none", $"otherwise: true, value: {cap}"]));
        return text.ToString();
    }

    private string Aid(SkeletonLayer layer)
    {
        var groups = string.Join(", ", CityQuestions.Aided.Select(group => group.Word));
        var text = Head(layer, $"setting: inpatient, poverty: [{groups}]", $"[{string.Join(", ", answers.LeftOfStays(answers.Schemes))}]")
            .Lines(Step("share", "tiers", "edges: after_deductible"))
            .Lines(
                Rows(
                    "table",
                    CityQuestions.Aided.Select(group => $"when: {{ poverty: {group.Word} }}, value: {answers[$"aid.rate.{group.Word}"]}")
                )
            );
        if (answers["aid.cap"] is not "none" and var cap)
            text.Lines(Step("cap", "cap", "of: payment", "per: year")).Lines(Value("amount", cap));
        return text.ToString();
    }

    private static FileText Head(SkeletonLayer layer, string applies, string within) =>
        new FileText()
            .Line($"id: {layer.Id}")
            .Line($"title: {FileText.Both(layer.Title)}")
            .Line($"payer: {layer.Payer}")
            .Line($"applies: {{ {applies} }}")
            .Line($"base: {within}")
            .Line("steps:");

    /// <summary>The rates by level, and what care elsewhere takes off them.</summary>
    private FileText WithRates(FileText text, SkeletonLayer layer) =>
        text.Lines(Step("share", "tiers", "edges: after_deductible"))
            .Lines(
                Rows(
                    "table",
                    CityQuestions.Levels.Select(level => $"when: {{ hospital.level: {Hospitals(level)} }}, value: {RateOf(layer, level)}")
                )
            )
            .Line("    adjust:")
            .Line($"      - {From}:")
            .Line($"          {FileText.Reference(FileText.ToFillIn)}")
            .Line("          rows:")
            .Lines(Elsewhere().Select(row => $"            - {{ when: {{ {row}"));

    private IEnumerable<string> Elsewhere()
    {
        const string Out = "location: [out_of_city, out_of_province], referral:";
        var (referred, unreferred) = (answers["elsewhere.referred"], answers["elsewhere.unreferred"]);
        return
        [
            "location: [in_area, out_of_county] }, add: 0% }",
            $"{Out} resettled }}, add: 0% }}",
            $"{Out} [referred, filed] }}, less: {referred} }}",
            $"{Out} none, emergency: yes }}, less: {referred} }}",
            $"{Out} none, emergency: no }}, less: {unreferred} }}",
        ];
    }

    private IEnumerable<string> StayDeductibles(string scheme)
    {
        foreach (var level in CityQuestions.Levels)
        {
            var (first, later) = (answers.StayDeductible(scheme, level, true), answers.StayDeductible(scheme, level, false));
            var hospitals = $"hospital.level: {Hospitals(level)}";
            if (answers[$"{scheme}.inpatient.again"] == "100%")
                yield return $"when: {{ {hospitals} }}, value: {StatedClaim.Show(first)}";
            else
            {
                yield return $"when: {{ {hospitals}, admission: first }}, value: {StatedClaim.Show(first)}";
                yield return $"when: {{ {hospitals}, admission: [second, later] }}, value: {StatedClaim.Show(later)}";
            }
        }
    }

    /// <summary>The level, with unrated hospitals where they count as it.</summary>
    private string Hospitals(string level) => answers["unrated"] == level ? $"[{level}, unrated]" : level;

    private FileText Cap(FileText text, SkeletonLayer layer, string question) =>
        answers[$"{layer.Scheme}.{question}"] is not "none" and var cap
            ? text.Lines(Step("cap", "cap", "of: payment", "per: year")).Lines(Value("amount", cap))
            : text;

    private static IEnumerable<string> Step(string id, string kind, params IEnumerable<string> keys) =>
        [$"  - id: {id}", $"    kind: {kind}", .. keys.Select(key => $"    {key}")];

    private IEnumerable<string> Value(string key, string value) =>
        [$"    {key}:", $"      {From}:", $"        value: {value}", $"        {FileText.Reference(FileText.ToFillIn)}"];

    private IEnumerable<string> Rows(string key, IEnumerable<string> rows) =>
        [
            $"    {key}:",
            $"      {From}:",
            $"        {FileText.Reference(FileText.ToFillIn)}",
            "        rows:",
            .. rows.Select(row => $"          - {{ {row} }}"),
        ];

    private string RateOf(SkeletonLayer layer, string level) => Bands(answers[$"{layer.Scheme}.{layer.Kind}.rate.{level}"]);

    /// <summary>A rate, or bands as a file lists them.</summary>
    private static string Bands(string answer)
    {
        var bands = AnswerForm.BandsOf(answer).ToList();
        return bands is [var (_, rate)]
            ? rate.ToString()
            : $"[{string.Join(", ", bands.Select(band => $"{{ above: {StatedClaim.Show(band.Above)}, rate: {band.Rate} }}"))}]";
    }
}
