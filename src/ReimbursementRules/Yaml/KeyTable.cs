using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>The keys that may stand in a mapping, with what each means: a reader refuses every other, and editors offer these.</summary>
/// <param name="keys">The keys, in the order in which they are offered.</param>
internal sealed class KeyTable(params ImmutableArray<KeyForm> keys)
{
    private readonly string[] _names = [.. keys.Select(key => key.Name)];

    /// <summary>Whether Chinese names of the keys may stand there too.</summary>
    public bool MayBeChinese { get; init; }

    /// <summary>The keys.</summary>
    public ImmutableArray<KeyForm> Keys => keys;

    /// <summary>The names of the keys, for messages too.</summary>
    public ReadOnlySpan<string> Names => _names;

    /// <summary>The JSON Schema of a mapping that has these keys.</summary>
    public JsonObject Schema(SchemaDraft draft)
    {
        var properties = new JsonObject();
        var needed = new JsonArray();
        foreach (var key in keys.DistinctBy(key => key.Name, StringComparer.Ordinal))
        {
            properties[key.Name] = SchemaDraft.Described(key.Form(draft), key.Says);
            if (key.IsNeeded)
                needed.Add((JsonNode)key.Name);
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (MayBeChinese)
        {
            schema["patternProperties"] = new JsonObject { [ValueForms.Chinese] = new JsonObject() };
            if (needed.Count > 0)
                schema["anyOf"] = new JsonArray(new JsonObject { ["required"] = needed }, ValueForms.NotOnlyAscii());
        }
        else if (needed.Count > 0)
            schema["required"] = needed;
        return schema;
    }
}

/// <summary>A key of a mapping.</summary>
/// <param name="Name">As it stands in files.</param>
/// <param name="Form">The form of its value.</param>
/// <param name="Says">What it means: a name, and a few words more.</param>
/// <param name="IsNeeded">Whether it must stand there.</param>
internal sealed record KeyForm(string Name, ValueForm Form, BilingualText Says, bool IsNeeded)
{
    /// <summary>Whether its value is a list of dated tables.</summary>
    public bool HasTables { get; init; }

    /// <summary>A key that must stand there.</summary>
    public static KeyForm Need(string name, ValueForm form, string zh, string en) => new(name, form, new(en, zh), true);

    /// <summary>A key that may be left out.</summary>
    public static KeyForm May(string name, ValueForm form, string zh, string en) => new(name, form, new(en, zh), false);
}

/// <summary>The form of a value, as the JSON Schema of it, made anew for each place where it stands.</summary>
internal delegate JsonObject ValueForm(SchemaDraft draft);
