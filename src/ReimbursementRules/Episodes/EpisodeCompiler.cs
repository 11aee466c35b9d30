using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Episodes;

/// <summary>Turns the episodes of a policy into conditions that can be asked. They are asked before claims are settled, so they share no
/// table with settling.</summary>
internal sealed class EpisodeCompiler(Policy policy, IReadOnlyList<EpisodePolicy> stated, DatedLists lists, ProblemLog problems)
{
    /// <summary>What follows from the claims before, which are not put together yet.</summary>
    private static readonly string[] OfOtherClaims = [.. KnownFacts.OfAdmission, .. KnownFacts.Linked];

    private readonly AskedFacts _vocabulary = new(policy.Index, lists, problems);

    /// <summary>Compiles the episodes; null where there are none, or after a problem.</summary>
    public Assembling? Compile(IRuleEngine engine, Register? register)
    {
        if (stated.Count == 0)
            return null;
        var tables = new TableRegistry(_vocabulary, policy.OneDay, problems);
        var episodes = stated.Select(episode => Episode(episode, tables)).ToList();
        var rules = tables.Build();
        return !problems.IsEmpty ? null : new(episodes, new(policy.Index, register, _vocabulary.Asked, rules, engine));
    }

    private Episode Episode(EpisodePolicy episode, TableRegistry tables)
    {
        foreach (var condition in episode.Earlier.Concat(episode.Later).Where(_vocabulary.IsOfItem))
            problems.Wrong(
                condition.Fact,
                "fact.item",
                $"'{condition.Fact.Text}' is asked of an item and cannot decide here. Ask it under 'items'.",
                $"{ClaimNames.Quoted(condition.Fact.Text)}是项目的事实，不能在此使用。请放到“items”下。"
            );
        foreach (var condition in episode.Items.Where(condition => !condition.Fact.Text.StartsWith("item.", StringComparison.Ordinal)))
            problems.Wrong(
                condition.Fact,
                "fact.claim",
                $"'{condition.Fact.Text}' is not asked of an item. Put it under 'earlier' or 'later'.",
                $"{ClaimNames.Quoted(condition.Fact.Text)}不是项目的事实。请放到“earlier”或“later”下。"
            );
        foreach (
            var condition in episode
                .Earlier.Concat(episode.Later)
                .Concat(episode.Items)
                .Where(condition => OfOtherClaims.Contains(condition.Fact.Text))
        )
            problems.Wrong(
                condition.Fact,
                "episode.fact",
                $"'{condition.Fact.Text}' follows from other claims, which are not put together yet. Ask it in a gate or layer.",
                $"{ClaimNames.Quoted(condition.Fact.Text)}取决于其他单据，而此时尚未合并。请在关口或待遇层中使用。"
            );
        return new(
            Table(episode, "earlier", episode.Earlier, tables),
            Table(episode, "later", episode.Later, tables),
            episode.Items.Count == 0 ? null : Table(episode, "items", episode.Items, tables),
            episode.WithinDays,
            episode.SameProvider,
            episode.SameDisease,
            episode.IntoLater
        );
    }

    private Table<bool> Table(EpisodePolicy episode, string name, ConditionsPolicy conditions, TableRegistry tables) =>
        tables.Add(
            new(name) { Section = "episodes", Owner = episode.Id },
            conditions,
            episode.Source,
            policy.Index.From,
            policy.Index.DecidedBy
        );
}
