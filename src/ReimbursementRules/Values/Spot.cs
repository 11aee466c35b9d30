namespace ReimbursementRules.Values;

/// <summary>Where something stands in what was handed in: its place in a file, and its path.</summary>
/// <param name="Place">The place in a file.</param>
/// <param name="List">The list of which an element is looked at, such as <c>items</c>; empty where all of it is.</param>
/// <param name="Index">The element, from 0.</param>
internal readonly record struct Spot(FilePlace Place, string List = "", int Index = 0)
{
    private readonly string? _field;

    /// <summary>A field there.</summary>
    public Spot Of(string field) => new(Place, List, Index, field);

    private Spot(FilePlace place, string list, int index, string field)
        : this(place, list, index) => _field = field;

    /// <summary>The path, such as <c>items[2].class</c>; made only when it is told.</summary>
    public string Path => List.Length == 0 ? _field ?? "" : $"{List}[{Digits.Show(Index)}]{(_field is null ? "" : ".")}{_field}";
}
