using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Mutants;

/// <summary>Finds whatever could be wrong in a policy file: each value, edge, day, row, condition and word of it, changed once.</summary>
internal sealed class MutantFinder
{
    /// <summary>What changes no amount: names, texts and what stands beside them; and the days on which a held claim is due, which no case
    /// expects.</summary>
    private static readonly HashSet<string> Told =
    [
        "id",
        "title",
        "message",
        "note",
        "reference",
        "href",
        "status",
        "version",
        "format",
        "nhsa",
        "kind",
        "builds_on",
        "calendar",
        "due",
        "held_against",
        "same_as",
        "payers",
        "facts",
        "why",
        "case",
        "shared",
        "parameter",
        "standard",
    ];

    /// <summary>What could be forgotten as a whole.</summary>
    private static readonly HashSet<string> Forgotten =
    [
        "adjust",
        "at_least",
        "at_most",
        "ceiling_prices",
        "each",
        "from",
        "instead_of",
        "items",
        "liable",
        "round_to",
        "shared",
        "taken_from",
        "tolerance",
        "unless",
        "until",
    ];

    /// <summary>Who bears the excess over a payment standard.</summary>
    private static readonly string[] Sharers = ["hospital", "patient"];

    private static readonly string[] OfRow = ["when", "item"];
    private static readonly string[] OfLayer = ["applies", "items"];
    private static readonly HashSet<string> Asking = ["when", "applies", "items", "item", "unless"];

    /// <summary>What a row or dated value has beside what it states.</summary>
    private static readonly HashSet<string> Beside = ["when", "otherwise", "rows", "reference", "href", "note", "status"];

    private readonly string _file;
    private readonly SourceText _text;
    private readonly Rulebook _book;
    private readonly List<Mutant> _found = [];

    private MutantFinder(string file, SourceText text, Rulebook book) => (_file, _text, _book) = (file, text, book);

    /// <summary>The changes of one file.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="root">What it says.</param>
    /// <param name="text">Its text.</param>
    /// <param name="book">The rulebook.</param>
    public static IReadOnlyList<Mutant> Of(string file, Node root, SourceText text, Rulebook book)
    {
        var finder = new MutantFinder(file, text, book);
        var conditions = OfLayer.Select(root.Optional).OfType<Node>().Where(node => node.IsMapping);
        finder.Walk(root, "", MutantContext.None with { Conditions = [.. conditions] }, isAsked: false);
        return finder._found;
    }

    private void Walk(Node node, string key, MutantContext context, bool isAsked)
    {
        if (node.IsMapping)
            Mapping(node, key, context, isAsked);
        else if (node.IsSequence)
            List(node, key, context, isAsked);
        else if (node.IsScalar && node.Raw.Length > 0)
            Value(node, key, context);
    }

    private void Mapping(Node node, string above, MutantContext context, bool isAsked)
    {
        var isRow = node.Optional("reference") is not null || node.Optional("when") is not null || node.Optional("otherwise") is not null;
        if (isRow)
            context = context with
            {
                Row = node.Place,
                Conditions = [.. context.Conditions, .. OfRow.Select(node.Optional).OfType<Node>()],
            };
        foreach (var ((key, value), i) in node.Pairs.Select((pair, i) => (pair, i)))
        {
            var name = key.Raw;
            if (Told.Contains(name) && !isAsked)
            {
                if (name == "shared")
                    Dropped(node, i, value, context);
                continue;
            }

            var within = context;
            if (IsoDay.TryParse(name) is { } day)
            {
                within = context with { Days = [.. context.Days, day] };
                Moved(key, day, within);
            }

            if (Asking.Contains(name) && value.IsMapping)
                Conditions(node, i, value, context);
            else if (name == "excess" && IsShared(value))
                Shares(name, value, context);
            else
                Walk(value, IsoDay.TryParse(name) is null ? name : above, within, isAsked);
            if (Forgotten.Contains(name) && !isAsked && !(name is "from" && value.IsScalar && IsoDay.TryParse(value.Raw) is null))
                Dropped(node, i, value, context);
        }
    }

