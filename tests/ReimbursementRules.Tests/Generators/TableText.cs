namespace ReimbursementRules.Tests.Generators;

/// <summary>Random tables in which exactly one row applies to whatever a claim says.</summary>
internal static class TableText
{
    /// <summary>Facts, and conditions of which always exactly one holds.</summary>
    private static readonly (string Fact, string[] Conditions)[] OfClaim =
    [
        ("hospital.level", ["[one, unrated]", "two", "three"]),
        ("admission", ["first", "second", "later"]),
        ("admission_number", ["1", "[2, 3]", "{ from: 4 }"]),
        ("age", ["{ below: 18 }", "{ from: 18, below: 60 }", "{ from: 60 }"]),
        ("scheme", ["[employee, rural_cooperative]", "resident"]),
        ("poverty", ["none", "{ not: none }"]),
        ("location", ["in_area", "[out_of_county, out_of_city, out_of_province]"]),
        ("days", ["{ below: 7 }", "{ from: 7 }"]),
        ("emergency", ["yes", "no"]),
        ("risk_group", ["standard", "high"]),
        ("ward", ["general", "special"]),
    ];

    private static readonly (string Fact, string[] Conditions)[] OfItem =
    [
        ("item.essential", ["yes", "no"]),
        ("item.origin", ["domestic", "imported"]),
        ("item.class", ["A", "[B, C]"]),
        ("item.amount", ["{ below: 100.01 }", "{ from: 100.01 }"]),
    ];

    /// <summary>A history of a table: one version or two, the second perhaps a repeal.</summary>
    /// <param name="dice">The choices.</param>
    /// <param name="value">Makes the value of a row.</param>
    /// <param name="not">Facts that the layer decides already.</param>
    /// <param name="items">Whether the rows ask facts of items.</param>
    public static string Dated(Dice dice, Func<Dice, string> value, IReadOnlyList<string> not, bool items = false)
    {
        var first = $"2020-01-01: {{ {Rows(dice, value, not, items)}, reference: Order 1 }}";
        return dice.Below(10) switch
        {
            0 => $"{{ {first}, 2020-07-01: {{ value: repealed, reference: Order 2 }} }}",
            <= 3 => $"{{ {first}, 2020-07-01: {{ {Rows(dice, value, not, items)}, reference: Order 2 }} }}",
            _ => $"{{ {first} }}",
        };
    }

    /// <summary>A history of changes of a rate, whose rows name the change instead of a value.</summary>
    public static string Changes(Dice dice, IReadOnlyList<string> not, bool items) =>
        Dated(dice, ValueText.Change, not, items)
            .Replace("value: repealed", "add: 0%", StringComparison.Ordinal)
            .Replace("value: ", "", StringComparison.Ordinal);

    /// <summary>A history of changes of an amount.</summary>
    public static string AmountChanges(Dice dice, IReadOnlyList<string> not) =>
        Dated(dice, ValueText.AmountChange, not)
            .Replace("value: repealed", "times: 100%", StringComparison.Ordinal)
            .Replace("value: ", "", StringComparison.Ordinal);

    private static string Rows(Dice dice, Func<Dice, string> value, IReadOnlyList<string> not, bool items)
    {
        var facts = OfClaim.Where(fact => !not.Contains(fact.Fact)).ToArray();
        var asked = dice.Chance(40) ? [] : dice.Some(facts, 2).ToList();
        if (items)
            asked.Add(dice.Of(OfItem.Where(fact => !not.Contains(fact.Fact)).ToArray()));
        if (asked.Count == 0)
            return $"value: {value(dice)}";
        IEnumerable<string> combinations = [""];
        foreach (var (fact, conditions) in asked)
            combinations = combinations
                .SelectMany(before => conditions.Select(condition => $"{before}{(before.Length > 0 ? ", " : "")}{fact}: {condition}"))
                .ToList();
        var rows = combinations.Select(when => $"{{ when: {{ {when} }}, value: {value(dice)} }}").ToList();
        if (dice.Chance(30))
            rows[^1] = $"{{ otherwise: true, value: {value(dice)} }}";
        return $"rows: [ {string.Join(", ", rows)} ]";
    }
}
