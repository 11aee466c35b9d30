using System.Text.Json.Nodes;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>What a name in a file is that of.</summary>
internal enum NameKind
{
    Payer,
    List,
    Parameter,
    Part,
    Layer,
    Quota,
}

/// <summary>What a condition may ask.</summary>
/// <param name="Name">The fact.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Words">Its words with their titles; empty for a number, or where any word may stand.</param>
internal sealed record AskedFact(string Name, BilingualText Title, IReadOnlyList<KeyValuePair<string, BilingualText>> Words);

/// <summary>A JSON Schema (draft-07) in the making: the names that it may offer, and the parts that it refers to.</summary>
/// <param name="facts">The facts.</param>
/// <param name="names">The names of a rulebook by their kind; empty for a schema of every rulebook.</param>
internal sealed class SchemaDraft(
    IReadOnlyList<AskedFact> facts,
    IReadOnlyDictionary<NameKind, IReadOnlyList<KeyValuePair<string, BilingualText>>> names
)
{
    private readonly JsonObject _definitions = [];

    /// <summary>The facts that are known.</summary>
    public IReadOnlyList<AskedFact> Facts => facts;

    /// <summary>Whether it is made for one rulebook, all of whose facts, payers, lists and parameters are known.</summary>
    public bool IsOfRulebook => names.Count > 0;

    /// <summary>The form of a step; each kind of step has its own file, which what reads layers does not know.</summary>
    public required ValueForm Step { get; init; }

    /// <summary>The names of a kind; none in a schema of every rulebook.</summary>
    public IReadOnlyList<KeyValuePair<string, BilingualText>> Names(NameKind kind) => names.GetValueOrDefault(kind) ?? [];

    /// <summary>A schema that says what its value means, in both languages.</summary>
    public static JsonObject Described(JsonObject schema, BilingualText says)
    {
        var described = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
        described["description"] = Both(says);
        return described;
    }

    /// <summary>A text in both languages on one line: <c>起付线 — deductible</c>.</summary>
    public static string Both(BilingualText says) => says.Zh == says.En ? says.Zh : $"{says.Zh} — {says.En}";

    /// <summary>Refers to a part that stands once, made when it is first asked for.</summary>
    public JsonObject Shared(string name, Func<JsonObject> make)
    {
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = null;
            _definitions[name] = make();
        }

        return new() { ["$ref"] = $"#/definitions/{name}" };
    }

    /// <summary>The schema of a file.</summary>
    /// <param name="title">What kind of file it is.</param>
    /// <param name="form">The form of the file.</param>
    public JsonObject File(BilingualText title, ValueForm form)
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = Both(title) };
        var file = form(this);
        foreach (var (key, value) in (file.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(file) } : file).ToList())
            schema[key] = value?.DeepClone();
        if (_definitions.Count > 0)
            schema["definitions"] = _definitions.DeepClone();
        return schema;
    }
}