    /// <summary>Whether two who bear a whole are named with their shares, which add up to 100%.</summary>
    private static bool IsShared(Node node) =>
        node.IsMapping && node.Pairs.Count > 0 && node.Pairs.All(pair => Sharers.Contains(pair.Key.Raw) && pair.Value.IsScalar);

    /// <summary>Shares that add up to the whole: what the one bears more, the other bears less; and each has the other's.</summary>
    private void Shares(string key, Node shares, MutantContext context)
    {
        var first = shares.Optional(Sharers[0]) is { } stated ? MutantValues.PercentOf(stated.Raw) : 0;
        if (first is not { } percent)
            return;
        foreach (var share in MutantValues.Shares(percent))
        {
            var now = $"{{ {Sharers[0]}: {MutantValues.Percent(share)}, {Sharers[1]}: {MutantValues.Percent(100 - share)} }}";
            Add(shares.Place, context, MutantWords.Becomes(key, NodeText.OfValue(shares), now), _text.ReplacedMapping(shares, now));
        }
    }

    private void Dropped(Node node, int index, Node value, MutantContext context)
    {
        if (node.Pairs.Count > 1)
            Add(
                node.Pairs[index].Key.Place,
                context,
                MutantWords.WithoutKey(node.Pairs[index].Key.Raw, value),
                _text.WithoutKey(node, index)
            );
    }

    /// <summary>Conditions, each left out, and the words and bounds in them.</summary>
    private void Conditions(Node owner, int index, Node conditions, MutantContext context)
    {
        if (conditions.Pairs.Count == 1 && owner.Pairs[index].Key.Raw == "applies")
            Dropped(owner, index, conditions, context);
        Conditions(conditions, context);
    }

    private void Conditions(Node conditions, MutantContext context)
    {
        foreach (var ((fact, asked), i) in conditions.Pairs.Select((pair, i) => (pair, i)))
        {
            Dropped(conditions, i, asked, context);
            if (fact.Raw == ConditionReader.Any && asked.IsSequence)
            {
                Alternatives(asked, context);
                continue;
            }

            if (asked.Optional("not") is { } not)
                Add(asked.Place, context, MutantWords.Negated(fact.Raw, not), _text.Copied(not, asked));
            if (asked.Key("not_in") is { } notIn)
                Add(notIn.Place, context, MutantWords.Negated(fact.Raw, asked["not_in"]), _text.Replaced(notIn, "in"));
            Walk(asked, fact.Raw, context, isAsked: true);
        }
    }

    /// <summary>Alternatives, each left out, and what each asks.</summary>
    private void Alternatives(Node any, MutantContext context)
    {
        foreach (var (i, alternative) in any.Elements.Index())
        {
            var within = context with { Conditions = [.. context.Conditions, alternative] };
            if (any.Elements.Count > 1)
                Add(
                    alternative.Place,
                    within,
                    MutantWords.Without(NodeText.OfValue(alternative), ConditionReader.Any),
                    _text.Without(any, i)
                );
            Conditions(alternative, within);
        }
    }

    private void List(Node list, string key, MutantContext context, bool isAsked)
    {
        var isSteps = key == "steps" && list.Elements.All(step => step.Optional("kind") is not null);
        for (var i = 0; i < list.Elements.Count; i++)
        {
            var element = list.Elements[i];
            if (key == "gates")
                Add(element.Place, Within(element, context), MutantWords.Gate(element["id"].Raw), _text.Without(list, i));
            else if (isSteps)
                Step(list, i, context);
            else if (key == "rows")
                Row(list, i, context);
            else if (key == "adjust")
                Add(element.Place, context, MutantWords.Adjust(element), _text.Without(list, i));
            else if (element.IsScalar)
                Add(element.Place, context with { Words = [element.Raw] }, MutantWords.Without(element.Raw, key), _text.Without(list, i));
            if (!element.IsScalar || IsoDay.TryParse(element.Raw) is not null)
                Walk(element, key, context, isAsked);
        }
    }

