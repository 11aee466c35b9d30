using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Registers;

/// <summary>Reads <c>providers.yaml</c> and <c>members.yaml</c>.</summary>
internal static class RegisterReader
{
    public static RegistersPolicy Read(PolicyFiles files) =>
        new(
            files["providers.yaml"] is { } providers ? Providers(providers) : null,
            files["members.yaml"] is { } members ? Members(members) : null
        );

    private static IReadOnlyList<ProviderPolicy> Providers(Node node)
    {
        node.OnlyKeys("providers");
        return [.. node["providers"].Numbered().Select(entry => Provider(entry.Id, entry.Entry))];
    }

    private static IReadOnlyList<MemberPolicy> Members(Node node)
    {
        node.OnlyKeys("members");
        return [.. node["members"].Numbered().Select(entry => Member(entry.Id, entry.Entry))];
    }

    private static ProviderPolicy Provider(Word id, Node node)
    {
        node.OnlyKeys("facts", "agreements", "suspended", "designated_for", "departments", "note");
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
        node.OnlyKeys("born", "sex", "facts", "enrolments", "note");
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
        node.OnlyKeys("diseases", "in", "from", "until");
        var diseases = node.Optional("diseases");
        var list = node.Optional("in");
        if (node.IsMapping && (diseases is null) == (list is null))
            node.Wrong(
                "designation.diseases",
                "a designation has either 'diseases' or 'in' with a list of index.yaml.",
                "定点病种应有“diseases”或“in”（index.yaml 的列表）之一。"
            );
        return new(Days(node), [.. (diseases?.Items() ?? []).Select(disease => disease.Plain())], list?.Word());
    }

    private static EnrolmentPolicy Enrolment(Node node)
    {
        node.OnlyKeys("scheme", "from", "until", "arrears_from", "deferred");
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
        node.OnlyKeys("from", "until");
        return Days(node);
    }

    private static DayRange Days(Node node) => DaysReader.Read(node["from"].FirstDay(), node.Optional("until"));
}
