using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Curves;

/// <summary>A curve held against the settlement of its claim at one amount.</summary>
internal static class CurveAgreement
{
    /// <summary>No bearer's settled amount is farther from its line than the roundings that the line states; of a chord, than
    /// <paramref name="ofChords"/> cents.</summary>
    public static void Holds(Curve curve, History history, Money at, Ratio ofChords)
    {
        var segment = curve.SegmentAt(at);
        var settlement = Settle(curve, history, at);
        foreach (var (i, line) in segment.Lines.Index())
        {
            var off = segment.CentsAt(i, at) - new Ratio(Of(settlement, line.Bearer.Id).Cents, 1);
            var most = segment.IsProved ? line.Rounding : ofChords;
            (off <= most && -off <= most).ShouldBeTrue(
                $"{curve.Rulebook.Id}, {line.Bearer.Id} at {at}: {segment.CentsAt(i, at)} cents by the line, ±{most}, "
                    + $"{Of(settlement, line.Bearer.Id)} settled"
            );
        }
    }

    /// <summary>No bearer's settled amount is farther from its line than the line states, whether it is proved or not.</summary>
    public static void HoldsAsStated(Curve curve, History history, Money at)
    {
        var segment = curve.SegmentAt(at);
        var settlement = curve.Rulebook.Settle(curve.ClaimAt(at), history);
        foreach (var (i, line) in segment.Lines.Index())
        {
            var off = segment.CentsAt(i, at) - new Ratio(Of(settlement, line.Bearer.Id).Cents, 1);
            (off <= line.Rounding && -off <= line.Rounding).ShouldBeTrue(
                $"{curve.Rulebook.Id}, {line.Bearer.Id} at {at}: {segment.CentsAt(i, at)} cents by the line, ±{line.Rounding}, "
                    + $"{Of(settlement, line.Bearer.Id)} settled, of "
                    + string.Join(", ", curve.Claim.Items.Select(item => $"{item.Class} {item.Amount}"))
            );
        }
    }

    private static Settlement Settle(Curve curve, History history, Money at)
    {
        var item = curve.What.Item.GetValueOrDefault();
        var claim = curve.Claim;
        return curve.Rulebook.Settle(claim with { Items = claim.Items.SetItem(item, claim.Items[item] with { Amount = at }) }, history);
    }

    private static Money Of(Settlement settlement, string bearer) =>
        bearer switch
        {
            "patient" => settlement.Patient,
            "account" => settlement.Account,
            "cash" => settlement.Cash,
            "hospital" => settlement.Hospital,
            _ => settlement.PaidBy(bearer),
        };
}
