using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>The sums of one settlement, in cents.</summary>
internal readonly record struct BatchSums(SettlementStatus Status, long Bill, long Paid, long Patient, long Hospital)
{
    /// <remarks>What the payers pay is what is left of the bill: so they need not be made one by one.</remarks>
    public static BatchSums Of(Settlement settlement)
    {
        var (bill, patient, hospital) = (settlement.Bill, settlement.Patient, settlement.Hospital);
        return new(settlement.Status, bill.Cents, (bill - patient - hospital).Cents, patient.Cents, hospital.Cents);
    }
}

/// <summary>What a run came to, told at its end: how many claims were settled and how many not, with their money, and why not.</summary>
internal sealed class BatchSummary
{
    private readonly Dictionary<string, (long Count, int Line)> _problems = new(StringComparer.Ordinal);
    private readonly long[] _settled = new long[Enum.GetValues<SettlementStatus>().Length];
    private Int128 _bill,
        _paid,
        _patient,
        _hospital;
    private decimal _notSettled;
    private long _broken,
        _unread,
        _ofNobody;

    public void Add(BatchLine line)
    {
        _ofNobody += line is { IsOfNobody: true, Sums: not null } ? 1 : 0;
        if (line.Sums is { } sums)
        {
            _settled[(int)sums.Status]++;
            _bill += sums.Bill;
            _paid += sums.Paid;
            _patient += sums.Patient;
            _hospital += sums.Hospital;
            return;
        }

        _broken++;
        _unread += line.Bill is null ? 1 : 0;
        _notSettled += line.Bill ?? 0;
        var (count, first) = _problems.GetValueOrDefault(line.Problem.Code, (0, line.Problem.Line));
        _problems[line.Problem.Code] = (count + 1, first);
    }

    /// <param name="before">How many claims an earlier run had written, which count in no sum; 0 where there was none.</param>
    public IEnumerable<BilingualText> Lines(long before)
    {
        var settled = _settled.Sum();
        var (run, thisRun) = before > 0 ? ("claims in this run", "本次共") : ("claims", "共");
        yield return new(
            $"{run} {Show(settled + _broken)}: settled {Show(settled)}{Statuses(Language.English)}, not settled {Show(_broken)}"
                + (before > 0 ? $"; {Show(before)} before, which count in no sum here" : ""),
            $"{thisRun} {Show(settled + _broken)} 张单据：已结算 {Show(settled)} 张{Statuses(Language.Chinese)}，未结算 {Show(_broken)} 张"
                + (before > 0 ? $"；此前已有 {Show(before)} 张，不计入以下各数" : "")
        );
        yield return new(
            $"  settled: bill {Yuan(_bill)} = payers {Yuan(_paid)} + patient {Yuan(_patient)} + hospital {Yuan(_hospital)}",
            $"  已结算：费用 {Yuan(_bill)} ＝ 支付方 {Yuan(_paid)} ＋ 患者 {Yuan(_patient)} ＋ 医疗机构 {Yuan(_hospital)}"
        );
        if (_broken > 0)
            yield return new(
                $"  not settled: bill {Yuan(_notSettled)}"
                    + (_unread > 0 ? $", those that could not be read not counted: {Show(_unread)}" : ""),
                $"  未结算：费用 {Yuan(_notSettled)}" + (_unread > 0 ? $"，不含无法读取的 {Show(_unread)} 张" : "")
            );
        foreach (var (code, (count, line)) in _problems.OrderByDescending(one => one.Value.Count).ThenBy(one => one.Value.Line))
        {
            var name = Terms.OfProblem(code);
            yield return new(
                $"    {Show(count)} × {name.En} ({code}), first on line {line}",
                $"    {Show(count)} × {name.Zh}（{code}），首见于第 {line} 行"
            );
        }

        if (_ofNobody > 0)
            yield return new(
                $"  without member.id {Show(_ofNobody)}: each settled alone, as if nothing had come before it",
                $"  未写 member.id 的 {Show(_ofNobody)} 张：均单独结算，不计此前累计"
            );
    }

    /// <summary>Those that were settled, by what became of them, where not all were plainly settled.</summary>
    private string Statuses(Language language)
    {
        var others = Enum.GetValues<SettlementStatus>()
            .Select(status => (Key: status, Value: _settled[(int)status]))
            .Where(one => one.Key != SettlementStatus.Settled && one.Value > 0)
            .ToList();
        return others.Count == 0 ? ""
            : language == Language.English ? $" ({string.Join(", ", others.Select(one => $"{Word(one.Key).En} {Show(one.Value)}"))})"
            : $"（其中{string.Join("、", others.Select(one => $"{Word(one.Key).Zh} {Show(one.Value)} 张"))}）";
    }

    private static BilingualText Word(SettlementStatus status) =>
        status switch
        {
            SettlementStatus.Settled => new("settled", "已结算"),
            SettlementStatus.Held => new("held", "待审核"),
            SettlementStatus.Refused => new("refused", "拒付"),
            _ => throw new InvalidOperationException($"A status without a word: {status}."),
        };

    private static string Yuan(Int128 cents) => Yuan((decimal)cents);

    private static string Yuan(decimal cents) => (cents / 100).ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string Show(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);
}
