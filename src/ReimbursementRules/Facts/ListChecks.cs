using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>What must hold of the dated lists of an index, whether or not a table asks them.</summary>
internal sealed class ListChecks(IReadOnlyDictionary<string, ListPolicy> lists, DatedLists words, ProblemLog problems)
{
    /// <summary>The most words of all lists together, each counted on every day on which its list changes, included.</summary>
    public const int MostWords = 5_000_000;

    private readonly HashSet<Word> _told = [];
    private long _counted;

    public void Run()
    {
        foreach (var (name, list) in lists)
            if (list.Versions.Count > 0 && list.Versions.Select(version => Made(name, version)).ToList().TrueForAll(whole => whole))
                Compositions(name, list);
    }

    private void Compositions(string name, ListPolicy list)
    {
        foreach (var day in words.Changes(name).Prepend(words.First(name)))
        {
            var version = words.Version(name, day)!;
            _counted += version.Of.Sum(other => (long)words.Words(other.Text, day).Count) + version.Add.Count + 1;
            if (_counted > MostWords)
            {
                words.Empty(name);
                problems.Add(
                    list.Versions[0].Value.Place,
                    "list.large",
                    $"with '{name}' the lists have more than {MostWords} words, counted on each day on which a list changes. Let long "
                        + "lists change on fewer days.",
                    $"加上“{name}”，各名单的词（按每个变化日分别计数）超过 {MostWords} 个。请减少长名单的变化次数。"
                );
                return;
            }

            Composition(version, day);
        }
    }

    /// <summary>A list that a table needs from a day must have words by then.</summary>
    public static void Late(Word list, DateOnly first, DateOnly needed, ProblemLog problems)
    {
        if (first > needed)
            problems.Wrong(
                list,
                "value.late",
                $"the list '{list.Text}' has no words before {IsoDay.Show(first)}, but it is needed from "
                    + $"{IsoDay.Show(needed)}. Add the words in force on that day.",
                $"名单“{list.Text}”在 {IsoDay.Show(first)} 之前没有词，但自 {IsoDay.Show(needed)} 起需要。请补上当日有效的词。"
            );
    }

    public static void Unknown(Word list, IEnumerable<string> known, ProblemLog problems)
    {
        var hint = problems.Hint(list.Text, known);
        problems.Wrong(
            list,
            "list.unknown",
            $"'{list.Text}' is not a list of index.yaml.{hint.En}",
            $"index.yaml 中没有名单“{list.Text}”。{hint.Zh}"
        );
    }

    /// <summary>Whether the lists of which a version is made are there, on its first day, and are not made of it.</summary>
    private bool Made(string name, Dated<ListVersion> version)
    {
        if (words.Reach(name).Count > DatedLists.MostReach)
        {
            problems.Add(
                version.Value.Place,
                "list.deep",
                $"'{name}' is made of more than {DatedLists.MostReach} lists, one over another. Write out its words.",
                $"“{name}”由超过 {DatedLists.MostReach} 个名单层层组成。请直接写出其词。"
            );
            return false;
        }

        var whole = true;
        foreach (var other in version.Value.Of)
            if (!words.Has(other.Text))
            {
                Unknown(other, words.Names, problems);
                whole = false;
            }
            else if (words.Reach(other.Text).Contains(name))
            {
                problems.Wrong(
                    other,
                    "list.circle",
                    $"'{other.Text}' is made of '{name}', which is made of it. Write out the words of one of them.",
                    $"“{other.Text}”由“{name}”组成，而后者又由它组成。请直接写出其中之一的词。"
                );
                whole = false;
            }
            else
                Late(other, words.First(other.Text), version.From, problems);
        return whole;
    }

    /// <summary>On each day what is added is new, what is removed is there, and something is left.</summary>
    private void Composition(ListVersion version, DateOnly day)
    {
        var of = version.Of.SelectMany(other => words.Words(other.Text, day)).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var word in version.Add.Where(word => !of.Add(word.Text) && day > DateOnly.MinValue))
            problems.Wrong(
                word,
                "list.added",
                $"'{word.Text}' is in the list without this already. Leave it out here.",
                $"“{word.Text}”已在名单中。请在此删去。"
            );
        foreach (var word in version.Remove.Where(word => !of.Remove(word.Text) && _told.Add(word)))
            problems.Wrong(
                word,
                "list.removed",
                $"'{word.Text}' is not in the list from {IsoDay.Show(day)}, so that it cannot be removed. Leave it out here.",
                $"自 {IsoDay.Show(day)} 起名单中没有“{word.Text}”，无法移除。请在此删去。"
            );
        if (of.Count == 0 && version is { Remove.Count: > 0 } and ({ Of.Count: > 0 } or { Add.Count: > 0 }))
            problems.Add(
                version.Place,
                "list.empty",
                "this removes every word of the list. A list has at least one word.",
                "此处移除了名单的全部词。名单至少应有一个词。"
            );
    }
}
