using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Amounts in the capital numerals 大写 of Chinese bills, which nobody can change into others with a stroke of a pen.</summary>
internal static class ChineseCapitals
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿", "万亿", "亿亿"];

    /// <summary>The amount, such as 壹仟肆佰零玖元伍角整; below zero with 负 before it.</summary>
    public static string Of(Money amount)
    {
        var cents = UInt128.CreateTruncating(Int128.Abs(amount.Cents));
        var (yuan, jiao, fen) = ((ulong)(cents / 100), (int)(cents / 10 % 10), (int)(cents % 10));
        var text = new StringBuilder(amount < Money.Zero ? "负" : "");
        if (yuan > 0)
            text.Append(Whole(yuan)).Append('元');
        else if (cents == 0)
            return "零元整";
        if (jiao > 0)
            text.Append(Digits[jiao]).Append('角');
        else if (fen > 0 && yuan > 0)
            text.Append('零');
        return text.Append(fen > 0 ? $"{Digits[fen]}分" : "整").ToString();
    }

    private static string Whole(ulong number)
    {
        var text = new StringBuilder();
        var isGap = false;
        for (var group = 4; group >= 0; group--)
        {
            var of = (int)(number / Power(group * 4) % 10_000);
            if (of == 0)
            {
                isGap |= text.Length > 0;
                continue;
            }

            for (var place = 3; place >= 0; place--)
                if (of / (int)Power(place) % 10 is > 0 and var digit)
                {
                    text.Append(isGap ? "零" : "").Append(Digits[digit]).Append(Places[place]);
                    isGap = false;
                }
                else
                    isGap |= text.Length > 0;
            isGap = false;
            text.Append(Groups[group]);
        }

        return text.ToString();
    }

    private static ulong Power(int places)
    {
        var power = 1UL;
        for (var i = 0; i < places; i++)
            power *= 10;
        return power;
    }
}
