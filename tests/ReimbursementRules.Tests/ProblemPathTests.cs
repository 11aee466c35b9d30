using System.Globalization;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Messages;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>What is wrong with a claim or a history names the field in a form that programs read.</summary>
public sealed class ProblemPathTests
{
    private static readonly DateOnly Year = new(2020, 1, 1);

    public static TheoryData<Func<Claim, Claim>, string> Claims =>
        new()
        {
            { claim => claim with { Items = [] }, "items" },
            { claim => claim with { Id = "3E17" }, "id" },
            { claim => claim with { Member = new() { Id = "3E17" } }, "member.id" },
            { claim => claim with { Provider = claim.Provider with { Id = "3E17" } }, "provider.id" },
            { claim => claim with { Disease = "flu\u2066s" }, "disease" },
            { claim => claim with { Department = "flu\u2066s" }, "department" },
            { claim => claim with { Discharged = default }, "discharged" },
            { claim => claim with { Discharged = new(2019, 12, 31) }, "discharged" },
            { claim => claim with { Discharged = new(3000, 1, 1) }, "discharged" },
            { claim => claim with { Admitted = new(2020, 10, 9) }, "admitted" },
            { claim => claim with { Admitted = new(2010, 10, 9) }, "admitted" },
            { claim => claim with { Filed = new(2020, 10, 7) }, "filed" },
            { claim => claim with { Approved = new(2090, 10, 7) }, "approved" },
            { claim => claim with { Member = new() { Age = -1 } }, "age" },
            {
                claim =>
                    claim with
                    {
                        Member = new() { Age = 1, Born = Year },
                    },
                "age"
            },
            { claim => claim with { Member = new() { Born = new(2020, 10, 9) } }, "born" },
            { claim => claim with { Member = new() { Born = new(1880, 10, 9) } }, "born" },
            { claim => claim with { Admission = 0 }, "admission" },
            { claim => claim with { AccountBalance = Money.FromCents(-1) }, "account_balance" },
            { claim => claim with { DaysSinceDischarge = -1 }, "days_since_discharge" },
            { claim => claim with { ProvidersToday = 0 }, "providers_today" },
            { claim => claim with { VisitsThisMonth = 0 }, "visits_this_month" },
            { claim => claim with { Setting = null }, "setting" },
            { claim => claim with { Setting = (Setting)77 }, "setting" },
            { claim => claim with { Attributes = TestClaim.Attributes(("colour", "red"), ("pace", "slow")) }, "attributes.colour" },
            { claim => claim with { Attributes = TestClaim.Attributes(("pace", "quik")) }, "attributes.pace" },
            { claim => claim with { Attributes = TestClaim.Attributes(("months", "x"), ("pace", "slow")) }, "attributes.months" },
            { claim => claim with { Attributes = TestClaim.Attributes() }, "attributes.pace" },
            { claim => With(claim, item => item with { Class = null }), "items[1].class" },
            { claim => With(claim, item => item with { Class = CatalogueClass.B }), "items[1].first_self_pay" },
            { claim => With(claim, item => item with { Amount = Money.FromCents(-1) }), "items[1].amount" },
            { claim => With(claim, item => item with { Code = "A\u2066" }), "items[1].code" },
            { claim => With(claim, item => item with { Name = "A\u2066" }), "items[1].name" },
            { claim => With(claim, item => item with { Quantity = -1 }), "items[1].quantity" },
            { claim => With(claim, item => item with { CeilingPrice = Money.FromCents(-1) }), "items[1].ceiling_price" },
            { claim => With(claim, item => item with { PurchasePrice = Money.FromCents(-1) }), "items[1].purchase_price" },
            { claim => With(claim, item => item with { DaysOfSupply = -1 }), "items[1].days_of_supply" },
            { claim => With(claim, item => item with { DaysSinceSame = -1 }), "items[1].days_since_same" },
            { claim => With(claim, item => item with { Date = new(2020, 10, 9) }), "items[1].date" },
            { claim => With(claim, item => item with { Date = new(2010, 10, 9) }), "items[1].date" },
            { claim => With(claim, item => item with { Attributes = TestClaim.Attributes(("x", "y")) }), "items[1].attributes.x" },
            { claim => claim with { Items = [.. Enumerable.Repeat(TestClaim.A(1) with { Amount = Money.Largest }, 2)] }, "items" },
        };

