using System.Xml.Linq;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>What the command says of curves, as a sheet, as CSV and as a picture.</summary>
public sealed class CurveCommandTests : IDisposable
{
    private readonly RulebookFolder _town = new();
    private readonly string _files = Directory.CreateTempSubdirectory("curve-").FullName;

    public void Dispose()
    {
        _town.Dispose();
        Directory.Delete(_files, recursive: true);
    }

    /// <summary>The first 600 are the patient's, of the rest a quarter.</summary>
    [Fact]
    public void Curve_PrintsSegmentsAndBends()
    {
        var run = Of("--to", "1000");
        run.Error.ShouldBe("");
        run.Code.ShouldBe(0);
        run.Output.ShouldBe(
            """
            Town: Item 1 from 0.00 to 1,000.00
            ==================================
            All lines follow from the steps, exactly, before half a cent is rounded at each: the settlement is
            nowhere more than 0.5 cents from them.

            Who bears what, and how much of each further yuan
            =================================================
              From        To  Fund  of each yuan  Patient  of each yuan
            -----------------------------------------------------------
              0.00    599.99  0.00            0%     0.00          100%
            600.00  1,000.00  0.00           75%   600.00           25%

            Where it bends or jumps
            =======================
            - 600.00: The deductible (basic.deductible).
                Town order 2 [2-basic.yaml:11]
                Illustrative number, not law.

            Where a cent more costs the patient more than a cent, or loses a payment
            ========================================================================
            Nowhere.

            Where ceilings begin to cut
            ===========================
            Nowhere.

            """
        );
    }

    /// <summary>From 800.00 on nothing is paid any more: the fund loses 75% of 200.00, and the patient bears it.</summary>
    [Fact]
    public void Curve_InChinese_TellsCliffs()
    {
        _town.Replace("2-basic.yaml", "setting: inpatient }", "setting: inpatient, bill: { below: 800 } }");
        Of("--to", "1000", "--lang", "zh")
            .Output.ShouldContain(
                "多一分费用而患者多付超过一分，或某方支付减少之处\n"
                    + "================================================\n"
                    + "- 800.00：比例或分段（basic.share）。基金 -150.00 元，患者 +150.00 元。\n"
            );
    }

    [Fact]
    public void Curve_OfTheBill_KeepsTheProportions()
    {
        var run = CliRun.Of(
            "curve",
            _town.Path,
            Claim("items: [{ class: A, amount: 3 }, { class: C, amount: 1 }]"),
            "--item",
            "bill",
            "--to",
            "1000"
        );
        run.Output.ShouldStartWith("Town: The bill from 0.00 to 1,000.00, its items in proportion\n");
        run.Output.ShouldContain("800.00  1,000.00  0.00        56.25%   800.00        43.75%");
    }

    [Fact]
    public void Csv_HasEverySegmentExactly()
    {
        Of("--to", "1000", "--csv", In("curve.csv"));
        File.ReadAllText(In("curve.csv"))
            .Split("\r\n")
            .ShouldBe([
                "curve,from,to,proved,bearer,cents_at_from,slope,rounding_cents,cause,reference",
                ",0.00,599.99,yes,fund,0,0,0,,",
                ",0.00,599.99,yes,aid,0,0,0,,",
                ",0.00,599.99,yes,patient,0,1,0,,",
                ",0.00,599.99,yes,hospital,0,0,0,,",
                ",600.00,1000.00,yes,fund,0,0.75,0.5,basic.deductible,Town order 2 [2-basic.yaml:11]",
                ",600.00,1000.00,yes,aid,0,0,0,basic.deductible,Town order 2 [2-basic.yaml:11]",
                ",600.00,1000.00,yes,patient,60000,0.25,0.5,basic.deductible,Town order 2 [2-basic.yaml:11]",
                ",600.00,1000.00,yes,hospital,0,0,0,basic.deductible,Town order 2 [2-basic.yaml:11]",
                "",
            ]);
    }

    /// <summary>Whoever cannot see the picture hears its title and what every line shows; no script, and nothing from elsewhere.</summary>
    [Theory]
    [InlineData("en", "Patient, hospital level: one", "600.00 600.00 → 1,000.00 700.00")]
    [InlineData("zh", "患者，医院级别：一级", "600.00 600.00 → 1,000.00 700.00")]
    public void Svg_IsAccessibleAndAlone(string language, string name, string says)
    {
        _town.Replace("2-basic.yaml", "setting: inpatient }", "setting: inpatient, hospital.level: [one, two] }");
        Of("--to", "1000", "--by", "hospital.level", "--lang", language, "--svg", In("curve.svg")).Code.ShouldBe(0);
        var svg = XDocument.Load(In("curve.svg")).Root!;
        svg.Attribute("role")!.Value.ShouldBe("img");
        var (title, desc) = (svg.Elements().ElementAt(0), svg.Elements().ElementAt(1));
        svg.Attribute("aria-labelledby")!.Value.ShouldBe($"{title.Attribute("id")!.Value} {desc.Attribute("id")!.Value}");
        title.Value.ShouldNotBeEmpty();
        desc.Value.ShouldContain(name);
        desc.Value.ShouldContain(says);
        svg.Elements().Where(one => one.Name.LocalName == "text").Select(one => one.Value).ShouldContain(name);
        svg.Descendants().Select(one => one.Name.LocalName).Distinct().ShouldBe(["title", "desc", "rect", "text", "path", "polyline"]);
        svg.Descendants().SelectMany(one => one.Attributes()).ShouldAllBe(one => !one.Value.Contains("url", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--item", "2", "the claim has no item 2; its items are 1 to 1.")]
    [InlineData("--from", "1000001", "'--from' is above '--to'.")]
    [InlineData("--by", "hospital.levels", "town asks no fact 'hospital.levels' that a claim states by a word or a number.")]
    public void Curve_ThatCannotBe_SaysWhy(string option, string value, string says)
    {
        var run = Of(option, value);
        run.Code.ShouldBe(1);
        run.Error.ShouldContain(says);
    }

    [Fact]
    public void Curve_OfABillOfNothing_SaysWhy()
    {
        var run = CliRun.Of("curve", _town.Path, Claim("items: [{ class: A, amount: 0 }]"), "--item", "bill");
        run.Code.ShouldBe(1);
        run.Error.ShouldBe(
            "the bill of the claim is nothing, so that its items are in no proportion. Give them amounts, or let one item grow.\n"
        );
    }

    [Fact]
    public void Item_ThatIsNone_IsMisuse() => Of("--item", "first").Code.ShouldBe(2);

    private CliRun Of(params string[] more) => CliRun.Of(["curve", _town.Path, Claim("items: [{ class: A, amount: 1 }]"), .. more]);

    private string Claim(string items)
    {
        var path = In("claim.yaml");
        File.WriteAllText(path, $"discharged: 2020-10-08\nsetting: inpatient\nhospital.level: two\n{items}\n");
        return path;
    }

    private string In(string file) => Path.Combine(_files, file);
}
