using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Targets;

/// <summary>A rulebook and its baseline, by the values in force last, in facts that fit both.</summary>
internal sealed class JointBaseline
{
    private const int OfBook = 0;
    private const int OfBaseline = 1;
    private const int OfTargets = 2;

    private readonly CompiledRulebook _book;
    private readonly AskedFacts _targets;
    private readonly JointFacts _facts;

    /// <summary>The facts of the baseline that the rulebook does not know, by their place in the baseline.</summary>
    private readonly HashSet<int> _unknown;

    private JointBaseline(CompiledRulebook book, CompiledRulebook baseline, IReadOnlyList<TableTarget> targets, ProblemLog problems)
    {
        (_book, Baseline) = (book, baseline);
        _targets = new(book.Index, new(book.Index.Lists), problems);
        _unknown = [.. baseline.Asked.Where(fact => !fact.IsDay && !_targets.TryAsk(fact)).Select(fact => fact.Index)];
        HashSet<string> asked = [.. book.Asked.Concat(_targets.Asked).Select(fact => fact.Fact.Name)];
        _targets.Declare(
            targets
                .Where(target => target.Policy.IsAgainstBaseline)
                .SelectMany(target => target.Policy.When)
                .Where(condition => asked.Contains(condition.Fact.Text))
        );
        _facts = new([book.Asked, baseline.Asked, _targets.Asked], DateOnly.MaxValue, []);
    }

    /// <summary>The baseline, compiled.</summary>
    public CompiledRulebook Baseline { get; }

    /// <summary>Reads the baseline; null where there is none that is a rulebook of its own.</summary>
    /// <param name="book">The rulebook.</param>
    /// <param name="targets">Its targets.</param>
    /// <param name="problems">Takes what the targets turn out to ask wrongly.</param>
    /// <exception cref="PolicyException">The baseline has problems.</exception>
    public static JointBaseline? Load(CompiledRulebook book, IReadOnlyList<TableTarget> targets, ProblemLog problems)
    {
        if (book.Baseline is not { } path || !File.Exists(Path.Combine(path, "index.yaml")))
            return null;
        var ofBaseline = new ProblemLog();
        var baseline = RulebookPolicy.Read(path, ofBaseline)?.Compile(new GridEngine(), ofBaseline);
        ofBaseline.ThrowForPolicy();
        return new(book, baseline!.Book!, targets, problems);
    }

    /// <summary>Every case that a target asks of the tables of a step, those of the rulebook first.</summary>
    public Combinations Cases(TableTargetPolicy target, StatedTables here, StatedTables there)
    {
        var when = _facts.Joint(
            OfTargets,
            target.When.Select(condition => _targets.BindAsked(condition, _book.Index.From)).OfType<RuleCondition>()
        );
        return new(
            [
                .. TableTargetChecks.Tables(_book, here).Select(table => _facts.Joint(OfBook, RuleTables.Narrowed(table))),
                .. TableTargetChecks.Tables(Baseline, there).Select(table => _facts.Joint(OfBaseline, Known(RuleTables.Narrowed(table)))),
            ],
            _facts.RuleFacts,
            when,
            (fact, _) => _facts.Allowed(fact).Where(code => IsKnown(fact, code) && Combinations.Allows(when, fact, code))
        );
    }

    /// <summary>Whether the rulebook knows a word, if only to ask it in a target.</summary>
    private bool IsKnown(int fact, int code) =>
        Combinations.Allows(
            ((RuleCondition?[])[_facts.Known(OfBook, fact), _facts.Known(OfTargets, fact)]).OfType<RuleCondition>(),
            fact,
            code
        );

    /// <summary>A table of the baseline where each fact that the rulebook does not know is at its default.</summary>
    private RuleTable Known(RuleTable table) =>
        RuleTables.Kept(
            table,
            row =>
                row.Conditions.All(condition => !_unknown.Contains(condition.Fact) || condition.Codes.Contains(Default(condition.Fact)))
                    ? [.. row.Conditions.Where(condition => !_unknown.Contains(condition.Fact))]
                    : null
        );

    private int Default(int fact) => Baseline.Asked[fact] is { Fact.Default: { } word } asked ? asked.CodeOf(word) : -1;
}
