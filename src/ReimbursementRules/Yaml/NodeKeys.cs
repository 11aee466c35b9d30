using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <content>The keys of a mapping: which may stand there, which must, and what they mean.</content>
internal sealed partial class Node
{
    /// <summary>The keys, and those that state nothing, in the order of the file.</summary>
    public IEnumerable<Node> KeysToo => [.. Own.Select(pair => pair.Key), .. Noted?.Unstated ?? []];

    /// <summary>Takes what stands here for another word that means the same; messages go on to name both.</summary>
    public void Means(string word)
    {
        File.HasRenamed = true;
        Notes.Written ??= Raw;
        _within = word;
    }

    /// <summary>What stands in the file, whatever it was taken for.</summary>
    public string AsWritten => Noted?.Written ?? Raw;

    /// <summary>Notes a problem for every key that is not allowed here, unless something is noted of it already.</summary>
    public void OnlyKeys(params ReadOnlySpan<string> allowed) => OnlyKeys((Func<string, string>?)null, allowed);

    /// <summary>As the other, for keys that Chinese messages call by names.</summary>
    public void OnlyKeys(Func<string, string>? named, ReadOnlySpan<string> allowed)
    {
        Entries();
        foreach (var (key, _) in Own)
            key.BeOneOf(named, allowed);
        foreach (var key in Noted?.Unstated ?? [])
            key.BeOneOf(named, allowed);
    }

    /// <summary>As the other, for the keys of a table.</summary>
    public void OnlyKeys(KeyTable allowed) => OnlyKeys(allowed.Names);

    /// <summary>As the other, for the keys of a table beside some that are listed elsewhere.</summary>
    public void OnlyKeys(KeyTable allowed, params ReadOnlySpan<string> beside) => OnlyKeys([.. allowed.Names, .. beside]);

    private void BeOneOf(Func<string, string>? named, ReadOnlySpan<string> allowed)
    {
        if (allowed.Contains(Raw) || Noted?.Told is not null)
            return;
        if (
            Raw is [>= '0' and <= '9', ..]
            && !Problems.IsFull
            && Problems.Grouped(Place, Raw) is { } number
            && AmountForms.Plain(number.Text) is { } plain
        )
        {
            (Notes.Told ??= new(StringComparer.Ordinal)).Add(plain);
            Problems.AddSlip(
                new(
                    Place,
                    "key.unknown",
                    new($"a comma parts '{Raw}' from the number before it.", $"“{Raw}”与其前的数被逗号分开了。"),
                    Problems.WayOut(number.Place, number.Text, plain)
                )
                {
                    Path = Path(null),
                }
            );
            return;
        }

        var hint =
            Problems.IsFull ? new("", "")
            : Digits.TryParse(Raw.TrimEnd('元'), out _)
                ? new BilingualText(" Write numbers without commas, such as 1_200.", "数字请勿用逗号，如 1_200。")
            : Problems.Hint(Raw, allowed.ToArray(), named);
        Wrong("key.unknown", $"the key '{Raw}' is not known here.{hint.En}", $"此处不能有键“{Raw}”。{hint.Zh}");
    }

    /// <summary>The value of a key that must be there, which Chinese messages call by a name.</summary>
    public Node Needed(string key, string name) => Optional(key) ?? MissingKey(key, name);

    private Node MissingKey(string key, string? called = null)
    {
        if (
            IsMapping
            && Own.FirstOrDefault(pair => WideSigns.Means(pair.Key.Raw, key) || ProblemLog.MeansOnly(pair.Key.Raw, key)).Key is { } meant
        )
            meant.BeOneOf(null, [key]);
        else if (IsMapping && File.HasRenamed && Own.Any(pair => pair.Key.Noted?.Written is not null) && ProblemLog.NameOf(key) is var name)
            Wrong(
                "key.missing",
                $"'{name}' ({key}) is missing here. Add it.",
                $"此处缺少{ChineseName.Quoted(key, called ?? name)}。请补上。",
                key
            );
        else if (IsMapping)
            Wrong("key.missing", $"'{key}' is missing here. Add it.", $"此处缺少{ChineseName.Quoted(key, called ?? key)}。请补上。", key);
        else
            Entries();
        var missing = Missing();
        if (IsMapping && !Problems.IsFull)
            missing.Notes.Lacks = (key, Path(key));
        return missing;
    }

    /// <summary>Says of a key that is missing which words may stand there.</summary>
    public void NameWords(ReadOnlySpan<string> words)
    {
        if (Noted?.Lacks is not var (key, path))
            return;
        var known = Spelling.Known(words.ToArray());
        Noted!.Lacks = null;
        Problems.Complete(
            new(Place, "key.missing", new($"'{key}' is missing here.", $"此处缺少“{key}”。"), new("Add it.", "请补上。")) { Path = path },
            known
        );
    }
}
