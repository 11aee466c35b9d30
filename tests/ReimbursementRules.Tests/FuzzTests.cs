using System.Text;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Valid files with small damage, the same on every run: they load, or end in problems.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Tokens =
    [
        "[",
        "]",
        "{",
        "}",
        ":",
        "- ",
        ",",
        "\"",
        "'",
        "#",
        "&a ",
        "*a",
        "!!x ",
        "|\n",
        ">\n",
        "? ",
        "---\n",
        "...\n",
        "%",
        "@",
        "`",
        "\t",
        "\n",
        " ",
        "\0",
        "\u0085",
        "\u2028",
        "\ud83d\ude00",
        "null",
        "~",
        "yes",
        "0",
        "-1",
        "1e9",
        ".inf",
        "0.001",
        "999999999999999999",
        "2020-02-30",
        "9999-12-31",
        "0001-01-01",
        "100%",
        "otherwise: true",
        "repealed",
        "none",
        "{}",
        "[]",
        "<<: x",
        "own",
        "item.kind",
        "in: x",
    ];

    private static readonly string[] Claims =
    [
        "discharged: 2020-10-08\nadmitted: 2020-10-01\nsetting: inpatient\nhospital.level: two\ndisease: appendicitis\nage: "
            + "40\nitems:\n  - { class: A, amount: 18_000.50, code: x }\n  - { class: B, amount: 2_000, first_self_pay: 10%, "
            + "quantity: 2, ceiling_price: 900 }\n",
        """{ "discharged": "2020-10-08", "setting": "inpatient", "hospital.level": "two", "emergency": true, "items": [ { "class": "A", "amount": 18000.5 }, { "class": "C", "amount": 3, "name": "床位" } ] }""",
    ];

    [Theory]
    [InlineData("index.yaml", 1)]
    [InlineData("1-catalogue.yaml", 2)]
    [InlineData("2-basic.yaml", 3)]
    [InlineData("3-tiered-care.yaml", 4)]
    [InlineData("contributions.yaml", 6)]
    public void Policy_Damaged_LoadsOrEndsInProblems(string file, int seed)
    {
        using var folder = new RulebookFolder();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Rules, "tiered-care-district"), "*.yaml"))
            folder.With(Path.GetFileName(path), File.ReadAllText(path));
        folder.With("contributions.yaml", File.ReadAllText(Path.Combine(Repository.Rules, "fuzhou", "contributions.yaml")));
        var whole = File.ReadAllBytes(Path.Combine(folder.Path, file));
        var random = new Random(seed);
        var loaded = 0;
        for (var i = 0; i < 500; i++)
        {
            File.WriteAllBytes(Path.Combine(folder.Path, file), Damaged(whole, random));
            loaded += Try<PolicyException>(() => folder.Load());
        }

        loaded.ShouldBeInRange(1, 450);
    }

    [Fact]
    public void Claim_Damaged_SettlesOrEndsInProblems()
    {
        var rulebook = Rulebook.Load(Path.Combine(Repository.Rules, "tiered-care-district"));
        var random = new Random(5);
        var settled = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var text = Encoding.UTF8.GetString(Damaged(Encoding.UTF8.GetBytes(Claims[i % Claims.Length]), random));
            settled += Try<InputException>(() => rulebook.Settle(Claim.Parse(text)));
        }

        settled.ShouldBeInRange(1, 3_600);
    }

    /// <summary>Where a damaged contract loads all the same, the years of its cases are settled or end in problems.</summary>
    [Theory]
    [InlineData("outpatient-budget-2009", "contract.yaml", 8)]
    [InlineData("examples/provider-payment-methods", "contract.yaml", 9)]
    [InlineData("instant-settlement", "contract.yaml", 10)]
    [InlineData("funan-2020", "contract.yaml", 11)]
    [InlineData("instant-settlement", "contract.cases.yaml", 12)]
    [InlineData("fuzhou", "contributions.yaml", 13)]
    [InlineData("fuzhou", "contributions.cases.yaml", 14)]
    public void RulebookWithCases_Damaged_IsCheckedOrEndsInProblems(string rules, string file, int seed)
    {
        using var folder = new RulebookFolder().Without("2-basic.yaml");
        foreach (
            var path in Directory
                .EnumerateFiles(Path.Combine(Repository.Rules, rules), "*.yaml")
                .Where(path =>
                    !path.EndsWith(".cases.yaml", StringComparison.Ordinal)
                    || Path.GetFileName(path).StartsWith("contr", StringComparison.Ordinal)
                )
        )
            folder.With(Path.GetFileName(path), File.ReadAllText(path));
        folder
            .Replace("index.yaml", "builds_on: ", "# built on ")
            .With("1-catalogue.yaml", File.ReadAllText(Repository.In("rules", "examples", "plain-catalogue", "1-catalogue.yaml")));
        var whole = File.ReadAllBytes(Path.Combine(folder.Path, file));
        var random = new Random(seed);
        var loaded = 0;
        for (var i = 0; i < 200; i++)
        {
            File.WriteAllBytes(Path.Combine(folder.Path, file), Damaged(whole, random));
            loaded += RulebookCheck.Run(folder.Path).Problems.Count == 0 ? 1 : 0;
        }

        loaded.ShouldBeInRange(1, 180);
    }

    [Fact]
    public void Year_Damaged_SettlesOrEndsInProblems()
    {
        var contract = Rulebook.Load(Path.Combine(Repository.Rules, "outpatient-budget-2009")).Contracts[0];
        var whole = File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "Analyst", "years", "outpatient-2009.yaml"));
        using var folder = new RulebookFolder();
        var path = Path.Combine(folder.Path, "year.yaml");
        var random = new Random(15);
        var settled = 0;
        for (var i = 0; i < 2_000; i++)
        {
            File.WriteAllBytes(path, Damaged(whole, random));
            settled += Try<InputException>(() => ContractReport.Write(contract.Settle(ProviderYear.Load(path))));
        }

        settled.ShouldBeInRange(1, 1_800);
    }

    [Fact]
    public void Contributor_Damaged_IsComputedOrEndsInProblems()
    {
        var plan = Rulebook.Load(Path.Combine(Repository.Rules, "fuzhou")).Contributions[0];
        var whole =
            "on: 2014-07-01\npaid: 2014-09-01\nscheme: resident\nborn: 1974-05-06\npoverty: low_income\nheads: 1\n"u8
            + "account: { balance: 100.50, persons_paid: 1 }\n"u8;
        var random = new Random(7);
        var computed = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var text = Encoding.UTF8.GetString(Damaged(whole.ToArray(), random));
            computed += Try<InputException>(() => plan.Of(Contributor.Parse(text)));
        }

        computed.ShouldBeInRange(1, 3_600);
    }

    /// <summary>One or two small damages: a byte changed, a piece left out, a line doubled, a token put in.</summary>
    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)(bytes[at] ^ (1 << random.Next(8)));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at - 1));
                    break;
                case 2:
                    var end = bytes.IndexOf((byte)'\n', at) is >= 0 and var found ? found : bytes.Count - 1;
                    bytes.InsertRange(end + 1, bytes[(bytes.LastIndexOf((byte)'\n', Math.Max(0, end - 1)) + 1)..(end + 1)]);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static int Try<T>(Action action)
        where T : ProblemException
    {
        try
        {
            action();
            return 1;
        }
        catch (T e)
        {
            e.Problems.ShouldNotBeEmpty();
            return 0;
        }
    }
}
