using System.Globalization;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes as a plain sheet of text whether two rulebooks bear the same of every claim of one item.</summary>
public static class EqualityTextReport
{
    /// <summary>So many cases that differ are told.</summary>
    private const int Most = 20;

    private const int MostCounted = ProofCases.MostCounted;

    private static readonly BilingualText Question = new("?", "？");
    private static readonly BilingualText Example = new(
        "A claim that tells them apart, of the roundest amount that was tried",
        "能区分两者的单据（所试金额中最整的）"
    );
    private static readonly BilingualText Differing = new("Where they differ", "不同之处");
    private static readonly BilingualText NotMade = new("Cases of which no claim was made", "未能构造单据的情形");

    private static readonly BilingualText Stated = new("What they state otherwise, which is not proved", "两者规定不同而未经证明之处");

    private static readonly BilingualText About = new(
        "This is about claims of one item, with a first share of 10% and neither quantity nor prices, without an account balance and "
            + "with an empty history. Of a number such as an age or days in hospital it takes the least of each interval that either "
            + "rulebook tells apart, of days the first of each interval between changes. Histories are not proved: compare them over "
            + "claims with --claims.",
        "所述仅限只有一条费用的单据：先行自付比例 10%，未写数量与价格，没有个人账户余额，且累计记录为空。"
            + "年龄、住院天数等数值取任一规则册所区分各区间的最小值，日期取两次变更之间各区间的第一天。"
            + "累计记录不在证明之内：请用“--claims”按单据比较。"
    );

    /// <summary>The proof as text: lines end in a line feed, and Chinese characters count two columns.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="language">The language of the sheet.</param>
    public static string Write(EqualityProof proof, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var page = new TextPage();
        page.Title($"{proof.Before.Id} = {proof.After.Id}{Question.In(language)}");
        page.Wrapped("", Verdict(proof).In(language));
        page.Line("");
        page.Wrapped("", Counted(proof).In(language));
        page.Line("");
        page.Wrapped("", About.In(language));
        if (proof.Differences.Length > 0)
            Differences(page, proof, language);
        else if (!proof.Comparison.IsUnchanged)
            ComparisonTextReport.Says(page, ComparisonSheetWriter.Write(proof.Comparison, null, language), Stated, language);
        page.Notes(NotMade.In(language), [.. proof.NotMadeCases.Select(one => new SheetNote("", one.Text.In(language), null))], language);
        return page.ToString();
    }

    private static BilingualText Verdict(EqualityProof proof)
    {
        var upTo = proof.UpTo.ToReadable();
        var differ = proof.Differences.Length;
        return (differ, proof.Proved == proof.Cases - differ, proof.IsFinished) switch
        {
            (0, true, true) when !proof.IsEqual => new(
                $"Not proved: of every claim looked at all bear the same by both, for items from 0.00 to {upTo}, but the rulebooks "
                    + "differ in what is not proved. It is listed below.",
                $"未证明：项目金额自 0.00 至 {upTo} 元，所考察的单据各方负担均相同，但两规则册在未经证明之处有所不同，列于下文。"
            ),
            (0, true, true) => new(
                $"Equal: of every item from 0.00 to {upTo} all bear the same by both, in every case.",
                $"相同：项目金额自 0.00 至 {upTo} 元，各方负担在所有情形下均相同。"
            ),
            (_, true, true) => new(
                $"They differ in {Values.Counted.Of(differ, "case")}, for items from 0.00 to {upTo}; of every claim looked at in the "
                    + "others all bear the same.",
                $"有 {differ} 种情形不同（项目金额自 0.00 至 {upTo} 元）；其余情形所考察的单据各方负担均相同。"
            ),
            (0, _, _) => new(
                $"No difference was found for items from 0.00 to {upTo}, but not everything is proved.",
                $"项目金额自 0.00 至 {upTo} 元未发现不同，但未全部证明。"
            ),
            _ => new(
                $"They differ in {Values.Counted.Of(differ, "case")}, for items from 0.00 to {upTo}; not everything else is proved.",
                $"有 {differ} 种情形不同（项目金额自 0.00 至 {upTo} 元）；其余未全部证明。"
            ),
        };
    }

