using NRules.Fluent.Dsl;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;

namespace OwnRules;

[Name("Items that exclude each other")]
public sealed class ItemsThatExclude : Rule
{
    public override void Define()
    {
        BilledItem whole = null!, part = null!;
        When().Match(() => whole, i => i.IsCurrent, i => i.Item.Code == "blood-panel")
            .Match(() => part, i => i.IsCurrent, i => i.Item.Code == "blood-count");
        Then().Do(context => context.Leave(RuleFinding.Refuse("split_item",
            new("A blood count is part of the blood panel on the same bill.", "血细胞计数已包含在同一账单的血液全项中。"),
            "Instant settlement, denials: split items (S157)").Of(part).BorneBy("hospital")));
    }
}

[Name("The same test twice within 7 days in two hospitals")]
public sealed class SameTestTwice : Rule
{
    public override void Define()
    {
        BilledItem now = null!, before = null!;
        When().Match(() => now, i => i.IsCurrent, i => i.Item.Kind == ItemKind.Examination, i => i.Item.Code != "")
            .Match(() => before, i => !i.IsCurrent, i => i.Item.Code == now.Item.Code, i => i.Claim.Provider.Id != now.Claim.Provider.Id,
                i => Math.Abs(now.Day.DayNumber - i.Day.DayNumber) <= 7);
        Then().Do(context => context.Leave(RuleFinding.Flag("same_test_twice",
            new("Another hospital did this test within 7 days.", "七日内其他医院做过同一检查。"), "Nanjing 2012, results (S186)").Of(now)));
    }
}

[Name("A stay billed while another stay lasts")]
public sealed class StayDuringStay : Rule
{
    public override void Define()
    {
        CurrentClaim now = null!; EarlierClaim before = null!;
        When().Match(() => now, c => c.Claim.Setting == Setting.Inpatient).Match(() => before, c => c.Claim.Setting == Setting.Inpatient,
            c => c.Claim.Provider.Id != now.Claim.Provider.Id, c => c.Claim.Admitted < now.Claim.Discharged,
            c => c.Claim.Discharged > now.Claim.Admitted);
        Then().Do(context => context.Leave(RuleFinding.Hold("stay_during_stay",
            new("The member was in another hospital during this stay.", "本次住院期间参保人员同时在其他医院住院。"), "Supervision (S139)")));
    }
}
