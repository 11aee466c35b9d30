using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>The personal accounts of a rulebook: what each holds before a claim, and what it hands on to the next.</summary>
/// <param name="all">The accounts, in the order of the index.</param>
internal sealed class Accounts(Account[] all)
{
    /// <summary>Compiles the accounts, and gives those that are carried a running sum of their payer's name.</summary>
    public static Accounts Of(Policy policy, Names names, ProblemLog problems)
    {
        var payers = policy.Index.Payers;
        var accounts = payers
            .Where(payer => payer.IsAccount)
            .Select(payer => new Account(policy.Index.PlaceOf(payer.Id), payer.Id, payer.Title, payer.Place)
            {
                Slot = payer.IsCarried ? names.Slot(new(payer.Id, Period.Year, false) { IsBalance = true }) : -1,
            })
            .ToArray();
        foreach (var payer in payers.Where(payer => payer.IsCarried))
            CheckName(payer, names, problems);
        foreach (var payer in payers)
            if (payer.CarriesTo is { IsEmpty: false } into && Into(payer, into, policy.Index, problems) is { } target)
            {
                var at = Array.FindIndex(accounts, account => account.Id == payer.Id);
                accounts[at] = accounts[at] with { Into = target };
            }

        return new(accounts);
    }

    /// <summary>Finds what each account holds before the claim on the desk: what the claim states, else what the claims before
    /// left.</summary>
    public void Open(Desk desk)
    {
        foreach (var account in all)
        {
            var (carried, isKnown) = CarriedTo(account, desk);
            var stated = StatedOf(account, desk.Claim);
            desk.SetBalance(account.Payer, stated?.Cents ?? carried);
            if (isKnown && stated is { } balance && balance.Cents != carried)
                desk.Found(Differs(account, balance, Money.FromCents(carried)));
        }
    }

    /// <summary>Writes what is left of each account for the next claim.</summary>
    public void HandOn(Desk desk)
    {
        foreach (var account in all)
            if (account.Slot >= 0)
                HandOn(account, desk);
    }

    private static void HandOn(Account account, Desk desk)
    {
        var since = desk.YearStart;
        foreach (var (year, _) in desk.Balances(account.Slot))
            since = year > since ? year : since;
        var before = 0L;
        foreach (var (year, cents) in desk.Balances(account.Slot))
            if (year == since)
                before += cents;
            else
                desk.Use(account.Slot, year, -cents);
        desk.Use(account.Slot, since, desk.Balance(account.Payer) - desk.Bill.Paid(account.Payer) - before);
    }

    /// <summary>What the claims before left of an account, and whether they left anything: of one that is carried into another, what has
    /// come up in this benefit year; of the other, with what was left of the years before.</summary>
    private (long Cents, bool IsKnown) CarriedTo(Account account, Desk desk)
    {
        var (sum, isKnown) = (0L, false);
        foreach (var from in all)
            if (from.Slot >= 0 && (from == account || from.Into == account.Id))
                foreach (var (year, cents) in desk.Balances(from.Slot))
                    if (from == account ? from.Into is null || year >= desk.YearStart : year < desk.YearStart)
                        (sum, isKnown) = (sum + cents, true);
        return (sum, isKnown);
    }

    private Money? StatedOf(Account account, Claim claim) =>
        claim.AccountBalances.TryGetValue(account.Id, out var balance) ? balance
        : all.Length == 1 ? claim.AccountBalance
        : null;

    private static Finding Differs(Account account, Money stated, Money carried) =>
        new(
            "balance_differs",
            Verdict.Flag,
            new(
                $"The claim states that '{account.Id}' holds {stated.ToReadable()}; after the claims before it holds "
                    + $"{carried.ToReadable()}. What is stated is taken, and goes on.",
                $"单据写明“{account.Title.Zh}”余额为 {stated.ToReadable()} 元，而此前各单据之后为 {carried.ToReadable()} 元。以写明的为准，并据此结转。"
            ),
            null,
            null,
            new(account.Place, "")
        );

    /// <summary>A history names the balance by the payer, so that nothing else may have that name.</summary>
    private static void CheckName(PayerPolicy payer, Names names, ProblemLog problems)
    {
        if (payer.Id == Names.Admissions || names.LayerIds.Contains(payer.Id) || names.Shared.ContainsKey(payer.Id))
            problems.Add(
                payer.Place,
                "payer.carried",
                $"a history would have two sums named '{payer.Id}': the balance of this account, and another. Give the account, the layer "
                    + "or the shared sum another name.",
                $"累计记录中会有两项都叫“{payer.Id}”：该账户的余额与另一项。请更改账户、待遇层或共用累计的名称。"
            );
    }

    /// <summary>The account that takes what is left; null after a problem.</summary>
    private static string? Into(PayerPolicy payer, Word into, IndexPolicy index, ProblemLog problems)
    {
        if (index.PlaceOf(into.Text) is not (> 0 and var place))
        {
            var hint = problems.Hint(
                into.Text,
                [.. index.Payers.Where(one => one.IsCarried && one != payer).Select(one => (one.Id, one.Title))]
            );
            problems.Wrong(
                into,
                "payer.unknown",
                $"'{into.Text}' is not a payer of index.yaml.{hint.En}",
                $"index.yaml 中没有支付方“{into.Text}”。{hint.Zh}"
            );
            return null;
        }

        var target = index.Payers[place - 1];
        if (target.IsCarried && target != payer && target.CarriesTo is null)
            return target.Id;
        problems.Wrong(
            into,
            "payer.carries_to",
            $"'{into.Text}' cannot take what is left of '{payer.Id}'. Name another account with 'carried: yes' that carries to none "
                + "itself.",
            $"“{into.Text}”不能接收“{payer.Id}”的余额。请写另一个“carried: yes”且自身不再转出的个人账户。"
        );
        return null;
    }
}

/// <summary>A personal account.</summary>
/// <param name="Payer">Its place among the payers.</param>
/// <param name="Id">Its payer's name.</param>
/// <param name="Title">Its payer's title.</param>
/// <param name="Place">Where it stands in the index.</param>
internal sealed record Account(int Payer, string Id, BilingualText Title, FilePlace Place)
{
    /// <summary>The running sum of its balance; -1 where it is not carried.</summary>
    public int Slot { get; init; } = -1;

    /// <summary>The account that takes what is left at the end of a benefit year; null where it stays.</summary>
    public string? Into { get; init; }
}
