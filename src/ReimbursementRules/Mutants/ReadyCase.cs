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
    /// <param name="story">The claims.</param>
    /// <param name="settled">What the rulebook says of them.</param>
    /// <param name="other">What the mutant says of them.</param>
    /// <param name="survivor">The mutant.</param>
    public static string Of(Story story, FoldedClaim[] settled, FoldedClaim[] other, Survivor survivor)
    {
        var text = new StringBuilder();
        text.Append("- case: ").AppendLine(Quoted($"Fails where {survivor.Change.En} [{survivor.Place}]"));
        text.Append("  why: ").AppendLine(Quoted(Why(settled)));
        text.AppendLine("  unsigned: true");
        if (!story.Before.Entries.IsEmpty)
            text.AppendLine($"  history: [{string.Join(", ", story.Before.Entries.Select(Entry))}]");
        var isOne = story.Claims.Length == 1;
        if (!isOne)
            text.AppendLine("  claims:");
        for (var i = 0; i < story.Claims.Length; i++)
        {
            text.AppendLine($"{(isOne ? "  " : "    - ")}claim: {StatedClaim.Show(story.Claims[i])}");
            text.AppendLine($"{(isOne ? "  " : "      ")}expect: {{ {string.Join(", ", Expected(settled[i], other[i]))} }}");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Expected(FoldedClaim one, FoldedClaim other)
    {
        if (one.Settlement is not { } settlement)
        {
            yield return $"invalid: [{Tellings.Codes(one)}]";
            yield break;
        }

        foreach (var (payer, amount) in Tellings.Payers(settlement))
            yield return $"{payer}: {Amount(amount)}";
        yield return $"patient: {Amount(settlement.Patient)}";
        if (settlement.Account != Money.Zero || other.Settlement?.Account > Money.Zero)
            yield return $"account: {Amount(settlement.Account)}";
        if (settlement.Hospital != Money.Zero || other.Settlement is { } differs && differs.Hospital != Money.Zero)
            yield return $"hospital: {Amount(settlement.Hospital)}";
        if (settlement.Status != (other.Settlement?.Status ?? SettlementStatus.Settled))
            yield return $"status: {settlement.Status.ToString().ToLowerInvariant()}";
        if (other.Settlement is not { } changed)
            yield break;
        if (Tellings.Findings(settlement) != Tellings.Findings(changed))
            yield return $"findings: [{Tellings.Findings(settlement)}]";
        var parts = Differing(Tellings.Parts(settlement), Tellings.Parts(changed), settlement.Legend.Parts);
        if (parts.Count > 0)
            yield return $"parts: {{ {string.Join(", ", parts.Select(part => $"{part.Name}: {Amount(part.Amount)}"))} }}";
        if (Tellings.Of(one, other) == Telling.History)
            yield return $"history: {{ {string.Join(", ", Used(settlement, changed))} }}";
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

    /// <summary>The sums of the trace, claim after claim.</summary>
    private static string Why(FoldedClaim[] settled)
    {
        var said = new List<string>();
        foreach (var (i, one) in settled.Index())
        {
            var sums = one.Settlement is { } settlement
                ? string.Join(' ', Sums(settlement))
                : $"Not valid: {one.Problems!.Problems[0].Message.En}";
            if (sums.Length == 0)
                sums = "No step moves anything.";
            said.Add(settled.Length == 1 ? sums : $"{i + 1}: {sums}");
        }

        return string.Join(' ', said);
    }

    private static IEnumerable<string> Sums(Settlement settlement)
    {
        Rate? share = null;
        foreach (var step in settlement.Steps)
        {
            share = step.Kind == StepKind.QuotaShare ? step.Rate : share;
            yield return StepWords.Say(step, share).En;
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
