using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>What must hold of a contributor before anything is computed. Each problem names the field and what asks for it.</summary>
internal sealed class ContributorChecks(Contributor contributor, CompiledPlan plan, ProblemLog problems)
{
    /// <summary>The most heads, included.</summary>
    public const long MostHeads = 10_000_000_000;

    /// <summary>Stands for the place of a contributor built in code.</summary>
    public static FilePlace InCode { get; } = new("contributor", 0, 0);

    private readonly FilePlace _place = contributor.Place ?? InCode;

    public void Run(IndexPolicy index)
    {
        CheckDays();
        CheckAge();
        AttributeChecks.Check(contributor.Attributes, "", index, new(_place), problems);
        CheckAmounts();
        CheckNames(contributor.Days.Keys, plan.AskedDays, "days");
        if (contributor.Heads is < 1 or > MostHeads)
            Add(
                "contributor.heads",
                $"{contributor.Heads} heads are out of range, from 1 to {MostHeads}.",
                $"人数 {contributor.Heads} 超出 1 至 {MostHeads} 的范围。"
            );
        if (contributor.Account is { } account)
            CheckAccount(account);
    }

    private void CheckDays()
    {
        var days = contributor.Days.Values.Append(contributor.On).Append(contributor.Paid ?? contributor.On).ToList();
        if (days.Max() > DecidingDays.Last)
            Add(
                "contributor.day",
                $"a day is after {IsoDay.Show(DecidingDays.Last)}, the last that is computed.",
                $"有日期晚于可计算的最后一日 {IsoDay.Show(DecidingDays.Last)}。"
            );
        var from = plan.StartOf(contributor.On);
        if (from < plan.Days.From)
            Add(
                "contributor.day",
                $"the period from {IsoDay.Show(from)} begins before '{plan.Id}' is in force, on {IsoDay.Show(plan.Days.From)}.",
                $"{IsoDay.Show(from)} 起的缴费期早于“{plan.Id}”的生效日 {IsoDay.Show(plan.Days.From)}。"
            );
        else if (from >= plan.Days.Until)
            Add(
                "contributor.day",
                $"the period from {IsoDay.Show(from)} begins when '{plan.Id}' is no longer in force, from "
                    + $"{IsoDay.Show(plan.Days.Until.Value)} on.",
                $"{IsoDay.Show(from)} 起的缴费期已不适用“{plan.Id}”，其自 {IsoDay.Show(plan.Days.Until.Value)} 起失效。"
            );
    }

    private void CheckAge()
    {
        var member = contributor.Member;
        if (member is { Age: not null, Born: not null })
            Add(
                "contributor.age",
                "both 'age' and 'born' are stated. State one of them.",
                $"同时写了{ClaimNames.Quoted("age")}和{ClaimNames.Quoted("born")}。请只写其一。"
            );
        if (member.Age is < 0 or > 150)
            Add("contributor.age", $"the age {member.Age} is out of range, from 0 to 150.", $"年龄 {member.Age} 超出 0 至 150 的范围。");
        if (member.Born > contributor.On)
            Add(
                "contributor.age",
                $"the birth on {IsoDay.Show(member.Born.Value)} is after {IsoDay.Show(contributor.On)}.",
                $"出生日 {IsoDay.Show(member.Born.Value)} 晚于 {IsoDay.Show(contributor.On)}。"
            );
    }

    private void CheckAmounts()
    {
        foreach (var asked in plan.AskedAmounts.Where(asked => !contributor.Amounts.ContainsKey(asked.Name)))
            Add(
                "contributor.missing",
                $"'{asked.Name}' is missing under 'amounts'; {asked.AskedAt.File}:{asked.AskedAt.Line} asks for it.",
                $"“amounts”下缺少“{asked.Name}”；{asked.AskedAt.File}:{asked.AskedAt.Line} 需要它。"
            );
        CheckNames(contributor.Amounts.Keys, plan.AskedAmounts, "amounts");
        foreach (var (name, amount) in contributor.Amounts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (amount < Money.Zero || amount > Money.Largest)
                Add(
                    "contributor.amount",
                    $"the amount {amount} of '{name}' is out of range, from 0 to {Money.Largest}.",
                    $"“{name}”的金额 {amount} 超出 0 至 {Money.Largest} 的范围。"
                );
    }

    private void CheckNames(IEnumerable<string> names, IReadOnlyList<AskedName> asked, string under)
    {
        var known = asked.Select(one => one.Name).ToList();
        foreach (var name in names.Except(known).Order(StringComparer.Ordinal))
        {
            var hint = Spelling.Hint(name, known);
            Add(
                "contributor.unknown",
                $"'{plan.Id}' asks no '{name}' under '{under}'.{hint.En}",
                $"“{plan.Id}”没有询问“{under}”下的“{name}”。{hint.Zh}"
            );
        }
    }

    private void CheckAccount(FamilyAccount account)
    {
        if (plan.Parts.All(part => part.Account.Count == 0))
            Add(
                "contributor.account",
                $"'{plan.Id}' lets no account pay. Leave 'account' out.",
                $"“{plan.Id}”不允许个人账户支付。请删去“account”。"
            );
        if (contributor.Heads != 1)
            Add(
                "contributor.account",
                $"an account pays for one person, and there are {contributor.Heads} heads.",
                $"个人账户每次只为一人支付，而人数为 {contributor.Heads}。"
            );
        if (account.Balance < Money.Zero || account.Balance > Money.Largest)
            Add(
                "contributor.account",
                $"the balance {account.Balance} is out of range, from 0 to {Money.Largest}.",
                $"余额 {account.Balance} 超出 0 至 {Money.Largest} 的范围。"
            );
        if (account.PersonsPaid is < 0 or > 1000)
            Add(
                "contributor.account",
                $"{account.PersonsPaid} persons paid for are out of range, from 0 to 1000.",
                $"已代缴 {account.PersonsPaid} 人，超出 0 至 1000 的范围。"
            );
    }

    private void Add(string code, string en, string zh) => problems.Add(_place, code, en, zh);
}
