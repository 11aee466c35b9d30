using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReimbursementRules.Checklists;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Json;

/// <summary>What System.Text.Json must know of this library's types in a program that is trimmed or compiled ahead of time:
/// <c>JsonSerializer.Deserialize(text, ReimbursementJsonContext.Default.Claim)</c>, or as a resolver among those of the program's own
/// options. In other programs the types need no context.</summary>
[JsonSerializable(typeof(Money))]
[JsonSerializable(typeof(Rate))]
[JsonSerializable(typeof(BilingualText))]
[JsonSerializable(typeof(FilePlace))]
[JsonSerializable(typeof(PolicySource))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ImmutableArray<Problem>))]
[JsonSerializable(typeof(IReadOnlyList<Problem>))]
[JsonSerializable(typeof(ProblemReport))]
[JsonSerializable(typeof(ProblemReportError))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(ImmutableArray<Claim>))]
[JsonSerializable(typeof(IReadOnlyList<Claim>))]
[JsonSerializable(typeof(FeeItem))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Provider))]
[JsonSerializable(typeof(Applicant))]
[JsonSerializable(typeof(History))]
[JsonSerializable(typeof(HistoryEntry))]
[JsonSerializable(typeof(ImmutableArray<HistoryEntry>))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(IReadOnlyList<Settlement>))]
[JsonSerializable(typeof(PayerAmount))]
[JsonSerializable(typeof(PartAmount))]
[JsonSerializable(typeof(ItemSettlement))]
[JsonSerializable(typeof(TraceStep))]
[JsonSerializable(typeof(TraceMove))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(SkippedLayer))]
[JsonSerializable(typeof(Contributor))]
[JsonSerializable(typeof(FamilyAccount))]
[JsonSerializable(typeof(ProviderYear))]
[JsonSerializable(typeof(ProviderLine))]
[JsonSerializable(typeof(Denial))]
[JsonSerializable(typeof(LedgerLine))]
[JsonSerializable(typeof(HeldClaim))]
[JsonSerializable(typeof(Posting))]
[JsonSerializable(typeof(Receivable))]
[JsonSerializable(typeof(Balance))]
[JsonSerializable(typeof(AgedBalance))]
[JsonSerializable(typeof(DailyTotal))]
[JsonSerializable(typeof(Mismatch))]
[JsonSerializable(typeof(StatedSettlement))]
[JsonSerializable(typeof(Recovery))]
[JsonSerializable(typeof(RecoveredByType))]
public sealed partial class ReimbursementJsonContext : JsonSerializerContext;
