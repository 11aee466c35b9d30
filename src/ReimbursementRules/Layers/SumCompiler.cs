using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>Finds the running sum of a step, and demands that a policy says what adds up in it.</summary>
internal sealed class SumCompiler(LayerPolicy layer, Names names, TableRegistry tables, ProblemLog problems)
{
    /// <summary>The facts of the member, whose sum it is: what changes of the member does not begin another.</summary>
    private static readonly HashSet<string> OfMember = [.. ClaimFields.OfMember.Select(field => field.Fact?.Name).OfType<string>(), "age"];

    private readonly List<SumWord> _each = [];

    /// <summary>The facts for each word of which a step of the layer adds up apart.</summary>
    public SumWord[] Each => [.. _each];

    /// <summary>The running sum of a step: its own, or one that it shares; none where its period is one claim or item.</summary>
    /// <param name="step">The step.</param>
    /// <param name="sum">What it states of the sum.</param>
    /// <param name="counts">What the sum counts; steps that share a sum must count the same.</param>
    /// <param name="rows">The rows of its table, of all days.</param>
    /// <param name="compiled">The word of each row of the compiled table.</param>
    /// <param name="differ">Whether rows differ in what the sum is held against.</param>
    public RunningSum Add<T>(
        StepPolicy step,
        SumForm sum,
        string counts,
        DatedTablePolicy<T> rows,
        IReadOnlyList<string> compiled,
        Func<IReadOnlyList<RowPolicy<T>>, bool> differ
    )
    {
        if (sum.Shared is not null)
        {
            if (sum.IsApart is not null)
                problems.Add(
                    sum.CountsAt,
                    "counts.shared",
                    "steps that share a sum count together. Leave 'counts' out, or 'shared'.",
                    "共用累计的步骤合并计算。请删去“counts”，或删去“shared”。"
                );
            var of = Word(sum);
            return new(SharedSlot(sum.Shared, sum.Per, counts, of), null, of);
        }

        if (!RunningPeriods.RunsOn(sum.Per))
        {
            if (sum.Each is not null)
                problems.Wrong(
                    sum.Each,
                    "each.per",
                    $"nothing adds up from claim to claim here. Leave 'each' out, or write 'per' {Periods.En}.",
                    $"此处各次就医之间不累计。请删去“each”，或将“per”写为 {Periods.Zh}。"
                );
            if (sum.IsApart is not null)
                problems.Add(
                    sum.CountsAt,
                    "counts.per",
                    $"nothing adds up from claim to claim here. Leave 'counts' out, or write 'per' {Periods.En}.",
                    $"此处各次就医之间不累计。请删去“counts”，或将“per”写为 {Periods.Zh}。"
                );
            return RunningSum.None;
        }

        var isApart = sum.IsApart ?? false;
        var each = Word(sum);
        if (isApart && sum.Each is not null)
            problems.Add(
                sum.CountsAt,
                "counts.each",
                $"'each: {sum.Each.Text}' counts apart already. Leave 'counts' out, or 'each'; where rows differ by more, write "
                    + "'counts: together'.",
                $"“each: {sum.Each.Text}”已分别累计。请删去“counts”或“each”；各行另有区别的，请写“counts: together”。"
            );
        if (sum.IsApart is null)
            Demand(step, sum, rows, differ);
        else if (isApart && sum.Each is null && rows.Entries.All(entry => entry.Value.Rows.Count == 1))
            problems.Add(
                sum.CountsAt,
                "counts.rows",
                "there is only one row, which has nothing to be counted apart from. Leave 'counts' out.",
                "此处只有一行，无从分别累计。请删去“counts”。"
            );
        var slot = new HistorySlot(names.OfPart($"{layer.Id}.{step.Id}"), sum.Per, false);
        return each is null
            ? new(
                names.Slot(slot with { Words = isApart ? rows.Rows.Select(row => row.Text.When).ToHashSet(StringComparer.Ordinal) : null }),
                isApart ? [.. compiled] : null
            )
            : new(names.Slot(Of(slot, each)), null, each);
    }

    private static HistorySlot Of(HistorySlot slot, SumWord each) =>
        slot with
        {
            EachOf = each.Fact.Fact.Name,
            IsOfAnyWord = each.Fact.IsOpen,
            Words = each.Fact.IsOpen ? null : each.Fact.Fact.Words.ToHashSet(StringComparer.Ordinal),
        };

    /// <summary>The periods of sums that run on, in words: <c>day, month, quarter or year</c>.</summary>
    private static BilingualText Periods { get; } =
        new(
            $"{string.Join(", ", RunningPeriods.All[..^1])} or {RunningPeriods.All[^1]}",
            $"{string.Join('、', RunningPeriods.All[..^1])} 或 {RunningPeriods.All[^1]}"
        );

    /// <summary>The fact for each word of which a sum adds up apart, asked from now on; null for none, or after a problem.</summary>
    private SumWord? Word(SumForm sum)
    {
        if (sum.Each is not { } each || tables.WordFact(each) is not { } fact)
            return null;
        if (!_each.Exists(other => other.Fact == fact))
            _each.Add(new(fact, each.Place));
        return new(fact, each.Place);
    }

