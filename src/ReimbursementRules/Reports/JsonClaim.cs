using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes what a claim states, in the keys of claim files, so that it can be read back.</summary>
internal static class JsonClaim
{
    /// <summary>The facts of the claim.</summary>
    public static void Facts(Utf8JsonWriter json, Claim claim)
    {
        json.WriteText("id", claim.Id);
        Day(json, "admitted", claim.Admitted);
        Day(json, "discharged", claim.Discharged);
        Day(json, "filed", claim.Filed);
        Word(json, "setting", claim.Setting);
        Word(json, "location", claim.Location);
        Word(json, "referral", claim.Referral);
        YesNo(json, "emergency", claim.Emergency);
        Word(json, "channel", claim.Channel);
        Word(json, "cause", claim.Cause);
        json.WriteText("disease", claim.Disease ?? "");
        json.WriteText("department", claim.Department ?? "");
        Whole(json, "admission", claim.Admission);
        Day(json, "approved", claim.Approved);
        YesNo(json, "transferred", claim.Transferred);
        json.WriteText("liable_share", claim.LiableShare?.ToString() ?? "");
        Whole(json, "days_since_discharge", claim.DaysSinceDischarge);
        Whole(json, "providers_today", claim.ProvidersToday);
        Whole(json, "visits_this_month", claim.VisitsThisMonth);
        Amount(json, "account_balance", claim.AccountBalance == Money.Zero ? null : claim.AccountBalance);
        OfMember(json, claim.Member);
        OfProvider(json, claim.Provider);
        Attributes(json, claim.Attributes);
    }

    /// <summary>The facts of the claim and its fee items: all that it states.</summary>
    public static void Whole(Utf8JsonWriter json, Claim claim)
    {
        Facts(json, claim);
        Items(json, claim);
    }

    private static void Items(Utf8JsonWriter json, Claim claim) => json.WriteList("items", claim.Items, item =>
    {
        json.WriteStartObject();
        json.WriteText("code", item.Code);
        json.WriteText("name", item.Name);
        Amount(json, "amount", item.Amount);
        Word(json, "class", item.Class);
        Word(json, "kind", item.Kind);
        json.WriteText("first_self_pay", item.FirstSelfPay?.ToString() ?? "");
        if (item.Quantity is { } quantity)
            json.WriteString("quantity", quantity.ToString(CultureInfo.InvariantCulture));
        Amount(json, "ceiling_price", item.CeilingPrice);
        Day(json, "date", item.Date);
        Whole(json, "days_of_supply", item.DaysOfSupply);
        YesNo(json, "essential", item.Essential);
        Amount(json, "purchase_price", item.PurchasePrice);
        Whole(json, "days_since_same", item.DaysSinceSame);
        json.WriteText("moved_from", item.MovedFrom ?? "");
        Attributes(json, item.Attributes);
        json.WriteEndObject();
    });

    private static void OfMember(Utf8JsonWriter json, Member member)
    {
        json.WriteText("member.id", member.Id);
        Word(json, "scheme", member.Scheme);
        Day(json, "born", member.Born);
        Whole(json, "age", member.Age);
        Word(json, "sex", member.Sex);
        YesNo(json, "retired", member.Retired);
        Word(json, "poverty", member.Poverty);
        Word(json, "enrolment", member.Enrolment);
        YesNo(json, "duplicate_enrolment", member.DuplicateEnrolment);
    }

    private static void OfProvider(Utf8JsonWriter json, Provider provider)
    {
        json.WriteText("provider.id", provider.Id);
        Word(json, "hospital.level", provider.Level);
        Word(json, "hospital.tier", provider.Tier);
        Word(json, "hospital.ownership", provider.Ownership);
        Word(json, "provider.agreement", provider.Agreement);
        YesNo(json, "provider.designated", provider.Designated);
        YesNo(json, "provider.permitted", provider.Permitted);
    }

    private static void Attributes(Utf8JsonWriter json, ImmutableDictionary<string, string> attributes)
    {
        if (attributes.Count == 0)
            return;
        json.WriteStartObject("attributes");
        foreach (var (name, word) in attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteText(name, word);
        json.WriteEndObject();
    }

    private static void Day(Utf8JsonWriter json, string key, DateOnly? day) => json.WriteText(key, day is { } date ? IsoDay.Show(date) : "");

    private static void Word<T>(Utf8JsonWriter json, string key, T? word)
        where T : struct, Enum => json.WriteText(key, word is { } stated ? Claims.Facts.WordOf(stated) : "");

    private static void YesNo(Utf8JsonWriter json, string key, bool? stated) => json.WriteText(key, stated switch { true => "yes", false => "no", _ => "" });

    private static void Whole(Utf8JsonWriter json, string key, int? number)
    {
        if (number is { } stated)
            json.WriteNumber(key, stated);
    }

    private static void Amount(Utf8JsonWriter json, string key, Money? amount)
    {
        if (amount is { } stated)
            json.WriteMoney(key, stated);
    }
}
