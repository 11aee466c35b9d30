using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts.Steps;
using ReimbursementRules.Facts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>What must hold of a year before anything of it is settled, and the desk on which it is settled.</summary>
internal sealed class YearChecks(CompiledContract contract, ProviderYear year)
{
    private static readonly DateOnly LastYear = new(2998, 12, 31);

    private readonly ProblemLog _problems = [];
    private readonly FilePlace _place = year.Place ?? new("year", 0, 0);

    /// <exception cref="InputException">The year is not valid.</exception>
    public static ContractRun Begin(CompiledContract contract, ProviderYear year) => new YearChecks(contract, year).Begin();

    private ContractRun Begin()
    {
        CheckYear();
        LineChecks.Check(year, _place, _problems);
        ThrowIfAny();
        var months = Months();
        ThrowIfAny();
        var lines = year.Lines.Select(Line).OfType<YearLine>().ToList();
        ThrowIfAny();
        CheckDenied(lines);
        ThrowIfAny();
        return new(year, months, lines, _place);
    }

    private void CheckYear()
    {
        if (!contract.Days.Contains(year.Starts) || year.Starts > LastYear)
            Wrong(
                "year.from",
                $"no year of '{contract.Policy.Id}' begins on {IsoDay.Show(year.Starts)}: the contract holds from "
                    + $"{IsoDay.Show(contract.Days.From)}"
                    + $"{(contract.Days.Until is { } until ? $" until before {IsoDay.Show(until)}" : "")}.",
                $"“{contract.Policy.Id}”没有从 {IsoDay.Show(year.Starts)} 开始的年度：合同自 "
                    + $"{IsoDay.Show(contract.Days.From)} "
                    + $"起{(contract.Days.Until is { } end ? $"至 {IsoDay.Show(end)} 前" : "")}有效。"
            );
        else if (contract.Index.Year.Start(Period.Year, year.Starts) is var first && first != year.Starts)
            Wrong(
                "year.starts",
                $"a benefit year begins on {IsoDay.Show(first)}, not on {IsoDay.Show(year.Starts)}. State its first day.",
                $"待遇年度从 {IsoDay.Show(first)} 开始，而非 {IsoDay.Show(year.Starts)}。请写年度的第一天。"
            );
        if (year.Heads < 0 || year.Persons < 0)
            Wrong("year.count", "the year states a number of heads or persons below zero.", "年度的人头数或人数为负。");
        if (year.Heads > LineChecks.MostCounted || year.Persons > LineChecks.MostCounted)
            Wrong(
                "year.count",
                $"the year states a number of heads or persons above {LineChecks.MostCounted:#,##0}.",
                $"年度的人头数或人数超过 {LineChecks.MostCounted:#,##0}。"
            );
        AttributeChecks.Check(year.Attributes, "", contract.Index, new(_place), _problems);
    }

    /// <summary>What the tables say of the provider in each month; a problem where the contract is not about it.</summary>
    private ImmutableArray<ContractAnswers> Months()
    {
        var months = ImmutableArray.CreateBuilder<ContractAnswers>(12);
        for (var month = 0; month < 12; month++)
        {
            var before = _problems.Count;
            var first = year.Starts.AddMonths(month);
            months.Add(
                contract.OfYear.Ask(
                    new()
                    {
                        Place = _place,
                        Discharged = first,
                        Provider = year.Provider,
                        Attributes = year.Attributes,
                    },
                    _problems
                )
            );
            if (_problems.Count > before)
                break;
            if (months[month].Holds(contract.AppliesToYear))
                continue;
            Wrong(
                "year.provider",
                $"'{contract.Policy.Id}' is not about this provider on {IsoDay.Show(first)}: its 'applies' does not hold.",
                $"{IsoDay.Show(first)} 该机构不属于“{contract.Policy.Id}”：其“applies”条件不成立。"
            );
            break;
        }

        return months.ToImmutable();
    }

