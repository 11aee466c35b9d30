using System.Text.RegularExpressions;

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
        }
    }

    [GeneratedRegex(@"(?<!\w)'(?<value>[^']+)'(?!\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
