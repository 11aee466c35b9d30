using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Who bears which part of a bill, as streams from the left to the right of a picture: sources, parts, bearers.</summary>
/// <remarks>A saving that the hospital keeps is paid beyond the bill, so it is a source of its own beside the bill, and both sides stay
/// equal.
/// A reversal shows the streams that it takes back.</remarks>
internal sealed record Flow(
    IReadOnlyList<FlowNode> Sources,
    IReadOnlyList<FlowNode> Parts,
    IReadOnlyList<FlowNode> Bearers,
    IReadOnlyList<FlowStream> Streams
)
{
    public static Flow Of(Settlement settlement, Language language)
    {
        var words = new PartWords(settlement);
        var sign = settlement.IsReversal ? -1 : 1;
        var streams = new List<FlowStream>();
        var parts = settlement.Parts.OrderBy(MainBearer).ToList();
        for (var part = 0; part < parts.Count; part++)
        {
            var beyond = Math.Max(0, -sign * parts[part].Hospital.Cents);
            var borne = Borne(parts[part]).Select(amount => sign * amount.Cents).ToList();
            for (var bearer = 0; bearer < borne.Count; bearer++)
            {
                var kept = Math.Min(beyond, Math.Max(0, borne[bearer]));
                beyond -= kept;
                Add(0, bearer, borne[bearer] - kept);
                Add(1, bearer, kept);
            }

            void Add(int source, int bearer, long cents)
            {
                if (cents > 0)
                    streams.Add(new(source, part, bearer, cents));
            }
        }

        return new(
            [new(Words.Bill.In(language), Tone.Bill), new(Words.HospitalKeeps.In(language), Tone.Hospital)],
            [.. parts.Select(part => new FlowNode(words.PartLeft(part).In(language), Tone.Part))],
            [
                .. settlement.Payers.Select((payer, index) => new FlowNode(payer.Title.In(language), Tone.Fund + index % 4)),
                new(words.Account is { } account ? Words.PatientAccount(account).In(language) : "", Tone.Account),
                new((words.Account is null ? Words.Patient : Words.PatientCash).In(language), Tone.Patient),
                new(Words.Hospital.In(language), Tone.Hospital),
            ],
            streams
        );
    }

    /// <summary>Who bears most of a part: parts in this order cross the fewest streams.</summary>
    private static int MainBearer(PartAmount part)
    {
        var borne = Borne(part).Select(amount => Math.Abs(amount.Cents)).ToList();
        return borne.IndexOf(borne.Max());
    }

    /// <summary>What each bearer bears of a part, in the order of the bearers.</summary>
    private static IEnumerable<Money> Borne(PartAmount part) =>
        [.. part.Payers.Select(payer => payer.Amount), part.Account, part.Cash, part.Hospital];
}

internal sealed record FlowNode(string Title, Tone Tone);

/// <summary>An amount on its way, in cents.</summary>
internal readonly record struct FlowStream(int Source, int Part, int Bearer, long Cents);

/// <summary>How something is filled: tones that differ in lightness too, so that they stay apart in a grey print.</summary>
internal enum Tone
{
    Bill,
    Part,
    Account,
    Patient,
    Hospital,
    Fund,
    Fund2,
    Fund3,
    Fund4,
}
