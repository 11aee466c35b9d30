using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Cases;

/// <summary>Reads a <c>*.cases.yaml</c>, and a <c>*.cases.csv</c> with the same in rows.</summary>
internal static class CaseReader
{
    /// <summary>What is expected.</summary>
    public static KeyForm Expect { get; } =
        May("expect", ValueForms.Either(ExpectForm.Of, ValueForms.List(ExpectForm.Of)), "应当得出：期望的结果", "what must come of it");

    /// <summary>The keys of a case of any kind.</summary>
    /// <param name="kinds">The kinds that there are.</param>
    public static KeyTable Keys(IReadOnlyList<CaseKind> kinds) =>
        new([
            Need("case", ValueForms.OneOrBoth, "用例：一句话", "what it shows, in a sentence"),
            Need("why", ValueForms.OneOrBoth, "算式：手工算式", "how the amounts are reckoned by hand"),
            May(
                "unsigned",
                draft => ValueForms.OrChinese(ValueForms.Just(true, false, "true", "false")(draft)),
                "未签字：还没有人核对",
                "nobody has looked at it yet"
            ),
            .. kinds.SelectMany(kind => kind.Keys.Keys),
        ])
        {
            MayBeChinese = true,
        };

    /// <summary>The keys of a file that states defaults before its cases.</summary>
    /// <param name="ofCase">The keys of a case of any kind.</param>
    public static KeyTable FileKeys(KeyTable ofCase) =>
        new(
            May(
                "defaults",
                CaseDefaults.Keys.Schema,
                "默认值：每张单据、每条费用，除非另行写明",
                "what every claim and item states unless it says otherwise"
            ),
            Need("cases", ValueForms.List(ofCase.Schema), "全部用例", "the cases")
        )
        {
            MayBeChinese = true,
        };

    /// <summary>The cases of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kinds">The kinds that there are; a case that shows none is of the first.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<Case> ReadFile(string path, IReadOnlyList<CaseKind> kinds, ProblemLog problems) =>
        Cases(OfRows(NodeReader.ReadFile(path, problems), path), kinds);

    /// <summary>As <see cref="ReadFile"/>, of a text.</summary>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="kinds">The kinds that there are; a case that shows none is of the first.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<Case> ReadText(string name, string text, IReadOnlyList<CaseKind> kinds, ProblemLog problems) =>
        Cases(OfRows(NodeReader.ReadText(name, text, problems), name), kinds);

    private static Node? OfRows(Node? file, string name) => file is not null && NodeReader.IsSheet(name) ? CaseSheet.Cases(file) : file;

    private static List<Case> Cases(Node? file, IReadOnlyList<CaseKind> kinds)
    {
        if (file is null)
            return [];
        var keys = Keys(kinds);
        var (list, defaults) = Opened(file, keys);
        var cases = list.Items().Select(node => Case(node, kinds, keys, defaults)).ToList();
        if (!list.IsMissing)
            defaults?.TellIdle();
        List<(Node Node, BilingualText Name)> names =
        [
            .. list.Elements.Select(node => node.Optional("case")).OfType<Node>().Select(node => (node, node.OneOrBoth())),
        ];
        foreach (var language in Enum.GetValues<Language>())
        foreach (var (node, name) in names.GroupBy(one => one.Name.In(language), StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            node.Wrong(
                "case.twice",
                $"two cases of this file are named '{name.In(language)}'. Give each a sentence of its own.",
                $"本文件有两个用例都叫“{name.In(language)}”。请分别命名。"
            );
        return cases;
    }

    /// <summary>The list of cases of a file, and the defaults that it states; null for none.</summary>
    private static (Node Cases, CaseDefaults? Defaults) Opened(Node file, KeyTable ofCase)
    {
        if (!file.IsMapping)
            return (file, null);
        ChineseKeys.Read(file, CaseTerms.OfFile);
        if (file.Optional("defaults") is null && file.Optional("cases") is null)
            return (file, null);
        file.OnlyKeys(FileKeys(ofCase));
        return (file["cases"], file.Optional("defaults") is { } defaults ? new(defaults) : null);
    }

    /// <summary>What is expected, of which there must be something.</summary>
    public static Node Stated(Node expect)
    {
        if (expect.Entries().Count == 0 && expect.IsMapping)
            expect.Wrong(
                "expect.empty",
                "a case expects at least one amount, such as patient: 6_950.00.",
                "用例至少应预期一个金额，如 patient: 6_950.00。"
            );
        return expect;
    }

    /// <summary>Notes the first key that a kind does not have beside its own.</summary>
    public static void NotBeside(Node node, IEnumerable<string> keys, string en, string zh) =>
        keys.Select(node.Optional).OfType<Node>().FirstOrDefault()?.Wrong("case.both", en, zh);

    /// <summary>A case that shows several kinds is read as each of them, so that all that is wrong is told at once.</summary>
    private static Case Case(Node node, IReadOnlyList<CaseKind> kinds, KeyTable keys, CaseDefaults? defaults)
    {
        ChineseKeys.ReadAll(node, CaseTerms.OfCase);
        node.OnlyKeys(keys);
        defaults?.Fill(node);
        ChineseKeys.ReadWord(node, "unsigned", CaseTerms.OfCase, CaseTerms.Unsigned);
        node["why"].OneOrBoth();
        var name = node["case"].OneOrBoth();
        var isUnsigned = node.Optional("unsigned")?.OneOf("true", "false") is "true";
        var stated = kinds.Where(kind => kind.IsStated(node)).ToList();
        if ((stated.Find(kind => kind.IsAlone) ?? (stated.Count == 0 ? kinds[0] : null)) is { } only)
            return only.Read(name, node) with { IsUnsigned = isUnsigned };
        return stated.Select(kind => kind.Read(name, node)).ToList()[0] with { IsUnsigned = isUnsigned };
    }
}
