using System.Xml;
using ReimbursementRules.Tests.Builders;
using static ReimbursementRules.Tests.Builders.CoverageTown;

namespace ReimbursementRules.Tests.Cli;

/// <summary><c>check --coverage</c>, and the files that it writes for other tools.</summary>
public sealed class CheckCoverageTests : IDisposable
{
    /// <summary>The elements and attributes of coverage-04 that the files use.</summary>
    private const string Dtd = """
        <!ELEMENT coverage (sources?,packages)>
        <!ATTLIST coverage line-rate CDATA #REQUIRED branch-rate CDATA #REQUIRED lines-covered CDATA #REQUIRED lines-valid CDATA #REQUIRED
          branches-covered CDATA #REQUIRED branches-valid CDATA #REQUIRED complexity CDATA #REQUIRED version CDATA #REQUIRED timestamp CDATA #REQUIRED>
        <!ELEMENT sources (source*)> <!ELEMENT source (#PCDATA)> <!ELEMENT packages (package*)>
        <!ELEMENT package (classes)>
        <!ATTLIST package name CDATA #REQUIRED line-rate CDATA #REQUIRED branch-rate CDATA #REQUIRED complexity CDATA #REQUIRED>
        <!ELEMENT classes (class*)> <!ELEMENT class (methods,lines)>
        <!ATTLIST class name CDATA #REQUIRED filename CDATA #REQUIRED line-rate CDATA #REQUIRED branch-rate CDATA #REQUIRED complexity CDATA #REQUIRED>
        <!ELEMENT methods (method*)> <!ELEMENT method (lines)> <!ELEMENT lines (line*)> <!ELEMENT line (conditions*)>
        <!ATTLIST line number CDATA #REQUIRED hits CDATA #REQUIRED branch CDATA "false" condition-coverage CDATA "100%">
        <!ELEMENT conditions (condition*)> <!ELEMENT condition EMPTY>
        <!ATTLIST condition number CDATA #REQUIRED type CDATA #REQUIRED coverage CDATA #REQUIRED>
        """;

