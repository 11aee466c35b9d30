using System.Text;
using System.Text.Json;
using ReimbursementRules.Checks;
using ReimbursementRules.Contributions;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>Signs that nobody sees, or that turn the direction of what follows, come through no door to a sheet.</summary>
public sealed class HiddenSignTests
{
    private const string Turned = "\"a\\u202Eb\"",
        Bell = "\"a\\u0007b\"",
        Message = "a control character (U+202E), which nobody sees, stands within this text. Remove it.";

    [Theory]
    [InlineData("index.yaml", "title: { en: Town", "title: { en: " + Turned)]
    [InlineData("index.yaml", "title: { en: Fund", "title: { en: " + Turned)]
    [InlineData("index.yaml", "id: town\n", "id: town\nversion: " + Turned + "\n")]
    [InlineData("index.yaml", "id: town\n", "id: town\nnote: " + Turned + "\n")]
    [InlineData("2-basic.yaml", "title: { en: Basic", "title: { en: " + Turned)]
    [InlineData("2-basic.yaml", "reference: \"Town order 2\"", "reference: " + Turned)]
    [InlineData("2-basic.yaml", "reference: \"Town order 3\"", "reference: x, note: " + Turned)]
    [InlineData("2-basic.yaml", "reference: \"Town order 3\"", "reference: x, href: " + Turned)]
    [InlineData("1-catalogue.yaml", "reference: \"Town order 1\"", "reference: " + Turned)]
    public void Policy_TextThatTurns_IsRefused(string file, string old, string now)
    {
        using var folder = new RulebookFolder().Replace(file, old, now);
        Should.Throw<PolicyException>(() => folder.Load()).Problems.ShouldContain(problem => problem.Text.En == Message);
        using var bell = new RulebookFolder().Replace(file, old, now.Replace(Turned, Bell, StringComparison.Ordinal));
        Should.Throw<PolicyException>(() => bell.Load()).Problems.ShouldContain(problem => problem.Code == "text.control");
    }

    [Fact]
    public void Note_OfSeveralLines_MayBreakThem()
    {
        using var folder = new RulebookFolder().Replace("index.yaml", "id: town\n", "id: town\nnote: |\n  one\n  two\n");
        folder.Load().Id.ShouldBe("town");
    }

    [Fact]
    public void Case_NameThatTurns_IsRefused()
    {
        using var folder = new RulebookFolder().With(
            "2-basic.cases.yaml",
            $"- case: {Turned}\n  why: x\n  claim: {{ discharged: 2020-10-08, setting: inpatient, items: [{{ class: A, amount: 1 }}] }}\n"
                + "  expect: { patient: 1.00 }\n"
        );
        RulebookCheck.Run(folder.Path).Problems.ShouldHaveSingleItem().Text.En.ShouldBe(Message);
    }

    /// <summary>A contributor's own words are those of claims: blanks, full-width letters and signs that nobody sees make no other
    /// word.</summary>
    [Fact]
    public void Contributor_Words_AreReadAsThoseOfClaims()
    {
        Contributor
            .Parse("{ \"on\": \"2020-10-08\", \"attributes\": { \"grade\": \" \\uFF47reen\\u200B\" } }")
            .Attributes["grade"]
            .ShouldBe("green");
        Should
            .Throw<InputException>(() => Contributor.Parse("{ \"on\": \"2020-10-08\", \"attributes\": { \"grade\": \"a\\u202Eb\" } }"))
            .Problems.ShouldHaveSingleItem()
            .Text.En.ShouldBe(Message);
    }

    /// <summary>A saved line names its claim and member as claims do; a number that would be read otherwise is not written.</summary>
    [Fact]
    public void Ledger_NumbersInJson_AreReadAsThoseOfClaims()
    {
        var receivable = new Receivable("H-1", "M-1", "", null, "", "fund");
        var json = JsonSerializer.Serialize(receivable);
        JsonSerializer.Deserialize<Receivable>(json.Replace("M-1", " \uFF2D-1\u200B", StringComparison.Ordinal)).ShouldBe(receivable);
        Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize<Receivable>(json.Replace("M-1", "M\\u202E1", StringComparison.Ordinal))
        );
        Should.Throw<Exception>(() => JsonSerializer.Serialize(receivable with { Member = "M-1 " }));
    }

    /// <summary>Whatever a program hands in, a sheet shows no sign that steers it.</summary>
    [Fact]
    public void Sheet_OfTextsFromCode_HasNoHiddenSign()
    {
        PlainWord.IsHidden(new Rune('\u202E')).ShouldBeTrue();
        PlainWord.IsHidden(new Rune('\u2066')).ShouldBeTrue();
        PlainWord.IsHidden(new Rune('\n')).ShouldBeTrue();
        PlainWord.IsHidden(new Rune('元')).ShouldBeFalse();
        Html.Escape("a\u202Eb\u0007c").ShouldBe("a b c");
        var page = new TextPage();
        page.Line("a\u2067b");
        page.ToString().ShouldBe("a b\n");
    }
}
