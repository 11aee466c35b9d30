using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads what stops or marks a claim: the gates of a rulebook, after those of the law that it builds on.</summary>
internal static class GateReader
{
    /// <summary>The gates of a law that many rulebooks build on.</summary>
    public const string LawFile = "0-law.yaml";

    /// <summary>The gates of a rulebook.</summary>
    public const string File = "0-gates.yaml";

    public static IReadOnlyList<GatePolicy> Read(PolicyFiles files)
    {
        var law = Read(files[LawFile]);
        var own = Read(files[File]);
        foreach (var again in own.Where(gate => law.Any(other => other.Id == gate.Id && gate.Id.Length > 0)))
            files[File]!
                ["gates"]
                .Elements.First(gate => gate.Optional("id")?.Raw == again.Id)["id"]
                .Wrong(
                    "id.twice",
                    $"a gate of {LawFile} is named '{again.Id}' too. Give each a name of its own.",
                    $"{LawFile} 中也有关口叫“{again.Id}”。请分别命名。"
                );
        return [.. law, .. own];
    }

    private static IReadOnlyList<GatePolicy> Read(Node? file) => file is null ? [] : Ids.OnlyList(file, "gates", "关口", Gate);

    private static GatePolicy Gate(Node node)
    {
        node.OnlyKeys("id", "from", "until", "when", "item", "then", "liable", "due", "reference", "href", "note", "status", "message");
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
                "待审核针对整笔申请，不针对单项。请在“when”中使用申请的事实。"
            );
        return new(
            node["id"].Id(),
            DaysReader.Read(node.Optional("from")?.FirstDay() ?? DateOnly.MinValue, node.Optional("until")),
            TableReader.Conditions(node.Optional("when")),
            TableReader.Conditions(node.Optional("item")),
            then,
            node.Optional("liable")?.Word(),
            Due(node.Optional("due")),
            node["message"].Bilingual(),
            TableReader.Source(node, node.Place)
        );
    }

    private static int? Due(Node? due)
    {
        due?.OnlyKeys("working_days");
        return due?["working_days"].Whole(1, 1000);
    }
}
