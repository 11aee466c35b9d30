using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>What dated tables have beside conditions: the keys of their rows, which a table of one value has itself.</summary>
internal sealed class TableForm
{
    /// <summary>The value of a table that holds no longer.</summary>
    private const string Repealed = "repealed";

    private const string Value = "value";

    private readonly string _name;
    private readonly ImmutableArray<string> _values;

    private TableForm(string name, IReadOnlyList<KeyForm> ofRows, IReadOnlyList<KeyForm> ofTables)
    {
        _name = $"rows of {name}";
        _values = [.. ofRows.Select(key => key.Name)];
        Rows = new([
            May("when", ConditionForm.Of, "当……时：这一行的条件", "the conditions of the row"),
            May("otherwise", ValueForms.Just(true, "true", "yes"), "其他情形：写 true", "applies where no other row does"),
            SharedKeys.Note,
            SharedKeys.Status,
            .. ofRows,
        ]);
        Table = new([
            May("rows", OfRows, "分行：按条件取值", "rows, of which exactly one applies to a claim"),
            SharedKeys.ReferenceIfAny,
            SharedKeys.Href,
            SharedKeys.Note,
            SharedKeys.Status,
            .. ofTables,
        ]);
    }

    /// <summary>Tables whose rows have one or another of some keys.</summary>
    /// <param name="name">What the values are, for the schema.</param>
    /// <param name="values">The keys.</param>
    public TableForm(string name, params KeyForm[] values)
        : this(name, values, values) { }

    /// <summary>Tables whose rows have a <c>value</c>.</summary>
    public static TableForm Of(string name, ValueForm value)
    {
        return new(name, [Key(value)], [Key(ValueForms.Either(value, ValueForms.Words((Repealed, "取消", "no longer in force"))))]);

        static KeyForm Key(ValueForm form) => May(Value, form, "值", "the value");
    }

    public static TableForm Rates { get; } = Of("rates", ValueForms.Rate);

    public static TableForm Amounts { get; } = Of("amounts", AmountPolicy.Form);

    public static TableForm AmountsOrNone { get; } = Of("amounts or none", AmountPolicy.OrNone);

    /// <summary>The keys of a row that say its value.</summary>
    public ImmutableArray<string> Values => _values;

    /// <summary>The keys of a row.</summary>
    public KeyTable Rows { get; }

    /// <summary>The keys of a row that has rows of its own.</summary>
    public static KeyTable Group { get; } =
        new(
            Need("when", ConditionForm.Of, "当……时：其下各行共用的条件", "the conditions that the rows within share"),
            Need("rows", ValueForms.Anything, "其下各行", "the rows for these cases"),
            SharedKeys.Note,
            SharedKeys.Status
        );

    /// <summary>The keys of a table.</summary>
    public KeyTable Table { get; }

    /// <summary>Whether a key of a step has a dated table, or a list of them.</summary>
    public static bool IsFormOf(KeyForm key) => key.HasTables || key.Form.Target is TableForm;

    /// <summary>Whether a history is one value, or one table, that has no day.</summary>
    public bool IsUndated(Node history) =>
        history.IsMapping
            ? IsTable(history)
                || (
                    HasValue
                    && history.Pairs.Count > 0
                    && !history.Pairs.Any(pair => pair.Key.Raw is [var first, ..] && char.IsDigit(first))
                )
            : HasValue && !history.IsMissing;

    /// <summary>A value without a day as a table: a value alone is that of the key <c>value</c>.</summary>
    public Node AsTable(Node history) => IsTable(history) ? history : history.Under(Value);

    private bool IsTable(Node node)
    {
        // An amount that grows from a value has its key too.
        if (HasValue && node.Optional("each") is not null)
            return false;
        foreach (var key in Table.Names)
            if (node.Optional(key) is not null)
                return true;
        return false;
    }

    /// <summary>The form of a history of tables, which may be that of another step.</summary>
    public JsonObject Schema(SchemaDraft draft) => Schema(draft, SameTables.Form(draft));

    /// <summary>The form of a history of tables that stands here.</summary>
    public JsonObject OwnSchema(SchemaDraft draft) => Schema(draft, []);

    private JsonObject Schema(SchemaDraft draft, params ReadOnlySpan<JsonObject> others)
    {
        var dated = ValueForms.ByDay(OfTable)(draft);
        return HasValue
            ? ValueForms.AnyOf([dated, OfTable(draft), Table.Keys.First(key => key.Name == Value).Form(draft), .. others])
            : ValueForms.AnyOf([dated, OfTable(draft), .. others]);
    }

    private bool HasValue => _values is [Value];

    private JsonObject OfTable(SchemaDraft draft) => ValueForms.OneOf(Table.Schema(draft), ["rows", .. _values]);

    private JsonObject OfRows(SchemaDraft draft) =>
        draft.Shared(_name, () => ValueForms.List(one => ValueForms.AnyOf(OfRow(one), OfGroup(one)), 1)(draft));

    private JsonObject OfGroup(SchemaDraft draft)
    {
        var group = Group.Schema(draft);
        group["properties"]!["rows"] = OfRows(draft);
        return group;
    }

    private JsonObject OfRow(SchemaDraft draft)
    {
        var row = ValueForms.OneOf(Rows.Schema(draft), "when", "otherwise");
        row["anyOf"] = new JsonArray([.. _values.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray((JsonNode)key) })]);
        return row;
    }
}
