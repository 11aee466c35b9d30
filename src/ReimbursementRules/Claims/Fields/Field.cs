using System.Diagnostics;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>Something that a claim or an item states, under one key of its file.</summary>
/// <typeparam name="TOwner">The claim or the item.</typeparam>
/// <param name="key">The key in files.</param>
internal abstract class Field<TOwner>(string key)
{
    /// <summary>The key in files.</summary>
    public string Key => key;

    /// <summary>What a policy may ask of it; null where it asks nothing of that name.</summary>
    public Fact? Fact { get; init; }

    /// <summary>Whether JSON writes it as a number.</summary>
    public abstract bool IsNumber { get; }

    /// <summary>The JSON Schema of what is stated, made anew.</summary>
    public abstract JsonNode Schema();

    /// <summary>What is stated, as files write it; null where nothing is.</summary>
    public abstract string? Stated(TOwner owner);

    /// <summary>The owner with what stands at a node.</summary>
    public abstract TOwner Read(TOwner owner, Node value);

    /// <summary>The owner with a text that is right, as a register holds it.</summary>
    public abstract TOwner With(TOwner owner, string text);

    /// <summary>The owner with the day of the field as many days later; the owner itself where the field is no day that moves.</summary>
    public virtual TOwner Moved(TOwner owner, int days) => owner;

    /// <summary>Which of two comes first by this field; nothing stated before anything.</summary>
    public abstract int Compare(TOwner a, TOwner b);
}

/// <summary>A field that is a number, a day, an amount, a word, or yes or no.</summary>
internal class ValueField<TOwner, T>(string key, FieldForm<T> form, Func<TOwner, T?> of, Func<TOwner, T, TOwner> with) : Field<TOwner>(key)
    where T : struct
{
    public override bool IsNumber => form.IsNumber;

    public override JsonNode Schema() => form.Schema();

    public override string? Stated(TOwner owner) => of(owner) is { } value ? form.Show(value) : null;

    public override TOwner Read(TOwner owner, Node value) => with(owner, form.Read(value));

    public override TOwner With(TOwner owner, string text) =>
        with(owner, (form.Parse ?? throw new UnreachableException($"No register states '{Key}'."))(text));

    public override int Compare(TOwner a, TOwner b) =>
        (of(a), of(b)) switch
        {
            ({ } one, { } other) => form.Compare(one, other),
            (null, null) => 0,
            (null, _) => -1,
            _ => 1,
        };
}

/// <summary>A day that moves along when the claim is settled as of another day.</summary>
internal sealed class DayField<TOwner>(string key, Func<TOwner, DateOnly?> of, Func<TOwner, DateOnly, TOwner> with)
    : ValueField<TOwner, DateOnly>(key, FieldForms.Day, of, with)
{
    private readonly Func<TOwner, DateOnly?> _of = of;
    private readonly Func<TOwner, DateOnly, TOwner> _with = with;

    /// <summary>Not before the first day that there is, and not after the last.</summary>
    public override TOwner Moved(TOwner owner, int days) =>
        _of(owner) is { } day
            ? _with(
                owner,
                DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber))
            )
            : owner;
}

/// <summary>A field that is a text.</summary>
internal sealed class TextField<TOwner>(string key, Func<TOwner, string?> of, Func<TOwner, string, TOwner> with) : Field<TOwner>(key)
{
    /// <summary>Whether a text of no letters states something, which leaving it out does not.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>How it is read: an open word, unless it is a number or a name.</summary>
    public Func<Node, string> Reads { get; init; } = node => node.Plain();

    public override bool IsNumber => false;

    public override JsonNode Schema() => SchemaNodes.Text();

    public override string? Stated(TOwner owner) => of(owner) is { } text && (MayBeEmpty || text.Length > 0) ? text : null;

    public override TOwner Read(TOwner owner, Node value) => with(owner, MayBeEmpty && value.IsEmptyText ? "" : Reads(value));

    public override TOwner With(TOwner owner, string text) => with(owner, text);

    public override int Compare(TOwner a, TOwner b) => string.CompareOrdinal(of(a), of(b));
}