    private readonly RulebookFolder _folder = new();
    private readonly string _out = Directory.CreateTempSubdirectory("coverage-").FullName;

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_out, recursive: true);
    }

    /// <summary>One stay below the deductible, of class A: 4 of 9 points are reached.</summary>
    private RulebookFolder Half => _folder.WithCases(Stay("2020-10-08", "500"));

    /// <summary>What could not be measured is not covered.</summary>
    [Fact]
    public void FailUnder_OfARulebookWithProblems_Fails()
    {
        using var folder = new RulebookFolder();
        folder.Replace("2-basic.yaml", "base: in_scope", "base: in_scop");
        var run = CliRun.Of("check", folder.Path, "--fail-under", "0");
        run.Code.ShouldBe(1);
        run.Output.ShouldContain("\ncoverage: not measured\nnot all is measured, so that --fail-under fails\n");
        run.Output.ShouldContain("failed: rulebooks 1, cases 0, targets 0, coverage 1\n");
        CliRun.Of("check", folder.Path, "--coverage", "--lang", "zh").Output.ShouldContain("\n覆盖率：未测\n");
    }

    [Fact]
    public void Coverage_TellsWhatIsReachedAndWhatIsNot() =>
        CliRun
            .Of("check", Half.Path, "--coverage")
            .Output.ShouldEndWith(
                """
                  coverage: 44.44%, 4 of 9
                    1-catalogue.yaml: 33.33%, 1 of 3
                      1-catalogue.yaml:8:9: no case comes to this row of 'catalogue' (item.class: B: first_self_pay: own). Add a claim on which it applies.
                      1-catalogue.yaml:9:9: no case comes to this row of 'catalogue' (item.class: C: out_of_scope: yes). Add a claim on which it applies.
                    2-basic.yaml: 50.00%, 3 of 6
                      2-basic.yaml:1:5: every case meets the conditions of the layer 'basic'. Add a claim to which it does not apply.
                      2-basic.yaml:7:5: no case fills the deductible 'basic.deductible'. Add a claim whose base is at least what is left of it.
                      2-basic.yaml:16:7: no case comes to the value 75% of 'basic.share.table'. Add a claim to which it applies.
                coverage: 44.44%, 4 of 9
                passed: rulebooks 1, cases 1, targets 0
                2 passed, 0 failed

                """
            );

    [Fact]
    public void Coverage_IsToldInChinese() =>
        CliRun
            .Of("check", Half.Path, "--coverage", "--lang", "zh")
            .Output.ShouldContain(
                "    2-basic.yaml：50.00%，3/6\n      2-basic.yaml:1:5: 所有用例均符合待遇层“basic”的条件。请补充不适用该层的单据。\n"
            );

    /// <summary>Without the option nothing is told of it.</summary>
    [Fact]
    public void Check_WithoutCoverage_TellsNothingOfIt() => CliRun.Of("check", Half.Path).Output.ShouldNotContain("coverage");

    [Fact]
    public void Coverage_OfARulebookWithProblems_IsNotMeasured()
    {
        var run = CliRun.Of("check", _folder.Without("1-catalogue.yaml").Path, "--coverage");
        run.Code.ShouldBe(1);
        run.Output.ShouldContain("  coverage: not measured, for the problems above\ncoverage: not measured\n");
    }

    /// <summary>4 of 9 are 44.444…%.</summary>
    [Theory]
    [InlineData("0", 0)]
    [InlineData("44.4", 0)]
    [InlineData("44.4444444444", 0)]
    [InlineData("44.4444444445", 1)]
    [InlineData("100", 1)]
    public void FailUnder_HoldsAtItsEdges(string percent, int code)
    {
        var run = CliRun.Of("check", Half.Path, "--fail-under", percent);
        run.Code.ShouldBe(code);
        run.Output.ShouldEndWith(
            code == 0
                ? "passed: rulebooks 1, cases 1, targets 0, coverage 1\n3 passed, 0 failed\n"
                : $"coverage is below {percent}%, which --fail-under asks\npassed: rulebooks 1, cases 1, targets 0\n"
                    + "failed: rulebooks 0, cases 0, targets 0, coverage 1\n2 passed, 1 failed\n"
        );
    }

    [Fact]
    public void FailUnder_OfAHundred_PassesWhereAllIsReached() =>
        CliRun
            .Of(
                "check",
                _folder
                    .WithCases(
                        Stay("2020-10-08", "500"),
                        Stay("2020-10-08", "700"),
                        Stay("2020-10-08", "1", "setting: outpatient"),
                        "claim: { discharged: 2020-10-08, setting: inpatient, items: [{ class: B, first_self_pay: 10%, amount: 1 }, "
                            + "{ class: C, amount: 1 }] }\n  expect: { fund: 0 }"
                    )
                    .Path,
                "--fail-under",
                "100"
            )
            .Code.ShouldBe(0);

    [Theory]
    [InlineData("100.01")]
    [InlineData("-1")]
    [InlineData("95%")]
    [InlineData("1e1")]
    [InlineData("")]
    [InlineData("many")]
    public void FailUnder_OfNoPercentage_IsMisused(string percent)
    {
        var run = CliRun.Of("check", Half.Path, "--fail-under", percent);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain($"'{percent}' is not a percentage from 0 to 100. Write it without a sign, such as 95 or 97.5.");
    }

    [Fact]
    public void Lcov_HasLinesAndBranches()
    {
        var file = Path.Combine(_out, "lcov.info");
        CliRun.Of("check", Half.Path, "--lcov", file).Code.ShouldBe(0);
        File.ReadAllText(file)
            .ShouldBe(
                $"""
                TN:
                SF:{_folder.Path}/1-catalogue.yaml
                BRF:0
                BRH:0
                DA:7,1
                DA:8,0
                DA:9,0
                LF:3
                LH:1
                end_of_record
                TN:
                SF:{_folder.Path}/2-basic.yaml
                BRDA:1,0,0,1
                BRDA:1,0,1,0
                BRDA:7,0,0,1
                BRDA:7,0,1,0
                BRF:4
                BRH:2
                DA:1,1
                DA:7,1
                DA:11,1
                DA:16,0
                LF:4
                LH:3
                end_of_record

                """
            );
    }

    /// <summary>A branch on a line that no case comes to was not tried, which is a dash.</summary>
    [Fact]
    public void Lcov_OfALineThatIsNotReached_HasDashes()
    {
        var file = Path.Combine(_out, "lcov.info");
        CliRun.Of("check", _folder.Path, "--lcov", file);
        File.ReadAllText(file).ShouldContain("BRDA:7,0,0,-\nBRDA:7,0,1,-\n");
    }

    [Fact]
    public void Cobertura_IsValid()
    {
        var file = Path.Combine(_out, "cobertura.xml");
        CliRun.Of("check", Half.Path, "--cobertura", file).Code.ShouldBe(0);
        var text = File.ReadAllText(file);
        text.ShouldContain("<coverage line-rate=\"0.5714\" branch-rate=\"0.5\" lines-covered=\"4\" lines-valid=\"7\"");
        text.ShouldContain("<line number=\"7\" hits=\"1\" branch=\"true\" condition-coverage=\"50% (1/2)\">");
        var wrong = new List<string>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, ValidationType = ValidationType.DTD };
        settings.ValidationEventHandler += (_, e) => wrong.Add(e.Message);
        using var reader = XmlReader.Create(
            new StringReader(
                text.Replace("SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\"", $"[{Dtd}]", StringComparison.Ordinal)
            ),
            settings
        );
        while (reader.Read()) { }
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--lcov")]
    [InlineData("--cobertura")]
    public void File_WithinTheRulebook_IsRefused(string option)
    {
        var run = CliRun.Of("check", Half.Path, option, Path.Combine(_folder.Path, "2-basic.yaml"));
        run.Code.ShouldBe(2);
        run.Error.ShouldContain("Name a file outside the rulebook's folder.");
    }

    [Fact]
    public void Files_OfOneName_AreRefused()
    {
        var file = Path.Combine(_out, "both");
        CliRun.Of("check", Half.Path, "--lcov", file, "--cobertura", file).Code.ShouldBe(2);
    }

    [Fact]
    public void File_ThatCannotBeWritten_IsTold()
    {
        var run = CliRun.Of("check", Half.Path, "--lcov", Path.Combine(_out, "none", "lcov.info"));
        run.Code.ShouldBe(1);
        run.Error.ShouldContain("--lcov: cannot write");
    }
}
