using System.Text.Json;
using static ReimbursementRules.Testing.CheckerReading;

namespace ReimbursementRules.Testing;

/// <summary>What goes on to the next claim beside the steps: personal accounts, admissions, and what a claim states of other
/// settlements.</summary>
public sealed partial class SettlementChecker
{
    private string[] Accounts =>
        _root.TryGetProperty("account_payers", out var several)
            ? [.. several.EnumerateArray().Select(account => account.GetString()!)]
            : [Text(_root, "account_payer")];

    /// <summary>What each account pays, where the settlement tells several apart.</summary>
    private void CheckAccounts(Dictionary<(string Part, string Payer), decimal> borne)
    {
        if (!_root.TryGetProperty("accounts", out var accounts))
            return;
        foreach (var account in accounts.EnumerateObject())
            Same(
                $"accounts.{account.Name}",
                Of(accounts, account.Name),
                borne.Where(one => one.Key.Payer == account.Name).Sum(one => one.Value)
            );
        Same("account", Of(_root, "account"), accounts.EnumerateObject().Sum(account => Of(accounts, account.Name)));
    }

    /// <summary>The balance that an account pays from: what the claim states; else no more than what the history has of the
    /// accounts.</summary>
    private void CheckBalance(string path, JsonElement step, decimal limit)
    {
        var payer = step.GetProperty("moves").EnumerateArray().Select(move => Text(move, "payer")).FirstOrDefault(Accounts.Contains);
        if (Accounts is [var only])
            payer = only;
        if (payer is not null && StatedBalance(payer) is { } balance)
            Same($"{path}.limit", limit, balance);
        else if (payer is not null)
            Most($"{path}.limit", limit, Accounts.Sum(Before));
    }

    /// <summary>What the running sum of an account may change by: to what is left of a stated balance; or by what it pays, and what goes
    /// from one account to another at the end of a year.</summary>
    private decimal[] Changes(string account)
    {
        var paid = _root.TryGetProperty("accounts", out var accounts) ? Of(accounts, account) : Of(_root, "account");
        if (StatedBalance(account) is { } stated)
            return [stated - paid - Before(account)];
        decimal[] taken = [0, .. Accounts.Where(other => other != account).Select(Before)];
        return [.. taken.SelectMany(more => (decimal[])[more - paid - Before(account), more - paid])];
    }

    /// <summary>What the history had of an account.</summary>
    private decimal Before(string account) =>
        _root
            .GetProperty(_sign < 0 ? "settled_from" : "history_before")
            .GetProperty("entries")
            .EnumerateArray()
            .Where(entry => Text(entry, "what") == account)
            .Sum(entry => Number(entry, "amount"));

    private decimal? StatedBalance(string account) =>
        !_root.GetProperty("claim").TryGetProperty("account_balance", out var balance) ? null
        : balance.ValueKind == JsonValueKind.Number ? balance.GetDecimal()
        : balance.TryGetProperty(account, out var one) ? one.GetDecimal()
        : null;

    /// <summary>What the claim states of a layer, or of all where its name is empty: any of it may be counted.</summary>
    private decimal[][] Stated(string layer) =>
        [
            .. _steps
                .Where(step => Text(step, "kind") == "stated" && (layer.Length == 0 || Text(step, "layer") == layer))
                .Select(step => (decimal[])[Of(step, "amount")]),
        ];

    /// <summary>What a stay counts: one, none where it goes on from another, or up to the number that the claim states.</summary>
    private decimal[] Admissions()
    {
        var claim = _root.GetProperty("claim");
        var from = _root.GetProperty(_sign < 0 ? "settled_from" : "history_before").GetProperty("entries").EnumerateArray();
        return Text(claim, "setting") != "inpatient" || Text(_root, "status") == "refused" ? [0]
            : Number(claim, "admission") is > 0 and var stated ? [stated, .. from.Select(entry => stated - Number(entry, "times"))]
            : Text(claim, "transferred") == "yes" || Text(claim, "stay_began") is not null ? [0, 1]
            : [1];
    }
}
