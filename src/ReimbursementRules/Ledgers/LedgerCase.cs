using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Ledgers;

/// <summary>Operations on a member's ledger and on the accounts that follow from it.</summary>
internal sealed record LedgerCase(BilingualText Name, FilePlace Place, History History, IReadOnlyList<LedgerOperation> Operations)
    : Case(Name, Place)
{
    public static CaseKind Kind { get; } =
        new(["ledger"], new(May("ledger", ValueForms.List(OperationKeys.Form, 1), "台账：一步一步", "the steps of a ledger")), Read);

    private static LedgerCase Read(BilingualText name, Node node)
    {
        CaseReader.NotBeside(
            node,
            ["claim", "expect"],
            "a case has either 'claim' and 'expect', or 'claims', or 'ledger'.",
            "用例应有“claim”和“expect”，或“claims”，或“ledger”，不能并存。"
        );
        var ledger = node["ledger"];
        if (ledger is { IsSequence: true, Elements.Count: 0 })
            ledger.Wrong(
                "case.empty",
                "a ledger has at least one operation, such as - settle: { id: A, … }.",
                "台账至少应有一项操作，如 - settle: { id: A, … }。"
            );
        return new(name, node.Place, ClaimsCase.Before(node), [.. ledger.Items().Select(OperationReader.Read)]);
    }
}
