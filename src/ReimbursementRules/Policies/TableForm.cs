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

    private readonly ImmutableArray<string> _values;

    private TableForm(IReadOnlyList<KeyForm> ofRows, IReadOnlyList<KeyForm> ofTables)
    {
        _values = [.. ofRows.Select(key => key.Name)];
        Rows = new([
            May("when", ConditionForm.Of, "当……时：这一行的条件", "the conditions of the row"),
            May("otherwise", ValueForms.Just(true, "true", "yes"), "其他情形：写 true", "applies where no other row does"),
            SharedKeys.Note,
            SharedKeys.Status,
            .. ofRows,
        ]);
        Table = new([
            May("rows", ValueForms.List(OfRow, 1), "分行：按条件取值", "rows, of which exactly one applies to a claim"),
            SharedKeys.Reference,
            SharedKeys.Href,
            SharedKeys.Note,
            SharedKeys.Status,
            .. ofTables,
        ]);
    }

    /// <summary>Tables whose rows have one or another of some keys.</summary>
    public TableForm(params KeyForm[] values)
        : this(values, values) { }

    /// <summary>Tables whose rows have a <c>value</c>.</summary>
    public static TableForm Of(ValueForm value)
    {
        return new([Key(value)], [Key(ValueForms.Either(value, ValueForms.Words((Repealed, "取消", "no longer in force"))))]);

        static KeyForm Key(ValueForm form) => May("value", form, "值", "the value");
    }

    public static TableForm Rates { get; } = Of(ValueForms.Rate);

    public static TableForm Amounts { get; } = Of(AmountPolicy.Form);

    public static TableForm AmountsOrNone { get; } = Of(AmountPolicy.OrNone);

    /// <summary>The keys of a row that say its value.</summary>
    public ImmutableArray<string> Values => _values;

    /// <summary>The keys of a row.</summary>
    public KeyTable Rows { get; }

    /// <summary>The keys of a table.</summary>
    public KeyTable Table { get; }

    /// <summary>The form of a history of tables.</summary>
    public JsonObject Schema(SchemaDraft draft) =>
        ValueForms.ByDay(one => ValueForms.OneOf(Table.Schema(one), ["rows", .. _values]))(draft);

    private JsonObject OfRow(SchemaDraft draft)
    {
        var row = ValueForms.OneOf(Rows.Schema(draft), "when", "otherwise");
        row["anyOf"] = new JsonArray([.. _values.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray((JsonNode)key) })]);
        return row;
    }
}
