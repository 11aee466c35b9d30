using System.Globalization;
using System.Text.Json;
using static ReimbursementRules.Testing.CheckerReading;

namespace ReimbursementRules.Testing;

/// <summary>Adds a settlement up with a pocket calculator, from its full JSON alone. It shares no code with what settles claims.</summary>
/// <remarks>What JSON alone cannot tell is not looked at: lines and columns of sources, facts of the claim that are no amount, and which
/// item a finding that only flags is about.</remarks>
public sealed partial class SettlementChecker
{
    private static readonly string[] Cuts = ["out_of_scope", "over_ceiling", "first_self_pay", "in_scope", "refused"];
    private static readonly string[] Paying = ["band", "quota_share", "quota_saving", "account", "top_up"];

    private readonly List<CheckerFinding> _findings = [];
    private readonly JsonElement _root;
    private readonly decimal _sign;
    private readonly JsonElement[] _items;
    private readonly JsonElement[] _steps;

    private SettlementChecker(JsonElement root)
    {
        (_root, _sign) = (root, root.GetProperty("reversal").GetBoolean() ? -1 : 1);
        _items = [.. root.GetProperty("items").EnumerateArray()];
        _steps = [.. root.GetProperty("steps").EnumerateArray()];
    }

    /// <summary>What does not add up.</summary>
    /// <param name="json">A settlement in full, as <c>JsonReport.Write</c> writes it.</param>
    /// <returns>Each number that is not what the others say; none where all add up. Of a text that is no settlement, what was expected and
    /// where.</returns>
    public static IReadOnlyList<CheckerFinding> Check(string json) => CheckerShape.Read(json, root => new SettlementChecker(root).All());

    private List<CheckerFinding> All()
    {
        CheckItems();
        CheckTotals();
        CheckMoves();
        CheckSteps();
        CheckHistory();
        return _findings;
    }

    private void CheckItems()
    {
        var stated = _root.GetProperty("claim").GetProperty("items");
        Same("items", stated.GetArrayLength(), _items.Length);
        foreach (var (i, item) in _items.Take(stated.GetArrayLength()).Index())
        {
            var (path, fee) = ($"items[{i}]", Of(item, "fee"));
            Same($"{path}.fee", fee, Number(stated[i], "amount"));
            Same(path, fee, Cuts.Sum(cut => Of(item, cut)));
            CheckBearers(path, item, fee);
            if (Of(item, "out_of_scope") == 0 && Of(item, "refused") == 0)
                Most($"{path}.over_ceiling", Above(stated[i], fee), Of(item, "over_ceiling"));
        }
    }

    /// <summary>Who bears a whole: payers, patient and hospital; and the patient by account and cash.</summary>
    private void CheckBearers(string path, JsonElement of, decimal whole)
    {
        Same(path, whole, Payers(of).Sum(payer => payer.Amount) + Of(of, "patient") + Of(of, "hospital"));
        Same($"{path}.patient", Of(of, "patient"), Of(of, "account") + Of(of, "cash"));
    }

    private void CheckTotals()
    {
        CheckBearers("bill", _root, Of(_root, "bill"));
        Same("bill", Of(_root, "bill"), _items.Sum(item => Of(item, "fee")));
        JsonElement[] parts = [.. _root.GetProperty("parts").EnumerateObject().Select(part => part.Value)];
        foreach (var part in _root.GetProperty("parts").EnumerateObject())
            CheckBearers($"parts.{part.Name}", part.Value, Of(part.Value, "amount"));
        foreach (var all in (JsonElement[][])[parts, _items])
        {
            foreach (var key in (string[])["patient", "account", "cash", "hospital"])
                Same(key, Of(_root, key), all.Sum(one => Of(one, key)));
            foreach (var (payer, amount) in Payers(_root))
                Same($"payers.{payer}", amount, all.Sum(one => Of(one.GetProperty("payers"), payer)));
        }
    }

