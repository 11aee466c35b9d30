using ReimbursementRules.Contracts;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>The sheet of a provider's year, word for word.</summary>
public sealed class ContractReportTests
{
    private static readonly ProviderContract Every = Years.Contract(
        Years.Standard(
            "year",
            "1_000",
            $"excess: {StepText.Dated("value: [{ above: 0%, fund: 70% }, { above: 10%, fund: 0% }]")}, shareable: {{ "
                + $"cases_per_person: {StepText.Dated("value: 2")}, cost_per_case: {StepText.Dated("value: 115")}, otherwise: "
                + $"rest_not_shared }}, claims: {{ disease: a }}"
        ),
        Years.Standard("head", "12", "claims: { disease: b }").Replace("id: s", "id: heads", StringComparison.Ordinal),
        Years.Standard("month", "10", "claims: { disease: c }").Replace("id: s", "id: months", StringComparison.Ordinal),
        Years
            .Standard("point", "90", $"points: {StepText.Dated("value: 52.5")}, claims: {{ disease: d }}")
            .Replace("id: s", "id: points", StringComparison.Ordinal),
        "{ id: rest, kind: as_settled, reference: Town order }",
        $"{{ id: fees, kind: average, each: half_year, target: {StepText.Dated("value: 100")}, tolerance: 5%, deducts: above_tolerance }}",
        $"{{ id: price, kind: price, claims: {{ disease: d }}, amount: {StepText.Dated("value: 150")} }}",
        "{ id: denied, kind: denials, reference: Town order }",
        $"{{ id: total, kind: total, amount: {StepText.Dated("value: 6_000")} }}",
        $"{{ id: score, kind: factor, table: {StepText.Dated("value: 95%")} }}",
        $"{{ id: kept, kind: retention, of: total, rate: {StepText.Dated("value: 6%")}, release: {StepText.Dated("value: 50%")} }}",
        $"{{ id: ahead, kind: advance, of: total, rate: {StepText.Dated("value: 100%")} }}",
        $"{{ id: shared, kind: split, items: {{ item.code: remote }}, keeps: {StepText.Dated("value: 40%")} }}"
    );

    [Theory]
    [InlineData("en.txt", Language.English)]
    [InlineData("zh.txt", Language.Chinese)]
    public void Sheet_OfAYear_IsAsApproved(string form, Language language) =>
        ContractReport
            .Write(
                Every.Settle(
                    Years.Of(Of("a", 1, 1_200), Of("b", 2, 100), Of("c", 3, 25), Of("d", 9, 1_000), Of("e", 10, 90)) with
                    {
                        Heads = 10,
                        Denied = [new(Money.Yuan(30), "split items") { Claim = "d" }, new(Money.Yuan(9_000), "fraud")],
                    }
                ),
                language
            )
            .ShouldMatchApproved(how =>
                how.NoDiff()
                    .SubFolder("Approved")
                    .WithFileExtension("txt")
                    .WithFilenameGenerator((_, _, type, ending) => $"contract.{form.Split('.')[0]}.{type}.{ending.TrimStart('.')}")
            );

    private static ProviderLine Of(string disease, int month, decimal actual) =>
        Years.Total(month, actual) with
        {
            Bill = Money.Yuan(actual * 2),
            Facts = Years.Total(month, 0).Facts with
            {
                Id = disease,
                Disease = disease,
                Items = [new() { Code = "remote", Amount = Money.Yuan(actual) }],
            },
        };
}
