using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>The names of the entries of a list.</summary>
internal static class Ids
{
    /// <summary>A problem for every entry whose <c>id</c> one before it has.</summary>
    /// <param name="list">The list.</param>
    /// <param name="en">What its entries are called, in English and in the plural.</param>
    /// <param name="zh">What they are called in Chinese.</param>
    public static void Once(Node list, string en, string zh)
    {
        foreach (var id in list.Elements.Select(one => one.Optional("id")).OfType<Node>().GroupBy(id => id.Raw, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            id.Wrong("id.twice", $"two {en} are named '{id.Raw}'. Give each a name of its own.", $"有两个{zh}都叫“{id.Raw}”。请分别命名。");
    }
}
