namespace ReimbursementRules.Tests.Builders;

/// <summary>Steps of a layer as its file writes them; the values are what stands after <c>value:</c>.</summary>
internal static class StepText
{
    public static string Deductible(string per, string value, string id = "deductible") => DeductibleOf(per, $"value: {value}", id);

    /// <summary>A deductible whose first version says <paramref name="says"/>: a value or rows.</summary>
    public static string DeductibleOf(string per, string says, string id = "deductible") =>
        $"{{ id: {id}, kind: deductible, per: {per}, amount: {Dated(says)} }}";

    public static string Tiers(string value, string per = "claim", string edges = "after_deductible") =>
        TiersOf($"value: {value}", per, edges);

    public static string TiersOf(string says, string per = "claim", string edges = "after_deductible") =>
        $"{{ id: share, kind: tiers, edges: {edges}, per: {per}, table: {Dated(says)} }}";

    public static string Cap(string of, string per, string value, string id = "cap") => CapOf(of, per, $"value: {value}", id);

    public static string CapOf(string of, string per, string says, string id = "cap") =>
        $"{{ id: {id}, kind: cap, of: {of}, per: {per}, amount: {Dated(says)} }}";

    public static string Quota(string paysOn, string amount, string rate, string excess, string? saving = null) =>
        $"{{ id: quota, kind: quota, pays_on: {paysOn}, amount: {Dated($"value: {amount}")}, rate: {Dated($"value: {rate}")}, "
        + $"excess: {excess}{(saving is null ? "" : $", saving: {saving}")} }}";

    /// <summary>The account pays what is left, up to its balance.</summary>
    public const string Account = "{ id: account, kind: account }";

    /// <summary>A history of one version from the first day of the town.</summary>
    public static string Dated(string says) => $"{{ 2020-01-01: {{ {says}, reference: Town order }} }}";
}
