using ReimbursementRules.Cases;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Checklists;

/// <summary>An applicant, the checklist that it is compared with, and what must come of it.</summary>
internal sealed record ApplicantCase(BilingualText Name, FilePlace Place, Node Checklist, Applicant Applicant, Node Expect)
    : Case(Name, Place)
{
    public static CaseKind Kind { get; } = new(["applicant", "checklist"], ["checklist", "applicant"], Read);

    private static ApplicantCase Read(BilingualText name, Node node)
    {
        CaseReader.NotBeside(
            node,
            ["claim", "history", "claims", "ledger", "assemble"],
            "a case with 'applicant' has no claims.",
            "有“applicant”的案例不能再写报销申请。"
        );
        node["checklist"].Text();
        return new(name, node.Place, node["checklist"], Applicant.Read(node["applicant"]), CaseReader.Stated(node["expect"]));
    }
}
