using System.Reflection;
using System.Runtime.CompilerServices;
using ReimbursementRules.Checks;
using ReimbursementRules.Engines;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tests;

/// <summary>What was read to load a rulebook is gone once it is loaded: nothing in memory leads from the rulebook to a node of a file, or
/// to the log of what was wrong.</summary>
public sealed class ReachTests
{
    private static readonly Type[] Gone = [typeof(Node), typeof(ProblemLog)];

    public static TheoryData<string> Folders =>
        [.. RulebookCheck.Folders(Repository.Rules).Select(folder => Path.GetRelativePath(Repository.Root, folder))];

    [Theory]
    [InlineData("0-gates.yaml")]
    [InlineData("1-catalogue.yaml")]
    [InlineData("2-basic.yaml")]
    [InlineData("episodes.yaml")]
    [InlineData("providers.yaml")]
    [InlineData("members.yaml")]
    [InlineData("checklists.yaml")]
    [InlineData("contract.yaml")]
    [InlineData("contributions.yaml")]
    [InlineData("targets.yaml")]
    public void Rules_HaveEveryKindOfFile(string file) =>
        RulebookCheck.Folders(Repository.Rules).ShouldContain(folder => File.Exists(Path.Combine(folder, file)));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Rulebook_Loaded_HoldsNoNodeAndNoLog(string folder) =>
        WayToWhatIsGone(Rulebook.Load(Repository.In(folder), new GridEngine())).ShouldBe("");

    [Fact]
    public void Rulebook_LoadedWithNRulesAndAsOnADay_HoldsNoNodeAndNoLog()
    {
        var rulebook = Rulebook.Load(Repository.In("rules", "tiered-care-district"));
        WayToWhatIsGone(rulebook).ShouldBe("");
        WayToWhatIsGone(rulebook.AsOn(rulebook.From)).ShouldBe("");
    }

    /// <summary>The fields that lead to the first such object that is found; empty where there is none.</summary>
    private static string WayToWhatIsGone(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { root };
        var waiting = new Queue<(object Object, string Way)>([(root, root.GetType().Name)]);
        while (waiting.TryDequeue(out var next))
            foreach (var (name, held) in Held(next.Object))
                if (Gone.Contains(held.GetType()))
                    return $"{next.Way}.{name}";
                else if (!IsOfTheRuntime(held) && (held is ValueType || seen.Add(held)))
                    waiting.Enqueue((held, $"{next.Way}.{name}"));
        return "";
    }

    private static IEnumerable<(string Name, object Held)> Held(object of)
    {
        if (of is Array array)
            return of.GetType().GetElementType()!.IsPrimitive ? [] : array.Cast<object?>().OfType<object>().Select(one => ("[]", one));
        return Fields(of.GetType()).Select(field => (field.Name, Held: field.GetValue(of))).Where(pair => pair.Held is not null)!;
    }

    /// <summary>The fields of a type and of what it is based on, without numbers and the like, and without pointers.</summary>
    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            foreach (
                var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            )
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsEnum && !field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                    yield return field;
    }

    /// <summary>Types, methods and threads lead everywhere, and to nothing of a file.</summary>
    private static bool IsOfTheRuntime(object held) =>
        held is string or decimal or DateOnly or MemberInfo or Module or Assembly or Thread or ITuple { Length: 0 };
}
