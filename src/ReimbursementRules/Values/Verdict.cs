using System.Text.Json.Serialization;

namespace ReimbursementRules.Values;

/// <summary>What a gate does with a claim or an item that it hits.</summary>
[JsonConverter(typeof(WordConverter<Verdict>))]
public enum Verdict
{
    /// <summary>The patient or a liable party bears it.</summary>
    Refuse,

    /// <summary>It is settled and waits for review.</summary>
    Hold,

    /// <summary>It is settled and marked.</summary>
    Flag,
}
