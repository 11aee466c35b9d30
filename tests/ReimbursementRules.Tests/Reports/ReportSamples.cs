using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>The settlements that the reports are shown on, by name. Between them they have every kind of step and finding.</summary>
internal static class ReportSamples
{
    private const string Quota = """
        id: listed
        title: { en: Listed disease, zh: 病种定额 }
        payer: fund
        instead_of: basic
        applies: { setting: inpatient, disease: appendicitis }
        base: [in_scope, first_self_pay, over_ceiling, out_of_scope]
        steps:
          - id: quota
            kind: quota
            pays_on: quota
            amount:
              2020-01-01: { value: 6_000, reference: "Town order 4", status: example }
            rate:
              2020-01-01: { value: 60%, reference: "Town order 5" }
            excess: { hospital: 50%, patient: 50% }
            saving: hospital

        """;

    private const string Gates = """
        gates:
          - { id: work_injury, when: { cause: work_injury }, then: refuse, liable: aid, reference: "Town order 9", message: { en: "Work injury is not for the fund.", zh: "工伤不由基金支付。" } }
          - { id: on_paper, when: { channel: manual, bill: { from: 10_000 } }, then: hold, due: { working_days: 10 }, reference: "Town order 10", message: { en: "A large bill on paper is reviewed.", zh: "大额手工报销须审核。" } }
          - { id: long_supply, item: { item.days_of_supply: { from: 29 } }, then: flag, reference: "Town order 11", message: { en: "Supplied for more than four weeks.", zh: "用药超过四周。" } }
          - { id: donated, item: { item.code: D1 }, then: refuse, liable: aid, reference: "Town order 12", message: { en: "Paid by the donor.", zh: "由捐赠方支付。" } }

        """;

    private const string Layered = """
        id: basic
        title: { en: Basic, zh: 基本 }
        payer: fund
        applies: { setting: inpatient }
        base: in_scope
        steps:
          - id: deductible
            kind: deductible
            per: year
            amount:
              2020-01-01: { value: 600, reference: "Town order 2", href: "https://example.org/order?a=1&b=2", note: "Once a year <all stays>." }
          - id: countable
            kind: cap
            of: cost
            per: claim
            amount:
              2020-01-01: { value: 18_000, reference: "Town order 2" }
          - id: share
            kind: tiers
            edges: after_deductible
            table:
              2020-01-01: { value: [ { above: 0, rate: 75% }, { above: 5_000, rate: 80% }, { above: 15_000, rate: 85% } ], reference: "Town order 3" }
          - id: cap
            kind: cap
            of: payment
            per: year
            amount:
              2020-01-01: { value: 20_000, reference: "Town order 6" }

        """;

    private const string Aid = """
        id: relief
        title: { en: Relief, zh: 救助层 }
        payer: aid
        applies: { setting: inpatient, poverty: registered }
        base: [basic.deductible, basic.share, first_self_pay]
        steps:
          - id: share
            kind: tiers
            edges: after_deductible
            table:
              2020-01-01: { value: 33.3333%, reference: "Town order 7" }

        """;

    public static IReadOnlyList<string> Names { get; } =
    ["plain", "quota-saving", "quota-excess", "layered", "refused", "reversal", "zero", "account", "ceiling"];

    public static Settlement Of(string name) =>
        name switch
        {
            "plain" => Settle(TestClaim.Stay(TestClaim.A(18_000) with { Code = "0101", Name = "Ward" }, TestClaim.C(2_000))),
            "quota-saving" => Settle(TestClaim.Stay(5_000) with { Disease = "appendicitis" }),
            "quota-excess" => Settle(TestClaim.Stay(TestClaim.A(6_000), TestClaim.C(801)) with { Disease = "appendicitis" }),
            "layered" => Settle(Layers()),
            "refused" => Settle(TestClaim.Stay(900) with { Cause = Cause.WorkInjury }),
            "reversal" => Settle(Layers()).Reverse(),
            "zero" => Settle(TestClaim.Stay(0)),
            "account" => WithAccount()
                .Settle(
                    TestClaim.Stay(TestClaim.A(4_000) with { Code = "0101", Name = "Ward" }, TestClaim.C(100)) with
                    {
                        AccountBalance = Money.Yuan(1_020),
                    }
                ),
            "ceiling" => WithCeilings()
                .Settle(
                    TestClaim.Stay(
                        TestClaim.A(2_000) with
                        {
                            Code = "0501",
                            Name = "Plate",
                            Quantity = 2,
                        },
                        TestClaim.B(500, 10) with
                        {
                            Code = "0201",
                            CeilingPrice = Money.Yuan(450),
                        }
                    )
                ),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a sample."),
        };

