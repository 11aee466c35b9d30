using System.Collections.Concurrent;
using ReimbursementRules.Checks;
using ReimbursementRules.Engines;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Engines;

/// <summary>A rulebook with each of the engines.</summary>
/// <param name="ByGrid">With the built-in engine.</param>
/// <param name="ByRules">With NRules.</param>
/// <param name="Sets">The tables of the rulebook, as each engine compiled them.</param>
internal sealed record Compared(Rulebook ByGrid, Rulebook ByRules, IReadOnlyList<(RuleSet Set, IRuleMatcher Grid, IRuleMatcher Rules)> Sets)
{
    private static readonly ConcurrentDictionary<string, Lazy<Compared>> Loaded = new(StringComparer.Ordinal);

    /// <summary>The rulebooks below <c>rules</c>, by folder.</summary>
    public static IEnumerable<string> Folders =>
        RulebookCheck.Folders(Repository.Rules).Select(folder => Path.GetRelativePath(Repository.Rules, folder).Replace('\\', '/'));

    /// <summary>Those of this repository and all random ones; each is compiled once in a test run.</summary>
    public static IEnumerable<Compared> All => Folders.Select(Of).Concat(Random);

    public static IEnumerable<Compared> Random =>
        Enumerable.Range(0, RandomRulebooks.Count).Select(seed => Of($"random {seed}", RandomRulebooks.Texts(seed).Load));

    public static Compared Of(string folder) => Of(folder, load => load(Repository.In("rules", folder)));

    private static Compared Of(string name, Func<Func<string, Rulebook>, Rulebook> load) =>
        Loaded.GetOrAdd(name, _ => new(() => Compile(load))).Value;

    private static Compared Compile(Func<Func<string, Rulebook>, Rulebook> load)
    {
        var (grid, rules) = (new RecordingEngine(new GridEngine()), new RecordingEngine(new NRulesEngine()));
        var (byGrid, byRules) = (load(folder => Rulebook.Load(folder, grid)), load(folder => Rulebook.Load(folder, rules)));
        return new(byGrid, byRules, [.. grid.Compiled.Zip(rules.Compiled, (a, b) => (a.Set, a.Matcher, b.Matcher))]);
    }

    /// <summary>Keeps what an engine was given to compile, and what it made of it.</summary>
    private sealed class RecordingEngine(IRuleEngine engine) : IRuleEngine
    {
        public List<(RuleSet Set, IRuleMatcher Matcher)> Compiled { get; } = [];

        public IRuleMatcher Compile(RuleSet rules)
        {
            Compiled.Add((rules, engine.Compile(rules)));
            return Compiled[^1].Matcher;
        }
    }
}
