using System.Diagnostics;

namespace ReimbursementRules.Values;

/// <summary>What a switch over kinds says of a kind that it does not know, a word of an enum or a record of a closed set: a new kind is a
/// failure there, and never taken for the last one.</summary>
internal static class UnknownKind
{
    public static UnreachableException Of<T>(T kind)
        where T : struct, Enum => new($"{typeof(T).Name}.{kind} is not known here.");

    public static UnreachableException Of(object kind) => new($"{kind.GetType().Name} is not known here.");
}
