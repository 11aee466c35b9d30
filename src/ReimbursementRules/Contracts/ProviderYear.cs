using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>A provider's year: what a contract asks of the provider, and what the fund's members used there.</summary>
public sealed partial record ProviderYear
{
    /// <summary>The first day of the year: the day on which the rulebook's benefit year begins. The year has twelve months from this day
    /// on.</summary>
    public required DateOnly Starts { get; init; }

    /// <summary>The provider.</summary>
    public required Provider Provider
    {
        get;
        init => field = Given.Value(value);
    }

    /// <summary>The rulebook's own facts of the provider, such as a grade or a score, by name.</summary>
    public ImmutableDictionary<string, string> Attributes
    {
        get;
        init => field = Given.Named(value);
    } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The heads enrolled with the provider, 0 to 1,000,000,000,000; needed where a standard is paid for each.</summary>
    public long? Heads { get; init; }

    /// <summary>The persons treated in the year, each counted once, 0 to 1,000,000,000,000; the sum of what the lines state where not
    /// stated.</summary>
    public long? Persons { get; init; }

    /// <summary>Realised claims and monthly totals, each once: an id that is stated stands on one line. Their order decides only the order
    /// of the trace.</summary>
    public ImmutableArray<ProviderLine> Lines
    {
        get;
        init => field = Given.Each(value);
    } = [];

    /// <summary>What was denied in the year; none for a contract without a step of kind <c>denials</c>.</summary>
    public ImmutableArray<Denial> Denied
    {
        get;
        init => field = Given.Each(value);
    } = [];

    internal FilePlace? Place { get; init; }

    /// <summary>Reads a year with its monthly totals from a YAML file, or a JSON file where the name ends in <c>.json</c>.</summary>
    /// <exception cref="InputException">The file is not a provider's year; every problem is listed.</exception>
    public static ProviderYear Load(string path) => ProviderYearReader.ReadFile(path);
}

/// <summary>An amount of the fund's part that is denied for a breach; the provider bears it.</summary>
/// <param name="Amount">The amount, above zero.</param>
/// <param name="Reason">Why: a word or code, not empty.</param>
public sealed partial record Denial(Money Amount, string Reason)
{
    /// <inheritdoc cref="Denial" path="/param[@name='Reason']/node()"/>
    public string Reason
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Reason);

    /// <summary>The id of the claim of which it is denied, and of which no more can be denied than the fund's part; empty where it is of no
    /// single claim.</summary>
    public string Claim
    {
        get;
        init => field = Given.Value(value);
    } = "";

    internal FilePlace? Place { get; init; }
}
