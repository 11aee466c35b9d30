using System.Text;
using ReimbursementRules.Cli;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>A folder with a rulebook, whose deductible fills up over a year, and the files of a batch.</summary>
internal sealed class BatchFolder : IDisposable
{
    /// <summary>Eight claims of two members and of one unknown, two of them broken and one too early for the rulebook, and a blank
    /// line.</summary>
    public const string Claims = """
        {"id":"a1","member.id":"A","discharged":"2020-03-01","setting":"inpatient","items":[{"class":"A","amount":500}]}
        {"id":"a2","member.id":"A","discharged":"2020-02-01","setting":"inpatient","items":[{"class":"A","amount":400},{"class":"C","amount":80.5}]}
        {"id":"a3","member.id":"A","discharged":"2020-04-31","setting":"inpatient","items":[{"class":"A","amount":300}]}
        {"id":"a4","member.id":"A","discharged":"2020-04-30","setting":"inpatient","items":[{"class":"A","amount":300}]}

        {"id":"b1","member.id":"B","discharged":"2019-12-31","setting":"inpatient","items":[{"class":"A","amount":700}]}
        {"id":"b2","member.id":"B","discharged":"2020-01-01","setting":"inpatient","items":[{"class":"B","amount":900,"first_self_pay":"10%"}]}
        id: x
        {"discharged":"2020-01-01","setting":"inpatient","items":[{"class":"A","amount":700}]}

        """;

    private readonly RulebookFolder _rulebook = new RulebookFolder().Replace("2-basic.yaml", "per: admission", "per: year");
    private readonly string _files = Directory.CreateTempSubdirectory("batch-").FullName;

    public string Rulebook => _rulebook.Path;

    public string In(string file) => Path.Combine(_files, file);

    public string With(string file, string text)
    {
        File.WriteAllText(In(file), text);
        return In(file);
    }

    public string Read(string file) => File.ReadAllText(In(file));

    /// <summary>Runs the command as a filter: its output and errors are what it wrote to the standard streams.</summary>
    public CliRun Run(string input, params string[] args)
    {
        using var from = new MemoryStream(Encoding.UTF8.GetBytes(input));
        return Run(from, default, args);
    }

    public CliRun Run(Stream input, CancellationToken stop, params string[] args)
    {
        var (output, problems) = (new MemoryStream(), new MemoryStream());
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(
            ["batch", Rulebook, .. args],
            TextWriter.Null,
            error,
            new(() => input, () => output, () => problems, stop)
        );
        return new(code, Encoding.UTF8.GetString(output.ToArray()), error + Encoding.UTF8.GetString(problems.ToArray()));
    }

    public void Dispose()
    {
        _rulebook.Dispose();
        Directory.Delete(_files, recursive: true);
    }
}
