using ReimbursementRules.Engines;
using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Whether a value falls, or rises, from one word of a fact to the next.</summary>
internal static class SlopeChecks
{
    public static void Look(
        CompiledRulebook book,
        Combinations cases,
        IReadOnlyList<RuleCondition> when,
        TargetBound.Slope slope,
        (Layer Layer, StatedTables Stated) at,
        TargetFindings findings
    )
    {
        var facts = book.Leanings.OfClaim.Facts;
        var open = facts.Select(fact => fact.Name).ToList().IndexOf(slope.Fact);
        if (open < 0)
            return;
        var words = facts[open].Words;
        var pairs = Axis
            .All.Single(axis => axis.Fact == slope.Fact)
            .Pairs([.. cases.Within(open).Where(code => Combinations.Allows(when, open, code))], words);
        foreach (var codes in cases.All())
        foreach (var (low, high) in pairs)
            if (Rows(low, codes) is { } here && Rows(high, codes) is { } there)
                Compare(slope, at, findings, (words[low], here), (words[high], there), cases.Words(codes, open));

        int[]? Rows(int code, int[] codes)
        {
            codes[open] = code;
            return cases.Rows(codes);
        }
    }

    private static void Compare(
        TargetBound.Slope slope,
        (Layer Layer, StatedTables Stated) at,
        TargetFindings findings,
        (string Word, int[] Rows) low,
        (string Word, int[] Rows) high,
        string words
    )
    {
        var (here, there) = (at.Stated.Value(low.Rows), at.Stated.Value(high.Rows));
        var row = at.Stated.Rows[low.Rows[0]];
        foreach (var (less, more) in Values(here, there))
        {
            var apart = slope.Falls ? (Int128)less.Number - more.Number : (Int128)more.Number - less.Number;
            findings.Asked(row, here.Rates is null ? Margins.OfCents(apart) : Margins.OfParts(apart), words);
            if (apart < 0)
                findings.Miss(at.Layer, row, Said(slope, (low.Word, less.Shown), (high.Word, more.Shown)), words);
            else if (apart == 0)
                findings.Equal(
                    at.Layer,
                    row,
                    new(
                        $"'{low.Word}' and '{high.Word}' have the same, {less.Shown.En}",
                        $"“{low.Word}”与“{high.Word}”相同，均为 {less.Shown.Zh}"
                    ),
                    words
                );
        }
    }

    private static BilingualText Said(
        TargetBound.Slope slope,
        (string Word, BilingualText Shown) low,
        (string Word, BilingualText Shown) high
    )
    {
        var (en, zh) = slope.Falls ? ("no more", "不高于") : ("no less", "不低于");
        return new(
            $"'{high.Word}' has {high.Shown.En} and '{low.Word}' {low.Shown.En}, where {en} is asked",
            $"“{high.Word}”为 {high.Shown.Zh}，“{low.Word}”为 {low.Shown.Zh}，前者应{zh}后者"
        );
    }

    /// <summary>What is stated here and there: the amount, or the rate of each band.</summary>
    private static IEnumerable<((long Number, BilingualText Shown) Here, (long Number, BilingualText Shown) There)> Values(
        RatesOrAmount here,
        RatesOrAmount there
    )
    {
        if (here.Rates is not { } rates)
            return [(Amount(here.Amount!), Amount(there.Amount!))];
        return rates.EdgesWith(there.Rates!).Select(edge => (Rate(rates.RateAbove(edge)), Rate(there.Rates!.RateAbove(edge))));
    }

    private static (long, BilingualText) Amount(Amount amount) => (amount.AtLast, BoundWords.Show(amount.AtLast));

    private static (long, BilingualText) Rate(Rate rate) => (rate.Parts, new(rate.ToString(), rate.ToString()));
}
