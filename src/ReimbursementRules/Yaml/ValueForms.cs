using System.Text.Json.Nodes;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>The forms of values in files, as YAML 1.2 takes them: <c>600</c> is a number, <c>1_000</c> and <c>85%</c> are texts. A form
/// takes whatever the readers take, and as little else as a schema can tell.</summary>
internal static class ValueForms
{
    private const string Digits = "^[0-9]+(_[0-9]+)*";

    /// <summary>Two digits at most, or a hundred.</summary>
    private const string UpToHundred = "^(0_?)*(1_?0_?0(\\.0{1,4})?|[0-9](_?[0-9])?(\\.[0-9]{1,4})?)%$";

    /// <summary>A text with a sign that is none of ASCII, as Chinese names have.</summary>
    public const string Chinese = "[^\\x00-\\x7F]";

    /// <summary>A form, or a Chinese word.</summary>
    public static JsonObject OrChinese(JsonObject form) => AnyOf(form, new JsonObject { ["type"] = "string", ["pattern"] = Chinese });

    /// <summary>A mapping that has a Chinese key.</summary>
    public static JsonObject NotOnlyAscii() =>
        new() { ["not"] = new JsonObject { ["propertyNames"] = new JsonObject { ["pattern"] = "^[\\x00-\\x7F]*$" } } };

    /// <summary>What no schema looks into.</summary>
    public static JsonObject Anything(SchemaDraft draft) => [];

    /// <summary>A single value of any form.</summary>
    public static JsonObject Text(SchemaDraft draft) => AnyScalar();

    /// <summary>A text in both languages.</summary>
    public static JsonObject Bilingual(SchemaDraft draft) => draft.Shared("text", () => Languages("en", "zh"));

    /// <summary>A text of one language or both.</summary>
    public static JsonObject OneOrBoth(SchemaDraft draft)
    {
        return draft.Shared("note", () => AnyOf(Text(draft), Some()));

        static JsonObject Some()
        {
            var languages = Languages();
            languages["minProperties"] = 1;
            return languages;
        }
    }

    /// <summary>A name.</summary>
    public static JsonObject Id(SchemaDraft draft) => Pattern("^[a-z][a-z0-9_.-]{0,59}$", "string", "boolean");

