using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>What comes out for one amount of an item: the sum that is asked, and all else that the settlement says, by which it is seen
/// whether anything bends between two amounts.</summary>
/// <param name="Amount">The amount, in cents.</param>
/// <param name="Sum">The sum that is asked, in cents; of a ratio in units of its last decimal.</param>
internal sealed record AmountPoint(long Amount, long Sum)
{
    /// <summary>What stands in the trace, and what became of the claim: the same where the same steps worked by the same rows.</summary>
    public required string Shape { get; init; }

    /// <summary>The amounts of the trace and of all who pay and keep, in cents.</summary>
    public required long[] Values { get; init; }

    /// <summary>How far roundings may carry a value from its straight line, in cents.</summary>
    public long Roundings => 4 + Values.Length / 3;

    /// <summary>How far roundings may carry the sum from its place between two others, in its own units.</summary>
    public long SumRoundings
    {
        get => field > 0 ? field : Roundings;
        init;
    }

    public static AmountPoint Of(long amount, Money sum, Settlement settlement) =>
        new(amount, sum.Cents)
        {
            Shape = string.Join(
                '\n',
                settlement
                    .Steps.Select(step => $"{step.Layer} {step.Step} {step.Kind} {step.Source.Place}")
                    .Concat(settlement.Skipped.Select(layer => $"{layer.Layer} {layer.Reason}"))
                    .Concat(settlement.Findings.Select(finding => $"{finding.Id} {finding.Item}"))
                    .Append(settlement.Status.ToString())
            ),
            Values =
            [
                .. settlement.Steps.SelectMany(step => (long[])[step.Base.Cents, step.Amount.Cents, step.Limit.Cents]),
                .. settlement.Payers.Select(payer => payer.Amount.Cents),
                sum.Cents,
                settlement.Patient.Cents,
                settlement.Hospital.Cents,
                settlement.Cash.Cents,
            ],
        };
}
