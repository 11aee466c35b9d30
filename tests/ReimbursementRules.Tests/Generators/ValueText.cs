using System.Globalization;

namespace ReimbursementRules.Tests.Generators;

/// <summary>Random values as a policy file writes them.</summary>
internal static class ValueText
{
    public static string Amount(Dice dice) =>
        dice.Below(14) switch
        {
            0 => "0",
            1 => "0.01",
            12 => OfTheClaim(dice),
            13 => Growing(dice),
            2 => "{ parameter: wage, times: 10%, at_least: 100, at_most: 5_000.55 }",
            3 => "{ parameter: wage, times: 2 }",
            4 or 5 => Cents(dice.Between(1, 1_000)),
            6 => Cents(dice.Between(1, 2_000_000_000)),
            _ => Cents(dice.Between(1, 300_000)),
        };

    /// <summary>An amount that is computed of the bill, of parts of it, or of a number.</summary>
    private static string OfTheClaim(Dice dice)
    {
        var of = dice.Of("of: bill", "of: in_scope", "of: [in_scope, out_of_scope]", "fact: age");
        var bounds = dice.Of("", ", at_least: 100", ", at_most: 800.50", ", at_least: 50, at_most: 5_000");
        return $"{{ {of}, times: {dice.Of("10%", "33.3333%", "150%", "2")}{dice.Of("", ", round_to: 1")}{bounds} }}";
    }

    /// <summary>An amount that grows, or falls, with a number.</summary>
    private static string Growing(Dice dice)
    {
        var of = dice.Of("value: 400", "value: 1_000.05", "parameter: wage, times: 10%", "of: bill, times: 20%");
        var step = $"{dice.Of("add", "less")}: {dice.Of("10%", "33.33", "150")}";
        var each = $"each: {dice.Of("age", "days")}{dice.Of("", ", after: 1", ", after: 5, every: 7")}";
        return $"{{ {of}, {step}, {each}{dice.Of("", ", round_to: 10")}{dice.Of("", ", at_least: 160, at_most: 2_000")} }}";
    }

    public static string AmountOrNone(Dice dice) => dice.Chance(20) ? "none" : Amount(dice);

    public static string Rate(Dice dice) =>
        dice.Below(10) switch
        {
            0 => "0%",
            1 => "100%",
            2 => "33.3333%",
            3 => "50%",
            4 => "12.5%",
            _ => $"{dice.Between(1, 99)}%",
        };

    /// <summary>A payment standard: an amount, none, or amounts for each day in hospital.</summary>
    public static string Standard(Dice dice) =>
        dice.Below(6) switch
        {
            0 => $"{{ per_day: {Amount(dice, 300_00)} }}",
            1 => $"{{ per_day: [ {{ above: 0, value: {Amount(dice, 500_00)} }}, {{ above: {dice.Between(1, 9)}, value: "
                + $"{Amount(dice, 300_00)} }} ] }}",
            _ => AmountOrNone(dice),
        };

    /// <summary>A change of a rate.</summary>
    public static string Change(Dice dice) => $"{dice.Of("add", "less", "times", "own_share_times")}: {Rate(dice)}";

    /// <summary>A change of an amount.</summary>
    public static string AmountChange(Dice dice) =>
        dice.Below(3) switch
        {
            0 => $"times: {Rate(dice)}",
            1 => $"{dice.Of("add", "less")}: {Rate(dice)}",
            _ => $"{dice.Of("add", "less")}: {Amount(dice, 100_000)}",
        };

    public static string Bands(Dice dice)
    {
        if (dice.Chance(40))
            return Rate(dice);
        if (dice.Chance(15))
            return $"{{ rate: {Rate(dice)}, add: 0.2%, each: {dice.Of("age", "days")}, at_most: {Rate(dice)} }}";
        var bands = new List<string>();
        var above = 0;
        var narrow = dice.Chance(30);
        for (var i = dice.Between(1, 4); i > 0; i--)
        {
            bands.Add($"{{ above: {Cents(above)}, rate: {Rate(dice)} }}");
            above += narrow ? dice.Between(1, 3) : dice.Between(1, 800_000);
        }

        return $"[ {string.Join(", ", bands)} ]";
    }

    private static string Amount(Dice dice, int mostCents) => Cents(dice.Between(0, mostCents));

    private static string Cents(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
