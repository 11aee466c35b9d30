using System.Text.Json.Nodes;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>Reads what stops or marks a claim: the gates of a rulebook, after those of the law that it builds on.</summary>
internal static class GateReader
{
    /// <summary>The gates of a law that many rulebooks build on.</summary>
    public const string LawFile = "0-law.yaml";

    /// <summary>The gates of a rulebook.</summary>
    public const string File = "0-gates.yaml";

    private static readonly KeyTable DueKeys = new(
        Need("working_days", ValueForms.Whole(1, 1000), "工作日：申报后几个工作日", "how many working days after filing")
    );

    private static readonly KeyTable Keys = new(
        SharedKeys.Id,
        SharedKeys.From,
        SharedKeys.Until,
        May("when", ConditionForm.Of, "当……时：单据的条件", "conditions of the claim"),
        May("item", ConditionForm.Of, "明细：费用明细的条件", "conditions of an item"),
        Need(
            "then",
            ValueForms.Words(
                ("refuse", "拒付", "refused"),
                ("hold", "待审核", "held for review"),
                ("flag", "标记：照付，只提示", "paid, and told")
            ),
            "处理：拒付、待审核或标记",
            "what becomes of it"
        ),
        May(
            "liable",
            ValueForms.Declared(NameKind.Payer, ("hospital", "医疗机构", "the hospital")),
            "由谁承担：拒付后不由患者承担的",
            "who bears what is refused, where it is not the patient"
        ),
        May("due", ValueForms.Mapping(DueKeys), "到期：待审核到哪天", "until when what is held must be reviewed"),
        SharedKeys.ReferenceIfAny,
        SharedKeys.Href,
        SharedKeys.Note,
        SharedKeys.Status,
        Need("message", ValueForms.Bilingual, "给人看的话：结算单上写的", "what the settlement says of it")
    );

    /// <summary>The keys of the file.</summary>
    public static KeyTable FileKeys { get; } =
        new(
            Need("gates", ValueForms.List(Gate), "关口：各道关口", "the gates, in their order"),
            SharedKeys.ReferenceIfAny,
            SharedKeys.Href
        );

    public static IReadOnlyList<GatePolicy> Read(PolicyFiles files)
    {
        IReadOnlyList<Node> all = files[File] is { } own ? [.. files.Laws, own] : files.Laws;
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in all)
        {
            var ids = file.Optional("gates")?.Elements.Select(gate => gate.Optional("id")).OfType<Node>().ToList() ?? [];
            foreach (var id in ids)
                if (named.TryGetValue(id.Raw, out var other))
                    id.Wrong(
                        "id.twice",
                        $"a gate of {other} is named '{id.Raw}' too. Give each a name of its own.",
                        $"{other} 中也有关口叫“{id.Raw}”。请分别命名。"
                    );
            foreach (var id in ids)
                named.TryAdd(id.Raw, file.Place.File);
        }

        foreach (var file in all)
            file.Optional("reference")?.OneOrBoth();
        return [.. all.SelectMany(file => Ids.OnlyList(file, FileKeys, "关口", Gate))];
    }

    private static JsonObject Gate(SchemaDraft draft)
    {
        var gate = Keys.Schema(draft);
        gate["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = new JsonArray((JsonNode)"when") },
            new JsonObject { ["required"] = new JsonArray((JsonNode)"item") }
        );
        return gate;
    }

    private static GatePolicy Gate(Node node)
    {
        node.OnlyKeys(Keys);
        var then = FieldForms.Word<Verdict>().Read(node["then"]);
        if (node.IsMapping && node.Optional("when") is null && node.Optional("item") is null)
            node.Wrong("gate.when", "a gate has 'when', 'item' or both.", "关口应有“when”、“item”或两者。");
        if (node.Optional("liable") is { } liable && then != Verdict.Refuse)
            liable.Wrong("gate.liable", "only a gate that refuses may name who is liable.", "只有拒付的关口可指明责任方。");
        if (node.Optional("due") is { } due && then != Verdict.Hold)
            due.Wrong("gate.due", "only a gate that holds has a due date.", "只有待审核的关口有办理期限。");
        if (node.Optional("item") is { } item && then == Verdict.Hold)
            item.Wrong(
                "gate.hold",
                "a gate holds a whole claim, not an item. Ask for facts of the claim in 'when'.",
                "待审核针对整张单据，不针对单项。请在“when”中使用单据的事实。"
            );
        return new(
            node["id"].Id(),
            DaysReader.Read(node.Optional("from")?.FirstDay() ?? DateOnly.MinValue, node.Optional("until")),
            ConditionReader.Read(node.Optional("when")),
            ConditionReader.Read(node.Optional("item")),
            then,
            node.Optional("liable")?.Word(),
            Due(node.Optional("due")),
            node["message"].Bilingual(),
            TableReader.Source(node, node.Place)
        );
    }

    private static int? Due(Node? due)
    {
        due?.OnlyKeys(DueKeys);
        return due?["working_days"].Whole(1, 1000);
    }
}
