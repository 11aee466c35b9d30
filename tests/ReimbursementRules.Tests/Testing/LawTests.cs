using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.ClaimRules;
using ReimbursementRules.Tests.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Testing;

/// <summary>The laws of the kit hold of every rulebook, and tell where one does not.</summary>
public sealed class LawTests
{
    private const int YearsOfAFolder = 5;

    public static TheoryData<string> Folders => [.. Compared.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Laws_OfEveryRulebook_Hold(string folder)
    {
        var years = MemberYearArbitrary.For(Compared.Of(folder).ByGrid).Generator.Sample(YearsOfAFolder, new Rnd(20_261_128), 50);
        foreach (var year in years)
        foreach (var law in SettlementLaws.All)
            law.Try(year).ShouldBeNull();
    }

    /// <summary>Whatever claim a rulebook settles, both engines settle it alike: many more members than of the other laws.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void BothEngines_OfEveryRulebook_SayTheSame(string folder) =>
        SettlementLaws.AssertHold(Compared.Of(folder).ByGrid, [SettlementLaws.BothEngines], members: 150);

    /// <summary>An engine that always takes the first row is no twin of another.</summary>
    [Theory]
    [InlineData("both_engines")]
    [InlineData("row_order")]
    public void TwinLaw_AnEngineThatChoosesOtherRows_IsBroken(string id)
    {
        var rulebook = Town.With(
            new FirstRow(),
            _ => { },
            Town.Basic(StepText.TiersOf("rows: [ { when: { hospital.level: one }, value: 90% }, { otherwise: yes, value: 50% } ]"))
        );
        var breach = Law(id).Try(rulebook, TestClaim.Stay(1_000))!;
        breach.Law.Id.ShouldBe(id);
        breach.What.En.ShouldContain("expected to say `\"patient\": 100.00,` and says `\"patient\": 500.00,`.");
        breach.ToString().ShouldContain("\nClaim: {\"discharged\":\"2020-10-08\"");
        breach.In(Language.Chinese).ShouldContain("\n单据: {\"discharged\":\"2020-10-08\"");
    }

    /// <summary>A rule of a program's own may break what no policy can: it looks at the order of the items, or at how many there
    /// are.</summary>
    [Fact]
    public void ItemLaw_ARuleThatLooksAtTheFirstItem_IsBroken()
    {
        var rulebook = Supervised(claim => claim.Claim.Items[0].Amount == Money.Yuan(1_000));
        SettlementLaws.ItemOrder.Try(rulebook, TestClaim.Stay(TestClaim.A(1_000), TestClaim.A(2_000))).ShouldNotBeNull();
        SettlementLaws.ItemOrder.Try(rulebook, TestClaim.Stay(TestClaim.A(1_000), TestClaim.A(1_000))).ShouldBeNull();
    }

    [Fact]
    public void LineSplit_ARuleThatCountsTheItems_IsBroken()
    {
        var rulebook = Supervised(claim => claim.Claim.Items.Length == 2);
        SettlementLaws.LineSplit.Try(rulebook, TestClaim.Stay(1_000))!.What.En.ShouldContain("\"status\": \"refused\"");
        SettlementLaws
            .LineSplit.Try(rulebook, TestClaim.Stay(TestClaim.B(1_000, 10)))
            .ShouldBeNull("a line that the catalogue cuts is not tried");
    }

    /// <summary>A rule that remembers says otherwise when it is asked again.</summary>
    [Theory]
    [InlineData("replay")]
    [InlineData("every_door")]
    [InlineData("both_engines")]
    public void Law_ARuleThatRemembers_IsBroken(string id)
    {
        var asked = new StrongBox<int>();
        var claim = TestClaim.Stay(1_000) with { Member = new() { Id = "M" } };
        Law(id).Try(Supervised(_ => Interlocked.Increment(ref asked.Value) > 1), claim).ShouldNotBeNull();
    }

    [Fact]
    public void LowerLevel_ALowerRateAtTheLowerLevel_IsBroken() =>
        SettlementLaws
            .LowerLevel.Try(
                Town.Of(
                    Town.Basic(StepText.TiersOf("rows: [ { when: { hospital.level: one }, value: 40% }, { otherwise: yes, value: 50% } ]"))
                ),
                TestClaim.Stay(1_000)
            )!
            .What.En.ShouldBe("the funds pay 500.00 at level Two, and 400.00 at level One.");

    [Fact]
    public void Poverty_ADeductibleOfThePoorAlone_IsBroken() =>
        SettlementLaws
            .Poverty.Try(
                Town.Of(
                    Town.Basic(StepText.TiersOf("rows: [ { when: { poverty: low_income }, value: 40% }, { otherwise: yes, value: 50% } ]"))
                ),
                TestClaim.Stay(1_000) with
                {
                    Member = new() { Poverty = Poverty.LowIncome },
                }
            )!
            .What.En.ShouldBe("the member, LowIncome, pays 600.00, and one who is not poor 500.00.");

    [Fact]
    public void MoreFee_ARateThatFallsWithTheBill_IsBroken() =>
        SettlementLaws
            .MoreFee.Try(
                Town.Of(
                    Town.Basic(
                        StepText.TiersOf("rows: [ { when: { bill: { from: 1_000 } }, value: 10% }, { otherwise: yes, value: 50% } ]")
                    )
                ),
                TestClaim.Stay(999.99m)
            )!
            .What.En.ShouldBe("the funds pay 500.00 where items[0] costs 999.99, and 100.00 where it costs 1000.00.");

    /// <summary>Towns whose rows break a law for some facts alone, which no claim need state: the law is tried on each word, level and
    /// edge.</summary>
    [Theory]
    [InlineData("poverty", "poverty: extremely_poor", "60%", "70%")]
    [InlineData("lower_level", "hospital.level: three", "80%", "70%")]
    [InlineData("lower_level", "hospital.level: two", "75.01%", "75%")]
    [InlineData("more_fee", "bill: { below: 10_000 }", "80%", "60%")]
    [InlineData("more_fee", "bill: { below: 777_777 }", "80%", "79%")]
    [InlineData("more_fee", "item.amount: { below: 200 }", "80%", "60%")]
    public void AssertHold_ATownThatBreaksAnOptionalLaw_Fails(string id, string when, string then, string otherwise) =>
        ShouldBreak(id, OneStep($"rows: [ {{ when: {{ {when} }}, value: {then} }}, {{ otherwise: yes, value: {otherwise} }} ]"));

    [Fact]
    public void AssertHold_ATownThatRefusesGreatBills_BreaksMoreFee() =>
        ShouldBreak(
            "more_fee",
            OneStep(
                "value: 75%",
                """
                gates:
                  - id: big
                    when: { bill: { from: 10_000 } }
                    then: refuse
                    reference: Town order 4
                    message: { en: Too big., zh: 过大。 }

                """
            )
        );

    /// <summary>A list of laws that came out empty is a mistake of whoever made it.</summary>
    [Fact]
    public void AssertHold_NoLaw_Throws() =>
        Should
            .Throw<ArgumentException>(() => SettlementLaws.AssertHold(OneStep("value: 75%"), []))
            .Message.ShouldStartWith("There is no law to try. Name at least one, or leave the list out for all.");

    [Fact]
    public void AssertHold_ATownOfOneRate_Holds() => SettlementLaws.AssertHold(OneStep("value: 75%"), SettlementLaws.Optional);

    [Fact]
    public void OptionalLaws_ATownOfOneRate_Hold()
    {
        var rulebook = Town.Of(Town.Basic(StepText.Tiers("75%")));
        foreach (var law in SettlementLaws.Optional)
            law.Try(rulebook, TestClaim.Stay(1_000) with { Member = new() { Poverty = Poverty.LowIncome } }).ShouldBeNull();
    }

    [Fact]
    public void Laws_Each_HasANameOfItsOwnAndBothLanguages()
    {
        var laws = SettlementLaws.All.Concat(SettlementLaws.Optional).ToList();
        laws.Select(law => law.Id).ShouldBeUnique();
        laws.ShouldAllBe(law => law.Sentence.En.EndsWith('.') && law.Sentence.Zh.EndsWith('。'));
        SettlementLaws.Optional.ShouldAllBe(law => law.IsOptional);
        SettlementLaws.Optional.ShouldAllBe(law => law.Sentence.En.Contains(" 0.01 ") && law.Sentence.Zh.Contains(" 0.01 "));
        SettlementLaws.All.ShouldAllBe(law => !law.IsOptional);
    }

    private const string Material =
        "of a single material of 1,000 or more 80% count, of a cheaper one all: beijing/1-catalogue.yaml:14, as the source says";

    private const string InProportion =
        "critical illness protection counts the first share of class B, as its notice has it, and the patient's share in the bands, as "
        + "this rulebook reads it (beijing/7-critical-illness.yaml:4). What it pays is taken in proportion from all of it, which is how "
        + "this library divides: so more of what is left is in scope, and aid pays 85% of that (8-inpatient-aid.yaml:23)";

    private const string OneLevel = "the source tells of one level alone, and the layer applies to no other";

    private const string Standard =
        "cholecystitis has a payment standard of 5,000 at levels two and three alone (3-tiered-care.yaml:19), of which the fund pays its "
        + "rate also where the bill is less; at level one the ordinary rule has a deductible. The source's list is by level";

    private const string Elsewhere =
        "what a lower rate elsewhere costs does not count for critical illness insurance, and the deductible does in this reading: of 200 "
        + "that are no deductible 20% are lost, of which it pays no 75%, 30.00 (wuhan/4-resident-inpatient.yaml:69). The rulebook is an "
        + "example of that reading; wuhan, whose deductible does not count, has the law";

    /// <summary>The rulebooks that do not have an optional law, each with the values that break it.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Without = new(StringComparer.Ordinal)
    {
        ["more_fee"] = new(StringComparer.Ordinal)
        {
            ["beijing-employee"] = Material,
            ["beijing-employee-payment-caps"] = Material,
            ["beijing-employee-retirees-basic"] = Material,
            ["beijing-resident"] = Material,
            ["examples/quota-reading-b"] =
                "the fund pays the standard of 6,000 less the patient's 20% of the bill, so that a greater bill leaves it less: the "
                + "reading of the example",
            ["rural-cooperative-plan-2013-bed-days"] =
                "the fund pays the standard of a bed-day less the patient's share of the bill, as saving: hospital has it "
                + "(4-inpatient.yaml:45)",
        },
        ["lower_level"] = new(StringComparer.Ordinal)
        {
            ["beijing-employee"] = InProportion,
            ["beijing-employee-payment-caps"] = InProportion,
            ["beijing-employee-retirees-basic"] = InProportion,
            ["examples/beijing-resident-zhang-2021"] = OneLevel,
            ["examples/chongqing-yubei-aid-2023"] = OneLevel,
            ["examples/employer-shares-deductible-2001"] = OneLevel,
            ["examples/fuzhou-resident-2021"] = OneLevel,
            ["examples/guangdong-two-layers-2022"] = OneLevel,
            ["examples/item-restrictions"] = "an islet transplant is paid at level three alone (index.yaml:20), as the source restricts it",
            ["examples/jingzhou-gongan-resident-2018"] = OneLevel,
            ["examples/resident-cost-ceiling-2017"] = OneLevel,
            ["examples/resident-level-three-bands-2007"] = OneLevel,
            ["examples/wrong-whole-amount-beijing-2009"] = OneLevel,
            ["shenzhen-retiree-ceiling-2025"] =
                "elsewhere the rate is 90% of its own: a tenth of 94% at level one costs more than of 92% at level two "
                + "(shenzhen/2-employee-inpatient.yaml:47), and critical illness insurance, which pays 80% above the ceiling that both "
                + "reach, does not count it",
            ["tiered-care-district"] = Standard,
            ["tiered-care-district-adjusted"] = Standard,
            ["wuhan-critical-with-deductible"] = Elsewhere,
        },
        ["poverty"] = new(StringComparer.Ordinal) { ["wuhan-critical-with-deductible"] = Elsewhere },
    };

    /// <summary>A few members of each: the seed is the same, so that the first of a hundred are these.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void OptionalLaws_OfARulebookThatHasThem_Hold(string folder) =>
        SettlementLaws.AssertHold(
            Compared.Of(folder).ByGrid,
            SettlementLaws.Optional.Where(law => !Without[law.Id].ContainsKey(folder)),
            members: 5
        );

    public static IEnumerable<object[]> Breaking => Without.SelectMany(law => law.Value.Keys.Select(folder => (object[])[law.Key, folder]));

    /// <summary>Nothing stands in the list that has the law.</summary>
    [Theory]
    [MemberData(nameof(Breaking))]
    public void OptionalLaw_OfARulebookWithoutIt_Breaks(string id, string folder) =>
        ShouldBreak(id, Compared.Of(folder).ByGrid, members: 400);

    private static void ShouldBreak(string id, Rulebook rulebook, int members = 100)
    {
        var law = SettlementLaws.Optional.Single(one => one.Id == id);
        Should.Throw<Exception>(() => SettlementLaws.AssertHold(rulebook, [law], members)).ToString().ShouldContain(law.Sentence.En);
    }

    /// <summary>A town that pays stays alone, by one step of rates.</summary>
    private static Rulebook OneStep(string says, string? gates = null) =>
        Town.With(
            files => _ = gates is null ? files : files.With("0-gates.yaml", gates),
            Town.Layer("basic", "fund", "in_scope", "applies: { setting: inpatient }", StepText.TiersOf(says))
        );

    /// <summary>A town with a rule that refuses claims.</summary>
    private static Rulebook Supervised(Expression<Func<CurrentClaim, bool>> when)
    {
        using var folder = new RulebookFolder();
        return folder.Load().WithRules([OwnRule.OfClaim("own", when, RuleFinding.Refuse("own", OwnRule.Words, "Order 9"))]);
    }

    private static SettlementLaw Law(string id) => SettlementLaws.All.Single(law => law.Id == id);
}
