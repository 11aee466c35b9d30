using NRules.Fluent;
using OwnRules;
using ReimbursementRules;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;

var rules = new RuleRepository();
rules.Load(from => from.From(typeof(ItemsThatExclude), typeof(SameTestTwice), typeof(StayDuringStay)));
var rulebook = Rulebook.Load(args[0]).WithRules(rules.GetRuleSets().SelectMany(set => set.Rules));
foreach (var result in rulebook.SettleAll(args[1..].Select(Claim.Load)))
    Console.WriteLine(TextReport.Write(result.Settlement!));
