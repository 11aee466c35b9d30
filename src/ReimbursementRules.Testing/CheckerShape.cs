using System.Globalization;
using System.Text.Json;

namespace ReimbursementRules.Testing;

/// <summary>Whether a JSON has what <see cref="SettlementChecker"/> adds up, each of the kind that it reads.</summary>
internal sealed class CheckerShape
{
    private const decimal Largest = 1_000_000_000_000_000m;

    private static readonly Kind AnObject = new("an object", "对象", value => value.ValueKind == JsonValueKind.Object);
    private static readonly Kind AList = new("a list", "列表", value => value.ValueKind == JsonValueKind.Array);
    private static readonly Kind AText = new("a text", "文本", value => value.ValueKind == JsonValueKind.String);
    private static readonly Kind YesOrNo = new(
        "true or false",
        "true 或 false",
        value => value.ValueKind is JsonValueKind.True or JsonValueKind.False
    );
    private static readonly Kind ANumber = new(
        "a number below 10^15",
        "小于 10^15 的数",
        value => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && Math.Abs(number) < Largest
    );
    private static readonly Kind ARate = new(
        "a rate such as \"75%\"",
        "比例，如 \"75%\"",
        value =>
            value.ValueKind == JsonValueKind.String
            && value.GetString()!.EndsWith('%')
            && decimal.TryParse(value.GetString()![..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && rate < Largest
    );

    private static readonly string[] OfBearers = ["patient", "hospital", "account", "cash"];

    private readonly List<CheckerFinding> _findings = [];

    /// <summary>What is wrong with the shape of a text; where nothing is, what does not add up.</summary>
    public static IReadOnlyList<CheckerFinding> Read(string json, Func<JsonElement, List<CheckerFinding>> check)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement) is { Count: > 0 } findings ? findings : check(document.RootElement);
        }
        catch (JsonException e)
        {
            var (line, place) = (e.LineNumber + 1, e.BytePositionInLine + 1);
            return [NoSettlement($"what is no JSON at line {line}, byte {place},", $"非 JSON 文本（第 {line} 行第 {place} 字节）")];
        }
    }

    /// <summary>What is missing, or of another kind; none where the checker can read it all.</summary>
    /// <param name="root">The JSON.</param>
    private static List<CheckerFinding> Of(JsonElement root)
    {
        var shape = new CheckerShape();
        if (root.ValueKind == JsonValueKind.Object)
            shape.Look(root);
        else
            shape._findings.Add(NoSettlement(Short(root.GetRawText())));
        return shape._findings;
    }

    /// <summary>The text is no settlement.</summary>
    /// <param name="found">What it is.</param>
    /// <param name="foundZh">The same in Chinese, where it is not JSON.</param>
    private static CheckerFinding NoSettlement(string found, string? foundZh = null) =>
        new(
            "settlement",
            $"{found} was found; expected is a settlement in full, a JSON object as JsonReport.Write writes it.",
            $"现为{foundZh ?? $" {found}"}；应为完整的结算结果，即 JsonReport.Write 写出的 JSON 对象。"
        );

    private void Look(JsonElement root)
    {
        Must("", root, "reversal", YesOrNo);
        May("", root, AText, "status", "account_payer");
        Bearers("", root, "bill");
        if (root.TryGetProperty("account_payers", out _))
            foreach (var (i, account) in Must("", root, "account_payers", AList)?.EnumerateArray().Index() ?? [])
                Is($"account_payers[{i}]", account, AText);
        if (root.TryGetProperty("accounts", out var accounts) && Is("accounts", accounts, AnObject))
            May("accounts", accounts, ANumber, [.. accounts.EnumerateObject().Select(one => one.Name)]);
        foreach (var (path, item) in Listed("", root, "items"))
            Bearers(path, item, "fee", "out_of_scope", "over_ceiling", "first_self_pay", "in_scope", "refused");
        foreach (var (path, step) in Listed("", root, "steps"))
            Step(path, step);
        if (Must("", root, "parts", AnObject) is { } parts)
            foreach (var part in parts.EnumerateObject())
                if (Is($"parts.{part.Name}", part.Value, AnObject))
                    Bearers($"parts.{part.Name}", part.Value, "amount", "at_first");
        if (Must("", root, "claim", AnObject) is { } claim)
        {
            May("claim", claim, AText, "setting", "transferred", "stay_began");
            May("claim", claim, ANumber, "admission");
            if (claim.TryGetProperty("account_balance", out var balance) && balance.ValueKind == JsonValueKind.Object)
                May("claim.account_balance", balance, ANumber, [.. balance.EnumerateObject().Select(one => one.Name)]);
            else
                May("claim", claim, ANumber, "account_balance");
            foreach (var (path, item) in Listed("claim", claim, "items"))
            {
                May(path, item, ANumber, "amount", "ceiling_price");
                May(path, item, AText, "quantity");
            }
        }

        string[] histories =
            root.TryGetProperty("reversal", out var reversal) && reversal.ValueKind == JsonValueKind.True
                ? ["history", "history_before", "settled_from"]
                : ["history", "history_before"];
        foreach (var key in histories)
            if (Must("", root, key, AnObject) is { } history)
                foreach (var (path, entry) in Listed(key, history, "entries"))
                {
                    May(path, entry, AText, "what");
                    May(path, entry, ANumber, "amount", "times");
                }
    }

    private void Step(string path, JsonElement step)
    {
        May(path, step, AText, "kind", "per", "layer", "step");
        May(path, step, ANumber, "base", "amount", "due", "limit", "upper", "before", "days", "rest");
        May(path, step, ARate, "rate", "rate_before");
        if (Must(path, step, "says", AnObject) is { } says)
            May($"{path}.says", says, AText, "en", "zh");
        foreach (var (place, move) in Listed(path, step, "moves"))
        {
            May(place, move, AText, "part", "kept_as", "payer");
            May(place, move, ANumber, "amount");
            if (move.TryGetProperty("items", out var items) && Is($"{place}.items", items, AList))
                foreach (var (i, amount) in items.EnumerateArray().Index())
                    Is($"{place}.items[{i}]", amount, ANumber);
        }
    }

    private void Bearers(string path, JsonElement of, params ReadOnlySpan<string> more)
    {
        May(path, of, ANumber, OfBearers);
        May(path, of, ANumber, more);
        if (Must(path, of, "payers", AnObject) is { } payers)
            foreach (var payer in payers.EnumerateObject())
                Is($"{At(path, "payers")}.{payer.Name}", payer.Value, ANumber);
    }

    /// <summary>The objects of a list that must be there.</summary>
    private IEnumerable<(string Path, JsonElement One)> Listed(string path, JsonElement of, string key) =>
        Must(path, of, key, AList) is not { } list
            ? []
            : list.EnumerateArray()
                .Select((one, i) => (Path: $"{At(path, key)}[{i}]", One: one))
                .Where(one => Is(one.Path, one.One, AnObject));

    private JsonElement? Must(string path, JsonElement of, string key, Kind kind)
    {
        if (of.TryGetProperty(key, out var value))
            return Is(At(path, key), value, kind) ? value : null;
        _findings.Add(new(At(path, key), $"nothing is said; expected is {kind.En}.", $"未写明；应为{kind.Zh}。"));
        return null;
    }

    private void May(string path, JsonElement of, Kind kind, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (of.TryGetProperty(key, out var value))
                Is(At(path, key), value, kind);
    }

    private bool Is(string path, JsonElement value, Kind kind)
    {
        if (kind.Fits(value))
            return true;
        var found = Short(value.GetRawText());
        _findings.Add(new(path, $"{found} is said; expected is {kind.En}.", $"写明 {found}；应为{kind.Zh}。"));
        return false;
    }

    private static string At(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Short(string text) => text.Length > 40 ? $"{text[..40]}…" : text;

    private sealed record Kind(string En, string Zh, Func<JsonElement, bool> Fits);
}
