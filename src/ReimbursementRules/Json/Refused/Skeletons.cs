using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Skeletons;

[JsonConverter(typeof(JsonFormConverter<CityQuestion>))]
public sealed partial class CityQuestion : IJsonForm<CityQuestion>
{
    static JsonForm<CityQuestion> IJsonForm<CityQuestion>.Form { get; } = new NoJson<CityQuestion>("Tell its name, title and default.");
}

[JsonConverter(typeof(JsonFormConverter<CityAnswers>))]
public sealed partial class CityAnswers : IJsonForm<CityAnswers>
{
    static JsonForm<CityAnswers> IJsonForm<CityAnswers>.Form { get; } =
        new NoJson<CityAnswers>("Write them with Write, and read that file, or one in JSON, with Load.");
}