    public static JsonObject Day(SchemaDraft draft) => Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "string");

    /// <summary>A day of every year.</summary>
    public static JsonObject YearDay(SchemaDraft draft) => Pattern("^[0-9]{2}-[0-9]{2}$", "string");

    public static JsonObject Money(SchemaDraft draft) => AtLeastNothing(Pattern(Digits + "(\\.[0-9]{1,2})?$", "number", "string"));

    public static JsonObject Number(SchemaDraft draft) => AtLeastNothing(Pattern(Digits + "(\\.[0-9]+)?$", "number", "string"));

    public static JsonObject Rate(SchemaDraft draft) => Pattern(UpToHundred, "string");

    /// <summary>A percentage that may be above a hundred, or a number.</summary>
    public static JsonObject Measured(SchemaDraft draft) => AnyOf(Number(draft), Pattern(Digits + "(\\.[0-9]{1,4})?%$", "string"));

    /// <summary>An amount that may be below zero.</summary>
    public static JsonObject SignedMoney(SchemaDraft draft) => Pattern("^-?" + Digits[1..] + "(\\.[0-9]{1,2})?$", "number", "string");

    public static JsonObject YesNo(SchemaDraft draft) => Choice(("yes", "是", "yes"), ("no", "否", "no"));

    /// <summary>A whole number in a range, both ends included.</summary>
    public static ValueForm Whole(long least, long most) =>
        _ =>
        {
            var schema = Pattern(Digits + "(\\.0+)?$", "integer", "string");
            schema["minimum"] = least;
            schema["maximum"] = most;
            return schema;
        };

    /// <summary>A value that YAML may take for a number, true or false, or a text.</summary>
    public static ValueForm Just(params JsonNode[] values) =>
        _ => new() { ["enum"] = new JsonArray([.. values.Select(value => value.DeepClone())]) };

    /// <summary>One of some words.</summary>
    public static ValueForm Words(params (string Word, string Zh, string En)[] words) => _ => Choice(words);

    /// <summary>One of some words with their titles.</summary>
    public static JsonObject Choice(IReadOnlyList<KeyValuePair<string, BilingualText>> words) =>
        words.Count == 0
            ? new() { ["not"] = new JsonObject() }
            : new()
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word.Key)]),
                ["enumDescriptions"] = new JsonArray([.. words.Select(word => (JsonNode)SchemaDraft.Both(word.Value))]),
            };

    /// <summary>A name that the index declares, of which a rulebook's schema takes no other.</summary>
    public static ValueForm Declared(NameKind kind, params (string Word, string Zh, string En)[] more) =>
        draft =>
            draft.IsOfRulebook
                ? Choice([.. draft.Names(kind), .. more.Select(one => KeyValuePair.Create(one.Word, new BilingualText(one.En, one.Zh)))])
                : Text(draft);

    /// <summary>A name that comes with each new layer and step: those that are known are offered, and every other may stand.</summary>
    public static ValueForm Offered(NameKind kind) =>
        draft => draft.Names(kind) is { Count: > 0 } known ? AnyOf(Choice(known), Id(draft)) : Id(draft);

    /// <summary>A name that may also be one that no rulebook declares, such as the code of a fund.</summary>
    public static ValueForm DeclaredOrCode(NameKind kind) =>
        draft => draft.Names(kind) is { Count: > 0 } known ? AnyOf(Choice(known), Text(draft)) : Text(draft);

    public static ValueForm List(ValueForm of, int least = 0) => draft => Listed(of(draft), least);

    public static ValueForm OneOrMany(ValueForm of) => draft => AnyOf(of(draft), Listed(of(draft), 1));

    public static ValueForm Either(params ValueForm[] forms) => draft => AnyOf([.. forms.Select(form => form(draft))]);

    public static ValueForm Mapping(KeyTable keys) => keys.Schema;

    /// <summary>Values by names.</summary>
    public static ValueForm ByName(ValueForm of) => draft => new() { ["type"] = "object", ["additionalProperties"] = of(draft) };

    /// <summary>Values by the first day on which each holds.</summary>
    public static ValueForm ByDay(ValueForm of) =>
        draft =>
            new()
            {
                ["type"] = "object",
                ["minProperties"] = 1,
                ["patternProperties"] = new JsonObject { ["^[0-9]{4}-[0-9]{2}-[0-9]{2}$"] = of(draft) },
                ["additionalProperties"] = false,
            };

    /// <summary>A mapping that has just one of some keys, beside its others.</summary>
    public static JsonObject OneOf(JsonObject mapping, params IEnumerable<string> keys)
    {
        mapping["oneOf"] = new JsonArray([.. keys.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray((JsonNode)key) })]);
        return mapping;
    }

    public static JsonObject AnyOf(params ReadOnlySpan<JsonObject> schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    private static JsonObject Choice(params (string Word, string Zh, string En)[] words) =>
        Choice([.. words.Select(word => KeyValuePair.Create(word.Word, new BilingualText(word.En, word.Zh)))]);

    private static JsonObject AnyScalar() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject Listed(JsonObject of, int least)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = of };
        if (least > 0)
            schema["minItems"] = least;
        return schema;
    }

    private static JsonObject Languages(params string[] needed)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["zh"] = SchemaDraft.Described(AnyScalar(), new("in Chinese", "中文")),
                ["en"] = SchemaDraft.Described(AnyScalar(), new("in English", "英文")),
            },
            ["additionalProperties"] = false,
        };
        if (needed.Length > 0)
            schema["required"] = new JsonArray([.. needed.Select(key => (JsonNode)key)]);
        return schema;
    }

    private static JsonObject Pattern(string pattern, params string[] types) =>
        new() { ["type"] = types is [var only] ? only : new JsonArray([.. types.Select(type => (JsonNode)type)]), ["pattern"] = pattern };

    private static JsonObject AtLeastNothing(JsonObject schema)
    {
        schema["minimum"] = 0;
        return schema;
    }
}
