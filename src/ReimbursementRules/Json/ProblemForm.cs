using System.Text.Json.Serialization;
using ReimbursementRules.Json;
using ReimbursementRules.Values;
using static ReimbursementRules.Json.JsonValueForms;

namespace ReimbursementRules;

[JsonConverter(typeof(JsonFormConverter<Problem>))]
public sealed partial record Problem : IJsonForm<Problem>
{
    private static readonly JsonKey<Problem, FilePlace> PlaceKey = new("place", FilePlace.JsonForm.AsValue, one => one.Place);
    private static readonly JsonKey<Problem, string> CodeKey = new("code", Text, one => one.Code);
    private static readonly JsonKey<Problem, BilingualText> MessageKey = new("message", BilingualText.JsonForm.AsValue, one => one.Message);

    internal static readonly RecordForm<Problem> JsonForm = new(
        "problem",
        [PlaceKey, CodeKey, MessageKey],
        node => new(PlaceKey.In(node), CodeKey.In(node) ?? "", MessageKey.In(node))
    );

    static JsonForm<Problem> IJsonForm<Problem>.Form => JsonForm;
}
