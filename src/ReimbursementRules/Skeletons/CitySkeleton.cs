using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Schemas;
using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>Makes the files of a city's rulebook of answers to questions: a skeleton that loads, with references to fill in and cases to
/// sign.</summary>
public static class CitySkeleton
{
    /// <summary>The folder of the schemas.</summary>
    private const string Schemas = ".schema";

    /// <summary>All questions, in the order in which they are asked.</summary>
    public static IReadOnlyList<CityQuestion> Questions => CityQuestions.All;

    /// <summary>The texts of the files by name, such as <c>2-employee-inpatient.yaml</c>, with the schemas by which an editor offers
    /// the rulebook's keys and words, such as <c>.schema/layer.schema.json</c>, and <c>.vscode/settings.json</c>; the same
    /// answers always give the same.</summary>
    /// <param name="answers">The answers, without a gap.</param>
    /// <param name="language">The language of cases and notes; titles and messages are in both.</param>
    /// <exception cref="InputException">A question has no answer.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is no language.</exception>
    public static ImmutableSortedDictionary<string, string> Files(CityAnswers answers, Language language)
    {
        Given.Value(answers);
        Given.Word(language);
        Refuse(answers.Missing);
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var policy = new PolicyTexts(answers, language);
        files["index.yaml"] = policy.Index();
        files["0-gates.yaml"] = PolicyTexts.OfGates();
        files["1-catalogue.yaml"] = policy.Catalogue();
        var layers = answers.Layers.Select((layer, i) => (Layer: layer, Name: NameOf(layer, i + 2))).ToList();
        foreach (var (layer, name) in layers)
            files[$"{name}.yaml"] = new LayerTexts(answers).Of(layer);

        var rulebook = Rulebook.Load(answers["id"], new GridEngine(), new TextStore(answers["id"], files));
        var claims = new SkeletonClaims(answers, rulebook);
        var basic = new SkeletonCases(claims);
        Add("0-gates", basic.OfGates());
        Add("1-catalogue", basic.OfCatalogue());
        foreach (var (i, (layer, name)) in layers.Index())
            Add(name, [.. i == 0 ? basic.OfDays() : [], .. Cases(layer)]);
        return WithSchemas(files.ToImmutable(), rulebook);

        void Add(string name, IEnumerable<CaseDraft> drafts) =>
            files[$"{name}.cases.yaml"] = string.Join('\n', drafts.Select(draft => draft.Text(rulebook, language)));

        IEnumerable<CaseDraft> Cases(SkeletonLayer layer) =>
            layer.Kind switch
            {
                "critical" => new RelievingCases(claims, basic).OfCritical(layer),
                "aid" => new RelievingCases(claims, basic).OfAid(layer),
                _ => basic.Of(layer),
            };
    }

    /// <summary>The files with the schemas that an editor uses, each naming its own in its first line.</summary>
    private static ImmutableSortedDictionary<string, string> WithSchemas(
        ImmutableSortedDictionary<string, string> files,
        Rulebook rulebook
    ) =>
        files
            .ToImmutableSortedDictionary(
                file => file.Key,
                file =>
                    PolicySchema.Of(file.Key) is { } schema
                        ? $"# yaml-language-server: $schema={Schemas}/{schema}\n{file.Value}"
                        : file.Value,
                StringComparer.Ordinal
            )
            .AddRange(PolicySchema.Files(rulebook).Select(file => KeyValuePair.Create($"{Schemas}/{file.Key}", file.Value)))
            .Add(".vscode/settings.json", PolicySchema.EditorSettings(files.Keys, Schemas));

    private static string NameOf(SkeletonLayer layer, int turn) => $"{Digits.Show(turn)}-{layer.Id.Replace('_', '-')}";

    private static void Refuse(IReadOnlyList<CityQuestion> missing)
    {
        var problems = new ProblemLog();
        foreach (var question in missing)
            problems.Add(
                new(question.Name, 0, 0),
                "answer.missing",
                $"there is no answer to '{question.Name}' ({question.Title.En}). Write {question.Expected.En}.",
                $"“{question.Name}”（{question.Title.Zh}）没有回答。请写{question.Expected.Zh}。"
            );
        problems.ThrowForInput();
    }
}
