using ReimbursementRules.Engines;

namespace ReimbursementRules.Tests.Builders;

/// <summary>A small rulebook in a folder of its own: one fund, one inpatient layer. A test changes only what matters to it.</summary>
internal sealed class RulebookFolder : IDisposable
{
    public const string Index = """
        format: 1
        id: town
        title: { en: Town, zh: 某镇 }
        status: example
        from: 2020-01-01
        benefit_year: { starts: 01-01, decided_by: discharge }
        rounding: { to: 0.01, each: move }
        payers:
          fund: { title: { en: Fund, zh: 基金 } }
          aid: { title: { en: Aid, zh: 救助 } }

        """;

    public const string Catalogue = """
        kind: catalogue
        ceiling: trim
        table:
          2020-01-01:
            reference: "Town order 1"
            rows:
              - { when: { item.class: A }, first_self_pay: 0% }
              - { when: { item.class: B }, first_self_pay: own }
              - { when: { item.class: C }, out_of_scope: yes }

        """;

    public const string Basic = """
        id: basic
        title: { en: Basic, zh: 基本 }
        payer: fund
        applies: { setting: inpatient }
        base: in_scope
        steps:
          - id: deductible
            kind: deductible
            per: admission
            amount:
              2020-01-01: { value: 600, reference: "Town order 2" }
          - id: share
            kind: tiers
            edges: after_deductible
            table:
              2020-01-01: { value: 75%, reference: "Town order 3" }

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("rulebook-").FullName;

    public RulebookFolder()
    {
        Path = System.IO.Path.Combine(_root, "town");
        With("index.yaml", Index).With("1-catalogue.yaml", Catalogue).With("2-basic.yaml", Basic);
    }

    public string Path { get; }

    /// <summary>Writes a file of the folder, or of one beside it, such as <c>../province/2-basic.yaml</c>.</summary>
    public RulebookFolder With(string file, string text)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, file));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Changes a text that must stand in the file.</summary>
    public RulebookFolder Replace(string file, string old, string now)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Path, file));
        text.ShouldContain(old);
        return With(file, text.Replace(old, now, StringComparison.Ordinal));
    }

    public RulebookFolder Without(string file)
    {
        File.Delete(System.IO.Path.Combine(Path, file));
        return this;
    }

    public Rulebook Load() => Rulebook.Load(Path);

    public Rulebook Load(IRuleEngine engine) => Rulebook.Load(Path, engine);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
