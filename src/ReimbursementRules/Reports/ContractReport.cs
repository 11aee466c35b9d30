using ReimbursementRules.Contracts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes the settlement of a provider's year as a plain sheet of text for a fixed font.</summary>
public static class ContractReport
{
    /// <summary>The settlement as text: lines end in a line feed, and Chinese characters count two columns.</summary>
    /// <param name="settlement">The settlement of the year.</param>
    /// <param name="language">The language of the sheet; names and references stay as the policy states them.</param>
    public static string Write(ContractSettlement settlement, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        var page = new TextPage();
        Title(page, settlement, language);
        Steps(page, settlement, language);
        page.Table(Sums(settlement, language));
        return page.ToString();
    }

    private static void Title(TextPage page, ContractSettlement settlement, Language language)
    {
        page.Title($"{ContractWords.Title.In(language)}{Words.Colon.In(language)}{settlement.Contract.Title.In(language)}");
        var year = settlement.Year;
        List<SheetFact> facts =
        [
            new(ContractWords.Contract.In(language), settlement.Contract.Id),
            new(ContractWords.Fund.In(language), settlement.Contract.FundTitle.In(language)),
            new(Words.Provider.In(language), year.Provider.Id),
            new(ContractWords.Year.In(language), $"{Words.Day(year.Starts)} – {Words.Day(year.Starts.AddYears(1).AddDays(-1))}"),
            new(
                Words.Facts.In(language),
                StatedFacts.Line(
                    year.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                        .Select(pair =>
                            StatedFacts.Said(
                                settlement.Contract.Titles.Fact(pair.Key),
                                settlement.Contract.Titles.Word(pair.Key, pair.Value)
                            )
                        ),
                    language
                )
            ),
        ];
        page.Facts([.. facts.Where(fact => fact.Value.Length > 0)]);
    }

    private static void Steps(TextPage page, ContractSettlement settlement, Language language)
    {
        page.Section(Words.Steps.In(language));
        var rows = TextTable.Lines(Numbers(settlement, language)).ToList();
        page.Line(rows[0]);
        page.Line(rows[1]);
        for (var i = 0; i < settlement.Trace.Length; i++)
        {
            var line = settlement.Trace[i];
            page.Line(rows[i + 2]);
            page.Wrapped("    ", ContractWords.Says(line).In(language));
            if (i + 1 == settlement.Trace.Length || settlement.Trace[i + 1].Source != line.Source)
                page.Source(line.Source, language);
        }

        page.Line(rows[^2]);
        page.Line(rows[^1]);
    }

    private static SheetTable Numbers(ContractSettlement settlement, Language language) =>
        new SheetColumns<ContractLine>(settlement.Trace)
            .Text(Words.Step.In(language), (line, _) => settlement.Contract.TitleOf(line.Step).In(language), Words.Total.In(language))
            .Text(ContractWords.From.In(language), (line, _) => line.From is { } day ? Words.Day(day) : "")
            .Amount(Words.Base.In(language), line => line.Base, addsUp: false)
            .Right(Words.Rate.In(language), line => line.Rate?.ToString() ?? "")
            .Amount(Words.Amount.In(language), line => line.Amount, addsUp: false)
            .Amount(ContractWords.FundPays.In(language), line => line.Paid)
            .Table(Words.Steps.In(language));

    private static SheetTable Sums(ContractSettlement settlement, Language language)
    {
        (BilingualText Name, Money Amount, bool IsShown)[] sums =
        [
            (ContractWords.Actual, settlement.Actual, true),
            (settlement.Borne < Money.Zero ? ContractWords.Kept : ContractWords.Borne, settlement.Borne, true),
            (ContractWords.Paid, settlement.Paid, true),
            (ContractWords.PassedOn, settlement.PassedOn, settlement.PassedOn != Money.Zero),
            (ContractWords.Due, settlement.Due, true),
            (ContractWords.Advances, settlement.Advances, settlement.Advances != Money.Zero),
            (settlement.Final < Money.Zero ? ContractWords.Returned : ContractWords.Final, settlement.Final, true),
            (ContractWords.Retained, settlement.Retained, settlement.Retained != Money.Zero),
            (ContractWords.Released, settlement.Released, settlement.Retained != Money.Zero),
        ];
        return new SheetColumns<(BilingualText Name, Money Amount, bool IsShown)>([.. sums.Where(sum => sum.IsShown)])
            .Text("", (sum, _) => sum.Name.In(language))
            .Right(Words.Sum.In(language), sum => sum.Amount.ToReadable())
            .Table(ContractWords.Sums.In(language), hasTotal: false);
    }
}
