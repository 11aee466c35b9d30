using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Words a comparison as a sheet.</summary>
internal sealed class ComparisonSheetWriter(RulebookComparison comparison, Language language)
{
    /// <summary>The most lines of a list of claims. What is beyond is counted, and stands in the JSON.</summary>
    private const int MostLines = ClaimsComparison.MostListed;

    public static ComparisonSheet Write(RulebookComparison comparison, ClaimsComparison? claims, Language language) =>
        new ComparisonSheetWriter(comparison, language).Write(claims);

    private ComparisonSheet Write(ClaimsComparison? claims) =>
        new(
            $"{In(ComparisonWords.Comparison)}{In(Words.Colon)}{In(comparison.Before.Title)} → {In(comparison.After.Title)}",
            [.. Facts(claims)],
            [.. comparison.Changes.Select(Change)],
            Cases(),
            comparison.TooLarge,
            claims is null
                ? null
                : new(
                    Patients(claims),
                    Bearers(claims),
                    Groups(claims),
                    [.. Most(claims)],
                    [.. claims.Listed.Select(Traces), .. claims.Unsettled.Select(Trace).OfType<SheetTraces>()],
                    [.. Unsettled(claims)],
                    EffectBins.Of(claims.Claims)
                )
        )
        {
            Lead = claims is null ? null : In(ComparisonWords.Lead(claims)),
        };

    private IEnumerable<SheetFact> Facts(ClaimsComparison? claims)
    {
        if (claims is not null && NotCompared.In(claims) is { } left)
            yield return new(In(ComparisonWords.NotCompared), In(ComparisonWords.Of(left)));
        yield return new(In(ComparisonWords.Before), Described(comparison.Before, comparison.NameBefore));
        yield return new(In(ComparisonWords.After), Described(comparison.After, comparison.NameAfter));
        if (comparison.From > DateOnly.MinValue)
            yield return new(In(ComparisonWords.From), IsoDay.Show(comparison.From));
    }

    /// <summary>A rulebook by its id, its folder and the day on which it is looked at, of what there is.</summary>
    private string Described(Rulebook rulebook, string name)
    {
        var day = rulebook.Compiled.Policy.OneDay is { } one ? ComparisonWords.AsOn(one) : null;
        string?[] said = [rulebook.Id, name, day is null ? null : In(day)];
        return string.Join(In(Words.Comma), said.Where(word => word is { Length: > 0 }));
    }

    private SheetChange Change(RuleChange change) =>
        new(
            change.Where,
            In(ComparisonWords.Of(change.Kind)),
            $"{Says(change.Before?.Says)} → {Says(change.After?.Says)}",
            [.. change.Cases.Select(line => In(line.Text))],
            [.. Sources(change)]
        );

    private IEnumerable<(string Side, PolicySource Source)> Sources(RuleChange change)
    {
        if (change.Before is { } before)
            yield return (In(ComparisonWords.Before), before.Source);
        if (change.After is { } after)
            yield return (In(ComparisonWords.After), after.Source);
    }

    private SheetTable Cases() =>
        new SheetColumns<AffectedCases>(comparison.Cases)
            .Text(In(ComparisonWords.Table), (row, _) => row.Where)
            .Text(In(ComparisonWords.Case), (row, _) => row.Facts.Written.Length == 0 ? In(ComparisonWords.EveryCase) : In(row.Facts.Text))
            .Text(In(ComparisonWords.Before), (row, _) => Says(row.Before))
            .Text(In(ComparisonWords.After), (row, _) => Says(row.After))
            .Table(In(ComparisonWords.Cases), hasTotal: false);

    private SheetTable Patients(ClaimsComparison claims)
    {
        List<(BilingualText Title, int Count, string Sum)> rows =
        [
            (ComparisonWords.Winners, claims.Winners.Count, claims.Winners.Sum.ToReadable()),
            (ComparisonWords.Losers, claims.Losers.Count, claims.Losers.Sum.ToReadable()),
            (ComparisonWords.Unchanged, claims.Unchanged, ""),
        ];
        return new SheetColumns<(BilingualText Title, int Count, string Sum)>(rows)
            .Text("", (row, _) => In(row.Title), In(Words.Total))
            .Right(In(ComparisonWords.Claims), row => ComparisonWords.Show(row.Count), ComparisonWords.Show(claims.Claims.Length))
            .Right(In(ComparisonWords.Sum), row => row.Sum)
            .Table(In(ComparisonWords.Patients));
    }

    /// <summary>Funds, patients and hospitals; the changes add up to nothing.</summary>
    private SheetTable Bearers(ClaimsComparison claims) =>
        new SheetColumns<BearerEffect>(ComparisonBearers.Of(claims))
            .Text("", (row, _) => In(row.Title), In(ComparisonWords.Bill))
            .Right(In(ComparisonWords.Before), row => row.Before.ToReadable(), claims.Bill.ToReadable())
            .Right(In(ComparisonWords.After), row => row.After.ToReadable(), claims.Bill.ToReadable())
            .Right(In(ComparisonWords.Change), row => ComparisonWords.Signed(row.Change), Money.Zero.ToReadable())
            .Right(In(ComparisonWords.ChangePercent), ComparisonWords.Percent)
            .Table(In(ComparisonWords.Bearers));

