using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Json;

/// <summary>A settlement made again from its own JSON, and whether the same comes out.</summary>
/// <param name="ClaimId">The id of the claim.</param>
/// <param name="IsOtherText">True where another text of the rulebook made it, by its fingerprint, or where it does not say which.</param>
/// <param name="Differences">Where something else comes out, in the order of the JSON; none where the same does.</param>
public sealed partial record Replay(string ClaimId, bool IsOtherText, ImmutableArray<Problem> Differences)
{
    /// <inheritdoc cref="Replay" path="/param[@name='ClaimId']/node()"/>
    public string ClaimId
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(ClaimId);

    /// <inheritdoc cref="Replay" path="/param[@name='Differences']/node()"/>
    public ImmutableArray<Problem> Differences
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Differences);

    private const string File = "settlement.json";

    /// <summary>True where the same comes out: every amount, step, finding and word, and the history.</summary>
    public bool IsEqual => Differences.IsEmpty;

    /// <summary>Settles again what a settlement in JSON settled: its claim, from the history before it, as on its day and with its
    /// review.</summary>
    /// <param name="rulebook">The rulebook; rules of a program's own are asked too, without earlier claims.</param>
    /// <param name="json">The settlement in full, as <see cref="JsonReport.Write(Settlement)"/> or <see cref="JsonReport.WriteAll"/>
    /// writes it.</param>
    /// <remarks>Where another text of the rulebook made the settlement, the lines of its files do not count.</remarks>
    /// <exception cref="InputException">The text is no such settlement, is of another rulebook, or its claim is not valid any
    /// more.</exception>
    public static Replay Of(Rulebook rulebook, string json)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(json);
        var problems = new ProblemLog();
        var node = NodeReader.ReadText(File, json, problems);
        problems.ThrowForInput();
        var settled = Settled(rulebook, node!, problems);
        var again = NodeReader.ReadText(File, JsonReport.Write(settled), problems)!;
        var isOther = node!.Optional("fingerprint")?.Raw != rulebook.Fingerprint;
        var differences = new JsonDifferences((path, key) => Skips(path, key, isOther)).Between(node, again);
        return new(settled.Claim.Id, isOther, [.. differences.Select(Told)]);
    }

    private static Settlement Settled(Rulebook rulebook, Node node, ProblemLog problems)
    {
        CheckKind(rulebook, node);
        problems.ThrowForInput();
        var claim = LinkedReader.Read(node, ClaimReader.Read(node["claim"]));
        var isReversal = node["reversal"].YesNo();
        var before = HistoryReader.Read(node["history_before"], mayBeNegative: true);
        var from = isReversal ? HistoryReader.Read(node["settled_from"], mayBeNegative: true) : before;
        var after = isReversal ? HistoryReader.Read(node["history"], mayBeNegative: true) : before;
        var review = (node.Optional("review")?.OneOf("passed", "failed")) switch
        {
            null => ReviewOutcome.Waiting,
            "passed" => ReviewOutcome.Passed,
            _ => ReviewOutcome.Failed,
        };
        var asOn = node.Optional("as_on")?.Date();
        problems.ThrowForInput();
        var book = asOn is { } day && day >= rulebook.From ? rulebook.AsOn(day) : rulebook;
        var settled = book.Settle(claim, from, [], review);
        return isReversal ? settled.ReversedFrom(before, after.Origin) : settled;
    }

    private static void CheckKind(Rulebook rulebook, Node node)
    {
        if (node.IsMapping && node.Optional("bill") is not null && node.Optional("steps") is null)
            SettlementReader.SumsOnly(node);
        else if (node["rulebook"] is { IsMissing: false } of && of.Text() is var id && id != rulebook.Id)
            of.Wrong(
                "settlement.rulebook",
                $"this was settled by rulebook '{id}', not by '{rulebook.Id}'. Name that rulebook.",
                $"此结算由规则册“{id}”作出，而不是“{rulebook.Id}”。请指定该规则册。"
            );
    }

    /// <summary>What a batch adds to a line, and what follows from the claim and the reason; and of another text what is sure to differ,
    /// and what only names things.</summary>
    private static bool Skips(string path, string key, bool isOther) =>
        (path.Length == 0 && key is "number" or "line")
        || (key is "unmet" && path.StartsWith("skipped", StringComparison.Ordinal))
        || (isOther && path.Length == 0 && key is "fact_titles" or "step_titles")
        || (isOther && key is "fingerprint" or "version" && (path.Length == 0 || path is "history" or "history_before" or "settled_from"))
        || (
            isOther
            && key is "file" or "line" or "column"
            && (path.EndsWith("source", StringComparison.Ordinal) || path.EndsWith("standard", StringComparison.Ordinal))
        );

    private static Problem Told(JsonDifference difference)
    {
        var (was, now) = (difference.Was, difference.Now);
        return new(
            new(File, difference.Line, difference.Column),
            "replay.differs",
            was.Length == 0 ? new($"'{difference.Path}' was not there and is '{now}' now.", $"原无“{difference.Path}”，现为“{now}”。")
                : now.Length == 0
                    ? new($"'{difference.Path}' was '{was}' and is not there now.", $"“{difference.Path}”原为“{was}”，现已没有。")
                : new($"'{difference.Path}' was '{was}' and is '{now}' now.", $"“{difference.Path}”原为“{was}”，现为“{now}”。")
        );
    }
}
