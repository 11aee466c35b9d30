using System.Collections.Frozen;
using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What something is called that files name by an id.</summary>
/// <param name="Id">The id, as files write it.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Zh">Its name in Chinese.</param>
/// <param name="Also">What else it is called, by whoever writes a claim.</param>
internal sealed record Term(string Id, string En, string Zh, params ImmutableArray<string> Also)
{
    /// <summary>The words that it takes; empty where it takes none of its own.</summary>
    public ImmutableArray<Term> Words { get; init; } = [];

    public BilingualText Text => field ??= new(En, Zh);

    /// <summary>Everything that it may be called.</summary>
    public IEnumerable<string> Names => [Id, En, Zh, .. Also];
}

/// <summary>Terms by their ids and, where they are looked up so, by everything that they are called: no two by the same.</summary>
internal sealed class TermTable
{
    private readonly FrozenDictionary<string, Term> _byId;
    private readonly Lazy<FrozenDictionary<string, Term>> _byName;

    public TermTable(IEnumerable<Term> terms)
    {
        All = [.. terms];
        _byId = All.ToFrozenDictionary(term => term.Id, StringComparer.Ordinal);
        _byName = new(() =>
            All.SelectMany(term => term.Names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (name, term)))
                .ToFrozenDictionary(pair => pair.name, pair => pair.term, StringComparer.OrdinalIgnoreCase)
        );
    }

    public ImmutableArray<Term> All { get; }

    public Term? Of(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The term of a name; blanks around it, letters of either case and full-width letters make no difference.</summary>
    public Term? Called(string name) => _byName.Value.GetValueOrDefault(PlainWord.Of(name));
}
