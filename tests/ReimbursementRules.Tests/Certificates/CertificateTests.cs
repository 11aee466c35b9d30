using ReimbursementRules.Certificates;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;
using ReimbursementRules.Laws;
using ReimbursementRules.Mutants;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Certificates;

/// <summary>What a certificate says of small rulebooks.</summary>
public sealed class CertificateTests
{
    /// <summary>Class A, B and C inpatient, and each where the layer does not apply: six cases, each with a curve.</summary>
    [Fact]
    public void Town_IsMonotoneAndItsLawsHold()
    {
        using var town = new RulebookFolder();

        var certificate = Of(town);

        (certificate.Combinations, certificate.IsFinished).ShouldBe((6, true));
        certificate.Curves.ShouldBe((6, 6, 6));
        certificate.Cliffs.ShouldBeEmpty();
        certificate.Laws.Select(law => law.Id).ShouldBe(Law.All.Select(law => law.Id));
        certificate.Laws.ShouldAllBe(law => law.Claims > 0 && law.Claims <= certificate.Claims);
        certificate.Laws.ShouldAllBe(law => law.Failed == 0);
        certificate.IsClean.ShouldBeTrue();
    }

    /// <summary>From a bill of 800.00 on nothing is paid: a cliff for classes A and B.</summary>
    [Fact]
    public void Cliffs_AreToldWithTheirCaseAndRow()
    {
        using var town = new RulebookFolder();
        town.Replace("2-basic.yaml", "setting: inpatient }", "setting: inpatient, bill: { below: 800 } }");

        var certificate = Of(town);

        certificate
            .Cliffs.Select(cliff => $"{cliff.Case} at {cliff.At}, {cliff.Source!.Place.File}")
            .ShouldBe(
                ["item.class: A; setting: inpatient at 800.00, 2-basic.yaml", "item.class: B; setting: inpatient at 800.00, 2-basic.yaml"],
                ignoreOrder: true
            );
        certificate.Curves.Monotone.ShouldBe(4);
    }

    [Fact]
    public void Case_ThatFails_IsCounted()
    {
        using var town = new RulebookFolder();
        town.With(
            "2-basic.cases.yaml",
            "- case: Wrong\n  why: It is not so.\n"
                + "  claim: { discharged: 2020-10-08, setting: inpatient, items: [{ class: A, amount: 700 }] }\n"
                + "  expect: { fund: 74.00 }\n"
        );

        var certificate = Of(town);

        certificate.Cases.ShouldBe((0, 1));
        certificate.Mutants.ShouldBeNull();
        certificate.IsClean.ShouldBeFalse();
        CertificateReport.Write(certificate).ShouldContain("\"mutants\": null");
    }

    /// <summary>One case reaches more than none, and notices what none notices.</summary>
    [Fact]
    public void CoverageAndMutants_AreThoseOfCheck()
    {
        using var town = new RulebookFolder();
        var without = Of(town);
        town.With(
            "2-basic.cases.yaml",
            "- case: Above the deductible 75% is paid\n  why: (700 - 600) × 75% = 75\n"
                + "  claim: { discharged: 2020-10-08, setting: inpatient, items: [{ class: A, amount: 700 }] }\n"
                + "  expect: { fund: 75.00 }\n"
        );

        var certificate = Of(town);

        without.Coverage.Reached.ShouldBe(0);
        without.Mutants!.Killed.ShouldBe(0);
        certificate.Coverage.ShouldBe(RulebookCoverage.Run(town.Path, new GridEngine()).Count);
        certificate.Mutants.ShouldBe(MutantCheck.Run(town.Path).Total);
        certificate.Mutants!.Killed.ShouldBeGreaterThan(0);
        CertificateReport
            .Write(certificate)
            .ShouldContain($"\"coverage\": {{\n      \"reached\": {certificate.Coverage.Reached},\n      \"points\": ");
    }

    /// <summary>A bound with the case that is nearest to it, and one that no case has a distance from.</summary>
    [Fact]
    public void Targets_AreToldWithTheirMargin()
    {
        using var town = new RulebookFolder();
        town.With(
            "targets.yaml",
            "targets:\n"
                + "  - { id: share, title: { en: S, zh: 比 }, fund: fund, reference: x, value: rate, must: { at_least: 70.5% } }\n"
                + "  - { id: cap, title: { en: C, zh: 限 }, fund: fund, reference: x, value: cap, must: { at_least: 1 } }\n"
        );

        var text = CertificateReport.Write(Of(town));

        text.ShouldContain(
            "\"margin\": {\n        \"by\": \"4.5\",\n        \"unit\": \"points\",\n        \"case\": \"\",\n"
                + "        \"place\": \"2-basic.yaml:"
        );
        text.ShouldContain("\"margin\": null");
    }

    /// <summary>What the town pays falls from a bill of 800.00 on, by 75% of 199.99 at most: an optional law that it has not, and two that
    /// it has.</summary>
    [Fact]
    public void OptionalLaws_AreToldWithTheLargestBreach()
    {
        using var town = new RulebookFolder();
        town.Replace("2-basic.yaml", "setting: inpatient }", "setting: inpatient, bill: { below: 800 } }");

        var laws = Of(town).OptionalLaws;

        laws.Select(law => law.Id).ShouldBe(["more_fee", "lower_level", "poverty"]);
        laws[0].Failed.ShouldBeGreaterThan(0);
        laws[0].LargestBreach.ShouldBe(Money.Yuan(149.99m));
        laws[0].Case.ShouldBe("item.class: A; setting: inpatient");
        laws[1..].ShouldAllBe(law => law.Failed == 0 && law.Claims > 0 && law.LargestBreach == null);
    }

    /// <summary>Two engines that choose otherwise break a law on each claim at which it makes a difference.</summary>
    [Fact]
    public void Laws_OfAnEngineThatChoosesOtherRows_AreBroken()
    {
        using var town = new RulebookFolder();
        town.Replace(
            "2-basic.yaml",
            "{ value: 75%",
            "{ rows: [ { when: { hospital.level: one }, value: 90% }, { otherwise: true, value: 50% } ]"
        );

        var certificate = Certificate.Of(town.Path, new GridEngine(), new FirstRow(), 100, Money.Yuan(1_000_000));

        certificate.Laws.Where(law => law.Failed > 0).Select(law => law.Id).ShouldBe(["row_order", "both_engines"]);
        certificate.IsClean.ShouldBeFalse();
    }

    /// <summary>What the certificate cannot try it names.</summary>
    [Fact]
    public void Laws_ThatAreNotTried_AreNamed() =>
        SettlementLaws
            .All.Select(law => law.Id)
            .Except(Law.All.Select(law => law.Id), StringComparer.Ordinal)
            .ShouldAllBe(id => Text().Split("\"not_tried\"")[1].Contains($"\"law\": \"{id}\"", StringComparison.Ordinal));

    [Fact]
    public void Certificate_MadeAgain_IsTheSameText()
    {
        using var town = new RulebookFolder();

        CertificateReport.Write(Of(town)).ShouldBe(CertificateReport.Write(Of(town)));
    }

    [Fact]
    public void Folder_WithProblems_IsRefused()
    {
        using var town = new RulebookFolder();
        town.Replace("2-basic.yaml", "75%", "75");

        Should.Throw<PolicyException>(() => Of(town));
    }

    private static string Text()
    {
        using var town = new RulebookFolder();
        return CertificateReport.Write(Of(town));
    }

    private static Certificate Of(RulebookFolder folder) =>
        Certificate.Of(folder.Path, new NRulesEngine(), new GridEngine(), 100, Money.Yuan(1_000_000));
}
