using System.Collections.Immutable;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Contributions;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes a contribution as a plain sheet of text for a fixed font.</summary>
public static class ContributionReport
{
    /// <summary>The contribution as text: lines end in a line feed, and Chinese characters count two columns.</summary>
    /// <param name="contribution">The contribution.</param>
    /// <param name="language">The language of the sheet; names and references stay as the policy and the contributor state them.</param>
    public static string Write(Contribution contribution, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(contribution);
        var page = new TextPage();
        page.Title($"{ContributionWords.Contribution.In(language)}{Words.Colon.In(language)}{contribution.Title.In(language)}");
        page.Facts(Facts(contribution, language));
        if (contribution.Applies)
        {
            page.Table(Payers(contribution, language));
            page.Table(Parts(contribution, language));
            if (contribution.Credits is { IsEmpty: false } credits)
                page.Table(Credits(credits, language));
            Steps(page, contribution, language);
        }

        page.Notes(
            Words.Findings.In(language),
            [
                .. contribution.Findings.Select(finding => new SheetNote(
                    Head(contribution, finding, language),
                    finding.Message.In(language),
                    finding.Source
                )),
            ],
            language
        );
        return page.ToString();
    }

    private static BilingualText Said(Contribution contribution, string fact, string says) =>
        StatedFacts.Said(contribution.Titles.Fact(fact), new(says, says));

    private static List<SheetFact> Facts(Contribution contribution, Language language)
    {
        var contributor = contribution.Contributor;
        var facts = StatedFacts
            .Of(
                new Claim
                {
                    Discharged = contribution.From,
                    Member = contributor.Member,
                    Attributes = contributor.Attributes,
                },
                contribution.Titles
            )
            .Concat(
                contributor
                    .Amounts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => Said(contribution, pair.Key, pair.Value.ToString()))
            )
            .Concat(
                contributor
                    .Days.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => Said(contribution, pair.Key, Words.Day(pair.Value)))
            );
        List<SheetFact> all =
        [
            new(Words.Rulebook.In(language), contribution.Rulebook),
            new(ContributionWords.Period.In(language), ContributionWords.From(contribution.Per, contribution.From).In(language)),
            new(ContributionWords.Paid.In(language), contributor.Paid is { } paid ? Words.Day(paid) : ""),
            new(Words.Facts.In(language), StatedFacts.Line(facts, language)),
            new(ContributionWords.Heads.In(language), contributor.Heads.ToString("#,##0", CultureInfo.InvariantCulture)),
        ];
        return [.. all.Where(fact => fact.Value.Length > 0)];
    }

    private static SheetTable Payers(Contribution contribution, Language language)
    {
        List<(string Title, Money Amount)> rows = [(ContributionWords.Member.In(language), contribution.Member)];
        if (contribution.Account != Money.Zero)
            rows.AddRange([
                (ContributionWords.OfItAccount.In(language), contribution.Account),
                (Words.OfItCash.In(language), contribution.Cash),
            ]);
        rows.AddRange(contribution.Payers.Select(payer => (payer.Title.In(language), payer.Amount)));
        return new SheetColumns<(string Title, Money Amount)>(rows)
            .Text("", (row, _) => row.Title, Words.Total.In(language))
            .Right(Words.Sum.In(language), row => row.Amount.ToReadable(), contribution.Total.ToReadable())
            .Table(Words.WhoPays.In(language));
    }

    private static SheetTable Parts(Contribution contribution, Language language)
    {
        var columns = new SheetColumns<ContributionPart>(contribution.Parts)
            .Text(Words.Part.In(language), (part, _) => part.Title.In(language), Words.Total.In(language))
            .Text(Words.Id.In(language), (part, _) => part.Id)
            .Amount(ContributionWords.PerHead.In(language), part => part.PerHead)
            .Amount(ContributionWords.Member.In(language), part => part.Member);
        if (contribution.Parts.Any(part => part.Payers.Length != contribution.Payers.Length))
            throw new ArgumentException("A part has other payers than the whole. Report what a plan made.", nameof(contribution));
        foreach (var (i, payer) in contribution.Payers.Index())
            columns.Amount(payer.Title.In(language), part => part.Payers[i].Amount);
        return columns.Amount(Words.Total.In(language), part => part.Amount).Table(ContributionWords.Parts.In(language));
    }

    private static SheetTable Credits(ImmutableArray<PayerAmount> credits, Language language) =>
        new SheetColumns<PayerAmount>(credits)
            .Text("", (credit, _) => credit.Title.In(language), Words.Total.In(language))
            .Amount(Words.Sum.In(language), credit => credit.Amount)
            .Table(ContributionWords.Credits.In(language));

    private static void Steps(TextPage page, Contribution contribution, Language language)
    {
        page.Section(ContributionWords.Steps.In(language));
        foreach (var part in contribution.Parts)
        {
            page.Line(part.Title.In(language) + Words.InBrackets(part.Id).In(language));
            foreach (var step in part.Steps)
            {
                page.Wrapped("  ", ContributionWords.Say(step).In(language));
                page.Source(step.Source, language);
                if (step.BoundSource is { } bound)
                    page.Source(bound, language);
                if (step.FactorSource is { } factor)
                    page.Source(factor, language);
            }
        }
    }

    private static string Head(Contribution contribution, ContributionFinding finding, Language language)
    {
        var name = Words.OfFinding(finding.Id).In(language);
        return contribution.Parts.FirstOrDefault(part => part.Id == finding.Part) is { } about
            ? $"{name}{Words.Comma.In(language)}{about.Title.In(language)}"
            : name;
    }
}
