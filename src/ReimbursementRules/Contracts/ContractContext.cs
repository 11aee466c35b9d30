using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts;

/// <summary>What a step of a contract needs while it is compiled.</summary>
internal sealed class ContractContext
{
    private readonly ContractPolicy _contract;
    private readonly ContractTables _ofYear;
    private readonly ContractTables _ofLines;
    private readonly AmountReader _amounts;

    public ContractContext(ContractPolicy contract, IndexPolicy index, DateOnly from, ContractTables ofYear, ContractTables ofLines)
    {
        _contract = contract;
        _ofYear = ofYear;
        _ofLines = ofLines;
        Index = index;
        From = from;
        _amounts = AmountReader.WithoutLayers(new([], from, null, DecidingDay.Discharge), index);
    }

    public IndexPolicy Index { get; }

    /// <summary>The first day on which the contract's values are needed.</summary>
    public DateOnly From { get; }

    /// <summary>The steps so far whose amount is known month by month before the year begins.</summary>
    public HashSet<string> Scheduled { get; } = new(StringComparer.Ordinal);

    /// <summary>A dated table that the provider's year decides.</summary>
    public Table<T> OfYear<T>(StepPolicy step, Node history, string key, T repealed, Func<Node, T> read) =>
        _ofYear.Add($"{_contract.Id}.{step.Id}.{key}", Asked(Read(history), OfProvider), Scope(_contract.Applies), repealed, read);

    /// <summary>A dated table that each line decides.</summary>
    public Table<T> OfLines<T>(StepPolicy step, Node history, string key, T repealed, Func<Node, T> read) =>
        _ofLines.Add(
            $"{_contract.Id}.{step.Id}.{key}",
            Asked(Read(history), condition => !_ofLines.IsOfItem(condition)),
            Scope([.. _contract.Applies, .. _contract.Claims, .. Conditions(step.Node, "claims")]),
            repealed,
            read
        );

    /// <summary>Which providers the contract is about, asked of the year; null for all.</summary>
    public Table<bool>? AppliesToYear() => _ofYear.Add($"{_contract.Id}.applies", Asked(_contract.Applies, OfProvider), Here, From);

    /// <summary>As <see cref="AppliesToYear"/>, asked of a line.</summary>
    public Table<bool>? AppliesToLine() => _ofLines.Add($"{_contract.Id}.applies", _contract.Applies, Here, From);

    /// <summary>Which lines the contract is about; null for all.</summary>
    public Table<bool>? Claims() => OfClaims($"{_contract.Id}.claims", _contract.Claims);

    /// <summary>Which lines a step is about; null for all.</summary>
    public Table<bool>? Claims(StepPolicy step) => OfClaims($"{_contract.Id}.{step.Id}.claims", Conditions(step.Node, "claims"));

    /// <summary>Which items a step is about; null for the whole bill.</summary>
    public Table<bool>? Items(StepPolicy step)
    {
        var conditions = Conditions(step.Node, "items");
        if (conditions.Count > 0 && !conditions.Any(_ofLines.IsOfItem))
            conditions[0]
                .Fact.Wrong(
                    "fact.claim",
                    "none of these facts is asked of an item. Put them under 'claims'.",
                    "这些都不是项目的事实。请放到“claims”下。"
                );
        return _ofLines.Add($"{_contract.Id}.{step.Id}.items", conditions, Here, From);
    }

    /// <summary>An amount, or one computed from a parameter.</summary>
    public DatedAmount Amount(Node row) => _amounts.ReadDated(row["value"]);

    /// <summary>As <see cref="Amount"/>; null for the word <c>none</c>.</summary>
    public DatedAmount? AmountOrNone(Node row) => row["value"] is { IsScalar: true, Raw: "none" } ? null : Amount(row);

    /// <summary>The reference of a step without a table.</summary>
    public PolicySource Source(StepPolicy step) => Index.Marked(TableReader.Source(step.Node, step.Node.Place));

    /// <summary>An earlier step whose amount is known month by month.</summary>
    public string ScheduleOf(Node of)
    {
        if (of.Text().Length > 0 && !Scheduled.Contains(of.Raw))
        {
            var hint = Spelling.Hint(of.Raw, Scheduled);
            of.Wrong(
                "contract.of",
                $"'{of.Raw}' is not an earlier step whose amount is known before the year: a standard per year, month or "
                    + $"head, or a total.{hint.En}",
                $"“{of.Raw}”不是此前事先已知金额的步骤（按年、按月或按人头的支付标准，或总额）。{hint.Zh}"
            );
        }

        return of.Raw;
    }

    private PolicySource Here => new(_contract.Node.Place, "");

    private Scope Scope(IReadOnlyList<ConditionPolicy> within) => new(within, From, null, DecidingDay.Discharge);

    private Table<bool>? OfClaims(string name, IReadOnlyList<ConditionPolicy> conditions) =>
        _ofLines.Add(name, Asked(conditions, condition => !_ofLines.IsOfItem(condition)), Here, From);

    private static IReadOnlyList<ConditionPolicy> Conditions(Node node, string key) => TableReader.Conditions(node.Optional(key));

    private static DatedTablePolicy Read(Node history)
    {
        var table = TableReader.Read(history, "value");
        foreach (var entry in table.Entries.Where(entry => entry.Value.IsRepealed))
            entry
                .Value.Rows[0]
                .Node["value"]
                .Wrong(
                    "contract.repealed",
                    "a value of a contract cannot be repealed. End the contract with 'until', and write one without the step.",
                    "合同的值不能废止。请用“until”结束该合同，另写不含该步骤的合同。"
                );
        return table;
    }

    private static DatedTablePolicy Asked(DatedTablePolicy table, Func<ConditionPolicy, bool> allowed)
    {
        foreach (var row in table.Entries.SelectMany(entry => entry.Value.Rows))
            Asked(row.When, allowed);
        return table;
    }

    private static IReadOnlyList<ConditionPolicy> Asked(IReadOnlyList<ConditionPolicy> conditions, Func<ConditionPolicy, bool> allowed)
    {
        foreach (var condition in conditions.Where(condition => !allowed(condition)))
            condition.Fact.Wrong(
                "contract.fact",
                $"'{condition.Fact.Raw}' cannot be asked here. A provider's year has the provider's facts, 'month' and the "
                    + "facts of index.yaml; only 'items' ask items.",
                $"此处不能询问“{condition.Fact.Raw}”。机构年度只有机构的事实、“month”和 index.yaml 的事实；项目的事实只能在“items”中询问。"
            );
        return conditions;
    }

    /// <summary>Whether a condition asks what a provider's year can say; one that nobody knows is told elsewhere.</summary>
    private bool OfProvider(ConditionPolicy condition) =>
        condition.Fact.Raw.StartsWith("provider.", StringComparison.Ordinal)
        || condition.Fact.Raw.StartsWith("hospital.", StringComparison.Ordinal)
        || condition.Fact.Raw == "month"
        || Index.Facts.Any(fact => fact.Name == condition.Fact.Raw && !fact.IsOfItem)
        || !(KnownFacts.All.Any(fact => fact.Name == condition.Fact.Raw) || Index.Facts.Any(fact => fact.Name == condition.Fact.Raw));
}
