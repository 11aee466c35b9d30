using System.Collections;
using System.Reflection;
using System.Text.Json;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Json;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Doors;

/// <summary>Whatever a program hands in, no public member ends in an exception of the machine: it says what was wrong.</summary>
public sealed class DoorTests
{
    private static readonly Type[] Types =
    [
        .. typeof(Rulebook)
            .Assembly.GetExportedTypes()
            .Where(type => type is { IsEnum: false, IsInterface: false, IsByRefLike: false })
            .Select(type =>
                type == typeof(JsonFormConverter<>) ? typeof(JsonFormConverter<Claim>)
                : type == typeof(WordConverter<>) ? typeof(WordConverter<Setting>)
                : type == typeof(BatchResult<>) ? typeof(BatchResult<Claim>)
                : type
            ),
    ];

    public static TheoryData<string> Names => [.. Types.Select(type => type.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Member_OfAPublicType_EndsWellOrSaysWhatIsWrong(string name)
    {
        var type = Array.Find(Types, one => one.ToString() == name)!;
        var found = new List<string>();
        foreach (var constructor in type.GetConstructors())
            Try(constructor, null, found);
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            Try(method, null, found);
        foreach (var instance in DoorValues.Of(type).OfType<object>())
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            if (!method.Name.StartsWith("set_", StringComparison.Ordinal))
                Try(method, instance, found);
        found.Distinct().ShouldBeEmpty();
    }

    private static void Try(MethodBase stated, object? instance, List<string> found)
    {
        var method = stated is MethodInfo { ContainsGenericParameters: true } open ? OfClaims(open) : stated;
        var parameters = method.GetParameters();
        if (
            parameters.Any(one =>
                one.ParameterType.IsByRefLike || one.ParameterType.IsByRef && one.ParameterType.GetElementType()!.IsByRefLike
            )
        )
            return;
        foreach (var arguments in DoorValues.Arguments(parameters))
            try
            {
                object?[] copy = [.. arguments];
                Use(method is ConstructorInfo made ? made.Invoke(copy) : method.Invoke(instance, copy));
            }
            catch (Exception e)
            {
                var inner = e is TargetInvocationException { InnerException: { } within } ? within : e;
                if (!Says(inner))
                    found.Add(
                        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", arguments.Select(Shown))}): "
                            + $"{inner.GetType().Name}: "
                            + $"{inner.Message} {Where(inner)}"
                    );
            }
    }

    private static string Where(Exception found) =>
        found.StackTrace!.Split('\n').FirstOrDefault(line => line.Contains("ReimbursementRules", StringComparison.Ordinal))?.Trim() ?? "";

    private static MethodInfo OfClaims(MethodInfo open) =>
        open.MakeGenericMethod([
            .. open.GetGenericArguments()
                .Select(one => one.GetGenericParameterConstraints().Contains(typeof(Enum)) ? typeof(Setting) : typeof(Claim)),
        ]);

    /// <summary>Looks at what came, also where it comes only as it is taken.</summary>
    private static void Use(object? result)
    {
        if (result is IAsyncEnumerable<BatchResult<Claim>> later)
            result = later.ToBlockingEnumerable();
        if (result is not (string or System.Text.Json.Nodes.JsonNode) and IEnumerable list && !IsDefault(result))
            foreach (var one in list.Cast<object?>().Take(10))
                _ = one?.ToString();
        _ = result?.ToString();
    }

    private static bool IsDefault(object list) => list.GetType().GetProperty("IsDefault")?.GetValue(list) is true;

    /// <summary>Whether an exception is one that a caller can do something with: of an argument or of input; or with words of
    /// our own.</summary>
    private static bool Says(Exception found) =>
        found is ArgumentException or ProblemException or JsonException or NotSupportedException or OperationCanceledException
        || (found is BatchException && Says(found.InnerException!))
        || (found is InvalidOperationException or OverflowException or DivideByZeroException && !IsOfTheMachine(found.Message));

    private static bool IsOfTheMachine(string message) =>
        message.StartsWith("Nullable object", StringComparison.Ordinal)
        || message.StartsWith("Sequence ", StringComparison.Ordinal)
        || message.StartsWith("This operation cannot be performed", StringComparison.Ordinal)
        || message.StartsWith("Arithmetic operation", StringComparison.Ordinal)
        || message.StartsWith("Value was either", StringComparison.Ordinal)
        || message.StartsWith("Attempted to divide", StringComparison.Ordinal)
        || message.StartsWith("Failed to compare", StringComparison.Ordinal);

    private static string Shown(object? value) =>
        value is null ? "null"
        : value is string { Length: > 50 } ? "long"
        : value.GetType().IsPrimitive || value is Enum or DateOnly or string ? $"{value}"
        : value.GetType().Name;

    /// <summary>What no test by reflection can call, since it lives on the stack.</summary>
    [Fact]
    public void FactCodesAndMatchers_OutOfRange_SayWhatIsWrong()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new FactCodes([1])[1]).Message.ShouldStartWith("There are 1 facts, from 0.");
        RuleSet rules = new([new("f", ["a", "b"])], [new("t", [new("1", "", [new(0, [0])], false), new("2", "", [], true)])]);
        foreach (IRuleEngine engine in (IRuleEngine[])[new GridEngine(), new NRulesEngine()])
        {
            var matcher = engine.Compile(rules);
            Should.Throw<ArgumentException>(() => matcher.Match(new FactCodes([0]), []));
            var other = rules with { Tables = [new("t", [new("1", "", [new(0, [2])], false)])] };
            Should
                .Throw<ArgumentException>(() => engine.Compile(other))
                .Message.ShouldStartWith("'t 1' asks word 2 of 'f', which has 2, from 0.");
        }

        Should.Throw<ArgumentException>(() => new GridEngine().Compile(rules).Match(new FactCodes([7]), new int[1]));
    }

    [Fact]
    public void Money_BeyondItsRange_SaysWhatWasExceeded()
    {
        var most = Money.FromCents(long.MaxValue);
        Should
            .Throw<OverflowException>(() => most + Money.FromCents(1))
            .Message.ShouldBe("92233720368547758.07 + 0.01 is beyond the range of amounts, ±92,233,720,368,547,758.07 yuan.");
        Should.Throw<OverflowException>(() => -Money.FromCents(long.MinValue)).Message.ShouldStartWith("0.00 - -92233720368547758.08 is");
        Should.Throw<OverflowException>(() => most.Times(2)).Message.ShouldStartWith("92233720368547758.07 × 2 is");
        (most - most, most + -most, Money.FromCents(long.MinValue) - Money.FromCents(-1)).ShouldBe(
            (Money.Zero, Money.Zero, Money.FromCents(-long.MaxValue))
        );
    }
}
