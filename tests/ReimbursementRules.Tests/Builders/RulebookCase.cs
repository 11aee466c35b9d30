using System.Collections.Concurrent;
using ReimbursementRules.Cases;
using ReimbursementRules.Checks;
using Xunit.Abstractions;

namespace ReimbursementRules.Tests.Builders;

/// <summary>One case of a rulebook, which the test run lists by its own name.</summary>
public sealed class RulebookCase : IXunitSerializable
{
    private static readonly ConcurrentDictionary<string, CheckReport> Reports = new(StringComparer.Ordinal);

    public string Folder { get; private set; } = "";
    public string File { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>What came of the case.</summary>
    public CaseResult Result => Report(Folder).Cases.Single(one => one.Place.File == File && one.Name == Name);

    /// <summary>The folders of rulebooks in this repository, seen from <c>rules</c>.</summary>
    public static IEnumerable<string> Folders =>
        RulebookCheck.Folders(Repository.Rules).Select(folder => Path.GetRelativePath(Repository.Rules, folder).Replace('\\', '/'));

    public static IEnumerable<RulebookCase> All =>
        Folders.SelectMany(folder =>
            Report(folder)
                .Cases.Select(one => new RulebookCase
                {
                    Folder = folder,
                    File = one.Place.File,
                    Name = one.Name,
                })
        );

    /// <summary>Every folder is checked once in a test run.</summary>
    public static CheckReport Report(string folder) =>
        Reports.GetOrAdd(folder, static folder => RulebookCheck.Run(Path.Combine(Repository.Rules, folder)));

    public void Deserialize(IXunitSerializationInfo info)
    {
        Folder = info.GetValue<string>(nameof(Folder));
        File = info.GetValue<string>(nameof(File));
        Name = info.GetValue<string>(nameof(Name));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Folder), Folder);
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Name), Name);
    }

    public override string ToString() => $"{Folder}/{File}: {Name}";
}
