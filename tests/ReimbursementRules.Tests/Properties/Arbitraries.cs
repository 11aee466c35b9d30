using FsCheck;
using ReimbursementRules.Tests.Comparisons;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Tests.Measures;
using ReimbursementRules.Tests.Properties;
using ReimbursementRules.Tests.Reference;

// The seed is fixed, so that what fails once fails again.
[assembly: Properties(Arbitrary = [typeof(Arbitraries)], MaxTest = 300, QuietOnSuccess = true, Replay = "20261121,1234567")]

namespace ReimbursementRules.Tests.Properties;

/// <summary>What a property can take as its parameter.</summary>
public static class Arbitraries
{
    public static Arbitrary<Trial> Trials => Trial.Any;

    public static Arbitrary<PlainTrial> PlainTrials => PlainTrial.Any;

    public static Arbitrary<ContractTrial> ContractTrials => ContractTrial.Any;

    public static Arbitrary<TwoRulebooks> RulebookPairs => TwoRulebooks.Any;

    public static Arbitrary<SomeCases> Cases => SomeCases.Any;

    public static Arbitrary<MeasuredClaim> MeasuredClaims => MeasuredClaim.Any;

    public static Arbitrary<TwoFees> Fees => TwoFees.Any;

    public static Arbitrary<CutFee> CutFees => CutFee.Any;

    public static Arbitrary<Seed> Seeds => Seed.Any;
}
