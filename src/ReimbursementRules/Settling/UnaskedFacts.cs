using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>Facts that say that nothing may be owed at all, and amounts and shares that nothing reads: a claim that states what a rulebook
/// does not ask is settled like any other, and says so.</summary>
internal sealed class UnaskedFacts
{
    /// <summary>Each with the word that a claim states; null where it states the ordinary one, or none.</summary>
    private static readonly (string Name, Func<Claim, string?> Stated)[] Excluding =
    [
        ("cause", claim => claim.Cause is { } cause and not Cause.Illness ? EnumWords.Of(cause) : null),
        ("enrolment", claim => claim.Member.Enrolment is { } word and not Enrolment.InForce ? EnumWords.Of(word) : null),
        ("duplicate_enrolment", claim => claim.Member.DuplicateEnrolment is true ? "yes" : null),
        ("provider.agreement", claim => claim.Provider.Agreement is { } word and not Agreement.InForce ? EnumWords.Of(word) : null),
    ];

    /// <summary>What is no fact: where the rulebook has no account, the balance; where no step reads it, the share of another
    /// party.</summary>
    private static readonly (string Name, Func<Claim, string?> Stated)[] Beside =
    [
        ("account_balance", claim => claim.HasBalance ? ClaimFields.Of("account_balance").Stated(claim) : null),
        ("liable_share", claim => claim.LiableShare?.ToString()),
    ];

    private readonly (string Name, Func<Claim, string?> Stated)[] _unasked;
    private readonly (string Name, Func<Claim, string?> Stated)[] _beside;
    private readonly string _rulebook;
    private readonly PolicySource _source;

    private UnaskedFacts(
        (string Name, Func<Claim, string?> Stated)[] unasked,
        (string Name, Func<Claim, string?> Stated)[] beside,
        IndexPolicy index
    )
    {
        _unasked = unasked;
        _beside = beside;
        _rulebook = index.Id;
        _source = new(index.Place, "");
    }

    /// <summary>The names of the facts that are not asked.</summary>
    public IEnumerable<string> Names => _unasked.Select(fact => fact.Name);

    /// <summary>What a rulebook does not ask; null where it asks all of that.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="asked">The facts that it asks.</param>
    /// <param name="read">What it reads beside facts, by the keys of claims.</param>
    public static UnaskedFacts? Of(IndexPolicy index, IReadOnlyList<AskedFact> asked, IReadOnlySet<string> read)
    {
        var names = asked.Select(fact => fact.Fact.Name).ToHashSet(StringComparer.Ordinal);
        (string, Func<Claim, string?>)[] unasked = [.. Excluding.Where(fact => !names.Contains(fact.Name))];
        (string, Func<Claim, string?>)[] beside = [.. Beside.Where(one => !read.Contains(one.Name))];
        return unasked.Length + beside.Length == 0 ? null : new(unasked, beside, index);
    }

    /// <summary>A flag for each that the claim states.</summary>
    public void Find(Claim claim, List<Finding> findings)
    {
        if (claim.HasBalance || claim.LiableShare is not null)
            Find(_beside, claim, findings);
        if (
            claim.Cause is null or Cause.Illness
            && claim.Member is { Enrolment: null or Enrolment.InForce, DuplicateEnrolment: not true }
            && claim.Provider.Agreement is null or Agreement.InForce
        )
            return;
        Find(_unasked, claim, findings);
    }

    private void Find((string Name, Func<Claim, string?> Stated)[] unasked, Claim claim, List<Finding> findings)
    {
        foreach (var (name, stated) in unasked)
            if (stated(claim) is { } word)
                findings.Add(
                    new(
                        "not_asked",
                        Verdict.Flag,
                        new(
                            $"The claim states '{name}: {word}', and {_rulebook} does not ask it: the claim is settled like any other.",
                            $"单据写明“{Terms.OfFact(name).Zh}：{Terms.OfWord(name, word).Zh}”（{name}: {word}），而 {_rulebook} 未作规定：按一般情形结算。"
                        ),
                        null,
                        null,
                        _source
                    )
                );
    }
}
