using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Compares what a case expects with what came, and notes what differs.</summary>
/// <param name="problems">Where the differences go.</param>
/// <param name="of">Which claim of the case is meant; empty where it has one.</param>
internal sealed class Mismatches(ProblemLog problems, BilingualText of)
{
    public void Compare(Node name, Node value, Money actual)
    {
        if (value.SignedMoney() is { } expected && expected != actual)
            Add(value, Same(expected.ToReadable()), Same(actual.ToReadable()), name.Raw);
    }

    /// <summary>A list of amounts, or a single amount, which stands for a list of one.</summary>
    public void Compare(Node name, Node value, IReadOnlyList<Money> actual)
    {
        var found = value.IsSequence ? value.Elements : [value];
        List<Money?> expected = [.. found.Select(node => node.SignedMoney())];
        if (!expected.Contains(null) && !expected.SequenceEqual(actual.Cast<Money?>()))
            Add(value, Same(Shown(expected.OfType<Money>())), Same(Shown(actual)), name.Raw);
    }

    public void Compare(Node name, Node value, ActualRatio actual)
    {
        var text = value.Text();
        if (text.Length == 0)
            return;
        if (!ActualRatio.TryParse(text, out var expected))
            problems.Add(
                value.Place,
                "rate.form",
                $"'{text}' is not a ratio to 0.01%. Write a percentage, such as 73.62%.",
                $"“{text}”不是精确到 0.01% 的比例。请写百分数，如 73.62%。"
            );
        else if (expected != actual)
            Add(value, Same(expected.ToString()), Same(actual.ToString()), name.Raw);
    }

    public void Compare(string name, string expected, string actual, Node at)
    {
        if (expected != actual)
            Add(at, Same(expected), Same(actual), name);
    }

    /// <summary>A ratio as it is written; null where it is none.</summary>
    public WrittenRatio? Ratio(Node value)
    {
        var text = value.Text();
        if (WrittenRatio.TryParse(text, out var ratio))
            return ratio;
        if (text.Length > 0)
            problems.Add(
                value.Place,
                "rate.form",
                $"'{text}' is not a ratio. Write a percentage with the decimals to which it is rounded, six at most, such as 73.6%.",
                $"“{text}”不是比例。请写百分数，小数写到四舍五入的那一位，至多六位，如 73.6%。"
            );
        return null;
    }

    public void Add(Node at, BilingualText expected, BilingualText actual, string name) =>
        problems.Add(
            at.Place,
            "case.mismatch",
            $"{of.En}expected {name} {expected.En}, was {actual.En}.",
            $"{of.Zh}{Called(name)}预期为 {Word(name, expected)}，实际为 {Word(name, actual)}。"
        );

    /// <summary>What Chinese calls a key of a result; a payer or a part has its own name.</summary>
    private static string Called(string name) =>
        Terms.OfResult(name).Zh is var zh && zh != name ? ChineseName.Quoted(name, zh) : $"{name} ";

    /// <summary>What Chinese calls the status of a settlement; any other value stands as it is.</summary>
    private static string Word(string name, BilingualText value) =>
        name == "status" && Enum.TryParse<SettlementStatus>(value.En, ignoreCase: true, out var status)
            ? ChineseName.Listed(value.En, Terms.Of(status).Zh)
            : value.Zh;

    public void Add(IEnumerable<Problem> all) => problems.AddRange(all);

    public void Unknown(Node name, IEnumerable<string> known)
    {
        var hint = problems.Hint(name.Raw, known);
        problems.Add(
            name.Place,
            "expect.unknown",
            $"'{name.Raw}' cannot be expected here.{hint.En}",
            $"此处不能预期“{name.Raw}”。{hint.Zh}"
        );
    }

