using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>A question whose answer is the amount of one item.</summary>
internal sealed class AmountQuestion
{
    private readonly Rulebook _rulebook;
    private readonly Claim _claim;
    private readonly History _history;
    private readonly int _item;

    /// <exception cref="QuestionException">The claim has no such item, or nothing of this name can come out.</exception>
    public AmountQuestion(Rulebook rulebook, Claim claim, History history, int item, string of, Money goal)
    {
        (_rulebook, _claim, _history, _item, Goal) = (rulebook, claim, history, item, goal);
        if (item < 1 || item > claim.Items.Length)
            throw QuestionException.NoItem(item, claim);
        Of = rulebook.SumsCalled(of) switch
        {
            [var only] => only,
            [] => throw new QuestionException(
                new(
                    $"'{of}' does not come out of this rulebook. Known: {string.Join(", ", Sums())}.",
                    $"该规则册没有“{of}”。可用：{string.Join("、", Sums())}。"
                )
            ),
            var several => throw new QuestionException(
                new(
                    $"'{of}' may be {string.Join(" or ", several)}. Write one of these.",
                    $"“{of}”可能是{string.Join("或", several)}。请写其中之一。"
                )
            ),
        };
    }

    /// <summary>What must come out.</summary>
    public string Of { get; }

    /// <summary>How much of it.</summary>
    public Money Goal { get; }

    /// <summary>The number of the item, from 1.</summary>
    public int Item => _item;

    /// <summary>What comes out for an amount in cents.</summary>
    public AmountPoint At(long cents)
    {
        var settlement = Settle(cents);
        return AmountPoint.Of(cents, Sum(settlement), settlement);
    }

    /// <summary>The amounts in cents at which the sum may jump.</summary>
    public IEnumerable<long> Edges => _rulebook.EdgesOf(_claim, _item - 1).Select(edge => edge.Cents);

    /// <summary>The settlement for an amount in cents.</summary>
    public Settlement Settle(long cents) =>
        _rulebook.Settle(
            _claim with
            {
                Items = _claim.Items.SetItem(_item - 1, _claim.Items[_item - 1] with { Amount = Money.FromCents(cents) }),
            },
            _history
        );

    private Money Sum(Settlement settlement) =>
        Of switch
        {
            "patient" => settlement.Patient,
            "cash" => settlement.Cash,
            "account" => settlement.Account,
            "hospital" => settlement.Hospital,
            _ when _rulebook.Payers.Contains(Of) => settlement.PaidBy(Of),
            _ => settlement.Parts.FirstOrDefault(part => part.Name == Of)?.Patient ?? Money.Zero,
        };

    private IEnumerable<string> Sums() => ["patient", "cash", "account", "hospital", .. _rulebook.Payers, .. _rulebook.Parts];
}

/// <summary>A question that cannot be asked.</summary>
internal sealed class QuestionException(BilingualText words) : CommandException(words)
{
    /// <summary>The claim has no item of this number, which counts from 1.</summary>
    public static QuestionException NoItem(int item, Claim claim) =>
        new(
            new(
                $"the claim has no item {item}; its items are 1 to {claim.Items.Length}.",
                $"单据没有第 {item} 项；共有 {claim.Items.Length} 项。"
            )
        );
}
