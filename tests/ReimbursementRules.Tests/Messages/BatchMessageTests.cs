using System.Globalization;
using ReimbursementRules.Batches;
using ReimbursementRules.Tests.Batches;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What a stream of claims can have wrong beside its claims.</summary>
public sealed class BatchMessageTests
{
    public static TheoryData<string, string, string> StreamMistakes =>
        new()
        {
            {
                "batch.member_returns",
                "A B A",
                "claim: claims of member 'A' stand here a second time, after those of other members, so their history is not "
                    + "known. Sort the claims by member first."
            },
            {
                "batch.member_size",
                "A A A",
                "claim: member 'A' has more than 2 claims in the batch. Is it one person? If so, allow more claims of a member."
            },
        };

    public static TheoryData<string, string, string> TwiceMistakes =>
        new()
        {
            {
                "claim.twice",
                "1 2 1",
                "claim: claim 'A-1-1' stands here a second time, first as number 1, and would be paid twice. Keep the one that is "
                    + "right; another claim needs an id of its own."
            },
        };

    [Theory]
    [MemberData(nameof(TwiceMistakes))]
    public void SettleAll_ClaimTwice_SaysWhereItStoodFirst(string code, string numbers, string message) =>
        ClaimStream
            .Rulebook.SettleAll(
                numbers.Split(' ').Select(number => ClaimStream.Of("A", int.Parse(number, CultureInfo.InvariantCulture), 100))
            )
            .SelectMany(result => result.Problems)
            .ToList()
            .ShouldRead(code, message);

    [Theory]
    [MemberData(nameof(StreamMistakes))]
    public void SettleAll_StreamWithMistake_SaysWhatToDo(string code, string members, string message)
    {
        var claims = members.Split(' ').Select((member, i) => ClaimStream.Of(member, i + 1, 100));
        ClaimStream
            .Rulebook.SettleAll(claims, new() { ClaimsOfMember = 2 })
            .SelectMany(result => result.Problems)
            .Distinct()
            .ToList()
            .ShouldRead(code, message);
    }
}
