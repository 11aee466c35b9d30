using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ReimbursementRules.Values;

/// <summary>What a program hands in, refused where it cannot be: null, or a word that is none. So what is made of it can be
/// asked.</summary>
internal static class Given
{
    /// <summary>A value that is there.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static T Value<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    /// <summary>A word of an enum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of its words.</exception>
    public static T Word<T>(T word, [CallerArgumentExpression(nameof(word))] string? name = null)
        where T : struct, Enum =>
        Enum.IsDefined(word)
            ? word
            : throw new ArgumentOutOfRangeException(
                name,
                word,
                $"This is no {typeof(T).Name}. Use one of {string.Join(", ", Enum.GetNames<T>())}."
            );

    /// <summary>A list whose elements are there; empty where none was set.</summary>
    /// <exception cref="ArgumentException">An element is null.</exception>
    public static ImmutableArray<T> Each<T>(ImmutableArray<T> list, [CallerArgumentExpression(nameof(list))] string? name = null)
    {
        if (list.IsDefault)
            return [];
        if (default(T) is null)
            for (var i = 0; i < list.Length; i++)
                if (list[i] is null)
                    throw Missing(i, name);
        return list;
    }

    /// <summary>A list whose elements are there.</summary>
    /// <exception cref="ArgumentException">It or an element is null.</exception>
    public static IReadOnlyList<T> Each<T>(IReadOnlyList<T> list, [CallerArgumentExpression(nameof(list))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(list, name);
        for (var i = 0; i < list.Count; i++)
            if (list[i] is null)
                throw Missing(i, name);
        return list;
    }

    /// <summary>All elements of a sequence, which are there.</summary>
    /// <exception cref="ArgumentException">It or an element is null.</exception>
    public static T[] All<T>(IEnumerable<T> sequence, [CallerArgumentExpression(nameof(sequence))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(sequence, name);
        T[] all = [.. sequence];
        Each((IReadOnlyList<T>)all, name);
        return all;
    }

    /// <summary>Values by name that are there.</summary>
    /// <exception cref="ArgumentException">It or a value is null.</exception>
    public static ImmutableDictionary<string, T> Named<T>(
        ImmutableDictionary<string, T> values,
        [CallerArgumentExpression(nameof(values))] string? name = null
    )
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (default(T) is null && values.Count > 0)
            foreach (var (key, value) in values)
                if (value is null)
                    throw new ArgumentException($"The value of '{key}' is null. Leave out what is not stated.", name);
        return values;
    }

    private static ArgumentException Missing(int index, string? name) =>
        new($"The element at place {Digits.Show(index)}, from 0, is null. Leave out what is not there.", name);
}
