using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Reports;

/// <summary>The names of a rulebook as they stand in JSON: written once, and copied into each settlement.</summary>
internal sealed class LegendJson
{
    private readonly Legend _legend;

    private LegendJson(Legend legend)
    {
        _legend = legend;
        var payers = legend.Payers.Take(1..legend.FundsEnd).Select(payer => $"{Quoted(payer.Id)}:").ToList();
        (Named, History) = (Bytes(TextOf(legend, legend.AsOn)), Bytes(TextOf(legend, null)));
        Payers = [.. payers.Select((payer, i) => Bytes(i == 0 ? payer : $",{payer}"))];
        NoPayer = Bytes($"\"payers\":{{{string.Join(',', payers.Select(payer => $"{payer}0.00"))}}}");
        Parts = [.. legend.Parts.Select(part => Bytes($"{Quoted(part)}:{{\"at_first\":"))];
    }

    /// <summary>Which text settled a claim: the members <c>rulebook</c>, <c>version</c>, <c>fingerprint</c> and <c>as_on</c>.</summary>
    public byte[] Named { get; }

    /// <summary>The same members without <c>as_on</c>, as histories have them.</summary>
    public byte[] History { get; }

    /// <summary>The keys of the funds in their order, each but the first after a comma.</summary>
    public byte[][] Payers { get; }

    /// <summary>The member <c>payers</c> where no fund pays anything.</summary>
    public byte[] NoPayer { get; }

    /// <summary>The key of each part, its open object and the key of its first member.</summary>
    public byte[][] Parts { get; }

    public static LegendJson Of(Legend legend) => (LegendJson)(legend.Written ??= new LegendJson(legend));

    /// <summary>Whether a history was made by the text of this rulebook.</summary>
    public bool Names(HistoryOrigin origin) =>
        origin.Rulebook == _legend.Rulebook && origin.Version == _legend.Version && origin.Fingerprint == _legend.Fingerprint;

    private static string TextOf(Legend legend, DateOnly? asOn) =>
        string.Join(
            ',',
            new[]
            {
                ("rulebook", legend.Rulebook),
                ("version", legend.Version),
                ("fingerprint", legend.Fingerprint),
                ("as_on", asOn is { } day ? Words.Day(day) : ""),
            }
                .Where(pair => pair.Item2.Length > 0)
                .Select(pair => $"\"{pair.Item1}\":{Quoted(pair.Item2)}")
        );

    private static string Quoted(string text) => Encoding.UTF8.GetString(CompactJson.Quoted(text));

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
