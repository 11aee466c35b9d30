using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ReimbursementRules.Values;

/// <summary>The words of enums in files.</summary>
internal static class EnumWords
{
    /// <summary>The word of a value: <c>OutOfCity</c> is <c>out_of_city</c>, and a class stays <c>A</c>, <c>B</c> or <c>C</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Unsafe.BitCast<T, int>(value) is >= 0 and var at && at < Words<T>.All.Length ? Words<T>.All[at] : Of(value.ToString());

    /// <summary>The words of all values, in their order.</summary>
    public static string[] All<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Of)];

    /// <summary>The words of an enum whose values are numbered from 0 without a gap, as all here are.</summary>
    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly string[] All = All<T>();
    }

    private static string Of(string name) => name.Length == 1 ? name : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
