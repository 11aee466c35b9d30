namespace ReimbursementRules.Tests.Generators;

/// <summary>Choices that follow from a seed, so that a rulebook found once is found again.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int count) => _random.Next(count);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Of<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>Some of the choices in their order; at least one.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices, int most)
    {
        var count = Between(1, Math.Min(most, choices.Count));
        var taken = Enumerable.Range(0, choices.Count).OrderBy(_ => _random.Next()).Take(count).Order();
        return [.. taken.Select(i => choices[i])];
    }
}
