using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The fund pays by a payment standard in place of what was used: the provider keeps a share of what is below, and bears its share
/// of what is above.</summary>
internal sealed class StandardStep(StepPolicy step, Table<bool>? claims, Standard standard, Sharing sharing) : TakingStep(step, claims)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } =
        new([
            StepKeys.Id,
            StepKeys.Kind,
            StepKeys.Title,
            Need(
                "per",
                ValueForms.Words(
                    ("year", "按年", "a year"),
                    ("month", "按月", "a month"),
                    ("head", "按人头", "a head"),
                    ("case", "按例次", "a case"),
                    ("bed_day", "按床日", "a bed-day"),
                    ("point", "按点数", "a point")
                ),
                "单位：标准按什么付",
                "for what the standard is paid"
            ),
            StepKeys.Claims,
            StepKeys.Amount,
            May("points", DecimalParts.Table.Schema, "点数：一例几点，带日期", "the points of a case, by days"),
            May("excess", Corridor.Table.Schema, "超标准：基金分担多少，带日期", "the fund's share of what is above, by days"),
            May("saving", TableForm.Rates.Schema, "结余：机构留百分之几，带日期", "the provider's share of what is left, by days"),
            May("shareable", Shareable.Keys.Schema, "可分担的：超支里可以分担的部分", "how much of what is above can be shared"),
            May("growth", Growth.Keys.Schema, "增长：各机构预算合计的增长范围", "how much all budgets together may grow"),
            SharedKeys.Note,
        ]);

    public static StandardPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return Standard.Read(node);
    }

    public static StandardStep Compile(StepPolicy step, StandardPolicy stated, ContractContext contract)
    {
        var standard = Standard.Choose(step, stated, contract);
        if (stated.Growth is { } growth)
            Growth.Check(stated.Amount, growth, contract);
        return new(step, contract.Claims(step, stated.Claims), standard, Sharing.Compile(step, stated.Sharing, contract));
    }

    public override void Check(ContractRun run)
    {
        standard.Check(run, run.TakenBy(Id));
        if (standard.Persons(run) is null)
            sharing.CheckPersons(run, run.TakenBy(Id), Id);
    }

    public override void Run(ContractRun run)
    {
        foreach (var period in standard.Of(run, run.TakenBy(Id)))
            sharing.Share(run, Id, period);
    }
}

/// <summary>What was used in a time for which a standard is paid.</summary>
/// <param name="First">The month of the year with which it begins, from 0.</param>
/// <param name="Months">How many months it has.</param>
/// <param name="Lines">The lines of this time.</param>
/// <param name="Standard">The payment standard.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record StandardPeriod(int First, int Months, IReadOnlyList<YearLine> Lines, Money Standard, PolicySource Source)
{
    public Money Actual => Lines.Sum(line => line.Line.Actual);
}

/// <summary>What a step of kind <c>standard</c> states.</summary>
/// <param name="Per">What the standard is paid for.</param>
/// <param name="Claims">Which lines it takes; none for all.</param>
/// <param name="Amount">The standards.</param>
/// <param name="Points">The points of a case; null where it is not paid per point.</param>
/// <param name="Growth">How the budgets may grow; null where nothing is said.</param>
/// <param name="Sharing">Who has what is below it, and who bears what is above.</param>
internal sealed record StandardPolicy(
    StandardPer Per,
    ConditionsPolicy Claims,
    DatedTablePolicy<AmountPolicy> Amount,
    DatedTablePolicy<long>? Points,
    BudgetGrowthPolicy? Growth,
    SharingPolicy Sharing
) : StepForm;

/// <summary>What a standard is paid for.</summary>
internal enum StandardPer
{
    Year,
    Month,
    Head,
    Case,
    BedDay,
    Point,
}
