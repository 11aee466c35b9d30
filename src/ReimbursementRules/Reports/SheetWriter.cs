using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Words a settlement as a sheet.</summary>
internal sealed class SheetWriter(Settlement settlement, Language language)
{
    private readonly PartWords _words = new(settlement);

    public static Sheet Write(Settlement settlement, Language language) => new SheetWriter(settlement, language).Write();

    private Sheet Write() =>
        new()
        {
            Title = $"{In(Words.Settlement)}{In(Words.Colon)}{In(settlement.Title)}",
            Reversal = settlement.IsReversal ? In(Words.Reversal) : null,
            Lead = In(SheetLead.Of(settlement)),
            Capitals = language == Language.Chinese ? SheetLead.Capitals(settlement) : null,
            Unit = In(Words.Unit),
            Facts = Facts(),
            Payers = Payers(),
            Items = [Items(), ItemPayers()],
            Parts = Parts(),
            Layers = SheetSteps.Of(settlement, language, _words),
            Findings = [.. settlement.Findings.Select(Finding)],
            Skipped = [.. settlement.Skipped.Select(layer => new SheetNote(In(layer.Title), In(Words.Of(layer)), null))],
            History = History(),
        };

    private List<SheetFact> Facts()
    {
        var claim = settlement.Claim;
        var facts = new List<SheetFact>
        {
            new(In(Words.Rulebook), settlement.Rulebook),
            new(In(Words.Claim), claim.Id),
            new(In(Words.Member), claim.Member.Id),
            new(In(Words.Provider), claim.Provider.Id),
            new(In(Words.StayBegan), claim.StayBegan is { } began ? Words.Day(began) : ""),
            new(In(Words.Admitted), claim.Admitted is { } admitted ? Words.Day(admitted) : ""),
            new(In(Words.Discharged), Words.Day(claim.Discharged)),
            new(In(Words.Facts), StatedFacts.Line(StatedFacts.Of(claim, settlement.Legend.Facts), language)),
            new(In(Words.Status), In(Words.Of(settlement.Status))),
        };
        return [.. facts.Where(fact => fact.Value.Length > 0)];
    }

    private SheetTable Payers()
    {
        List<(string Title, Money Amount)> rows =
        [
            .. settlement.Payers.Where(payer => payer.Amount != Money.Zero).Select(payer => (In(payer.Title), payer.Amount)),
            (In(Words.Patient), settlement.Patient),
            .. PatientPays(),
            (In(settlement.Hospital < Money.Zero && !settlement.IsReversal ? Words.HospitalKeeps : Words.Hospital), settlement.Hospital),
        ];
        return new SheetColumns<(string Title, Money Amount)>(rows)
            .Text("", (row, _) => row.Title, In(Words.Bill))
            .Right(In(Words.Sum), row => row.Amount.ToReadable(), settlement.Bill.ToReadable())
            .Right(In(Words.Share), row => Percent(row.Amount), Percent(settlement.Bill))
            .Table(In(Words.WhoPays));
    }

    /// <summary>How the patient pays, where there is an account beside the cash.</summary>
    private IEnumerable<(string Title, Money Amount)> PatientPays() =>
        settlement.Legend.HasAccount
            ?
            [
                .. settlement.Accounts.Select(account => (In(Words.OfItAccount(account.Title)), account.Amount)),
                (In(Words.OfItCash), settlement.Cash),
            ]
            : [];

    private SheetTable Items() =>
        new SheetColumns<ItemSettlement>(settlement.Items)
            .Text(In(Words.Number), (_, index) => $"{index + 1}")
            .Text(In(Words.Item), (row, _) => Name(row.Item), In(Words.Total))
            .TextIfAny(In(Words.Class), row => row.Item.Class is { } word ? In(Terms.Of(word)) : "")
            .Amount(In(Words.Fee), row => row.Fee)
            .AmountIfAny(PartTitle("out_of_scope"), row => row.OutOfScope)
            .AmountIfAny(PartTitle("over_ceiling"), row => row.OverCeiling)
            .AmountIfAny(PartTitle("first_self_pay"), row => row.FirstSelfPay)
            .AmountIfAny(PartTitle("refused"), row => row.Refused)
            .Amount(PartTitle("in_scope"), row => row.InScope)
            .Text(In(Words.Where), (row, _) => row.Source.Place.Row)
            .Table(In(Words.Items));

