using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Mutants;

/// <summary>What a mutant changes, in words.</summary>
internal static class MutantWords
{
    private const int LongestShown = 80;

    public static BilingualText Becomes(string key, string was, string now) =>
        new($"'{key}' is {now} in place of {was}", $"“{key}”由 {was} 改为 {now}");

    public static BilingualText Day(DateOnly was, DateOnly now) =>
        new($"the day is {IsoDay.Show(now)} in place of {IsoDay.Show(was)}", $"日期由 {IsoDay.Show(was)} 改为 {IsoDay.Show(now)}");

    public static BilingualText RowDropped(Node row) =>
        new($"the row is left to 'otherwise': {Said(row["when"])}", $"删去该行，由“otherwise”适用：{Said(row["when"])}");

    public static BilingualText Neighbour(Node was, Node now) =>
        new(
            $"the row has its neighbour's value, {Said(now)} in place of {Said(was)}",
            $"该行采用相邻行的值，由 {Said(was)} 改为 {Said(now)}"
        );

    public static BilingualText Without(string word, string of) => new($"'{word}' is left out of '{of}'", $"从“{of}”中删去“{word}”");

    public static BilingualText WithoutKey(string key, Node value) =>
        new($"'{key}' is left out: {Said(value)}", $"删去“{key}”：{Said(value)}");

    public static BilingualText Negated(string fact, Node value) =>
        new($"'{fact}' asks for {Said(value)} in place of anything else", $"“{fact}”由排除改为要求 {Said(value)}");

    public static BilingualText Gate(string id) => new($"the gate '{id}' is left out", $"删去关口“{id}”");

    public static BilingualText Step(string id) => new($"the step '{id}' is left out", $"删去步骤“{id}”");

    public static BilingualText Adjust(Node change) =>
        new($"a change of the rates is left out: {Said(change)}", $"删去一项比例调整：{Said(change)}");

    public static BilingualText StepsSwapped(string one, string other) =>
        new($"the step '{one}' stands after '{other}'", $"步骤“{one}”移至“{other}”之后");

    public static BilingualText LayersSwapped(string one, string other) =>
        new($"'{one}' and '{other}' have each other's turn", $"“{one}”与“{other}”互换顺序");

    private static string Said(Node node)
    {
        var text = NodeText.Of(node);
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }
}
