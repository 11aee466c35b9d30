using System.Text.Json;
using System.Text.RegularExpressions;
using ReimbursementRules.Checks;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Testing;

/// <summary>The template of a policy repository, as far as it is tried without its packages; <c>.ci/template</c> tries it from
/// them.</summary>
public sealed class TemplateTests
{
    private static readonly string Template = Repository.In("src", "ReimbursementRules.Templates", "templates", "reimbursement-policy");

    [Fact]
    public void Rulebook_OfTheTemplate_PassesItsCasesAndItsLaws()
    {
        var report = RulebookCheck.Run(Path.Combine(Template, "rules", "policy-town"));
        report.Problems.Concat(report.Warnings).Select(problem => problem.ToString()).ShouldBeEmpty();
        report.Cases.ShouldAllBe(one => one.Passed);
        report.WithoutCases.ShouldBeEmpty();
        SettlementLaws.AssertHold(
            report.Rulebook!,
            SettlementLaws.All.Concat([SettlementLaws.MoreFee, SettlementLaws.LowerLevel]),
            members: 50
        );
    }

    /// <summary>Whoever changes a digit sees a test fail.</summary>
    [Fact]
    public void Cases_OfTheTemplate_ReachAllAndNoticeEveryChange()
    {
        var rulebook = (TestedRulebook)new RulebooksAttribute(Path.Combine(Template, "rules")).GetData(null!).Single().Single();
        rulebook.AssertReaches(100);
        rulebook.AssertNotices(100);
    }

    /// <summary>The packages that a new repository asks for are those that this one makes and uses.</summary>
    [Fact]
    public void Project_OfTheTemplate_AsksForThePackagesOfThisRepository()
    {
        var known = Versions(File.ReadAllText(Repository.In("Directory.Packages.props")));
        known["ReimbursementRules.Testing"] = Regex
            .Match(File.ReadAllText(Repository.In("Directory.Build.props")), "<Version>(?<v>[^<]+)<", RegexOptions.ExplicitCapture, Second)
            .Groups["v"]
            .Value;
        var asked = Versions(File.ReadAllText(Path.Combine(Template, "tests", "PolicyTown.Tests", "PolicyTown.Tests.csproj")));
        asked.Count.ShouldBe(4);
        asked.ShouldAllBe(package => known[package.Key] == package.Value);
        File.ReadAllText(Repository.In("README.md"))
            .ShouldContain($"ReimbursementRules.Templates.{known["ReimbursementRules.Testing"]}.nupkg");
    }

    /// <summary>Whatever a repository is called, its rulebook, project and title are named so that they work.</summary>
    [Theory]
    [InlineData("Town", "town", "Town", "Town")]
    [InlineData("1town", "policy-1town", "_1town", "1town")]
    [InlineData("a b", "a-b", "a_b", "a b")]
    [InlineData("深圳", "policy", "深圳", "深圳")]
    [InlineData("深圳 2024", "policy-2024", "深圳_2024", "深圳 2024")]
    [InlineData("-R&D: \"x\"", "r-d-x", "_R_D_x_", "-R&D: 'x'")]
    [InlineData("…", "policy", "_", "…")]
    public void Names_OfTheTemplate_AreSafe(string name, string id, string project, string title)
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(Template, ".template.config", "template.json")));
        ((string[])["id", "project", "title"]).Select(symbol => Named(template.RootElement, symbol, name)).ShouldBe([id, project, title]);
    }

    /// <summary>A symbol's form of a name, but for the dashes between words of unlike case, which the program that makes it puts
    /// in.</summary>
    private static string Named(JsonElement template, string symbol, string name)
    {
        var forms = template.GetProperty("forms");
        return Formed(forms, template.GetProperty("symbols").GetProperty(symbol).GetProperty("valueTransform").GetString()!, name);
    }

    private static string Formed(JsonElement forms, string form, string name)
    {
        var says = forms.GetProperty(form);
        return says.GetProperty("identifier").GetString() switch
        {
            "chain" => says.GetProperty("steps").EnumerateArray().Aggregate(name, (text, step) => Formed(forms, step.GetString()!, text)),
            "replace" => Regex.Replace(
                name,
                says.GetProperty("pattern").GetString()!,
                says.GetProperty("replacement").GetString()!,
                RegexOptions.None,
                Second
            ),
            "lowerCaseInvariant" => name.ToLowerInvariant(),
            "kebabCase" => name,
            var other => throw new InvalidOperationException($"The form '{other}' is not known here."),
        };
    }

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static Dictionary<string, string> Versions(string xml) =>
        Regex
            .Matches(xml, "Include=\"(?<id>[^\"]+)\" Version=\"(?<v>[^\"]+)\"", RegexOptions.ExplicitCapture, Second)
            .ToDictionary(match => match.Groups["id"].Value, match => match.Groups["v"].Value, StringComparer.Ordinal);
}
