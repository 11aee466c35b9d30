using System.Globalization;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>A town all of whose values change on random days, written with all of them or with those of one day alone.</summary>
internal sealed class DatedTown
{
    private static readonly string[] From = ["2020-01-01", "2021-01-01", "2021-07-01"];
    private readonly Dictionary<string, string[]> _values = [];
    private readonly (string? From, string? Until) _gate;
    private readonly (string? From, string? Until) _layer;
    private readonly string[] _deciding;

    private DatedTown(Random random)
    {
        _deciding = [.. Enumerable.Range(0, 4).Select(i => Any("discharge", "admission", "filing", i == 3 ? "service" : "discharge"))];
        (_gate, _layer) = (AnyDays(), AnyDays());
        Add("wage", () => $"value: {random.Next(1, 9)}00");
        Add("list", () => $"add: {Any("[a]", "[b]", "[a, b]", "[b, c]")}");
        Add(
            "catalogue",
            () =>
                $"rows: [ {{ when: {{ item.class: A }}, first_self_pay: {random.Next(20)}% }}, {{ otherwise: true, first_self_pay: own }} ]"
        );
        Add(
            "deductible",
            () =>
                Any(
                    $"value: {random.Next(900)}",
                    "value: repealed",
                    "value: { parameter: wage, times: 0.5 }",
                    $"rows: [ {{ when: {{ disease: {{ in: chronic }} }}, value: {random.Next(300)} }}, {{ otherwise: true, value: 600 }} ]"
                )
        );
        Add(
            "rate",
            () =>
                Any(
                    $"value: {random.Next(40, 90)}%",
                    "value: repealed",
                    $"rows: [ {{ when: {{ disease: {{ not_in: chronic }} }}, value: 50% }}, {{ otherwise: true, value: "
                        + $"{random.Next(60, 90)}% }} ]"
                )
        );
        Add("cap", () => Any("value: none", "value: { parameter: wage, times: 2 }", $"value: {random.Next(2_000)}", "value: repealed"));
        Add(
            "aid",
            () => Any($"value: {random.Next(100)}%", "rows: [ { when: { emergency: yes }, value: 10% }, { otherwise: true, value: 20% } ]")
        );

        string Any(params string[] words) => words[random.Next(words.Length)];
        (string?, string?) AnyDays() =>
            (random.Next(2) == 0 ? null : From[random.Next(1, 3)], random.Next(2) == 0 ? null : Any("2022-01-01", "2023-05-05"));
        void Add(string name, Func<string> value) =>
            _values.Add(name, [.. From.Select((_, i) => i == 0 || random.Next(2) == 0 ? value() : "")]);
    }

    public static DatedTown Random(Random random) => new(random);

    public RulebookFolder Write() =>
        Write(
            new(),
            name =>
                string.Join(
                    ", ",
                    From.Zip(_values[name]).Where(entry => entry.Second.Length > 0).Select(entry => Entry(entry.First, entry.Second))
                ),
            Days(_gate),
            Days(_layer)
        );

    /// <summary>Writes what stands on a day, in force from the first day and without end; what is not in force ends before any
    /// claim.</summary>
    public void WriteDay(RulebookFolder folder, DateOnly day)
    {
        Write(
            folder,
            name => Entry(From[0], From.Zip(_values[name]).Last(entry => entry.Second.Length > 0 && Day(entry.First) <= day).Second),
            Of(_gate),
            Of(_layer)
        );

        string Of((string? From, string? Until) days) =>
            (days.From is { } from && Day(from) > day) || (days.Until is { } until && Day(until) <= day) ? "from: 2099-12-31" : "";
    }

    private RulebookFolder Write(RulebookFolder folder, Func<string, string> history, string gate, string layer) =>
        folder
            .With(
                "index.yaml",
                RulebookFolder.Index.Replace("decided_by: discharge", $"decided_by: {_deciding[0]}", StringComparison.Ordinal)
                    + $"parameters:\n  wage: {{ {history("wage")} }}\nlists:\n  chronic: {{ {history("list")} }}\n"
            )
            .With(
                "0-gates.yaml",
                $"gates:\n  - {{ id: g, {gate}{(gate.Length > 0 ? ", " : "")}when: {{ disease: {{ in: chronic }}, emergency: "
                    + $"yes }}, then: refuse, reference: x, message: {{ en: x, zh: y }} }}\n"
            )
            .With("1-catalogue.yaml", $"kind: catalogue\nceiling: trim\ndecided_by: {_deciding[1]}\ntable: {{ {history("catalogue")} }}\n")
            .With(
                "2-basic.yaml",
                Town.Layer(
                    "basic",
                    "fund",
                    "in_scope",
                    $"decided_by: {_deciding[2]}",
                    $"{{ id: deductible, kind: deductible, per: claim, amount: {{ {history("deductible")} }} }}",
                    $"{{ id: share, kind: tiers, edges: after_deductible, table: {{ {history("rate")} }} }}",
                    $"{{ id: cap, kind: cap, of: payment, per: claim, amount: {{ {history("cap")} }} }}"
                )
            )
            .With(
                "3-aid.yaml",
                Town.Layer(
                    "aid",
                    "aid",
                    "[basic.deductible, basic.share]",
                    $"decided_by: {_deciding[3]}\napplies: {{ disease: {{ in: chronic }} }}\n"
                        + $"{layer.Replace(", ", "\n", StringComparison.Ordinal)}",
                    $"{{ id: share, kind: tiers, edges: after_deductible, table: {{ {history("aid")} }} }}"
                )
            );

    private static string Days((string? From, string? Until) days) =>
        string.Join(
            ", ",
            new[] { days.From is { } from ? $"from: {from}" : "", days.Until is { } until ? $"until: {until}" : "" }.Where(text =>
                text.Length > 0
            )
        );

    private static string Entry(string from, string value) => $"{from}: {{ {value}, reference: x }}";

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
