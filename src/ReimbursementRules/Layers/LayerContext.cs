using ReimbursementRules.Claims;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
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
    private readonly AmountBinder _amounts = new(scope, policy, names, layer, problems) { NumberFact = tables.NumberFact };
    private readonly SumCompiler _sums = new(layer, names, tables, problems);

    public ProblemLog Problems => problems;

    /// <summary>The facts for each word of which a step adds up apart.</summary>
    public SumWord[] Each => _sums.Each;

    /// <summary>Whether what the layer leaves takes the steps' names.</summary>
    public bool Renames => renames;

    /// <summary>The step's place in the legend.</summary>
    public int AddStep(string id, Period per)
    {
        names.Steps.Add(new(index, id, per) { Title = layer.Steps.FirstOrDefault(step => step.Id == id)?.Title });
        return names.Steps.Count - 1;
    }

    /// <summary>The payer of the layer, by its place in the legend; below 1 where it is unknown, which is told elsewhere.</summary>
    public int PayerOfLayer => policy.PlaceOf(layer.Payer.Text);

    /// <summary>A part that the layer leaves with the patient, such as <c>basic.deductible</c>.</summary>
    public int AddPart(string id) => names.Part($"{layer.Id}.{id}");

    /// <summary>The line of the trace that tells which share of a part counts.</summary>
    public BaseLine AddBase() =>
        new((ushort)Math.Min(AddStep(Legend.Base, Period.Claim), ushort.MaxValue), tables.AddRow(new(layer.Base.Place, "")));

    /// <summary>Whether the layer pays rates.</summary>
    public bool PaysRates => layer.Steps.Any(step => step.Form is TiersPolicy);

    /// <summary>Whether a step of the layer has this name.</summary>
    public bool HasStep(string id) => layer.Steps.Any(step => step.Id == id);

    /// <summary>The running sum of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="sum">What it states of it.</param>
    /// <param name="counts">What the sum counts; steps that share a sum must count the same.</param>
    /// <param name="rows">The rows of its table.</param>
    /// <param name="table">The table, compiled.</param>
    /// <param name="differ">Whether rows differ in what the sum is held against; as soon as there are two where left out.</param>
    public RunningSum AddSum<TPolicy, T>(
        StepPolicy step,
        SumForm sum,
        string counts,
        DatedTablePolicy<TPolicy> rows,
        Table<T> table,
        Func<IReadOnlyList<RowPolicy<TPolicy>>, bool>? differ = null
    ) => _sums.Add(step, sum, counts, rows, tables.WordsOf(table), differ ?? (all => all.Count > 1));

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
    /// <param name="ownDay">The day of the step; null where it goes by that of the layer.</param>
    public void WrongByItem(FilePlace at, string code, BilingualText byItem, BilingualText byService, DecidingDay? ownDay = null)
    {
        var said = IsByService && ownDay is null ? byService : byItem;
        problems.Add(at, code, said.En, said.Zh);
    }

    /// <summary>The fact of a claim that is a number, and which is asked from now on.</summary>
    public Fact? NumberFact(Word name) => tables.NumberFact(name);

    /// <summary>The payer of a name.</summary>
    public int Payer(Word name) => policy.Payer(name, problems);

    /// <summary>All funds of the rulebook; the personal account is none.</summary>
    public int[] AllFunds() => [.. Enumerable.Range(1, policy.Payers.Count).Where(payer => !policy.Payers[payer - 1].IsAccount)];

    /// <summary>The parts of these names.</summary>
    public BaseParts Parts(IReadOnlyList<PartPolicy> named) => names.PartsOf(named, problems);

    /// <summary>The parts of a base, which count as they were at first.</summary>
    public BaseParts PartsAtFirst(BasePolicy of) => names.PartsAtFirst(of.Parts, of.Place, problems);

    /// <summary>Which items fulfil conditions of a step.</summary>
    public Table<bool> Items(StepPolicy step, string key, ConditionsPolicy conditions, FilePlace place) =>
        tables.Add(Name(step, key), tables.OfItem(conditions), new PolicySource(place, ""), scope.From, scope.DecidedBy);

    /// <summary>The place in the legend of a step that has no table.</summary>
    public int AddRow(StepPolicy step) => tables.AddRow(new(step.Place, step.Reference) { Href = step.Href, Note = step.Note });

    /// <summary>A dated table of a step.</summary>
    public Table<T> Table<T>(StepPolicy step, string key, DatedTablePolicy<T> history, T repealed, DecidingDay? ownDay = null) =>
        tables.Add(Name(step, key), history, StepDay.ScopeOf(scope, ownDay, policy.From), repealed);

    /// <summary>A dated table of a step whose values name something.</summary>
    public Table<T> Table<TPolicy, T>(StepPolicy step, string key, DatedTablePolicy<TPolicy> history, T repealed, Func<TPolicy, T> bind) =>
        tables.Add(Name(step, key), history, scope, repealed, bind);

    /// <summary>A dated table of amounts.</summary>
    /// <param name="step">The step.</param>
    /// <param name="key">The table's key in it.</param>
    /// <param name="history">The rows.</param>
    /// <param name="ownDay">The day of the step that chooses them; null for that of the layer.</param>
    public Table<Amount> Table(StepPolicy step, string key, DatedTablePolicy<AmountPolicy> history, DecidingDay? ownDay = null)
    {
        var own = StepDay.ScopeOf(scope, ownDay, policy.From);
        var amounts = own == scope ? _amounts : new AmountBinder(own, policy, names, layer, problems) { NumberFact = tables.NumberFact };
        return tables.Add(Name(step, key), history, own, Amount.None, amounts.Bind);
    }

    /// <summary>Notes that a table says who gets more and who less.</summary>
    /// <param name="table">The table.</param>
    /// <param name="paysLess">Whether the first value pays less than the second; null where that cannot be said.</param>
    /// <param name="differs">Whether two values differ, where they are not simply equal.</param>
    public void Leans<T>(Table<T> table, Func<T, T, bool>? paysLess, Func<T, T, bool>? differs = null) =>
        tables.Leanings.Add(Leaning.Of(table, paysLess, differs));

    private TableName Name(StepPolicy step, string key) => new(key) { Owner = layer.Id, Step = step.Id };
}
