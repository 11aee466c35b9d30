using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>Something that a claim or an item states, under one key of its file.</summary>
/// <typeparam name="TOwner">The claim or the item.</typeparam>
/// <param name="key">The key in files.</param>
/// <param name="copy">A copy of the owner, all of whose fields can be set.</param>
internal abstract class Field<TOwner>(string key, Func<TOwner, TOwner> copy)
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

    /// <summary>Sets what stands at a node, of an owner that is being made.</summary>
    public abstract void Read(TOwner owner, Node value);

    /// <summary>Sets what stands at a token of JSON, of an owner that is being made; false where that may be wrong, or is written in an
    /// unusual way, so that nodes must be read.</summary>
    public abstract bool TryRead(TOwner owner, ref Utf8JsonReader token);

    /// <summary>The owner with a text that is right, as a register holds it.</summary>
    public TOwner With(TOwner owner, string text)
    {
        var other = copy(owner);
        Take(other, text);
        return other;
    }

    /// <summary>Sets a text that is right, of an owner that is being made.</summary>
    protected abstract void Take(TOwner owner, string text);

    /// <summary>The owner with the day of the field as many days later; the owner itself where the field is no day that moves.</summary>
    public virtual TOwner Moved(TOwner owner, int days) => owner;

    /// <summary>Which of two comes first by this field; nothing stated before anything.</summary>
    public abstract int Compare(TOwner a, TOwner b);
}

/// <summary>A field that is a number, a day, an amount, a word, or yes or no.</summary>
internal class ValueField<TOwner, T>(string key, Func<TOwner, TOwner> copy, FieldForm<T> form, Func<TOwner, T?> of, Action<TOwner, T?> set)
    : Field<TOwner>(key, copy)
    where T : struct
{
    private readonly Func<TOwner, TOwner> _copy = copy;

    public override bool IsNumber => form.IsNumber;

    public override JsonNode Schema() => form.Schema();

    public override string? Stated(TOwner owner) => of(owner) is { } value ? form.Show(value) : null;

    public override void Read(TOwner owner, Node value) => set(owner, form.Read(value));

    public override bool TryRead(TOwner owner, ref Utf8JsonReader token)
    {
        var isRead = form.TryRead(ref token, out var value);
        if (isRead)
            set(owner, value);
        return isRead;
    }

    protected override void Take(TOwner owner, string text) =>
        set(owner, (form.Parse ?? throw new UnreachableException($"No register states '{Key}'."))(text));

    /// <summary>The owner with another value.</summary>
    protected TOwner With(TOwner owner, T value)
    {
        var other = _copy(owner);
        set(other, value);
        return other;
    }

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
internal sealed class DayField<TOwner>(string key, Func<TOwner, TOwner> copy, Func<TOwner, DateOnly?> of, Action<TOwner, DateOnly?> set)
    : ValueField<TOwner, DateOnly>(key, copy, FieldForms.Day, of, set)
{
    private readonly Func<TOwner, DateOnly?> _of = of;

    /// <summary>Not before the first day that there is, and not after the last.</summary>
    public override TOwner Moved(TOwner owner, int days) =>
        _of(owner) is { } day
            ? With(
                owner,
                DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber))
            )
            : owner;
}

/// <summary>A field that is a text.</summary>
internal sealed class TextField<TOwner>(string key, Func<TOwner, TOwner> copy, Func<TOwner, string?> of, Action<TOwner, string> set)
    : Field<TOwner>(key, copy)
{
    /// <summary>Whether a text of no letters states something, which leaving it out does not.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>How it is read: an open word, unless it is a number or a name.</summary>
    public Func<Node, string> Reads { get; init; } = node => node.Plain();

    public override bool IsNumber => false;

    public override JsonNode Schema() => SchemaNodes.Text();

    public override string? Stated(TOwner owner) => of(owner) is { } text && (MayBeEmpty || text.Length > 0) ? text : null;

    public override void Read(TOwner owner, Node value) => set(owner, MayBeEmpty && value.IsEmptyText ? "" : Reads(value));

    public override bool TryRead(TOwner owner, ref Utf8JsonReader token)
    {
        var isRead = Tokens.TryText(ref token, MayBeEmpty, out var text);
        if (isRead)
            set(owner, text);
        return isRead;
    }

    protected override void Take(TOwner owner, string text) => set(owner, text);

    public override int Compare(TOwner a, TOwner b) => string.CompareOrdinal(of(a), of(b));
}
