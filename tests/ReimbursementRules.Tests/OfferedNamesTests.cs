using System.Text.RegularExpressions;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>What a message offers in the place of a name is taken in that place; what the glossary in Chinese calls a key or a word is
/// taken too.</summary>
public sealed partial class OfferedNamesTests
{
    private const string OfItem = "item.";

    public static TheoryData<string, bool> Names
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            var near = FieldTerms
                .Ambiguous.Keys.Concat(["医院星级", "目录分类", "服务日起", "购进单价", "险钟"])
                .Concat(ClaimFields.All.Select(one => Terms.OfFact(one.Key).Zh))
                .Concat(ItemFields.All.Select(one => Terms.OfFact(OfItem + one.Key).Zh));
            foreach (var name in near)
            {
                rows.Add(name, true);
                rows.Add(name, false);
            }

            foreach (var one in ItemFields.All)
                rows.Add(OfItem + one.Key, true);
            return rows;
        }
    }

    /// <summary>A key that is refused names others; each stands in the same place and is no unknown or ambiguous key there.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Key_ThatAMessageOffers_IsTakenThere(string name, bool ofItem)
    {
        foreach (var told in Refused(name, ofItem))
        foreach (var offered in Offered(told))
            Refused(offered, ofItem).ShouldBeEmpty($"{told} offers {offered}");
    }

    [Fact]
    public void Keys_ThatAreAmbiguous_AreRefusedSomewhere() =>
        FieldTerms.Ambiguous.Keys.Where(name => Refused(name, false).Concat(Refused(name, true)).Any()).Count().ShouldBeGreaterThan(8);

    [Theory]
    [InlineData("编码", "code: x1")]
    [InlineData("日期", "date: 2020-10-07")]
    [InlineData("等级", "class: A")]
    [InlineData("类型", "kind: drug")]
    public void Name_WithinAnItem_MeansTheKeyOfTheItem(string name, string meant)
    {
        var value = meant.Split(": ")[1];
        Claim.Parse(Text($"{name}: {value}", true)).Items.ShouldBe(Claim.Parse(Text(meant, true)).Items);
    }

    public static TheoryData<string, string> Glossary
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var section in new[] { "事实", "单据" })
            foreach (var line in Section(section).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)))
            {
                var cells = line.Split('|');
                var keys = Code().Matches(cells[2]).Select(code => code.Groups["id"].Value).ToList();
                var names = cells[1].Trim().Split('、');
                foreach (var (at, key) in keys.Index())
                    rows.Add(names[at], key);
            }

            return rows;
        }
    }

    /// <summary>What the glossary calls a key of claims is read as that key.</summary>
    [Theory]
    [MemberData(nameof(Glossary))]
    public void Name_OfTheGlossary_IsTaken(string name, string key)
    {
        var isOfItem = key.StartsWith(OfItem, StringComparison.Ordinal) || ItemFields.All.Any(field => field.Key == key);
        var bare = isOfItem && key.StartsWith(OfItem, StringComparison.Ordinal) ? key[OfItem.Length..] : key;
        if (key == "attributes")
            Refused(name, false).ShouldBeEmpty();
        else if (isOfItem ? ItemFields.All.Any(field => field.Key == bare) : ClaimFields.All.Any(field => field.Key == key))
            Refused(name, isOfItem).ShouldBeEmpty();
        else
            Terms.FactCalled(name).ShouldBe(key, "it is asked of a claim, and follows from what the claim states");
    }

    [Fact]
    public void Words_OfTheGlossary_AreTaken()
    {
        var words = 0;
        foreach (var line in Section("事实").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)))
        foreach (Match word in Word().Matches(line.Split('|')[3]))
        {
            words++;
            Terms
                .WordCalled(Code().Match(line.Split('|')[2]).Groups["id"].Value, word.Groups["name"].Value)
                .ShouldBe(word.Groups["id"].Value);
        }

        words.ShouldBeGreaterThan(70);
    }

    /// <summary>What the glossary calls the keys of cases and histories is read as those.</summary>
    [Fact]
    public void Names_OfCasesInTheGlossary_AreTaken()
    {
        var tables = new[] { CaseTerms.OfCase, CaseTerms.OfExpected, CaseTerms.OfHistory, CaseTerms.OfEntry };
        var read = 0;
        foreach (var line in Section("用例").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)))
        {
            var keys = Code().Matches(line.Split('|')[2]).Select(code => code.Groups["id"].Value).ToList();
            foreach (var (name, key) in line.Split('|')[1].Trim().Split('、').Zip(keys))
            foreach (var table in tables.Where(table => table.Of(key) is not null))
            {
                read++;
                table.Called(name)?.Id.ShouldBe(key, name);
            }
        }

        read.ShouldBeGreaterThan(18);
    }

    private static IEnumerable<string> Refused(string name, bool ofItem)
    {
        try
        {
            Claim.Parse(Text($"{name}: x", ofItem));
            return [];
        }
        catch (InputException e)
        {
            return e.Problems.Where(problem => problem.Code is "key.unknown" or "key.ambiguous").Select(problem => problem.Text.En);
        }
    }

    private static string Text(string pair, bool ofItem) =>
        ofItem
            ? $"discharged: 2020-10-08\nitems:\n  - amount: 1\n    {pair}\n"
            : $"discharged: 2020-10-08\n{pair}\nitems: [ {{ amount: 1 }} ]\n";

    /// <summary>The names and keys that a message tells to write.</summary>
    private static IEnumerable<string> Offered(string told)
    {
        var way = told.Split(" may be ") is [_, var choices] ? choices.Split(". ")[0] : told.Split(". ", 2)[1];
        if (way.StartsWith("It is stated of", StringComparison.Ordinal))
            return [];
        return Both()
            .Matches(way)
            .SelectMany(both => new[] { both.Groups["name"].Value.Trim('\''), both.Groups["id"].Value })
            .Concat(Quoted().Matches(way).Select(quoted => quoted.Groups["id"].Value));
    }

    private static string Section(string title) => ChineseManual.Page("09-glossary.md").Split($"\n## {title}\n")[1].Split("\n## ")[0];

    [GeneratedRegex("`(?<id>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(
        "`(?<id>[^`]+)` (?<name>[^，|]+?)(?=，| \\||\\s*$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Word();

    [GeneratedRegex(
        @"(?<name>[^\s,]+) \((?<id>[a-z_.]+)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Both();

    [GeneratedRegex("Write '(?<id>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
