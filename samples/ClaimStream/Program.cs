// A stream of any length in bounded memory, members in parallel. dotnet run -c Release --project samples/ClaimStream [zh]
using ReimbursementRules;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

var language = args is ["zh"] ? Language.Chinese : Language.English;
var rulebook = Rulebook.Load("rules/tiered-care-district");
var (settled, fund) = (0, Money.Zero);
foreach (var result in rulebook.SettleAll(Claims(members: 10_000)))
    if (result.Settlement is { } settlement)
        (settled, fund) = (settled + 1, fund + settlement.Payers[0].Amount);
    else
        foreach (var problem in result.Problems)
            Console.WriteLine(problem.Text.In(language));
Console.WriteLine(new BilingualText($"{settled} claims settled, {fund} paid.", $"已结算 {settled} 件申请，支付 {fund} 元。").In(language));

// The claims of a member stand together; each is settled with the history of the one before.
static IEnumerable<Claim> Claims(int members) =>
    from member in Enumerable.Range(1, members)
    from month in Enumerable.Range(1, 3)
    select new Claim
    {
        Id = $"C-{member}-{month}",
        Discharged = new(2020, month * 3, 8),
        Setting = Setting.Inpatient,
        Member = new() { Id = $"M-{member}" },
        Provider = new() { Level = (HospitalLevel)(member % 3) },
        Items = [new() { Class = CatalogueClass.A, Amount = Money.Yuan(1_000 + member % 20_000) }],
    };
