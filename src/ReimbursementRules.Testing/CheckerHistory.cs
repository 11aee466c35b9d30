using System.Text.Json;
using static ReimbursementRules.Testing.CheckerReading;

namespace ReimbursementRules.Testing;

/// <summary>What the history grows by.</summary>
public sealed partial class SettlementChecker
{
    /// <summary>What the running sums grow by is what the steps used, and no other sum changes.</summary>
    private void CheckHistory()
    {
        var grown = new Dictionary<string, decimal>();
        foreach (var (key, sign) in (ReadOnlySpan<(string, decimal)>)[("history", _sign), ("history_before", -_sign)])
        foreach (var entry in _root.GetProperty(key).GetProperty("entries").EnumerateArray())
            Add(grown, Text(entry, "what"), sign * (Number(entry, "amount") + Number(entry, "times")));
        var used = _steps
            .Where(IsOfLayer)
            .GroupBy(step => $"{Text(step, "layer")}.{Text(step, "step")}")
            .ToDictionary(one => one.Key, one => Used([.. one]));
        foreach (var (what, by) in grown)
        {
            var layers = _steps.Where(step => IsOfLayer(step) && Text(step, "layer") == what.Split('.')[0]).ToList();
            var stated = Stated(what.Split('.')[0]);
            decimal[] may =
                stated.Length > 0 ? [.. Sums(stated), 1]
                : used.TryGetValue(what, out var own) ? own
                : what == "admissions" ? Admissions()
                : Accounts.Contains(what) ? Changes(what)
                : what.Contains('.') ? WithoutLine(layers)
                : layers.Count > 0 ? [0, 1]
                : Sums(used.Where(one => !grown.ContainsKey(one.Key)).Select(one => one.Value).Concat(Stated("")));
            if (!may.Contains(by))
                Same($"history: {what}", by, may[^1]);
        }
    }

    /// <summary>What a step that has no line may add to its running sum: nothing; what its layer pays; or what it works on.</summary>
    private decimal[] WithoutLine(List<JsonElement> layer) =>
        [
            0,
            layer.Sum(Paid),
            layer.Sum(Deducted),
            layer.Where(step => Text(step, "kind") == "band").Sum(step => Of(step, "base")),
            .. layer.Select(step => Of(step, "base")),
            .. layer.Select(step => Of(step, "base") - Of(step, "amount")),
        ];

    /// <summary>What lines of one step may add to its running sum.</summary>
    private decimal[] Used(JsonElement[] lines)
    {
        var (kind, layer) = (Text(lines[^1], "kind"), _steps.Where(step => Text(step, "layer") == Text(lines[0], "layer")).ToList());
        var cost = lines.Where(line => Text(line, "kind") == kind).Sum(line => Of(line, "base"));
        // A deductible of each claim adds up under a ceiling alone, which a row of the claim may not have.
        if (kind == "deductible")
            return Text(lines[^1], "per") == "claim" && lines.All(line => Text(line, "kind") != "deductible_ceiling")
                ? [lines.Sum(Deducted), 0]
                : [lines.Sum(Deducted)];
        if (kind == "band")
            return [cost, cost + layer.Sum(Deducted)];
        var at = layer.FindIndex(step => Text(step, "step") == Text(lines[0], "step"));
        return [cost - layer.Skip(at).Where(step => Text(step, "kind") == kind).Sum(step => Of(step, "amount"))];
    }
}
