using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>The tables of one contract that are asked of the same thing: of the provider's year, or of its lines. They share no table with
/// settling.</summary>
internal sealed class ContractTables(IndexPolicy index, DatedLists lists, ProblemLog problems)
{
    private readonly AskedFacts _vocabulary = new(index, lists, problems);
    private TableRegistry? _registry;

    private TableRegistry Registry => _registry ??= new(_vocabulary, null, problems);

    /// <summary>A table of dated rows.</summary>
    public Table<T> Add<TPolicy, T>(TableName name, DatedTablePolicy<TPolicy> history, Scope scope, T repealed, Func<TPolicy, T> bind) =>
        Registry.Add(name, history, scope, repealed, bind);

    /// <summary>Conditions that hold or not; null where there are none.</summary>
    public Table<bool>? Add(TableName name, ConditionsPolicy conditions, PolicySource source, DateOnly from) =>
        conditions.Count == 0 ? null : Registry.Add(name, conditions, source, from, DecidingDay.Discharge);

    public bool IsOfItem(ConditionPolicy condition) => _vocabulary.IsOfItem(condition);

    /// <summary>Checks the tables, and makes them ready to be asked.</summary>
    public ContractQuestions Build(IRuleEngine engine, Register? register)
    {
        var rules = Registry.Build();
        return new(new(index, register, _vocabulary.Asked, rules, engine), [.. Registry.Rows.Select(index.Marked)], Registry.Written);
    }
}

/// <summary>Tables of a contract, ready to be asked.</summary>
/// <param name="Questions">Asks them.</param>
/// <param name="Rows">Where each row of them stands.</param>
/// <param name="Written">The tables as the file writes them.</param>
internal sealed record ContractQuestions(ClaimQuestions Questions, IReadOnlyList<PolicySource> Rows, IReadOnlyList<WrittenTable> Written)
{
    /// <summary>Is told each row that a step looks at, the place of the band or -1 for the row as such, and the day; null where nobody
    /// asks.</summary>
    public Action<int, int, DateOnly>? Watch { get; init; }

    public ContractAnswers Ask(Claim claim, ProblemLog problems) =>
        new(Questions.Ask(claim, problems), Rows, Watch is null ? null : (row, band) => Watch(row, band, claim.Discharged));
}

/// <summary>What the tables of a contract say of a provider in a month, or of a line.</summary>
internal sealed class ContractAnswers(ClaimAnswers answers, IReadOnlyList<PolicySource> rows, Action<int, int>? watch)
{
    /// <summary>Whether conditions hold; those that ask nothing do.</summary>
    public bool Holds(Table<bool>? conditions) => conditions is null || Told(conditions, answers.Holds(conditions));

    /// <summary>Whether conditions hold of an item; those that ask nothing do.</summary>
    public bool Holds(Table<bool>? conditions, int item) => conditions is null || Told(conditions, answers.Holds(conditions, item));

    /// <summary>The row of a table that applies, as one number among all rows.</summary>
    public int Row<T>(Table<T> table)
    {
        var row = table.Rows[answers.Row(table)];
        watch?.Invoke(row, -1);
        return row;
    }

    public T Of<T>(Table<T> table)
    {
        Row(table);
        return table.Values[answers.Row(table)];
    }

    public PolicySource Source<T>(Table<T> table) => rows[Row(table)];

    /// <summary>Tells whoever watches that a band of the row that applies was used.</summary>
    public void Looked<T>(Table<T> table, int band) => watch?.Invoke(table.Rows[answers.Row(table)], band);

    private bool Told(Table<bool> conditions, bool hold)
    {
        watch?.Invoke(conditions.Rows[hold ? 0 : 1], -1);
        return hold;
    }
}
