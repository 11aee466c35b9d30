using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Spaces;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Engines;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Spaces;

/// <summary>What claims range over, and claims that are made of it.</summary>
public sealed class ClaimSpaceTests
{
    private const int ClaimsOfAFolder = 500;

    public static TheoryData<string> Folders => [.. Compared.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Make_AnyNumbers_IsSettled(string folder)
    {
        var rulebook = Compared.Of(folder).ByGrid;
        var space = ClaimSpace.Of(rulebook);
        var dice = new Dice(20_261_128);
        for (var i = 0; i < ClaimsOfAFolder; i++)
        {
            var claim = space.Make(Numbers(space, dice));
            rulebook.TrySettle(claim, History.Empty, out _, out var problems).ShouldBeTrue(Told(claim, problems));
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void MakeYear_AnyNumbers_IsSettledInItsOrder(string folder)
    {
        var rulebook = Compared.Of(folder).ByGrid;
        var space = ClaimSpace.Of(rulebook);
        var dice = new Dice(20_261_129);
        for (var i = 0; i < ClaimsOfAFolder / 10; i++)
        {
            var history = History.Empty;
            foreach (var claim in space.MakeYear([.. Enumerable.Range(0, 5).Select(_ => Numbers(space, dice))]))
            {
                rulebook.TrySettle(claim, history, out var settlement, out var problems).ShouldBeTrue(Told(claim, problems));
                history = settlement!.History;
            }
        }
    }

    [Fact]
    public void Make_OfRandomRulebooks_IsSettled()
    {
        var dice = new Dice(20_261_131);
        for (var seed = 0; seed < RandomRulebooks.Count; seed++)
        {
            var space = ClaimSpace.Of(RandomRulebooks.Of(seed));
            for (var i = 0; i < 50; i++)
                RandomRulebooks.Of(seed).Settle(space.Make(Numbers(space, dice))).Items.Length.ShouldBeInRange(1, 4);
        }
    }

    /// <summary>A rulebook as it stands on a day has that day alone, and the benefit years after it.</summary>
    [Theory]
    [InlineData("shenzhen", "2024-12-31")]
    [InlineData("beijing-employee", "2023-06-01")]
    [InlineData("wuhan", "2024-01-01")]
    public void Make_OfARulebookAsOnADay_IsSettled(string folder, string on)
    {
        var rulebook = Compared.Of(folder).ByGrid.AsOn(Day.Of(on));
        var space = ClaimSpace.Of(rulebook);
        space.Days.ShouldBe([Day.Of(on)]);
        var dice = new Dice(20_261_132);
        for (var i = 0; i < ClaimsOfAFolder; i++)
            rulebook.Settle(space.Make(Numbers(space, dice))).AsOn.ShouldBe(Day.Of(on));
    }

    /// <summary>Claims that are drawn blindly reach most rows: what a rulebook tells apart is in the space.</summary>
    [Fact]
    public void Make_AnyNumbers_ReachesMostRows()
    {
        var (rows, reached) = (0, 0);
        var dice = new Dice(20_261_130);
        foreach (var folder in Compared.Folders)
        {
            var fired = new HashSet<string>(StringComparer.Ordinal);
            var rulebook = Compared.Of(folder).ByGrid.Observed(rule => fired.Add(rule.Rule.Name));
            var space = ClaimSpace.Of(rulebook);
            for (var i = 0; i < ClaimsOfAFolder; i++)
                rulebook.Settle(space.Make(Numbers(space, dice)));
            rows += rulebook.Rules.Length;
            reached += fired.Count;
        }

        reached.ShouldBeGreaterThan(rows * 65 / 100, $"the claims are meant to reach most of {rows} rows");
    }

    [Fact]
    public void Make_TheSameNumbers_IsTheSameClaim()
    {
        var space = ClaimSpace.Of(Compared.Of("shenzhen").ByGrid);
        var numbers = Numbers(space, new(7));
        space.Make(numbers).ToString().ShouldBe(ClaimSpace.Of(Compared.Of("shenzhen").ByRules).Make(numbers).ToString());
    }

    [Fact]
    public void Of_ATown_HasItsFactsDaysAndAmounts()
    {
        using var folder = new RulebookFolder();
        folder.Replace(
            "2-basic.yaml",
            "2020-01-01: { value: 600, reference: \"Town order 2\" }",
            "2020-01-01: { value: 600, reference: \"Town order 2\" }\n      2021-07-01: { value: 700.50, reference: \"Town order 4\" }"
        );
        var space = ClaimSpace.Of(folder.Load());
        space.Days.ShouldBe([new(2020, 1, 1), new(2021, 7, 1)]);
        space.Amounts.ShouldBe([Money.Yuan(600), Money.Yuan(700.50m)]);
        Values(space, "setting").ShouldContain("inpatient");
        Values(space, "item.class").ShouldBe(["A", "B", "C"]);
        Values(space, "item.first_self_pay").ShouldContain("10%");
        ((string[])["599.99", "600.00", "600.01", "700.49", "700.50", "700.51"]).Except(Values(space, "item.amount")).ShouldBeEmpty();
        ((string[])["2020-01-01", "2021-06-30", "2021-07-01", "2020-12-31", "2021-01-01"]).Except(Values(space, "day")).ShouldBeEmpty();
        space.OfItem.Single(choice => choice.Name == "item.ceiling_price").DependsOn.ShouldBe(["item.amount", "item.quantity"]);
    }

    [Fact]
    public void With_AChoice_MakesTheClaimWithThatValue()
    {
        var space = ClaimSpace.Of(Town.Of(Town.Basic(StepText.Deductible("claim", "600"), StepText.Tiers("75%"))));
        var place = Values(space, "item.amount").IndexOf("600.01");
        var claim = space.Make(space.With([], "item.amount", place, item: 1));
        claim.Items.Select(item => item.Amount).ShouldBe([Money.Yuan(100), Money.Yuan(600.01m)]);
        Should
            .Throw<ArgumentException>(() => space.With([], "item.colour", 0))
            .Message.ShouldStartWith("'item.colour' is not a choice of this rulebook's claims. Its choices are day, day_is, stay,");
    }

    [Fact]
    public void Make_NoNumbers_IsThePlainestClaimOfOneItem()
    {
        var space = ClaimSpace.Of(Town.Of(Town.Basic(StepText.Deductible("claim", "600"), StepText.Tiers("75%"))));
        var claim = space.Make([]);
        claim.Discharged.ShouldBe(new(2020, 1, 1));
        claim.Items.Single().Amount.ShouldBe(Money.Yuan(100));
        space.Length(2).ShouldBe(space.OfClaim.Length + 2 * space.OfItem.Length);
    }

    /// <summary>Numbers for a claim of one to four items.</summary>
    private static int[] Numbers(ClaimSpace space, Dice dice) =>
        [.. Enumerable.Range(0, space.Length(dice.Between(1, 4))).Select(_ => dice.Chance(30) ? 0 : dice.Below(int.MaxValue))];

    private static ImmutableArray<string> Values(ClaimSpace space, string choice) =>
        space.OfClaim.Concat(space.OfItem).Single(one => one.Name == choice).Values;

    private static string Told(Claim claim, IReadOnlyList<Problem> problems) =>
        $"{string.Join("\n", problems.Select(problem => problem.Text.En))}\n{claim.ToString()}";
}
