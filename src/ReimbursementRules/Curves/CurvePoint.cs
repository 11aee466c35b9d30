using System.Collections.Immutable;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>A claim at one amount: what each bears in cents, and what decided; and where everything is known without rounding, how it goes
/// on.</summary>
/// <param name="At">The amount that varies, in cents.</param>
/// <param name="Cents">What each bears, in cents, in the order of <see cref="CurveBearers"/>.</param>
/// <param name="Marks">What decided.</param>
/// <param name="Trends">What each bears without rounding; none where that is not known, or not straight.</param>
internal sealed record CurvePoint(long At, long[] Cents, ImmutableArray<CurveMark> Marks, ImmutableArray<Trend> Trends)
{
    public bool IsStraight => !Trends.IsEmpty;

    /// <summary>What each bears without rounding, straight or not; none where that is not known.</summary>
    public ImmutableArray<Trend> Exact { get; init; } = Trends;

    /// <summary>Reads a settlement.</summary>
    /// <param name="at">The amount that varies, in cents.</param>
    /// <param name="settlement">The settlement of the claim at this amount.</param>
    /// <param name="fees">What each item costs, without rounding.</param>
    /// <param name="fired">The rows that applied to the items.</param>
    /// <param name="book">The rulebook.</param>
    public static CurvePoint Of(
        long at,
        Settlement settlement,
        ImmutableArray<Trend> fees,
        IReadOnlyList<FiredRule> fired,
        CompiledRulebook book
    )
    {
        var cents = CurveBearers.Cents(settlement);
        var marks = new List<CurveMark>();
        try
        {
            var trends = WithoutRounding(settlement, fees, new(settlement.Claim, settlement.Legend, fired), book, marks);
            return AreTrue(trends, cents)
                ? new(at, cents, [.. marks], trends.All(trend => trend.IsStraight) ? [.. trends] : []) { Exact = [.. trends] }
                : new(at, cents, [.. marks], []);
        }
        catch (BentCurveException)
        {
            return new(at, cents, [.. marks], []);
        }
    }

    /// <summary>Whether one formula holds for both amounts, and so for all between them if nothing is decided otherwise there.</summary>
    public bool IsOnLineWith(CurvePoint other) =>
        IsStraight && other.IsStraight && Trends.Zip(other.Trends).All(pair => IsOnLine(pair.First, pair.Second, other.At - At));

    /// <summary>Whether its formula says within its roundings what somebody bears at another amount.</summary>
    public bool Foretells(CurvePoint other) =>
        IsStraight
        && Trends
            .Zip(other.Cents)
            .All(pair => (pair.First.At(Ratio.Of(other.At - At)) - Ratio.Of(pair.Second)).Abs() <= pair.First.Rounding);

    private static bool IsOnLine(Trend one, Trend other, long further) =>
        one.Slope == other.Slope && one.At(Ratio.Of(further)) == other.Value;

    private static bool AreTrue(IReadOnlyList<Trend> trends, long[] cents) =>
        trends.Zip(cents).All(pair => (pair.First.Value - Ratio.Of(pair.Second)).Abs() <= pair.First.Rounding);

    private static IReadOnlyList<Trend> WithoutRounding(
        Settlement settlement,
        ImmutableArray<Trend> fees,
        ItemsOfRows rows,
        CompiledRulebook book,
        List<CurveMark> marks
    )
    {
        var bill = new TrendBill(settlement.Divided, fees);
        var legend = settlement.Legend;
        marks.AddRange(bill.Cut(book.Catalogue, settlement.Claim, rows));
        var lines = settlement.Divided.Lines;
        for (var first = 0; first < lines.Length; )
        {
            if (!lines[first].IsOfLayer)
            {
                if (lines[first].Kind == StepKind.Stated)
                    PassStated(legend.Stated[lines[first].Step], bill);
                else
                    PassOn(first, bill);
                marks.Add(new(-1, lines[first].Row, lines[first].Kind, ""));
                first++;
                continue;
            }

            var layer = legend.Steps[lines[first].Step].Layer;
            rows.Begin();
            var work = new TrendLayer(bill, book.Layers[layer], rows, book.Index.RoundEach, marks);
            for (; first < lines.Length && legend.Steps[lines[first].Step].Layer == layer; first++)
                work.Do(first, lines[first]);
            work.Finish();
        }

        return CurveBearers.Trends(bill);
    }

    /// <summary>Passes on what the claim states of another settlement, also where that is nothing yet.</summary>
    private static void PassStated(SettledName name, TrendBill bill)
    {
        for (var item = 0; item < bill.Items; item++)
            if (bill.Settled.Cuts[item].Gate < 0 && bill.Settled.Items[item].Settled == name.Name)
                bill.Move(
                    Legend.InScope,
                    item,
                    name.IsPaid ? name.Payer : name.Part,
                    name.IsPaid ? MoveWay.Pay : MoveWay.Rename,
                    bill.Held(Legend.InScope, item)
                );
    }

    /// <summary>Passes on what is refused, or above a ceiling, item by item.</summary>
    private static void PassOn(int line, TrendBill bill)
    {
        var settled = bill.Settled;
        foreach (var move in settled.Moves.ToArray().Where(move => move.Line == line))
            for (var item = 0; item < bill.Items; item++)
                if (settled.Items.Length == 1 || settled.MovesOf(line).Any(one => one.OfItems.Length > item && one.OfItems[item] > 0))
                    bill.Move(move.From, item, move.To, move.Way, bill.Held(move.From, item));
    }
}
