using ReimbursementRules.Tables;

namespace ReimbursementRules.Targets;

/// <summary>The targets on realised claims, and the questions that their conditions ask of claims.</summary>
internal sealed record ClaimTargets(IReadOnlyList<ClaimTarget> All, ClaimQuestions Questions)
{
    /// <summary>The target of a name alone; null where there is none.</summary>
    public ClaimTargets? Only(string id) => All.FirstOrDefault(one => one.Policy.Id == id) is { } only ? this with { All = [only] } : null;

    /// <summary>Every figure that some target asks, with the place that asks it first.</summary>
    public IEnumerable<(string Name, ClaimTarget By)> Figures =>
        All.SelectMany(one => one.Figures.Select(name => (Name: name, By: one))).DistinctBy(pair => pair.Name);
}

/// <summary>A target on realised claims, compiled.</summary>
/// <param name="Policy">What the file states.</param>
/// <param name="When">Which claims are looked at; null for all.</param>
/// <param name="Any">What is measured; one within its bound suffices.</param>
internal sealed record ClaimTarget(ClaimTargetPolicy Policy, Table<bool>? When, IReadOnlyList<Measure> Any)
{
    /// <summary>The names of the figures that it asks.</summary>
    public IEnumerable<string> Figures =>
        Any.SelectMany(measure => measure.Sums).SelectMany(sum => sum.WithLess).Select(sum => sum.Figure).OfType<string>().Distinct();

    /// <summary>Whether it asks about items.</summary>
    public bool AsksItems =>
        Any.SelectMany(measure => measure.Sums)
            .SelectMany(sum => sum.WithLess)
            .Any(sum => sum.Items is not null || sum.Kind == SumKind.Varieties);
}

/// <summary>A quotient with its bound, and what it is compared with.</summary>
internal sealed record Measure(Quotient Of, Quotient? Against, bool AgainstAll, MeasureBound Bound)
{
    public IEnumerable<Sum> Sums => new[] { Of.Numerator, Of.Denominator, Against?.Numerator, Against?.Denominator }.OfType<Sum>();
}

/// <summary>One sum divided by another; by one where there is no other.</summary>
internal sealed record Quotient(Sum Numerator, Sum? Denominator);

/// <summary>A sum over claims, or a figure.</summary>
/// <param name="Kind">What is added up.</param>
/// <param name="Parts">The parts of the bill; empty for other kinds.</param>
/// <param name="Figure">The name of the figure; null for a sum.</param>
/// <param name="Payers">Whose payments count; null for all.</param>
/// <param name="When">Which claims count; null for all.</param>
/// <param name="Items">Which items count; null for all.</param>
/// <param name="Less">What is taken off; null for nothing.</param>
internal sealed record Sum(
    SumKind Kind,
    IReadOnlyList<string> Parts,
    string? Figure,
    IReadOnlySet<string>? Payers,
    Table<bool>? When,
    Table<bool>? Items,
    Sum? Less
)
{
    public IEnumerable<Sum> WithLess => Less is null ? [this] : Less.WithLess.Prepend(this);
}

/// <summary>What is added up. Amounts are in cents; what is counted is counted in hundredths, so that every quotient is one of yuan or of
/// things.</summary>
internal enum SumKind
{
    Claims,
    Days,
    Bill,
    Paid,
    Patient,
    Fees,
    Varieties,
    Part,
    Figure,
}
