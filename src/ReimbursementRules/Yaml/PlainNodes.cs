using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>How nodes read ids, codes and open words: in their one spelling, so that what looks alike is the same.</summary>
internal static class PlainNodes
{
    /// <summary>Notes a sign within a text that nobody sees, or that turns the direction of what follows; lines may break.</summary>
    public static void RefuseHidden(this Node node, string text)
    {
        if (PlainWord.Hidden(text) is { } sign)
        {
            var (en, zh) = PlainWord.Controlled(sign);
            node.Wrong("text.control", en, zh);
        }
    }

    /// <summary>A text in which signs that turn the direction of others are refused; no sheet shows other hidden ones.</summary>
    public static string Visible(this Node node) => node.Seen(node.Stated(), PlainWord.Turn);

    /// <summary>A code or an open word in its one spelling, so that what looks alike is the same.</summary>
    public static string Plain(this Node node)
    {
        var stated = node.Stated();
        var plain = node.Seen(PlainWord.Of(stated), PlainWord.Control);
        if (plain.Length == 0 && stated.Length > 0)
            node.Wrong(
                "value.blank",
                "a value is missing here. Write one, or leave the whole line out.",
                "此处缺少值。请填写，或删去整行。"
            );
        return plain;
    }

    /// <summary>The number of a claim, a member or a provider in its one spelling; one that a spreadsheet damaged is refused.</summary>
    public static string PlainId(this Node node)
    {
        var id = PlainWord.OfId(node.Plain());
        if (PlainWord.IsDamaged(id))
        {
            var (en, zh) = PlainWord.Damage(id);
            node.Wrong("id.damaged", en, zh);
        }

        return id;
    }

    /// <summary>The entries of a mapping by numbers of providers or members; a problem for one that only looks different from one
    /// before it.</summary>
    public static IEnumerable<(Word Id, Node Entry)> Numbered(this Node node)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, entry) in node.Entries())
        {
            var id = key.PlainId();
            if (numbers.Add(id))
                yield return (new(id, key.Place), entry);
            else if (id.Length > 0)
                key.Wrong("key.twice", $"the key '{id}' stands here a second time. Keep one of them.", $"键“{id}”重复。请只保留一个。");
        }
    }

    /// <summary>As <see cref="Node.Word"/>, in the one spelling of open words.</summary>
    public static Word OpenWord(this Node node) => new(node.Plain(), node.Place);

    private static string Seen(this Node node, string stated, Func<string, char?> refused)
    {
        if (refused(stated) is { } sign)
        {
            var (en, zh) = PlainWord.Controlled(sign);
            node.Wrong("text.control", en, zh);
        }

        return stated;
    }
}
