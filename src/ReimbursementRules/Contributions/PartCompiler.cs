using System.Collections.Immutable;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>Compiles the parts of one plan.</summary>
internal sealed class PartCompiler(
    TableRegistry tables,
    AskedFacts vocabulary,
    Scope scope,
    IndexPolicy index,
    ImmutableArray<ContributionPayerPolicy> payers,
    PayerNames names,
    ProblemLog problems
)
{
    private readonly AmountBinder _amounts = AmountBinder.WithoutLayers(scope, index, problems);
    private readonly SortedSet<DateOnly> _changes = [scope.From];

    /// <summary>The first day of the plan, and every later one on which something of it changes, earliest first.</summary>
    public IReadOnlyCollection<DateOnly> Changes => _changes;

    public Part Compile(ContributionPartPolicy part, string plan)
    {
        var payer = Payer(part.Payer);
        if (payer > 0)
            foreach (var account in part.Account.Take(1))
                problems.Wrong(
                    part.Payer,
                    "contribution.account",
                    $"'{part.Payer.Text}' has no personal account. Only a part that the member owes has 'account'.",
                    $"“{part.Payer.Text}”没有个人账户。只有个人应缴的部分可写“account”。"
                );
        return new()
        {
            Id = part.Id,
            Title = part.Title,
            Payer = payer,
            Amount = Table(Name(plan, part, "amount"), part.Amount, FixedAmount.Zero, Amount),
            Base = part.Base is { } name ? new(name.Text, name.Place) : null,
            AtLeast = Table(Name(plan, part, "at_least"), part.AtLeast, FixedAmount.Zero, Amount),
            AtMost = Table(Name(plan, part, "at_most"), part.AtMost, new FixedAmount(Money.Largest.Cents), Amount),
            Rate = Table(Name(plan, part, "rate"), part.Rate, Rate.None, rate => rate),
            Factor = Table(Name(plan, part, "factor"), part.Factor, Rate.Whole, rate => rate),
            PaidBy = Table(Name(plan, part, "paid_by"), part.PaidBy, [], stated => Takeovers(stated, payer)),
            Due = Table(Name(plan, part, "due"), part.Due, null, Deferral),
            Account = part.Account,
            Credit = part.Credits is { } credits ? Credit(credits, plan, part) : null,
        };
    }

    private Credit? Credit(CreditPolicy stated, string plan, ContributionPartPolicy part)
    {
        if (Account(stated.Account) is not { } account)
            return null;
        return new(account)
        {
            Share = Table(Name(plan, part, "credits.share"), stated.Share, Rate.None, rate => rate),
            Rate = Table(Name(plan, part, "credits.rate"), stated.Rate, Rate.None, rate => rate),
            Amount = Table(Name(plan, part, "credits.amount"), stated.Amount, FixedAmount.Zero, Amount),
        };
    }

    /// <summary>The payer of an account; null after a problem.</summary>
    private PayerPolicy? Account(Word name)
    {
        if (index.PlaceOf(name.Text) is > 0 and var place && index.Payers[place - 1] is { IsAccount: true } account)
            return account;
        var hint = problems.Hint(name.Text, [.. index.Payers.Where(one => one.IsAccount).Select(one => (one.Id, one.Title))]);
        problems.Wrong(
            name,
            "contribution.credits",
            $"'{name.Text}' is no personal account: index.yaml has no such payer with 'account: yes'.{hint.En}",
            $"“{name.Text}”不是个人账户：index.yaml 中没有写着“account: yes”的该支付方。{hint.Zh}"
        );
        return null;
    }

    private Table<T>? Table<TPolicy, T>(TableName name, DatedTablePolicy<TPolicy>? history, T repealed, Func<TPolicy, T> bind)
    {
        if (history is null)
            return null;
        foreach (var entry in history.Entries)
        {
            Change(entry.From);
            foreach (var day in vocabulary.Changes(entry.Value.Rows.SelectMany(row => row.When)))
                Change(day);
        }

        return tables.Add(name, history, scope, repealed, bind);
    }

    private static TableName Name(string plan, ContributionPartPolicy part, string key) => new(key) { Owner = plan, Step = part.Id };

    private DatedAmount Amount(AmountPolicy stated)
    {
        var amount = _amounts.BindDated(stated);
        foreach (var day in amount.Changes)
            Change(day);
        return amount;
    }

    private Takeover[] Takeovers(TakeoversPolicy stated, int owes)
    {
        var takeovers = stated.Shares.Select(one => new Takeover(Payer(one.Payer), one.Share)).ToArray();
        if (owes >= 0 && Array.Exists(takeovers, one => one.Payer == owes))
            problems.Add(
                stated.Place,
                "contribution.taker",
                $"'{payers[owes].Id}' owes this part already and keeps what no one takes over. Leave it out.",
                $"本部分本就由“{payers[owes].Id}”承担，未被代缴的余额仍归其承担。请删去。"
            );
        return takeovers;
    }

    private static Deferral? Deferral(DeferralPolicy? stated) =>
        stated is null ? null : new(new(stated.After.Text, stated.After.Place), stated.Months);

    private int Payer(Word name) => names.Find(name);

    private void Change(DateOnly day)
    {
        if (day <= scope.From || day >= scope.Until)
            return;
        _changes.Add(day);
        vocabulary.Declare(scope.DecidedBy, day);
    }
}