    /// <summary>Every move of money: what the patient holds of each part, and who has the rest.</summary>
    private void CheckMoves()
    {
        var held = Cuts.ToDictionary(cut => cut, cut => _items.Sum(item => Of(item, cut)));
        var first = new Dictionary<string, decimal>(held);
        var borne = new Dictionary<(string Part, string Payer), decimal>();
        foreach (var (i, step) in _steps.Index())
        foreach (var move in step.GetProperty("moves").EnumerateArray())
        {
            var (part, amount) = (Text(move, "part"), Of(move, "amount"));
            if (move.TryGetProperty("items", out var ofItems))
                Same($"steps[{i}].moves.items", amount, ofItems.EnumerateArray().Sum(item => item.GetDecimal()) * _sign);
            if (Text(step, "kind") == "quota_saving")
                Add(borne, (part, "hospital"), -amount);
            else
                Add(held, part, -amount);
            if (Text(move, "kept_as") is { Length: > 0 } name)
                (_, _) = (Add(held, name, amount), Add(first, name, amount));
            else
                Add(borne, (part, Text(move, "payer")), amount);
        }

        foreach (var part in _root.GetProperty("parts").EnumerateObject())
        {
            var (path, told) = ($"parts.{part.Name}", part.Value);
            Same($"{path}.at_first", Of(told, "at_first"), first.GetValueOrDefault(part.Name));
            Same($"{path}.cash", Of(told, "cash"), held.GetValueOrDefault(part.Name));
            Same($"{path}.account", Of(told, "account"), Accounts.Sum(account => borne.GetValueOrDefault((part.Name, account))));
            Same($"{path}.hospital", Of(told, "hospital"), borne.GetValueOrDefault((part.Name, "hospital")));
            foreach (var (payer, amount) in Payers(told))
                Same($"{path}.payers.{payer}", amount, borne.GetValueOrDefault((part.Name, payer)));
        }

        CheckAccounts(borne);
    }

    private void CheckSteps()
    {
        foreach (var (i, step) in _steps.Index())
            CheckStep($"steps[{i}]", step);
        foreach (var layer in _steps.Where(IsOfLayer).GroupBy(step => Text(step, "layer")))
            CheckLayer([.. layer], layer.Key);
    }

    private void CheckStep(string path, JsonElement step)
    {
        var (kind, @base, amount, due) = (Text(step, "kind"), Of(step, "base"), Of(step, "amount"), Due(step));
        var (limit, rate) = (Number(step, "limit"), Percent(step, "rate"));
        var left = Math.Max(0, limit - Number(step, "before"));
        Most($"{path}.amount", amount, due);
        decimal? expected = kind switch
        {
            "deductible" when Text(step, "per") != "item" => Math.Min(@base, left),
            "cap_on_payment" or "cap_on_cost" or "deductible_ceiling" => @base - Math.Min(@base, left),
            "account" => Math.Min(@base, left),
            "quota_share" or "quota_excess" or "tolerance" or "weighted" => Round(@base * rate),
            "bed_days" => @base * Number(step, "days"),
            _ when CheckerChanges.Made(kind, step, _sign) is { } made => made,
            "refusal" or "stated" => @base,
            "top_up" => left,
            "band" when !Text(step.GetProperty("says"), "en").Contains("rounded as the policy says", StringComparison.Ordinal) => Round(
                @base * rate
            ),
            _ => null,
        };
        if (expected is { } sum)
            Same($"{path}.{(due == amount ? "amount" : "due")}", due, sum);
        else if (kind == "band")
            About($"{path}.amount", due, @base * rate);
        if (kind == "top_up")
            Same($"{path}.limit", limit, Round(@base * rate));
        else if (kind == "account")
            CheckBalance(path, step, limit);
        else if (kind == "band" && step.TryGetProperty("upper", out var upper))
            Most($"{path}.base", @base, upper.GetDecimal() - limit);
        else if (kind == "rate_change" && due > 0)
            About($"{path}.amount", due, (Percent(step, "rate_before") - rate) * @base);
        else if (kind == "quota_excess")
            Most($"{path}.rest", Of(step, "rest"), @base - amount);
        CheckSentence(path, step);
    }

    /// <summary>Every number of a step but nothing stands in its sentence, in both languages.</summary>
    private void CheckSentence(string path, JsonElement step)
    {
        var says = step.GetProperty("says");
        var (en, zh) = (Told(Text(says, "en")), Told(Text(says, "zh")));
        Same($"{path}.says", en.Sum(Value), zh.Sum(Value));
        foreach (var key in (string[])["base", "amount", "due", "limit", "upper", "before", "rate", "rate_before", "days", "rest"])
        {
            if (!step.TryGetProperty(key, out var value) || (key == "rest" && Of(step, key) == Of(step, "base") - Of(step, "amount")))
                continue;
            var text =
                value.ValueKind == JsonValueKind.String ? value.GetString()!
                : key == "days" ? value.GetRawText()
                : Math.Abs(value.GetDecimal()).ToString("#,##0.00", CultureInfo.InvariantCulture);
            var isSaid = text is "0.00" or "" || (en.Contains(text) && zh.Contains(text));
            Find(!isSaid, $"{path}.{key}", $"{text} does not stand in '{Text(says, "en")}'", $"{text} 不在“{Text(says, "zh")}”中");
        }
    }