    /// <summary>A line with its answers; null where the contract is not about it, or after a problem.</summary>
    private YearLine? Line(ProviderLine line)
    {
        var claim = Filled(line.Facts);
        var before = _problems.Count;
        CheckAttributes(line.Facts);
        var answers = contract.OfLines.Ask(claim, _problems);
        if (_problems.Count > before || !answers.Holds(contract.Claims))
            return null;
        if (!answers.Holds(contract.AppliesToLine))
            _problems.Add(
                claim.Place ?? _place,
                "line.provider",
                $"the line is not of a provider that '{contract.Policy.Id}' is about: its 'applies' does not hold.",
                $"该明细的机构不属于“{contract.Policy.Id}”：其“applies”条件不成立。"
            );
        return new(line, claim, answers, MonthOf(claim.Discharged));
    }

    private void CheckAttributes(Claim facts)
    {
        AttributeChecks.Check(facts.Attributes, "", contract.Index, new(facts.Place ?? _place), _problems);
        foreach (var item in facts.Items)
            AttributeChecks.Check(item.Attributes, "item.", contract.Index, new(item.Place ?? facts.Place ?? _place), _problems);
    }

    /// <summary>The facts of a line, with what the year states of the provider where the line says nothing.</summary>
    private Claim Filled(Claim claim)
    {
        var (own, whole) = (claim.Provider, year.Provider);
        return claim with
        {
            Provider = new()
            {
                Id = whole.Id,
                Level = own.Level ?? whole.Level,
                Tier = own.Tier ?? whole.Tier,
                Ownership = own.Ownership ?? whole.Ownership,
                Agreement = own.Agreement ?? whole.Agreement,
                Designated = own.Designated ?? whole.Designated,
                Permitted = own.Permitted ?? whole.Permitted,
            },
            Attributes = year.Attributes.SetItems(claim.Attributes),
        };
    }

    private int MonthOf(DateOnly day)
    {
        var month = 0;
        while (month < 11 && year.Starts.AddMonths(month + 1) <= day)
            month++;
        return month;
    }

    private void CheckDenied(List<YearLine> lines)
    {
        if (year.Denied.Length > 0 && !contract.Steps.OfType<DenialsStep>().Any())
            Denied(
                year.Denied[0],
                "denied.step",
                new(
                    $"'{contract.Policy.Id}' has no step of kind denials, so nothing of it would be taken off. Add the step "
                        + "to contract.yaml, or leave 'denied' out.",
                    $"“{contract.Policy.Id}”没有 denials 步骤，不会扣减拒付金额。请在 contract.yaml 中增加该步骤，或删去“denied”。"
                )
            );
        foreach (
            var denials in year.Denied.Where(denial => denial.Claim.Length > 0).GroupBy(denial => denial.Claim, StringComparer.Ordinal)
        )
        {
            var claims = lines.Where(line => line.Claim.Id == denials.Key).ToList();
            var (denied, actual) = (denials.Sum(denial => denial.Amount), claims.Sum(line => line.Line.Actual));
            if (claims.Count == 0)
                Denied(
                    denials.First(),
                    "denied.claim",
                    new($"claim '{denials.Key}' is not among the lines of the contract.", $"合同的明细中没有单据“{denials.Key}”。")
                );
            else if (denied > actual)
                Denied(
                    denials.First(),
                    "denied.amount",
                    new(
                        $"{denied.ToReadable()} of claim '{denials.Key}' cannot be denied: the fund's part is {actual.ToReadable()}.",
                        $"单据“{denials.Key}”不能拒付 {denied.ToReadable()}：基金支付为 {actual.ToReadable()}。"
                    )
                );
        }
    }

    private void Denied(Denial denial, string code, BilingualText message) => _problems.Add(new(denial.Place ?? _place, code, message));

    private void Wrong(string code, string en, string zh) => _problems.Add(_place, code, en, zh);

    private void ThrowIfAny()
    {
        _problems.ThrowForInput();
    }
}
