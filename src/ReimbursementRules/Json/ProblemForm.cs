using System.Text.Json.Serialization;
using ReimbursementRules.Json;
using ReimbursementRules.Values;

namespace ReimbursementRules;

[JsonConverter(typeof(JsonFormConverter<Problem>))]
public sealed partial record Problem : IJsonForm<Problem>
{
    private static readonly JsonKey<Problem, FilePlace> PlaceKey = new("place", FilePlace.JsonForm.AsValue, one => one.Place);
    private static readonly JsonKey<Problem, string> CodeKey = new("code", JsonValueForms.Text, one => one.Code);
    private static readonly JsonKey<Problem, BilingualText> MessageKey = new("message", BilingualText.JsonForm.AsValue, one => one.Message);
    private static readonly OptionalRecordKey<Problem, string> PathKey = new(
        "path",
        JsonValueForms.Text,
        one => one.Path.Length == 0 ? null : one.Path
    );
    private static readonly OptionalRecordKey<Problem, BilingualText> HelpKey = new(
        "help",
        BilingualText.JsonForm.AsValue,
        one => one.Help == Nothing ? null : one.Help
    );

    private static readonly BilingualText Nothing = new("", "");

    internal static readonly RecordForm<Problem> JsonForm = new(
        "problem",
        [PlaceKey, PathKey, CodeKey, MessageKey, HelpKey],
        node =>
            new(PlaceKey.In(node), CodeKey.In(node) ?? "", MessageKey.In(node), HelpKey.In(node) ?? Nothing)
            {
                Path = PathKey.In(node) ?? "",
            }
    );

    static JsonForm<Problem> IJsonForm<Problem>.Form => JsonForm;
}
