namespace ReimbursementRules.Coverage;

/// <summary>What a case would need to go each way of a step, a gate, a layer and the like; <c>{0}</c> is its name.</summary>
internal static class BranchWords
{
    private static readonly Dictionary<string, (string En, string Zh)> All = new(StringComparer.Ordinal)
    {
        ["deductible.part"] = (
            "no case stays below the deductible '{0}'. Add a claim whose base is less than what is left of it.",
            "没有用例低于起付线“{0}”。请补充基数小于其余额的单据。"
        ),
        ["deductible.used_up"] = (
            "no case fills the deductible '{0}'. Add a claim whose base is at least what is left of it.",
            "没有用例达到起付线“{0}”。请补充基数不小于其余额的单据。"
        ),
        ["deductible.untouched"] = (
            "no case finds the deductible '{0}' used up before. Add a claim after others, or with a history, that have used all of it.",
            "没有用例在起付线“{0}”已用完之后。请补充此前（前次单据或累计）已用完起付线的单据。"
        ),
        ["cap.idle"] = (
            "no case stays within the cap '{0}'. Add a claim that is not cut by it.",
            "没有用例在封顶线“{0}”以内。请补充未被截减的单据。"
        ),
        ["cap.hit"] = (
            "no case passes the cap '{0}'. Add a claim of which it cuts something off.",
            "没有用例超过封顶线“{0}”。请补充被其截减的单据。"
        ),
        ["cap.exhausted"] = (
            "no case finds the cap '{0}' exhausted. Add a claim after others, or with a history, that have used all of it.",
            "没有用例在封顶线“{0}”已用完之后。请补充此前（前次单据或累计）已用完封顶线的单据。"
        ),
        ["deductible_ceiling.idle"] = (
            "no case stays within the ceiling of the deductibles '{0}'. Add a claim whose deductible it does not lower.",
            "没有用例在起付线“{0}”的累计上限以内。请补充起付线未被其减少的单据。"
        ),
        ["deductible_ceiling.hit"] = (
            "no case passes the ceiling of the deductibles '{0}'. Add a claim after others, or with a history, whose deductible it lowers.",
            "没有用例超过起付线“{0}”的累计上限。请补充此前（前次单据或累计）已计起付线、本次起付线因此减少的单据。"
        ),
        ["deductible_ceiling.exhausted"] = (
            "no case finds the ceiling of the deductibles '{0}' used up before. Add a claim after others, or with a history, that have "
                + "used all of it.",
            "没有用例在起付线“{0}”的累计上限已用完之后。请补充此前（前次单据或累计）已用完该上限的单据。"
        ),
        ["quota.below"] = (
            "no case costs less than the standard of '{0}'. Add one below it.",
            "没有用例的费用低于“{0}”的标准。请补充低于标准的单据。"
        ),
        ["quota.at"] = (
            "no case costs exactly the standard of '{0}'. Add one at it, to the cent.",
            "没有用例的费用恰为“{0}”的标准。请补充费用恰为标准（精确到分）的单据。"
        ),
        ["quota.above"] = (
            "no case costs more than the standard of '{0}'. Add one above it.",
            "没有用例的费用高于“{0}”的标准。请补充高于标准的单据。"
        ),
        ["top_up.idle"] = (
            "no case has nothing to raise for '{0}'. Add a claim of which as much as it asks was paid before.",
            "没有用例无需“{0}”补足。请补充此前支付已达到其比例的单据。"
        ),
        ["top_up.raises"] = (
            "no case is raised by '{0}'. Add a claim of which less than it asks was paid before.",
            "没有用例由“{0}”补足。请补充此前支付低于其比例的单据。"
        ),
        ["account.covers"] = (
            "no case is covered by the balance of '{0}'. Add a claim of which the account pays all that is left.",
            "没有用例的余额足以支付“{0}”。请补充由个人账户付清余款的单据。"
        ),
        ["account.runs_out"] = (
            "no case is more than the balance of '{0}'. Add a claim whose account does not reach.",
            "没有用例超过“{0}”的余额。请补充个人账户余额不足的单据。"
        ),
        ["amount.at_least"] = (
            "no case comes to the least of this amount of '{0}'. Add a case in which less is computed.",
            "没有用例达到“{0}”该金额的下限（at_least）。请补充计算值低于下限的用例。"
        ),
        ["amount.at_most"] = (
            "no case comes to the most of this amount or rate of '{0}'. Add a case in which more is computed.",
            "没有用例达到“{0}”该金额或比例的上限（at_most）。请补充计算值高于上限的用例。"
        ),
        ["amount.computed"] = (
            "no case takes this amount or rate of '{0}' as it is computed. Add a case in which it lies between its least and its most.",
            "没有用例按计算值取用“{0}”的该金额或比例。请补充计算值在上下限之间的用例。"
        ),
        ["layer.applies"] = (
            "no case is paid by the layer '{0}'. Add a claim to which it applies and in which it finds something to work on.",
            "没有用例适用待遇层“{0}”。请补充适用该层且有费用可处理的单据。"
        ),
        ["layer.conditions"] = (
            "every case meets the conditions of the layer '{0}'. Add a claim to which it does not apply.",
            "所有用例均符合待遇层“{0}”的条件。请补充不适用该层的单据。"
        ),
        ["layer.replaced"] = (
            "no case has another layer in the place of '{0}'. Add a claim to which that one applies.",
            "没有用例由其他层替代“{0}”。请补充适用替代层的单据。"
        ),
        ["layer.used_up"] = (
            "no case finds the layer '{0}' used as often as it may be. Add one more claim than 'at_most' lets through.",
            "没有用例用完待遇层“{0}”的次数。请补充超出“at_most”次数的单据。"
        ),
        ["layer.no_standard"] = (
            "no case is without a standard for the layer '{0}'. Add a claim for which it has none.",
            "没有用例在待遇层“{0}”中没有标准。请补充无相应标准的单据。"
        ),
        ["conditions.hold"] = ("no case meets the conditions '{0}'. Add one that does.", "没有用例符合条件“{0}”。请补充符合的用例。"),
        ["conditions.do_not_hold"] = (
            "every case meets the conditions '{0}'. Add one that does not meet them.",
            "所有用例均符合条件“{0}”。请补充不符合的用例。"
        ),
        ["gate.finds"] = (
            "no case is caught by '{0}'. Add a claim, or an item, that it finds.",
            "没有用例触发“{0}”。请补充触发该关口的单据或项目。"
        ),
        ["gate.passes"] = (
            "no case passes '{0}'. Add a claim, or an item, in its days that it does not find.",
            "没有用例通过“{0}”。请补充在其有效期内未触发该关口的单据或项目。"
        ),
        ["ceiling.within"] = (
            "no case has an item within its listed price ('{0}'). Add one.",
            "没有用例的项目在限价以内（“{0}”）。请补充。"
        ),
        ["ceiling.over"] = ("no case has an item above its listed price ('{0}'). Add one.", "没有用例的项目高于限价（“{0}”）。请补充。"),
        ["episode.joins"] = (
            "no case is put together by '{0}'. Add claims of one member that belong together, under 'assemble'.",
            "没有用例由“{0}”合并。请在“assemble”下补充同一参保人应合并的单据。"
        ),
        ["episode.keeps_apart"] = (
            "no case is kept apart by '{0}'. Add claims of one member that do not belong together, under 'assemble'.",
            "没有用例由“{0}”区分开。请在“assemble”下补充同一参保人不应合并的单据。"
        ),
        ["criterion.met"] = ("no case meets '{0}'. Add an applicant that does.", "没有用例符合“{0}”。请补充符合的申请人。"),
        ["criterion.unmet"] = ("every case meets '{0}'. Add an applicant that does not.", "所有用例均符合“{0}”。请补充不符合的申请人。"),
        ["target.met"] = ("no case meets '{0}'. Add claims that do.", "没有用例达到“{0}”。请补充达到目标的单据。"),
        ["target.missed"] = ("no case misses '{0}'. Add claims that do.", "没有用例未达到“{0}”。请补充未达到目标的单据。"),
    };

    public static (string En, string Zh) Of(string kind, string way) => All[$"{kind}.{way}"];
}
