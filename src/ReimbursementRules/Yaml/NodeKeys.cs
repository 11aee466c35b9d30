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
    public void OnlyKeys(params ReadOnlySpan<string> allowed)
    {
        Entries();
        foreach (var (key, _) in Own)
            key.BeOneOf(allowed);
        foreach (var key in Noted?.Unstated ?? [])
            key.BeOneOf(allowed);
    }

    /// <summary>As the other, for the keys of a table.</summary>
    public void OnlyKeys(KeyTable allowed) => OnlyKeys(allowed.Names);

    private void BeOneOf(ReadOnlySpan<string> allowed)
    {
        if (allowed.Contains(Raw) || Noted?.Told is not null)
            return;
        if (!Problems.IsFull && Problems.Grouped(Place, Raw) is { } number && AmountForms.Plain(number.Text) is { } plain)
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
            : Problems.Hint(Raw, allowed.ToArray());
        Wrong("key.unknown", $"the key '{Raw}' is not known here.{hint.En}", $"此处不能有键“{Raw}”。{hint.Zh}");
    }

    private Node MissingKey(string key)
    {
        if (IsMapping && Own.FirstOrDefault(pair => WideSigns.Means(pair.Key.Raw, key)).Key is { } meant)
            meant.BeOneOf([key]);
        else if (IsMapping && File.HasRenamed && Own.Any(pair => pair.Key.Noted?.Written is not null) && ProblemLog.NameOf(key) is var name)
            Wrong("key.missing", $"'{name}' ({key}) is missing here. Add it.", $"此处缺少“{name}”（{key}）。请补上。", key);
        else if (IsMapping)
            Wrong("key.missing", $"'{key}' is missing here. Add it.", $"此处缺少“{key}”。请补上。", key);
        else
            Entries();
        return new(NodeKind.Missing, File, _line, (int)(_column & ColumnOnly));
    }
}
