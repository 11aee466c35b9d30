using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Laws;
using ReimbursementRules.Reports;
using Xunit.Sdk;

namespace ReimbursementRules.Testing;

/// <summary>What holds of settlements, each law with its name and its sentence.</summary>
public static class SettlementLaws
{
    private const ulong Seed = 20_261_128;
    private const ulong Gamma = 1_234_567;

    /// <summary>Divided to the cent, by claim, part and item.</summary>
    public static SettlementLaw Divided { get; } = SettlementLaw.Of(Law.Divided);

    /// <summary>Nothing is below zero but a hospital's saving.</summary>
    public static SettlementLaw NothingNegative { get; } = SettlementLaw.Of(Law.NothingNegative);

    /// <summary>The order of the items decides nothing.</summary>
    public static SettlementLaw ItemOrder { get; } = SettlementLaw.Of(Law.ItemOrder);

    /// <summary>The order of the rows of a table decides nothing.</summary>
    public static SettlementLaw RowOrder { get; } = SettlementLaw.Of(Law.RowOrder);

    /// <summary>A line cut in two is the same.</summary>
    public static SettlementLaw LineSplit { get; } = SettlementLaw.Of(Law.LineSplit);

    /// <summary>A settlement and its reversal are nothing.</summary>
    public static SettlementLaw Reversal { get; } = SettlementLaw.Of(Law.Reversal);

    /// <summary>A settlement can be made again of its own JSON.</summary>
    public static SettlementLaw Replay { get; } = SettlementLaw.Of(Law.Replay);

    /// <summary>One by one, stream and ledger.</summary>
    public static SettlementLaw EveryDoor { get; } = SettlementLaw.Of(Law.EveryDoor);

    /// <summary>NRules and the grid agree.</summary>
    public static SettlementLaw BothEngines { get; } = SettlementLaw.Of(Law.BothEngines);

    /// <summary>The trace adds up with a pocket calculator.</summary>
    public static SettlementLaw AddsUp { get; } =
        SettlementLaw.OfEach(
            "adds_up",
            "The settlement's JSON adds up with a pocket calculator, by a checker that shares nothing with what settled it.",
            "结算的 JSON 可用计算器逐项核对；核对程序与结算程序不共用任何代码。",
            settlement =>
                SettlementChecker.Check(JsonReport.Write(settlement)) is [var first, ..]
                    ? new($"{first.Path}: {first.En}", $"{first.Path}：{first.Zh}")
                    : null
        );

    /// <summary>More fee never less fund. Optional: a policy with deposits that are lost, or with gates on the bill, has it not.</summary>
    public static SettlementLaw MoreFee { get; } = SettlementLaw.Of(Law.MoreFee);

    /// <summary>A lower level never pays less. Optional.</summary>
    public static SettlementLaw LowerLevel { get; } = SettlementLaw.Of(Law.LowerLevel);

    /// <summary>The poor never pay more. Optional.</summary>
    public static SettlementLaw Poverty { get; } = SettlementLaw.Of(Law.Poverty);

    /// <summary>Those that hold of every settlement.</summary>
    public static ImmutableArray<SettlementLaw> All { get; } =
    [Divided, NothingNegative, ItemOrder, RowOrder, LineSplit, Reversal, Replay, EveryDoor, BothEngines, AddsUp];

    /// <summary>Those that a policy may claim.</summary>
    public static ImmutableArray<SettlementLaw> Optional { get; } = [MoreFee, LowerLevel, Poverty];

    /// <summary>Tries laws on the claims of drawn members, always the same, and fails with the smallest for which one breaks. A claim of
    /// which no fund pays anything is drawn again a few times.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="laws">The laws; <see cref="All"/> where left out.</param>
    /// <param name="members">How many members are drawn, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no members.</exception>
    /// <exception cref="ArgumentException">There are no laws, so that nothing would be tried.</exception>
    public static void AssertHold(Rulebook rulebook, IEnumerable<SettlementLaw>? laws = null, int members = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        ImmutableArray<SettlementLaw> all = [.. laws ?? All];
        if (all.IsEmpty)
            throw new ArgumentException("There is no law to try. Name at least one, or leave the list out for all.", nameof(laws));
        Prop.ForAll(MemberYearArbitrary.PaidFor(rulebook), Holds)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(members).WithReplay(Seed, Gamma));

        void Holds(MemberYear year)
        {
            foreach (var law in all)
                if (law.Try(year) is { } breach)
                    throw new XunitException(breach.ToString());
        }
    }
}