    /// <summary>What patients pay by level, scheme, poverty and age; null where no claim states any of them.</summary>
    private SheetTable? Groups(ClaimsComparison claims) =>
        claims.Groups.Count == 0
            ? null
            : new SheetColumns<GroupEffect>(claims.Groups)
                .Text(In(ComparisonWords.Group), (row, _) => In(StatedFacts.Said(Terms.OfFact(row.Fact), row.Word.Text)))
                .Right(In(ComparisonWords.Claims), row => ComparisonWords.Show(row.Claims))
                .Right(In(ComparisonWords.Before), row => row.Before.ToReadable())
                .Right(In(ComparisonWords.After), row => row.After.ToReadable())
                .Right(In(ComparisonWords.Change), row => ComparisonWords.Signed(row.After - row.Before))
                .Right(In(ComparisonWords.ChangePercent), row => ComparisonWords.Percent(new("", row.Word.Text, row.Before, row.After)))
                .Table(In(ComparisonWords.Groups), hasTotal: false);

    private IEnumerable<SheetTable> Most(ClaimsComparison claims)
    {
        if (claims.Winners.Count > 0)
            yield return Most(
                ComparisonWords.MostWon,
                ComparisonWords.Gain,
                [.. claims.Claims.Where(claim => claim.Gain > Money.Zero).OrderByDescending(claim => claim.Gain)],
                claim => claim.Gain
            );
        if (claims.Losers.Count > 0)
            yield return Most(
                ComparisonWords.MostLost,
                ComparisonWords.Loss,
                [.. claims.Claims.Where(claim => claim.Gain < Money.Zero).OrderBy(claim => claim.Gain)],
                claim => -claim.Gain
            );
    }

    private SheetTraces Traces(ListedClaim claim) =>
        new(
            Id(claim.Effect.Number),
            Name(claim.Effect.Number, claim.Effect.Id, claim.Effect.Member),
            SheetSteps.Of(claim.Before, language, new(claim.Before)),
            SheetSteps.Of(claim.After, language, new(claim.After))
        );

    /// <summary>The steps of the one rulebook that settles a claim; null where neither does.</summary>
    private SheetTraces? Trace(UnsettledClaim claim)
    {
        if (claim.Settled is not { } settled)
            return null;
        var layers = SheetSteps.Of(settled, language, new(settled));
        var isBefore = claim.Before.IsEmpty;
        return new(Id(claim.Number), Name(claim.Number, claim.Id, claim.Member), isBefore ? layers : null, isBefore ? null : layers);
    }

    private static string Id(long number) => $"claim-{number}";

    private SheetTable Most(BilingualText title, BilingualText amount, IReadOnlyList<ClaimEffect> sorted, Func<ClaimEffect, Money> of)
    {
        var table = new SheetColumns<ClaimEffect>([.. sorted.Take(MostLines)])
            .Text(In(ComparisonWords.Claim), (row, _) => Name(row.Number, row.Id, ""))
            .TextIfAny(In(Words.Member), row => row.Member)
            .Right(In(Words.Bill), row => row.Bill.ToReadable())
            .Right(In(ComparisonWords.Before), row => row.Before.ToReadable())
            .Right(In(ComparisonWords.After), row => row.After.ToReadable())
            .Right(In(amount), row => of(row).ToReadable())
            .Table(In(title), hasTotal: false) with
        {
            LeadsTo = [.. sorted.Take(MostLines).Select(row => Id(row.Number))],
        };
        var left = sorted.Count - MostLines;
        return left <= 0
            ? table
            : table with
            {
                Rows = [.. table.Rows, [In(ComparisonWords.More(left)), .. Enumerable.Repeat("", table.Columns.Count - 1)]],
            };
    }

    private IEnumerable<SheetUnsettled> Unsettled(ClaimsComparison claims)
    {
        foreach (var claim in claims.Unsettled.Take(MostLines))
            yield return Note(claim);
        if (claims.Unsettled.Length > MostLines)
            yield return new(In(ComparisonWords.More(claims.Unsettled.Length - MostLines)), null, []);
    }

    private SheetUnsettled Note(UnsettledClaim claim)
    {
        var cannot =
            claim.After.IsEmpty ? ComparisonWords.CannotBefore
            : claim.Before.IsEmpty ? ComparisonWords.CannotAfter
            : ComparisonWords.CannotBoth;
        return new(
            $"{Name(claim.Number, claim.Id, claim.Member)}{In(Words.Comma)}{In(cannot)}",
            claim.Settled is null ? null : Id(claim.Number),
            [
                .. claim.Before.Select(problem =>
                    claim.After.Contains(problem)
                        ? problem.In(language)
                        : $"{In(ComparisonWords.Before)}{In(Words.Colon)}{problem.In(language)}"
                ),
                .. claim
                    .After.Where(problem => !claim.Before.Contains(problem))
                    .Select(problem => $"{In(ComparisonWords.After)}{In(Words.Colon)}{problem.In(language)}"),
            ]
        );
    }

    /// <summary>A claim by its place among those handed in, and what it says of itself.</summary>
    private static string Name(long number, string id, string member) =>
        string.Join(' ', new[] { $"#{number}", id, member }.Where(word => word.Length > 0));

    private string Says(PolicyWords? value) => In(value?.Text ?? ComparisonWords.Nothing);

    private string In(BilingualText text) => text.In(language);
}
