using ReimbursementRules.Cases;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts;

/// <summary>Knows what each name under <c>expect</c> means of a settled year.</summary>
internal sealed class ContractComparison(Mismatches mismatches)
{
    private static readonly string[] Names =
    [
        "actual",
        "paid",
        "borne",
        "passed_on",
        "due",
        "advances",
        "final",
        "retained",
        "released",
        "standards",
        "steps",
        "invalid",
    ];

    public void Compare(ContractSettlement settlement, Node expect)
    {
        foreach (var (name, value) in expect.Pairs)
            switch (name.Raw)
            {
                case "actual":
                    mismatches.Compare(name, value, settlement.Actual);
                    break;
                case "paid":
                    mismatches.Compare(name, value, settlement.Paid);
                    break;
                case "borne":
                    mismatches.Compare(name, value, settlement.Borne);
                    break;
                case "passed_on":
                    mismatches.Compare(name, value, settlement.PassedOn);
                    break;
                case "due":
                    mismatches.Compare(name, value, settlement.Due);
                    break;
                case "advances":
                    mismatches.Compare(name, value, settlement.Advances);
                    break;
                case "final":
                    mismatches.Compare(name, value, settlement.Final);
                    break;
                case "retained":
                    mismatches.Compare(name, value, settlement.Retained);
                    break;
                case "released":
                    mismatches.Compare(name, value, settlement.Released);
                    break;
                case "standards":
                    Steps(value, settlement, kind => kind == ContractLineKind.Standard);
                    break;
                case "steps":
                    Steps(value, settlement, kind => kind is not (ContractLineKind.Standard or ContractLineKind.Released));
                    break;
                case "invalid":
                    mismatches.Add(value, Mismatches.Same(Mismatches.List(value)), new("a valid year", "有效的年度"), name.Raw);
                    break;
                default:
                    mismatches.Unknown(name, Names);
                    break;
            }
    }

    /// <summary>The amounts of the lines of a step: a list has each of them, a single amount is their sum.</summary>
    private void Steps(Node expected, ContractSettlement settlement, Func<ContractLineKind, bool> isAsked)
    {
        foreach (var (name, value) in expected.Entries())
            if (!settlement.Contract.Steps.Contains(name.Raw))
                mismatches.Unknown(name, settlement.Contract.Steps);
            else if (
                settlement.Trace.Where(line => line.Step == name.Raw && isAsked(line.Kind)).Select(line => line.Amount).ToList()
                    is var amounts
                && value.IsSequence
            )
                mismatches.Compare(name, value, amounts);
            else
                mismatches.Compare(name, value, amounts.Sum());
    }
}
