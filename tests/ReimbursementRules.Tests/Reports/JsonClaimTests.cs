using System.Buffers;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;

namespace ReimbursementRules.Tests.Reports;

/// <summary>A claim is written with everything that it states, in the keys of claim files.</summary>
public sealed class JsonClaimTests
{
    private const string Everything = """
        {"id":"A","discharged":"2020-10-08","admitted":"2020-10-01","stay_began":"2020-09-20","filed":"2020-10-09","setting":"inpatient","location":"out_of_city","referral":"filed","emergency":"no","channel":"manual","cause":"third_party","disease":"flu","department":"surgery","admission":2,"account_balance":12.30,"approved":"2020-09-30","transferred":"yes","liable_share":"40%","days_since_discharge":30,"providers_today":2,"visits_this_month":3,"member.id":"M","scheme":"employee","born":"1960-01-31","age":60,"sex":"female","retired":"yes","poverty":"low_income","enrolment":"suspended","duplicate_enrolment":"no","provider.id":"H","hospital.level":"two","hospital.tier":"county","hospital.ownership":"private","provider.agreement":"in_force","provider.designated":"yes","provider.permitted":"no","attributes":{"risk_group":"high"},"items":[{"code":"X","name":"某药","class":"B","kind":"drug","date":"2020-10-02","essential":"yes","days_of_supply":7,"first_self_pay":"10%","quantity":"2.5","ceiling_price":50.00,"purchase_price":49.99,"days_since_same":14,"amount":100.05,"settled":"fund","moved_from":"B","attributes":{"imported":"no"}}]}
        """;

    [Fact]
    public void Claim_WithEverythingStated_IsWrittenAsItWasRead() => Written(Claim.Parse(Everything)).ShouldBe(Everything);

    [Fact]
    public void Claim_WithLittleStated_SaysNoMore()
    {
        const string Little = """{"discharged":"2020-10-08","items":[{"amount":1.00}]}""";
        Written(Claim.Parse(Little)).ShouldBe(Little);
    }

    private static string Written(Claim claim)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        )
        {
            json.WriteStartObject();
            JsonClaim.Whole(json, claim);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
