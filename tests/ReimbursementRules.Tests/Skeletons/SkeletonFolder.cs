using ReimbursementRules.Checks;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;
using ReimbursementRules.Skeletons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Skeletons;

/// <summary>The rulebook of a skeleton, written to a folder of its own.</summary>
internal sealed class SkeletonFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("skeleton-").FullName;

    /// <param name="answers">Answers in place of what is offered: name and answer.</param>
    public SkeletonFolder(params (string Question, string Answer)[] answers)
        : this(Language.Chinese, answers) { }

    public SkeletonFolder(Language language, params (string Question, string Answer)[] answers)
    {
        Answers = Full(answers);
        Path = System.IO.Path.Combine(_root, Answers["id"]);
        Directory.CreateDirectory(Path);
        foreach (var (name, text) in CitySkeleton.Files(Answers, language))
        {
            var file = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    public string Path { get; }

    public CityAnswers Answers { get; }

    public Rulebook Rulebook => Rulebook.Load(Path, new GridEngine());

    /// <summary>Everything that is asked, answered: as given, or as offered.</summary>
    public static CityAnswers Full(params (string Question, string Answer)[] given)
    {
        var answers = CityAnswers.None;
        foreach (var (question, answer) in given)
            answers = answers.With(question, answer);
        while (answers.Missing is [var next, ..])
            answers = answers.With(next.Name, next.Default);
        return answers;
    }

    public CheckReport Check() => RulebookCheck.Run(Path, new GridEngine());

    public CoverageReport Coverage() => RulebookCoverage.Run(Path, new GridEngine());

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
