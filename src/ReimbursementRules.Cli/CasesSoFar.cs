using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Tells now and then how many cases have been looked at.</summary>
internal sealed class CasesSoFar(TextWriter error, Language language) : IProgress<int>
{
    private const int Each = 500;

    public void Report(int value)
    {
        if (value % Each == 0)
            error.WriteLine(new BilingualText($"{value} cases so far …", $"已比较 {value} 种情形……").In(language));
    }
}
