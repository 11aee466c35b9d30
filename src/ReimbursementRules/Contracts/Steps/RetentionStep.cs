using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A share of a budget is held back each month; the assessment releases some of it, and the provider loses the rest.</summary>
internal sealed class RetentionStep(StepPolicy step, string of, Table<Rate> rates, Table<Rate> release) : ContractStep(step)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } =
        new([
            StepKeys.Id,
            StepKeys.Kind,
            StepKeys.Title,
            StepKeys.Of,
            StepKeys.Rate,
            Need("release", TableForm.Rates.Schema, "返还：年末返还百分之几，带日期", "the share that the assessment releases, by days"),
            SharedKeys.Note,
        ]);

    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static RetentionPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(
            node["of"].Word(),
            TableReader.Read(node["rate"], row => row["value"].Rate(), TableForm.Rates),
            TableReader.Read(node["release"], row => row["value"].Rate(), TableForm.Rates)
        );
    }

    public static RetentionStep Compile(StepPolicy step, RetentionPolicy stated, ContractContext contract) =>
        new(
            step,
            contract.ScheduleOf(stated.Of),
            contract.OfYear(step, "rate", stated.Rate, Rate.None),
            contract.OfYear(step, "release", stated.Release, Rate.Whole)
        );

    public override void Run(ContractRun run)
    {
        var retained = Money.Zero;
        foreach (var line in MonthlyShare.Of(run, Id, ContractLineKind.Retained, run.Schedules[of], rates))
        {
            run.Add(line);
            retained += line.Amount;
        }

        var year = run.In(0);
        var released = retained.Portion(year.Of(release));
        var loss = retained - released;
        var taken = loss < run.Paid ? loss : run.Paid;
        run.Add(
            new(Id, ContractLineKind.Released, retained, released, -taken, year.Source(release))
            {
                Rate = year.Of(release),
                NotTaken = loss - taken,
            }
        );
    }
}

/// <summary>What a step of kind <c>retention</c> states.</summary>
/// <param name="Of">The step of whose budget a share is held back.</param>
/// <param name="Rate">The shares held back.</param>
/// <param name="Release">The shares of them that the assessment releases.</param>
internal sealed record RetentionPolicy(Word Of, DatedTablePolicy<Rate> Rate, DatedTablePolicy<Rate> Release) : StepForm;
