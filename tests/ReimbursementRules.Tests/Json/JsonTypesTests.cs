using System.Runtime.CompilerServices;
using System.Text.Json;
using ReimbursementRules.Json;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Json;

/// <summary>No public type loses a cent in JSON: each is read back exactly, or refuses with the way out, or is no data at all. A new public
/// type is decided here.</summary>
public sealed class JsonTypesTests
{
    /// <summary>What is no data, with the reason.</summary>
    private static readonly Dictionary<string, string> NoData = new(StringComparer.Ordinal)
    {
        ["GridEngine"] = "an engine",
        ["NRulesEngine"] = "an engine",
        ["FactCodes"] = "a view of an engine's question",
        ["RuleSet"] = "an engine's tables, without amounts",
        ["RuleTable"] = "an engine's tables, without amounts",
        ["RuleRow"] = "an engine's tables, without amounts",
        ["RuleCondition"] = "an engine's tables, without amounts",
        ["RuleFact"] = "an engine's tables, without amounts",
        ["BatchResult`1"] = "a program's own record beside types that stand in JSON themselves",
        ["JsonFormConverter`1"] = "what reads and writes",
        ["WordConverter`1"] = "what reads and writes",
        ["ReimbursementJsonContext"] = "what reads and writes",
    };

    private static readonly JsonSerializerOptions[] Ways =
    [
        new(),
        new(JsonSerializerDefaults.Web),
        new(JsonSerializerDefaults.Strict),
        new() { WriteIndented = true, IncludeFields = true },
        new() { TypeInfoResolver = ReimbursementJsonContext.Default },
    ];

    private static readonly Type[] Decided =
    [
        .. typeof(Rulebook)
            .Assembly.GetExportedTypes()
            .Where(type => type is not ({ IsAbstract: true, IsSealed: true } or { IsInterface: true }))
            .Where(type => !type.IsAssignableTo(typeof(Exception)) && !NoData.ContainsKey(type.Name)),
    ];

    public static TheoryData<string> Words => [.. Decided.Where(type => type.IsEnum).Select(type => type.FullName!)];

    public static TheoryData<string> Refusing => [.. Decided.Where(type => !type.IsEnum && !Stands(type)).Select(type => type.FullName!)];

    public static TheoryData<string> Standing => [.. Decided.Where(type => !type.IsEnum && Stands(type)).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Standing))]
    public void Type_InJson_IsReadBackExactly(string name)
    {
        var type = Named(name);
        foreach (var value in JsonSamples.All.Where(value => value.GetType() == type))
        foreach (var way in Ways)
        {
            var text = JsonSerializer.Serialize(value, type, way);
            var again = JsonSerializer.Deserialize(text, type, way);
            again.ShouldSayTheSameAs(value);
            JsonSerializer.Serialize(again, type, way).ShouldBe(text);
        }
    }

    [Theory]
    [MemberData(nameof(Refusing))]
    public void Type_ThatDoesNotStandInJson_SaysWhatToDoInstead(string name)
    {
        var type = Named(name);
        var value = RuntimeHelpers.GetUninitializedObject(type);
        Should
            .Throw<NotSupportedException>(() => JsonSerializer.Serialize(value, type))
            .Message.ShouldMatch(@" does not stand in JSON\. .+\.$");
        Should.Throw<NotSupportedException>(() => JsonSerializer.Deserialize("{}", type)).Message.ShouldContain("does not stand in JSON.");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Enum_InJson_IsTheWordOfTheFiles(string name)
    {
        var type = Named(name);
        foreach (var value in Enum.GetValues(type))
        {
            var text = JsonSerializer.Serialize(value, type);
            text.ShouldMatch("^\"([a-z_]+|[ABC])\"$");
            JsonSerializer.Deserialize(text, type).ShouldBe(value);
        }

        Should.Throw<JsonException>(() => JsonSerializer.Serialize(Enum.ToObject(type, 99), type));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize("0", type));
        Should
            .Throw<JsonException>(() => JsonSerializer.Deserialize("\"nothing\"", type))
            .Message.ShouldContain("'nothing' cannot stand here.");
    }

    [Fact]
    public void Lists_OfNoData_NameTypesThatExist() =>
        NoData.Keys.Except(typeof(Rulebook).Assembly.GetExportedTypes().Select(type => type.Name)).ShouldBeEmpty();

    /// <summary>Whatever random claims state comes back.</summary>
    [Property]
    public void Claim_OfATrial_IsReadBackExactly(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        foreach (var claim in trial.Claims)
            JsonSerializer.Deserialize<Claims.Claim>(JsonSerializer.Serialize(claim)).ShouldSayTheSameAs(claim);
    }

    /// <summary>A type stands in JSON where a sample of it can be had; else it must refuse.</summary>
    private static bool Stands(Type type) => JsonSamples.All.Any(value => value.GetType() == type);

    private static Type Named(string name) => typeof(Rulebook).Assembly.GetType(name)!;
}
