using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.ClaimRules;

/// <summary>What is said of a rule of a program's own that fails on a claim. It is a problem of that claim, and ends no stream.</summary>
internal static class RuleProblems
{
    private static readonly FilePlace InCode = new("claim", 0, 0);

    private static BilingualText The(Claim claim) =>
        claim.Id.Length == 0 ? new("the claim", "该单据") : new($"claim '{claim.Id}'", $"单据“{claim.Id}”");

    public static Problem Of(Claim claim, string code, string en, string zh) => new(claim.Place ?? InCode, code, new(en, zh));

    /// <param name="claim">The claim.</param>
    /// <param name="rules">The rule, or those that share a condition, in quotes.</param>
    /// <param name="inAction">Whether an action failed; a condition otherwise.</param>
    /// <param name="cause">What it threw.</param>
    public static InputException Thrown(Claim claim, string rules, bool inAction, Exception cause)
    {
        var (en, zh) = inAction ? ("an action", "动作") : ("a condition", "条件");
        var said = cause.Message.TrimEnd('.', '。', ' ');
        return new(
            Of(
                claim,
                "rule.failed",
                $"rule {rules} failed in {en}, for {The(claim).En}: {said}. Mend the rule; the claim is not settled.",
                $"规则 {rules} 的{zh}在{The(claim).Zh}上出错：{said}。请修正规则；该单据未结算。"
            ),
            cause
        );
    }

    public static InputException Endless(Claim claim, int most) =>
        new(
            Of(
                claim,
                "rule.endless",
                $"the rules fired {Counted.Of(most, "time")} for {The(claim).En}. A rule that changes what it matches fires "
                    + "again: let it leave a finding and change nothing.",
                $"规则在{The(claim).Zh}上已触发 {most} 次。规则改动其匹配的事实会再次触发：请只留下结论，不作改动。"
            ),
            null
        );

    public static InputException AfterSettling(Claim claim, RuleFinding late) =>
        new(
            Of(
                claim,
                "rule.settled",
                $"rule '{late.Rule}' refuses or holds {The(claim).En} with '{late.Id}', though it matches the settlement. Let it "
                    + "flag the claim, or match the claim without its settlement.",
                $"规则“{late.Rule}”匹配结算结果，却以“{late.Id}”拒付或暂缓{The(claim).Zh}。请改为标记，或只匹配单据而不匹配其结算结果。"
            ),
            null
        );

    public static InputException BesideItems(Claim claim, RuleFinding beside) =>
        new(
            Of(
                claim,
                "rule.item",
                $"rule '{beside.Rule}' leaves '{beside.Id}' for item {beside.Item + 1}, but {The(claim).En} has "
                    + $"{claim.Items.Length}. Name an item that the rule matched.",
                $"规则“{beside.Rule}”针对第 {beside.Item + 1} 项留下“{beside.Id}”，但{The(claim).Zh}只有 {claim.Items.Length} "
                    + "项。请指明规则所匹配的项目。"
            ),
            null
        );
}
