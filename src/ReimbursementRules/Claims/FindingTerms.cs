using System.Collections.Immutable;

namespace ReimbursementRules.Claims;

/// <summary>What the findings are called that the library itself makes of claims and contributions, by their ids.</summary>
internal static class FindingTerms
{
    public static ImmutableArray<Term> All { get; } =
    [
        new("over_ceiling", "over the ceiling price", "超过最高限价"),
        new("old_values", "values that may be out of date", "数值可能已过时"),
        new("near_miss", "near miss of a word", "近似的词"),
        new("not_asked", "fact that nothing asks", "未作规定的情形"),
        new("history_changed", "running sum that is kept no more", "不再累计的记录"),
        new("balance_differs", "balance that differs from the history", "余额与累计记录不一致"),
        new("does_not_apply", "does not apply", "不适用"),
        new("deferred", "may be paid later", "可延期缴纳"),
        new("late", "paid late", "逾期缴纳"),
        new("account_not_yet", "account not yet in use", "个人账户尚不可用"),
        new("account_window", "outside the days of the account", "不在个人账户代缴期内"),
        new("account_persons", "persons of the account", "个人账户代缴人数"),
    ];
}
