using ReimbursementRules.Engines;
using ReimbursementRules.Episodes;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Settling;

/// <summary>Turns a policy into a rulebook that can run. Whatever can be checked before a claim arrives is checked here.</summary>
internal static class RulebookCompiler
{
    /// <summary>Compiles a policy; null after a problem.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="engine">Chooses the rows of its tables.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static CompiledRulebook? Compile(Policy policy, IRuleEngine engine, ProblemLog problems)
    {
        var lists = new DatedLists(policy.Index.Lists);
        new ListChecks(policy.Index.Lists, lists).Run();
        var vocabulary = new AskedFacts(policy.Index, lists);
        var tables = new TableRegistry(vocabulary, policy.OneDay, problems);
        var names = new Names { LayerIds = policy.Layers.Select(layer => layer.Id).ToHashSet(StringComparer.Ordinal) };
        var admissions = names.Slot(Names.Admissions, Period.Year, countsTimes: true);

        CheckFlows(policy.Index.Payers);
        var gates = policy.Gates.Select((gate, i) => Gate(gate, i, policy, tables, vocabulary)).ToList();
        var catalogue = Catalogue(policy, tables);
        var layers = new LayerCompiler(policy, tables, vocabulary, names, problems).Compile();
        vocabulary.CutAlso(policy.TableTargets.SelectMany(target => target.When.Concat(target.Against)));
        var (ofClaim, ofItem) = tables.Build();
        var register = new RegisterCompiler(policy, lists).Compile();
        var assembling = new EpisodeCompiler(policy, lists, problems).Compile(engine, register);
        var tableTargets = new TableTargetCompiler(policy, vocabulary, names).Compile();
        var claimTargets = new ClaimTargetCompiler(policy, lists, names.Parts, problems).Compile(engine, register);
        if (!problems.IsEmpty)
            return null;
        return new(
            policy.Index,
            new(
                policy.Index.Id,
                policy.Index.Title,
                [
                    new("hospital", new("Hospital", "医疗机构"), null, null),
                    .. policy.Index.Payers.Select(payer => new PayerName(
                        payer.Id,
                        payer.Title,
                        payer.NationalFund,
                        payer.NationalField,
                        payer.IsAccount
                    )),
                ],
                names.Parts,
                [.. policy.Layers.Select(layer => new LayerName(layer.Id, layer.Title, Words(layer.Applies), layer.InsteadOf?.Raw))],
                names.Steps,
                [.. tables.Rows.Select(policy.Index.Marked)],
                [.. policy.Gates.Select(gate => new GateName(gate.Id, gate.Then, gate.Message, policy.Index.Marked(gate.Source)))],
                names.Slots
            ),
            vocabulary.Asked,
            ofClaim,
            ofItem,
            engine,
            gates,
            catalogue,
            layers,
            admissions
        )
        {
            Policy = policy,
            Written = tables.Written,
            Leanings = new(ofClaim, ofItem, tables.Leanings),
            Checklists = [.. policy.Checklists],
            TableTargets = tableTargets,
            ClaimTargets = claimTargets,
            Baseline = policy.Baseline,
            Register = register,
            Assembling = assembling,
        };
    }

    private static Gate Gate(GatePolicy gate, int index, Policy policy, TableRegistry tables, AskedFacts vocabulary)
    {
        foreach (var condition in gate.When.Where(vocabulary.IsOfItem))
            condition.Fact.Wrong(
                "fact.item",
                $"'{condition.Fact.Raw}' is asked of an item and cannot decide here. Ask it under 'item'.",
                $"“{condition.Fact.Raw}”是项目的事实，不能在此使用。请放到“item”下。"
            );
        if (gate.Item.Count > 0 && !gate.Item.Any(vocabulary.IsOfItem))
            gate.Item[0]
                .Fact.Wrong(
                    "fact.claim",
                    "none of these facts is asked of an item. Put them under 'when'.",
                    "这些都不是项目的事实。请放到“when”下。"
                );
        var twice = gate.Item.FirstOrDefault(condition => gate.When.Any(other => other.Fact.Raw == condition.Fact.Raw));
        twice?.Fact.Wrong(
            "fact.twice",
            $"'{twice.Fact.Raw}' stands under 'when' and under 'item'. Write it once.",
            $"“{twice.Fact.Raw}”在“when”与“item”下重复。请只写一次。"
        );
        return new(
            (short)index,
            gate.Then,
            Liable(gate.Liable, policy),
            gate.DueWorkingDays,
            tables.Add($"gates.{gate.Id}", [.. gate.When, .. gate.Item], gate.Source, gate.Days, policy.Index)
        );
    }

