using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Sdk;

namespace ReimbursementRules.Testing;

/// <summary>What holds of settlements, each law with its name and its sentence.</summary>
public static class SettlementLaws
{
    private const ulong Seed = 20_261_128;
    private const ulong Gamma = 1_234_567;

    /// <summary>Divided to the cent, by claim, part and item.</summary>
    public static SettlementLaw Divided { get; } =
        SettlementLaw.OfEach(
            "divided",
            "Of the claim, of each part and of each item, payers, patient and hospital have the whole to the cent; and the patient's is "
                + "account and cash.",
            "整笔申请、每个部分和每个项目的金额，均由各支付方、患者和医疗机构分担，分毫不差；患者的部分为个人账户与现金之和。",
            SumLaws.Divided
        );

    /// <summary>Nothing is below zero but a hospital's saving.</summary>
    public static SettlementLaw NothingNegative { get; } =
        SettlementLaw.OfEach(
            "nothing_negative",
            "Nothing is below zero, but what a hospital saves of a payment standard.",
            "除医疗机构在付费标准内的结余外，任何金额均不为负。",
            SumLaws.NothingNegative
        );

    /// <summary>The order of the items decides nothing.</summary>
    public static SettlementLaw ItemOrder { get; } =
        SettlementLaw.OfEach(
            "item_order",
            "The order of the items of a bill decides nothing.",
            "费用明细的先后次序不影响结果。",
            ChangeLaws.ItemOrder
        );

    /// <summary>The order of the rows of a table decides nothing.</summary>
    public static SettlementLaw RowOrder { get; } =
        SettlementLaw.OfEach(
            "row_order",
            "The rows of a table exclude each other, so that their order decides nothing.",
            "表中各行互斥，先后次序不影响结果。",
            TwinLaws.RowOrder
        );

    /// <summary>A line cut in two is the same.</summary>
    public static SettlementLaw LineSplit { get; } =
        SettlementLaw.OfEach(
            "line_split",
            "A line of a bill cut in two changes nothing of the claim, where nothing is worked out item by item.",
            "在不逐项计算之处，将一条明细拆成两条不改变整笔申请的结果。",
            ChangeLaws.LineSplit
        );

    /// <summary>A settlement and its reversal are nothing.</summary>
    public static SettlementLaw Reversal { get; } =
        SettlementLaw.OfYear(
            "reversal",
            "A reversal negates every amount and leaves the history as it was before the claim.",
            "冲正使每项金额取反，并使累计恢复到该申请之前。",
            YearLaws.Reversal
        );

    /// <summary>A settlement can be made again of its own JSON.</summary>
    public static SettlementLaw Replay { get; } =
        SettlementLaw.OfEach(
            "replay",
            "A settlement and its reversal can be made again of their own JSON, and the same comes out.",
            "结算及其冲正均可由自身的 JSON 重新作出，结果相同。",
            YearLaws.Replayed
        );

    /// <summary>One by one, stream and ledger.</summary>
    public static SettlementLaw EveryDoor { get; } =
        SettlementLaw.OfYear(
            "every_door",
            "One claim after another, a stream and a ledger settle a member's claims alike.",
            "逐笔、批量和台账三种方式对同一人的申请结算结果相同。",
            YearLaws.EveryDoor
        );

    /// <summary>NRules and the grid agree.</summary>
    public static SettlementLaw BothEngines { get; } =
        SettlementLaw.OfEach(
            "both_engines",
            "Both engines settle a claim alike.",
            "两种引擎对同一申请的结算结果相同。",
            TwinLaws.BothEngines
        );

    /// <summary>The trace adds up with a pocket calculator.</summary>
    public static SettlementLaw AddsUp { get; } =
        SettlementLaw.OfEach(
            "adds_up",
            "The settlement's JSON adds up with a pocket calculator, by a checker that shares nothing with what settled it.",
            "结算的 JSON 可用计算器逐项核对；核对程序与结算程序不共用任何代码。",
            YearLaws.AddsUp
        );

    /// <summary>More fee never less fund. Optional: a policy with deposits that are lost, or with gates on the bill, has it not.</summary>
    public static SettlementLaw MoreFee { get; } =
        SettlementLaw.OfEach(
            "more_fee",
            "Where an item costs more, the funds never pay less, but for 0.01 of each move of money and item that rounding may come to.",
            "项目费用增加时，各基金支付不减少（每笔资金划分、每个项目的舍入至多相差 0.01 元，不计在内）。",
            ChangeLaws.MoreFee,
            true
        );

    /// <summary>A lower level never pays less. Optional.</summary>
    public static SettlementLaw LowerLevel { get; } =
        SettlementLaw.OfEach(
            "lower_level",
            "For the same care at a hospital of a lower level, the funds never pay less, but for 0.01 of each move of money and item that "
                + "rounding may come to.",
            "在较低级别医院接受相同治疗时，各基金支付不减少（每笔资金划分、每个项目的舍入至多相差 0.01 元，不计在内）。",
            ChangeLaws.LowerLevel,
            true
        );

    /// <summary>The poor never pay more. Optional.</summary>
    public static SettlementLaw Poverty { get; } =
        SettlementLaw.OfEach(
            "poverty",
            "For the same care a poor member never pays more than one who is not, but for 0.01 of each move of money and item that "
                + "rounding may come to.",
            "接受相同治疗时，困难人员的承担额不高于非困难人员（每笔资金划分、每个项目的舍入至多相差 0.01 元，不计在内）。",
            ChangeLaws.Poverty,
            true
        );

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
