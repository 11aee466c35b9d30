using System.Reflection;
using Xunit.Sdk;

namespace ReimbursementRules.Testing;

/// <summary>Every rulebook of a folder as a test of its own. The theory takes a <see cref="TestedRulebook"/>:
/// <c>[Theory, Rulebooks("rules")] public void Rulebook(TestedRulebook one) => one.AssertPasses();</c></summary>
/// <param name="folder">The folder with one rulebook, or with many below it: a whole path, or one beside the tests or in the nearest
/// folder above them.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RulebooksAttribute(string folder) : DataAttribute
{
    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <inheritdoc />
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidOperationException">It has no rulebook.</exception>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        RulesFolder.Rulebooks(folder).Select(one => new object[] { new TestedRulebook(one.Told, one.Path) });
}
