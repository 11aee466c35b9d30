using ReimbursementRules.Claims;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Cases;

/// <summary>What every claim of a case file states, and each of its items, unless it says otherwise.</summary>
internal sealed class CaseDefaults
{
    private const string Attributes = "attributes";

    /// <summary>Of which a claim states one: its own takes the place of the other's default.</summary>
    private static readonly string[] Ages = ["born", "age"];

    private readonly Node? _claim;
    private readonly Node? _item;
    private readonly HashSet<Node> _taken = new(ReferenceEqualityComparer.Instance);

    /// <param name="defaults">Where they stand.</param>
    public CaseDefaults(Node defaults)
    {
        ChineseKeys.ReadAll(defaults, CaseTerms.OfDefaults);
        defaults.OnlyKeys(Keys);
        _claim = defaults.Optional("claim");
        _item = defaults.Optional("item");
        if (_claim is not null)
        {
            _claim.Entries();
            ChineseClaim.Read(_claim);
        }

        if (_item is not null)
        {
            _item.Entries();
            ChineseClaim.ReadItem(_item);
        }
    }

    /// <summary>What may have a default.</summary>
    public static KeyTable Keys { get; } =
        new(
            May("claim", ClaimForm.Of, "单据：每张单据，除非另行写明", "what every claim states unless it says otherwise"),
            May("item", ClaimForm.Item, "明细：每条费用，除非另行写明", "what every item states unless it says otherwise")
        )
        {
            MayBeChinese = true,
        };

    /// <summary>Gives each claim of a case, whose keys have been read, what it leaves out.</summary>
    public void Fill(Node @case)
    {
        foreach (var claim in ClaimsOf(@case).Where(claim => claim.IsMapping))
        {
            ChineseClaim.Read(claim);
            Fill(claim, _claim);
            foreach (var item in claim.Optional("items")?.Elements.Where(item => item.IsMapping) ?? [])
            {
                ChineseClaim.ReadItem(item);
                Fill(item, _item);
            }
        }
    }

    /// <summary>Tells what no claim has taken.</summary>
    public void TellIdle()
    {
        foreach (var of in (Node?[])[_claim, _item])
        foreach (var (key, value) in of?.Pairs ?? [])
        foreach (var idle in (key.Raw == Attributes && value.IsMapping ? value.Pairs : [new(key, value)]).Where(IsIdle))
            idle.Key.Wrong(
                "default.idle",
                $"no claim of this file takes '{idle.Key.AsWritten}' from here: each states its own. Leave it out.",
                $"本文件中没有单据采用这里的“{idle.Key.AsWritten}”，各单据都另行写明。请删去。"
            );

        bool IsIdle(KeyValuePair<Node, Node> pair) => !_taken.Contains(pair.Key);
    }

    private void Fill(Node stated, Node? defaults)
    {
        foreach (var (key, value) in defaults?.Pairs ?? [])
            if (stated.Optional(key.Raw) is { } own)
            {
                if (key.Raw == Attributes && own.IsMapping && value.IsMapping && !ReferenceEquals(own, value))
                    Fill(own, value);
            }
            else if (!Ages.Contains(key.Raw) || !Ages.Any(age => stated.Optional(age) is not null))
            {
                stated.Add(key, value);
                _taken.Add(key);
                if (key.Raw == Attributes)
                    _taken.UnionWith(value.Pairs.Select(pair => pair.Key));
            }
    }

    /// <summary>The claims of a case of any kind.</summary>
    private static IEnumerable<Node> ClaimsOf(Node @case)
    {
        var isOfTarget = @case.Optional("target") is not null;
        if (@case.Optional("claim") is { } only)
            yield return only;
        foreach (var one in @case.Optional("claims")?.Elements ?? [])
            if (isOfTarget)
                yield return one;
            else
            {
                ChineseKeys.Read(one, CaseTerms.OfCase);
                if (one.Optional("claim") is { } claim)
                    yield return claim;
            }

        foreach (var one in @case.Optional("assemble")?.Elements ?? [])
            yield return one;
        foreach (var operation in @case.Optional("ledger")?.Elements ?? [])
            if ((operation.Optional("settle") ?? operation.Optional("correct")) is { } claim)
                yield return claim;
    }
}
