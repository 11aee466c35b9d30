using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;
using ReimbursementRules.Layers;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Json.JsonValueForms;

namespace ReimbursementRules.Ledgers;

[JsonConverter(typeof(JsonFormConverter<LedgerLine>))]
public sealed partial record LedgerLine : IJsonForm<LedgerLine>
{
    private static readonly JsonKey<LedgerLine, int> NumberKey = new("number", Int, line => line.Number);
    private static readonly JsonKey<LedgerLine, DateOnly> PostedKey = new("posted", Day, line => line.Posted);
    private static readonly JsonKey<LedgerLine, LineKind> KindKey = new("kind", Word<LineKind>(), line => line.Kind);
    private static readonly JsonKey<LedgerLine, string> CauseKey = new("cause", Text, line => line.Cause),
        ClerkKey = new("clerk", Text, line => line.Clerk);
    private static readonly JsonKey<LedgerLine, Settlement> SettlementKey = new(
        "settlement",
        SettlementForm.AsValue,
        line => line.Settlement
    );

    internal static readonly RecordForm<LedgerLine> JsonForm = new(
        "line",
        [NumberKey, PostedKey, KindKey, CauseKey, ClerkKey, SettlementKey],
        node =>
            new(
                NumberKey.In(node),
                PostedKey.In(node),
                KindKey.In(node),
                SettlementKey.In(node),
                CauseKey.In(node) ?? "",
                ClerkKey.In(node) ?? ""
            )
    );

    static JsonForm<LedgerLine> IJsonForm<LedgerLine>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<HeldClaim>))]
public sealed partial record HeldClaim : IJsonForm<HeldClaim>
{
    private static readonly JsonKey<HeldClaim, Settlement> SettlementKey = new(
        "settlement",
        SettlementForm.AsValue,
        held => held.Settlement
    );
    private static readonly OptionalKey<HeldClaim, DateOnly> DueKey = new("due", Day, held => held.Due);

    internal static readonly RecordForm<HeldClaim> JsonForm = new(
        "held",
        [SettlementKey, DueKey],
        node => new(SettlementKey.In(node), DueKey.In(node))
    );

    static JsonForm<HeldClaim> IJsonForm<HeldClaim>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<MemberLedger>))]
public sealed partial class MemberLedger : IJsonForm<MemberLedger>
{
    private const string File = "ledger.json";

    static JsonForm<MemberLedger> IJsonForm<MemberLedger>.Form { get; } =
        new NoJson<MemberLedger>("Write it with Save, and read it with Restore, which takes its rulebook.");

    /// <summary>The ledger as JSON: every line, and the claims that stand. <see cref="Restore"/> makes the same ledger of it.</summary>
    public string Save()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" }))
            ClaimForms.Within(json, () => Save(json));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Makes the ledger again that was saved. Its lines are as they were; operations from now on settle by
    /// <paramref name="rulebook"/>, also where its text has changed since.</summary>
    /// <param name="rulebook">The rulebook by whose id the ledger was kept.</param>
    /// <param name="json">What <see cref="Save()"/> wrote.</param>
    /// <exception cref="InputException">The text is no ledger of the rulebook, or was changed after it was written.</exception>
    public static MemberLedger Restore(Rulebook rulebook, string json)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(json);
        var problems = new ProblemLog();
        var ledger = NodeReader.ReadText(File, json, problems) is { } node && problems.IsEmpty ? Read(rulebook, node) : null;
        problems.ThrowForInput();
        return ledger!;
    }

    private void Save(Utf8JsonWriter json)
    {
        json.WriteText("rulebook", Rulebook.Id);
        json.WriteText("version", Rulebook.Version);
        json.WriteText("fingerprint", Rulebook.Fingerprint);
        json.WritePropertyName("opening");
        JsonHistory.Write(json, Opening);
        if (ClosedThrough is { } closed)
            json.WriteText("closed_through", IsoDay.Show(closed));
        json.WriteNumber("arrivals", _arrivals);
        json.WriteList("lines", Lines, line => LedgerLine.JsonForm.Write(json, line));
        json.WriteList("claims", _standing, one => ClaimForms.Within(json, () => Save(json, one)));
    }

    private void Save(Utf8JsonWriter json, StandingClaim one)
    {
        json.WritePropertyName("claim");
        ClaimForms.OfClaim.Write(json, one.Claim);
        json.WriteNumber("arrival", one.Arrival);
        json.WriteWord("review", one.Review);
        json.WriteText("since", IsoDay.Show(one.Since));
        if (Lines.FirstOrDefault(line => ReferenceEquals(line.Settlement, one.Settlement)) is { } line)
        {
            json.WriteNumber("line", line.Number);
            return;
        }

        json.WritePropertyName("settlement");
        SettlementForm.AsValue.Write(json, one.Settlement);
    }

    private static MemberLedger Read(Rulebook rulebook, Node node)
    {
        node.OnlyKeys("rulebook", "version", "fingerprint", "opening", "closed_through", "arrivals", "lines", "claims");
        if (node["rulebook"] is { IsMissing: false } of && of.Text() is var id && id != rulebook.Id)
            of.Wrong(
                "ledger.rulebook",
                $"this ledger was kept by rulebook '{id}', not by '{rulebook.Id}'. Hand in that rulebook.",
                $"此台账由规则册“{id}”保存，而不是“{rulebook.Id}”。请提交该规则册。"
            );
        var lines = node["lines"].Items().Select(LedgerLine.JsonForm.Of).ToList();
        return new(
            rulebook,
            HistoryReader.Read(node["opening"], mayBeNegative: true),
            [.. node["claims"].Items().Select(one => Standing(one, lines))],
            [.. lines],
            node.Optional("closed_through")?.Date(),
            node["arrivals"].SignedWhole()
        );
    }

    private static StandingClaim Standing(Node node, List<LedgerLine> lines)
    {
        node.OnlyKeys("claim", "arrival", "review", "since", "line", "settlement");
        var settlement = node.Optional("line") is { } line ? Line(line, lines)?.Settlement : SettlementForm.Of(node["settlement"]);
        return new(
            ClaimReader.Read(node["claim"]),
            node["arrival"].SignedWhole(),
            Enum.GetValues<ReviewOutcome>()[
                Math.Max(0, Array.IndexOf(EnumWords.All<ReviewOutcome>(), node["review"].OneOf(EnumWords.All<ReviewOutcome>())))
            ],
            node["since"].Date(),
            settlement!
        );
    }

    private static LedgerLine? Line(Node node, List<LedgerLine> lines)
    {
        var number = node.SignedWhole();
        if (number > 0 && number <= lines.Count)
            return lines[number - 1];
        node.Wrong(
            "ledger.line",
            $"'{node.Raw}' is none of the {Counted.Of(lines.Count, "line")} of this ledger.",
            $"“{node.Raw}”不是本台账 {lines.Count} 行之一。"
        );
        return null;
    }
}
