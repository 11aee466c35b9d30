using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>A layer of a skeleton: what it is called, who pays, and what it states.</summary>
/// <param name="Scheme">The scheme; empty for medical aid, which is for all.</param>
/// <param name="Kind"><c>inpatient</c>, <c>outpatient</c>, <c>critical</c> or <c>aid</c>.</param>
internal sealed record SkeletonLayer(string Scheme, string Kind)
{
    /// <summary>Its id, which its steps and parts begin with.</summary>
    public string Id => Scheme.Length == 0 ? "medical_aid" : $"{Scheme}_{Kind}";

    /// <summary>The payer.</summary>
    public string Payer =>
        Kind switch
        {
            "critical" => Scheme == "employee" ? "large_fund" : "critical_fund",
            "aid" => "medical_aid",
            _ => $"{Scheme}_fund",
        };

    public BilingualText Title =>
        (Kind, Scheme) switch
        {
            ("inpatient", "employee") => new("Employees, inpatient", "职工医保住院"),
            ("inpatient", _) => new("Residents, inpatient", "居民医保住院"),
            ("outpatient", "employee") => new("Employees, visits", "职工医保普通门诊"),
            ("outpatient", _) => new("Residents, visits", "居民医保普通门诊"),
            ("critical", "employee") => new("Employees, large costs", "职工大额医疗费用补助"),
            ("critical", _) => new("Residents, critical illness insurance", "城乡居民大病保险"),
            _ => new("Medical aid", "医疗救助"),
        };
}

/// <content>The answers as the files need them.</content>
public sealed partial class CityAnswers
{
    /// <summary>The schemes.</summary>
    internal IReadOnlyList<string> Schemes => [.. AnswerForm.SchemesOf(this["schemes"])];

    /// <summary>Whether there is medical aid.</summary>
    internal bool HasAid => this["aid"] == "yes";

    /// <summary>All layers, in the order of their files.</summary>
    internal IEnumerable<SkeletonLayer> Layers =>
        [
            .. Schemes.Select(scheme => new SkeletonLayer(scheme, "inpatient")),
            .. Schemes.Where(scheme => Has(scheme, "outpatient")).Select(scheme => new SkeletonLayer(scheme, "outpatient")),
            .. Schemes.Where(scheme => Has(scheme, "critical")).Select(scheme => new SkeletonLayer(scheme, "critical")),
            .. HasAid ? [new SkeletonLayer("", "aid")] : Array.Empty<SkeletonLayer>(),
        ];

    /// <summary>Whether a scheme has a benefit that is asked for.</summary>
    internal bool Has(string scheme, string benefit) => this[$"{scheme}.{benefit}"] == "yes";

    /// <summary>An amount.</summary>
    internal Money Amount(string question) => Money.TryParse(this[question], out var amount) ? amount : Money.Zero;

    /// <summary>A rate.</summary>
    internal Rate RateOf(string question) => Rate.TryParse(this[question], out var rate) ? rate : Rate.None;

    /// <summary>The deductible of the first stay of a year, or of later ones.</summary>
    internal Money StayDeductible(string scheme, string level, bool isFirst)
    {
        var first = Amount($"{scheme}.inpatient.deductible.{LevelOf(level)}");
        return isFirst ? first : first.Portion(RateOf($"{scheme}.inpatient.again"));
    }

    /// <summary>Whether any stay of a scheme has a deductible.</summary>
    internal bool HasStayDeductible(string scheme) =>
        CityQuestions.Levels.Any(level => StayDeductible(scheme, level, isFirst: true) > Money.Zero);

    /// <summary>The level whose values a hospital has.</summary>
    internal string LevelOf(string level) => level == "unrated" ? this["unrated"] : level;

    /// <summary>What the inpatient layers leave to the patient, by its names: all of it, or that of a scheme.</summary>
    internal IEnumerable<string> LeftOfStays(params IEnumerable<string> schemes) =>
        schemes.SelectMany(scheme =>
        {
            var id = new SkeletonLayer(scheme, "inpatient").Id;
            return (string[])
                [
                    .. HasStayDeductible(scheme) ? [$"{id}.deductible"] : Array.Empty<string>(),
                    $"{id}.share",
                    .. this[$"{scheme}.inpatient.cap"] == "none" ? [] : new[] { $"{id}.cap" },
                ];
        });
}
