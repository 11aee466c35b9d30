using ReimbursementRules.Checklists;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Engines;
using ReimbursementRules.Episodes;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;
using ReimbursementRules.Settling;
using ReimbursementRules.Targets;

namespace ReimbursementRules;

/// <summary>What the files of a rulebook state: how claims are settled, and each feature beside that, read by its own folder.</summary>
internal sealed record RulebookPolicy(
    Policy Policy,
    RegistersPolicy Registers,
    IReadOnlyList<EpisodePolicy> Episodes,
    TargetsPolicy Targets,
    IReadOnlyList<ChecklistPolicy> Checklists,
    IReadOnlyList<ContractPolicy> Contracts,
    ContributionsPolicy? Contributions
)
{
    /// <summary>Reads a folder, and those on which it builds, noting every problem of every file; null where something essential is not
    /// there at all.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="store">Where the folders are; the disk where left out.</param>
    public static RulebookPolicy? Read(string folder, ProblemLog problems, PolicyStore? store = null)
    {
        if (PolicyFiles.Open(folder, store ?? PolicyStore.Disk, problems) is not { } files)
            return null;
        SameTables.Settle(files, StepCompiler.KeysOf);
        var policy = PolicyReader.Read(files, StepCompiler.Read);
        var read = new RulebookPolicy(
            policy!,
            RegisterReader.Read(files),
            EpisodeReader.Read(files),
            TargetReader.Read(files, problems),
            ChecklistReader.Read(files),
            ContractReader.Read(files),
            ContributionReader.Read(files)
        );
        return policy is null ? null : read;
    }

    /// <summary>Compiles what looks at claims.</summary>
    /// <param name="engine">Chooses the rows of tables.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ClaimParts Compile(IRuleEngine engine, ProblemLog problems)
    {
        var of = RulebookCompiler.Compile(Policy, Registers, Targets.Conditions, engine, problems);
        var episodes = new EpisodeCompiler(Policy, Episodes, of.Lists, problems).Compile(engine, of.Register);
        var tableTargets = new TableTargetCompiler(Policy, of.Vocabulary, of.Names, problems).Compile(Targets.OfTables);
        var claimTargets = new ClaimTargetCompiler(Policy, of.Lists, of.Names, problems).Compile(Targets.OfClaims, engine, of.Register);
        return new(problems.IsEmpty ? of.Book : null, episodes, new(tableTargets, claimTargets));
    }
}

/// <summary>What looks at claims: the rulebook that settles them, the episodes before, the targets after.</summary>
/// <param name="Book">The rulebook; null after a problem.</param>
/// <param name="Episodes">Puts claims together; null where there are no episodes.</param>
/// <param name="Targets">What tables and settled claims must satisfy.</param>
internal sealed record ClaimParts(CompiledRulebook? Book, Assembling? Episodes, TargetBook Targets);
