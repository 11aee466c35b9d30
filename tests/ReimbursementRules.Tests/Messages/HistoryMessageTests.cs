using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What a history can state wrongly: in its file, and for a rulebook.</summary>
public sealed class HistoryMessageTests
{
    internal const string Text = """
        - { what: basic.deductible, per: year, since: 2020-01-01, amount: 300 }
        - { what: admissions, per: year, since: 2020-01-01, times: 2 }

        """;

    public static TheoryData<string, string, string, string> FileMistakes =>
        new()
        {
            { "history.value", ", amount: 300", "", "history.yaml:1:3: an entry has either 'amount' or 'times'." },
            { "history.value", "amount: 300", "amount: 300, times: 1", "history.yaml:1:3: an entry has either 'amount' or 'times'." },
            {
                "amount.form",
                "amount: 300",
                "amount: -300",
                "history.yaml:1:67: '-300' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most "
                    + "two decimals, never below zero."
            },
            {
                "number.range",
                "times: 2",
                "times: 1_000_001",
                "history.yaml:2:60: '1_000_001' is out of range. Write a whole number from 0 to 1000000."
            },
            {
                "number.form",
                "times: 2",
                "times: -2",
                "history.yaml:2:60: '-2' is not a whole number from 0 to 1,000,000,000,000, such as 14."
            },
            {
                "date.form",
                "since: 2020-01-01, amount",
                "since: 2020-02-30, amount",
                "history.yaml:1:47: '2020-02-30' is not a date: February 2020 has 29 days. Look up which day is meant: one from 01 to 29."
            },
            {
                "word.unknown",
                "per: year, since: 2020-01-01, amount",
                "per: claim, since: 2020-01-01, amount",
                "history.yaml:1:34: 'claim' cannot stand here. Known: day, stay, month, quarter, year."
            },
            {
                "key.unknown",
                "amount: 300",
                "amounts: 300, times: 1",
                "history.yaml:1:59: the key 'amounts' is not known here. Did you mean 'amount'?"
            },
            { "key.missing", "what: admissions, ", "", "history.yaml:2:3: 'what' is missing here. Add it." },
            {
                "id.form",
                "what: admissions",
                "what: Admissions",
                "history.yaml:2:11: 'Admissions' is not a name. Write small letters, digits, '_' or '-', beginning with a "
                    + "letter, at most 60."
            },
            {
                "history.twice",
                "what: admissions",
                "what: basic.deductible",
                "history.yaml:2:3: 'basic.deductible' stands a second time for the same period. Keep one entry."
            },
            {
                "mapping.expected",
                "- { what: admissions, per: year, since: 2020-01-01, times: 2 }",
                "- 5",
                "history.yaml:2:3: expected lines of the form 'key: value', found '5'."
            },
            {
                "list.expected",
                "- { what: basic.deductible, per: year, since: 2020-01-01, amount: 300 }\n- { what: admissions, per: year, "
                    + "since: 2020-01-01, times: 2 }",
                "admissions: 5",
                "history.yaml:1:1: expected a list such as [a, b], found 'key: value' lines."
            },
        };

    public static TheoryData<string, string, string, string> RulebookMistakes =>
        new()
        {
            {
                "history.unknown",
                "basic.deductible",
                "basic.deductable",
                "history.yaml:1:3: 'basic.deductable' is not a sum that town keeps. Did you mean 'basic.deductible'?"
            },
            {
                "history.unknown",
                "basic.deductible",
                "critical.cap",
                "history.yaml:1:3: 'critical.cap' is not a sum that town keeps. Known: admissions, basic.deductible."
            },
            {
                "history.period",
                "per: year, since: 2020-01-01, amount",
                "per: month, since: 2020-10-01, amount",
                "history.yaml:1:3: 'basic.deductible' is kept per year by town, not per month."
            },
            {
                "history.period",
                "per: year, since: 2020-01-01, amount",
                "per: month, since: 2020-01-01, amount",
                "history.yaml:1:3: 'basic.deductible' is kept per year by town, not per month."
            },
            {
                "history.since",
                "2020-01-01, amount",
                "2020-03-05, amount",
                "history.yaml:1:3: 'basic.deductible': the year does not begin on 2020-03-05. Write the first day of the year, 2020-01-01."
            },
            { "history.value", "times: 2", "amount: 2", "history.yaml:2:3: 'admissions' counts times. Write 'times', not 'amount'." },
            {
                "history.value",
                "amount: 300",
                "times: 300",
                "history.yaml:1:3: 'basic.deductible' adds up an amount. Write 'amount', not 'times'."
            },
        };

