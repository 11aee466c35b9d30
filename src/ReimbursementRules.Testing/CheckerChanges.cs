using System.Text.Json;
using static ReimbursementRules.Testing.CheckerReading;

namespace ReimbursementRules.Testing;

/// <summary>What lines make of an amount of a policy, and that the next line of the step goes by it.</summary>
internal static class CheckerChanges
{
    /// <summary>What comes of a line that computes or changes an amount; null for other lines.</summary>
    /// <param name="kind">The kind of the line.</param>
    /// <param name="step">The line.</param>
    /// <param name="sign">-1 in a reversal.</param>
    public static decimal? Made(string kind, JsonElement step, decimal sign)
    {
        var (of, limit, times) = (Number(step, "base"), Number(step, "limit"), Number(step, "times"));
        var (@base, isMore) = (of * sign, Number(step, "amount") * sign >= of * sign);
        var share = Round(of * Percent(step, "rate")) * sign;
        return kind switch
        {
            "amount_times" => Round(@base * times),
            "amount_growth" => Math.Max(0, @base + times * (isMore ? limit : -limit)),
            "amount_rounding" when limit > 0 => decimal.Round(@base / limit, MidpointRounding.AwayFromZero) * limit,
            "amount_bound" => limit,
            "amount_share" => isMore ? @base + share : share,
            "amount_change" => Math.Max(0, @base + (isMore ? limit : -limit)),
            _ => null,
        };
    }

    /// <summary>Each amount that a line goes by, and what the line before made of it.</summary>
    /// <param name="steps">The lines of one layer.</param>
    /// <param name="sign">-1 in a reversal.</param>
    public static IEnumerable<(string Path, decimal Found, decimal Sum)> Of(JsonElement[] steps, decimal sign)
    {
        for (var i = 1; i < steps.Length; i++)
        {
            var (before, kind, step) = (Text(steps[i - 1], "kind"), Text(steps[i], "kind"), Text(steps[i], "step"));
            var made = before switch
            {
                "amount_change" or "amount_share" => Number(steps[i - 1], "amount"),
                "deductible_ceiling" => Number(steps[i - 1], "base") - Number(steps[i - 1], "amount"),
                _ => (decimal?)null,
            };
            if (made is not { } sum)
                continue;
            if (kind is "amount_change" or "amount_share" or "deductible_ceiling" or "tolerance")
                yield return ($"{step}.base", Number(steps[i], "base"), sum);
            else if (kind is "deductible" or "cap_on_cost" or "cap_on_payment")
                yield return ($"{step}.limit", Number(steps[i], "limit") * sign, sum);
        }
    }
}