    /// <summary>As <see cref="Unknown"/>, where what is known is told with its titles.</summary>
    public void UnknownTitle(Node name, IEnumerable<KeyValuePair<string, BilingualText>> known)
    {
        var hint = problems.IsFull ? BilingualText.None : OwnTitles.Hint(name.Raw, known);
        problems.Add(
            name.Place,
            "expect.unknown",
            $"'{name.Raw}' cannot be expected here.{hint.En}",
            $"此处不能预期“{name.Raw}”。{hint.Zh}"
        );
    }

    /// <summary>The personal account by its id: it is expected under one name in every rulebook.</summary>
    public void Account(Node name) =>
        problems.Add(
            name.Place,
            "expect.unknown",
            $"'{name.Raw}' cannot be expected here: it is the personal account, whose payments are the patient's. Expect 'account'.",
            $"此处不能预期“{name.Raw}”：它是个人账户，其支付属于患者。请写“account”。"
        );

    /// <summary>A name that several payers have, or a payer and something else.</summary>
    public void Ambiguous(Node name, IReadOnlyCollection<string> choices) => Ambiguous(name, name.AsWritten, choices);

    /// <summary>As the other, of a name within a sum or a ratio.</summary>
    public void Ambiguous(Node at, string name, IReadOnlyCollection<string> choices) =>
        problems.Add(
            at.Place,
            "key.ambiguous",
            $"'{name}' may be {string.Join(" or ", choices)}. Write one of these.",
            $"“{name}”可能是{string.Join("或", choices)}。请写其中之一。"
        );

    /// <summary>A name within a sum or a ratio that no amount has.</summary>
    public void UnknownAmount(Node at, string name, IEnumerable<string> known)
    {
        var hint = problems.Hint(name, known);
        problems.Add(
            at.Place,
            "expect.unknown",
            $"'{name}' is no amount of this rulebook. Sums are written as fund + aid, ratios as fund / bill.{hint.En}",
            $"本规则册没有金额“{name}”。合计写成 fund + aid，比例写成 fund / bill。{hint.Zh}"
        );
    }

    /// <summary>What is expected twice, under two names.</summary>
    public void Twice(Node name, string id) =>
        problems.Add(
            name.Place,
            "key.twice",
            $"the key '{name.AsWritten}' ({id}) stands here a second time. Keep one of them.",
            $"键“{name.AsWritten}（{id}）”重复。请只保留一个。"
        );

    public void UnknownTarget(Node name, IEnumerable<string> known)
    {
        var hint = problems.Hint(name.Raw, known);
        problems.Add(
            name.Place,
            "target.unknown",
            $"'{name.Raw}' is not a target of this rulebook.{hint.En}",
            $"本规则册没有目标“{name.Raw}”。{hint.Zh}"
        );
    }

    public void UnknownProvider(Node name, IEnumerable<string> known)
    {
        var hint = problems.Hint(name.Raw, known);
        problems.Add(
            name.Place,
            "target.provider",
            $"the target has no result for the provider '{name.Raw}'.{hint.En}",
            $"该目标没有机构“{name.Raw}”的结果。{hint.Zh}"
        );
    }

    /// <summary>What is not valid passes only where the case expects exactly these problems.</summary>
    public void CompareInvalid(ProblemException invalid, Node? expect)
    {
        if (expect?.Optional("invalid") is { } codes)
            CompareCodes("invalid", invalid, codes);
        else
            Add(invalid.Problems);
    }

    /// <summary>The codes of problems against those that are expected.</summary>
    public void CompareCodes(string name, ProblemException found, Node codes) =>
        Compare(name, List(codes), string.Join(", ", found.Problems.Select(problem => problem.Code)), codes);

    /// <summary>Words as a line shows them.</summary>
    public static string List(Node words) => string.Join(", ", words.Items().Select(word => word.Text()));

    /// <summary>A value as both languages show it.</summary>
    public static BilingualText Same(string value) => value.Length == 0 ? new("nothing", "空") : new(value, value);

    /// <summary>Amounts have commas of their own.</summary>
    private static string Shown(IEnumerable<Money> amounts) => string.Join("; ", amounts.Select(amount => amount.ToReadable()));
}
