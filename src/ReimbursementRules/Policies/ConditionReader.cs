using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads conditions: what each fact must be, and under <c>any</c> alternatives of which one must hold.</summary>
internal static class ConditionReader
{
    /// <summary>The most facts that are asked at once, included.</summary>
    public const int MostConditions = 500;

    /// <summary>The most alternatives that conditions come to, included.</summary>
    public const int MostAlternatives = 100;

    /// <summary>The key of alternatives.</summary>
    public const string Any = "any";

    /// <summary>Conditions; none where nothing is written.</summary>
    public static ConditionsPolicy Read(Node? when)
    {
        if (when is null)
            return ConditionsPolicy.None;
        var entries = Stated(when).Entries();
        var conditions = new List<ConditionPolicy>(entries.Count);
        var any = ConditionsPolicy.None;
        foreach (var (key, value) in entries)
            if (key.Raw == Any)
                any = Alternatives(value);
            else
                conditions.Add(Condition(key, value));
        return ConditionsPolicy.Of(conditions).And(any);
    }

    /// <summary>Conditions that must all hold; a problem where there are alternatives.</summary>
    public static IReadOnlyList<ConditionPolicy> Plain(Node? when)
    {
        var read = Read(when);
        if (!read.IsPlain)
            when!.Wrong(
                "any.here",
                "no alternatives can stand here. Write an entry of its own for each.",
                "此处不能写“any”。请为每种情形各写一条。"
            );
        return read;
    }

    private static ConditionsPolicy Alternatives(Node list)
    {
        if (list is { IsSequence: true, Elements.Count: 0 })
            list.Wrong("any.empty", "'any' has at least one alternative.", "“any”下至少应有一种情形。");
        var read = ConditionsPolicy.AnyOf(list.Items().Select(Read));
        if (read.Alternatives.Count <= MostAlternatives)
            return read.Alternatives.Count == 0 ? ConditionsPolicy.None : read;
        list.Wrong(
            "any.many",
            $"'any' comes to {read.Alternatives.Count} alternatives here, at most {MostAlternatives} can be. Use lists, or rows of their "
                + "own.",
            $"此处“any”共有 {read.Alternatives.Count} 种情形，最多 {MostAlternatives} 种。请使用名单，或分行书写。"
        );
        return ConditionsPolicy.None;
    }

    private static Node Stated(Node when)
    {
        if (when is { IsMapping: true, Pairs.Count: 0 })
            when.Wrong(
                "conditions.empty",
                "expected at least one condition, such as setting: inpatient.",
                "此处至少应有一个条件，如 setting: inpatient。"
            );
        if (when.Pairs.Count > MostConditions)
            when.Wrong(
                "conditions.many",
                $"{when.Pairs.Count} facts are asked at once here, at most {MostConditions} can be. Ask fewer.",
                $"此处同时使用 {when.Pairs.Count} 个事实，最多 {MostConditions} 个。请减少。"
            );
        return when;
    }

    private static ConditionPolicy Condition(Node key, Node value)
    {
        var fact = key.Word();
        if (value.IsSequence)
            return new(fact, Listed(value), [], null);
        if (!value.IsMapping)
            return new(fact, [value.OpenWord()], [], null);
        if (value.Optional("not") is { } not)
        {
            value.OnlyKeys(ConditionForm.Not);
            return new(fact, not.IsSequence ? Listed(not) : [not.OpenWord()], [], null, IsNot: true);
        }

        if ((value.Optional("in") ?? value.Optional("not_in")) is { } list)
        {
            var isNot = value.Optional("in") is null;
            value.OnlyKeys(isNot ? ConditionForm.NotIn : ConditionForm.In);
            return list.IsSequence ? new(fact, Listed(list), [], null, isNot) : new(fact, [], [list.Word()], null, isNot);
        }

        value.OnlyKeys(ConditionForm.All);
        if (value.Pairs.Count == 0)
            value.Wrong(
                "range.empty",
                "expected a range such as { from: 18, below: 60 }, or a list such as { in: chronic }.",
                "此处应为范围，如 { from: 18, below: 60 }，或名单，如 { in: chronic }。"
            );
        var (below, before) = (value.Optional("below"), value.Optional("before"));
        if (below is not null && before is not null)
            before.Wrong(
                "range.before",
                "'below' and 'before' both end this range. Keep 'before' for a date, 'below' for a number.",
                "“below”和“before”都是该范围的终点。日期保留“before”，数值保留“below”。"
            );
        return new(fact, [], [], new(value.Optional("from")?.Word(), (before ?? below)?.Word(), value.Place, before is not null));
    }

    private static Word[] Listed(Node list)
    {
        if (list.Elements.Count == 0)
            list.Wrong("list.empty", "a list has at least one word.", "列表至少应有一个词。");
        var items = list.Items();
        var words = new Word[items.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = items[i].OpenWord();
        return words;
    }
}
