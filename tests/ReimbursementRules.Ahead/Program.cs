using System.Text;
using System.Text.Json;
using ReimbursementRules;
using ReimbursementRules.Ahead;
using ReimbursementRules.Batches;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Contributions;
using ReimbursementRules.Engines;
using ReimbursementRules.Json;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

// Everything that a program compiled ahead of time may ask of the library, with the engine that such a program names.
// dotnet run -- RULES SAMPLES: the folders rules and samples/Analyst.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var (rules, samples) = (args[0], args[1]);
var district = Load("tiered-care-district");
var claim = Claim.Load(Path.Combine(samples, "claims", "level-two-stay.yaml"));
var settlement = district.Settle(claim);
foreach (var language in new[] { Language.English, Language.Chinese })
{
    Console.WriteLine(TextReport.Write(settlement, language));
    Console.WriteLine(JsonReport.Write(settlement));
    Console.WriteLine(HtmlReport.Write(settlement, language));
}

var second = Claim.Load(Path.Combine(samples, "claims", "second-stay.yaml"));
Console.WriteLine(TextReport.Write(district.Settle(second, settlement.History)));
Console.WriteLine(
    MemberLedger.Open(district).Settle(claim with { Id = "1" }, new(2020, 11, 1)).Reverse("1", new(2020, 11, 2)).Lines.Length
);
foreach (var result in district.SettleAll([claim, claim with { Id = "", Setting = null }]))
    Console.WriteLine($"{result.Settlement?.Patient} {string.Join(' ', result.Problems)}");
var sent = JsonSerializer.Serialize(claim, ReimbursementJsonContext.Default.Claim);
Console.WriteLine(sent);
Console.WriteLine(district.Settle(JsonSerializer.Deserialize(sent, ReimbursementJsonContext.Default.Claim)!).Patient);
Console.WriteLine(JsonSchemas.Of<Claim>().ToJsonString());
var order = JsonSerializer.Serialize(new Order(claim, Money.Yuan(12.30m), [settlement]), OwnContext.Default.Order);
Console.WriteLine(order);
Console.WriteLine(JsonSerializer.Deserialize(order, OwnContext.Default.Order)!.Settled[0].Patient);
Console.WriteLine(Replay.Of(district, JsonReport.Write(settlement)).IsEqual);
var year = ReimbursementRules.Contracts.ProviderYear.Load(Path.Combine(samples, "years", "outpatient-2009.yaml"));
Console.WriteLine(ContractReport.Write(Load("outpatient-budget-2009").Contracts[0].Settle(year)));
var contributor = Contributor.Load(Path.Combine(samples, "contributors", "fuzhou-family.yaml"));
Console.WriteLine(ContributionReport.Write(Load("fuzhou").Contributions[0].Of(contributor)));
foreach (var folder in RulebookCheck.Folders(rules))
{
    var report = RulebookCheck.Run(folder, new GridEngine());
    Console.WriteLine($"{report.Rulebook?.Id} {report.Passed} {report.Cases.Count} {report.Targets.Count} {report.Warnings.Count}");
}

Rulebook Load(string folder) => Rulebook.Load(Path.Combine(rules, folder), new GridEngine());
