using System.Globalization;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads <c>index.yaml</c>.</summary>
internal static class IndexReader
{
    /// <summary>The names that stand for themselves in a settlement and so cannot be a payer's.</summary>
    public static readonly string[] SettlementKeys =
    [
        "patient",
        "hospital",
        "bill",
        "status",
        "parts",
        "items",
        "steps",
        "account",
        "cash",
        "actual_ratio",
        "findings",
        "history",
        "invalid",
        "bases",
        "left",
        "year",
        "in_scope",
        "out_of_scope",
        "over_ceiling",
        "first_self_pay",
        "refused",
    ];

    /// <summary>The names that stand for themselves in what a ledger's case expects.</summary>
    public static readonly string[] LedgerKeys =
    [
        "lines",
        "changes",
        "receivables",
        "owed_for",
        "overdue",
        "due",
        "recovered",
        "fines",
        "mismatches",
        "refused",
    ];

    /// <summary>The names that no payer can have.</summary>
    private static readonly string[] TakenNames = [.. SettlementKeys.Union(LedgerKeys), "solved"];

    /// <summary>Reads an index.</summary>
    /// <param name="node">The file.</param>
    /// <param name="inherited">The index of the folder on which this one builds: its names hold where this one does not state them
    /// anew.</param>
    public static IndexPolicy Read(Node node, IndexPolicy? inherited)
    {
        node.Key("verified_on")
            ?.Wrong(
                "key.unknown",
                "'verified_on' is no longer a key: nothing is done with it. Make the line a comment: begin it with '#'.",
                "“verified_on”已不再是键，因其没有作用。请将该行改为注释：在行首加“#”。"
            );
        node.OnlyKeys(IndexKeys.Index);
        node.Optional("note")?.OneOrBoth();
        if (node["format"].Text() is { Length: > 0 } and not "1" and var format)
            node["format"]
                .Wrong(
                    "format.version",
                    $"this program reads format 1, found '{format}'. Write 'format: 1'.",
                    $"本程序读取格式 1，实际是“{format}”。请写“format: 1”。"
                );
        var year = node["benefit_year"];
        year.OnlyKeys(IndexKeys.Year);
        return new()
        {
            Id = node["id"].Id(),
            Title = node["title"].Bilingual(),
            IsExample = node["status"].OneOf("enacted", "example") == "example",
            From = node["from"].FirstDay(),
            Year = YearStart(year["starts"]),
            DecidedBy = Day(year["decided_by"]),
            AgeOn =
                node.Optional("age_on")
                    ?.OneOf(("benefit_year", AgeOn.BenefitYear), ("admission", AgeOn.Admission), ("discharge", AgeOn.Discharge))
                ?? inherited?.AgeOn
                ?? AgeOn.BenefitYear,
            RoundEach = Rounding(node["rounding"]),
            Payers = Payers(node, inherited),
            Parameters = Named(node.Optional("parameters"), inherited?.Parameters, history => TableReader.History(history, Parameter)),
            Lists = Named(node.Optional("lists"), inherited?.Lists, ListReader.Read),
            Facts = Over(
                inherited?.Facts,
                (node.Optional("facts")?.Entries() ?? []).Select(entry => FactReader.Read(entry.Key, entry.Value)),
                fact => fact.Name
            ),
            Calendar = node.Optional("calendar") is { } calendar
                ? Calendar(calendar)
                : inherited?.Calendar ?? new(new HashSet<DateOnly>(), new HashSet<DateOnly>()),
            Place = node.Place,

            Version = node.Optional("version")?.Text() ?? "",
        };
    }

    /// <summary>The day that chooses a dated value.</summary>
    public static DecidingDay Day(Node node) => node.OneOf([.. OfClaim, ("service", DecidingDay.Service)]);

    /// <summary>The day that chooses a dated value for a claim as a whole.</summary>
    public static DecidingDay DayOfClaim(Node node) => node.OneOf(OfClaim);

    private static readonly (string, DecidingDay)[] OfClaim =
    [
        ("discharge", DecidingDay.Discharge),
        ("admission", DecidingDay.Admission),
        ("filing", DecidingDay.Filing),
    ];

