using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>The balances of personal accounts that a claim states: their payers, and their range.</summary>
internal static class BalanceChecks
{
    private const string Key = "account_balance";

    /// <summary>The claim with the ids of payers in the place of titles; the claim itself where it has none.</summary>
    public static Claim Named(Claim claim, Legend legend, ProblemLog problems)
    {
        if (claim.AccountBalances.IsEmpty)
            return claim;
        var named = claim.AccountBalances;
        foreach (var (name, amount) in claim.AccountBalances.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (legend.Accounts.All(account => account.Id != name) && Titled(name, legend) is { } id)
                if (!named.ContainsKey(id))
                    named = named.Remove(name).Add(id, amount);
                else
                {
                    named = named.Remove(name);
                    problems.Wrong(
                        new Spot(Place(claim)).Of($"{Key}.{name}"),
                        "key.twice",
                        $"the key '{name}' ({id}) stands here a second time. Keep one of them.",
                        $"键“{name}（{id}）”重复。请只保留一个。"
                    );
                }
        return ReferenceEquals(named, claim.AccountBalances) ? claim : claim with { AccountBalances = named };
    }

    /// <summary>Notes what is wrong with the balances.</summary>
    public static void Check(Claim claim, Legend legend, Spot at, ProblemLog problems)
    {
        if (claim.AccountBalance is { } plain)
        {
            Range(plain, at.Of(Key), problems);
            if (legend.HasSeveralAccounts)
                problems.Wrong(
                    at.Of(Key),
                    "claim.account_balance",
                    $"nobody can tell whose balance {plain} is: {legend.Rulebook} has several accounts. Write each by its payer, such as "
                        + $"{{ {string.Join(", ", legend.Accounts.Select(account => $"{account.Id}: {plain}"))} }}.",
                    $"无法得知余额 {plain} 属于哪个账户：{legend.Rulebook} 有多个个人账户。请按支付方分别写明，如 "
                        + $"{{ {string.Join(", ", legend.Accounts.Select(account => $"{account.Title.Zh}: {plain}"))} }}。"
                );
            else if (!claim.AccountBalances.IsEmpty)
                problems.Wrong(
                    at.Of(Key),
                    "claim.account_balance",
                    "the claim states one balance, and balances by payers beside it. State one of them.",
                    "单据既写了一个余额，又按支付方写了余额。请只写其一。"
                );
        }

        foreach (var (payer, balance) in claim.AccountBalances.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Range(balance, at.Of($"{Key}.{payer}"), problems);
            if (!legend.HasAccount || legend.Accounts.Any(account => account.Id == payer))
                continue;
            var hint = problems.Hint(payer, [.. legend.Accounts.Select(account => (account.Id, account.Title))]);
            problems.Wrong(
                at.Of($"{Key}.{payer}"),
                "claim.account_balance",
                $"'{payer}' is no personal account of {legend.Rulebook}.{hint.En}",
                $"“{payer}”不是 {legend.Rulebook} 的个人账户。{hint.Zh}"
            );
        }
    }

    private static void Range(Money balance, Spot at, ProblemLog problems)
    {
        if (balance < Money.Zero || balance > Money.Largest)
            problems.Wrong(
                at,
                "claim.account_balance",
                $"the account balance {balance} is out of range, from 0 to {Money.Largest}.",
                $"个人账户余额 {balance} 超出 0 至 {Money.Largest} 的范围。"
            );
    }

    private static string? Titled(string name, Legend legend)
    {
        var plain = PlainWord.Of(name);
        ImmutableArray<PayerName> meant = [.. legend.Accounts.Where(account => account.Title.IsWritten(plain))];
        return meant is [var only] ? only.Id : null;
    }

    private static FilePlace Place(Claim claim) => claim.Place ?? new("claim", 0, 0);
}
