using System.Collections.Immutable;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contributions;

/// <summary>Compiles the parts of one plan.</summary>
internal sealed class PartCompiler(
    TableRegistry tables,
    AskedFacts vocabulary,
    Scope scope,
    IndexPolicy index,
    ImmutableArray<ContributionPayerPolicy> payers
)
{
    private readonly AmountReader _amounts = AmountReader.WithoutLayers(scope, index);
    private readonly SortedSet<DateOnly> _changes = [scope.From];

    /// <summary>The first day of the plan, and every later one on which something of it changes, earliest first.</summary>
    public IReadOnlyCollection<DateOnly> Changes => _changes;

    public Part Compile(ContributionPartPolicy part, string plan)
    {
        var payer = Payer(part.Payer);
        if (payer > 0)
            foreach (var account in part.Account.Take(1))
                part.Payer.Wrong(
                    "contribution.account",
                    $"'{part.Payer.Raw}' has no personal account. Only a part that the member owes has 'account'.",
                    $"“{part.Payer.Raw}”没有个人账户。只有个人应缴的部分可写“account”。"
                );
        return new()
        {
            Id = part.Id,
            Title = part.Title,
            Payer = payer,
            Amount = Table($"{plan}.{part.Id}.amount", part.Amount, FixedAmount.Zero, Amount),
            Base = part.Base is { } name ? new(name.Id(), name.Place) : null,
            Rate = Table($"{plan}.{part.Id}.rate", part.Rate, Rate.None, value => value.Rate()),
            Factor = Table($"{plan}.{part.Id}.factor", part.Factor, Rate.Whole, value => value.Rate()),
            PaidBy = Table<Takeover[]>($"{plan}.{part.Id}.paid_by", part.PaidBy, [], value => Takeovers(value, payer)),
            Due = Table($"{plan}.{part.Id}.due", part.Due, null, Deferral),
            Account = part.Account,
        };
    }

    private Table<T>? Table<T>(string name, DatedTablePolicy? history, T repealed, Func<Node, T> read)
    {
        if (history is null)
            return null;
        foreach (var entry in history.Entries)
        {
            Change(entry.From);
            foreach (var day in vocabulary.Changes(entry.Value.Rows.SelectMany(row => row.When)))
                Change(day);
        }

        return tables.Add(name, history, scope, repealed, row => read(row["value"]));
    }

    private DatedAmount Amount(Node value)
    {
        var amount = _amounts.ReadDated(value);
        foreach (var day in amount.Changes)
            Change(day);
        return amount;
    }

    private Takeover[] Takeovers(Node value, int owes)
    {
        if (value is { IsScalar: true, Raw: "none" })
            return [];
        var takeovers = value.Entries().Select(entry => new Takeover(Payer(entry.Key), entry.Value.Rate())).ToArray();
        if (owes >= 0 && Array.Exists(takeovers, one => one.Payer == owes))
            value.Wrong(
                "contribution.taker",
                $"'{payers[owes].Id}' owes this part already and keeps what no one takes over. Leave it out.",
                $"本部分本就由“{payers[owes].Id}”承担，未被代缴的余额仍归其承担。请删去。"
            );
        if (takeovers.Sum(one => (long)one.Share.Millionths) > Rate.WholeMillionths)
            value.Wrong(
                "contribution.taker",
                "the shares are above 100%. No more can be taken over than is owed.",
                "各方比例合计超过 100%。代缴不能超过应缴额。"
            );
        return takeovers;
    }

    private static Deferral? Deferral(Node value)
    {
        if (value is { IsScalar: true, Raw: "none" })
            return null;
        value.OnlyKeys("after", "months");
        return new(new(value["after"].Id(), value["after"].Place), value["months"].Whole(0, ContributionReader.MostMonths));
    }

    private int Payer(Node node) => PayerNames.Find(node, payers);

    private void Change(DateOnly day)
    {
        if (day <= scope.From || day >= scope.Until)
            return;
        _changes.Add(day);
        vocabulary.Declare(scope.DecidedBy, day);
    }
}
