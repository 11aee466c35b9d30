using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Json;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;
using static ReimbursementRules.Json.JsonValueForms;

namespace ReimbursementRules.Contributions;

[JsonConverter(typeof(JsonFormConverter<Contributor>))]
public sealed partial record Contributor : IJsonForm<Contributor>
{
    static JsonForm<Contributor> IJsonForm<Contributor>.Form => ContributorForm.Form;
}

[JsonConverter(typeof(JsonFormConverter<FamilyAccount>))]
public sealed partial record FamilyAccount : IJsonForm<FamilyAccount>
{
    private static readonly JsonKey<FamilyAccount, Money> BalanceKey = new("balance", JsonValueForms.Money, account => account.Balance);
    private static readonly OptionalKey<FamilyAccount, int> PersonsKey = new("persons_paid", Int, account => account.PersonsPaid);

    internal static readonly RecordForm<FamilyAccount> JsonForm = new(
        "account",
        [BalanceKey, PersonsKey],
        node => new(BalanceKey.In(node), PersonsKey.In(node) ?? 0)
    );

    static JsonForm<FamilyAccount> IJsonForm<FamilyAccount>.Form => JsonForm;
}

/// <summary>The form of a contributor: the keys of its file.</summary>
internal static class ContributorForm
{
    private static readonly string[] Needed = ["on"];

    public static readonly JsonForm<Contributor> Form = new NodeForm<Contributor>(
        "contributor.json",
        ContributorReader.Read,
        (json, contributor) => ClaimForms.Within(json, () => Write(json, contributor)),
        Same,
        Schema
    );

    private static void Write(Utf8JsonWriter json, Contributor contributor)
    {
        json.WriteString("on", IsoDay.Show(contributor.On));
        if (contributor.Paid is { } paid)
            json.WriteString("paid", IsoDay.Show(paid));
        JsonClaim.Fields(json, ContributorReader.MemberFields, ClaimForms.Of(contributor.Member, new()));
        Named(JsonValueForms.Money).WriteAs(json, "amounts", contributor.Amounts);
        Named(Day).WriteAs(json, "days", contributor.Days);
        json.WriteNumber("heads", contributor.Heads);
        if (contributor.Account is { } account)
        {
            json.WritePropertyName("account");
            FamilyAccount.JsonForm.Write(json, account);
        }

        JsonClaim.Attributes(json, contributor.Attributes);
    }

    private static bool Same(Contributor a, Contributor b) =>
        a.On == b.On
        && a.Paid == b.Paid
        && a.Heads == b.Heads
        && a.Account == b.Account
        && ClaimForms.Same(ClaimFields.OfMember, ClaimForms.Of(a.Member, new()), ClaimForms.Of(b.Member, new()))
        && ClaimForms.Same(a.Amounts, b.Amounts)
        && ClaimForms.Same(a.Days, b.Days)
        && ClaimForms.Same(a.Attributes, b.Attributes);

    private static JsonNode Schema()
    {
        var properties = ClaimForms.Properties(ContributorReader.MemberFields, []);
        properties["on"] = SchemaNodes.Day();
        properties["paid"] = SchemaNodes.OrNull(SchemaNodes.Day());
        properties["amounts"] = SchemaNodes.OrNull(SchemaNodes.Named(SchemaNodes.Money(negative: false)));
        properties["days"] = SchemaNodes.OrNull(SchemaNodes.Named(SchemaNodes.Day()));
        properties["heads"] = SchemaNodes.OrNull(SchemaNodes.Whole(1, ContributorChecks.MostHeads));
        properties["account"] = SchemaNodes.OrNull(FamilyAccount.JsonForm.Schema());
        properties["attributes"] = ClaimForms.Words();
        return SchemaNodes.Object(properties, Needed);
    }
}
