using ReimbursementRules.Schemas;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Messages;

namespace ReimbursementRules.Tests.Schemas;

/// <summary>The bad files of the message tests by the schemas: which of them an editor underlines. Those that only the readers see are
/// listed by the code of what is wrong, with how many there are.</summary>
public sealed class BadFileTests
{
    private static readonly string List = Repository.In("tests", "ReimbursementRules.Tests", "Schemas", "Unseen.txt");

    private const string Value = "2020-01-01: { value: 600, reference: \"Town order 2\" }";

    private static IEnumerable<(string File, string Text, IEnumerable<object[]> Mistakes)> Tables =>
        [
            ("index.yaml", RulebookFolder.Index, IndexMessageTests.Mistakes),
            ("index.yaml", RulebookFolder.Index, ListMessageTests.Mistakes),
            ("0-gates.yaml", GateMessageTests.Gates, GateMessageTests.GateMistakes),
            ("1-catalogue.yaml", RulebookFolder.Catalogue, GateMessageTests.CatalogueMistakes),
            ("2-basic.yaml", RulebookFolder.Basic, LayerMessageTests.LayerMistakes),
            ("2-basic.yaml", RulebookFolder.Basic, LayerMessageTests.StepKeyMistakes),
            ("2-basic.yaml", RulebookFolder.Basic + LayerMessageTests.Cap, LayerMessageTests.CapMistakes),
            ("3-quota.yaml", LayerMessageTests.Quota, LayerMessageTests.QuotaMistakes),
            ("3-floor.yaml", LayerMessageTests.Floor, LayerMessageTests.TopUpMistakes),
            (
                "2-basic.yaml",
                RulebookFolder.Basic.Replace(Value, LayerMessageTests.Rows, StringComparison.Ordinal),
                LayerMessageTests.TableMistakes
            ),
            ("2-basic.cases.yaml", CaseMessageTests.Cases, CaseMessageTests.FileMistakes),
        ];

    /// <summary>Every bad file with the code of what is wrong.</summary>
    private static IEnumerable<(string File, string Code, string Text)> BadFiles()
    {
        foreach (var (file, text, mistakes) in Tables)
        foreach (var row in mistakes)
        {
            text.ShouldContain((string)row[1]);
            yield return (file, (string)row[0], text.Replace((string)row[1], (string)row[2], StringComparison.Ordinal));
        }

        foreach (object[] row in (IEnumerable<object[]>)LayerMessageTests.DatedListMistakes)
            yield return (
                "2-basic.yaml",
                (string)row[0],
                RulebookFolder
                    .Basic.Replace("{ value: 600", (string)row[1], StringComparison.Ordinal)
                    .Replace("{ setting: inpatient }", (string)row[2], StringComparison.Ordinal)
            );
        foreach (object[] row in (IEnumerable<object[]>)LayerMessageTests.ServiceMistakes)
            yield return ("2-basic.yaml", (string)row[0], LayerMessageTests.LayerByService((string)row[0], (string)row[1]));
        foreach (object[] row in (IEnumerable<object[]>)LayerMessageTests.TiersOfItemsMistakes)
            yield return (
                "2-basic.yaml",
                (string)row[0],
                RulebookFolder
                    .Basic.Replace("after_deductible", (string)row[1], StringComparison.Ordinal)
                    .Replace("{ value: 75%, reference: \"Town order 3\" }", LayerMessageTests.RowsOfItems, StringComparison.Ordinal)
            );
    }

    [Fact]
    public void BadFiles_AreUnderlined_OrListedWithTheirCode()
    {
        var schemas = PolicySchemaTests.Read(PolicySchema.Files());
        var (seen, unseen) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var (file, code, text) in BadFiles())
            if (EditorView.Wrong(schemas[PolicySchema.Of(file)!], text) is not { Count: 0 })
                seen++;
            else
                unseen[$"{file} {code}"] = unseen.GetValueOrDefault($"{file} {code}") + 1;

        seen.ShouldBeGreaterThan(100);
        string.Join('\n', unseen.Select(one => $"{one.Key} {one.Value}"))
            .ShouldBe(string.Join('\n', File.ReadAllLines(List).Where(line => !line.StartsWith('#') && line.Length > 0)));
    }
}
