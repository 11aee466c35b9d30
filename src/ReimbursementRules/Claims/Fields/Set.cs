using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims.Fields;

/// <summary>Sets what a claim or item states while it is read, so that it is not copied for each of its fields. Only whoever has made it
/// may do so.</summary>
internal static class Set
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")]
    public static extern void Id(Claim claim, string value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Discharged")]
    public static extern void Discharged(Claim claim, DateOnly value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Admitted")]
    public static extern void Admitted(Claim claim, DateOnly? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_StayBegan")]
    public static extern void StayBegan(Claim claim, DateOnly? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Filed")]
    public static extern void Filed(Claim claim, DateOnly? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Setting")]
    public static extern void Setting(Claim claim, Setting? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Location")]
    public static extern void Location(Claim claim, Location? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Referral")]
    public static extern void Referral(Claim claim, Referral? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Emergency")]
    public static extern void Emergency(Claim claim, bool? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Channel")]
    public static extern void Channel(Claim claim, ClaimChannel? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Cause")]
    public static extern void Cause(Claim claim, Cause? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Disease")]
    public static extern void Disease(Claim claim, string? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Department")]
    public static extern void Department(Claim claim, string? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Admission")]
    public static extern void Admission(Claim claim, int? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_AccountBalance")]
    public static extern void AccountBalance(Claim claim, Money? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_AccountBalances")]
    public static extern void AccountBalances(Claim claim, ImmutableDictionary<string, Money> value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Approved")]
    public static extern void Approved(Claim claim, DateOnly? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Transferred")]
    public static extern void Transferred(Claim claim, bool? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_LiableShare")]
    public static extern void LiableShare(Claim claim, Rate? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DaysSinceDischarge")]
    public static extern void DaysSinceDischarge(Claim claim, int? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ProvidersToday")]
    public static extern void ProvidersToday(Claim claim, int? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_VisitsThisMonth")]
    public static extern void VisitsThisMonth(Claim claim, int? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")]
    public static extern void Id(Member member, string value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Scheme")]
    public static extern void Scheme(Member member, Scheme? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Born")]
    public static extern void Born(Member member, DateOnly? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Age")]
    public static extern void Age(Member member, int? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Sex")]
    public static extern void Sex(Member member, Sex? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Retired")]
    public static extern void Retired(Member member, bool? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Poverty")]
    public static extern void Poverty(Member member, Poverty? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Enrolment")]
    public static extern void Enrolment(Member member, Enrolment? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DuplicateEnrolment")]
    public static extern void DuplicateEnrolment(Member member, bool? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")]
    public static extern void Id(Provider provider, string value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Level")]
    public static extern void Level(Provider provider, HospitalLevel? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Tier")]
    public static extern void Tier(Provider provider, HospitalTier? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Ownership")]
    public static extern void Ownership(Provider provider, Ownership? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Agreement")]
    public static extern void Agreement(Provider provider, Agreement? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Designated")]
    public static extern void Designated(Provider provider, bool? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Permitted")]
    public static extern void Permitted(Provider provider, bool? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Code")]
    public static extern void Code(FeeItem item, string value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Name")]
    public static extern void Name(FeeItem item, string value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Amount")]
    public static extern void Amount(FeeItem item, Money value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Class")]
    public static extern void Class(FeeItem item, CatalogueClass? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Kind")]
    public static extern void Kind(FeeItem item, ItemKind? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_FirstSelfPay")]
    public static extern void FirstSelfPay(FeeItem item, Rate? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Quantity")]
    public static extern void Quantity(FeeItem item, decimal? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CeilingPrice")]
    public static extern void CeilingPrice(FeeItem item, Money? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Date")]
    public static extern void Date(FeeItem item, DateOnly? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DaysOfSupply")]
    public static extern void DaysOfSupply(FeeItem item, int? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Essential")]
    public static extern void Essential(FeeItem item, bool? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_PurchasePrice")]
    public static extern void PurchasePrice(FeeItem item, Money? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DaysSinceSame")]
    public static extern void DaysSinceSame(FeeItem item, int? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Settled")]
    public static extern void Settled(FeeItem item, string? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_MovedFrom")]
    public static extern void MovedFrom(FeeItem item, string? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Items")]
    public static extern void Items(Claim claim, ImmutableArray<FeeItem> value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Attributes")]
    public static extern void Attributes(Claim claim, ImmutableDictionary<string, string> value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Attributes")]
    public static extern void Attributes(FeeItem item, ImmutableDictionary<string, string> value);
}
