using System.Collections.Immutable;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>Who bears parts of a bill: the funds in the rulebook's order, the patient, of it the personal accounts and cash where there is
/// an account, and the hospital.</summary>
internal static class CurveBearers
{
    private static readonly BilingualText Patient = new("Patient", "患者");
    private static readonly BilingualText Cash = new("Cash", "现金");
    private static readonly BilingualText Hospital = new("Hospital", "医疗机构");

    public static ImmutableArray<CurveBearer> Of(Legend legend) =>
        [
            .. Enumerable
                .Range(1, legend.FundsEnd - 1)
                .Select(payer => new CurveBearer(legend.Payers[payer].Id, legend.Payers[payer].Title)),
            new("patient", Patient),
            .. legend.AccountTitle is { } account ? (CurveBearer[])[new("account", account), new("cash", Cash)] : [],
            new("hospital", Hospital),
        ];

    public static long[] Cents(Settlement settlement)
    {
        var (bill, legend) = (settlement.Divided, settlement.Legend);
        return
        [
            .. Enumerable.Range(1, legend.FundsEnd - 1).Select(bill.Paid),
            bill.Account + bill.Cash,
            .. legend.HasAccount ? (long[])[bill.Account, bill.Cash] : [],
            bill.Paid(Legend.Hospital),
        ];
    }

    public static IReadOnlyList<Trend> Trends(TrendBill bill)
    {
        var legend = bill.Legend;
        Trend[] funds = [.. Enumerable.Range(1, legend.FundsEnd - 1).Select(payer => bill.Paid[payer] + bill.Beyond[payer])];
        var hospital = bill.Paid[Legend.Hospital] + bill.Beyond[Legend.Hospital];
        var account = Trend.Sum(bill.Paid[legend.FundsEnd..]);
        var patient = bill.Bill - Trend.Sum(funds) - hospital;
        return [.. funds, patient, .. legend.HasAccount ? (Trend[])[account, patient - account] : [], hospital];
    }
}
