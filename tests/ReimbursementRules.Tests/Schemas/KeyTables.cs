using System.Reflection;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tests.Schemas;

/// <summary>The tables of keys of all readers.</summary>
internal static class KeyTables
{
    public static IReadOnlyList<KeyTable> All { get; } =
    [
        .. typeof(KeyTable)
            .Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            )
            .SelectMany(field =>
                field.FieldType == typeof(KeyTable) ? [(KeyTable)field.GetValue(null)!]
                : field.FieldType == typeof(TableForm) ? [((TableForm)field.GetValue(null)!).Table, ((TableForm)field.GetValue(null)!).Rows]
                : Array.Empty<KeyTable>()
            ),
    ];
}
