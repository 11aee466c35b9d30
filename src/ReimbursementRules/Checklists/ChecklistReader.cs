using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Checklists;

/// <summary>Reads <c>checklists.yaml</c>.</summary>
internal static class ChecklistReader
{
    /// <summary>The key under which an applicant states the day, and so no question.</summary>
    public const string Day = "on";

    public static IReadOnlyList<ChecklistPolicy> Read(PolicyFiles files) => files["checklists.yaml"] is { } file ? Read(file) : [];

    private static readonly KeyTable RangeKeys = new(
        May("from", ValueForms.Number, "从多少起，含", "from this number, included"),
        May("below", ValueForms.Number, "不满多少，不含", "below this number, not included")
    );

    /// <summary>The keys of what is needed, for messages that list them all.</summary>
    private static readonly KeyTable NeedsKeys = new([.. ConditionForm.Not.Keys, .. RangeKeys.Keys]);

    private static readonly KeyTable CriterionKeys = new([
        SharedKeys.Id,
        Need("asks", ValueForms.Id, "问什么：申请人要回答的", "what the applicant is asked"),
        Need("needs", NeedsForm, "要求：怎样的回答才符合", "the answer that is needed"),
        May("when", ValueForms.ByName(NeedsForm), "当……时：其他回答怎样才问这一条", "the answers with which it is asked at all"),
        SharedKeys.From,
        SharedKeys.Until,
        Need("message", ValueForms.Bilingual, "给人看的话：不符合时说什么", "what is said where it is not met"),
        .. SharedKeys.Source,
    ]);

    private static readonly KeyTable Keys = new(
        SharedKeys.Id,
        SharedKeys.Title,
        Need("criteria", ValueForms.List(CriterionKeys.Schema), "条件：各个条件", "the criteria"),
        SharedKeys.Note
    );

    /// <summary>The keys of the file.</summary>
    public static KeyTable FileKeys { get; } =
        new(Need("checklists", ValueForms.List(Keys.Schema), "条件清单：各份清单", "the checklists"));

    private static JsonObject NeedsForm(SchemaDraft draft)
    {
        var range = RangeKeys.Schema(draft);
        range["minProperties"] = 1;
        return ValueForms.AnyOf(ValueForms.OneOrMany(ValueForms.Text)(draft), ConditionForm.Not.Schema(draft), range);
    }

    private static IReadOnlyList<ChecklistPolicy> Read(Node node) => Ids.OnlyList(node, FileKeys, "条件清单", Checklist);

    private static ChecklistPolicy Checklist(Node node)
    {
        node.OnlyKeys(Keys);
        node.Optional("note")?.OneOrBoth();
        var criteria = node["criteria"].Items().Select(Criterion).ToList();
        Ids.Once(node["criteria"], "criteria", "条件");
        var asked = criteria
            .SelectMany(criterion => criterion.When.Prepend(criterion.Needs))
            .Where(answer => !answer.Asks.IsEmpty)
            .ToList();
        var kinds = asked
            .DistinctBy(answer => answer.Asks.Text, StringComparer.Ordinal)
            .ToDictionary(answer => answer.Asks.Text, answer => answer.IsNumber, StringComparer.Ordinal);
        foreach (var other in asked.Where(answer => kinds[answer.Asks.Text] != answer.IsNumber))
            node.Problems.Wrong(
                other.Asks,
                "criterion.kind",
                $"'{other.Asks.Text}' is asked as a number here and as a word elsewhere, or the other way round. Give one of "
                    + "them another name.",
                $"“{other.Asks.Text}”在此处与别处分别作为数值和词。请为其一换名称。"
            );
        return new(node["id"].Id(), node["title"].Bilingual(), criteria);
    }

    private static CriterionPolicy Criterion(Node node)
    {
        node.OnlyKeys(CriterionKeys);
        return new(
            node["id"].Id(),
            DaysReader.Read(node.Optional("from")?.FirstDay() ?? DateOnly.MinValue, node.Optional("until")),
            Answer(node["asks"], node["needs"]),
            [.. (node.Optional("when")?.Entries() ?? []).Select(entry => Answer(entry.Key, entry.Value))],
            node["message"].Bilingual(),
            TableReader.Source(node, node.Place)
        );
    }

    private static AnswerPolicy Answer(Node asks, Node needs)
    {
        var question = asks.NameWord();
        if (question.Text == Day)
            asks.Wrong(
                "criterion.on",
                "'on' is the day of the application and cannot be asked. Use 'from' and 'until', or another name.",
                "“on”是申请日，不能作提问项。请用“from”和“until”，或换名称。"
            );
        if (!needs.IsMapping)
            return new(question, Words(needs), false, null, null);
        if (needs.Optional("not") is { } not)
        {
            needs.OnlyKeys(ConditionForm.Not);
            return new(question, Words(not), true, null, null);
        }

        needs.OnlyKeys(NeedsKeys);
        var (from, below) = (needs.Optional("from")?.Number(), needs.Optional("below")?.Number());
        if (needs.Pairs.Count == 0)
            needs.Wrong("range.empty", "expected a range such as { from: 100 }, or words.", "此处应为范围，如 { from: 100 }，或取值。");
        else if (below <= from)
            needs.Wrong(
                "range.empty",
                "no number lies in this range: 'below' is not above 'from'.",
                "该范围内没有数：“below”应大于“from”。"
            );
        return new(question, [], false, from, below);
    }

    private static IReadOnlyList<string> Words(Node node)
    {
        if (node is { IsSequence: true, Elements.Count: 0 })
            node.Wrong("list.empty", "a list has at least one word.", "列表至少应有一个词。");
        return node.IsSequence ? [.. node.Elements.Select(word => word.Plain())] : [node.Plain()];
    }
}
