using System.Reflection;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>What a claim states is listed once: no property is forgotten by reading, writing, sheets, days or the order of items.</summary>
public sealed class ClaimFieldsTests
{
    /// <summary>What is not a field: groups, items, the region's own facts.</summary>
    private static readonly string[] NoFields = ["Member", "Provider", "Items", "Attributes", "AccountBalances"];

    private static readonly DateOnly Day = new(2020, 10, 8);

    public static TheoryData<string> FieldKeys => [.. ClaimFields.All.Select(stated => stated.Key)];

    public static TheoryData<string> ItemProperties => [.. Stated(typeof(FeeItem)).Select(property => property.Name)];

    /// <summary>What a test that fails shows: all that is stated, the items too, in no culture.</summary>
    [Fact]
    public void ToString_OfAClaim_IsWhatItStates() =>
        new Claim
        {
            Id = "A-7",
            Discharged = new(2020, 10, 8),
            Setting = Setting.Inpatient,
            Attributes = TestClaim.Attributes(("ward", "special")),
            Items =
            [
                new()
                {
                    Class = CatalogueClass.B,
                    FirstSelfPay = Rate.Percent(10),
                    Amount = Money.Yuan(1000.5m),
                },
            ],
        }
            .ToString()
            .ShouldBe(
                "{ id: A-7, discharged: 2020-10-08, setting: inpatient, attributes.ward: special, "
                    + "items: [{ class: B, first_self_pay: 10%, amount: 1000.50 }] }"
            );

    [Fact]
    public void Fields_OfClaimMemberAndProvider_AreAsManyAsTheirProperties()
    {
        ClaimFields.OfClaim.Length.ShouldBe(Stated(typeof(Claim)).Count());
        ClaimFields.OfMember.Length.ShouldBe(Stated(typeof(Member)).Count());
        ClaimFields.OfProvider.Length.ShouldBe(Stated(typeof(Provider)).Count());
        ItemFields.All.Length.ShouldBe(Stated(typeof(FeeItem)).Count());
    }

    /// <summary>Every property of an item decides which of two items comes first, so that the order of the bill decides no cent.</summary>
    [Theory]
    [MemberData(nameof(ItemProperties))]
    public void Precedence_OfItemsThatDifferInOneProperty_IsNotEven(string name)
    {
        var property = typeof(FeeItem).GetProperty(name)!;
        var (one, other) = (Whole(), Whole());
        property.SetValue(other, Another(property.PropertyType, property.GetValue(other)!));
        ItemFields.Precedence(one, other).ShouldNotBe(0);
        Math.Sign(ItemFields.Precedence(one, other)).ShouldBe(-Math.Sign(ItemFields.Precedence(other, one)));
        ItemFields.Precedence(one, Whole()).ShouldBe(0);
    }

    [Fact]
    public void Precedence_OfItemsThatDifferInAnAttribute_IsNotEven() =>
        ItemFields.Precedence(Whole(), Whole() with { Attributes = TestClaim.Attributes(("grade", "high")) }).ShouldNotBe(0);

    /// <summary>Each day of a claim moves along, whoever adds one; the day of birth stays.</summary>
    [Fact]
    public void MovedTo_AnotherDay_MovesEveryDayButTheBirth()
    {
        var claim = WithEachDay();
        var moved = claim.MovedTo(Day.AddDays(40));
        Days(moved).ShouldBe(Days(claim).Select(day => (day.Name, day.Name == "Member.Born" ? day.Day : day.Day.AddDays(40))));
        Days(claim).Count().ShouldBe(7);
    }

    [Fact]
    public void MovedTo_TheEndOfTime_StopsThere() =>
        (WithEachDay() with { Filed = Day.AddDays(9) }).MovedTo(DateOnly.MaxValue).Filed.ShouldBe(DateOnly.MaxValue);

