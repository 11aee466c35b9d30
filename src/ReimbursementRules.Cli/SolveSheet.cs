using ReimbursementRules.Curves;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>The answer to a question for an amount, line by line.</summary>
internal static class SolveSheet
{
    public static IEnumerable<BilingualText> Lines(AmountQuestion question, AmountSearch search, AmountRange range)
    {
        var goal = question.Goal.ToReadable();
        var (least, most) = (Show(range.From), Show(range.To));
        if (search.Found.Count == 0)
        {
            yield return new(
                $"No amount of item {question.Item} from {least} to {most} gives {question.Of} = {goal}.",
                $"第 {question.Item} 项在 {least} 至 {most} 元之间没有使 {question.Of} = {goal} 元的金额。"
            );
            var nearest = NearestAmounts.Of(question.At, question.Goal.Cents, range);
            if (nearest.Below is { } below)
                yield return Nearest(question, below);
            if (nearest.Above is { } above)
                yield return Nearest(question, above);
            yield break;
        }

        yield return new(
            $"{question.Of} = {goal} where item {question.Item}, looked at from {least} to {most}, is",
            $"使 {question.Of} = {goal} 元的第 {question.Item} 项金额（在 {least} 至 {most} 元之间）："
        );
        foreach (var (from, to) in search.Found)
            yield return from == to
                ? new($"  {Show(from)}", $"  {Show(from)} 元")
                : new($"  {Show(from)} to {Show(to)}", $"  {Show(from)} 至 {Show(to)} 元");
        var settlement = question.Settle(search.Found[0].From);
        yield return new(
            $"At {Show(search.Found[0].From)}: bill {settlement.Bill.ToReadable()} = "
                + $"{Sums(settlement, payer => payer.Title.En)}patient {settlement.Patient.ToReadable()} + hospital "
                + $"{settlement.Hospital.ToReadable()}",
            $"金额为 {Show(search.Found[0].From)} 元时：费用 {settlement.Bill.ToReadable()} = "
                + $"{Sums(settlement, payer => payer.Title.Zh)}患者 {settlement.Patient.ToReadable()} + 医疗机构 "
                + $"{settlement.Hospital.ToReadable()}"
        );
    }

    private static BilingualText Nearest(AmountQuestion question, (long Amount, long Sum) near) =>
        new(
            $"  nearest: {Show(near.Amount)} gives {question.Of} = {Show(near.Sum)}",
            $"  最接近：{Show(near.Amount)} 元，{question.Of} = {Show(near.Sum)} 元"
        );

    private static string Sums(Settlement settlement, Func<PayerAmount, string> title) =>
        string.Concat(settlement.Payers.Select(payer => $"{title(payer)} {payer.Amount.ToReadable()} + "));

    private static string Show(long cents) => Money.FromCents(cents).ToReadable();
}
