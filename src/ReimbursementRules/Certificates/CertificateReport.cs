using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReimbursementRules.Coverage;
using ReimbursementRules.Mutants;
using ReimbursementRules.Reports;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Certificates;

/// <summary>Writes a certificate as JSON: the same bytes whenever it is made of the same text of a rulebook.</summary>
public static class CertificateReport
{
    /// <summary>The number of the format that is written: <c>certificate</c> in the JSON.</summary>
    public const int Format = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The certificate as JSON, with a line feed at its end.</summary>
    /// <param name="certificate">The certificate.</param>
    public static string Write(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, certificate);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Certificate certificate)
    {
        var rulebook = certificate.Rulebook;
        json.WriteStartObject();
        json.WriteNumber("certificate", Format);
        json.WriteString("rulebook", rulebook.Id);
        json.WriteString("version", rulebook.Version);
        json.WriteString("fingerprint", rulebook.Fingerprint);
        json.WriteNumber("budget", certificate.Budget);
        json.WriteString("up_to", certificate.UpTo.ToString());
        json.WriteStartObject("tables");
        json.WriteNumber("rows", certificate.Rows);
        json.WriteString("total", "yes");
        json.WriteString("overlap", "none");
        json.WriteEndObject();
        json.WriteStartObject("cases");
        json.WriteNumber("passed", certificate.Cases.Passed);
        json.WriteNumber("all", certificate.Cases.All);
        Coverage(json, certificate.Coverage);
        Mutants(json, certificate.Mutants);
        json.WriteEndObject();
        Tried(json, certificate);
        Curves(json, certificate);
        Targets(json, certificate);
        json.WriteEndObject();
    }

    private static void Coverage(Utf8JsonWriter json, CoverageCount coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("reached", coverage.Reached);
        json.WriteNumber("points", coverage.Points);
        json.WriteEndObject();
    }

    /// <summary>Null where cases fail, so that no mutant is looked at.</summary>
    private static void Mutants(Utf8JsonWriter json, MutantScore? mutants)
    {
        if (mutants is null)
        {
            json.WriteNull("mutants");
            return;
        }

        json.WriteStartObject("mutants");
        json.WriteNumber("killed", mutants.Killed);
        json.WriteNumber("survived", mutants.Survived);
        json.WriteNumber("proved_equal", mutants.Equal);
        json.WriteNumber("refused_by_the_loader", mutants.Refused);
        json.WriteEndObject();
    }

    private static void Tried(Utf8JsonWriter json, Certificate certificate)
    {
        json.WriteStartObject("tried");
        json.WriteNumber("combinations", certificate.Combinations);
        json.WriteString("all_combinations", certificate.IsFinished ? "yes" : "no");
        json.WriteNumber("claims", certificate.Claims);
        Laws(json, certificate.Laws);
        OptionalLaws(json, certificate.OptionalLaws);
        NotTried(json);
        json.WriteEndObject();
    }

    private static void Laws(Utf8JsonWriter json, ImmutableArray<LawResult> laws)
    {
        json.WriteStartArray("laws");
        foreach (var law in laws)
        {
            Begin(json, law);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A law that no claim breaks holds as far as it was tried; none is said to hold that was tried on nothing.</summary>
    private static void OptionalLaws(Utf8JsonWriter json, ImmutableArray<LawResult> laws)
    {
        json.WriteStartArray("optional_laws");
        foreach (var law in laws)
        {
            Begin(json, law);
            json.WriteString(
                "holds",
                law.Failed > 0 ? "no"
                    : law.Claims > 0 ? "yes"
                    : "not_asked"
            );
            if (law.LargestBreach is { } breach)
            {
                json.WriteString("largest_breach", breach.ToString());
                json.WriteString("case", JsonValues.Valid(law.Case));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter json, LawResult law)
    {
        json.WriteStartObject();
        json.WriteString("law", law.Id);
        json.WriteString("en", law.Says.En);
        json.WriteString("zh", law.Says.Zh);
        json.WriteNumber("claims", law.Claims);
        json.WriteNumber("failed", law.Failed);
    }

    private static void NotTried(Utf8JsonWriter json)
    {
        json.WriteStartArray("not_tried");
        json.WriteStartObject();
        json.WriteString("law", "adds_up");
        json.WriteString("en", "The checker that adds a settlement up shares nothing with this library; its test kit tries it.");
        json.WriteString("zh", "逐项核对结算的程序不与本库共用任何代码，由其测试包核验。");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Curves(Utf8JsonWriter json, Certificate certificate)
    {
        json.WriteStartObject("curves");
        json.WriteNumber("all", certificate.Curves.All);
        json.WriteNumber("proved", certificate.Curves.Proved);
        json.WriteNumber("monotone", certificate.Curves.Monotone);
        json.WriteStartArray("cliffs");
        foreach (var cliff in certificate.Cliffs)
        {
            json.WriteStartObject();
            json.WriteString("case", JsonValues.Valid(cliff.Case));
            json.WriteString("at", cliff.At.ToString());
            json.WriteString("source", JsonValues.Valid(cliff.Source?.ToString() ?? ""));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Targets(Utf8JsonWriter json, Certificate certificate)
    {
        json.WriteStartArray("targets");
        foreach (var target in certificate.Targets)
        {
            json.WriteStartObject();
            json.WriteString("target", target.Id);
            json.WriteString("status", EnumWords.Of(target.Status));
            json.WriteString("wish", target.IsWish ? "yes" : "no");
            json.WriteNumber("misses", target.Misses.Count);
            Margin(json, target.Margin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Null where no case has a distance from the bound.</summary>
    private static void Margin(Utf8JsonWriter json, TargetMargin? margin)
    {
        if (margin is null)
        {
            json.WriteNull("margin");
            return;
        }

        json.WriteStartObject("margin");
        json.WriteString("by", margin.By.ToString("0.################", CultureInfo.InvariantCulture));
        json.WriteString("unit", EnumWords.Of(margin.Unit));
        json.WriteString("case", JsonValues.Valid(margin.Case));
        json.WriteString("place", JsonValues.Valid(margin.Place.Row));
        json.WriteEndObject();
    }
}
