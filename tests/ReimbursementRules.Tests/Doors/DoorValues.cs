using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Schema;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Engines;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Json;
using ReimbursementRules.Tests.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Doors;

/// <summary>What a careless program may hand in, of each type: first a good value, then null, extremes, words that are none, and records
/// with such values in them.</summary>
internal static class DoorValues
{
    private static readonly Dictionary<Type, object[]> Known = new()
    {
        [typeof(string)] = ["basic", "", "\ud800", "{", new string('x', 20_000)],
        [typeof(int)] = [0, -1, int.MinValue, int.MaxValue],
        [typeof(long)] = [0L, -1L, long.MinValue, long.MaxValue],
        [typeof(decimal)] = [1m, -1m, decimal.MinValue, decimal.MaxValue, 0.001m],
        [typeof(bool)] = [true, false],
        [typeof(BigInteger)] = [BigInteger.One, BigInteger.Zero, BigInteger.MinusOne, BigInteger.Pow(10, 100)],
        [typeof(Ratio)] = [new Ratio(1, 3), Ratio.Zero, new Ratio(-1, 3), new Ratio(BigInteger.Pow(10, 100), 7)],
        [typeof(DateOnly)] = [new DateOnly(2020, 10, 8), DateOnly.MinValue, DateOnly.MaxValue],
        [typeof(Money)] = [Money.Yuan(100), Money.FromCents(long.MinValue), Money.FromCents(long.MaxValue), Money.Largest],
        [typeof(Rate)] = [Rate.Percent(50), Rate.None, Rate.Whole],
        [typeof(CancellationToken)] = [CancellationToken.None],
        [typeof(TextReader)] = [new StringReader("x")],
        [typeof(JsonSerializerOptions)] = [JsonSerializerOptions.Web],
        [typeof(JsonSchemaExporterContext)] = [default(JsonSchemaExporterContext)],
        [typeof(Type)] = [typeof(Claim), typeof(string)],
        [typeof(IRuleEngine)] = [new GridEngine()],
        [typeof(Rulebook)] = [Rulebook.Load(Repository.In("rules", "fuzhou-designation")), Town.Of(Town.Basic(StepText.Tiers("50%")))],
        [typeof(MemberLedger)] = [LedgerTown.Empty.Settle("basic", "2020-10-08", 60_000), LedgerTown.Empty],
        [typeof(Receivables)] = [Receivables.Empty],
        [typeof(Recoveries)] = [Recoveries.Empty],
        [typeof(ProviderContract)] = [.. Rulebook.Load(Repository.In("rules", "funan-2020")).Contracts],
        [typeof(ContributionPlan)] = [.. Rulebook.Load(Repository.In("rules", "fuzhou")).Contributions],
        [typeof(RulebookComparison)] = [ComparisonSamples.Town],
        [typeof(ClaimsComparison)] = [ComparisonSamples.Town.SettleAll([TestClaim.Stay(1000)])],
        [typeof(Figures)] = [Figures.None],
        [typeof(RealisedClaim)] = [RealisedClaim.Of(ReportSamples.Of("plain"))],
        [typeof(Checklists.Checklist)] = [.. Rulebook.Load(Repository.In("rules", "fuzhou-designation")).Checklists],
        [typeof(IProgress<long>)] = [new Progress<long>()],
        [typeof(ProblemException)] = [new InputException([new Problem(new("claim", 0, 0), "x", new("X.", "错。"))])],
    };

    private static readonly Dictionary<Type, object?[]> Made = [];

    /// <summary>A good value; null where the library alone makes one.</summary>
    public static object? Good(Type type) => Of(type).FirstOrDefault();

    /// <summary>Everything that a program may hand in; the good value first.</summary>
    public static object?[] Of(Type type)
    {
        if (Made.TryGetValue(type, out var made))
            return made;
        Made[type] = [Sample(type)];
        object?[] values = [.. Make(type), .. type.IsValueType ? Array.Empty<object?>() : [null]];
        return Made[type] = values;
    }

    private static object? Sample(Type type) =>
        Known.TryGetValue(type, out var known)
            ? known[0]
            : JsonSamples.All.FirstOrDefault(type.IsInstanceOfType) ?? (type.IsEnum ? Enum.ToObject(type, 0) : null);

