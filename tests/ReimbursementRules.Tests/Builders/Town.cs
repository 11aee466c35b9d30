using System.Globalization;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Tests.Builders;

/// <summary>Rulebooks of the town whose layers a test writes itself.</summary>
internal static class Town
{
    /// <summary>The file of a layer.</summary>
    /// <param name="id">The layer's id.</param>
    /// <param name="payer">Who pays.</param>
    /// <param name="base">The base as the file writes it.</param>
    /// <param name="more">Further keys of the layer, one a line; may be empty.</param>
    /// <param name="steps">The steps as <see cref="StepText"/> writes them.</param>
    public static string Layer(string id, string payer, string @base, string more, params ReadOnlySpan<string> steps)
    {
        var text =
            $"id: {id}\ntitle: {{ en: {id}, zh: {id} }}\npayer: {payer}\nbase: {@base}\n{(more.Length > 0 ? more + "\n" : "")}steps:\n";
        foreach (var step in steps)
            text += $"  - {step}\n";
        return text;
    }

    /// <summary>The layer <c>basic</c> of the fund on what is in scope.</summary>
    public static string Basic(params ReadOnlySpan<string> steps) => Layer("basic", "fund", "in_scope", "", steps);

    /// <summary>A rulebook of these layers, in their turn.</summary>
    public static Rulebook Of(params string[] layers) => With(_ => { }, layers);

    /// <summary>As <see cref="Of"/>, with other changes to its files.</summary>
    public static Rulebook With(Action<RulebookFolder> change, params string[] layers) => With(new NRulesEngine(), change, layers);

    /// <summary>As with any change, with an engine.</summary>
    public static Rulebook With(IRuleEngine engine, Action<RulebookFolder> change, params string[] layers)
    {
        using var folder = new RulebookFolder();
        folder.Without("2-basic.yaml");
        foreach (var (i, layer) in layers.Index())
            folder.With($"{(i + 2).ToString(CultureInfo.InvariantCulture)}-layer.yaml", layer);
        change(folder);
        return folder.Load(engine);
    }
}