    /// <summary>A day of every year, on which something begins.</summary>
    public static BenefitYear YearStart(Node node)
    {
        var text = node.Text();
        if (DateOnly.TryParseExact("2001-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(day.Month, day.Day);
        var (en, zh) =
            DayForms.OfEveryYear(text) is { } meant && node.Written(meant) is var way
                ? ($" as files write it, month-day. {way.En}", $"某日在文件中的写法（月-日）。{way.Zh}")
                : (". Write month-day, such as 01-01.", "都有的日期。请写 月-日，如 01-01。");
        if (text.Length > 0)
            node.Wrong("year.starts", $"'{text}' is not a day of every year{en}", $"“{text}”不是每年{zh}");
        return new(1, 1);
    }

    private static RoundingUnit Rounding(Node node)
    {
        node.OnlyKeys(IndexKeys.Rounding);
        if (node["to"].Text() is { Length: > 0 } and not "0.01" and var to)
            node["to"]
                .Wrong(
                    "rounding.to",
                    $"amounts are rounded to 0.01, found '{to}'. Write 'to: 0.01'.",
                    $"金额四舍五入到 0.01，实际是“{to}”。请写“to: 0.01”。"
                );
        return node["each"].OneOf(("move", RoundingUnit.Move), ("item", RoundingUnit.Item), ("total", RoundingUnit.Total));
    }

    /// <summary>The funds in the order of the files, then the accounts. They may all be inherited; else they are needed.</summary>
    private static IReadOnlyList<PayerPolicy> Payers(Node node, IndexPolicy? inherited)
    {
        var entries = node.Optional("builds_on") is null ? node["payers"].Entries() : node.Optional("payers")?.Entries() ?? [];
        var payers = Over(inherited?.Payers, entries.Select(entry => Payer(entry.Key, entry.Value)), payer => payer.Id);
        return [.. payers.OrderBy(payer => payer.IsAccount)];
    }

    private static PayerPolicy Payer(Node id, Node node)
    {
        node.OnlyKeys(IndexKeys.Payer);
        var national = node.Optional("nhsa");
        national?.OnlyKeys(IndexKeys.National);
        if (TakenNames.Contains(id.Raw))
            id.Wrong(
                "payer.reserved",
                $"'{id.Raw}' cannot be the name of a payer: a settlement uses it for something else. Choose another. "
                    + $"Taken: {string.Join(", ", TakenNames)}.",
                $"“{id.Raw}”不能作支付方名称：结算单另有用途。请换名称。已占用：{string.Join(", ", TakenNames)}。"
            );
        return new(
            id.Id(),
            node["title"].Bilingual(),
            national?["fund"].Text(),
            national?["field"].Text(),
            node.Optional("account")?.YesNo() is true,
            id.Place
        )
        {
            IsCarried = Carried(node),
            CarriesTo = node.Optional("carried") is { Raw: "yes" } ? node.Optional("carries_to")?.Word() : null,
            PaidBy = node.Optional("paid_by")?.Word(),
            Advance = node.Optional("advance")?.Rate() ?? Rate.None,
        };
    }

    /// <summary>Whether a balance goes on from claim to claim, which that of an account alone can.</summary>
    private static bool Carried(Node node)
    {
        var isAccount = node.Optional("account")?.YesNo() is true;
        var isCarried = node.Optional("carried")?.YesNo() is true;
        if (isCarried && !isAccount)
            node.Key("carried")
                ?.Wrong(
                    "payer.carried",
                    "a fund has no balance of the member. Write 'account: yes' beside it, or leave 'carried' out.",
                    "基金没有参保人的余额。请同时写“account: yes”，或删去“carried”。"
                );
        if (!isCarried)
            node.Key("carries_to")
                ?.Wrong(
                    "payer.carries_to",
                    "nothing is known of its balance at the end of the year. Write 'carried: yes' beside it, or leave 'carries_to' out.",
                    "年度末的余额无从得知。请同时写“carried: yes”，或删去“carries_to”。"
                );
        return isAccount && isCarried;
    }

    private static Dated<decimal> Parameter(Node from, Node node)
    {
        node.OnlyKeys(IndexKeys.Parameter);
        return new(from.FirstDay(), node["value"].Number(), TableReader.Source(node, from.Place));
    }

    private static CalendarPolicy Calendar(Node node)
    {
        node.OnlyKeys(IndexKeys.Calendar);
        return new(Days(node.Optional("holidays")), Days(node.Optional("workdays")));
    }

    private static HashSet<DateOnly> Days(Node? node) => node is null ? [] : [.. node.Items().Select(day => day.Date())];

    /// <summary>What is inherited, in its order, each entry in its own form where there is one; then what is new.</summary>
    private static List<T> Over<T>(IReadOnlyList<T>? inherited, IEnumerable<T> own, Func<T, string> name)
    {
        var all = (inherited ?? []).ToList();
        var places = all.Index().ToDictionary(one => name(one.Item), one => one.Index, StringComparer.Ordinal);
        foreach (var one in own)
            if (places.TryGetValue(name(one), out var at))
                all[at] = one;
            else
            {
                places.Add(name(one), all.Count);
                all.Add(one);
            }

        return all;
    }

    private static Dictionary<string, T> Named<T>(Node? node, IReadOnlyDictionary<string, T>? inherited, Func<Node, T> read)
    {
        var named = new Dictionary<string, T>(inherited ?? new Dictionary<string, T>(), StringComparer.Ordinal);
        foreach (var (name, value) in node?.Entries() ?? [])
            named[name.Id()] = read(value);
        return named;
    }
}