    private static IEnumerable<object?> Make(Type type)
    {
        if (Known.TryGetValue(type, out var known))
            return known;
        if (type.IsEnum)
            return [.. Enum.GetValues(type).Cast<object>().Take(2), Enum.ToObject(type, 99), Enum.ToObject(type, -1)];
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return [.. Of(inner), null];
        if (type.IsGenericType && Element(type) is { } element)
            return Lists(type, element);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>))
            return Maps(type.GetGenericArguments()[1]);
        if (type.IsAssignableTo(typeof(Delegate)))
            return [Function(type)];
        return Records(type);
    }

    /// <summary>A record as it should be, and with each member as it should not be.</summary>
    private static List<object?> Records(Type type)
    {
        var sample = Sample(type);
        var values = new List<object?> { sample };
        foreach (var constructor in type.GetConstructors().Where(one => one.GetParameters().Length > 0))
        foreach (var arguments in Arguments(constructor.GetParameters()))
            if (Tried(() => constructor.Invoke(arguments)) is { } value)
                values.Add(value);
        sample ??= values.ElementAtOrDefault(1) ?? (type.GetConstructor([]) is null ? null : Activator.CreateInstance(type));
        values[0] = sample;
        if (sample is null || type.GetMethod("<Clone>$") is not { } clone)
            return values;
        foreach (var property in type.GetProperties().Where(one => one.SetMethod is { IsPublic: true }))
        foreach (var bad in Of(property.PropertyType).Skip(1))
        {
            var copy = clone.Invoke(sample, []);
            if (
                Tried(() =>
                {
                    property.SetValue(copy, bad);
                    return copy;
                }) is
                { } value
            )
                values.Add(value);
        }
        return values;
    }

    /// <summary>The good arguments, then one after another replaced by each other value, then all by their last.</summary>
    public static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters)
    {
        object?[] good = [.. parameters.Select(parameter => Good(Bare(parameter)))];
        yield return good;
        for (var at = 0; at < good.Length; at++)
            foreach (var value in Of(Bare(parameters[at])).Skip(1).Append(parameters[at].ParameterType.IsValueType ? good[at] : null))
                yield return [.. good[..at], value, .. good[(at + 1)..]];
        yield return [.. parameters.Select(parameter => Of(Bare(parameter)).LastOrDefault())];
    }

    private static Type Bare(ParameterInfo parameter) =>
        parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;

    private static Type? Element(Type type) =>
        type.GetGenericTypeDefinition() is var open
        && (
            open == typeof(ImmutableArray<>)
            || open == typeof(IEnumerable<>)
            || open == typeof(IReadOnlyList<>)
            || open == typeof(IAsyncEnumerable<>)
        )
            ? type.GetGenericArguments()[0]
            : null;

    private static IEnumerable<object?> Lists(Type type, Type element)
    {
        IEnumerable<object?[]> contents =
        [
            Good(element) is { } good ? [good] : [],
            [],
            .. Of(element).Skip(1).Where(one => one is not null || !element.IsValueType).Select(one => new[] { one }),
        ];
        foreach (var content in contents)
        {
            var array = Array.CreateInstance(element, content.Length);
            content.CopyTo((object?[])(element.IsValueType ? Copied(array, content) : array), 0);
            yield return type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? Immutable(element, array)
            : type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? Invoke(nameof(Later), element, array)
            : array;
        }

        if (type.IsValueType)
            yield return Activator.CreateInstance(type);
    }

    private static object?[] Copied(Array array, object?[] content)
    {
        foreach (var (i, one) in content.Index())
            array.SetValue(one, i);
        return content.ToArray();
    }

    private static IEnumerable<object?> Maps(Type element)
    {
        yield return Invoke(nameof(Map), element, "basic", Good(element)!);
        foreach (var bad in Of(element).Skip(1))
            if (bad is not null || !element.IsValueType)
                yield return Invoke(nameof(Map), element, "basic", bad);
    }

    private static object? Function(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(one => System.Linq.Expressions.Expression.Parameter(one.ParameterType)).ToArray();
        var body =
            invoke.ReturnType == typeof(void)
                ? (System.Linq.Expressions.Expression)System.Linq.Expressions.Expression.Empty()
                : parameters.FirstOrDefault(one => one.Type == invoke.ReturnType)
                    ?? (System.Linq.Expressions.Expression)
                        System.Linq.Expressions.Expression.Constant(Good(invoke.ReturnType), invoke.ReturnType);
        return System.Linq.Expressions.Expression.Lambda(type, body, parameters).Compile();
    }

    private static object? Invoke(string name, Type element, params object?[] arguments) =>
        typeof(DoorValues)
            .GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(element)
            .Invoke(null, arguments);

    private static object? Immutable(Type element, Array array) => Invoke(nameof(ImmutableOf), element, array);

    private static ImmutableArray<T> ImmutableOf<T>(T[] array) => [.. array];

    private static ImmutableDictionary<string, T> Map<T>(string key, T value) => ImmutableDictionary<string, T>.Empty.Add(key, value);

    private static async IAsyncEnumerable<T> Later<T>(T[] array)
    {
        await Task.Yield();
        foreach (var one in array)
            yield return one;
    }

    private static object? Tried(Func<object?> make)
    {
        try
        {
            return make();
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
