using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ahead;

/// <summary>What a program of its own sends, with types of the library in it.</summary>
internal sealed record Order(Claim Claim, Money Limit, IReadOnlyList<Settlement> Settled);

/// <summary>The program's own context: the library's converters are made without reflection.</summary>
[JsonSerializable(typeof(Order))]
internal sealed partial class OwnContext : JsonSerializerContext;
