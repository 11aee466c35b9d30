namespace ReimbursementRules.Layers;

/// <summary>What the review of a claim found that a gate holds.</summary>
internal enum ReviewOutcome
{
    /// <summary>Nobody has reviewed it yet: it is settled, and held.</summary>
    Waiting,

    /// <summary>It is settled as if no gate had held it.</summary>
    Passed,

    /// <summary>The gate that holds it refuses it.</summary>
    Failed,
}
