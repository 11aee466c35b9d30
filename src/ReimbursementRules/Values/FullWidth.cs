namespace ReimbursementRules.Values;

/// <summary>The full-width forms that input methods write of the signs from <c>!</c> to <c>~</c>.</summary>
internal static class FullWidth
{
    /// <summary>Whether a sign is the full-width form of a half-width one.</summary>
    public static bool Is(char sign) => sign is >= '\uFF01' and <= '\uFF5E';

    /// <summary>The half-width sign of a full-width form.</summary>
    public static char Half(char sign) => (char)(sign - '\uFF01' + '!');
}
