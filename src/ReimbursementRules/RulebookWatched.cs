using ReimbursementRules.Checklists;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Settling;
using ReimbursementRules.Targets;

namespace ReimbursementRules;

/// <content>Rulebooks at which something looks while they work.</content>
public sealed partial class Rulebook
{
    /// <summary>Looks at what the rulebook does; null where nothing does. Rulebooks that are made of this one have none.</summary>
    internal IRulebookWatch? Watch { get; private init; }

    /// <summary>What the files state.</summary>
    internal RulebookPolicy Policy => _policy;

    /// <summary>The same rulebook, at which nothing looks.</summary>
    internal Rulebook Unwatched() => Watch is null ? this : new(_policy, _parts, Contracts, Contributions, _engine, _own, _observer);

    /// <summary>The same rulebook, at which something looks while it works.</summary>
    internal Rulebook Watched(IRulebookWatch watch) =>
        new(
            _policy,
            _parts,
            [.. Contracts.Index().Select(one => new ProviderContract(Watched(one.Item.Compiled, one.Index, watch)))],
            Contributions,
            _engine,
            _own,
            _observer
        )
        {
            Watch = watch,
        };

    private static CompiledContract Watched(CompiledContract contract, int index, IRulebookWatch watch) =>
        contract with
        {
            OfYear = contract.OfYear with { Watch = (row, band, day) => watch.Looked(index, false, (row, band), day) },
            OfLines = contract.OfLines with { Watch = (row, band, day) => watch.Looked(index, true, (row, band), day) },
        };
}

/// <summary>Looks at what a rulebook does, row by row.</summary>
internal interface IRulebookWatch : ISettlingWatch
{
    /// <summary>Several claims of a member were looked at by an episode.</summary>
    /// <param name="episode">The place of the episode.</param>
    /// <param name="moved">Whether any item moved.</param>
    void Assembled(int episode, bool moved);

    /// <summary>A criterion was asked of an applicant.</summary>
    void Asked(CriterionPolicy criterion, bool isMet);

    /// <summary>A contribution was computed.</summary>
    void Contributed(CompiledPlan plan, Contributor contributor);

    /// <summary>A step of a contract looked at a row.</summary>
    /// <param name="contract">The place of the contract.</param>
    /// <param name="isOfLines">Whether the table is asked of each line, and not of the provider's year.</param>
    /// <param name="at">The row's place among all rows of these tables, and that of the band that was used; -1 for the row as such.</param>
    /// <param name="day">The day on which it was asked.</param>
    void Looked(int contract, bool isOfLines, (int Row, int Band) at, DateOnly day);

    /// <summary>A target on claims was measured.</summary>
    void Measured(ClaimTargetPolicy target, ClaimTargetResult result);
}
