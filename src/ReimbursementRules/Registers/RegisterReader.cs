using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Registers;

/// <summary>Reads <c>providers.yaml</c> and <c>members.yaml</c>.</summary>
internal static class RegisterReader
{
    private static readonly KeyTable DaysKeys = new(SharedKeys.From with { IsNeeded = true }, SharedKeys.Until);

    private static readonly KeyTable DesignationKeys = new([
        May("diseases", ValueForms.List(ValueForms.Text), "病种：哪些病种", "the diseases"),
        May("in", ValueForms.Declared(NameKind.List), "在名单里：病种名单的名称", "a list of index.yaml that has the diseases"),
        .. DaysKeys.Keys,
    ]);

    private static readonly KeyTable ProviderKeys = new(
        May("facts", FactsForm, "事实：机构的级别等，可带日期", "what is known of the provider, by days"),
        Need("agreements", ValueForms.List(DaysKeys.Schema), "协议期：定点协议的起止", "when it has an agreement"),
        May("suspended", ValueForms.List(DaysKeys.Schema), "暂停：协议暂停的日子", "when it is suspended"),
        May(
            "designated_for",
            ValueForms.List(draft => ValueForms.OneOf(DesignationKeys.Schema(draft), "diseases", "in")),
            "定点病种：可以看哪些病种",
            "the diseases for which it is designated"
        ),
        May("departments", ValueForms.List(ValueForms.Text), "科目：能开哪些科", "the departments that are registered"),
        SharedKeys.Note
    );

    private static readonly KeyTable EnrolmentKeys = new([
        Need(
            "scheme",
            ValueForms.Words(
                ("employee", "职工医保", "employees"),
                ("resident", "居民医保", "residents"),
                ("rural_cooperative", "新农合", "rural cooperative")
            ),
            "险种：参加哪一种",
            "the scheme"
        ),
        .. DaysKeys.Keys,
        May("arrears_from", ValueForms.Day, "欠费起：从哪天起欠费", "from which day the premium is in arrears"),
        May("deferred", ValueForms.YesNo, "缓缴：缓缴的不影响待遇", "whether the arrears are deferred"),
    ]);

    private static readonly KeyTable MemberKeys = new(
        May("born", ValueForms.Day, "出生日期", "the day of birth"),
        May("sex", ValueForms.Words(("female", "女", "female"), ("male", "男", "male")), "性别", "the sex"),
        May("facts", FactsForm, "事实：参保人的证件等，可带日期", "what is known of the member, by days"),
        Need("enrolments", ValueForms.List(EnrolmentKeys.Schema), "参保：参保的起止", "when the member is enrolled"),
        SharedKeys.Note
    );

    /// <summary>The keys of <c>providers.yaml</c>.</summary>
    public static KeyTable ProvidersFile { get; } =
        new(Need("providers", ValueForms.ByName(ProviderKeys.Schema), "机构登记：各机构，按编号", "the providers, by their numbers"));

    /// <summary>The keys of <c>members.yaml</c>.</summary>
    public static KeyTable MembersFile { get; } =
        new(Need("members", ValueForms.ByName(MemberKeys.Schema), "人员登记：各参保人，按编号", "the members, by their numbers"));

