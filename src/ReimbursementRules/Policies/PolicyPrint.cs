using System.Security.Cryptography;
using System.Text;

namespace ReimbursementRules.Policies;

/// <summary>Which text a rulebook was read from: a SHA-256 of every file that was read, and one of them all.</summary>
/// <remarks>A file counts as UTF-8 without a byte order mark, its lines ended by a line feed. So two copies of a folder have the same
/// print wherever they lie and however their lines end. What is not read, such as cases, does not count.</remarks>
internal sealed class PolicyPrint
{
    /// <summary>How many characters are hashed at once.</summary>
    private const int AtOnce = 1_024;

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Adds a file that was read.</summary>
    /// <param name="name">Its name, seen from the rulebook's own folder.</param>
    /// <param name="text">Its text without a byte order mark.</param>
    public void Add(string name, string text) => _files[name] = Hash(text.ReplaceLineEndings("\n"));

    /// <summary>The fingerprint: the hash of a line for each file in the order of their names, as <c>sha256sum</c> writes it.</summary>
    public string Of() => Hash(string.Concat(_files.Select(file => $"{file.Value}  {file.Key}\n")));

    /// <summary>The hash of a text as UTF-8, without a copy of the whole.</summary>
    private static string Hash(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var encoder = Encoding.UTF8.GetEncoder();
        Span<byte> bytes = stackalloc byte[4 * AtOnce];
        for (var at = 0; at < text.Length; at += AtOnce)
        {
            var part = text.AsSpan(at, Math.Min(AtOnce, text.Length - at));
            hash.AppendData(bytes[..encoder.GetBytes(part, bytes, flush: at + AtOnce >= text.Length)]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