    /// <summary>What the member of the layered claim used before.</summary>
    public static History UsedBefore { get; } =
        History.Of([
            new("basic.deductible", null, Period.Year, new(2020, 1, 1), Money.Yuan(250), 0),
            new("basic.cap", null, Period.Year, new(2020, 1, 1), Money.Yuan(6_000.50m), 0),
            new("admissions", null, Period.Year, new(2020, 1, 1), Money.Zero, 1),
        ]);

    private static Claim Layers() =>
        TestClaim.Stay(
            TestClaim.A(15_000) with
            {
                Code = "0101",
                Name = "床位 & <treatment>",
            },
            TestClaim.B(4_000, 10) with
            {
                Code = "0201",
                Name = "靶向药",
                DaysOfSupply = 30,
            },
            TestClaim.B(3_000, 20) with
            {
                Code = "0501",
                Name = "Plate",
                Quantity = 2,
                CeilingPrice = Money.Yuan(1_200),
            },
            TestClaim.C(700),
            TestClaim.A(99.99m) with
            {
                Code = "D1",
                Name = "Donated\u001b[31m drug",
            }
        ) with
        {
            Id = "C-\"1\"",
            Admitted = new(2020, 10, 1),
            Channel = ClaimChannel.Manual,
            Member = new()
            {
                Id = "M-1",
                Poverty = Poverty.Registered,
                Age = 66,
            },
        };

    /// <summary>The account pays the deductible, the aid half of the share, and the account what it has left of the rest.</summary>
    private static Rulebook WithAccount() =>
        Town.With(
            folder =>
                folder
                    .Replace("index.yaml", "  aid:", "  purse: { title: { en: Personal account, zh: 个人账户 }, account: yes }\n  aid:")
                    .Replace("index.yaml", "status: example", "status: enacted"),
            RulebookFolder.Basic,
            Town.Layer(
                "own_deductible",
                "purse",
                "basic.deductible",
                "",
                "{ id: account, kind: account, note: The account pays the deductible first. }"
            ),
            Town.Layer("relief", "aid", "basic.share", "", StepText.Tiers("50%")),
            Town.Layer("own_share", "purse", "basic.share", "", StepText.Account)
        );

    /// <summary>A listed price for one item and the other's own: the hospital bears what is above.</summary>
    private static Rulebook WithCeilings() =>
        Town.With(
            folder =>
                folder
                    .Replace("index.yaml", "status: example", "status: enacted")
                    .Replace(
                        "1-catalogue.yaml",
                        "ceiling: trim",
                        "ceiling: hospital\nceiling_prices: { 2020-01-01: { reference: Town order 8, rows: [ { when: { "
                            + "item.code: \"0501\" }, value: 900 }, { otherwise: true, value: none } ] } }"
                    ),
            RulebookFolder.Basic
        );

    private static Settlement Settle(Claim claim)
    {
        using var folder = new RulebookFolder();
        folder.With("0-gates.yaml", Gates).With("3-listed.yaml", Quota).Replace("index.yaml", "status: example", "status: enacted");
        if (claim.Id.Length == 0)
            return folder.Load().Settle(claim);
        return folder.With("2-basic.yaml", Layered).With("4-relief.yaml", Aid).Load().Settle(claim, UsedBefore);
    }
}
