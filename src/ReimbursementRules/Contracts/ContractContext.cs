using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>What a step of a contract needs while it is compiled.</summary>
internal sealed class ContractContext
{
    private readonly ContractPolicy _contract;
    private readonly ContractTables _ofYear;
    private readonly ContractTables _ofLines;
    private readonly AmountBinder _amounts;

    public ContractContext(
        ContractPolicy contract,
        IndexPolicy index,
        DateOnly from,
        ContractTables ofYear,
        ContractTables ofLines,
        ProblemLog problems
    )
    {
        Problems = problems;
        _contract = contract;
        _ofYear = ofYear;
        _ofLines = ofLines;
        Index = index;
        From = from;
        _amounts = AmountBinder.WithoutLayers(new(ConditionsPolicy.None, from, null, DecidingDay.Discharge), index, problems);
    }

    public ProblemLog Problems { get; }

    public IndexPolicy Index { get; }

    /// <summary>The first day on which the contract's values are needed.</summary>
    public DateOnly From { get; }

    /// <summary>The steps so far whose amount is known month by month before the year begins.</summary>
    public HashSet<string> Scheduled { get; } = new(StringComparer.Ordinal);

    /// <summary>A dated table that the provider's year decides.</summary>
    public Table<T> OfYear<TPolicy, T>(StepPolicy step, string key, DatedTablePolicy<TPolicy> history, T repealed, Func<TPolicy, T> bind) =>
        _ofYear.Add(Name(step, key), Asked(history, OfProvider), Scope(_contract.Applies), repealed, bind);

    /// <summary>As <see cref="OfYear{TPolicy,T}"/>, for values that name nothing.</summary>
    public Table<T> OfYear<T>(StepPolicy step, string key, DatedTablePolicy<T> history, T repealed) =>
        OfYear(step, key, history, repealed, value => value);

    /// <summary>As <see cref="OfYear{TPolicy,T}"/>, for amounts.</summary>
    public Table<DatedAmount> OfYear(StepPolicy step, string key, DatedTablePolicy<AmountPolicy> history) =>
        OfYear(step, key, history, FixedAmount.Zero, Amount);

    /// <summary>A dated table that each line decides.</summary>
    /// <param name="step">The step.</param>
    /// <param name="key">The key of the table.</param>
    /// <param name="history">The table.</param>
    /// <param name="claims">Which lines the step is about.</param>
    /// <param name="repealed">What a repealed value says.</param>
    /// <param name="bind">What a row says, once its names are bound.</param>
    public Table<T> OfLines<TPolicy, T>(
        StepPolicy step,
        string key,
        DatedTablePolicy<TPolicy> history,
        ConditionsPolicy claims,
        T repealed,
        Func<TPolicy, T> bind
    ) =>
        _ofLines.Add(
            Name(step, key),
            Asked(history, condition => !_ofLines.IsOfItem(condition)),
            Scope(_contract.Applies.And(_contract.Claims).And(claims)),
            repealed,
            bind
        );

    /// <summary>As <see cref="OfLines{TPolicy,T}"/>, for values that name nothing.</summary>
    public Table<T> OfLines<T>(StepPolicy step, string key, DatedTablePolicy<T> history, ConditionsPolicy claims, T repealed) =>
        OfLines(step, key, history, claims, repealed, value => value);

    /// <summary>As <see cref="OfLines{TPolicy,T}"/>, for amounts.</summary>
    public Table<DatedAmount> OfLines(StepPolicy step, string key, DatedTablePolicy<AmountPolicy> history, ConditionsPolicy claims) =>
        OfLines(step, key, history, claims, FixedAmount.Zero, Amount);

    /// <summary>Which providers the contract is about, asked of the year; null for all.</summary>
    public Table<bool>? AppliesToYear() => _ofYear.Add(Name("applies"), Asked(_contract.Applies, OfProvider), Here, From);

    /// <summary>As <see cref="AppliesToYear"/>, asked of a line.</summary>
    public Table<bool>? AppliesToLine() => _ofLines.Add(Name("applies"), _contract.Applies, Here, From);

    /// <summary>Which lines the contract is about; null for all.</summary>
    public Table<bool>? Claims() => OfClaims(Name("claims"), _contract.Claims);

