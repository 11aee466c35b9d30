using System.Collections.Immutable;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Spaces;

/// <summary>What is chosen of a claim as a whole.</summary>
internal sealed class ChoicesOfClaim
{
    /// <summary>A word that a rulebook does not name.</summary>
    public const string AnyOther = "any-other";

    private static readonly string[] ByRegisters = ["day", "provider.id", "member.id"];

    private readonly CompiledRulebook _book;
    private readonly DayValues _days;

    public ChoicesOfClaim(CompiledRulebook book, DayValues days)
    {
        (_book, _days) = (book, days);
        Days = [.. OfDays()];
        Named = [.. OfNames()];
        Facts = [.. book.Asked.Where(asked => !asked.Fact.IsOfItem && !asked.IsDay).Select(Of).OfType<ClaimChoice>(), .. Beside()];
    }

    /// <summary>Its days.</summary>
    public IReadOnlyList<ClaimChoice> Days { get; }

    /// <summary>The names by which registers are asked.</summary>
    public IReadOnlyList<ClaimChoice> Named { get; }

    /// <summary>Everything else.</summary>
    public IReadOnlyList<ClaimChoice> Facts { get; }

    private IEnumerable<ClaimChoice> OfDays()
    {
        var days = _days.All;
        yield return new("day", false, days.Select(IsoDay.Show), (draft, at) => draft.Day = days[at]);
        DecidingDay[] anchors =
        [
            .. ((DecidingDay[])[DecidingDay.Discharge, DecidingDay.Admission, DecidingDay.Filing])
                .OrderByDescending(day => day == _book.DecidedBy)
                .Where(IsAsked),
        ];
        if (anchors.Length == 0)
            anchors = [DecidingDay.Discharge];
        yield return new(
            "day_is",
            false,
            anchors.Select(day => day.ToString().ToLowerInvariant()),
            (draft, at) => draft.Anchor = anchors[at]
        )
        {
            DependsOn = ["day"],
        };
        int[] stays = [.. Stays().Where(stay => stay is >= 0 and <= KnownFacts.MostDaysOfStay).Distinct()];
        yield return new("stay", false, stays.Select(Text), (draft, at) => draft.Stay = stays[at]) { DependsOn = ["day", "day_is"] };
        if (_book.Legend.Slots.Any(slot => slot.Per == Period.Stay))
            yield return new("stay_began", false, ["0", "30"], (draft, at) => draft.Before = 30 * at)
            {
                DependsOn = ["day", "day_is", "stay"],
            };
        int[] filings = IsAsked(DecidingDay.Filing) ? [0, 1, 40, 400] : [0];
        yield return new("filing", false, filings.Select(Text), (draft, at) => draft.Filing = filings[at])
        {
            DependsOn = ["day", "day_is"],
        };
    }

    private IEnumerable<int> Stays()
    {
        var asked = Array.Find(_book.Asked, one => one.Fact.Name == "days");
        return
        [
            .. asked is null ? [0] : Numbers(asked, 0),
            .. _book
                .Written.SelectMany(table => table.Rows)
                .Select(row => row.Value)
                .OfType<BedDays>()
                .SelectMany(days => days.After)
                .SelectMany(after => (int[])[after, after - 1, after + 1]),
            1,
            10,
        ];
    }

    private IEnumerable<ClaimChoice> OfNames()
    {
        var providers = Words("provider.id").Concat(_book.Register?.Providers ?? []).ToList();
        if (providers.Count > 0 || IsCountedBy("provider.id"))
            yield return OfText("provider.id", ["", .. providers.Distinct(StringComparer.Ordinal), AnyOther], []);
        if (_book.Register?.Members is { } members)
            yield return OfText("member.id", ["", .. members, AnyOther], []);
        var diseases = Words("disease").Concat(_book.Register?.Diseases ?? []).ToList();
        if (diseases.Count > 0 || IsCountedBy("disease") || _book.Layers.Any(layer => layer.AtMost?.EachOf is not null))
            yield return OfText("disease", ["", .. diseases.Distinct(StringComparer.Ordinal), AnyOther], []);
        if (_book.Register?.Departments is { Count: > 0 } departments)
            yield return OfText("department", [.. departments, AnyOther], []);
    }

    /// <summary>Whether a sum is counted apart for each word of a fact.</summary>
    private bool IsCountedBy(string fact) => _book.Layers.Any(layer => Array.Exists(layer.Each, each => each.Fact.Fact.Name == fact));

    private ClaimChoice? Of(AskedFact asked) =>
        asked.Fact.Name switch
        {
            "provider.id" or "disease" or "days" or "month" or "bill" => null,
            "admission" or "admission_number" => Admission(asked),
            "approval" => new(
                "approval",
                false,
                ["", "the day before", "the day of admission", "the day after"],
                (draft, at) => draft.Claim = draft.Claim with { Approved = at == 0 ? null : draft.Admitted.AddDays(at - 2) }
            )
            {
                DependsOn = ["day", "day_is", "stay"],
            },
            "age" => IsAsked("born") ? null : new ChoicesOfAge(_book).Age(asked),
            "born" => new ChoicesOfAge(_book).Born(asked),
            "days_since_discharge" => Whole(asked, [KnownFacts.Never, 0, 1], (claim, days) => claim with { DaysSinceDischarge = days }),
            "providers_today" => Whole(asked, [1, 2, 3], (claim, count) => claim with { ProvidersToday = count }),
            "visits_this_month" => Whole(asked, [1, 2, 3], (claim, count) => claim with { VisitsThisMonth = count }),
            var name when _book.Index.IsOfRegion(name) => OfRegion(asked),
            var name => OfText(name, [.. asked.Fact.Default is null ? (string[])[] : [""], .. WordsOf(asked)], ByRegisters),
        };

