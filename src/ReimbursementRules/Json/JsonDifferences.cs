using ReimbursementRules.Yaml;

namespace ReimbursementRules.Json;

/// <summary>Where two JSON texts say different things, member by member.</summary>
/// <param name="skip">Whether a member of an object does not count: the path of the object, and the member's key.</param>
internal sealed class JsonDifferences(Func<string, string, bool> skip)
{
    /// <summary>The differences in the order of the first text.</summary>
    public IEnumerable<JsonDifference> Between(Node was, Node now) => Between(was, now, "");

    private IEnumerable<JsonDifference> Between(Node was, Node now, string path) =>
        IsOneOfBoth(was, now) ? []
        : was.Kind != now.Kind ? [Different(was, now, path)]
        : was.IsMapping ? Members(was, now, path)
        : was.IsSequence ? Elements(was, now, path)
        : was.Raw == now.Raw || NodeText.OfValue(was) == NodeText.OfValue(now) ? []
        : [Different(was, now, path)];

    /// <summary>Whether a plain text, as references and notes were, is what a text in both languages says in one of them.</summary>
    private static bool IsOneOfBoth(Node was, Node now) =>
        was.IsScalar
        && now is { IsMapping: true, Pairs.Count: 2 }
        && now.Optional("en") is { IsScalar: true } en
        && now.Optional("zh") is { IsScalar: true } zh
        && (was.Raw == en.Raw || was.Raw == zh.Raw);

    private IEnumerable<JsonDifference> Members(Node was, Node now, string path) =>
        from key in was.Pairs.Concat(now.Pairs).Select(pair => pair.Key.Raw).Distinct(StringComparer.Ordinal)
        where !skip(path, key)
        let at = path.Length == 0 ? key : $"{path}.{key}"
        from difference in (was.Optional(key), now.Optional(key)) switch
        {
            ({ } one, { } other) => Between(one, other, at),
            ({ } one, null) => [new(at, one.Place.Line, one.Place.Column, Shown(one), "")],
            (null, { } other) => [new(at, was.Place.Line, was.Place.Column, "", Shown(other))],
            (null, null) => [],
        }
        select difference;

    private IEnumerable<JsonDifference> Elements(Node was, Node now, string path)
    {
        for (var i = 0; i < Math.Max(was.Elements.Count, now.Elements.Count); i++)
            if (i >= was.Elements.Count)
                yield return new($"{path}[{i + 1}]", was.Place.Line, was.Place.Column, "", Shown(now.Elements[i]));
            else if (i >= now.Elements.Count)
                yield return new($"{path}[{i + 1}]", was.Elements[i].Place.Line, was.Elements[i].Place.Column, Shown(was.Elements[i]), "");
            else
                foreach (var difference in Between(was.Elements[i], now.Elements[i], $"{path}[{i + 1}]"))
                    yield return difference;
    }

    private static JsonDifference Different(Node was, Node now, string path) =>
        new(path, was.Place.Line, was.Place.Column, Shown(was), Shown(now));

    private static string Shown(Node node)
    {
        var text = NodeText.Of(node);
        return text.Length <= 80 ? text : text[..79] + "…";
    }
}

/// <summary>A member that says something else.</summary>
/// <param name="Path">The member, such as <c>payers.fund</c> or <c>steps[2].amount</c>; the first element of a list is 1.</param>
/// <param name="Line">Its line in the first text.</param>
/// <param name="Column">Its column there.</param>
/// <param name="Was">What it says there; empty where it is not there.</param>
/// <param name="Now">What it says in the second text; empty where it is not there.</param>
internal sealed record JsonDifference(string Path, int Line, int Column, string Was, string Now);
