using ReimbursementRules.Cases;
using ReimbursementRules.Checklists;
using ReimbursementRules.Checks;
using ReimbursementRules.Contributions;
using ReimbursementRules.Layers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>Everything of a rulebook that cases can reach; looks while they run.</summary>
internal sealed class CoverageWatch : ICaseWatch
{
    private readonly GatePoints[] _gates;
    private readonly CataloguePoints _catalogue;
    private readonly LayerPoints[] _layers;
    private readonly WayPoints[] _episodes;
    private readonly Dictionary<FilePlace, WayPoints> _criteria;
    private readonly Dictionary<string, WayPoints> _targets;
    private readonly (ContractPoints OfYear, ContractPoints OfLines)[] _contracts;
    private readonly Dictionary<string, PlanPoints> _plans;

    public CoverageWatch(Rulebook rulebook)
    {
        var compiled = rulebook.Compiled;
        var names = new NamedPoints(Points, compiled.Index);
        _gates = [.. compiled.Policy.Gates.Select(gate => new GatePoints(compiled, gate, Points, names))];
        _catalogue = new(compiled, Points, names);
        _layers = [.. compiled.Layers.Select(layer => new LayerPoints(compiled, layer.Index, Points, names))];
        _episodes =
        [
            .. rulebook.Policy.Episodes.Select(episode => new WayPoints(
                Points,
                episode.Source.Place,
                CoverageKind.Episode,
                "episode",
                $"episodes.{episode.Id}",
                "joins",
                "keeps_apart"
            )),
        ];
        _criteria = rulebook
            .Policy.Checklists.SelectMany(checklist => checklist.Criteria.Select(criterion => (checklist, criterion)))
            .ToDictionary(
                one => one.criterion.Source.Place,
                one => new WayPoints(
                    Points,
                    one.criterion.Source.Place,
                    CoverageKind.Criterion,
                    "criterion",
                    $"{one.checklist.Id}.{one.criterion.Id}",
                    "met",
                    "unmet"
                )
            );
        _targets = (rulebook.Targets.OfClaims?.All ?? []).ToDictionary(
            target => target.Policy.Id,
            target => new WayPoints(
                Points,
                target.Policy.Source.Place,
                CoverageKind.Target,
                "target",
                $"targets.{target.Policy.Id}",
                "met",
                "missed"
            ),
            StringComparer.Ordinal
        );
        _contracts =
        [
            .. rulebook.Contracts.Select(contract =>
                (
                    new ContractPoints(contract.Compiled.Policy, contract.Compiled.OfYear, Asking.OfMonths, Points, names),
                    new ContractPoints(contract.Compiled.Policy, contract.Compiled.OfLines, Asking.OfLines, Points, names)
                )
            ),
        ];
        _plans = rulebook.Contributions.ToDictionary(
            plan => plan.Id,
            plan => new PlanPoints(plan.Compiled, Points, names),
            StringComparer.Ordinal
        );
    }

    public PointBook Points { get; } = new();

    public void Ran(CaseResult result) => Points.End(result);

    public void Settled(Desk desk, IReadOnlyList<SkipReason?> skips, SettlementStatus status)
    {
        foreach (var gate in _gates)
            gate.Settled(desk);
        if (status == SettlementStatus.Refused)
            return;
        _catalogue.Settled(desk);
        for (var layer = 0; layer < _layers.Length; layer++)
            _layers[layer].Settled(desk, skips[layer]);
        foreach (ref readonly var line in desk.Bill.Lines)
            if (line.IsOfLayer)
                _layers[desk.Bill.Legend.Steps[line.Step].Layer].Line(line, desk);
    }

    public void Assembled(int episode, bool moved) => _episodes[episode].Reach(Points, moved ? "joins" : "keeps_apart");

    public void Asked(CriterionPolicy criterion, bool isMet) => _criteria[criterion.Source.Place].Reach(Points, isMet ? "met" : "unmet");

    public void Contributed(CompiledPlan plan, Contributor contributor) => _plans[plan.Id].Contributed(contributor);

    public void Looked(int contract, bool isOfLines, (int Row, int Band) at, DateOnly day) =>
        (isOfLines ? _contracts[contract].OfLines : _contracts[contract].OfYear).Looked(at, day);

    public void Measured(ClaimTargetPolicy target, ClaimTargetResult result)
    {
        foreach (var group in result.Groups)
            _targets[target.Id]
                .Reach(
                    Points,
                    group.Status == TargetStatus.Met ? "met"
                        : group.Status == TargetStatus.Missed ? "missed"
                        : ""
                );
    }
}
