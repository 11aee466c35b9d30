using System.Text.Json;

namespace ReimbursementRules.Claims;

/// <summary>The words of enums in files.</summary>
internal static class EnumWords
{
    /// <summary>The word of a value: <c>OutOfCity</c> is <c>out_of_city</c>, and a class stays <c>A</c>, <c>B</c> or <c>C</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>The words of all values, in their order.</summary>
    public static string[] All<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Of)];

    private static string Of(string name) => name.Length == 1 ? name : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