    private SheetTable ItemPayers()
    {
        var columns = new SheetColumns<ItemSettlement>(settlement.Items)
            .Text(In(Words.Number), (_, index) => $"{index + 1}")
            .Text(In(Words.Item), (row, _) => Name(row.Item), In(Words.Total))
            .Amount(In(Words.Fee), row => row.Fee);
        return Bearers(columns, row => row.Payers, row => row.Account, row => row.Cash, row => row.Hospital).Table(In(Words.ItemPayers));
    }

    /// <summary>A column for each payer that pays anything, the patient with the account where it pays anything, and the hospital where it
    /// bears anything.</summary>
    private SheetColumns<T> Bearers<T>(
        SheetColumns<T> columns,
        Func<T, ImmutableArray<PayerAmount>> payers,
        Func<T, Money> account,
        Func<T, Money> cash,
        Func<T, Money> hospital
    )
    {
        for (var i = 0; i < settlement.Payers.Length; i++)
        {
            var payer = i;
            columns.AmountIfAny(In(settlement.Payers[payer].Title), row => payers(row)[payer].Amount);
        }

        columns.Amount(In(Words.Patient), row => account(row) + cash(row));
        if (_words.Account is { } title && settlement.Account != Money.Zero)
            columns.Amount(In(Words.OfItAccount(title)), account).Amount(In(Words.OfItCash), cash);
        return columns.AmountIfAny(In(Words.Hospital), hospital);
    }

    private SheetTable Parts()
    {
        var columns = new SheetColumns<PartAmount>(settlement.Parts)
            .Text(In(Words.Part), (row, _) => PartTitle(row.Name), In(Words.Bill))
            .Text(In(Words.Id), (row, _) => row.Name)
            .Amount(In(Words.AtFirst), row => row.AtFirst, addsUp: false);
        return Bearers(columns, row => row.Payers, row => row.Account, row => row.Cash, row => row.Hospital)
            .Amount(In(Words.Total), row => row.Amount)
            .Table(In(Words.Parts));
    }

    private SheetNote Finding(Finding finding)
    {
        List<string> head = [In(Words.Of(finding.Verdict)), In(Words.OfFinding(finding.Id, settlement.Legend))];
        if (finding.Item is { } item)
            head.Add($"{In(Words.ItemNumber(item))} {Name(settlement.Claim.Items[item])}".TrimEnd());
        if (finding.Due is { } due)
            head.Add(In(Words.DueOn(due)));
        return new(string.Join(In(Words.Comma), head), In(finding.Message), finding.Source);
    }

    private SheetTable History()
    {
        var used = Claims.History.Of(settlement.Used).Entries.ToDictionary(entry => entry.Key);
        return new SheetColumns<HistoryEntry>(settlement.History.Entries)
            .Text(In(Words.Used), (row, _) => In(_words.Used(row.What)))
            .Text(In(Words.Id), (row, _) => row.What)
            .TextIfAny(In(Words.Each), row => row.Each ?? "")
            .Text(In(Words.Period), (row, _) => In(Words.Of(row.Per)))
            .Text(In(Words.Since), (row, _) => Words.Day(row.Since))
            .Right(In(Words.Before), row => Value(row.Times - (Now(row)?.Times ?? 0), row.Amount - (Now(row)?.Amount ?? Money.Zero), row))
            .Right(In(Words.Now), row => Value(Now(row)?.Times ?? 0, Now(row)?.Amount ?? Money.Zero, row))
            .Right(In(Words.After), row => Value(row.Times, row.Amount, row))
            .Table(In(Words.History), hasTotal: false);

        HistoryEntry? Now(HistoryEntry entry) => used.GetValueOrDefault(entry.Key);
        static string Value(int times, Money amount, HistoryEntry entry) => entry.Times != 0 ? $"{times}" : amount.ToReadable();
    }

    /// <summary>Of the bill, to a hundredth of a percent; nothing for a bill of zero.</summary>
    private string Percent(Money amount) => SheetNumbers.Percent(amount, settlement.Bill);

    private static string Name(FeeItem item) => string.Join(' ', new[] { item.Code, item.Name }.Where(word => word.Length > 0));

    private string PartTitle(string part) => In(_words.Part(part));

    private string In(BilingualText text) => text.In(language);
}
