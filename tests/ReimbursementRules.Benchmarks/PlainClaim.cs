namespace ReimbursementRules.Benchmarks;

/// <summary>A claim as the hand-written twins take it.</summary>
public sealed record PlainClaim(
    bool Employee,
    bool Retired,
    int Level,
    int Admission,
    bool Poor,
    decimal FundBefore,
    decimal SelfPayBefore,
    decimal AidBefore,
    PlainItem[] Items
);

public readonly record struct PlainItem(decimal Amount, char Class, decimal Rate);

/// <summary>What a hand-written twin answers: amounts alone, without a reason.</summary>
public sealed record PlainResult(decimal Fund, decimal Critical, decimal Aid, decimal Patient, decimal[] InScope);
