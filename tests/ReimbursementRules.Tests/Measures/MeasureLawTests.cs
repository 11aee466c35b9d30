using ReimbursementRules.Settlements;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Measures;

/// <summary>What holds of every measure, whatever the claims.</summary>
public sealed class MeasureLawTests
{
    private static readonly Rulebook Book = Load();

    /// <summary>The sums of the providers are the sums of all, and the status is what whole numbers say.</summary>
    [Property]
    public void Providers_AnyClaims_AddUpToAll(MeasuredClaim[] claims)
    {
        var results = Book.Measure(claims.Select(Settled), Figures.None);
        var whole = results[0].Groups.Single().Measures.Single();
        var parts = results[1].Groups.Select(group => group.Measures.Single()).ToList();
        parts.Sum(part => part.Numerator).ShouldBe(whole.Numerator);
        parts.Sum(part => part.Denominator).ShouldBe(whole.Denominator);
        var (paid, bill) = (claims.Sum(claim => claim.Paid), claims.Sum(claim => claim.Bill));
        whole.Status.ShouldBe(
            claims.Length == 0 ? TargetStatus.NotAsked
            : paid * 2 >= bill ? TargetStatus.Met
            : TargetStatus.Missed
        );
        var less = claims.Count(claim => claim.Paid * 2 < claim.Bill);
        whole.Claims.Count.ShouldBe(whole.Status == TargetStatus.Missed ? Math.Min(10, less) : 0);
    }

    private static Rulebook Load()
    {
        using var folder = new RulebookFolder();
        return folder.With("targets.yaml", $"targets:\n{Target("all", "")}{Target("each", "each: provider, ")}").Load();
    }

    private static string Target(string id, string each) =>
        $"  - {{ id: {id}, title: {{ en: Half, zh: 一半 }}, of: claims, {each}must: {{ measure: paid, per: bill, at_least: "
        + "50% }, reference: x }\n";

    private static RealisedClaim Settled(MeasuredClaim of, int number)
    {
        var (bill, paid) = (Money.FromCents(of.Bill), Money.FromCents(of.Paid));
        using var line = new StringReader(
            $$"""{"rulebook":"town","claim":{"id":"{{number}}","discharged":"2020-10-08","provider.id":"H{{of.Provider}}"},"status":"settled","reversal":false,"bill":{{bill}},"patient":{{bill - paid}},"hospital":0.00,"payers":{ "fund":{{paid}} },"parts":{} }"""
        );
        return RealisedClaim.ReadLines(line, "settled.jsonl").Single();
    }
}
