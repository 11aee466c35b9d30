using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>Writes claims that tell a mutant from the rulebook as a case of a case file: what the rulebook says of them, with its
/// sums.</summary>
internal static class ReadyCase
{
    private static readonly BilingualText NothingMoves = new("No step moves anything.", "没有步骤移动金额。");

    /// <param name="rulebook">The rulebook.</param>
    /// <param name="story">The claims.</param>
    /// <param name="noticed">The mutants that the case notices, at least one, and what each says of the claims.</param>
    /// <param name="language">The language of its name and its sums.</param>
    public static string Of(
        Rulebook rulebook,
        Story story,
        IReadOnlyList<(Survivor Survivor, FoldedClaim[] Settled)> noticed,
        Language language
    )
    {
        var settled = story.SettledBy(rulebook);
        var text = new StringBuilder();
        text.Append("- case: ").AppendLine(Quoted(Name([.. noticed.Select(one => one.Survivor)]).In(language)));
        text.Append("  why: ").AppendLine(Quoted(Why(rulebook, settled, language)));
        text.AppendLine("  unsigned: true");
        if (!story.Before.Entries.IsEmpty)
            text.AppendLine($"  history: [{string.Join(", ", story.Before.Entries.Select(Entry))}]");
        var isOne = story.Claims.Length == 1;
        if (!isOne)
            text.AppendLine("  claims:");
        for (var i = 0; i < story.Claims.Length; i++)
        {
            text.AppendLine($"{(isOne ? "  " : "    - ")}claim: {StatedClaim.Show(story.Claims[i])}");
            var expected = Expected(settled[i], [.. noticed.Select(one => one.Settled[i])]);
            text.AppendLine($"{(isOne ? "  " : "      ")}expect: {{ {string.Join(", ", expected)} }}");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Each change that the case notices; they stand in one place.</summary>
    private static BilingualText Name(IReadOnlyList<Survivor> survivors) =>
        new(
            $"Fails where {string.Join("; or ", survivors.Select(one => one.Change.En))} [{survivors[0].Place}]",
            $"若{string.Join("，或", survivors.Select(one => one.Change.Zh))}，则不通过 [{survivors[0].Place}]"
        );

    /// <summary>What the rulebook says of a claim, as far as some mutant says otherwise.</summary>
    private static IEnumerable<string> Expected(FoldedClaim one, FoldedClaim[] others)
    {
        if (one.Settlement is not { } settlement)
        {
            yield return $"invalid: [{Tellings.Codes(one)}]";
            yield break;
        }

        Settlement[] changed = [.. others.Select(other => other.Settlement).OfType<Settlement>()];
        foreach (var (payer, amount) in Tellings.Payers(settlement))
            yield return $"{payer}: {Amount(amount)}";
        yield return $"patient: {Amount(settlement.Patient)}";
        if (settlement.Account != Money.Zero || changed.Any(other => other.Account > Money.Zero))
            yield return $"account: {Amount(settlement.Account)}";
        if (settlement.Hospital != Money.Zero || changed.Any(other => other.Hospital != Money.Zero))
            yield return $"hospital: {Amount(settlement.Hospital)}";
        if (others.Any(other => settlement.Status != (other.Settlement?.Status ?? SettlementStatus.Settled)))
            yield return $"status: {settlement.Status.ToString().ToLowerInvariant()}";
        if (changed.Any(other => Tellings.Findings(settlement) != Tellings.Findings(other)))
            yield return $"findings: [{Tellings.Findings(settlement)}]";
        var parts = changed
            .SelectMany(other => Differing(Tellings.Parts(settlement), Tellings.Parts(other), settlement.Legend.Parts))
            .Distinct()
            .OrderBy(part => part.Name, StringComparer.Ordinal)
            .ToList();
        if (parts.Count > 0)
            yield return $"parts: {{ {string.Join(", ", parts.Select(part => $"{part.Name}: {Amount(part.Amount)}"))} }}";
        var used = others
            .Where(other => other.Settlement is not null && Tellings.Of(one, other) == Telling.History)
            .SelectMany(other => Used(settlement, other.Settlement!))
            .Distinct()
            .ToList();
        if (used.Count > 0)
            yield return $"history: {{ {string.Join(", ", used)} }}";
    }

    /// <summary>The sums of one that are not those of the other; zero where one has none, if it knows the name.</summary>
    private static List<(string Name, Money Amount)> Differing(
        IEnumerable<(string Name, Money Amount)> one,
        IEnumerable<(string Name, Money Amount)> other,
        IReadOnlyList<string> known
    )
    {
        var (mine, theirs) = (
            one.ToDictionary(part => part.Name, part => part.Amount),
            other.ToDictionary(part => part.Name, part => part.Amount)
        );
        return
        [
            .. mine
                .Keys.Union(theirs.Keys)
                .Where(name => known.Contains(name) && mine.GetValueOrDefault(name) != theirs.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal)
                .Select(name => (name, mine.GetValueOrDefault(name))),
        ];
    }

    private static IEnumerable<string> Used(Settlement one, Settlement other)
    {
        var theirs = Tellings.Used(other).ToList();
        foreach (var used in Tellings.Used(one))
            if (!theirs.Contains(used))
                yield return used.Times != 0 ? $"{used.Name}: {used.Times}" : $"{used.Name}: {Amount(used.Amount)}";
        foreach (var used in theirs)
            if (one.Legend.Slots.Any(slot => slot.What == used.Name) && !Tellings.Used(one).Any(mine => mine.Name == used.Name))
                yield return $"{used.Name}: 0";
    }

    /// <summary>The cut of the items and the sums of the trace, claim after claim.</summary>
    private static string Why(Rulebook rulebook, FoldedClaim[] settled, Language language)
    {
        var (said, space) = (new List<string>(), language == Language.English ? " " : "");
        foreach (var (i, one) in settled.Index())
        {
            var sums = one.Settlement is { } settlement
                ? string.Join(space, Sums(rulebook, settlement).Select(sum => sum.In(language)))
                : Invalid(one.Problems!.Problems[0].Message).In(language);
            if (sums.Length == 0)
                sums = NothingMoves.In(language);
            said.Add(settled.Length == 1 ? sums : $"{i + 1}: {sums}");
        }

        return string.Join(' ', said);
    }

    private static BilingualText Invalid(BilingualText message) => new($"Not valid: {message.En}", $"单据无效：{message.Zh}");

    private static IEnumerable<BilingualText> Sums(Rulebook rulebook, Settlement settlement)
    {
        foreach (var cut in ItemWords.Say(rulebook, settlement))
            yield return cut;
        Rate? share = null;
        foreach (var step in settlement.Steps)
        {
            share = step.Kind == StepKind.QuotaShare ? step.Rate : share;
            yield return StepWords.Say(step, share);
        }
    }

    private static string Entry(HistoryEntry entry)
    {
        var each = entry.Each is { } word ? $"each: {StatedClaim.Show(word)}, " : "";
        var used = entry.Times != 0 ? $"times: {entry.Times}" : $"amount: {StatedClaim.Show(entry.Amount)}";
        return $"{{ what: {entry.What}, {each}per: {EnumWords.Of(entry.Per)}, since: {IsoDay.Show(entry.Since)}, {used} }}";
    }

    private static string Amount(Money amount) => amount.ToReadable().Replace(',', '_');

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
