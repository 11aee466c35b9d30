using System.Globalization;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Tests.Generators;

/// <summary>A history by way of a YAML file.</summary>
internal static class HistoryFile
{
    public static History ThereAndBack(History history)
    {
        var path = Path.Combine(Path.GetTempPath(), $"history-{Guid.NewGuid():N}.yaml");
        try
        {
            File.WriteAllText(path, Yaml(history));
            return History.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Yaml(History history) =>
        history.Entries.IsEmpty
            ? "[]\n"
            : string.Concat(
                history.Entries.Select(entry =>
                    $"- {{ what: {entry.What}, per: {entry.Per.ToString().ToLowerInvariant()}, since: "
                    + $"{entry.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
                    + (entry.Each is { } each ? $", each: \"{each}\"" : "")
                    + (entry.Times != 0 ? $", times: {entry.Times.ToString(CultureInfo.InvariantCulture)}" : $", amount: {entry.Amount}")
                    + " }\n"
                )
            );
}
