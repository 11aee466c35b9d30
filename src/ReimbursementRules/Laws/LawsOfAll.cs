using System.Collections.Immutable;

namespace ReimbursementRules.Laws;

/// <content>The laws.</content>
public sealed partial class Law
{
    /// <summary>Divided to the cent, by claim, part and item.</summary>
    public static Law Divided { get; } =
        OfEach(
            "divided",
            "Of the claim, of each part and of each item, payers, patient and hospital have the whole to the cent; and the patient's is "
                + "account and cash.",
            "整张单据、每个部分和每个项目的金额，均由各支付方、患者和医疗机构分担，分毫不差；患者的部分为个人账户与现金之和。",
            SumLaws.Divided
        );

    /// <summary>Nothing is below zero but a hospital's saving.</summary>
    public static Law NothingNegative { get; } =
        OfEach(
            "nothing_negative",
            "Nothing is below zero, but what a hospital saves of a payment standard.",
            "除医疗机构在付费标准内的结余外，任何金额均不为负。",
            SumLaws.NothingNegative
        );

    /// <summary>The order of the items decides nothing.</summary>
    public static Law ItemOrder { get; } =
        OfEach("item_order", "The order of the items of a bill decides nothing.", "费用明细的先后次序不影响结果。", ChangeLaws.ItemOrder);

    /// <summary>The order of the rows of a table decides nothing.</summary>
    public static Law RowOrder { get; } =
        OfEach(
            "row_order",
            "The rows of a table exclude each other, so that their order decides nothing.",
            "表中各行互斥，先后次序不影响结果。",
            TwinLaws.RowOrder
        );

    /// <summary>A line cut in two is the same.</summary>
    public static Law LineSplit { get; } =
        OfEach(
            "line_split",
            "A line of a bill cut in two changes nothing of the claim, where nothing is worked out item by item.",
            "在不逐项计算之处，将一条明细拆成两条不改变整张单据的结果。",
            ChangeLaws.LineSplit
        );

    /// <summary>A settlement and its reversal are nothing.</summary>
    public static Law Reversal { get; } =
        OfYear(
            "reversal",
            "A reversal negates every amount and leaves the history as it was before the claim.",
            "冲正使每项金额取反，并使累计恢复到该单据之前。",
            YearLaws.Reversal
        );

    /// <summary>A settlement can be made again of its own JSON.</summary>
    public static Law Replay { get; } =
        OfEach(
            "replay",
            "A settlement and its reversal can be made again of their own JSON, and the same comes out.",
            "结算及其冲正均可由自身的 JSON 重新作出，结果相同。",
            YearLaws.Replayed
        );

    /// <summary>One by one, stream and ledger.</summary>
    public static Law EveryDoor { get; } =
        OfYear(
            "every_door",
            "One claim after another, a stream and a ledger settle a member's claims alike.",
            "逐笔、批量和台账三种方式对同一人的单据结算结果相同。",
            YearLaws.EveryDoor
        );

    /// <summary>NRules and the grid agree.</summary>
    public static Law BothEngines { get; } =
        OfEach("both_engines", "Both engines settle a claim alike.", "两种引擎对同一单据的结算结果相同。", TwinLaws.BothEngines);

    /// <summary>More fee never less fund. Optional: a policy with deposits that are lost, or with gates on the bill, has it not.</summary>
    public static Law MoreFee { get; } =
        OfEach(
            "more_fee",
            "Where an item costs more, the funds never pay less, but for 0.01 of each move of money and item that rounding may come to.",
            "项目费用增加时，各基金支付不减少（每笔资金划分、每个项目的舍入至多相差 0.01 元，不计在内）。",
            ChangeLaws.MoreFee,
            true
        );

    /// <summary>A lower level never pays less. Optional.</summary>
    public static Law LowerLevel { get; } =
        OfEach(
            "lower_level",
            "For the same care at a hospital of a lower level, the funds never pay less, but for 0.01 of each move of money and item that "
                + "rounding may come to.",
            "在较低级别医院接受相同治疗时，各基金支付不减少（每笔资金划分、每个项目的舍入至多相差 0.01 元，不计在内）。",
            ChangeLaws.LowerLevel,
            true
        );

    /// <summary>The poor never pay more. Optional.</summary>
    public static Law Poverty { get; } =
        OfEach(
            "poverty",
            "For the same care a poor member never pays more than one who is not, but for 0.01 of each move of money and item that "
                + "rounding may come to.",
            "接受相同治疗时，困难人员的承担额不高于非困难人员（每笔资金划分、每个项目的舍入至多相差 0.01 元，不计在内）。",
            ChangeLaws.Poverty,
            true
        );

    /// <summary>Those that hold of every settlement.</summary>
    public static ImmutableArray<Law> All { get; } =
    [Divided, NothingNegative, ItemOrder, RowOrder, LineSplit, Reversal, Replay, EveryDoor, BothEngines];

    /// <summary>Those that a policy may claim.</summary>
    public static ImmutableArray<Law> Optional { get; } = [MoreFee, LowerLevel, Poverty];
}
