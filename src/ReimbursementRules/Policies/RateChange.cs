using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>A change of a rate.</summary>
/// <param name="Way">What is done with the rate.</param>
/// <param name="Millionths">The points or the factor in millionths.</param>
internal readonly record struct RateChange(RateChangeWay Way, int Millionths)
{
    /// <summary>The key of a factor on what the patient keeps of a rate that is paid.</summary>
    public const string OwnShareTimes = "own_share_times";

    /// <summary>The key of a share of what a rate leaves, which comes on top of it.</summary>
    public const string AddOfRest = "add_of_rest";

    /// <summary>The most times that a rate is taken.</summary>
    private const int MostTimes = 10;

    public static RateChange Nothing { get; }

    /// <summary>The form of tables of changes.</summary>
    /// <param name="name">What they are, for the schema.</param>
    /// <param name="more">The key that these tables have beside those of all.</param>
    public static TableForm Form(string name, KeyForm more) =>
        new(
            name,
            May("add", ValueForms.Rate, "提高几个百分点", "points that are added"),
            May("less", ValueForms.Rate, "降低几个百分点", "points that are taken off"),
            May("times", ValueForms.Measured, "比例乘以", "the rate is multiplied by this"),
            more
        );

    /// <summary>Reads what a row says, which is one of the keys of the form.</summary>
    public static RateChange Read(Node row, TableForm form)
    {
        var named = form.Values.Where(key => row.Optional(key) is not null).ToList();
        if (named.Count == 1)
            return new(WayOf(named[0]), Number(named[0], row[named[0]]));
        var (last, others) = (form.Values[^1], form.Values[..^1]);
        row.Wrong(
            "adjust.row",
            $"a row of an adjustment has one of {string.Join(", ", others.Select(key => $"'{key}'"))} and '{last}'. Write 'add: 0%' where "
                + "the rate stays as it is.",
            $"调整表的每行应有{string.Join('、', form.Values.Select(key => $"“{key}”"))}之一。比例不变时请写“add: 0%”。"
        );
        return Nothing;
    }

    /// <summary>Whether some rate becomes lower by this change than by another: both are straight lines between their bends, at which they
    /// are compared.</summary>
    public bool PaysLess(RateChange other)
    {
        foreach (var rate in (ReadOnlySpan<Rate>)[Rate.None, Rate.FromMillionths(Rate.WholeMillionths / 2), Rate.Whole, Reach, other.Reach])
            if (Of(rate).Parts < other.Of(rate).Parts)
                return true;
        return false;
    }

    /// <summary>The rate from which a factor above 1 comes to the whole; the whole for the others.</summary>
    private Rate Reach =>
        Way == RateChangeWay.Times && Millionths > Rate.WholeMillionths
            ? Rate.FromParts((Int128)Rate.WholeParts * Rate.WholeMillionths / Millionths)
            : Rate.Whole;

    /// <summary>The changed rate, from nothing to the whole. A factor's result keeps all its decimals; only beyond the sixteenth of a
    /// percent it is rounded half up.</summary>
    public Rate Of(Rate rate) =>
        Rate.FromParts(
            Way switch
            {
                RateChangeWay.Add => (Int128)rate.Parts + Millionths * Rate.Millionth,
                RateChangeWay.Less => (Int128)rate.Parts - Millionths * Rate.Millionth,
                RateChangeWay.Times => Times(rate.Parts),
                RateChangeWay.OwnShareTimes => Rate.WholeParts - Times(Rate.WholeParts - rate.Parts),
                RateChangeWay.AddOfRest => (Int128)rate.Parts + Times(Rate.WholeParts - rate.Parts),
                _ => throw UnknownKind.Of(Way),
            }
        );

    /// <summary>The points or the factor in millionths.</summary>
    private static int Number(string key, Node node) =>
        key == "times" ? (int)(node.Multiple(MostTimes) * Rate.WholeMillionths) : node.Rate().Millionths;

    private static RateChangeWay WayOf(string key) =>
        key switch
        {
            "add" => RateChangeWay.Add,
            "less" => RateChangeWay.Less,
            "times" => RateChangeWay.Times,
            OwnShareTimes => RateChangeWay.OwnShareTimes,
            AddOfRest => RateChangeWay.AddOfRest,
            _ => throw UnknownKind.Of(key),
        };

    private Int128 Times(long parts) => Rounding.Divide((Int128)parts * Millionths, Rate.WholeMillionths);
}

/// <summary>How a rate is changed.</summary>
internal enum RateChangeWay
{
    /// <summary>Points are added.</summary>
    Add,

    /// <summary>Points are taken off.</summary>
    Less,

    /// <summary>The rate is multiplied.</summary>
    Times,

    /// <summary>The patient's own share is multiplied.</summary>
    OwnShareTimes,

    /// <summary>A share of what the rate leaves is added.</summary>
    AddOfRest,
}