    private static BilingualText Counted(EqualityProof proof)
    {
        var cases = Show(proof.Cases);
        var rest = proof.IsFinished ? new BilingualText(", which are all", "（全部）") : Stopped(proof.Cases, proof.AllCases);
        return new(
            $"Cases compared: {cases}{rest.En}; proved equal {Show(proof.Proved)}, different {Show(proof.Differences.Length)}, without a "
                + $"difference but not proved {Show(proof.Unproved)}, without a claim {Show(proof.NotMade)}.",
            $"已比较 {cases} 种情形{rest.Zh}：证明相同 {Show(proof.Proved)}，不同 {Show(proof.Differences.Length)}，"
                + $"未发现不同但未证明 {Show(proof.Unproved)}，未能构造单据 {Show(proof.NotMade)}。"
        );
    }

    /// <summary>How far a budget of cases went, and which goes further.</summary>
    /// <param name="looked">How many cases were looked at.</param>
    /// <param name="all">How many there are; null where they are too many to count.</param>
    private static BilingualText Stopped(int looked, int? all) =>
        all is { } count
            ? new(
                $" of {Show(count)}, where --budget stopped; --budget {count} looks at all",
                $"（共 {Show(count)} 种，至“--budget”为止；用“--budget {count}”比较全部）"
            )
            : new(
                $" of more than {Show(MostCounted)}, where --budget stopped; --budget {2L * looked} goes further",
                $"（共 {Show(MostCounted)} 种以上，至“--budget”为止；用“--budget {2L * looked}”可继续）"
            );

    private static void Differences(TextPage page, EqualityProof proof, Language language)
    {
        page.Section(Differing.In(language));
        foreach (var one in proof.Differences.Take(Most))
        {
            page.Wrapped("- ", one.Case.Written.Length == 0 ? ComparisonWords.EveryCase.In(language) : one.Case.Text.In(language));
            page.Wrapped("    ", $"{one.Claim.Items[0].Amount.ToReadable()}{Words.Colon.In(language)}{Effects(one, language)}");
        }

        if (proof.Differences.Length > Most)
            page.Line($"… {Show(proof.Differences.Length - Most)}");
        page.Section(Example.In(language));
        page.Line(Json(proof.Differences[0].Claim));
    }

    private static string Effects(CounterExample one, Language language) =>
        one.Problems.IsEmpty
            ? string.Join(
                Words.Semicolon.In(language),
                one.Effects.Select(effect => $"{effect.Title.In(language)} {effect.Before.ToReadable()} → {effect.After.ToReadable()}")
                    .Concat(Outcome(one, language))
            )
            : string.Join(" ", one.Problems.Select(problem => problem.Message.In(language)));

    /// <summary>Another status, and other findings.</summary>
    private static IEnumerable<string> Outcome(CounterExample one, Language language)
    {
        if (one is { StatusBefore: { } before, StatusAfter: { } after } && before != after)
            yield return $"{Words.Status.In(language)} {Words.Of(before).In(language)} → {Words.Of(after).In(language)}";
        if (!one.FindingsBefore.SequenceEqual(one.FindingsAfter, StringComparer.Ordinal))
            yield return $"{Words.Findings.In(language)} {Listed(one.FindingsBefore, language)} → {Listed(one.FindingsAfter, language)}";
    }

    private static string Listed(IReadOnlyCollection<string> all, Language language) =>
        all.Count == 0 ? "–" : string.Join(Words.ListComma.In(language), all.Select(finding => Said(finding, language)));

    /// <summary>A finding and its verdict, which a proof states in the words of files: in Chinese by their names.</summary>
    private static string Said(string finding, Language language)
    {
        if (language == Language.English)
            return finding;
        var at = finding.LastIndexOf(": ", StringComparison.Ordinal);
        var verdict = Words.Of(Enum.Parse<Verdict>(finding[(at + 2)..], ignoreCase: true));
        return Words.OfFinding(finding[..at]).In(language) + Words.Colon.In(language) + verdict.In(language);
    }

    /// <summary>A claim as it can be read back.</summary>
    private static string Json(Claim claim)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            JsonClaim.Whole(json, claim);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Show(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
