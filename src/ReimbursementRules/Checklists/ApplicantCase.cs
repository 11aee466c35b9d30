using ReimbursementRules.Cases;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Checklists;

/// <summary>An applicant, the checklist that it is compared with, and what must come of it.</summary>
internal sealed record ApplicantCase(BilingualText Name, FilePlace Place, Node Checklist, Applicant Applicant, Node Expect)
    : Case(Name, Place)
{
    public static CaseKind Kind { get; } =
        new(
            ["applicant", "checklist"],
            new(
                May("checklist", ValueForms.Text, "条件清单：哪一份", "which checklist"),
                May("applicant", Applicant.Form, "申请人", "who applies")
            ),
            Read
        );

    private static ApplicantCase Read(BilingualText name, Node node)
    {
        CaseReader.NotBeside(
            node,
            ["claim", "history", "claims", "ledger", "assemble"],
            "a case with 'applicant' has no claims.",
            "有“applicant”的用例不能再写单据。"
        );
        node["checklist"].Text();
        return new(name, node.Place, node["checklist"], Applicant.Read(node["applicant"]), CaseReader.Stated(node["expect"]));
    }
}
