using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Registers;

/// <summary>A claim that takes facts from a register, one after another.</summary>
/// <param name="claim">The claim as it stands.</param>
/// <param name="id">The number under which the register has its provider or member.</param>
/// <param name="register">Where the register states them.</param>
/// <param name="problems">Takes what the claim states otherwise.</param>
internal sealed class Filling(Claim claim, string id, FilePlace register, ProblemLog problems)
{
    private readonly Spot _spot = new(claim.Place ?? new("claim", 0, 0));

    public Claim Claim { get; private set; } = claim;

    public Filling Take(IEnumerable<DatedFact> facts)
    {
        foreach (var fact in facts)
            if (fact.On(Claim.Discharged) is { } word)
                Take(fact.Fact, word);
        return this;
    }

    public Filling Take(RegisteredFact fact, string word)
    {
        if (fact.Stated(Claim) is { } stated && !fact.IsSame(stated, word))
            Contradicts(fact.Name, fact.Called, stated, word, fact.CalledWord);
        else
            Claim = fact.With(Claim, word);
        return this;
    }

    /// <summary>A word that counts only where the claim says nothing.</summary>
    public void Guess(RegisteredFact fact, string? word)
    {
        if (word is not null && fact.Stated(Claim) is null)
            Claim = fact.With(Claim, word);
    }

    /// <summary>As <see cref="Take(IEnumerable{DatedFact})"/>, for a claim that states an age: it must follow from the day of
    /// birth.</summary>
    public void TakeAge(int age, IReadOnlyList<DatedFact> facts, DateOnly ageDay)
    {
        var born = facts.FirstOrDefault(fact => fact.Fact == RegisteredFact.Born);
        if (
            born is not null
            && KnownFacts.YearsFrom(
                born.Words[0].Word is var day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                ageDay
            )
                is { } years
            && years != age
        )
            Contradicts(
                "age",
                ClaimNames.Quoted("age"),
                age.ToString(CultureInfo.InvariantCulture),
                years.ToString(CultureInfo.InvariantCulture),
                years => $"“{years}”"
            );
        Take(facts.Where(fact => fact != born));
    }

    public void Missing(string name) =>
        problems.Wrong(
            _spot.Of(name),
            "fact.missing",
            $"'{name}' is missing; {At} asks for it.",
            $"缺少{ClaimNames.Quoted(name)}；{At} 需要它。"
        );

    private void Contradicts(string name, string called, string stated, string word, Func<string, string> calledWord) =>
        problems.Wrong(
            _spot.Of(name),
            "register.contradicts",
            $"the claim states {name} '{stated}', but {At} says '{word}' of '{id}' on "
                + $"{IsoDay.Show(Claim.Discharged)}. Correct one of them, or leave it out of the claim.",
            $"单据写明{called}为{calledWord(stated)}，而 {At} 在 {IsoDay.Show(Claim.Discharged)} 对“{id}”记为{calledWord(word)}。"
                + "请更正其一，或在单据中删去。"
        );

    private string At => register.Line > 0 ? $"{register.File}:{register.Line}" : register.File;
}