    public static TheoryData<string, string, string> OriginMistakes =>
        new()
        {
            {
                "history.member",
                "member: N",
                "history: this is the history of member 'N', and the claim is of 'M'. Hand in the member's own."
            },
            {
                "history.rulebook",
                "rulebook: village",
                "history: this history was kept by rulebook 'village', and the claim is settled by 'town'. Hand in what that "
                    + "rulebook kept, or state the entries without 'rulebook'."
            },
            {
                "history.own",
                "claim: A",
                "history: this history has claim 'A' in it already. Hand in the history before it, or take its settlement back first."
            },
            {
                "history.later",
                "through: 2020-10-09",
                "history: this history goes up to a claim of 2020-10-09, and the claim is of 2020-10-08. Settle claims by their "
                    + "days; a ledger settles later ones again when one comes late."
            },
        };

    [Theory]
    [MemberData(nameof(OriginMistakes))]
    public void Settle_HistoryOfAnother_SaysWhoseItIs(string code, string states, string message)
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        folder.With("history.yaml", $"{states}\nentries: []\n");
        var history = History.Load(Path.Combine(folder.Path, "history.yaml"));
        var claim = TestClaim.Stay(100) with
        {
            Id = "A",
            Member = new() { Id = "M" },
        };
        Should.Throw<InputException>(() => rulebook.Settle(claim, history)).Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(FileMistakes))]
    public void History_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        folder.With("history.yaml", Text).Replace("history.yaml", old, now);
        Should.Throw<InputException>(() => History.Load(Path.Combine(folder.Path, "history.yaml"))).Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(RulebookMistakes))]
    public void Settle_HistoryOfAnotherRulebook_SaysWhatDoesNotFit(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Replace("2-basic.yaml", "per: admission", "per: year").Load();
        folder.With("history.yaml", Text).Replace("history.yaml", old, now);
        var history = History.Load(Path.Combine(folder.Path, "history.yaml"));
        Should.Throw<InputException>(() => rulebook.Settle(TestClaim.Stay(100), history)).Problems.ShouldRead(code, message);
    }

    [Theory]
    [InlineData("admissions", 0, -1, "history: 'admissions': -1 is out of range.")]
    [InlineData("admissions", 0, int.MaxValue, "history: 'admissions': 2147483647 is out of range.")]
    [InlineData("basic.deductible", -1, 0, "history: 'basic.deductible': -0.01 is out of range.")]
    [InlineData("basic.deductible", long.MaxValue, 0, "history: 'basic.deductible': 92233720368547758.07 is out of range.")]
    public void Settle_HistoryFromCodeOutOfRange_IsRefused(string what, long cents, int times, string message)
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Replace("2-basic.yaml", "per: admission", "per: year").Load();
        var history = History.Of([new(what, null, Period.Year, new(2020, 1, 1), Money.FromCents(cents), times)]);
        Should.Throw<InputException>(() => rulebook.Settle(TestClaim.Stay(100), history)).Problems.ShouldRead("history.range", message);
    }

    [Fact]
    public void History_ThatIsNotThere_IsNamed() =>
        Should
            .Throw<InputException>(() => History.Load("no/such.yaml"))
            .Problems.ShouldRead("file.missing", "such.yaml: the file 'no/such.yaml' does not exist.");
}