    [Theory]
    [MemberData(nameof(Claims))]
    public void Validate_ClaimWithMistake_HasThePathOfItsField(Func<Claim, Claim> change, string path)
    {
        ArgumentNullException.ThrowIfNull(change);
        var claim = TestClaim.Stay(TestClaim.A(1), TestClaim.A(2)) with { Attributes = TestClaim.Attributes(("pace", "slow")) };
        Book.Validate(claim, History.Empty).ShouldBeEmpty();
        Book.Validate(change(claim), History.Empty).Select(problem => problem.Path).Distinct().ShouldBe([path]);
    }

    [Theory]
    [InlineData("claim.yaml", "discharged: 2020-13-08\nitems: [ { class: A, amount: 1 } ]", "discharged")]
    [InlineData("claim.yaml", "items: [ { class: A, amount: 1 } ]", "discharged")]
    [InlineData("claim.yaml", "discharged: 2020-10-08", "items")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: []\nmember.id: 3.5E+17", "member.id")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: []\nagee: 5", "agee")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: []\nage: 500", "age")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: []\nage: old", "age")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: []\nattributes: { pace: [a] }", "attributes.pace")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: [ { amount: 1 }, { amount: x } ]", "items[1].amount")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: [ { amount: 1 }, { class: A } ]", "items[1].amount")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: [ { amount: 1 }, { amount: 1, class: D } ]", "items[1].class")]
    [InlineData("claim.json", """{ "discharged": "2020-10-08", "items": [ { "amount": 1, "klass": null } ] }""", "items[0].klass")]
    [InlineData("claim.yaml", "discharged: 2020-10-08\nitems: [{ amount: 1 }", "")]
    [InlineData("history.yaml", "- { what: a, per: year, since: 2020-13-01, times: 1 }", "history[0].since")]
    [InlineData("history.yaml", "entries: [ { what: a, per: year, since: 2020-01-01 } ]", "history[0]")]
    [InlineData("history.yaml", "history: [ { what: a, per: week, since: 2020-01-01, times: 1 } ]", "history[0].per")]
    [InlineData("history.yaml", "member: x\nthrough: x\nentries: []", "history.through")]
    public void Text_WithMistake_HasThePathOfItsField(string file, string text, string path)
    {
        using var folder = new RulebookFolder().With(file, text);
        var full = Path.Combine(folder.Path, file);
        Should
            .Throw<InputException>(() => file == "history.yaml" ? (object)History.Load(full) : Claim.Load(full))
            .Problems.ShouldHaveSingleItem()
            .Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("basic.shar", "2020-01-01", "history[1].what")]
    [InlineData("admissions", "2020-01-02", "history[1].since")]
    public void Validate_HistoryWithMistake_HasThePathOfItsEntry(string what, string since, string path)
    {
        var history = History.Of([
            new("admissions", null, Period.Year, new(2020, 1, 1), Money.Zero, 1),
            new(what, null, Period.Year, DateOnly.ParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture), Money.Zero, 1),
        ]);
        Paths(history).ShouldBe([path]);
    }

    /// <summary>The path is of the list that was posted, in whatever order its entries stand, and those of zero count too.</summary>
    [Theory]
    [InlineData("aaa", "admissions", "history[1].what")]
    [InlineData("admissions", "aaa", "history[2].what")]
    public void Validate_HistoryInAnyOrder_HasThePathOfThePostedEntry(string second, string third, string path)
    {
        var entries = new[] { ("nothing", 0), (second, 1), (third, 1) }.Select(entry => Entry(entry.Item1, entry.Item2)).ToList();
        Paths(History.Of(entries)).ShouldBe([path]);
        Paths(JsonSerializer.Deserialize<History>($"[{string.Join(",", entries.Select(entry => JsonSerializer.Serialize(entry)))}]")!)
            .ShouldBe([path]);

        static HistoryEntry Entry(string what, int times) => new(what, null, Period.Year, Year, Money.Zero, times);
    }

    [Fact]
    public void Validate_HistoryOfAnother_HasThePathOfWhatItStates()
    {
        Paths(History.Of([], new() { Member = "B" })).ShouldBe(["history.member"]);
        Paths(History.Of([], new() { Rulebook = "city" })).ShouldBe(["history.rulebook"]);
        Paths(History.Of([], new() { Claim = "C" })).ShouldBe(["history.claim"]);
        Paths(History.Of([], new() { Through = new(2020, 12, 1) })).ShouldBe(["history.through"]);
        Paths(History.Of([new("admissions", null, Period.Month, new(2020, 10, 1), Money.Zero, 1)])).ShouldBe(["history[0].per"]);
        Paths(History.Of([new("admissions", null, Period.Year, Year, Money.Yuan(1), 0)])).ShouldBe(["history[0].amount"]);
        Paths(History.Of([new("admissions", null, Period.Year, Year, Money.Zero, -1)])).ShouldBe(["history[0].times"]);
    }

    [Fact]
    public void Load_Policy_HasNoPaths()
    {
        using var folder = new RulebookFolder().Replace("2-basic.yaml", "75%", "many").Replace("index.yaml", "01-01", "x");
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldAllBe(problem => problem.Path.Length == 0);
    }

    /// <summary>Two fields with the same mistake are two problems, and one line.</summary>
    [Fact]
    public void Settle_SameMistakeInTwoFields_HasTwoPathsAndOneLine()
    {
        var claim = TestClaim.Stay(1) with
        {
            Id = "3E17",
            Member = new() { Id = "3E17" },
        };
        var found = Should.Throw<InputException>(() => Book.Settle(claim with { Attributes = TestClaim.Attributes(("pace", "slow")) }));
        found.Problems.Select(problem => problem.Path).ShouldBe(["id", "member.id"]);
        found.Message.ShouldBe(found.Problems[0].ToString());
    }

    /// <summary>No row of the table of messages has a path that leads nowhere.</summary>
    [Fact]
    public void Path_OfEveryMistakeInCode_LeadsToAField()
    {
        string[] known =
        [
            .. ClaimFields.All.Select(field => field.Key),
            "items",
            .. ItemFields.All.Select(field => $"items[].{field.Key}"),
        ];
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        foreach (var row in ClaimMessageTests.CodeMistakes)
        foreach (var problem in rulebook.Validate(((Func<Claim, Claim>)row[1])(TestClaim.Stay(100)), History.Empty))
            known.ShouldContain(new string([.. problem.Path.Where(sign => !char.IsDigit(sign))]));
    }

    private static Rulebook Book { get; } = Load();

    private static Rulebook Load()
    {
        using var folder = new RulebookFolder()
            .Replace("index.yaml", "payers:", "facts: { pace: [slow, fast], months: { kind: number, default: 0 } }\npayers:")
            .Replace("2-basic.yaml", "{ value: 600,", "{ rows: [ { when: { pace: slow }, value: 0 }, { otherwise: true, value: 600 } ],");
        return folder.Load();
    }

    private static IEnumerable<string> Paths(History history)
    {
        var claim = TestClaim.Stay(1) with
        {
            Id = "C",
            Member = new() { Id = "A" },
            Attributes = TestClaim.Attributes(("pace", "slow")),
        };
        return Book.Validate(claim, history).Select(problem => problem.Path);
    }

    private static Claim With(Claim claim, Func<FeeItem, FeeItem> change) =>
        claim with
        {
            Items = [claim.Items[0], change(claim.Items[1])],
        };
}
