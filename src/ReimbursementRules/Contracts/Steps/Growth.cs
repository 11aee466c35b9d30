using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The budgets of all providers together may grow only so much over what was spent the year before. Checked when the rulebook is
/// loaded.</summary>
internal static class Growth
{
    private static readonly KeyTable OverKeys = new(
        Need("parameter", ValueForms.Declared(NameKind.Parameter), "参数：上年支出", "the parameter that has last year's spending")
    );

    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } =
        new(
            Need("over", OverKeys.Schema, "基准：比哪个参数增长", "over what they grow"),
            Need("from", ValueForms.Rate, "至少增长", "the least growth"),
            Need("to", ValueForms.Rate, "至多增长", "the most growth")
        );

    /// <summary>Reads the bounds; null after a problem.</summary>
    public static BudgetGrowthPolicy? Read(Node node)
    {
        node.OnlyKeys(Keys);
        node["over"].OnlyKeys(OverKeys);
        var (over, from, to) = (node["over"]["parameter"].Word(), node["from"].Rate(), node["to"].Rate());
        if (from.Millionths <= to.Millionths)
            return new(over, from, to);
        node.Wrong("growth.bounds", "'from' is above 'to'.", "“from”大于“to”。");
        return null;
    }

    public static void Check(DatedTablePolicy<AmountPolicy> budgets, BudgetGrowthPolicy growth, ContractContext contract)
    {
        if (!contract.Index.Parameters.TryGetValue(growth.Over.Text, out var spending))
        {
            var hint = contract.Problems.Hint(growth.Over.Text, contract.Index.Parameters.Keys);
            contract.Problems.Wrong(
                growth.Over,
                "parameter.unknown",
                $"'{growth.Over.Text}' is not a parameter of index.yaml.{hint.En}",
                $"index.yaml 中没有参数“{growth.Over.Text}”。{hint.Zh}"
            );
            return;
        }

        foreach (var entry in budgets.Entries)
            if (spending.LastOrDefault(dated => dated.From == entry.From) is { } before)
                Check(entry, before.Value, growth, contract);
    }

    private static void Check(Dated<TablePolicy<AmountPolicy>> entry, decimal before, BudgetGrowthPolicy bounds, ContractContext contract)
    {
        var budgets = entry.Value.Rows.Where(row => !row.IsOtherwise).ToList();
        var others = budgets.Where(row => row.When is not [{ Fact.Text: "provider.id", IsNot: false, Lists: [] }]).ToList();
        foreach (var row in others)
            contract.Problems.Add(
                row.Place,
                "growth.rows",
                "the budgets of all providers are rows on provider.id alone. Write one row for each, and 'otherwise: true' for all others.",
                "全部机构的预算应只按 provider.id 分行。请每家一行，其余写“otherwise: true”。"
            );
        var sum = budgets.Sum(row =>
            new decimal(contract.Amount(row.Value).On(entry.From)) / 100 * row.When.Sum(condition => condition.Words.Count)
        );
        var (least, most) = (before * (1 + Share(bounds.From)), before * (1 + Share(bounds.To)));
        if (others.Count == 0 && (sum < least || sum > most))
            contract.Problems.Add(
                entry.Source.Place,
                "growth.missed",
                $"the budgets add up to {sum:#,##0.00}; from {bounds.From} to {bounds.To} above {before:#,##0.00} "
                    + $"is {least:#,##0.00} to {most:#,##0.00}.",
                $"预算合计 {sum:#,##0.00}；比 {before:#,##0.00} 增长 {bounds.From} 至 {bounds.To} 为 "
                    + $"{least:#,##0.00} 至 {most:#,##0.00}。"
            );
    }

    private static decimal Share(Rate rate) => new decimal(rate.Millionths) / Rate.WholeMillionths;
}

/// <summary>How the budgets of all providers together may grow.</summary>
/// <param name="Over">The parameter that is what was spent the year before.</param>
/// <param name="From">The least growth.</param>
/// <param name="To">The most.</param>
internal sealed record BudgetGrowthPolicy(Word Over, Rate From, Rate To);
