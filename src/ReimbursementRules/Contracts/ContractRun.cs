using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>A line on the desk.</summary>
/// <param name="Line">The line as it was handed in.</param>
/// <param name="Claim">Its facts, with what the year states of the provider.</param>
/// <param name="Answers">What the tables say of it.</param>
/// <param name="Month">The month of the year in which it counts, from 0.</param>
internal sealed record YearLine(ProviderLine Line, Claim Claim, ContractAnswers Answers, int Month);

/// <summary>The desk on which one year is settled.</summary>
internal sealed class ContractRun(ProviderYear year, ImmutableArray<ContractAnswers> months, IReadOnlyList<YearLine> lines, FilePlace place)
{
    private readonly ImmutableArray<ContractLine>.Builder _trace = ImmutableArray.CreateBuilder<ContractLine>();
    private readonly HashSet<YearLine> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IReadOnlyList<YearLine>> _takenBy = new(StringComparer.Ordinal);

    public ProviderYear Year => year;
    public ProblemLog Problems { get; } = [];
    public ImmutableArray<ContractLine> Trace => _trace.ToImmutable();

    /// <summary>All lines that the contract is about.</summary>
    public IReadOnlyList<YearLine> Lines => lines;

    /// <summary>What the fund pays so far.</summary>
    public Money Paid { get; private set; }

    /// <summary>The amount of a step for each month of the year, where it is known ahead.</summary>
    public Dictionary<string, Money[]> Schedules { get; } = new(StringComparer.Ordinal);

    /// <summary>The lines of some conditions.</summary>
    public IReadOnlyList<YearLine> Of(Table<bool>? claims) => [.. lines.Where(line => line.Answers.Holds(claims))];

    /// <summary>Gives a step those lines that no step before it took.</summary>
    public void Give(string step, Table<bool>? claims)
    {
        IReadOnlyList<YearLine> taken = [.. Of(claims).Where(line => !_taken.Contains(line))];
        _taken.UnionWith(taken);
        _takenBy[step] = taken;
    }

    public IReadOnlyList<YearLine> TakenBy(string step) => _takenBy[step];

    /// <summary>What the tables say of the provider in a month of the year, from 0.</summary>
    public ContractAnswers In(int month) => months[month];

    public DateOnly FirstDay(int month) => year.Starts.AddMonths(month);

    public void Add(ContractLine line)
    {
        _trace.Add(line);
        Paid += line.Paid;
    }

    /// <summary>The fund pays an amount.</summary>
    public void Pays(ContractLine line) => Add(line with { Paid = line.Amount });

    /// <summary>An amount is taken off, as far as the fund pays that much.</summary>
    public void TakesOff(ContractLine line)
    {
        var amount = line.Amount < Paid ? line.Amount : Paid;
        Add(line with { Amount = amount, Paid = -amount, NotTaken = line.Amount - amount });
    }

    /// <summary>An amount times a number of units, each so many parts of one, rounded to the cent.</summary>
    /// <exception cref="InputException">It is beyond the largest amount.</exception>
    public Money Times(string step, Money amount, Int128 units, Int128 parts)
    {
        if (amount.Cents != 0 && units > (Int128)Money.Largest.Cents * parts / amount.Cents)
            throw new InputException([
                new(
                    year.Place ?? place,
                    "year.large",
                    new(
                        $"what step '{step}' computes is above {Money.Largest.ToReadable()}, the largest amount there is.",
                        $"步骤“{step}”的结果超过最大金额 {Money.Largest.ToReadable()}。"
                    )
                ),
            ]);
        return Money.FromCents((long)Rounding.Divide(amount.Cents * units, parts));
    }

    public Money Times(string step, Money amount, long units) => Times(step, amount, units, 1);

    public void Missing(string code, YearLine? line, string key, string step) =>
        Problems.Add(
            line?.Claim.Place ?? year.Place ?? place,
            code,
            $"'{key}' is missing; step '{step}' asks for it.",
            $"缺少{ChineseName.Quoted(key, ProblemLog.NameOf(key))}；步骤“{step}”需要它。"
        );
}