    /// <summary>What is known on all days, or from each day on; the facts that the rulebook knows are offered.</summary>
    private static JsonObject FactsForm(SchemaDraft draft)
    {
        var properties = new JsonObject();
        foreach (var fact in draft.Facts.Where(fact => fact.Words.Count > 0 && !fact.Name.StartsWith("item.", StringComparison.Ordinal)))
            properties[fact.Name] = SchemaDraft.Described(
                ValueForms.Either(_ => ValueForms.Choice(fact.Words), ValueForms.Text, ValueForms.ByDay(ValueForms.Text))(draft),
                fact.Title
            );
        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = ValueForms.Either(ValueForms.Text, ValueForms.ByDay(ValueForms.Text))(draft),
        };
    }

    public static RegistersPolicy Read(PolicyFiles files) =>
        new(
            files["providers.yaml"] is { } providers ? Providers(providers) : null,
            files["members.yaml"] is { } members ? Members(members) : null
        );

    private static IReadOnlyList<ProviderPolicy> Providers(Node node)
    {
        node.OnlyKeys(ProvidersFile);
        return [.. node["providers"].Numbered().Select(entry => Provider(entry.Id, entry.Entry))];
    }

    private static IReadOnlyList<MemberPolicy> Members(Node node)
    {
        node.OnlyKeys(MembersFile);
        return [.. node["members"].Numbered().Select(entry => Member(entry.Id, entry.Entry))];
    }

    private static ProviderPolicy Provider(Word id, Node node)
    {
        node.OnlyKeys(ProviderKeys);
        node.Optional("note")?.OneOrBoth();
        return new(
            id,
            Facts(node.Optional("facts")),
            [.. node["agreements"].Items().Select(AllDays)],
            [.. (node.Optional("suspended")?.Items() ?? []).Select(AllDays)],
            node.Optional("designated_for")?.Items().Select(Designation).ToList(),
            node.Optional("departments")?.Items().Select(department => department.Plain()).ToList()
        );
    }

    private static MemberPolicy Member(Word id, Node node)
    {
        node.OnlyKeys(MemberKeys);
        node.Optional("note")?.OneOrBoth();
        return new(
            id,
            node.Optional("born")?.Date(),
            node.Optional("sex")?.OneOf(("female", Sex.Female), ("male", Sex.Male)),
            Facts(node.Optional("facts")),
            [.. node["enrolments"].Items().Select(Enrolment)]
        );
    }

    private static IReadOnlyList<RegisteredFactPolicy> Facts(Node? node) =>
        [.. (node?.Entries() ?? []).Select(entry => new RegisteredFactPolicy(entry.Key.Word(), Words(entry.Value)))];

    private static IReadOnlyList<(DateOnly From, Word Word)> Words(Node node)
    {
        if (!node.IsMapping)
            return [(DateOnly.MinValue, node.Word())];
        if (node.Pairs.Count == 0)
            node.Wrong(
                "history.empty",
                "expected at least one dated word, such as 2020-08-01: two.",
                "此处至少应有一个带日期的取值，如 2020-08-01: two。"
            );
        return [.. node.Entries().Select(entry => (entry.Key.Date(), entry.Value.Word())).OrderBy(entry => entry.Item1)];
    }

    private static DesignationPolicy Designation(Node node)
    {
        node.OnlyKeys(DesignationKeys);
        var diseases = node.Optional("diseases");
        var list = node.Optional("in");
        if (node.IsMapping && (diseases is null) == (list is null))
            node.Wrong(
                "designation.diseases",
                "a designation has either 'diseases' or 'in' with a list of index.yaml.",
                "定点病种应有“diseases”或“in”（index.yaml 的名单）之一。"
            );
        return new(Days(node), [.. (diseases?.Items() ?? []).Select(disease => disease.Plain())], list?.Word());
    }

    private static EnrolmentPolicy Enrolment(Node node)
    {
        node.OnlyKeys(EnrolmentKeys);
        var days = Days(node);
        var arrears = node.Optional("arrears_from");
        if (arrears?.Date() is { } from && !days.Contains(from))
            arrears.Wrong(
                "enrolment.arrears",
                $"{IsoDay.Show(from)} is not a day of the enrolment. Write one from 'from' on and before 'until'.",
                $"{IsoDay.Show(from)} 不在参保期内。请写“from”当日起、“until”之前的日期。"
            );
        if (node.Optional("deferred") is { } deferred && arrears is null)
            deferred.Wrong(
                "enrolment.arrears",
                "only arrears can be deferred. Add 'arrears_from', or leave this line out.",
                "只有欠费才能缓缴。请补上“arrears_from”，或删去该行。"
            );
        return new(
            node["scheme"]
                .OneOf(("employee", Scheme.Employee), ("resident", Scheme.Resident), ("rural_cooperative", Scheme.RuralCooperative)),
            days,
            arrears?.Date(),
            node.Optional("deferred")?.YesNo() is true
        );
    }

    private static DayRange AllDays(Node node)
    {
        node.OnlyKeys(DaysKeys);
        return Days(node);
    }

    private static DayRange Days(Node node) => DaysReader.Read(node["from"].FirstDay(), node.Optional("until"));
}
