using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Testing;

/// <summary>The numbers of a settlement in JSON that the others can tell: amounts, counts and rates.</summary>
internal static partial class SettlementNumbers
{
    /// <summary>What nobody can tell of the JSON alone: where a source stands; facts of the claim that no sum holds; which item a finding
    /// is about; and the turn of a move, which orders moves of the same sums.</summary>
    [GeneratedRegex(
        @"(\.|^)(line|column)$|^claim\.(?!items\[\d+\]\.amount$)|^linked\.|^findings\[\d+\]\.item$|\.turn$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Untold();

    /// <summary>Each number with its path and where it stands in the text.</summary>
    public static IReadOnlyList<(string Path, int From, int To)> Of(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var (path, counts) = (new Stack<string>(), new Stack<int>());
        var found = new List<(string, int, int)>();
        var name = "";
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                (name, _) = (path.Pop(), counts.Pop());
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }

            var here = counts.Count > 0 && counts.Peek() >= 0 ? $"{path.Peek()}[{Next(counts)}]" : Joined(path, name);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Push(here);
                counts.Push(reader.TokenType == JsonTokenType.StartArray ? 0 : -1);
            }
            else if (IsNumber(ref reader) && !Untold().IsMatch(here))
                found.Add((here, Chars(bytes, reader.TokenStartIndex), Chars(bytes, reader.BytesConsumed)));
        }

        return found;
    }

    /// <summary>The text with another digit in a number.</summary>
    public static string Changed(string json, (string Path, int From, int To) number, Dice dice)
    {
        int[] digits = [.. Enumerable.Range(number.From, number.To - number.From).Where(i => char.IsAsciiDigit(json[i]))];
        var at = digits[dice.Below(digits.Length)];
        var digit = (char)('0' + (json[at] - '0' + dice.Between(1, 9)) % 10);
        // JSON has no number that begins with a zero and another digit.
        if (digit == '0' && at == digits[0] && at + 1 < number.To && char.IsAsciiDigit(json[at + 1]))
            digit = json[at] == '1' ? '2' : '1';
        return $"{json[..at]}{digit}{json[(at + 1)..]}";
    }

    private static bool IsNumber(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number || (reader.TokenType == JsonTokenType.String && Rate().IsMatch(reader.GetString()!));

    [GeneratedRegex(@"^[\d.]+%$", RegexOptions.None, 1000)]
    private static partial Regex Rate();

    private static int Next(Stack<int> counts)
    {
        var count = counts.Pop();
        counts.Push(count + 1);
        return count;
    }

    private static string Joined(Stack<string> path, string name) =>
        path.Count == 0 || path.Peek().Length == 0 ? name : $"{path.Peek()}.{name}";

    private static int Chars(byte[] bytes, long at) => Encoding.UTF8.GetCharCount(bytes, 0, (int)at);
}
