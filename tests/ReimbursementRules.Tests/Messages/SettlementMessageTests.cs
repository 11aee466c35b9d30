using ReimbursementRules.Json;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What can be wrong with a settlement or a ledger that is read back, and what a replay tells.</summary>
public sealed class SettlementMessageTests
{
    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "settlement.changed",
                "\"fund\": 300.00,\n    \"aid\": 0.00\n  },\n  \"parts\"",
                "\"fund\": 301.00,\n    \"aid\": 0.00\n  },\n  \"parts\"",
                "'payers.fund' says '301.00', and '300.00' follows from the moves and the claim. The text was changed after it was written."
            },
            {
                "settlement.payer",
                "\"payer\": \"fund\"",
                "\"payer\": \"funt\"",
                "'funt' is none of the payers of this settlement. Did you mean 'fund'?"
            },
            {
                "settlement.count",
                "\"items\": [\n    {\n      \"class\"",
                "\"items\": [\n    { \"over_ceiling\": 0, \"first_self_pay\": 0, \"refused\": 0, \"out_of_scope\": 0, "
                    + "\"source\": { \"file\": \"x\", \"line\": 1, \"column\": 1, \"example\": false } },\n    {\n      \"class\"",
                "there are 2 items here, and the claim has 1."
            },
            {
                "settlement.linked",
                "  \"status\": ",
                "  \"linked\": { \"items\": [{ \"item\": 9, \"days_since_same\": 1 }] },\n  \"status\": ",
                "there is no item 9: the claim has 1. The text was changed after it was written."
            },
            {
                "settlement.sums_only",
                "\"steps\"",
                "\"trace\"",
                "this has the sums of a settlement only. Write it in full: 'settle --format json', or 'batch --full'."
            },
            {
                "settlement.moves",
                "\"part\": \"in_scope\",\n          \"payer\": \"fund\"",
                "\"part\": \"refused\",\n          \"payer\": \"fund\"",
                "the moves of this settlement cannot be made: they move more than there is. The text was changed after it was written."
            },
        };

    public static TheoryData<string, string, string> LedgerMistakes =>
        new()
        {
            {
                "ledger.rulebook",
                "{\"rulebook\":\"village\",\"opening\":[],\"arrivals\":0,\"lines\":[],\"claims\":[]}",
                "ledger.json:1:13: this ledger was kept by rulebook 'village', not by 'town'. Hand in that rulebook."
            },
            {
                "ledger.line",
                "{\"rulebook\":\"town\",\"opening\":[],\"arrivals\":0,\"lines\":[],\"claims\":[{\"claim\":{\"discharged\":\"2020-10-08\","
                    + "\"items\":[]},\"arrival\":0,\"review\":\"waiting\",\"since\":\"2020-11-01\",\"line\":3}]}",
                "ledger.json:1:174: '3' is none of the 0 lines of this ledger."
            },
        };

    public static TheoryData<string, string, string, string> Replays =>
        new()
        {
            {
                "settlement.rulebook",
                "\"rulebook\": \"town\"",
                "\"rulebook\": \"village\"",
                "this was settled by rulebook 'village', not by 'town'. Name that rulebook."
            },
            {
                "settlement.sums_only",
                "\"steps\"",
                "\"trace\"",
                "this has the sums of a settlement only. Write it in full: 'settle --format json', or 'batch --full'."
            },
            {
                "replay.differs",
                "\"patient\": 700.00,\n  \"account\"",
                "\"patient\": 70.00,\n  \"account\"",
                "'patient' was '70.00' and is '700.00' now."
            },
            { "replay.differs", "\"reversal\": false", "\"reversal\": false,\n  \"more\": 1", "'more' was '1' and is not there now." },
            { "replay.differs", "\"hospital\": 0.00,\n  \"payers\"", "\"payers\"", "'hospital' was not there and is '0.00' now." },
        };

    private static string Json(Rulebook rulebook, string old, string now)
    {
        var json = JsonReport.Write(rulebook.Settle(TestClaim.Stay(1_000)));
        json.ShouldContain(old);
        var at = json.IndexOf(old, StringComparison.Ordinal);
        return string.Concat(json.AsSpan(0, at), now, json.AsSpan(at + old.Length));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Parse_OfAChangedSettlement_SaysWhatDoesNotHold(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        var json = Json(folder.Load(), old, now);
        Of(Should.Throw<InputException>(() => Settlement.Parse(json)).Problems, code).ShouldRead(code, "settlement.json: " + message);
    }

    [Theory]
    [MemberData(nameof(LedgerMistakes))]
    public void Restore_OfAnotherLedger_SaysWhatDoesNotHold(string code, string json, string message)
    {
        using var folder = new RulebookFolder();
        Should.Throw<InputException>(() => MemberLedger.Restore(folder.Load(), json)).Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(Replays))]
    public void Replay_OfAChangedSettlement_SaysWhatDiffers(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var json = Json(rulebook, old, now);
        IReadOnlyList<Problem> problems;
        try
        {
            problems = Replay.Of(rulebook, json).Differences;
        }
        catch (InputException e)
        {
            problems = e.Problems;
        }

        Of(problems, code).ShouldRead(code, "settlement.json: " + message);
    }

    private static List<Problem> Of(IReadOnlyList<Problem> problems, string code) =>
        [
            .. problems
                .Where(problem => problem.Code == code)
                .Select(problem => problem with { Place = new FilePlace("settlement.json", 0, 0) })
                .Take(1),
        ];
}
