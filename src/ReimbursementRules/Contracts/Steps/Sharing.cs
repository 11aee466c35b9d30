using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>Who has what is below a standard, and who bears what is above.</summary>
/// <param name="saving">The provider's share of what is left; null for all of it.</param>
/// <param name="excess">The fund's share of what is above, in bands; null for nothing.</param>
/// <param name="shareable">What of it can be shared at all; null for all.</param>
internal sealed class Sharing(Table<Rate>? saving, Table<Corridor>? excess, Shareable? shareable)
{
    public static SharingPolicy Read(Node node)
    {
        var excess = node.Optional("excess");
        var shareable = node.Optional("shareable");
        if (shareable is not null && excess is null)
            shareable.Wrong(
                "standard.shareable",
                "nothing is shared here: 'shareable' narrows what 'excess' shares. Add 'excess', or leave the line out.",
                "此处不分担：“shareable”限定“excess”所分担的部分。请补上“excess”，或删去该行。"
            );
        return new(
            node.Optional("saving") is { } saving ? TableReader.Read(saving, row => row["value"].Rate(), TableForm.Rates) : null,
            excess is null ? null : TableReader.Read(excess, row => Corridor.Read(row["value"]), Corridor.Table),
            shareable is null ? null : Shareable.Read(shareable)
        );
    }

    public static Sharing Compile(StepPolicy step, SharingPolicy stated, ContractContext contract) =>
        new(
            stated.Saving is { } saving ? contract.OfYear(step, "saving", saving, Rate.Whole) : null,
            stated.Excess is { } excess ? contract.OfYear(step, "excess", excess, Corridor.Nothing) : null,
            stated.Shareable is { } shareable ? Shareable.Compile(step, shareable, contract) : null
        );

    /// <summary>Notes the lines that do not state their persons although the year does not state them for their time.</summary>
    public void CheckPersons(ContractRun run, IReadOnlyList<YearLine> lines, string step)
    {
        if (shareable is not null)
            Shareable.CheckPersons(run, lines, step);
    }

    public void Share(ContractRun run, string step, StandardPeriod period)
    {
        var (actual, standard) = (period.Actual, period.Standard);
        Pays(run, step, period, ContractLineKind.Within, actual, actual < standard ? actual : standard, period.Source);
        if (actual < standard)
            Save(run, step, period, standard - actual);
        else if (actual > standard)
            Exceed(run, step, period);
    }

    private void Save(ContractRun run, string step, StandardPeriod period, Money left)
    {
        var year = run.In(period.First);
        var rate = saving is null ? Rate.Whole : year.Of(saving);
        Pays(
            run,
            step,
            period,
            ContractLineKind.Saving,
            left,
            left.Portion(rate),
            saving is null ? period.Source : year.Source(saving),
            rate
        );
    }

    private void Exceed(ContractRun run, string step, StandardPeriod period)
    {
        var above = period.Actual - period.Standard;
        var shared = Money.Zero;
        if (excess is not null)
        {
            var year = run.In(period.First);
            var most = shareable is null ? period.Actual : shareable.Of(run, step, period);
            shared = most > period.Standard ? most - period.Standard : Money.Zero;
            foreach (var (band, part, rate) in year.Of(excess).Cut(shared, period.Standard))
            {
                year.Looked(excess, band);
                Pays(run, step, period, ContractLineKind.Shared, part, part.Portion(rate), year.Source(excess), rate);
            }
        }

        if (above == shared)
            return;
        var rest = Line(run, step, period, ContractLineKind.NotShared, above - shared, Money.Zero, period.Source);
        run.Pays(shareable is null ? rest : shareable.Limit(rest, run, period));
    }

    private static void Pays(
        ContractRun run,
        string step,
        StandardPeriod period,
        ContractLineKind kind,
        Money @base,
        Money amount,
        PolicySource source,
        Rate? rate = null
    ) =>
        run.Pays(
            Line(run, step, period, kind, @base, amount, source) with
            {
                Rate = rate,
                Limit = kind == ContractLineKind.Within ? period.Standard : null,
            }
        );

    private static ContractLine Line(
        ContractRun run,
        string step,
        StandardPeriod period,
        ContractLineKind kind,
        Money @base,
        Money amount,
        PolicySource source
    ) =>
        new(step, kind, @base, amount, Money.Zero, source)
        {
            From = period.Months == 12 ? null : run.FirstDay(period.First),
            Months = period.Months == 12 ? 0 : period.Months,
        };
}

/// <summary>Who has what is below a standard, and who bears what is above, as it stands.</summary>
/// <param name="Saving">The provider's share of what is left; null for all of it.</param>
/// <param name="Excess">The fund's share of what is above; null for nothing.</param>
/// <param name="Shareable">What of it can be shared at all; null for all.</param>
internal sealed record SharingPolicy(DatedTablePolicy<Rate>? Saving, DatedTablePolicy<Corridor>? Excess, ShareablePolicy? Shareable);
