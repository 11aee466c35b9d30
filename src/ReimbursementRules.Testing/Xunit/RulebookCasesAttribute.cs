using System.Reflection;
using Xunit.Sdk;

namespace ReimbursementRules.Testing;

/// <summary>Every case beside the rulebooks of a folder, of each kind that there is, as a test of its own. The theory takes a
/// <see cref="RulebookCase"/>:
/// <c>[Theory, RulebookCases("rules")] public void Case(RulebookCase one) => one.AssertPasses();</c></summary>
/// <remarks>A rulebook whose files have problems is a case of its own, which fails with them.</remarks>
/// <param name="folder">The folder with one rulebook, or with many below it: a whole path, or one beside the tests or in the nearest
/// folder above them.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RulebookCasesAttribute(string folder) : DataAttribute
{
    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <inheritdoc />
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidOperationException">It has no rulebook.</exception>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        RulesFolder.Rulebooks(folder).SelectMany(one => RulebookCase.Of(one.Told, one.Path)).Select(one => new object[] { one });
}
