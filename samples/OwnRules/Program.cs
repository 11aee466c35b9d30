// Three rules of an office's own beside a policy's. dotnet run --project samples/OwnRules [zh]
using NRules.Fluent;
using OwnRules;
using ReimbursementRules;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

var language = args is ["zh"] ? Language.Chinese : Language.English;
var rules = new RuleRepository();
rules.Load(from => from.From(typeof(ItemsThatExclude), typeof(SameTestTwice), typeof(StayDuringStay)));
var rulebook = Rulebook.Load("rules/tiered-care-district").WithRules(rules.GetRuleSets().SelectMany(set => set.Rules));
foreach (var result in rulebook.SettleAll(Directory.GetFiles("samples/OwnRules/claims").Order(StringComparer.Ordinal).Select(Claim.Load)))
    Console.WriteLine(TextReport.Write(result.Settlement!, language));
