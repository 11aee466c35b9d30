using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>The lines of a comparison are held against what settlements do, case by case.</summary>
public sealed class CoveredCasesTests
{
    private static readonly string[] Values = ["300", "600", "900"];
    private static readonly int[] Edges = [18, 60, 65];

    /// <summary>Tables of level and age with random values: a claim's deductible differs exactly where a line says so.</summary>
    [Fact]
    public void Lines_OfTwoRandomTables_AreWhereSettlementsDiffer()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var (before, after) = (Rulebook(random), Rulebook(random));
            var cases = RulebookComparison.Of(before, after).Cases.Where(one => one.Where == "basic.deductible.amount").ToList();
            foreach (var level in Enum.GetValues<HospitalLevel>())
            foreach (var age in (int[])[0, 17, 18, 59, 60, 64, 65, 90])
            {
                var claim = TestClaim.Stay(10_000) with
                {
                    Provider = new() { Level = level },
                    Member = new() { Age = age },
                };
                var (one, other) = (Deductible(before.Settle(claim)), Deductible(after.Settle(claim)));
                cases.Count(line => Holds(line.Facts.Written, level, age)).ShouldBe(one == other ? 0 : 1, $"seed {seed}, {level}, {age}");
            }
        }
    }

    private static Rulebook Rulebook(Random random)
    {
        int[] edges = [.. Edges.Where(_ => random.Next(2) == 0)];
        string[] ages =
        [
            .. Enumerable
                .Range(0, edges.Length + 1)
                .Select(i =>
                    (i == 0, i == edges.Length) switch
                    {
                        (true, true) => "{ from: 0 }",
                        (true, _) => $"{{ below: {edges[0]} }}",
                        (_, true) => $"{{ from: {edges[^1]} }}",
                        _ => $"{{ from: {edges[i - 1]}, below: {edges[i]} }}",
                    }
                ),
        ];
        var rows =
            from level in (string[])["[one, unrated]", "two", "three"]
            from age in ages
            select $"{{ when: {{ hospital.level: {level}, age: {age} }}, value: {Values[random.Next(Values.Length)]} }}";
        return Pair.Loaded(folder =>
            folder.Replace(
                "2-basic.yaml",
                """{ value: 600, reference: "Town order 2" }""",
                $"{{ reference: Order, rows: [ {string.Join(", ", rows.OrderBy(_ => random.Next()))} ] }}"
            )
        );
    }

    private static Money Deductible(Settlement settlement) => settlement.Parts.Single(part => part.Name == "basic.deductible").Patient;

    /// <summary>Reads a line as an analyst would.</summary>
    private static bool Holds(string line, HospitalLevel level, int age) =>
        line.Split("; ")
            .All(fact =>
                fact.Split(": ", 2) is [var name, var said]
                && name switch
                {
                    "hospital.level" => said.Trim('[', ']').StartsWith("{ not: ", StringComparison.Ordinal)
                        ? !Words(said["{ not: ".Length..^2]).Contains(level.ToString().ToLowerInvariant())
                        : Words(said).Contains(level.ToString().ToLowerInvariant()),
                    "age" => said.Split(" or ").Any(range => Within(range, age)),
                    _ => said == "inpatient",
                }
            );

    private static string[] Words(string said) => said.Trim('[', ']').Split(", ");

    private static bool Within(string range, int age)
    {
        var ends = range
            .Trim('{', '}', ' ')
            .Split(", ")
            .Select(end => end.Split(": "))
            .ToDictionary(end => end[0], end => int.Parse(end[1], System.Globalization.CultureInfo.InvariantCulture));
        return age >= ends.GetValueOrDefault("from", 0) && age < ends.GetValueOrDefault("below", int.MaxValue);
    }
}
