namespace ReimbursementRules.Values;

/// <summary>Where a value comes from: its place in the policy files, and the legal text that it states.</summary>
/// <param name="Place">The file, line and column of the value.</param>
/// <param name="Reference">The document and article, as the policy file cites it: by its own name, and in the
/// other language where the file gives that; the same in both where it gives one. Empty where it cites none, as a
/// step of the personal account may.</param>
public sealed partial record PolicySource(FilePlace Place, BilingualText Reference)
{
    /// <inheritdoc cref="PolicySource" path="/param[@name='Place']/node()"/>
    public FilePlace Place
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Place);

    /// <inheritdoc cref="PolicySource" path="/param[@name='Reference']/node()"/>
    public BilingualText Reference
    {
        get;
        init => field = Given.Value(value).Filled;
    } = Given.Value(Reference).Filled;

    /// <summary>A web address of the document, where the file gives one.</summary>
    public string? Href { get; init; }

    /// <summary>What the author of the file adds, such as a reading that was chosen; the same in both languages where it
    /// gives one.</summary>
    public BilingualText? Note
    {
        get;
        init => field = value?.Filled;
    }

    /// <summary>True where the value is illustrative (<c>status: example</c>) and not law.</summary>
    public bool IsExample { get; init; }

    /// <summary>The reference and its place, such as <c>District plan 2020, item 2 [2-basic.yaml:12]</c>; the place alone where nothing is
    /// cited.</summary>
    public string In(Language language) => Reference.IsEmpty ? $"[{Place.Row}]" : $"{Reference.In(language)} [{Place.Row}]";

    /// <summary>As <see cref="In"/>, in English.</summary>
    public override string ToString() => In(Language.English);
}
