using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>What a step needs while it is compiled.</summary>
internal sealed class LayerContext(
    LayerPolicy layer,
    int index,
    Scope scope,
    TableRegistry tables,
    IndexPolicy policy,
    Names names,
    ProblemLog problems,
    bool renames
)
{
    private readonly AmountReader _amounts = new(scope, policy, names, layer, problems);

    public ProblemLog Problems => problems;

    /// <summary>Whether what the layer leaves takes the steps' names.</summary>
    public bool Renames => renames;

    /// <summary>The step's place in the legend.</summary>
    public int AddStep(string id, Period per)
    {
        names.Steps.Add(new(index, id, per));
        return names.Steps.Count - 1;
    }

    /// <summary>A part that the layer leaves with the patient, such as <c>basic.deductible</c>.</summary>
    public int AddPart(string id)
    {
        var name = $"{layer.Id}.{id}";
        if (names.Parts.IndexOf(name) is >= 0 and var known)
            return known;
        names.Parts.Add(name);
        return names.Parts.Count - 1;
    }

    /// <summary>Whether a step of the layer has this name.</summary>
    public bool HasStep(string id) => layer.Steps.Any(step => step.Id == id);

    /// <summary>The running sum of a step: its own, or one that it shares; -1 where its period is one claim or item and so nothing runs
    /// on.</summary>
    /// <param name="step">The step.</param>
    /// <param name="shared">The name of the sum that it shares; null for its own.</param>
    /// <param name="per">Its period.</param>
    /// <param name="counts">What it counts; steps that share a sum must count the same.</param>
    public int AddSlot(StepPolicy step, Word? shared, Period per, string counts)
    {
        if (shared is not null)
            return SharedSlot(shared, per, counts);
        return per is Period.Claim or Period.Item ? -1 : names.Slot($"{layer.Id}.{step.Id}", per, countsTimes: false);
    }

    /// <summary>Notes that a step has a payment standard, which later amounts may be computed from.</summary>
    public void AddStandard(string id, int step) => names.Standards.TryAdd($"{layer.Id}.{id}", step);

    /// <summary>Whether each item takes the values of its own day of service, so that nothing is the same for the claim as a
    /// whole.</summary>
    public bool IsByService => scope.DecidedBy == DecidingDay.Service;

    /// <summary>Notes that a step which is one for the claim asks what differs from item to item, with the way out that fits.</summary>
    /// <param name="at">The step, or its key.</param>
    /// <param name="code">The code.</param>
    /// <param name="byItem">What to do where a row asks facts of items.</param>
    /// <param name="byService">What to do where each item has its own day.</param>
    public void WrongByItem(FilePlace at, string code, BilingualText byItem, BilingualText byService)
    {
        var said = IsByService ? byService : byItem;
        problems.Add(at, code, said.En, said.Zh);
    }

    /// <summary>The fact of a claim that is a number, and which is asked from now on.</summary>
    public Fact? NumberFact(Word name) => tables.NumberFact(name);

    /// <summary>The payer of a name.</summary>
    public int Payer(Word name) => policy.Payer(name, problems);

    /// <summary>All funds of the rulebook; the personal account is none.</summary>
    public int[] AllFunds() => [.. Enumerable.Range(1, policy.Payers.Count).Where(payer => !policy.Payers[payer - 1].IsAccount)];

    /// <summary>The parts of these names.</summary>
    public int[] Parts(IEnumerable<Word> words) => names.PartsOf(words, problems);

    /// <summary>The parts of a base, which count as they were at first.</summary>
    public int[] PartsAtFirst(BasePolicy of) => names.PartsAtFirst(of.Parts, of.Place, problems);

    /// <summary>Which items fulfil conditions of a step.</summary>
    public Table<bool> Items(StepPolicy step, string key, IReadOnlyList<ConditionPolicy> conditions, FilePlace place) =>
        tables.Add(Name(step, key), tables.OfItem(conditions), new PolicySource(place, ""), scope.From, scope.DecidedBy);

    /// <summary>The place in the legend of a step that has no table.</summary>
    public int AddRow(StepPolicy step) => tables.AddRow(new(step.Place, step.Reference) { Href = step.Href, Note = step.Note });

    /// <summary>A dated table of a step.</summary>
    public Table<T> Table<T>(StepPolicy step, string key, DatedTablePolicy<T> history, T repealed) =>
        tables.Add(Name(step, key), history, scope, repealed);

    /// <summary>A dated table of a step whose values name something.</summary>
    public Table<T> Table<TPolicy, T>(StepPolicy step, string key, DatedTablePolicy<TPolicy> history, T repealed, Func<TPolicy, T> bind) =>
        tables.Add(Name(step, key), history, scope, repealed, bind);

    /// <summary>A dated table of amounts.</summary>
    public Table<Amount> Table(StepPolicy step, string key, DatedTablePolicy<AmountPolicy> history) =>
        Table(step, key, history, Amount.None, _amounts.Bind);

    /// <summary>Notes that a table says who gets more and who less.</summary>
    /// <param name="table">The table.</param>
    /// <param name="paysLess">Whether the first value pays less than the second; null where that cannot be said.</param>
    /// <param name="differs">Whether two values differ, where they are not simply equal.</param>
    public void Leans<T>(Table<T> table, Func<T, T, bool>? paysLess, Func<T, T, bool>? differs = null) =>
        tables.Leanings.Add(Leaning.Of(table, paysLess, differs));

    private TableName Name(StepPolicy step, string key) => new(key) { Owner = layer.Id, Step = step.Id };

    private int SharedSlot(Word shared, Period per, string counts)
    {
        var name = shared.Text;
        if (per is Period.Claim or Period.Item)
            problems.Wrong(
                shared,
                "shared.per",
                "a shared sum runs over a day, a month or a year. Write such a 'per', or leave 'shared' out.",
                "共用累计须按日、月或年度计算。请写相应的“per”，或删去“shared”。"
            );
        if (name == Names.Admissions || names.LayerIds.Contains(name) || name.Contains('.', StringComparison.Ordinal))
            problems.Wrong(
                shared,
                "shared.name",
                $"'{name}' cannot be the name of a shared sum: a history uses it for something else. Choose another.",
                $"“{name}”不能作共用累计的名称：累计另有用途。请换名称。"
            );
        if (!names.Shared.TryGetValue(name, out var sum))
            names.Shared.Add(name, sum = new(names.Slot(name, per, countsTimes: false, isShared: true), counts, per, []));
        else if (sum.Per != per || sum.Counts != counts)
            problems.Wrong(
                shared,
                "shared.other",
                $"the steps that share '{name}' must be of one kind and one period; the one on line "
                    + $"{sum.NamedAt[0].Place.Line.ToString(CultureInfo.InvariantCulture)} of {sum.NamedAt[0].Place.File} differs.",
                $"共用“{name}”的步骤须种类相同、周期相同；{sum.NamedAt[0].Place.File} 第 "
                    + $"{sum.NamedAt[0].Place.Line.ToString(CultureInfo.InvariantCulture)} 行不同。"
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
    }
}