    private void Step(Node list, int index, MutantContext context)
    {
        var step = list.Elements[index];
        Add(step.Place, context, MutantWords.Step(step["id"].Raw), _text.Without(list, index));
        if (index + 1 < list.Elements.Count)
            Add(
                step.Place,
                context,
                MutantWords.StepsSwapped(step["id"].Raw, list.Elements[index + 1]["id"].Raw),
                _text.Swapped(list, index)
            );
    }

    /// <summary>A row that falls into that of all other cases, or has what its neighbour states.</summary>
    private void Row(Node rows, int index, MutantContext context)
    {
        var row = rows.Elements[index];
        var within = Within(row, context);
        if (row.Optional("when") is not null && rows.Elements.Any(other => other.Optional("otherwise") is not null))
            Add(row.Place, within, MutantWords.RowDropped(row), _text.Without(rows, index));
        if (rows.Elements.Count < 2)
            return;
        var other = rows.Elements[index + 1 < rows.Elements.Count ? index + 1 : index - 1];
        if (Stated(row) is { } mine && Stated(other) is { } theirs && NodeText.OfValue(mine.Value) != NodeText.OfValue(theirs.Value))
            Add(
                mine.Value.Place,
                within,
                MutantWords.Neighbour(mine.Value, theirs.Value),
                _text.Copied(theirs.Value, mine.Value, mine.Key, theirs.Key)
            );
    }

    /// <summary>What a row states, where that is one thing.</summary>
    private static KeyValuePair<Node, Node>? Stated(Node row)
    {
        var stated = row.Pairs.Where(pair => !Beside.Contains(pair.Key.Raw)).ToList();
        return stated.Count == 1 ? stated[0] : null;
    }

    private static MutantContext Within(Node row, MutantContext context) =>
        context with
        {
            Row = row.Place,
            Conditions = [.. context.Conditions, .. OfRow.Select(row.Optional).OfType<Node>()],
        };

    private void Value(Node value, string key, MutantContext context)
    {
        if (IsoDay.TryParse(value.Raw) is { } day)
        {
            Moved(value, day, context with { Days = [.. context.Days, day] });
            return;
        }

        if (key == "payer" && _book.Payers is { Count: > 1 } payers && payers.ToList().IndexOf(value.Raw) is >= 0 and var payer)
        {
            var other = payers[(payer + 1) % payers.Count];
            Add(value.Place, context, MutantWords.Becomes(key, value.Raw, other), _text.Replaced(value, other));
        }

        if (key == "base")
            return;
        foreach (var ways in MutantValues.Of(key, value.Raw))
        {
            List<MutantWay> made =
            [
                .. ways.Select(now => _text.Replaced(value, now) is { } edits ? Way(MutantWords.Becomes(key, value.Raw, now), edits) : null)
                    .OfType<MutantWay>(),
            ];
            decimal[] numbers = [.. ways.Prepend(value.Raw).Select(MutantValues.NumberOf).OfType<decimal>()];
            if (made.Count > 0)
                _found.Add(new(value.Place, context with { Key = key, Numbers = [.. context.Numbers, .. numbers] }, made));
        }
    }

    /// <summary>A day earlier and later; before the first day of the rulebook nothing is settled, so that it makes no difference
    /// there.</summary>
    private void Moved(Node node, DateOnly day, MutantContext context)
    {
        foreach (var days in day <= _book.From && _file != "index.yaml" ? (int[])[1] : [-1, 1])
            if (day.DayNumber + days is var number && number >= 0 && number <= DateOnly.MaxValue.DayNumber)
                Add(node.Place, context, MutantWords.Day(day, day.AddDays(days)), _text.Replaced(node, IsoDay.Show(day.AddDays(days))));
    }

    private void Add(FilePlace place, MutantContext context, BilingualText change, TextEdit[]? edits)
    {
        if (edits is not null)
            _found.Add(new(place, context, [Way(change, edits)]));
    }

    private MutantWay Way(BilingualText change, TextEdit[] edits) => new(change, [(_file, edits)]);
}