    private static IEnumerable<string> WordsOf(AskedFact asked) => asked.IsOpen ? asked.Labels().Skip(1).Append(AnyOther) : asked.Labels();

    private IEnumerable<string> Words(string fact) =>
        Array.Find(_book.Asked, asked => asked.Fact.Name == fact) is { } asked ? asked.Labels().Skip(1) : [];

    private static ClaimChoice OfText(string name, IEnumerable<string> values, string[] dependsOn)
    {
        var field = ClaimFields.Of(name);
        string[] all = [.. values];
        return new(
            name,
            false,
            all,
            (draft, at) =>
            {
                if (all[at].Length > 0 && (dependsOn.Length == 0 || field.Stated(draft.Known) is null))
                    draft.Claim = field.With(draft.Claim, all[at]);
            }
        )
        {
            DependsOn = [.. dependsOn],
        };
    }

    private ClaimChoice OfRegion(AskedFact asked)
    {
        var name = asked.Fact.Name;
        var all = asked.Fact.Kind == FactKind.Words || asked.Fact.IsDate ? RegionWords(asked) : [.. Numbers(asked, 0, 1, 10).Select(Text)];
        return new(
            name,
            false,
            all,
            (draft, at) =>
            {
                if (all[at].Length > 0 && !draft.Known.Attributes.ContainsKey(name))
                    draft.State(name, all[at]);
            }
        )
        {
            DependsOn = [.. ByRegisters],
        };
    }

    /// <summary>The words or numbers of a region's fact; nothing stated first where it may be left out.</summary>
    public static IReadOnlyList<string> RegionWords(AskedFact asked)
    {
        if (asked.Fact.Kind == FactKind.Words)
            return [.. asked.Fact.Default is null ? (string[])[] : [""], .. asked.Labels()];
        return asked.Fact.IsDate
            ? [.. NumberValues.OfDates(asked).Select(IsoDay.Show)]
            : [.. NumberValues.Of(asked, 0, 1, 10).Select(Text)];
    }

    private ClaimChoice Whole(AskedFact asked, int[] plain, Func<Claim, int?, Claim> with)
    {
        var numbers = Numbers(asked, plain);
        return new(
            asked.Fact.Name,
            false,
            ["", .. numbers.Select(Text)],
            (draft, at) => draft.Claim = with(draft.Claim, at == 0 ? null : numbers[at - 1])
        );
    }

    /// <summary>Counted, or one of the numbers that are told apart; one choice for the word and the number of an admission.</summary>
    private ClaimChoice? Admission(AskedFact asked)
    {
        var number = Array.Find(_book.Asked, one => one.Fact.Name == "admission_number");
        if (number is not null && number != asked)
            return null;
        IReadOnlyList<int> numbers = number is null ? [1, 2, 3] : Numbers(number, 1, 2, 3);
        return new(
            "admission",
            false,
            ["", .. numbers.Select(Text)],
            (draft, at) => draft.Claim = draft.Claim with { Admission = at == 0 ? null : numbers[at - 1] }
        );
    }

    /// <summary>What is no fact, and decides nevertheless.</summary>
    private IEnumerable<ClaimChoice> Beside()
    {
        if (_book.Index.Payers.Any(payer => payer.IsAccount))
        {
            Claim[] balances = [.. Balances()];
            yield return new(
                "account_balance",
                false,
                balances.Select(balance => BalanceField.Said(balance) ?? Money.Zero.ToString()),
                (draft, at) =>
                    draft.Claim = draft.Claim with
                    {
                        AccountBalance = balances[at].AccountBalance,
                        AccountBalances = balances[at].AccountBalances,
                    }
            );
        }

        if (_book.Written.SelectMany(table => table.Rows).Any(row => row.Value is Bands { IsLiableShare: true }))
        {
            Rate?[] shares = [null, Rate.None, Rate.Percent(50), Rate.Percent(33.33m), Rate.Whole];
            yield return new(
                "liable_share",
                false,
                shares.Select(share => share?.ToString() ?? ""),
                (draft, at) => draft.Claim = draft.Claim with { LiableShare = shares[at] }
            );
        }
    }

    /// <summary>Claims that state what the account holds; of several accounts, what all hold, and what one holds while the others hold
    /// nothing.</summary>
    private IEnumerable<Claim> Balances()
    {
        Money[] sums = [Money.FromCents(1), Money.Yuan(50), Money.Yuan(500), Money.Yuan(1_000_000)];
        string[] accounts = [.. _book.Legend.Accounts.Select(account => account.Id)];
        yield return new() { Discharged = default };
        foreach (var sum in sums)
            if (accounts.Length == 1)
                yield return new() { Discharged = default, AccountBalance = sum };
            else
                foreach (string[] holding in (string[][])[accounts, .. accounts.Select(account => (string[])[account])])
                    yield return new()
                    {
                        Discharged = default,
                        AccountBalances = holding.ToImmutableDictionary(account => account, _ => sum, StringComparer.Ordinal),
                    };
    }

    private bool IsAsked(DecidingDay day) => IsAsked(AskedFacts.DayFact(day).Name);

    private bool IsAsked(string fact) => Array.Exists(_book.Asked, asked => asked.Fact.Name == fact);

    /// <summary>Plain numbers, those that rows tell apart, and those at which an amount that rests on the fact changes.</summary>
    private IReadOnlyList<int> Numbers(AskedFact asked, params int[] plain) =>
        NumberValues.Of(asked, [.. plain, .. NumbersOfAmounts.Of(_book, asked.Fact)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
