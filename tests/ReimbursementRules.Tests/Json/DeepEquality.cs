using System.Collections;
using System.Reflection;

namespace ReimbursementRules.Tests.Json;

/// <summary>Whether two values say the same in everything that is public of them.</summary>
internal static class DeepEquality
{
    public static void ShouldSayTheSameAs(this object? now, object? before) => Differences(before, now, "").ShouldBeEmpty();

    private static IEnumerable<string> Differences(object? a, object? b, string path)
    {
        if (a is null || b is null)
            return a is null && b is null ? [] : [$"{path}: {a ?? "null"} and {b ?? "null"}"];
        if (a.GetType() != b.GetType())
            return [$"{path}: {a.GetType().Name} and {b.GetType().Name}"];
        if (a is string or Enum or DateOnly || a.GetType().IsPrimitive || a is decimal)
            return a.Equals(b) ? [] : [$"{path}: {a} and {b}"];
        if (a is IDictionary named)
            return Lists(Pairs(named), Pairs((IDictionary)b), path);
        if (a is IEnumerable list)
            return Lists([.. list.Cast<object>()], [.. ((IEnumerable)b).Cast<object>()], path);
        return a.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property => Differences(property.GetValue(a), property.GetValue(b), $"{path}.{property.Name}"));
    }

    private static IEnumerable<string> Lists(List<object> a, List<object> b, string path) =>
        a.Count != b.Count
            ? [$"{path}: {a.Count} and {b.Count} of them"]
            : a.Index().SelectMany(one => Differences(one.Item, b[one.Index], $"{path}[{one.Index}]"));

    private static List<object> Pairs(IDictionary named) =>
        [.. named.Keys.Cast<string>().Order(StringComparer.Ordinal).SelectMany(key => new[] { key, named[key]! })];
}
