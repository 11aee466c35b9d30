namespace ReimbursementRules.Values;

/// <summary>A place in a file.</summary>
/// <param name="File">The file's name without its folder; its path seen from the rulebook, such as <c>../province/2-basic.yaml</c>, where
/// another folder has it;
/// <c>claim</c> for a claim built in code; or the name of a rule of a program's own.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
/// <param name="Column">The column, from 1; 0 where there is none.</param>
public sealed partial record FilePlace(string File, int Line, int Column)
{
    /// <inheritdoc cref="FilePlace" path="/param[@name='File']/node()"/>
    public string File
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(File);

    /// <summary>Whether the file lies in another folder, on which the rulebook builds.</summary>
    internal bool IsInherited => File.Contains('/', StringComparison.Ordinal);

    /// <summary>The place without its column, or the file alone where there is no line.</summary>
    internal string Row => Line == 0 ? File : $"{File}:{Line}";

    /// <summary>The place that a part of the text, which begins here, has in the whole.</summary>
    /// <param name="place">The place in the part.</param>
    internal FilePlace Within(FilePlace place) => Within(place.Line, place.Column);

    /// <summary>As <see cref="Within(FilePlace)"/>, of a line and a column in the part.</summary>
    internal FilePlace Within(int line, int column) =>
        new(File, Line + Math.Max(0, line - 1), line <= 1 ? Column + Math.Max(0, column - 1) : column);

    /// <summary>The place as <c>file:line:column</c>, or the file alone where there is no line.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
