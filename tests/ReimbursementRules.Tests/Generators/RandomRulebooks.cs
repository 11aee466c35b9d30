namespace ReimbursementRules.Tests.Generators;

/// <summary>Random rulebooks, written and loaded once for all tests.</summary>
internal static class RandomRulebooks
{
    public const int Count = 160;

    private static readonly Lazy<Rulebook>[] Loaded =
    [
        .. Enumerable.Range(0, Count).Select(seed => new Lazy<Rulebook>(() => Texts(seed).Load())),
    ];

    public static RulebookText Texts(int seed) => RulebookText.Write(seed);

    public static Rulebook Of(int seed) => Loaded[seed].Value;
}