    /// <summary>A problem where another row may apply to the next claim of the period, and it is not said whether that row goes on with
    /// the sum.</summary>
    private void Demand<T>(StepPolicy step, SumForm sum, DatedTablePolicy<T> table, Func<IReadOnlyList<RowPolicy<T>>, bool> differ)
    {
        var fact = table
            .Entries.Where(entry => differ(entry.Value.Rows))
            .SelectMany(entry => entry.Value.Rows)
            .SelectMany(row => row.When)
            .FirstOrDefault(condition => condition.Fact.Text != sum.Each?.Text && Varies(condition.Fact.Text, sum.Per))
            ?.Fact.Text;
        if (fact is null)
            return;
        var (kind, period) = (step.Kind.Text, PeriodWords.Of(sum.Per));
        problems.Add(
            step.Place,
            "counts.missing",
            $"the rows of this {kind} differ by '{fact}', which can change from claim to claim of a {period.En}, and it does not say "
                + "what adds up. Write 'counts: together' for one sum of all rows, those that say 'none' too; or 'counts: apart' for a sum "
                + "of each row, where one that says 'none' counts nothing.",
            $"此 {kind} 的各行按{ClaimNames.Quoted(fact)}区分，而它在同一{period.Zh}内可能逐次不同，却未写明如何累计。各行（含“none”行）合并累计请写“counts: together”；"
                + "每行分别累计（“none”行不累计）请写“counts: apart”。"
        );
    }

    /// <summary>Facts of items cannot decide here, which is told elsewhere.</summary>
    private static bool Varies(string fact, Period per) =>
        !fact.StartsWith("item.", StringComparison.Ordinal)
        && !OfMember.Contains(fact)
        && !(fact == "month" && per is Period.Day or Period.Month);

    private int SharedSlot(Word shared, Period per, string counts, SumWord? each)
    {
        var name = shared.Text;
        if (!RunningPeriods.RunsOn(per))
            problems.Wrong(
                shared,
                "shared.per",
                $"a shared sum runs on from claim to claim. Write 'per' {Periods.En}, or leave 'shared' out.",
                $"共用累计须在各次就医之间累计。请将“per”写为 {Periods.Zh}，或删去“shared”。"
            );
        if (name == Names.Admissions || names.LayerIds.Contains(name) || name.Contains('.', StringComparison.Ordinal))
            problems.Wrong(
                shared,
                "shared.name",
                $"'{name}' cannot be the name of a shared sum: a history uses it for something else. Choose another.",
                $"“{name}”不能作共用累计的名称：累计另有用途。请换名称。"
            );
        if (!names.Shared.TryGetValue(name, out var sum))
            names.Shared.Add(name, sum = new(Slot(), counts, per, each?.Fact.Fact.Name, []));
        else if (sum.Per != per || sum.Counts != counts)
            problems.Wrong(
                shared,
                "shared.other",
                $"the steps that share '{name}' must be of one kind and one period; the one on line "
                    + $"{sum.NamedAt[0].Place.Line.ToString(CultureInfo.InvariantCulture)} of {sum.NamedAt[0].Place.File} differs.",
                $"共用“{name}”的步骤须种类相同、周期相同；{sum.NamedAt[0].Place.File} 第 "
                    + $"{sum.NamedAt[0].Place.Line.ToString(CultureInfo.InvariantCulture)} 行不同。"
            );
        else if (sum.Each != each?.Fact.Fact.Name)
            problems.Wrong(
                shared,
                "shared.each",
                $"the steps that share '{name}' must count apart by one fact; the one on line "
                    + $"{sum.NamedAt[0].Place.Line.ToString(CultureInfo.InvariantCulture)} of {sum.NamedAt[0].Place.File} says "
                    + $"{(sum.Each is null ? "no 'each'" : $"'each: {sum.Each}'")}.",
                $"共用“{name}”的步骤须按同一事实分别累计；{sum.NamedAt[0].Place.File} 第 "
                    + $"{sum.NamedAt[0].Place.Line.ToString(CultureInfo.InvariantCulture)} 行"
                    + $"{(sum.Each is null ? "没有写“each”" : $"写的是“each: {sum.Each}”")}。"
            );
        else if (sum.NamedAt.Exists(other => other.Place.File == shared.Place.File))
            problems.Wrong(
                shared,
                "shared.twice",
                $"two steps of one layer share '{name}', so that an amount would count twice. Leave 'shared' out of one of them.",
                $"同一层有两个步骤共用“{name}”，金额会重复计算。请从其中之一删去“shared”。"
            );
        sum.NamedAt.Add(shared);
        return sum.Slot;

        int Slot()
        {
            var slot = new HistorySlot(name, per, false) { IsShared = true };
            return names.Slot(each is null ? slot : Of(slot, each));
        }
    }
}
