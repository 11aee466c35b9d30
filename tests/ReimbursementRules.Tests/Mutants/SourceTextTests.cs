using ReimbursementRules.Checks;
using ReimbursementRules.Mutants;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tests.Mutants;

/// <summary>Changes of a text, in each way in which lists and mappings are written.</summary>
public sealed class SourceTextTests
{
    [Theory]
    [InlineData("list: [a, b, c]\n", 0, "list: [b, c]\n")]
    [InlineData("list: [a, b, c]\n", 1, "list: [a, c]\n")]
    [InlineData("list: [a, \"b]\", c] # end\n", 2, "list: [a, \"b]\"] # end\n")]
    [InlineData("list: [{ x: [1, 2] }, { x: 3 }]\n", 1, "list: [{ x: [1, 2] }]\n")]
    [InlineData("list:\n  - a\n  - b\nnext: 1\n", 0, "list:\n  - b\nnext: 1\n")]
    [InlineData("list:\n  - a\n  - b\nnext: 1\n", 1, "list:\n  - a\nnext: 1\n")]
    [InlineData("list:\n- x: 1\n# within\n  y: 2\n# said\n- x: 3\nnext: 1\n", 0, "list:\n# said\n- x: 3\nnext: 1\n")]
    [InlineData("list:\n- x: 1\n- x: 3\n  y:\n  - 4\n\n  z: 5\nnext: 1\n", 1, "list:\n- x: 1\nnext: 1\n")]
    public void Without_LeavesOutAnElement(string text, int index, string expected) =>
        Changed(text, (source, root) => source.Without(root["list"], index)).ShouldBe(expected);

    [Theory]
    [InlineData("map: { a: 1, b: { c: 2 } }\n", 0, "map: { b: { c: 2 } }\n")]
    [InlineData("map: { a: 1, b: { c: 2 } }\n", 1, "map: { a: 1 }\n")]
    [InlineData("map:\n  a: 1\n  b: 2\nnext: 1\n", 0, "map:\n  b: 2\nnext: 1\n")]
    [InlineData("map:\n  a: 1\n  b:\n  - 2\n  - 3\nnext: 1\n", 1, "map:\n  a: 1\nnext: 1\n")]
    public void WithoutKey_LeavesOutAKey(string text, int index, string expected) =>
        Changed(text, (source, root) => source.WithoutKey(root["map"], index)).ShouldBe(expected);

    [Theory]
    [InlineData("list: [a, { b: 1 }, c]\n", 0, "list: [{ b: 1 }, a, c]\n")]
    [InlineData("list:\n  - a: 1\n    b: 2\n  - c: 3\nnext: 1\n", 0, "list:\n  - c: 3\n  - a: 1\n    b: 2\nnext: 1\n")]
    [InlineData("list:\n  - a: 1\n  - c: 3", 0, "list:\n  - c: 3\n  - a: 1\n")]
    public void Swapped_TurnsTwoElements(string text, int index, string expected) =>
        Changed(text, (source, root) => source.Swapped(root["list"], index)).ShouldBe(expected);

    [Theory]
    [InlineData("value: 75% # as in order 3\n", "value: 76% # as in order 3\n")]
    [InlineData("value: \"75%\"\n", "value: 76%\n")]
    [InlineData("value: 'it''s' # no\n", "value: 76% # no\n")]
    public void Replaced_ChangesOneValue(string text, string expected) =>
        Changed(text, (source, root) => source.Replaced(root["value"], "76%")).ShouldBe(expected);

    [Theory]
    [InlineData("map: { a: 1, b: 2 } # end\nnext: 1\n", "map: { x: 3 } # end\nnext: 1\n")]
    [InlineData("map:\n  a: 1\n  b: 2\nnext: 1\n", "map:\n  { x: 3 }\nnext: 1\n")]
    public void ReplacedMapping_ChangesAllOfIt(string text, string expected) =>
        Changed(text, (source, root) => source.ReplacedMapping(root["map"], "{ x: 3 }")).ShouldBe(expected);

    /// <summary>What goes over several lines, or is all that there is, is left as it is.</summary>
    [Fact]
    public void Change_ThatIsNotPlain_IsNotMade()
    {
        Edits("value: >-\n  a\n  b\n", (source, root) => source.Replaced(root["value"], "c")).ShouldBeNull();
        Edits("list: [a]\n", (source, root) => source.Without(root["list"], 0)).ShouldBeNull();
        Edits("list:\n  - - a\n    - b\n  - c\n", (source, root) => source.Without(root["list"].Elements[0], 0)).ShouldBeNull();
    }

    /// <summary>Whatever the loader refuses of a mutant, it is what the change says, and no damage to the file.</summary>
    [Fact]
    public void Mutants_OfAllShippedRulebooks_AreFilesThatCanBeRead()
    {
        var damaged = new List<string>();
        var count = 0;
        foreach (var folder in RulebookCheck.Folders(Repository.Rules))
        {
            var of = new MutantFolder(folder);
            foreach (var mutant in of.Mutants)
            foreach (var way in mutant.Ways)
            foreach (var (file, text) in of.TextsOf(way))
            {
                var problems = new ProblemLog();
                count++;
                if (NodeReader.ReadText(file, text, problems) is null || !problems.IsEmpty)
                    damaged.Add($"{folder}: {mutant.Place}: {way.Change.En}");
            }
        }

        damaged.ShouldBeEmpty();
        count.ShouldBeGreaterThan(10_000);
    }

    private static string Changed(string text, Func<SourceText, Node, TextEdit[]?> change) =>
        new SourceText(text).With(Edits(text, change).ShouldNotBeNull());

    private static TextEdit[]? Edits(string text, Func<SourceText, Node, TextEdit[]?> change) =>
        change(new(text), NodeReader.ReadText("file.yaml", text, new()).ShouldNotBeNull());
}
