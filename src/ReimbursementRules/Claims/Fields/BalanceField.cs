using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>What the member's personal accounts held: an amount where there is one account, or an amount for each by its payer. As a text
/// it stands as <c>this_year: 500; past_years: 2000</c>, which a cell of a table can have.</summary>
/// <param name="key">The key in files.</param>
/// <param name="copy">A copy of the claim, all of whose fields can be set.</param>
internal sealed class BalanceField(string key, Func<Claim, Claim> copy) : Field<Claim>(key, copy)
{
    private static readonly char[] Between = [',', ';', '，', '；'];

    public override bool IsNumber => true;

    public override JsonNode Schema() =>
        new JsonObject
        {
            ["anyOf"] = new JsonArray(SchemaNodes.Money(negative: false), SchemaNodes.Named(SchemaNodes.Money(negative: false))),
        };

    /// <summary>An amount, or amounts by payers as JSON and YAML write them.</summary>
    public override string? Stated(Claim owner) =>
        owner.AccountBalances.IsEmpty
            ? owner.AccountBalance?.ToString()
            : $"{{ {string.Join(", ", InOrder(owner).Select(one => $"\"{JsonEncodedText.Encode(one.Key)}\": {one.Value}"))} }}";

    /// <summary>What is stated, for readers; null where nothing is.</summary>
    public static string? Said(Claim claim) =>
        claim.AccountBalances.IsEmpty
            ? claim.AccountBalance?.ToString()
            : string.Join("; ", InOrder(claim).Select(one => $"{one.Key} {one.Value}"));

    public override void Read(Claim owner, Node value)
    {
        if (value.IsMapping)
            Set.AccountBalances(
                owner,
                value
                    .Entries()
                    .DistinctBy(entry => entry.Key.Raw)
                    .ToImmutableDictionary(entry => entry.Key.Raw, entry => entry.Value.Money(), StringComparer.Ordinal)
            );
        else if (value.IsScalar && ByPayer(value.Raw) is { } balances)
            Set.AccountBalances(owner, balances);
        else
            Set.AccountBalance(owner, value.Money());
    }

    public override bool TryRead(Claim owner, ref Utf8JsonReader token)
    {
        if (!Tokens.TryMoney(ref token, out var amount))
            return false;
        Set.AccountBalance(owner, amount);
        return true;
    }

    protected override void Take(Claim owner, string text) =>
        throw new System.Diagnostics.UnreachableException($"No register states '{Key}'.");

    public override int Compare(Claim a, Claim b) =>
        Nullable.Compare(a.AccountBalance, b.AccountBalance) is not 0 and var order ? order : string.CompareOrdinal(Stated(a), Stated(b));

    private static IEnumerable<KeyValuePair<string, Money>> InOrder(Claim claim) =>
        claim.AccountBalances.OrderBy(balance => balance.Key, StringComparer.Ordinal);

    /// <summary>Amounts by payers in a text; null where it is not of that form.</summary>
    private static ImmutableDictionary<string, Money>? ByPayer(string text)
    {
        var balances = ImmutableDictionary.CreateBuilder<string, Money>(StringComparer.Ordinal);
        foreach (var one in text.Trim().TrimStart('{').TrimEnd('}').Split(Between, StringSplitOptions.TrimEntries))
            if (
                one.LastIndexOfAny([':', '：']) is not (> 0 and var colon)
                || !Money.TryParse(one[(colon + 1)..].Trim(), out var amount)
                || !balances.TryAdd(one[..colon].Trim().Trim('"'), amount)
            )
                return null;
        return balances.ToImmutable();
    }
}
