using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>What patients pay by level, scheme, poverty and age.</summary>
public sealed class GroupSumsTests
{
    private static readonly RulebookComparison Dearer = Pair.Changed(folder =>
        folder.Replace("2-basic.yaml", "{ value: 600, reference: \"Town order 2\" }", "{ value: 700, reference: \"Town order 2\" }")
    );

    /// <summary>75% of what is above 600 is paid, and then above 700: of 1,000 the patient pays 700 and 775.</summary>
    [Fact]
    public void Claims_OfOneGroup_AreAddedUp() =>
        Groups(
                Stay() with
                {
                    Provider = new() { Level = HospitalLevel.Two },
                },
                Stay() with
                {
                    Provider = new() { Level = HospitalLevel.Two },
                }
            )
            .ShouldBe(["hospital.level two: 2, 1400.00 → 1550.00"]);

    [Fact]
    public void Claim_OfSeveralGroups_CountsInEach() =>
        Groups(
                Stay() with
                {
                    Provider = new() { Level = HospitalLevel.Three },
                    Member = new()
                    {
                        Age = 70,
                        Scheme = Scheme.Resident,
                        Poverty = Poverty.Registered,
                    },
                }
            )
            .ShouldBe([
                "hospital.level three: 1, 700.00 → 775.00",
                "scheme resident: 1, 700.00 → 775.00",
                "poverty registered: 1, 700.00 → 775.00",
                "age { from: 70 }: 1, 700.00 → 775.00",
            ]);

    [Theory]
    [InlineData(17, "{ below: 18 }")]
    [InlineData(18, "{ from: 18, below: 45 }")]
    [InlineData(44, "{ from: 18, below: 45 }")]
    [InlineData(45, "{ from: 45, below: 60 }")]
    [InlineData(59, "{ from: 45, below: 60 }")]
    [InlineData(60, "{ from: 60, below: 70 }")]
    [InlineData(69, "{ from: 60, below: 70 }")]
    [InlineData(70, "{ from: 70 }")]
    public void Age_AtAnEdge_IsOfTheGroupThatBeginsThere(int age, string group) =>
        Groups(Stay() with { Member = new() { Age = age } }).ShouldBe([$"age {group}: 1, 700.00 → 775.00"]);

    /// <summary>The birthday is the day of discharge, and the day after it.</summary>
    [Theory]
    [InlineData(0, "{ from: 18, below: 45 }")]
    [InlineData(1, "{ below: 18 }")]
    public void Age_OfABirthday_IsThatOfTheDayOfDischarge(int daysLater, string group)
    {
        var claim = Stay();
        Groups(claim with { Member = new() { Born = claim.Discharged.AddYears(-18).AddDays(daysLater) } })
            .ShouldBe([$"age {group}: 1, 700.00 → 775.00"]);
    }

    [Fact]
    public void Claim_ThatStatesNothing_IsOfNoGroup() => Groups(Stay() with { Provider = new(), Member = new() }).ShouldBeEmpty();

    private static Claim Stay() => TestClaim.Stay(1_000) with { Provider = new(), Member = new() };

    private static IEnumerable<string> Groups(params Claim[] claims) =>
        Dearer.SettleAll(claims).Groups.Select(group => $"{group.Fact} {group.Word}: {group.Claims}, {group.Before} → {group.After}");
}
