using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Targets;

/// <summary>Binds the targets on realised claims. Their conditions are asked of settled claims, so they share no table with
/// settling.</summary>
internal sealed class ClaimTargetCompiler(Policy policy, DatedLists lists, Names names, ProblemLog problems)
{
    private static readonly string[] Words = ["claims", "days", "bill", "paid", "patient", "fees", "varieties"];

    private readonly AskedFacts _vocabulary = new(policy.Index, lists, problems);
    private TableRegistry _tables = null!;
    private int _named;

    /// <summary>Compiles the targets; null where there are none, or after a problem.</summary>
    public ClaimTargets? Compile(IReadOnlyList<ClaimTargetPolicy> targets, IRuleEngine engine, Register? register)
    {
        if (targets.Count == 0)
            return null;
        _tables = new(_vocabulary, policy.OneDay, problems);
        var all = targets.Select(ClaimTarget).ToList();
        var rules = _tables.Build();
        return !problems.IsEmpty ? null : new(all, new(policy.Index, register, _vocabulary.Asked, rules, engine));
    }

    private ClaimTarget ClaimTarget(ClaimTargetPolicy target) =>
        new(
            target,
            OfClaim(target, target.When),
            [
                .. target.Any.Select(measure => new Measure(
                    Quotient(target, measure.Of),
                    measure.Against is { } other ? Quotient(target, other) : null,
                    measure.AgainstAll,
                    measure.Bound
                )),
            ]
        );

    private Quotient Quotient(ClaimTargetPolicy target, QuotientPolicy of) =>
        new(Sum(target, of.Measure), of.Per is { } per ? Sum(target, per) : null);

    private Sum Sum(ClaimTargetPolicy target, SumPolicy sum)
    {
        var kind = Kind(sum);
        sum.Funds?.Check(policy.Index, problems);
        if (sum.Funds is not null && kind != SumKind.Paid)
            problems.Add(
                sum.Place,
                "measure.fund",
                "only what is paid is paid by a fund. Write 'sum: paid', or leave 'fund' out.",
                "只有支付额（paid）可按基金区分。请写“sum: paid”，或删去“fund”。"
            );
        if (sum.Items.Count > 0 && kind is not (SumKind.Fees or SumKind.Varieties))
            problems.Add(
                sum.Place,
                "measure.items",
                "only fees and varieties are those of some items. Write 'sum: fees' or 'sum: varieties', or leave 'items' out.",
                "只有 fees 与 varieties 可按项目区分。请写“sum: fees”或“sum: varieties”，或删去“items”。"
            );
        return new(
            kind,
            kind == SumKind.Part ? Legend.PartsOf(sum.Word!.Text, names.Parts) : [],
            sum.Figure,
            sum.Funds is { } funds
                ? policy
                    .Index.Payers.Where(payer => funds.Has(payer.Id, payer.NationalFund))
                    .Select(payer => payer.Id)
                    .ToHashSet(StringComparer.Ordinal)
                : null,
            OfClaim(target, sum.When),
            OfItem(target, sum.Items),
            sum.Less is { } less ? Sum(target, less) : null
        );
    }

    private SumKind Kind(SumPolicy sum)
    {
        if (sum.Word is not { } word)
            return SumKind.Figure;
        if (Array.IndexOf(Words, word.Text) is >= 0 and var kind)
            return (SumKind)kind;
        var hint = problems.Hint(word.Text, Words.Concat(names.Offered));
        if (!names.Offered.Contains(word.Text))
            problems.Wrong(
                word,
                "measure.sum",
                $"'{word.Text}' is nothing that can be added up over claims.{hint.En}",
                $"“{word.Text}”不能按单据合计。{hint.Zh}"
            );
        return SumKind.Part;
    }

    private Table<bool>? OfClaim(ClaimTargetPolicy target, ConditionsPolicy conditions)
    {
        foreach (var condition in conditions.Where(_vocabulary.IsOfItem))
            problems.Wrong(
                condition.Fact,
                "fact.item",
                $"'{condition.Fact.Text}' is asked of an item and cannot decide here. Ask it under 'items'.",
                $"{ClaimNames.Quoted(condition.Fact.Text)}是项目的事实，不能在此使用。请放到“items”下。"
            );
        return Table(target, conditions);
    }

    private Table<bool>? OfItem(ClaimTargetPolicy target, ConditionsPolicy conditions)
    {
        foreach (var condition in conditions.Where(condition => !condition.Fact.Text.StartsWith("item.", StringComparison.Ordinal)))
            problems.Wrong(
                condition.Fact,
                "fact.claim",
                $"'{condition.Fact.Text}' is not asked of an item. Put it under 'when'.",
                $"{ClaimNames.Quoted(condition.Fact.Text)}不是项目的事实。请放到“when”下。"
            );
        return Table(target, conditions);
    }

    private Table<bool>? Table(ClaimTargetPolicy target, ConditionsPolicy conditions)
    {
        foreach (var condition in conditions.Where(condition => KnownFacts.OfAdmission.Contains(condition.Fact.Text)))
            problems.Wrong(
                condition.Fact,
                "measure.fact",
                $"'{condition.Fact.Text}' follows from the history, which is not at hand here. Leave it out.",
                $"“{condition.Fact.Text}”取决于累计情况，此处无从得知。请删去。"
            );
        return conditions.Count == 0
            ? null
            : _tables.Add(
                new((++_named).ToString(CultureInfo.InvariantCulture)) { Section = "targets", Owner = target.Id },
                conditions,
                target.Source,
                policy.Index.From,
                policy.Index.DecidedBy
            );
    }
}
