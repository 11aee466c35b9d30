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
            ("2-basic.cases.yaml", LedgerCaseMessageTests.Cases, LedgerCaseMessageTests.FileMistakes),
            ("episodes.yaml", EpisodeMessageTests.Episodes, EpisodeMessageTests.Mistakes),
            ("checklists.yaml", ChecklistMessageTests.Checklists, ChecklistMessageTests.Mistakes),
            ("contract.yaml", ContractMessageTests.Contracts, ContractMessageTests.Mistakes),
            ("contributions.yaml", ContributionMessageTests.Contributions, ContributionMessageTests.Mistakes),
            ("claim.yaml", ClaimMessageTests.Yaml, ClaimMessageTests.YamlMistakes),
            ("history.yaml", HistoryMessageTests.Text, HistoryMessageTests.FileMistakes),
        ];

    /// <summary>Every bad file with the code of what is wrong.</summary>
    private static IEnumerable<(string File, string Code, string Text)> BadFiles =>
        [
            .. Tables.SelectMany(table =>
                table.Mistakes.Select(row => (table.File, (string)row[0], Changed(table.Text, (string)row[1], (string)row[2])))
            ),
            .. RegisterMessageTests.Mistakes.Select(row =>
            {
                var (old, now, file) = ((string)row[1], (string)row[2], (string)row[3]);
                return (
                    file,
                    (string)row[0],
                    Changed(file == "members.yaml" ? RegisterMessageTests.Members : RegisterMessageTests.Providers, old, now)
                );
            }),
            .. TargetTests.Mistakes.Select(row => ("targets.yaml", (string)row[0], TargetTests.Text((string)row[1], "390200"))),
            .. ClaimTargetMessageTests.Mistakes.Select(row =>
                ("targets.yaml", (string)row[0], ClaimTargetMessageTests.Text((string)row[1]))
            ),
            .. ClaimTargetMessageTests.FigureFiles.Select(row => ("figures.yaml", (string)row[0], (string)row[1])),
            .. ((IEnumerable<object[]>)LayerMessageTests.DatedListMistakes).Select(row =>
                (
                    "2-basic.yaml",
                    (string)row[0],
                    RulebookFolder
                        .Basic.Replace("{ value: 600", (string)row[1], StringComparison.Ordinal)
                        .Replace("{ setting: inpatient }", (string)row[2], StringComparison.Ordinal)
                )
            ),
            .. ((IEnumerable<object[]>)LayerMessageTests.ServiceMistakes).Select(row =>
                ("2-basic.yaml", (string)row[0], LayerMessageTests.LayerByService((string)row[0], (string)row[1]))
            ),
            .. ((IEnumerable<object[]>)LayerMessageTests.TiersOfItemsMistakes).Select(row =>
                (
                    "2-basic.yaml",
                    (string)row[0],
                    RulebookFolder
                        .Basic.Replace("after_deductible", (string)row[1], StringComparison.Ordinal)
                        .Replace("{ value: 75%, reference: \"Town order 3\" }", LayerMessageTests.RowsOfItems, StringComparison.Ordinal)
                )
            ),
        ];

    private static string Changed(string text, string old, string now)
    {
        text.ShouldContain(old);
        return text.Replace(old, now, StringComparison.Ordinal);
    }

    /// <summary>The schema of a file of a rulebook, or of one that is handed in beside it.</summary>
    private static string SchemaOf(string file) => PolicySchema.Of(file) ?? file.Replace(".yaml", ".schema.json", StringComparison.Ordinal);

    [Fact]
    public void BadFiles_AreUnderlined_OrListedWithTheirCode()
    {
        var schemas = PolicySchemaTests.Read(PolicySchema.Files());
        var (seen, unseen) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var (file, code, text) in BadFiles)
            if (EditorView.Wrong(schemas[SchemaOf(file)], text) is not { Count: 0 })
                seen++;
            else
                unseen[$"{file} {code}"] = unseen.GetValueOrDefault($"{file} {code}") + 1;

        seen.ShouldBeGreaterThan(200);
        var lines = File.ReadAllLines(List);
        var received = Path.ChangeExtension(List, ".received.txt");
        var now = unseen.Select(one => $"{one.Key} {one.Value}").ToList();
        if (lines.Where(line => !line.StartsWith('#') && line.Length > 0).SequenceEqual(now))
            File.Delete(received);
        else
            File.WriteAllLines(received, [.. lines.TakeWhile(line => line.StartsWith('#')), "", .. now]);
        File.Exists(received).ShouldBeFalse($"What no schema sees has changed. Where this is meant: mv {received} {List}");
    }
}
