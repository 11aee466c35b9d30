using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>Turns a policy into a rulebook that can run. Whatever can be checked before a claim arrives is checked here.</summary>
internal static class RulebookCompiler
{
    /// <summary>The most gates, included; those of a program's own rules come beside them.</summary>
    public const int MostGates = 20_000;

    /// <summary>The most steps, and the most parts that they leave, included.</summary>
    public const int MostNames = 65_000;

    private static readonly BilingualText OnTheClaim = new("As stated on the claim", "按单据所载");

    /// <summary>Compiles a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="registers">What is known of providers and members.</param>
    /// <param name="besides">What is asked of its tables beside settling: the facts are cut there too.</param>
    /// <param name="engine">Chooses the rows of its tables.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Compilation Compile(
        Policy policy,
        RegistersPolicy registers,
        IEnumerable<ConditionPolicy> besides,
        IRuleEngine engine,
        ProblemLog problems
    )
    {
        var lists = new DatedLists(policy.Index.Lists);
        new ListChecks(policy.Index.Lists, lists, problems).Run();
        var vocabulary = new AskedFacts(policy.Index, lists, problems);
        var tables = new TableRegistry(vocabulary, policy.OneDay, problems) { Begins = policy.OneDay is null ? policy.Index.From : null };
        var names = new Names { LayerIds = policy.Layers.Select(layer => layer.Id).ToHashSet(StringComparer.Ordinal) };
        var admissions = names.Slot(new(Names.Admissions, Period.Year, true));

        CheckFlows(policy.Index, problems);
        if (policy.OneDay is null)
            CheckDays(policy, problems);
        var gates = policy.Gates.Select((gate, i) => Gate(gate, i, policy, tables, vocabulary, problems)).ToList();
        var catalogue = Catalogue(policy, tables);
        var layers = new LayerCompiler(policy, tables, vocabulary, names, problems).Compile();
        var accounts = Accounts.Of(policy, names, problems);
        vocabulary.CutAlso(besides);
        var (ofClaim, ofItem) = tables.Build();
        var register = new RegisterCompiler(policy.Index, registers, lists, problems).Compile();
        CheckCounts(policy, names, problems);
        var compilation = new Compilation(policy, lists, vocabulary, names, register);
        if (!problems.IsEmpty)
            return compilation;
        var book = new CompiledRulebook(
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
                [.. policy.Layers.Select(layer => new LayerName(layer.Id, layer.Title, Words(layer.Applies), layer.InsteadOf?.Text))],
                names.Steps,
                [.. tables.Rows.Select(policy.Index.Marked), new(policy.Index.Place, OnTheClaim)],
                [.. policy.Gates.Select(gate => new GateName(gate.Id, gate.Then, gate.Message, policy.Index.Marked(gate.Source)))],
                names.Slots
            )
            {
                Version = policy.Index.Version,
                Fingerprint = policy.Fingerprint,
                AsOn = policy.OneDay,
                Facts = FactTitles.Of([.. policy.Index.Facts, AgeFact.Of(policy.Index.AgeOn)]),
            },
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
            Accounts = accounts,
            OldValues = OldValues.Of(policy, vocabulary.Asked),
            Unasked = UnaskedFacts.Of(policy.Index, vocabulary.Asked, Read(policy, tables)),
            Written = tables.Written,
            Leanings = new(ofClaim, ofItem, tables.Leanings),
            Baseline = policy.Baseline,
            Register = register,
        };
        return compilation with { Book = book };
    }

    /// <summary>What the layers read of a claim beside facts, by its keys.</summary>
    private static HashSet<string> Read(Policy policy, TableRegistry tables)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        if (policy.Layers.Any(layer => policy.Index.Payers.Any(payer => payer.IsAccount && payer.Id == layer.Payer.Text)))
            read.Add("account_balance");
        if (tables.Written.SelectMany(table => table.Rows).Any(row => row.Value is Bands { IsLiableShare: true }))
            read.Add("liable_share");
        return read;
    }

    private static Gate Gate(GatePolicy gate, int index, Policy policy, TableRegistry tables, AskedFacts vocabulary, ProblemLog problems)
    {
        foreach (var condition in gate.When.Where(vocabulary.IsOfItem))
            problems.Wrong(
                condition.Fact,
                "fact.item",
                $"'{condition.Fact.Text}' is asked of an item and cannot decide here. Ask it under 'item'.",
                $"{ClaimNames.Quoted(condition.Fact.Text)}是项目的事实，不能在此使用。请放到“item”下。"
            );
        if (gate.Item.Count > 0 && !gate.Item.Any(vocabulary.IsOfItem))
            problems.Wrong(
                gate.Item[0].Fact,
                "fact.claim",
                "none of these facts is asked of an item. Put them under 'when'.",
                "这些都不是项目的事实。请放到“when”下。"
            );
        var twice = gate.Item.FirstOrDefault(condition => gate.When.Any(other => other.Fact.Text == condition.Fact.Text));
        if (twice is not null)
            problems.Wrong(
                twice.Fact,
                "fact.twice",
                $"'{twice.Fact.Text}' stands under 'when' and under 'item'. Write it once.",
                $"{ClaimNames.Quoted(twice.Fact.Text)}在“when”与“item”下重复。请只写一次。"
            );
        return new(
            (short)Math.Min(index, MostGates),
            gate.Then,
            Liable(gate.Liable, policy, problems),
            gate.DueWorkingDays,
            tables.Add(TableName.OfGate(gate.Id), gate.When.And(gate.Item), gate.Source, gate.Days, policy.Index)
        );
    }

    /// <summary>The lines of a trace name gates, steps and parts by numbers of 16 bits.</summary>
    private static void CheckCounts(Policy policy, Names names, ProblemLog problems)
    {
        if (policy.Gates.Count > MostGates)
            problems.Add(
                policy.Gates[MostGates].Source.Place,
                "gates.many",
                $"the rulebook has {policy.Gates.Count} gates, at most {MostGates} can be told apart. Let one gate ask for a list of "
                    + "words.",
                $"规则册有 {policy.Gates.Count} 个关口，最多可区分 {MostGates} 个。请用一个关口对应一个名单的取值。"
            );
        if (Math.Max(names.Steps.Count, names.Parts.Count) > MostNames)
            problems.Add(
                policy.Layers.SelectMany(layer => layer.Steps).ElementAt(Math.Min(MostNames, names.Steps.Count - 1)).Place,
                "steps.many",
                $"the layers have {names.Steps.Count} steps, which leave {names.Parts.Count} parts; at most {MostNames} of each can be "
                    + "told apart. Let one step ask a table of rows.",
                $"各层共有 {names.Steps.Count} 个步骤、{names.Parts.Count} 个部分，各最多可区分 {MostNames} 个。请用一个步骤配一个多行的表。"
            );
    }

    /// <summary>Parameters, lists and gates that are over before the rulebook begins.</summary>
    private static void CheckDays(Policy policy, ProblemLog problems)
    {
        var from = policy.Index.From;
        foreach (var (name, history) in policy.Index.Parameters)
            Superseded.Check(history, from, name, problems);
        foreach (var (name, list) in policy.Index.Lists)
            Superseded.Check(list.Versions, from, name, problems);
        foreach (var gate in policy.Gates.Where(gate => gate.Days.Until <= from && !gate.Source.Place.IsInherited))
            problems.Add(
                gate.Source.Place,
                "value.never",
                $"the gate '{gate.Id}' is never there: it ends on {IsoDay.Show(gate.Days.Until!.Value)}, and the rulebook begins on "
                    + $"{IsoDay.Show(from)}. Correct 'until', or leave the gate out.",
                $"关口“{gate.Id}”从不生效：截至 {IsoDay.Show(gate.Days.Until!.Value)}，而规则册自 {IsoDay.Show(from)} 起。"
                    + "请更正“until”，或删去该关口。"
            );
    }

    /// <summary>A payer who hands over another's part hands over its own too, and does so to the provider.</summary>
    private static void CheckFlows(IndexPolicy index, ProblemLog problems)
    {
        foreach (var payer in index.Payers)
            if (payer.PaidBy is { IsEmpty: false, Text: var id } by)
                if (index.PlaceOf(id) is not (> 0 and var place))
                {
                    var hint = problems.Hint(id, [.. index.Payers.Where(one => one != payer).Select(one => (one.Id, one.Title))]);
                    problems.Wrong(
                        by,
                        "payer.unknown",
                        $"'{id}' is not a payer of index.yaml.{hint.En}",
                        $"index.yaml 中没有支付方“{id}”。{hint.Zh}"
                    );
                }
                else if (index.Payers[place - 1] is var other && (other == payer || other.IsAccount || other.PaidBy is not null))
                    problems.Wrong(
                        by,
                        "payer.paid_by",
                        $"'{id}' does not hand over its own part. Name a payer that pays providers itself.",
                        $"“{id}”并不自行拨付。请写直接向医疗机构拨付的支付方。"
                    );
    }

    private static int? Liable(Word? liable, Policy policy, ProblemLog problems)
    {
        if (liable is null)
            return null;
        var id = liable.Text;
        if (id == "hospital")
            return Legend.Hospital;
        if (policy.Index.PlaceOf(id) is > 0 and var place)
            return policy.Index.Payers[place - 1].IsAccount ? TheAccount(liable, problems) : policy.Index.Payer(liable, problems);
        var hint = problems.Hint(
            id,
            [
                .. policy.Index.Payers.Where(payer => !payer.IsAccount).Select(payer => (payer.Id, payer.Title)),
                ("hospital", new BilingualText("hospital", "医院")),
            ]
        );
        problems.Wrong(
            liable,
            "payer.unknown",
            $"'{id}' is not a payer of index.yaml.{hint.En}",
            $"index.yaml 中没有支付方“{id}”。{hint.Zh}"
        );
        return null;
    }

    private static int? TheAccount(Word liable, ProblemLog problems)
    {
        problems.Wrong(
            liable,
            "gate.liable",
            $"'{liable.Text}' is the patient's own account and is liable for nothing. Name a fund, or the hospital.",
            $"“{liable.Text}”是患者的个人账户，不能作责任方。请写基金或 hospital。"
        );
        return null;
    }

    private static Catalogue Catalogue(Policy policy, TableRegistry tables)
    {
        var scope = new Scope(ConditionsPolicy.None, policy.Index.From, null, policy.Catalogue.DecidedBy ?? policy.Index.DecidedBy);
        return new(
            policy.Catalogue.Ceiling,
            new(policy.Catalogue.CeilingPrices is { } prices ? tables.Add(new("ceiling_prices"), prices, scope, null) : null),
            tables.Add(new("catalogue"), policy.Catalogue.Table, scope, CatalogueRow.Outside),
            [.. policy.Catalogue.Adjust.Select((one, i) => tables.Add(TableName.OfCatalogue(i + 1), one, scope, RateChange.Nothing))]
        );
    }

    private static string Words(ConditionsPolicy conditions) => string.Join("; or ", conditions.Alternatives.Select(Words));

    private static string Words(IReadOnlyList<ConditionPolicy> conditions) =>
        string.Join(", ", conditions.Select(condition => $"{condition.Fact.Text}: {Words(condition)}"));

    private static string Words(ConditionPolicy condition)
    {
        if (condition.Range is { } range)
        {
            string?[] ends =
            [
                range.From is { } from ? $"from: {from.Text}" : null,
                range.Below is { } below ? $"{(range.IsBefore ? "before" : "below")}: {below.Text}" : null,
            ];
            return $"{{ {string.Join(", ", ends.OfType<string>())} }}";
        }

        var words = string.Join(" / ", condition.Words.Concat(condition.Lists).Select(word => word.Text));
        return condition.IsNot ? $"{{ {(condition.Lists.Count > 0 ? "not_in" : "not")}: {words} }}" : words;
    }
}
