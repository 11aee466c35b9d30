using ReimbursementRules.Engines;
using ReimbursementRules.Policies;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>A rulebook whose files are kept in memory is the one on the disk; one of which a file has another text is another.</summary>
public sealed class KeptStoreTests
{
    [Fact]
    public void Kept_IsReadOnce_AndIsTheSameRulebook()
    {
        using var folder = new RulebookFolder()
            .With("../province/3-more.yaml", Town.Layer("more", "aid", "basic.share", "", StepText.Tiers("50%")))
            .Replace("index.yaml", "payers:", "builds_on: ../province\npayers:");
        var store = new KeptStore(PolicyStore.Disk);
        var onDisk = folder.Load();
        Rulebook.Load(folder.Path, new GridEngine(), store).Fingerprint.ShouldBe(onDisk.Fingerprint);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(folder.Path)!, "*.yaml", SearchOption.AllDirectories))
            File.WriteAllText(file, "no longer read");
        Rulebook.Load(folder.Path, new GridEngine(), store).Fingerprint.ShouldBe(onDisk.Fingerprint);
    }

    [Fact]
    public void Changed_HasTheOtherText_AndTheProblemsOfIt()
    {
        using var folder = new RulebookFolder();
        var store = new KeptStore(PolicyStore.Disk);
        var path = Path.GetFullPath(Path.Combine(folder.Path, "2-basic.yaml"));
        Rulebook With(string rate) =>
            Rulebook.Load(
                folder.Path,
                new GridEngine(),
                store.With(new Dictionary<string, string> { [path] = RulebookFolder.Basic.Replace("75%", rate, StringComparison.Ordinal) })
            );
        With("80%").Rules.Single(rule => rule.Table == "basic.share.table").ShouldNotBeNull();
        With("80%").Fingerprint.ShouldNotBe(folder.Load().Fingerprint);
        With("75%").Fingerprint.ShouldBe(folder.Load().Fingerprint);
        Should.Throw<PolicyException>(() => With("0.8")).Problems.ShouldHaveSingleItem().Place.File.ShouldBe("2-basic.yaml");
    }
}