    /// <summary>What one layer works on from step to step, and what it pays.</summary>
    private void CheckLayer(JsonElement[] steps, string path)
    {
        decimal? cost = null;
        var (paid, standard) = (0m, (decimal?)null);
        foreach (var (at, found, sum) in CheckerChanges.Of(steps, _sign))
            Same($"{path}.{at}", found, sum);
        for (var i = 0; i < steps.Length; i++)
        {
            var (step, kind) = (steps[i], Text(steps[i], "kind"));
            var (@base, amount) = (Of(step, "base"), Of(step, "amount"));
            if (kind is "deductible" or "cap_on_cost" or "cap_on_payment")
            {
                Known($"{path}.{Text(step, "step")}.limit", standard, Number(step, "limit"));
                standard = null;
            }

            if (kind == "deductible")
                cost = Text(step, "per") == "item" ? null : @base - Due(step);
            else if (kind == "cap_on_cost")
            {
                // A cap may be of some items, and then its base is less than what the layer works on.
                Most($"{path}.{Text(step, "step")}.base", @base * _sign, (cost ?? @base) * _sign);
                cost -= amount;
            }
            else if (kind == "cap_on_payment")
                Most($"{path}.{Text(step, "step")}.base", @base * _sign, paid * _sign);
            else if (kind.StartsWith("amount_", StringComparison.Ordinal))
                standard = amount;
            else if (kind == "deductible_ceiling")
                standard = @base - amount;
            else if (kind is "bed_days" or "tolerance")
                standard = kind == "tolerance" ? @base + amount : (standard ?? 0) + amount;
            else if (kind == "quota_share")
            {
                var excess = steps.Where(one => Text(one, "kind") is "quota_excess").Sum(one => Of(one, "base"));
                cost = Known($"{path}.{Text(step, "step")}.base", cost, @base + excess);
                Known($"{path}.{Text(step, "step")}.limit", standard, Number(step, "limit"));
                standard = null;
            }
            else if (kind == "quota_saving")
                Known($"{path}.{Text(step, "step")}.base", cost, Number(step, "limit") - @base);
            paid += Paid(step);
            var next = kind == "band" ? "rate" : "rate_before";
            if (i > 0 && Text(steps[i - 1], "kind") == "rate_change")
                Same($"{path}.{Text(step, "step")}.rate", Percent(step, next), Percent(steps[i - 1], "rate"));
        }

        var bands = steps.Where(step => Text(step, "kind") == "band").ToList();
        if (bands.Count > 0)
            Known($"{path}.{Text(bands[0], "step")}.base", cost, bands.Sum(band => Of(band, "base")));
        var moved = steps
            .SelectMany(step => step.GetProperty("moves").EnumerateArray())
            .Where(move => move.TryGetProperty("payer", out var payer) && payer.GetString() != "hospital");
        Same(path, paid, moved.Sum(move => Of(move, "amount")));
    }

    private decimal Due(JsonElement step) => Of(step, step.TryGetProperty("due", out _) ? "due" : "amount");

    private decimal Deducted(JsonElement step) => Text(step, "kind") == "deductible" ? Due(step) : 0;

    /// <summary>What a step adds to what its layer pays.</summary>
    private decimal Paid(JsonElement step) =>
        Text(step, "kind") == "cap_on_payment" ? -Of(step, "amount")
        : Paying.Contains(Text(step, "kind")) ? Of(step, "amount")
        : 0;

    private decimal Known(string path, decimal? expected, decimal found)
    {
        Same(path, found, expected ?? found);
        return found;
    }

    private void Same(string path, decimal found, decimal sum) =>
        Find(found != sum, path, $"{found} is said, and the others come to {sum}.", $"写明 {found}，而由其他数字得 {sum}。");

    private void Most(string path, decimal found, decimal most) =>
        Find(found > most, path, $"{found} is said, and there are at most {most}.", $"写明 {found}，而至多为 {most}。");

    /// <summary>Off by a cent for each item at most, where a policy rounds elsewhere.</summary>
    private void About(string path, decimal found, decimal sum) =>
        Same(path, found, Math.Abs(found - sum) > 0.01m * Math.Max(1, _items.Length) ? Round(sum) : found);

    private void Find(bool isWrong, string path, string en, string zh) => _findings.AddRange(isWrong ? [new(path, en, zh)] : []);

    private IEnumerable<(string Payer, decimal Amount)> Payers(JsonElement of) =>
        of.GetProperty("payers").EnumerateObject().Select(payer => (payer.Name, payer.Value.GetDecimal() * _sign));

    private decimal Of(JsonElement of, string key) => Number(of, key) * _sign;

    private static bool IsOfLayer(JsonElement step) =>
        Text(step, "kind") is not ("refusal" or "over_ceiling" or "weighted" or "stated")
        && !(Text(step, "layer") == "catalogue" && Text(step, "step") == "first_self_pay");
}