    /// <summary>Which lines a step is about; null for all.</summary>
    public Table<bool>? Claims(StepPolicy step, ConditionsPolicy conditions) => OfClaims(Name(step, "claims"), conditions);

    /// <summary>Which items a step is about; null for the whole bill.</summary>
    public Table<bool>? Items(StepPolicy step, ConditionsPolicy conditions)
    {
        if (conditions.Count > 0 && !conditions.Any(_ofLines.IsOfItem))
            Problems.Wrong(
                conditions[0].Fact,
                "fact.claim",
                "none of these facts is asked of an item. Put them under 'claims'.",
                "这些都不是项目的事实。请放到“claims”下。"
            );
        return _ofLines.Add(Name(step, "items"), conditions, Here, From);
    }

    /// <summary>An amount, once its names are bound.</summary>
    public DatedAmount Amount(AmountPolicy stated) => _amounts.BindDated(stated);

    /// <summary>As <see cref="Amount"/>; null where there is none.</summary>
    public DatedAmount? AmountOrNone(AmountPolicy stated) => stated.IsNone ? null : Amount(stated);

    /// <summary>An earlier step whose amount is known month by month.</summary>
    public string ScheduleOf(Word of)
    {
        if (!Scheduled.Contains(of.Text))
        {
            var hint = Spelling.Hint(of.Text, Scheduled);
            Problems.Wrong(
                of,
                "contract.of",
                $"'{of.Text}' is not an earlier step whose amount is known before the year: a standard per year, month or "
                    + $"head, or a total.{hint.En}",
                $"“{of.Text}”不是此前事先已知金额的步骤（按年、按月或按人头的支付标准，或总额）。{hint.Zh}"
            );
        }

        return of.Text;
    }

    private TableName Name(string key) => new(key) { Owner = _contract.Id };

    private TableName Name(StepPolicy step, string key) => Name(key) with { Step = step.Id };

    private PolicySource Here => new(_contract.Place, "");

    private Scope Scope(ConditionsPolicy within) => new(within, From, null, DecidingDay.Discharge);

    private Table<bool>? OfClaims(TableName name, ConditionsPolicy conditions) =>
        _ofLines.Add(name, Asked(conditions, condition => !_ofLines.IsOfItem(condition)), Here, From);

    private DatedTablePolicy<T> Asked<T>(DatedTablePolicy<T> table, Func<ConditionPolicy, bool> allowed)
    {
        foreach (var repealed in table.Entries.Select(entry => entry.Value.RepealedAt).OfType<FilePlace>())
            Problems.Add(
                repealed,
                "contract.repealed",
                "a value of a contract cannot be repealed. End the contract with 'until', and write one without the step.",
                "合同的值不能废止。请用“until”结束该合同，另写不含该步骤的合同。"
            );
        foreach (var row in table.Rows)
            Asked(row.When, allowed);
        return table;
    }

    private ConditionsPolicy Asked(ConditionsPolicy conditions, Func<ConditionPolicy, bool> allowed)
    {
        foreach (var condition in conditions.Where(condition => !allowed(condition)))
            Problems.Wrong(
                condition.Fact,
                "contract.fact",
                $"'{condition.Fact.Text}' cannot be asked here. A provider's year has the provider's facts, 'month' and the "
                    + "facts of index.yaml; only 'items' ask items.",
                $"此处不能询问{ClaimNames.Quoted(condition.Fact.Text, Index.Known)}。机构年度只有机构的事实、"
                    + $"{ClaimNames.Quoted("month")}和 index.yaml 的事实；项目的事实只能在“items”中询问。"
            );
        return conditions;
    }

    /// <summary>Whether a condition asks what a provider's year can say; one that nobody knows is told elsewhere.</summary>
    private bool OfProvider(ConditionPolicy condition) =>
        condition.Fact.Text.StartsWith("provider.", StringComparison.Ordinal)
        || condition.Fact.Text.StartsWith("hospital.", StringComparison.Ordinal)
        || condition.Fact.Text == "month"
        || Index.Attributes(isOfItem: false).ContainsKey(condition.Fact.Text)
        || !Index.Known.ContainsKey(condition.Fact.Text);
}
