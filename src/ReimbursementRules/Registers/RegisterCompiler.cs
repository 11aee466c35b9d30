using System.Collections.Frozen;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Registers;

/// <summary>Checks the registers of a policy and makes them ready to fill claims.</summary>
internal sealed class RegisterCompiler(IndexPolicy index, RegistersPolicy registers, DatedLists lists, ProblemLog problems)
{
    private readonly IReadOnlyDictionary<string, Fact> _ofRegion = index.Attributes(isOfItem: false);

    /// <summary>The registers; null where there are none.</summary>
    public Register? Compile()
    {
        var providers = registers.Providers?.ToFrozenDictionary(entry => entry.Id.Text, Provider, StringComparer.Ordinal);
        var members = registers.Members?.ToFrozenDictionary(entry => entry.Id.Text, Member, StringComparer.Ordinal);
        return providers is null && members is null ? null : new(index, providers, members);
    }

    private ProviderEntry Provider(ProviderPolicy entry) =>
        new(
            entry.Id.Place,
            Facts(entry.Facts, RegisteredFact.OfProvider),
            entry.Agreements,
            entry.Suspended,
            entry.DesignatedFor?.Select(Designation).ToList(),
            entry.Departments?.ToFrozenSet(StringComparer.Ordinal)
        );

    private MemberEntry Member(MemberPolicy entry)
    {
        var facts = Facts(entry.Facts, RegisteredFact.OfMember);
        if (entry.Born is { } born)
            facts.Add(new(RegisteredFact.Born, [(DateOnly.MinValue, IsoDay.Show(born))]));
        if (entry.Sex is { } sex)
            facts.Add(new(RegisteredFact.Sex, [(DateOnly.MinValue, EnumWords.Of(sex))]));
        return new(entry.Id.Place, facts, [.. entry.Enrolments.OrderBy(one => one.Scheme)]);
    }

    private List<DatedFact> Facts(IReadOnlyList<RegisteredFactPolicy> facts, IReadOnlyList<RegisteredFact> builtIn) =>
        [.. facts.Select(fact => Fact(fact, builtIn)).OfType<DatedFact>()];

    private DatedFact? Fact(RegisteredFactPolicy fact, IReadOnlyList<RegisteredFact> builtIn)
    {
        if (builtIn.FirstOrDefault(one => one.Name == fact.Name.Text) is { } known)
            return new(known, Words(fact, index.Known[known.Name]));
        if (_ofRegion.TryGetValue(fact.Name.Text, out var own))
            return new(RegisteredFact.OfRegion(own), Words(fact, own));
        var hint = problems.Hint(fact.Name.Text, builtIn.Select(one => one.Name).Concat(_ofRegion.Keys), ClaimNames.Of(index.Known));
        problems.Wrong(
            fact.Name,
            "fact.unknown",
            $"'{fact.Name.Text}' is not a fact that this register can state.{hint.En}",
            $"本登记册不能登记事实{ClaimNames.Quoted(fact.Name.Text)}。{hint.Zh}"
        );
        return null;
    }

    private List<(DateOnly From, string Word)> Words(RegisteredFactPolicy fact, Fact of) =>
        [.. fact.Words.Select(word => (word.From, Word(word.Word, of)))];

    private string Word(Word word, Fact of)
    {
        if (of.IsDate)
            return IsoDay.Show(Day(word));
        if (of.Kind == FactKind.Number)
            return word.Whole(0, Claims.Fact.LargestNumber, problems).ToString(CultureInfo.InvariantCulture);
        if (!of.Has(word.Text))
            AskedFacts.Unknown(of, word, problems);
        return word.Text;
    }

    private DateOnly Day(Word word)
    {
        var (first, last) = (IsoDay.Show(Claims.Fact.FirstDate), IsoDay.Show(Claims.Fact.LastDate));
        var day = word.Day(problems);
        if (day != default && (day < Claims.Fact.FirstDate || day > Claims.Fact.LastDate))
            problems.Wrong(
                word,
                "date.range",
                $"no claim states {word.Text}: write a day from {first} to {last}.",
                $"单据不能写 {word.Text}：请写 {first} 至 {last} 之间的日期。"
            );
        return day;
    }

    private Designation Designation(DesignationPolicy designation)
    {
        if (designation.List is not { } list)
            return new(designation.Days, [(DateOnly.MinValue, designation.Diseases.ToFrozenSet(StringComparer.Ordinal))]);
        var name = list.Text;
        if (lists.Has(name))
            return new(
                designation.Days,
                [
                    .. lists
                        .Changes(name)
                        .Append(lists.First(name))
                        .Order()
                        .Select(day => (day, lists.Words(name, day).Select(word => word.Text).ToFrozenSet(StringComparer.Ordinal))),
                ]
            );
        ListChecks.Unknown(list, lists.Names, problems);
        return new(designation.Days, []);
    }
}
