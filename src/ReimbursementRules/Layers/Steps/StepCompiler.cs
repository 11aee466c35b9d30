using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers.Steps;

/// <summary>Finds the file of each kind of step. A new kind is one new file and its name here.</summary>
internal static class StepCompiler
{
    /// <summary>Every kind, in the order in which messages name them.</summary>
    public static ImmutableArray<KindOfStep> Kinds { get; } =
    [DeductibleStep.Kind, TiersStep.Kind, CapStep.Kind, QuotaStep.Kind, TopUpStep.Kind, AccountStep.Kind];

    /// <summary>The kinds that pay, in words: <c>tiers, quota, top_up or account</c>.</summary>
    public static BilingualText Paying { get; } = InWords([.. Kinds.Where(kind => kind.Pays).Select(kind => kind.Word)]);

    /// <summary>The form of a step: that of its kind.</summary>
    public static JsonObject Form(SchemaDraft draft) =>
        ValueForms.AnyOf([.. Kinds.Select(kind => draft.Shared($"step {kind.Word}", () => kind.Schema(draft)))]);

    /// <summary>The keys of a kind; null for an unknown one.</summary>
    public static KeyTable? KeysOf(string kind) => Kinds.FirstOrDefault(one => one.Word == kind)?.Keys;

    /// <summary>Whether a step is of a kind that pays; false for one of an unknown kind.</summary>
    public static bool Pays(StepPolicy step) => Of(step.Form) is { Pays: true };

    /// <summary>Reads what a step's kind states; null after a problem with the kind.</summary>
    public static StepForm? Read(Node node)
    {
        var stated = node["kind"];
        var word = stated.Text();
        foreach (var kind in Kinds)
            if (kind.Word == word)
                return kind.Read(node);
        string[] known = [.. Kinds.Select(kind => kind.Word)];
        stated.NameWords(known);
        var hint = node.Problems.Hint(word, known);
        if (word.Length > 0)
            stated.Wrong("step.kind", $"'{word}' is not a kind of step.{hint.En}", $"“{word}”不是步骤种类。{hint.Zh}");
        return null;
    }

    /// <summary>Compiles a step; null for one of an unknown kind.</summary>
    public static Step? Compile(StepPolicy step, LayerContext layer) => Of(step.Form)?.Compile(step, step.Form!, layer);

    private static KindOfStep? Of(StepForm? stated)
    {
        foreach (var kind in Kinds)
            if (kind.Form == stated?.GetType())
                return kind;
        return null;
    }

    private static BilingualText InWords(string[] words) =>
        new($"{string.Join(", ", words[..^1])} or {words[^1]}", $"{string.Join("、", words[..^1])} 或 {words[^1]}");
}
