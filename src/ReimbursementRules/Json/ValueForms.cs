using System.Text.Json.Serialization;
using ReimbursementRules.Json;
using static ReimbursementRules.Json.JsonValueForms;

namespace ReimbursementRules.Values;

[JsonConverter(typeof(JsonFormConverter<Money>))]
public readonly partial record struct Money : IJsonForm<Money>
{
    static JsonForm<Money> IJsonForm<Money>.Form => MoneyForm.Form;
}

[JsonConverter(typeof(JsonFormConverter<Rate>))]
public readonly partial record struct Rate : IJsonForm<Rate>
{
    static JsonForm<Rate> IJsonForm<Rate>.Form => RateForm.Form;
}

[JsonConverter(typeof(JsonFormConverter<Ratio>))]
public readonly partial record struct Ratio : IJsonForm<Ratio>
{
    static JsonForm<Ratio> IJsonForm<Ratio>.Form { get; } = new NoJson<Ratio>("Write Over and Under, or its text.");
}

[JsonConverter(typeof(JsonFormConverter<BilingualText>))]
public sealed partial record BilingualText : IJsonForm<BilingualText>
{
    private static readonly JsonKey<BilingualText, string> EnKey = new("en", Text, text => text.En),
        ZhKey = new("zh", Text, text => text.Zh);

    internal static readonly RecordForm<BilingualText> JsonForm = new(
        "text",
        [EnKey, ZhKey],
        node => new(EnKey.In(node) ?? "", ZhKey.In(node) ?? "")
    );

    static JsonForm<BilingualText> IJsonForm<BilingualText>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<FilePlace>))]
public sealed partial record FilePlace : IJsonForm<FilePlace>
{
    private static readonly JsonKey<FilePlace, string> FileKey = new("file", Text, place => place.File);
    private static readonly JsonKey<FilePlace, int> LineKey = new("line", Int, place => place.Line),
        ColumnKey = new("column", Int, place => place.Column);

    internal static readonly RecordForm<FilePlace> JsonForm = new(
        "place",
        [FileKey, LineKey, ColumnKey],
        node => new(FileKey.In(node) ?? "", LineKey.In(node), ColumnKey.In(node))
    );

    static JsonForm<FilePlace> IJsonForm<FilePlace>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<PolicySource>))]
public sealed partial record PolicySource : IJsonForm<PolicySource>
{
    /// <summary>A text of one language or both; a plain text, as sources had it before, is the same in both.</summary>
    private static readonly JsonValue<BilingualText> OneOrBoth = BilingualText.JsonForm.AsValue with
    {
        Read = node => node.IsMapping ? BilingualText.JsonForm.Of(node) : Text.Read(node),
    };

    private static readonly OptionalRecordKey<PolicySource, BilingualText> ReferenceKey = new(
        "reference",
        OneOrBoth,
        source => source.Reference is { IsEmpty: false } reference ? reference : null
    );
    private static readonly JsonKey<PolicySource, string> FileKey = new("file", Text, source => source.Place.File);
    private static readonly JsonKey<PolicySource, int> LineKey = new("line", Int, source => source.Place.Line),
        ColumnKey = new("column", Int, source => source.Place.Column);
    private static readonly OptionalRecordKey<PolicySource, string> HrefKey = new("href", Text, source => source.Href);
    private static readonly OptionalRecordKey<PolicySource, BilingualText> NoteKey = new("note", OneOrBoth, source => source.Note);
    private static readonly JsonKey<PolicySource, bool> ExampleKey = new("example", YesNo, source => source.IsExample);

    internal static readonly RecordForm<PolicySource> JsonForm = new(
        "source",
        [ReferenceKey, FileKey, LineKey, ColumnKey, HrefKey, NoteKey, ExampleKey],
        node =>
            new(new(FileKey.In(node) ?? "", LineKey.In(node), ColumnKey.In(node)), ReferenceKey.In(node) ?? BilingualText.None)
            {
                Href = HrefKey.In(node),
                Note = NoteKey.In(node),
                IsExample = ExampleKey.In(node),
            }
    );

    static JsonForm<PolicySource> IJsonForm<PolicySource>.Form => JsonForm;
}
