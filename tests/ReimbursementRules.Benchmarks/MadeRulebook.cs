using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Benchmarks;

/// <summary>A rulebook written for a figure, in a folder that goes with it.</summary>
public sealed class MadeRulebook : IDisposable
{
    private const string Index = """
        format: 1
        id: made
        title: { en: Made, zh: 自拟 }
        status: example
        from: 2020-01-01
        benefit_year: { starts: 01-01, decided_by: discharge }
        rounding: { to: 0.01, each: move }
        payers: { fund: { title: { en: Fund, zh: 基金 } } }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rulebook-").FullName;

    private MadeRulebook() => Write("index.yaml", Index);

    /// <summary>A catalogue with a row for each code.</summary>
    public static MadeRulebook WithCodes(int codes)
    {
        var rows = string.Concat(
            Enumerable.Range(0, codes).Select(code => $"      - {{ when: {{ item.code: {Code(code)} }}, first_self_pay: {code % 50}% }}\n")
        );
        var made = new MadeRulebook();
        made.Write(
            "1-catalogue.yaml",
            $"kind: catalogue\nceiling: trim\ntable:\n  2020-01-01:\n    reference: made\n    rows:\n{rows}      - {{ "
                + "otherwise: true, out_of_scope: yes }\n"
        );
        made.Write("2-basic.yaml", Layer("basic", "in_scope"));
        return made;
    }

    /// <summary>Layers that each pay half of what the one before left.</summary>
    public static MadeRulebook WithLayers(int layers)
    {
        var made = new MadeRulebook();
        made.Write(
            "1-catalogue.yaml",
            "kind: catalogue\nceiling: trim\ntable: { 2020-01-01: { reference: made, rows: [ { when: { item.class: C }, "
                + "out_of_scope: yes }, { otherwise: true, first_self_pay: 10% } ] } }\n"
        );
        for (var layer = 0; layer < layers; layer++)
            made.Write(
                string.Create(CultureInfo.InvariantCulture, $"{layer + 2}-layer.yaml"),
                Layer($"layer{layer}", layer == 0 ? "in_scope" : "layer0.share")
            );
        return made;
    }

    /// <summary>Ten items whose codes lie far apart.</summary>
    public static Claim ClaimOfCodes(int codes) =>
        new()
        {
            Discharged = new(2020, 10, 8),
            Setting = Setting.Inpatient,
            Items = [.. Enumerable.Range(0, 10).Select(i => new FeeItem { Code = Code(i * codes / 10), Amount = Money.Yuan(100 + i) })],
        };

    /// <summary>The file of its catalogue.</summary>
    public string Catalogue => Path.Combine(_folder, "1-catalogue.yaml");

    public Rulebook Load() => Rulebook.Load(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Code(int code) => string.Create(CultureInfo.InvariantCulture, $"c{code:00000}");

    private static string Layer(string id, string parts) =>
        $"id: {id}\ntitle: {{ en: {id}, zh: {id} }}\npayer: fund\nbase: {parts}\nsteps:\n  - {{ id: share, kind: tiers, "
        + $"edges: after_deductible, table: {{ 2020-01-01: {{ value: 50%, reference: made }} }} }}\n";

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
