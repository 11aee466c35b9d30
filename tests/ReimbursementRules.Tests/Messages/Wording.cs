using System.Text.RegularExpressions;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What holds of every message: its exact text, and a Chinese text that names the same things.</summary>
internal static partial class Wording
{
    public static void ShouldRead(this IReadOnlyList<Problem> problems, string code, string message)
    {
        string.Join('\n', problems).ShouldBe(message);
        problems.Select(problem => problem.Code).ShouldContain(code);
        foreach (var problem in problems)
        {
            var text = problem.Text;
            (problem.Help.Zh.Length == 0).ShouldBe(problem.Help.En.Length == 0);
            problem.Message.En.ShouldMatch(@"[.?]$");
            problem.Message.Zh.ShouldMatch("[。？]$");
            text.En.ShouldMatch(@"[.?]$");
            text.En.ShouldNotMatch(@"System\.|Exception|\bNull|Int32|Int64|DateOnly|Boolean|Decimal");
            text.Zh.ShouldNotBeNullOrWhiteSpace();
            text.Zh.ShouldNotBe(text.En);
            foreach (Match quoted in Quoted().Matches(text.En.Replace("'key: value'", "", StringComparison.Ordinal)))
                text.Zh.ShouldContain(quoted.Groups["value"].Value);
            text.Zh.ShouldNameWhatClaimsState(problem);
        }
    }

    /// <summary>A Chinese message calls the facts and keys of claims by their Chinese names, with the key after it where it is to be
    /// written; where it is about a claim, their words too.</summary>
    private static void ShouldNameWhatClaimsState(this string zh, Problem problem)
    {
        var isOfClaim =
            (problem.Path.Length > 0 && !problem.Path.StartsWith("history", StringComparison.Ordinal))
            || problem.Place.File.StartsWith("claim", StringComparison.Ordinal);
        if (!isOfClaim && !problem.Code.StartsWith("fact.", StringComparison.Ordinal))
            return;
        var bare = isOfClaim ? NamedFacts.Concat(NamedWords) : NamedFacts;
        ChineseList().Matches(zh).SelectMany(known => known.Groups["list"].Value.Split(", ")).Intersect(bare).ShouldBeEmpty(zh);
        // A text that is no fact, and a key that the reader of YAML finds twice in whatever file it reads, stand as they are written.
        if (problem.Code is not ("fact.unknown" or "key.twice"))
            ChineseQuoted().Matches(zh).Select(quoted => quoted.Groups["value"].Value).Intersect(NamedFacts).ShouldBeEmpty(zh);
    }

    private static readonly HashSet<string> NamedFacts =
    [
        .. KnownFacts.All.Select(fact => fact.Name).Concat(FieldTerms.All.Select(term => term.Id)),
    ];

    private static readonly HashSet<string> NamedWords =
    [
        .. FactTerms.All.SelectMany(term => term.Words).Select(word => word.Id),
        .. ItemFields.All.Select(field => field.Key),
        "yes",
        "no",
        "items",
        "attributes",
    ];

    [GeneratedRegex("可用：(?<list>[^。]*)。", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChineseList();

    [GeneratedRegex("“(?<value>[^”]+)”", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChineseQuoted();

    [GeneratedRegex(@"(?<!\w)'(?<value>[^']+)'(?!\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
