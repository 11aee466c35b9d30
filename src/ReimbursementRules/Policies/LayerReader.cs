using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads the file of one layer.</summary>
internal static class LayerReader
{
    /// <param name="node">The file.</param>
    /// <param name="form">Reads what the kind of a step states; null for an unknown kind.</param>
    public static LayerPolicy Read(Node node, Func<Node, StepForm?> form)
    {
        node.OnlyKeys(LayerKeys.Layer);
        node.Optional("note")?.OneOrBoth();
        node.Optional("reference")?.OneOrBoth();
        return new()
        {
            Id = node["id"].Id(),
            Title = node["title"].Bilingual(),
            Payer = node["payer"].Word(),
            From = node.Optional("from")?.FirstDay(),
            Until = node.Optional("until")?.FirstDay(),
            DecidedBy = node.Optional("decided_by") is { } day ? IndexReader.Day(day) : null,
            Applies = ConditionReader.Read(node.Optional("applies")),
            Items = ConditionReader.Read(node.Optional("items")),
            Base = Base(node["base"]),
            InsteadOf = node.Optional("instead_of")?.Word(),
            RestIsUnchanged = node.Optional("rest")?.OneOf("named", "unchanged") is "unchanged",
            AtMost = AtMost(node.Optional("at_most")),
            Steps = Steps(node["steps"].Items(), form),
            Places = new(
                node.Place,
                node.Optional("id")?.Place ?? node.Place,
                node.Optional("from")?.Place ?? node.Place,
                node.Optional("until")?.Place ?? node.Place,
                KeyOf(node, "applies"),
                KeyOf(node, "items"),
                KeyOf(node, "at_most")
            ),

            Stated = StatedReader.OfLayerOrStep(node, []),
        };
    }

    /// <summary>A part, a list of parts, or <c>{ parts: […], as: original }</c>.</summary>
    public static BasePolicy Base(Node node)
    {
        if (!node.IsMapping || IsWeighted(node))
            return new(Parts(node), false, node.Place);
        node.OnlyKeys(LayerKeys.Base);
        var original = node.Optional("as")?.OneOf("held", "original") is "original";
        return new(Parts(node), original, node.Place);
    }

    /// <summary>Parts that may have a share that counts: one, a list, or what stands under <c>parts</c>.</summary>
    public static IReadOnlyList<PartPolicy> Parts(Node node) =>
        [
            .. Listed(node.IsMapping && !IsWeighted(node) ? node["parts"] : node)
                .Select(part => part.IsMapping ? Weighted(part) : new(part.NameWord(), null)),
        ];

    /// <summary>The names of parts: one, a list, or what stands under <c>parts</c>.</summary>
    public static IReadOnlyList<Word> PartNames(Node node) =>
        [.. Listed(node.IsMapping ? node["parts"] : node).Select(name => name.NameWord())];

    private static IReadOnlyList<Node> Listed(Node parts)
    {
        IReadOnlyList<Node> named =
            parts.IsSequence ? parts.Elements
            : parts.IsMissing ? []
            : [parts];
        if (named.Count == 0)
            parts.Wrong("base.empty", "a base names at least one part, such as in_scope.", "基数至少应有一个部分，如 in_scope。");
        return named;
    }

    private static bool IsWeighted(Node node) => node.Optional("part") is not null;

    private static PartPolicy Weighted(Node node)
    {
        node.OnlyKeys(LayerKeys.Part);
        var times = node["times"];
        var share = times.Rate().Millionths;
        if (share is 0 or Rate.WholeMillionths && times.IsScalar)
            times.Wrong(
                "part.times",
                "a part counts whole where its name stands alone, and not at all where it is left out. Write a share between 0% and 100%, "
                    + "such as 50%.",
                "部分单写名称即全部计入，不写即不计入。请写 0% 与 100% 之间的比例，如 50%。"
            );
        return new(node["part"].NameWord(), share);
    }

    /// <summary>Reads the steps, of which nothing is looked at again.</summary>
    private static StepPolicy[] Steps(IReadOnlyList<Node> nodes, Func<Node, StepForm?> form)
    {
        var steps = new StepPolicy[nodes.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = Step(nodes[i], form);
            nodes[i].Forget();
        }

        return steps;
    }

    private static UsesPolicy? AtMost(Node? node)
    {
        if (node is null)
            return null;
        node.OnlyKeys(LayerKeys.AtMost);
        return new(
            node["times"].Whole(1, 1000),
            RunningPeriods.Read(node["per"]),
            node.Optional("each")?.Word(),
            ConditionReader.Read(node.Optional("unless"))
        );
    }

    /// <summary>A step of a layer or of a contract.</summary>
    public static StepPolicy Step(Node node, Func<Node, StepForm?> form)
    {
        var note = node.Optional("note")?.OneOrBoth();
        var says = form(node);
        return new(node["id"].Id(), node.Optional("id")?.Place ?? node.Place, node["kind"].Word(), says, node.Place)
        {
            Title = node.Optional("title")?.Bilingual(),
            Note = note,
            Reference = node.Optional("reference")?.OneOrBoth() ?? BilingualText.None,
            Href = node.Optional("href")?.Text(),
            Stated = StatedReader.OfLayerOrStep(node, [.. says?.Tables ?? [], .. says?.Idle ?? []]),
        };
    }

    private static FilePlace KeyOf(Node node, string key) =>
        node.Pairs.FirstOrDefault(pair => pair.Key.Raw == key).Key?.Place ?? node.Place;
}
