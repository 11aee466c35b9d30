using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Json;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Json.JsonValueForms;

namespace ReimbursementRules.Contracts;

[JsonConverter(typeof(JsonFormConverter<ProviderYear>))]
public sealed partial record ProviderYear : IJsonForm<ProviderYear>
{
    static JsonForm<ProviderYear> IJsonForm<ProviderYear>.Form => ProviderYearForms.OfYear;
}

[JsonConverter(typeof(JsonFormConverter<ProviderLine>))]
public sealed partial record ProviderLine : IJsonForm<ProviderLine>
{
    static JsonForm<ProviderLine> IJsonForm<ProviderLine>.Form => ProviderYearForms.OfLine;
}

[JsonConverter(typeof(JsonFormConverter<Denial>))]
public sealed partial record Denial : IJsonForm<Denial>
{
    private static readonly JsonKey<Denial, Money> AmountKey = new("amount", JsonValueForms.Money, denial => denial.Amount);
    private static readonly JsonKey<Denial, string> ReasonKey = new("reason", Text, denial => denial.Reason);
    private static readonly OptionalRecordKey<Denial, string> ClaimKey = new(
        "claim",
        Text,
        denial => denial.Claim is "" ? null : denial.Claim
    );

    internal static readonly RecordForm<Denial> JsonForm = new(
        "denial",
        [ClaimKey, AmountKey, ReasonKey],
        node => new(AmountKey.In(node), ReasonKey.In(node) ?? "") { Claim = ClaimKey.In(node) ?? "", Place = node.Place }
    );

    static JsonForm<Denial> IJsonForm<Denial>.Form => JsonForm;
}

/// <summary>The forms of a provider's year and its lines. A year is read with <c>totals</c> as in its file, and written with
/// <c>lines</c>, each of which has its day.</summary>
internal static class ProviderYearForms
{
    private static readonly string[] LineKeys = ["discharged", "cases", "persons", "bed_days", "actual", "bill", "items"];

    public static readonly JsonForm<ProviderLine> OfLine = new NodeForm<ProviderLine>("line.json", Line, Write, Same, LineSchema);

    public static readonly JsonForm<ProviderYear> OfYear = new NodeForm<ProviderYear>(
        "year.json",
        node =>
        {
            var year = ProviderYearReader.Read(node, "lines");
            return year with { Lines = year.Lines.AddRange((node.Optional("lines")?.Items() ?? []).Select(Line)) };
        },
        Write,
        (a, b) =>
            a.Starts == b.Starts
            && a.Heads == b.Heads
            && a.Persons == b.Persons
            && ClaimForms.Same(ClaimFields.OfProvider, ClaimForms.Of(new(), a.Provider), ClaimForms.Of(new(), b.Provider))
            && ClaimForms.Same(a.Attributes, b.Attributes)
            && a.Lines.Length == b.Lines.Length
            && a.Lines.Zip(b.Lines).All(pair => Same(pair.First, pair.Second))
            && a.Denied.Select(denial => denial with { Place = null })
                .SequenceEqual(b.Denied.Select(denial => denial with { Place = null })),
        YearSchema
    );

    private static ProviderLine Line(Node node)
    {
        node.OnlyKeys(ClaimNames.OfClaim, [.. LineKeys, .. ClaimReader.FactKeys]);
        return new()
        {
            Facts = ClaimReader.ReadFacts(node, node["discharged"].Date()) with
            {
                Items = [.. (node.Optional("items")?.Items() ?? []).Select(ClaimReader.Item)],
            },
            Cases = node.Optional("cases")?.Whole() ?? 1,
            Persons = node.Optional("persons")?.Whole(),
            BedDays = node.Optional("bed_days")?.Whole(),
            Actual = node["actual"].Money(),
            Bill = node.Optional("bill")?.Money(),
        };
    }

    private static void Write(Utf8JsonWriter json, ProviderLine line)
    {
        json.WriteStartObject();
        if (line.Facts.Items.IsEmpty)
            JsonClaim.Facts(json, line.Facts);
        else
            JsonClaim.Whole(json, line.Facts);
        json.WriteNumber("cases", line.Cases);
        if (line.Persons is { } persons)
            json.WriteNumber("persons", persons);
        if (line.BedDays is { } days)
            json.WriteNumber("bed_days", days);
        json.WriteMoney("actual", line.Actual);
        if (line.Bill is { } bill)
            json.WriteMoney("bill", bill);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProviderYear year)
    {
        json.WriteStartObject();
        json.WriteString("starts", IsoDay.Show(year.Starts));
        JsonClaim.Fields(json, ClaimFields.OfProvider, ClaimForms.Of(new(), year.Provider));
        JsonClaim.Attributes(json, year.Attributes);
        if (year.Heads is { } heads)
            json.WriteNumber("heads", heads);
        if (year.Persons is { } persons)
            json.WriteNumber("persons", persons);
        json.WriteList("lines", year.Lines, line => Write(json, line));
        json.WriteList("denied", year.Denied, denial => Denial.JsonForm.Write(json, denial));
        json.WriteEndObject();
    }

    private static bool Same(ProviderLine a, ProviderLine b) =>
        ClaimForms.Same(a.Facts, b.Facts)
        && (a.Cases, a.Persons, a.BedDays, a.Actual, a.Bill) == (b.Cases, b.Persons, b.BedDays, b.Actual, b.Bill);

    private static JsonNode LineSchema() =>
        ClaimForms.Schema(
            ClaimFields.All,
            ["discharged", "actual"],
            ("items", SchemaNodes.OrNull(SchemaNodes.List(ClaimForms.ItemSchema()))),
            ("cases", SchemaNodes.OrNull(SchemaNodes.Whole(0))),
            ("persons", SchemaNodes.OrNull(SchemaNodes.Whole(0))),
            ("bed_days", SchemaNodes.OrNull(SchemaNodes.Whole(0))),
            ("actual", SchemaNodes.Money(negative: false)),
            ("bill", SchemaNodes.OrNull(SchemaNodes.Money(negative: false)))
        );

    private static JsonNode YearSchema()
    {
        var month = ClaimForms.Properties(ClaimFields.All, []);
        month.Remove("discharged");
        month["attributes"] = ClaimForms.Words();
        month["items"] = SchemaNodes.OrNull(SchemaNodes.List(ClaimForms.ItemSchema()));
        month["month"] = SchemaNodes.Whole(1, 12);
        month["cases"] = SchemaNodes.Whole(0);
        month["persons"] = SchemaNodes.OrNull(SchemaNodes.Whole(0));
        month["bed_days"] = SchemaNodes.OrNull(SchemaNodes.Whole(0));
        month["actual"] = SchemaNodes.Money(negative: false);
        month["bill"] = SchemaNodes.OrNull(SchemaNodes.Money(negative: false));
        return ClaimForms.Schema(
            ClaimFields.OfProvider,
            ["starts"],
            ("starts", SchemaNodes.Day()),
            ("heads", SchemaNodes.OrNull(SchemaNodes.Whole(0))),
            ("persons", SchemaNodes.OrNull(SchemaNodes.Whole(0))),
            ("totals", SchemaNodes.OrNull(SchemaNodes.List(SchemaNodes.Object(month, ["month", "cases", "actual"])))),
            ("lines", SchemaNodes.OrNull(SchemaNodes.List(LineSchema()))),
            ("denied", SchemaNodes.OrNull(SchemaNodes.List(Denial.JsonForm.Schema())))
        );
    }
}
