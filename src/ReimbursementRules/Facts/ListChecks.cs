using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Facts;

/// <summary>What must hold of the dated lists of an index, whether or not a table asks them.</summary>
internal sealed class ListChecks(IReadOnlyDictionary<string, ListPolicy> lists, DatedLists words)
{
    private readonly HashSet<Node> _told = [];

    public void Run()
    {
        foreach (var (name, list) in lists)
            if (list.Versions.Count > 0 && list.Versions.Select(version => Made(name, version)).ToList().TrueForAll(whole => whole))
                foreach (var day in words.Changes(name).Append(words.First(name)).Order())
                    Composition(list.Versions.Last(version => version.From <= day).Value, day);
    }

    /// <summary>A list that a table needs from a day must have words by then.</summary>
    public static void Late(Node list, DateOnly first, DateOnly needed)
    {
        if (first > needed)
            list.Wrong(
                "value.late",
                $"the list '{list.Raw}' has no words before {IsoDay.Show(first)}, but it is needed from "
                    + $"{IsoDay.Show(needed)}. Add the words in force on that day.",
                $"列表“{list.Raw}”在 {IsoDay.Show(first)} 之前没有词，但自 {IsoDay.Show(needed)} 起需要。请补上当日有效的词。"
            );
    }

    public static void Unknown(Node list, IEnumerable<string> known)
    {
        var hint = Spelling.Hint(list.Raw, known);
        list.Wrong("list.unknown", $"'{list.Raw}' is not a list of index.yaml.{hint.En}", $"index.yaml 中没有列表“{list.Raw}”。{hint.Zh}");
    }

    /// <summary>Whether the lists of which a version is made are there, on its first day, and are not made of it.</summary>
    private bool Made(string name, Dated<ListVersion> version)
    {
        if (words.Reach(name).Count > DatedLists.MostReach)
        {
            version.Value.Node.Wrong(
                "list.deep",
                $"'{name}' is made of more than {DatedLists.MostReach} lists, one over another. Write out its words.",
                $"“{name}”由超过 {DatedLists.MostReach} 个列表层层组成。请直接写出其词。"
            );
            return false;
        }

        var whole = true;
        foreach (var other in version.Value.Of)
            if (!words.Has(other.Raw))
            {
                Unknown(other, words.Names);
                whole = false;
            }
            else if (words.Reach(other.Raw).Contains(name))
            {
                other.Wrong(
                    "list.circle",
                    $"'{other.Raw}' is made of '{name}', which is made of it. Write out the words of one of them.",
                    $"“{other.Raw}”由“{name}”组成，而后者又由它组成。请直接写出其中之一的词。"
                );
                whole = false;
            }
            else
                Late(other, words.First(other.Raw), version.From);
        return whole;
    }

    /// <summary>On each day what is added is new, what is removed is there, and something is left.</summary>
    private void Composition(ListVersion version, DateOnly day)
    {
        var of = version.Of.SelectMany(other => words.Words(other.Raw, day)).Select(word => word.Raw).ToHashSet(StringComparer.Ordinal);
        foreach (var word in version.Add.Where(word => !of.Add(word.Raw) && day > DateOnly.MinValue))
            word.Wrong(
                "list.added",
                $"'{word.Raw}' is in the list without this already. Leave it out here.",
                $"“{word.Raw}”已在列表中。请在此删去。"
            );
        foreach (var word in version.Remove.Where(word => !of.Remove(word.Raw) && _told.Add(word)))
            word.Wrong(
                "list.removed",
                $"'{word.Raw}' is not in the list from {IsoDay.Show(day)}, so that it cannot be removed. Leave it out here.",
                $"自 {IsoDay.Show(day)} 起列表中没有“{word.Raw}”，无法移除。请在此删去。"
            );
        if (of.Count == 0 && version is { Remove.Count: > 0 } and ({ Of.Count: > 0 } or { Add.Count: > 0 }))
            version.Node.Wrong(
                "list.empty",
                "this removes every word of the list. A list has at least one word.",
                "此处移除了列表的全部词。列表至少应有一个词。"
            );
    }
}
