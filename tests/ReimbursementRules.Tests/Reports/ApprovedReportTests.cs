using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>Every report, word for word. After a wanted change look at each *.received.* file, then let it take the place of the approved
/// one.</summary>
public sealed class ApprovedReportTests
{
    public static TheoryData<string, string> Reports()
    {
        var all = new TheoryData<string, string>();
        foreach (var name in ReportSamples.Names)
        foreach (var form in (string[])["en.txt", "zh.txt", "json"])
            all.Add(name, form);
        foreach (var name in (string[])["plain", "quota-saving", "layered", "account"])
        foreach (var form in (string[])["en.html", "zh.html"])
            all.Add(name, form);
        return all;
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_OfSample_IsAsApproved(string name, string form)
    {
        var settlement = ReportSamples.Of(name);
        var report = form switch
        {
            "en.txt" => TextReport.Write(settlement),
            "zh.txt" => TextReport.Write(settlement, Language.Chinese),
            "en.html" => HtmlReport.Write(settlement),
            "zh.html" => HtmlReport.Write(settlement, Language.Chinese),
            _ => JsonReport.Write(settlement),
        };
        var (language, extension) = form.Split('.') is [var first, var second] ? ("." + first, second) : ("", form);
        report.ShouldMatchApproved(how =>
            how.NoDiff()
                .SubFolder("Approved")
                .WithFileExtension(extension)
                .WithFilenameGenerator((_, _, type, ending) => $"{name}{language}.{type}.{ending.TrimStart('.')}")
        );
    }
}
