using System.Collections.Immutable;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>Who bears parts of a bill: the funds in the rulebook's order, the personal account where there is one, the patient with the
/// account, and the hospital.</summary>
internal static class CurveBearers
{
    private static readonly BilingualText Patient = new("Patient", "患者");
    private static readonly BilingualText Account = new("Personal account", "个人账户");
    private static readonly BilingualText Hospital = new("Hospital", "医疗机构");

    public static ImmutableArray<CurveBearer> Of(Legend legend) =>
        [
            .. Enumerable
                .Range(1, legend.FundsEnd - 1)
                .Select(payer => new CurveBearer(legend.Payers[payer].Id, legend.Payers[payer].Title)),
            .. legend.Account < 0 ? Array.Empty<CurveBearer>() : [new("account", Account)],
            new("patient", Patient),
            new("hospital", Hospital),
        ];

    public static long[] Cents(Settlement settlement)
    {
        var (bill, legend) = (settlement.Divided, settlement.Legend);
        return
        [
            .. Enumerable.Range(1, legend.FundsEnd - 1).Select(bill.Paid),
            .. legend.Account < 0 ? Array.Empty<long>() : [bill.Account],
            bill.Account + bill.Cash,
            bill.Paid(Legend.Hospital),
        ];
    }

    public static IReadOnlyList<Trend> Trends(TrendBill bill)
    {
        var legend = bill.Legend;
        Trend[] funds = [.. Enumerable.Range(1, legend.FundsEnd - 1).Select(payer => bill.Paid[payer] + bill.Beyond[payer])];
        var hospital = bill.Paid[Legend.Hospital] + bill.Beyond[Legend.Hospital];
        return
        [
            .. funds,
            .. legend.Account < 0 ? Array.Empty<Trend>() : [bill.Paid[legend.Account]],
            bill.Bill - Trend.Sum(funds) - hospital,
            hospital,
        ];
    }
}
