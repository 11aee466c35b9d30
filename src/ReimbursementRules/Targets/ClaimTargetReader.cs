using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>Reads the targets of <c>targets.yaml</c> that are held against realised claims.</summary>
internal static class ClaimTargetReader
{
    private static readonly string[] AloneKeys = [.. ClaimTargetKeys.Alone.Names];
    private static readonly string[] AgainstKeys = [.. ClaimTargetKeys.Compared.Names];

    public static ClaimTargetPolicy Read(Node node, Node? bound, bool isWish)
    {
        node.OnlyKeys(ClaimTargetKeys.Target);
        return new(
            node["id"].Id(),
            node["title"].Bilingual(),
            node.Optional("each")?.OneOf("provider") is "provider",
            ConditionReader.Read(node.Optional("when")),
            isWish,
            bound is null ? [] : Any(bound),
            TableReader.Source(node, node.Place)
        );
    }

    private static IReadOnlyList<MeasurePolicy> Any(Node node)
    {
        if (node.Optional("any") is not { } any)
            return [Measure(node)];
        node.OnlyKeys(ClaimTargetKeys.Any);
        if (any is { IsSequence: true, Elements.Count: 0 })
            any.Wrong("list.empty", "a list has at least one measure.", "列表至少应有一项度量。");
        return [.. any.Items().Select(Measure)];
    }

    private static MeasurePolicy Measure(Node node)
    {
        node.OnlyKeys(ClaimTargetKeys.Measure);
        var against = node.Optional("against");
        var isAll = against is { IsScalar: true };
        if (isAll)
            against!.OneOf("all");
        return new(
            Quotient(node),
            against is null || isAll ? null : Other(against),
            isAll,
            Bound(node, against is null ? AloneKeys : AgainstKeys)
        );
    }

    private static QuotientPolicy Other(Node node)
    {
        node.OnlyKeys(ClaimTargetKeys.Other);
        return Quotient(node);
    }

    private static QuotientPolicy Quotient(Node node) => new(Sum(node["measure"]), node.Optional("per") is { } per ? Sum(per) : null);

    /// <summary>A sum with its conditions; a word alone is the sum of that name.</summary>
    private static SumPolicy Sum(Node node)
    {
        if (!node.IsMapping)
            return new(node.Place, node.Word(), null, null, ConditionsPolicy.None, ConditionsPolicy.None, null);
        var figure = node.Optional("figure");
        if (figure is null)
            node.OnlyKeys(ClaimTargetKeys.Sum);
        else
            node.OnlyKeys(ClaimTargetKeys.Figure);
        return new(
            node.Place,
            figure is null ? node["sum"].Word() : null,
            figure?.Id(),
            node.Optional("fund") is { } fund ? FundsPolicy.Read(fund) : null,
            ConditionReader.Read(node.Optional("when")),
            ConditionReader.Read(node.Optional("items")),
            node.Optional("less") is { } less ? Sum(less) : null
        );
    }

    private static MeasureBound Bound(Node node, string[] keys)
    {
        var stated = keys.Select((key, i) => (Node: node.Optional(key), Kind: i)).Where(one => one.Node is not null).ToList();
        if (stated.Count != 1 || AloneKeys.Concat(AgainstKeys).Count(key => node.Optional(key) is not null) != 1)
            node.Wrong(
                "target.bound",
                $"a bound states one of {string.Join(", ", keys)} here.",
                $"此处的界限应写 {string.Join("、", keys)} 之一。"
            );
        var kind = (MeasureBoundKind)((keys == AloneKeys ? 0 : AloneKeys.Length) + (stated.Count > 0 ? stated[0].Kind : 0));
        return stated.Count > 0 ? Number(kind, stated[0].Node!) : new(kind, 0, false, "");
    }

    /// <summary>A percentage, which may be above 100%, or a plain number such as an average in yuan.</summary>
    private static MeasureBound Number(MeasureBoundKind kind, Node node)
    {
        var text = node.Text();
        var isPercent = text.EndsWith('%');
        if (
            Digits.TryParse(isPercent ? text[..^1] : text, out var number)
            && number <= 1_000_000_000_000m
            && number.Scale <= (isPercent ? 4 : 6)
        )
            return new(kind, (long)(number * (isPercent ? 10_000m : 1_000_000m)), isPercent, text);
        if (text.Length > 0)
            node.Wrong(
                "target.number",
                $"'{text}' is not a bound. Write a percentage such as 70% or 105%, or a number such as 4 or 8_000.",
                $"“{text}”不是界限。请写百分数，如 70% 或 105%，或数值，如 4 或 8_000。"
            );
        return new(kind, 0, isPercent, text);
    }
}