    /// <summary>A payer who hands over another's part hands over its own too, and does so to the provider.</summary>
    private static void CheckFlows(IReadOnlyList<PayerPolicy> payers)
    {
        foreach (var payer in payers)
            if (payer.PaidBy is { } by && by.Text() is { Length: > 0 } id)
                if (payers.FirstOrDefault(other => other.Id == id) is not { } other)
                {
                    var hint = Spelling.Hint(id, payers.Where(one => one != payer).Select(one => one.Id));
                    by.Wrong(
                        "payer.unknown",
                        $"'{id}' is not a payer of index.yaml.{hint.En}",
                        $"index.yaml 中没有支付方“{id}”。{hint.Zh}"
                    );
                }
                else if (other == payer || other.IsAccount || other.PaidBy is not null)
                    by.Wrong(
                        "payer.paid_by",
                        $"'{id}' does not hand over its own part. Name a payer that pays providers itself.",
                        $"“{id}”并不自行拨付。请写直接向医疗机构拨付的支付方。"
                    );
    }

    private static int? Liable(Node? liable, Policy policy)
    {
        if (liable is null)
            return null;
        var id = liable.Text();
        if (id == "hospital")
            return Legend.Hospital;
        for (var i = 0; i < policy.Index.Payers.Count; i++)
            if (policy.Index.Payers[i].Id == id)
                return policy.Index.Payers[i].IsAccount ? TheAccount(liable) : i + 1;
        var hint = Spelling.Hint(id, policy.Index.Payers.Where(payer => !payer.IsAccount).Select(payer => payer.Id).Append("hospital"));
        liable.Wrong("payer.unknown", $"'{id}' is not a payer of index.yaml.{hint.En}", $"index.yaml 中没有支付方“{id}”。{hint.Zh}");
        return null;
    }

    private static int? TheAccount(Node liable)
    {
        liable.Wrong(
            "gate.liable",
            $"'{liable.Raw}' is the patient's own account and is liable for nothing. Name a fund, or the hospital.",
            $"“{liable.Raw}”是患者的个人账户，不能作责任方。请写基金或 hospital。"
        );
        return null;
    }

    private static Catalogue Catalogue(Policy policy, TableRegistry tables)
    {
        var scope = new Scope([], policy.Index.From, null, policy.Catalogue.DecidedBy ?? policy.Index.DecidedBy);
        var prices = policy.Catalogue.CeilingPrices is { } table
            ? tables.Add("ceiling_prices", table, scope, null, row => Price(row["value"]))
            : null;
        return new(
            policy.Catalogue.Ceiling,
            new(prices),
            tables.Add("catalogue", policy.Catalogue.Table, scope, CatalogueRow.Outside, Row)
        );
    }

    /// <summary>A price in cents; null for the word <c>none</c>.</summary>
    private static long? Price(Node node) => node is { IsScalar: true, Raw: "none" } ? null : node.Money().Cents;

    private static CatalogueRow Row(Node node)
    {
        var share = node.Optional("first_self_pay");
        var outside = node.Optional("out_of_scope");
        if ((share is null) == (outside is null))
            node.Wrong(
                "catalogue.row",
                "a row has either 'first_self_pay' or 'out_of_scope: yes'.",
                "每行应有“first_self_pay”或“out_of_scope: yes”之一。"
            );
        if (outside is not null && !outside.YesNo())
            outside.Wrong(
                "catalogue.row",
                "write 'out_of_scope: yes', or 'first_self_pay: 0%' for an item that is wholly in scope.",
                "请写“out_of_scope: yes”；完全在范围内的项目请写“first_self_pay: 0%”。"
            );
        return outside is not null ? CatalogueRow.Outside
            : share is { IsScalar: true, Raw: "own" } ? CatalogueRow.Own
            : new(false, false, share?.Rate() ?? Rate.None);
    }

    private static string Words(IReadOnlyList<ConditionPolicy> conditions) =>
        string.Join(", ", conditions.Select(condition => $"{condition.Fact.Raw}: {Words(condition)}"));

    private static string Words(ConditionPolicy condition)
    {
        if (condition.Range is { } range)
        {
            string?[] ends = [range.From is { } from ? $"from: {from.Raw}" : null, range.Below is { } below ? $"below: {below.Raw}" : null];
            return $"{{ {string.Join(", ", ends.OfType<string>())} }}";
        }

        var words = string.Join(" / ", condition.Words.Concat(condition.Lists).Select(word => word.Raw));
        return condition.IsNot ? $"{{ {(condition.Lists.Count > 0 ? "not_in" : "not")}: {words} }}" : words;
    }
}
