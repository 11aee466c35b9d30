using System.Diagnostics;
using System.Text.Json.Nodes;
using ReimbursementRules.Cases;
using ReimbursementRules.Checklists;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Episodes;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Targets;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Checks;

/// <summary>The kinds of cases that there are. A new one has its line here, and its runner below.</summary>
internal static class CaseKinds
{
    private static readonly CaseKind[] All =
    [
        ClaimsCase.Kind,
        SolveCase.Kind,
        AssembledCase.Kind,
        ApplicantCase.Kind,
        LedgerCase.Kind,
        ContractCase.Kind,
        ContributionCase.Kind,
        TargetCase.Kind,
    ];

    /// <summary>The keys of a case of any kind.</summary>
    public static KeyTable Keys { get; } = CaseReader.Keys(All);

    /// <summary>The keys of a file that states defaults before its cases.</summary>
    public static KeyTable FileKeys { get; } = CaseReader.FileKeys(Keys);

    /// <summary>The form of a file: a list of cases, or defaults and cases.</summary>
    public static JsonObject Form(SchemaDraft draft) => ValueForms.AnyOf(ValueForms.List(Keys.Schema)(draft), FileKeys.Schema(draft));

    public static IReadOnlyList<Case> ReadFile(string path, ProblemLog problems) => CaseReader.ReadFile(path, All, problems);

    public static IReadOnlyList<Case> ReadText(string name, string text, ProblemLog problems) =>
        CaseReader.ReadText(name, text, All, problems);

    /// <summary>Runs a case of a rulebook whose tables came out against its targets as <paramref name="ofTables"/> says.</summary>
    public static CaseResult Run(Rulebook rulebook, Case @case, IReadOnlyList<TargetResult> ofTables) =>
        ResultOf(rulebook, @case, ofTables) with
        {
            IsUnsigned = @case.IsUnsigned,
        };

    private static CaseResult ResultOf(Rulebook rulebook, Case @case, IReadOnlyList<TargetResult> ofTables) =>
        @case switch
        {
            ClaimsCase claims => ClaimsRunner.Run(rulebook, claims),
            SolveCase solve => SolveRunner.Run(rulebook, solve),
            AssembledCase claims => AssembledCase.Run(rulebook, claims),
            ApplicantCase applicant => ApplicantRunner.Run(rulebook, applicant),
            LedgerCase ledger => LedgerRunner.Run(rulebook, ledger),
            ContractCase contract => ContractRunner.Run(rulebook, contract),
            ContributionCase contribution => ContributionRunner.Run(rulebook, contribution),
            TargetCase target => TargetRunner.Run(rulebook, target, ofTables),
            _ => throw new UnreachableException($"{@case.GetType().Name} has no runner."),
        };
}
