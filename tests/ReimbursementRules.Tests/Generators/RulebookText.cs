using System.Globalization;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Generators;

/// <summary>A random rulebook: valid files that use every mechanism of the format in every mixture.</summary>
internal sealed record RulebookText(int Seed, IReadOnlyDictionary<string, string> Files, string RoundEach, bool LooksAtItems)
{
    private const string Rows = "rows: [";

    public static RulebookText Write(int seed)
    {
        var dice = new Dice(seed);
        var rounding = dice.Of("move", "item", "total");
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["index.yaml"] = Index(dice, seed, rounding),
            ["1-catalogue.yaml"] = Catalogue(dice) + ChangedShares(new(seed + 7_919)),
        };
        if (GateTexts.Write(dice) is { } gates)
            files.Add("0-gates.yaml", gates);
        var layers = new LayerTexts(dice, new(~seed));
        foreach (var (i, layer) in layers.Write().Index())
            files.Add($"{(i + 2).ToString(CultureInfo.InvariantCulture)}-layer.yaml", layer);
        return new(
            seed,
            files,
            rounding,
            layers.LooksAtItems || files["1-catalogue.yaml"].Contains("ceiling_prices", StringComparison.Ordinal)
        );
    }

    public Rulebook Load() => Load(Rulebook.Load);

    /// <summary>The rulebook as <paramref name="load"/> makes it of the folder with the files.</summary>
    public Rulebook Load(Func<string, Rulebook> load)
    {
        using var folder = new RulebookFolder();
        folder.Without("2-basic.yaml");
        foreach (var (name, text) in Files)
            folder.With(name, text);
        return load(folder.Path);
    }

    /// <summary>The same rulebook, the rows of each of its tables in another order.</summary>
    public RulebookText WithRowsTurnedRound() =>
        this with
        {
            Files = Files.ToDictionary(file => file.Key, file => RowsTurnedRound(file.Value), StringComparer.Ordinal),
        };

    /// <summary>The same rulebook, some rows of its tables cut into two that say the same, and all rows in another order; but no row of
    /// bands by facts of items.</summary>
    public RulebookText WithRowsSplit() => With(new SplitRows(new Dice(Seed), bandsByItem: false).Of);

    /// <summary>The same rulebook, some rows of bands cut by facts of items; null where it has none to cut.</summary>
    public RulebookText? WithBandsSplit()
    {
        var split = new SplitRows(new Dice(Seed), bandsByItem: true);
        var text = With(split.Of);
        return split.Cut == 0 ? null : text;
    }

    /// <summary>The same rulebook, rows under conditions that they share, and some conditions as alternatives; null where there is nothing
    /// to write so.</summary>
    public RulebookText? WithRowsNested()
    {
        var nested = new NestedRows(new Dice(Seed));
        var text = With(nested.Of);
        return nested.Written == default ? null : text;
    }

    private RulebookText With(Func<string, string> of) =>
        this with
        {
            Files = Files.ToDictionary(
                file => file.Key,
                file => file.Key.Contains("index", StringComparison.Ordinal) ? file.Value : of(file.Value),
                StringComparer.Ordinal
            ),
        };

    private static string RowsTurnedRound(string text)
    {
        var turned = string.Join('\n', Blocks(text.Split('\n')).SelectMany(block => block));
        for (var at = turned.IndexOf(Rows, StringComparison.Ordinal); at >= 0; at = turned.IndexOf(Rows, at + 1, StringComparison.Ordinal))
        {
            var (rows, end) = FlowOf(turned, at + Rows.Length);
            turned = $"{turned[..(at + Rows.Length)]}{string.Join(',', rows.Reverse())}{turned[end..]}";
        }

        return turned;
    }

    /// <summary>Lines that are rows of one table, turned round; every other line by itself.</summary>
    private static IEnumerable<IEnumerable<string>> Blocks(string[] lines)
    {
        for (var (start, end) = (0, 0); start < lines.Length; start = end)
        {
            end = start + 1;
            while (IsRow(lines[start]) && end < lines.Length && IsRow(lines[end]))
                end++;
            yield return lines[start..end].Reverse();
        }

        static bool IsRow(string line) =>
            line.TrimStart().StartsWith("- { when", StringComparison.Ordinal)
            || line.TrimStart().StartsWith("- { otherwise", StringComparison.Ordinal);
    }

    /// <summary>The rows between brackets, and where they end.</summary>
    private static (IReadOnlyList<string> Rows, int End) FlowOf(string text, int start)
    {
        var rows = new List<string>();
        var depth = 0;
        for (var (at, from) = (start, start); ; at++)
            switch (text[at])
            {
                case '{' or '[':
                    depth++;
                    break;
                case ',' when depth == 0:
                    rows.Add(text[from..at]);
                    from = at + 1;
                    break;
                case ']' when depth == 0:
                    rows.Add(text[from..at]);
                    return (rows, at);
                case '}' or ']':
                    depth--;
                    break;
            }
    }

    public override string ToString() => string.Join("\n", Files.Select(file => $"--- {file.Key} (seed {Seed})\n{file.Value}"));

    private static string Index(Dice dice, int seed, string rounding) =>
        $$"""
            format: 1
            id: random-{{seed}}
            title: { en: Random, zh: 随机 }
            status: example
            from: 2020-01-01
            benefit_year: { starts: {{dice.Of("01-01", "01-01", "07-01", "03-15")}}, decided_by: {{dice.Of(
                "discharge",
                "discharge",
                "admission",
                "filing"
            )}} }
            rounding: { to: 0.01, each: {{rounding}} }
            payers:
              fund: { title: { en: Fund, zh: 基金 } }
              aid: { title: { en: Aid, zh: 救助 } }
              purse: { title: { en: Account, zh: 账户 }, account: yes{{dice.Of("", ", carried: yes")}} }
              society: { title: { en: Society, zh: 慈善 } }
            parameters:
              wage:
                2020-01-01: { value: 7_123.45, reference: Order 3 }
                2020-09-01: { value: 8_000, reference: Order 4 }
            lists:
              chronic: [diabetes, hypertension]
            facts:
              risk_group: [standard, high]
              ward: { words: [general, special], default: general }
              item.origin: { words: [domestic, imported], default: domestic }

            """;

    private static string CeilingPrices(Dice dice) =>
        dice.Below(6) switch
        {
            0 => "ceiling_prices: { 2020-01-01: { reference: Order 8, rows: [ { when: { item.code: a }, value: 100.55 }, { "
                + "otherwise: true, value: none } ] }, 2020-08-01: { value: repealed, reference: Order 9 } }\n",
            1 => "ceiling_prices: { 2020-01-01: { value: 1_500, reference: Order 8 }, 2020-08-01: { reference: Order 9, rows: "
                + "[ { when: { item.code: [a, b], ward: general }, value: 0.99 }, { otherwise: true, value: 2_000 } ] } }\n",
            _ => "",
        };

    /// <summary>Changes of first shares, in some rulebooks; their own dice leave all else as it is without them.</summary>
    private static string ChangedShares(Dice dice)
    {
        if (dice.Below(3) > 0)
            return "";
        var change = dice.Of("add: 10%", "less: 5.55%", "times: 33.3333%", "add_of_rest: 10%", "add: 100%");
        return $$"""
            adjust:
              - 2020-01-01:
                  reference: Order 11
                  rows: [ { when: { item.class: A, ward: general }, add: 0% }, { otherwise: true, {{change}} } ]
                2020-08-01: { {{change}}, reference: Order 12 }
              - { times: {{dice.Of("100%", "66.6667%")}}, reference: Order 13 }

            """;
    }

    private static string Catalogue(Dice dice) =>
        $$"""
            kind: catalogue
            ceiling: {{dice.Of("trim", "trim", "reject", "hospital")}}
            {{CeilingPrices(dice)}}{{dice.Of("", "decided_by: service\n")}}table:
              2020-01-01:
                reference: Order 5
                rows:
                  - { when: { item.class: A }, first_self_pay: 0% }
                  - { when: { item.class: B, item.origin: domestic }, first_self_pay: {{dice.Of("own", "10%")}} }
                  - { when: { item.class: B, item.origin: imported }, {{dice.Of(
                "first_self_pay: 33.3333%",
                "out_of_scope: yes",
                "first_self_pay: { amount: 30.55 }"
            )}} }
                  - { when: { item.class: C }, out_of_scope: yes }
              2020-10-01:
                reference: Order 6
                rows:
                  - { when: { item.class: A }, first_self_pay: 0% }
                  - { when: { item.class: B }, first_self_pay: own }
                  - { otherwise: true, {{dice.Of("out_of_scope: yes", "first_self_pay: 100%")}} }

            """;
}
