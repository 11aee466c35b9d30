using NRules.Fluent; // dotnet run --project samples/OwnRules [zh]
using OwnRules;
using ReimbursementRules;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

var rules = new RuleRepository();
rules.Load(from => from.From(typeof(ItemsThatExclude), typeof(SameTestTwice), typeof(StayDuringStay)));
var rulebook = Rulebook.Load("rules/tiered-care-district").WithRules(rules.GetRuleSets().SelectMany(set => set.Rules));
foreach (var result in rulebook.SettleAll(Directory.GetFiles("samples/OwnRules/claims").Order(StringComparer.Ordinal).Select(Claim.Load)))
    Console.WriteLine(TextReport.Write(result.Settlement!, args is ["zh"] ? Language.Chinese : Language.English));
