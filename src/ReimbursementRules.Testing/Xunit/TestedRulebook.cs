using ReimbursementRules.Checks;
using ReimbursementRules.Targets;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ReimbursementRules.Testing;

/// <summary>A rulebook of a folder, which the test run lists by its own name.</summary>
public sealed class TestedRulebook : IXunitSerializable
{
    /// <summary>Made by xunit, which sets what it is of afterwards.</summary>
    public TestedRulebook() { }

    internal TestedRulebook(string name, string path) => (Name, FolderPath) = (name, path);

    /// <summary>Its folder, seen from that which the attribute names.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its folder as a whole path.</summary>
    public string FolderPath { get; private set; } = "";

    /// <summary>All that was found of it: problems, warnings, targets and what came of each case. It is checked once in a test
    /// run.</summary>
    public CheckReport Report => RulesFolder.Report(FolderPath);

    /// <summary>The rulebook.</summary>
    /// <exception cref="XunitException">Its files have problems.</exception>
    public Rulebook Rulebook => Report.Rulebook ?? throw new XunitException(RulesFolder.Problems(Name, Report));

    /// <summary>The rulebook in a folder, for properties of one rulebook.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>: a whole path, or one beside the tests or in the nearest folder above
    /// them.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="PolicyException">The files are not a rulebook: every problem is listed.</exception>
    public static Rulebook Load(string folder) => ReimbursementRules.Rulebook.Load(RulesFolder.Find(folder));

    /// <summary>Fails where its files have problems, it has no case, or a target that must be met is not.</summary>
    /// <exception cref="XunitException">It says which, with file and line.</exception>
    public void AssertPasses()
    {
        if (Report.Problems.Count > 0)
            throw new XunitException(RulesFolder.Problems(Name, Report));
        if (Report.Cases.Count == 0)
            throw new XunitException(
                $"{Name} has no case: expected a *.cases.yaml beside its files. Write one with what a claim must come to. "
                    + $"{Name} 没有案例：其文件旁应有 *.cases.yaml。请写明申请应得的结果。"
            );
        var missed = Report.Targets.Where(target => target is { Status: TargetStatus.Missed, IsWish: false }).ToList();
        if (missed.Count > 0)
            throw new XunitException(
                $"{Name} misses {string.Join(", ", missed.Select(target => target.Id))}. {Name} 未达到目标：\n"
                    + RulesFolder.InBoth(missed.SelectMany(target => target.Misses))
            );
    }

    /// <inheritdoc />
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        (Name, FolderPath) = (info.GetValue<string>(nameof(Name)), info.GetValue<string>(nameof(FolderPath)));
    }

    /// <inheritdoc />
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(FolderPath), FolderPath);
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
