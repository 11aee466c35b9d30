using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>Parts of the bill that are named together, and how much of each counts.</summary>
internal sealed class BaseParts
{
    private readonly int[] _times;

    /// <param name="places">The parts, in the legend.</param>
    /// <param name="times">The share of each that counts, in millionths.</param>
    public BaseParts(int[] places, int[] times)
    {
        (Places, _times) = (places, times);
        AreWeighted = Array.Exists(times, share => share != Rate.WholeMillionths);
    }

    /// <summary>No parts.</summary>
    public static BaseParts None { get; } = new([], []);

    /// <summary>The parts, in the legend.</summary>
    public int[] Places { get; }

    /// <summary>Whether less than the whole of some part counts.</summary>
    public bool AreWeighted { get; }

    /// <summary>Whether less than the whole of the part at a place of the list counts.</summary>
    public bool IsWeighted(int at) => _times[at] != Rate.WholeMillionths;

    /// <summary>The share that counts of the part at a place of the list.</summary>
    public Rate ShareOf(int at) => Rate.FromMillionths(_times[at]);

    /// <summary>What counts of an amount of the part at a place of the list, in cents, rounded half up.</summary>
    public long Counted(int at, long cents) => IsWeighted(at) ? Rounding.Portion(cents, _times[at]) : cents;

    /// <summary>What counts of the parts of the whole bill as they were when they were cut or named, in cents.</summary>
    public long Original(OpenBill bill)
    {
        var original = 0L;
        for (var at = 0; at < Places.Length; at++)
            original += Counted(at, bill.Original(Places[at]));
        return original;
    }
}
