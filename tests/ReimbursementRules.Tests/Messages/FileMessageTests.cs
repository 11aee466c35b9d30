using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What the reader of files says, whatever the file is about; the folder of a rulebook and its file names.</summary>
public sealed class FileMessageTests
{
    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "yaml.form",
                "payer: fund",
                "payer: [fund",
                "2-basic.yaml:3:8: '[' opens here, and nothing closes it. Write: `payer: "
                    + "[fund]`.\n2-basic.yaml:3:8: expected a single value, found a list."
            },
            {
                "yaml.form",
                "payer: fund",
                "payer: \"fund",
                "2-basic.yaml:3:8: '\"' begins a text here, and nothing closes it. Write: `payer: \"fund\"`."
            },
            {
                "yaml.form",
                "payer: fund",
                "payer: fund: aid",
                "2-basic.yaml:3:12: ':' cannot stand in a text without quotation marks here. Write: `payer: " + "\"fund: aid\"`."
            },
            {
                "yaml.form",
                "payer: fund",
                "\tpayer: fund",
                "2-basic.yaml:3:1: a tab (U+0009) indents this line: YAML knows plain blanks alone. Begin it in "
                    + "the first column: `payer: fund`."
            },
            { "yaml.form", "payer: fund", "payer fund", "2-basic.yaml:3:6: no ':' stands after the key 'payer'. Write: `payer: fund`." },
            {
                "yaml.form",
                "title: {",
                "title: }{",
                "2-basic.yaml:2:8: '}' cannot stand in a text without quotation marks here. Write: `title: \"}{ "
                    + "en: Basic, zh: 基本 }\"`."
            },
            {
                "yaml.alias",
                "payer: fund",
                "payer: &who fund",
                "2-basic.yaml:3:8: anchors (&) and aliases (*) are not allowed. Write the value again."
            },
            {
                "yaml.alias",
                "payer: fund",
                "payer: *who",
                "2-basic.yaml:3:8: anchors (&) and aliases (*) are not allowed. Write the value again."
            },
            {
                "yaml.tag",
                "payer: fund",
                "payer: !!str fund",
                "2-basic.yaml:3:8: tags (!) are not allowed. Remove it, or put the text in quotes."
            },
            {
                "yaml.documents",
                "payer: fund",
                "payer: fund\n---\nid: other",
                "2-basic.yaml:4:1: a second document begins here. Keep one document in a file."
            },
            {
                "yaml.key",
                "payer: fund",
                "[payer]: fund",
                "2-basic.yaml:3:1: a list or braces begin here, where a key is expected. Put text with [ or { in quotes."
            },
            {
                "yaml.depth",
                "payer: fund",
                "payer: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[fund]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                "2-basic.yaml:3:39: the nesting is deeper than 32 levels. Remove brackets or indentation."
            },
            {
                "key.twice",
                "payer: fund",
                "payer: fund\npayer: aid",
                "2-basic.yaml:4:1: the key 'payer' stands here a second time. Keep one of them."
            },
            {
                "key.unknown",
                "payer: fund",
                "payer: fund\npayers: aid",
                "2-basic.yaml:4:1: the key 'payers' is not known here. Did you mean 'payer'?"
            },
            {
                "key.unknown",
                "payer: fund",
                "payer: fund\nzebra: aid",
                "2-basic.yaml:4:1: the key 'zebra' is not known here. Known: id, title, payer, from, until, decided_by, "
                    + "applies, items, base, rest, instead_of, at_most, steps, reference, href, note."
            },
            { "key.missing", "payer: fund\n", "", "2-basic.yaml:1:1: 'payer' is missing here. Add it." },
            {
                "value.blank",
                "payer: fund",
                "payer:",
                "2-basic.yaml:3:7: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "value.blank",
                "payer: fund",
                "payer: ~",
                "2-basic.yaml:3:8: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "value.blank",
                "id: basic",
                "id: null",
                "2-basic.yaml:1:5: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "value.blank",
                "payer: fund",
                "payer: \" \"",
                "2-basic.yaml:3:8: a value is missing here. Write one, or leave the whole line out."
            },
            { "value.expected", "payer: fund", "payer: [fund]", "2-basic.yaml:3:8: expected a single value, found a list." },
            {
                "mapping.expected",
                "{ setting: inpatient }",
                "inpatient",
                "2-basic.yaml:4:10: expected lines of the form 'key: value', found 'inpatient'."
            },
            {
                "mapping.expected",
                "{ setting: inpatient }",
                "[inpatient]",
                "2-basic.yaml:4:10: expected lines of the form 'key: value', found a list."
            },
            { "value.expected", "payer: fund", "payer:\n  a: b", "2-basic.yaml:4:3: expected a single value, found 'key: value' lines." },
            {
                "text.languages",
                "kind: deductible",
                "kind: deductible\n    note:\n      a: b",
                "2-basic.yaml:10:7: expected a text, or a text by its language, such as { zh: 基本医疗保险 } or "
                    + "{ en: Basic insurance, zh: 基本医疗保险 }, found 'key: value' lines."
            },
            {
                "text.languages",
                "kind: deductible",
                "kind: deductible\n    note: [a, b]",
                "2-basic.yaml:9:11: expected a text, or a text by its language, such as { zh: 基本医疗保险 } or "
                    + "{ en: Basic insurance, zh: 基本医疗保险 }, found a list."
            },
            {
                "key.unknown",
                "kind: deductible",
                "kind: deductible\n    note: { zh: 注, cn: 注 }",
                "2-basic.yaml:9:20: the key 'cn' is not known here. Did you mean 'en'?"
            },
            {
                "value.blank",
                "kind: deductible",
                "kind: deductible\n    note: { en: }",
                "2-basic.yaml:9:17: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "file.control",
                "payer: fund",
                "payer: fu\0nd",
                "2-basic.yaml:3:10: a control character (U+0000) stands here. Remove it, or save the file as plain UTF-8 text."
            },
            {
                "file.control",
                "payer: fund",
                "payer: fu\u0007nd",
                "2-basic.yaml:3:10: a control character (U+0007) stands here. Remove it, or save the file as plain UTF-8 text."
            },
            {
                "id.form",
                "id: basic",
                "id: Basic",
                "2-basic.yaml:1:5: 'Basic' is not a name. Write small letters, digits, '_' or '-', beginning with a letter, at most 60."
            },
            {
                "id.form",
                "id: basic",
                "id: 2basic",
                "2-basic.yaml:1:5: '2basic' is not a name. Write small letters, digits, '_' or '-', beginning with a letter, at most 60."
            },
            {
                "text.bilingual",
                "{ en: Basic, zh: 基本 }",
                "Basic",
                "2-basic.yaml:2:8: expected the text in both languages, such as { en: Basic insurance, zh: 基本医疗保险 }."
            },
            { "key.missing", "{ en: Basic, zh: 基本 }", "{ en: Basic }", "2-basic.yaml:2:8: 'zh' is missing here. Add it." },
            {
                "value.blank",
                "{ en: Basic, zh: 基本 }",
                "{ en: Basic, zh: \"\" }",
                "2-basic.yaml:2:25: a value is missing here. Write one, or leave the whole line out."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Layer_MistakeOfForm_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should.Throw<PolicyException>(folder.Replace("2-basic.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }

    [Fact]
    public void Folder_BesideTheFiles_IsTold()
    {
        using var folder = new RulebookFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "layers"));
        File.WriteAllText(Path.Combine(folder.Path, "layers", "3-more.yaml"), "id: more");
        Should
            .Throw<PolicyException>(folder.Load)
            .Problems.ShouldRead(
                "file.name",
                "layers/: 'layers/' is a folder, and nothing in it is read. The files of a rulebook stand beside its index.yaml; move "
                    + "them there, and other folders elsewhere."
            );
    }

    /// <summary>Notes to the reader, hidden files and the rulebooks of other places may stand in the folder.</summary>
    [Fact]
    public void Folder_WithNotesHiddenFilesAndOtherRulebooks_Loads()
    {
        using var folder = new RulebookFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "towns", "north"));
        foreach (var name in (string[])["README.md", "Readme.zh.txt", ".gitignore", "towns/north/index.yaml"])
            File.WriteAllText(Path.Combine(folder.Path, name), "x");
        Should.NotThrow(folder.Load);
    }

    public static TheoryData<string, string, string, string> Files =>
        new()
        {
            { "file.empty", "2-basic.yaml", "", "2-basic.yaml: the file is empty, or has nothing but comments." },
            { "file.empty", "2-basic.yaml", "# to be written\n\n", "2-basic.yaml: the file is empty, or has nothing but comments." },
            { "mapping.expected", "2-basic.yaml", "---\n", "2-basic.yaml:2:2: expected lines of the form 'key: value', found nothing." },
            { "mapping.expected", "2-basic.yaml", "[a, b]", "2-basic.yaml:1:1: expected lines of the form 'key: value', found a list." },
            { "mapping.expected", "2-basic.yaml", "basic", "2-basic.yaml:1:1: expected lines of the form 'key: value', found 'basic'." },
            {
                "file.name",
                "2-basic.yml",
                "id: basic",
                "2-basic.yml: '2-basic.yml' is not read: a file of a rulebook ends in .yaml, in small letters. Rename it to 2-basic.yaml."
            },
            {
                "file.name",
                "3-more.YAML",
                "id: basic",
                "3-more.YAML: '3-more.YAML' is not read: a file of a rulebook ends in .yaml, in small letters. Rename it to 3-more.yaml."
            },
            {
                "file.name",
                "3-more.yaml.txt",
                "id: basic",
                "3-more.yaml.txt: '3-more.yaml.txt' is not read: a file of a rulebook ends in .yaml, in small letters. "
                    + "Rename it to 3-more.yaml."
            },
            {
                "file.name",
                "3-more.json",
                "id: basic",
                "3-more.json: '3-more.json' is not read: a file of a rulebook ends in .yaml, in small letters. Rename it to 3-more.yaml."
            },
            {
                "file.name",
                "README-3-aid.yaml",
                "id: basic",
                "README-3-aid.yaml: 'README-3-aid.yaml' is not a file of a rulebook. Name it index.yaml, episodes.yaml, "
                    + "providers.yaml, members.yaml, checklists.yaml, contract.yaml, contributions.yaml, targets.yaml, 0-law.yaml, "
                    + "0-gates.yaml, 1-catalogue.yaml, a layer by its turn, such as 2-basic.yaml, or cases, such as 2-basic.cases.yaml; "
                    + "move what is no part of the rulebook elsewhere."
            },
            {
                "file.name",
                "0-gates.YAML",
                "id: basic",
                "0-gates.YAML: '0-gates.YAML' is not read: a file of a rulebook ends in .yaml, in small letters. Rename it to 0-gates.yaml."
            },
            {
                "file.name",
                "2-basic.cases.YAML",
                "id: basic",
                "2-basic.cases.YAML: '2-basic.cases.YAML' is not read: a file of a rulebook ends in .yaml, in small letters. "
                    + "Rename it to 2-basic.cases.yaml."
            },
            {
                "file.name",
                "3-more.yaml~",
                "id: basic",
                "3-more.yaml~: '3-more.yaml~' is not read: a file of a rulebook ends in .yaml, in small letters. Rename it to 3-more.yaml."
            },
            {
                "file.name",
                "basic.yaml",
                "id: basic",
                "basic.yaml: 'basic.yaml' is not a file of a rulebook. Name it index.yaml, episodes.yaml, providers.yaml, "
                    + "members.yaml, checklists.yaml, contract.yaml, contributions.yaml, targets.yaml, 0-law.yaml, "
                    + "0-gates.yaml, 1-catalogue.yaml, a layer "
                    + "by its turn, such as 2-basic.yaml, or cases, such as 2-basic.cases.yaml; move what is no part of the "
                    + "rulebook elsewhere."
            },
            {
                "file.name",
                "1-basic.yaml",
                "id: basic",
                "1-basic.yaml: '1-basic.yaml' is not a file of a rulebook. Name it index.yaml, episodes.yaml, "
                    + "providers.yaml, members.yaml, checklists.yaml, contract.yaml, contributions.yaml, targets.yaml, 0-law.yaml, "
                    + "0-gates.yaml, 1-catalogue.yaml, a layer by its turn, such as 2-basic.yaml, or cases, such as 2-basic.cases.yaml; "
                    + "move what is no part of the rulebook elsewhere."
            },
            {
                "file.turn",
                "02-more.yaml",
                RulebookFolder.Basic.Replace("id: basic", "id: more", StringComparison.Ordinal),
                "2-basic.yaml: 02-more.yaml has turn 2 already. Give each file a number of its own."
            },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Folder_FileThatIsNotOfARulebook_IsNamed(string code, string file, string text, string message)
    {
        using var folder = new RulebookFolder();
        Should.Throw<PolicyException>(folder.With(file, text).Load).Problems.ShouldRead(code, message);
    }

    [Fact]
    public void Folder_WithoutACatalogue_SaysSo()
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<PolicyException>(folder.Without("1-catalogue.yaml").Load)
            .Problems.ShouldRead("file.missing", "1-catalogue.yaml: the rulebook has no 1-catalogue.yaml. Every rulebook has one.");
    }

    [Fact]
    public void Folder_WithoutAnIndex_IsNamed()
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<PolicyException>(folder.Without("index.yaml").Load)
            .Problems.ShouldRead("file.missing", $"index.yaml: the folder '{folder.Path}' has no index.yaml. Every rulebook has one.");
    }

    [Theory]
    [InlineData(1, "a")]
    [InlineData(5, "a, b, c, d, e")]
    [InlineData(7, "a, b, c, d, e and 2 more")]
    public void Folder_AboveRulebooks_NamesThem(int count, string named)
    {
        using var folder = new RulebookFolder();
        folder.Without("index.yaml").Without("1-catalogue.yaml").Without("2-basic.yaml");
        Directory.CreateDirectory(Path.Combine(folder.Path, "0-no-rulebook"));
        foreach (var name in "abcdefg"[..count].Select(letter => letter.ToString()))
            folder.With($"{name}/index.yaml", RulebookFolder.Index);
        Should
            .Throw<PolicyException>(folder.Load)
            .Problems.ShouldRead(
                "file.missing",
                $"index.yaml: the folder '{folder.Path}' has no index.yaml. Rulebooks lie in folders below it: {named}. Name one of them."
            );
    }

    [Theory]
    [InlineData(
        "folder.missing",
        "no/such/folder",
        "no/such/folder: the folder 'no/such/folder' does not exist. Name the folder of a rulebook."
    )]
    [InlineData("folder.missing", "", "(no name): the folder '(no name)' does not exist. Name the folder of a rulebook.")]
    [InlineData("folder.missing", "a\0b", "a?b: the folder 'a?b' does not exist. Name the folder of a rulebook.")]
    [InlineData(
        "folder.missing",
        "../../no/passwd",
        "../../no/passwd: the folder '../../no/passwd' does not exist. Name the folder of a rulebook."
    )]
    public void Folder_ThatIsNotThere_IsNamed(string code, string path, string message) =>
        Should.Throw<PolicyException>(() => Rulebook.Load(path)).Problems.ShouldRead(code, message);

    [Fact]
    public void Folder_ThatIsAFile_IsNamed()
    {
        using var folder = new RulebookFolder();
        var file = Path.Combine(folder.Path, "index.yaml");
        Should
            .Throw<PolicyException>(() => Rulebook.Load(file))
            .Problems.ShouldRead("folder.file", $"{file}: '{file}' is a file. Name the folder of a rulebook.");
    }

    [Fact]
    public void Value_TooLong_IsRefusedAndALongOneIsShownByItsBeginning()
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<PolicyException>(folder.Replace("2-basic.yaml", "payer: fund", "payer: " + new string('x', 10_001)).Load)
            .Problems.ShouldRead("yaml.length", "2-basic.yaml:3:8: a value of 10001 characters begins here. At most 10000 are read.");
        Should
            .Throw<PolicyException>(
                folder.With("2-basic.yaml", RulebookFolder.Basic.Replace("600", new string('9', 100), StringComparison.Ordinal)).Load
            )
            .Problems.ShouldRead(
                "amount.form",
                $"2-basic.yaml:11:28: '{new string('9', 57)}…' is not an amount. Write yuan without a unit, such as 1200 or "
                    + "1_200.50, at most two decimals, never below zero."
            );
    }

    [Fact]
    public void Load_SeveralMistakesInSeveralFiles_ReportsAllInTheirOrder()
    {
        using var folder = new RulebookFolder();
        folder
            .Replace("2-basic.yaml", "75%", "0.75")
            .Replace("2-basic.yaml", "value: 600", "value: -1")
            .Replace("index.yaml", "status: example", "status: exampel")
            .Replace("index.yaml", "id: town", "id: Town")
            .Replace("1-catalogue.yaml", "own", "10");
        Should
            .Throw<PolicyException>(folder.Load)
            .Problems.Select(problem => problem.ToString())
            .ShouldBe([
                "1-catalogue.yaml:8:52: '10' may be a share or an amount. Write 'first_self_pay: 10%' for a share of the fee, or "
                    + "'first_self_pay: { amount: 10 }' for yuan of each unit.",
                "2-basic.yaml:11:28: '-1' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most two "
                    + "decimals, never below zero.",
                "2-basic.yaml:16:28: '0.75' is not a rate: it has no '%'. Write 75% where 0.75 of the whole is meant, "
                    + "or 0.75% where 0.75 of a hundred is.",
                "index.yaml:2:5: 'Town' is not a name. Write small letters, digits, '_' or '-', beginning with a letter, at most 60.",
                "index.yaml:4:9: 'exampel' cannot stand here. Did you mean 'example'?",
            ]);
    }

    [Fact]
    public void Load_MistakesOfFormAndOfMeaningInOneFile_ReportsBoth()
    {
        using var folder = new RulebookFolder();
        folder
            .Replace("2-basic.yaml", "75%", "0.75")
            .Replace("2-basic.yaml", "payer: fund", "payer: fond")
            .Replace("2-basic.yaml", "setting: inpatient", "setting: inpatent");
        Should
            .Throw<PolicyException>(folder.Load)
            .Problems.Select(problem => problem.Code)
            .ShouldBe(["payer.unknown", "fact.word", "rate.form"]);
    }

    /// <summary>An index that has not its name: told, and found by whoever checks the folder above.</summary>
    [Theory]
    [InlineData("Index.yaml")]
    [InlineData("INDEX.yaml")]
    [InlineData("index.YAML")]
    [InlineData("index.yml")]
    [InlineData("index.yaml.txt")]
    public void Index_OfAnotherName_IsTold(string name)
    {
        using var folder = new RulebookFolder();
        File.Move(Path.Combine(folder.Path, "index.yaml"), Path.Combine(folder.Path, name));
        Should
            .Throw<PolicyException>(() => folder.Load())
            .Problems.ShouldRead(
                "file.name",
                $"{name}: '{name}' is not read: the index of a rulebook is named index.yaml, in small letters. Rename it."
            );
        RulebookCheck.Folders(Path.GetDirectoryName(folder.Path)!).ShouldContain(folder.Path);
    }
}
