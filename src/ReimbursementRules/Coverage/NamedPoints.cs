using ReimbursementRules.Layers;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Coverage;

/// <summary>The parameters and lists of a rulebook as points, each made when a row first names it.</summary>
internal sealed class NamedPoints(PointBook book, IndexPolicy index)
{
    private readonly Dictionary<string, DatedPoints> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DatedPoints> _parameters = new(StringComparer.Ordinal);

    /// <summary>The lists that conditions name, with those that these are made of. A list of one version decides nothing that its rows do
    /// not show.</summary>
    public IEnumerable<DatedPoints> Lists(IEnumerable<ConditionPolicy> conditions, Asking asking)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in conditions.SelectMany(condition => condition.Lists))
            AddWithin(list.Text, names);
        foreach (var name in names)
            if (index.Lists[name].Versions.Count > 1)
                yield return _lists.TryGetValue(name, out var known)
                    ? known
                    : _lists[name] = DatedPoints.OfList(book, name, index.Lists[name], asking);
    }

    /// <summary>The parameter from which a value is computed; null for none.</summary>
    public DatedPoints? Parameter(object? value, Asking asking)
    {
        if (value is not Amount { ParameterValues: { } versions })
            return null;
        foreach (var (name, stated) in index.Parameters)
            if (stated.SequenceEqual(versions))
                return _parameters.TryGetValue(name, out var known)
                    ? known
                    : _parameters[name] = DatedPoints.OfParameter(book, name, stated, asking);
        return null;
    }

    private void AddWithin(string name, HashSet<string> names)
    {
        if (index.Lists.TryGetValue(name, out var list) && names.Add(name))
            foreach (var within in list.Versions.SelectMany(version => version.Value.Of))
                AddWithin(within.Text, names);
    }
}