    /// <summary>Whatever is stated is shown, since it may decide.</summary>
    [Theory]
    [MemberData(nameof(FieldKeys))]
    public void Field_Stated_StandsOnTheSheet(string key)
    {
        var claim = Claim.Parse(
            $$"""{ {{(key == "discharged" ? "" : "\"discharged\": \"2020-10-08\",")}} "{{key}}": {{Json(key)}}, "items": [ { "amount": 100, "class": "A" } ] }"""
        );
        var text = ClaimFields.Of(key).Stated(claim)!;
        using var folder = new RulebookFolder();
        var settled = folder.Replace("2-basic.yaml", "applies: { setting: inpatient }\n", "").Load().Settle(claim);
        var shown = StatedFacts.Elsewhere.Contains(key) ? text : StatedFacts.Said(Terms.OfFact(key), Terms.OfWord(key, text)).En;
        TextReport.Write(settled).ShouldContain(shown);
        System.Net.WebUtility.HtmlDecode(HtmlReport.Write(settled)).ShouldContain(shown);
        JsonReport.Write(settled).ShouldContain($"\"{key}\"");
    }

    private static IEnumerable<PropertyInfo> Stated(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod?.IsPublic is true && !NoFields.Contains(property.Name));

    private static FeeItem Whole() =>
        new()
        {
            Code = "a",
            Name = "b",
            Amount = Money.Yuan(5),
            Class = CatalogueClass.A,
            Kind = ItemKind.Drug,
            FirstSelfPay = Rate.Percent(10),
            Quantity = 2,
            CeilingPrice = Money.Yuan(3),
            Date = Day,
            DaysOfSupply = 7,
            Essential = false,
            PurchasePrice = Money.Yuan(1),
            DaysSinceSame = 4,
            MovedFrom = "C-1",
            Settled = "fund",
        };

    private static object Another(Type type, object value) =>
        value switch
        {
            string text => text + "x",
            Money amount => amount + Money.Yuan(1),
            Rate => Rate.Percent(20),
            decimal number => number + 1,
            int number => number + 1,
            bool yes => !yes,
            DateOnly day => day.AddDays(1),
            CatalogueClass => CatalogueClass.B,
            ItemKind => ItemKind.Bed,
            _ => throw new ArgumentException($"Say what another {type} is.", nameof(type)),
        };

    private static Claim WithEachDay() =>
        TestClaim.Stay(TestClaim.A(100) with { Date = Day.AddDays(-2) }) with
        {
            Discharged = Day,
            Admitted = Day.AddDays(-7),
            StayBegan = Day.AddDays(-9),
            Filed = Day.AddDays(3),
            Approved = Day.AddDays(-9),
            Member = new() { Born = Day.AddYears(-50) },
        };

    private static IEnumerable<(string Name, DateOnly Day)> Days(Claim claim) =>
        from owner in new (string Name, object Of)[]
        {
            ("Claim", claim),
            ("Member", claim.Member),
            ("Provider", claim.Provider),
            ("Item", claim.Items[0]),
        }
        from property in Stated(owner.Of.GetType())
        where property.PropertyType == typeof(DateOnly) || property.PropertyType == typeof(DateOnly?)
        select (
            $"{owner.Name}.{property.Name}",
            (DateOnly?)property.GetValue(owner.Of)
                ?? throw new InvalidOperationException($"State {property.Name} in the claim with each day.")
        );

    private static string Json(string key) =>
        key switch
        {
            "id" or "disease" or "department" or "member.id" or "provider.id" => "\"some-word\"",
            "discharged" or "stay_began" => "\"2020-10-08\"",
            "admitted" or "approved" or "born" => "\"2020-10-01\"",
            "filed" => "\"2020-10-09\"",
            "admission" or "days_since_discharge" or "providers_today" or "visits_this_month" or "age" => "5",
            "liable_share" => "\"30%\"",
            "account_balance" => "12.34",
            _ => $"\"{KnownFacts.All.Single(fact => fact.Name == key).Words[^1]}\"",
        };
}
