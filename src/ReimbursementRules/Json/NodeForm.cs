using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Json;

/// <summary>The form of what files state: JSON is read by the reader of the files, with its problems, and what is written is read back
/// before it goes out.</summary>
/// <param name="file">The name of the text in messages; it ends in <c>.json</c>.</param>
/// <param name="read">Reads the value, and notes what is wrong.</param>
/// <param name="write">Writes the value.</param>
/// <param name="same">Whether two values state the same.</param>
/// <param name="schema">The JSON Schema.</param>
internal sealed class NodeForm<T>(
    string file,
    Func<Node, T> read,
    Action<Utf8JsonWriter, T> write,
    Func<T, T, bool> same,
    Func<JsonNode> schema
) : JsonForm<T>
{
    public override T Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter json, T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var aside = new Utf8JsonWriter(buffer))
            write(aside, value);
        if (!same(value, Read(Encoding.UTF8.GetString(buffer.WrittenSpan))))
            throw JsonProblems.Of(
                file,
                "json.exact",
                "this cannot be written so that it is read back the same. Leave out what says nothing, such as an empty text.",
                "此内容写出后再读入会有不同。请勿写不表示任何内容的值，如空文本。"
            );
        write(json, value);
    }

    public override JsonNode Schema() => schema();

    private T Read(string text)
    {
        var problems = new ProblemLog();
        var value = NodeReader.ReadText(file, text, problems) is { } node ? read(node) : default;
        JsonProblems.Throw(problems);
        return value!;
    }
}

/// <summary>What is wrong with a JSON text, as System.Text.Json hands it on.</summary>
internal static class JsonProblems
{
    public static void Throw(ProblemLog problems)
    {
        if (problems.IsEmpty)
            return;
        var inner = new InputException(problems.Told());
        throw new JsonException(inner.Message, inner);
    }

    public static JsonException Of(string file, string code, string en, string zh)
    {
        var inner = new InputException([new(new(file, 0, 0), code, new(en, zh))]);
        return new(inner.Message, inner);
    }
}
