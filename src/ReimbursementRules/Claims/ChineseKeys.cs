using System.Text;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads the Chinese names of keys and words, wherever files may have them, as those of a table.</summary>
internal static class ChineseKeys
{
    /// <summary>The keys of a mapping. A name that the table does not have stays, for whoever knows more names.</summary>
    public static void Read(Node node, TermTable terms)
    {
        foreach (var key in node.KeysToo)
            if (!Ascii.IsValid(key.Raw) && terms.Called(key.Raw) is { } term)
                Take(node, key, term.Id, term.Id);
    }

    /// <summary>The keys of a mapping that has those of the table alone.</summary>
    public static void ReadAll(Node node, TermTable terms)
    {
        Read(node, terms);
        foreach (var key in node.KeysToo)
            if (!Ascii.IsValid(key.Raw))
                Unknown(key, terms.All);
    }

    /// <summary>A word that stands as a value; one that is none is told, with those that there are.</summary>
    /// <param name="value">The value; null where nothing is stated.</param>
    /// <param name="words">The words.</param>
    /// <param name="of">Of which key, with its Chinese name.</param>
    public static void ReadWord(Node? value, TermTable words, BilingualText of)
    {
        if (value is not { IsScalar: true } || Ascii.IsValid(value.Raw))
            return;
        if (words.Called(value.Raw) is { } word)
        {
            value.Means(word.Id);
            return;
        }

        var known = Known(words.All);
        value.Wrong("word.unknown", $"'{value.Raw}' is no word of {of.En}.{known.En}", $"“{value.Raw}”不是{of.Zh}的取值。{known.Zh}");
        value.Means(words.All[0].Id);
    }

    /// <summary>As the other, of a key of a mapping that the table names.</summary>
    public static void ReadWord(Node node, string key, TermTable keys, TermTable words) =>
        ReadWord(node.Optional(key), words, Named(keys.Of(key)!.Zh, key));

    /// <summary>Takes a key for another, unless that stands in the mapping already.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="key">The key as it stands.</param>
    /// <param name="meant">What the readers of the mapping call it.</param>
    /// <param name="shown">What messages call it.</param>
    public static void Take(Node node, Node key, string meant, string shown)
    {
        if (node.Optional(meant) is null)
        {
            key.Means(meant);
            return;
        }

        key.Wrong(
            "key.twice",
            $"the key '{key.Raw}' ({shown}) stands here a second time. Keep one of them.",
            $"键{Named(key.Raw, shown).Zh}重复。请只保留一个。"
        );
    }

    /// <summary>A Chinese key that is none: which was meant, or what they are called.</summary>
    public static void Unknown(Node key, IReadOnlyCollection<Term> terms)
    {
        if (key.Problems.IsFull)
            return;
        var name = PlainWord.Of(key.Raw);
        var nearest = Spelling.Nearest(name, terms.SelectMany(term => term.Names).Where(one => !Ascii.IsValid(one)));
        var meant = nearest is null ? null : terms.FirstOrDefault(term => term.Names.Contains(nearest))?.Id;
        var hint = meant is null
            ? Known(terms)
            : new BilingualText($" Did you mean '{nearest}' ({meant})?", $"是否想写{ChineseName.Quoted(meant, nearest!)}？");
        key.Wrong("key.unknown", $"the key '{key.Raw}' is not known here.{hint.En}", $"此处不能有键“{key.Raw}”。{hint.Zh}");
    }

    /// <summary>A key or a word with its Chinese name before it, such as <c>医院级别 (hospital.level)</c>.</summary>
    public static BilingualText Both(string name, string id) => new($"{name} ({id})", ChineseName.Listed(id, name));

    /// <summary>As <see cref="Both"/>, within a sentence: <c>“医院级别”（hospital.level）</c>.</summary>
    public static BilingualText Named(string name, string id) => new($"{name} ({id})", ChineseName.Quoted(id, name));

    private static BilingualText Known(IEnumerable<Term> terms)
    {
        List<BilingualText> known = [.. terms.Select(term => Both(term.Zh, term.Id))];
        return new(
            $" Known: {string.Join(", ", known.Select(one => one.En))}.",
            $"可用：{string.Join('、', known.Select(one => one.Zh))}。"
        );
    }
}
