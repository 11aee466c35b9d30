using System.Globalization;
using ReimbursementRules.Cases;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ReimbursementRules.Testing;

/// <summary>A case beside a rulebook, which the test run lists by its folder, file, line and name.</summary>
public sealed class RulebookCase : IXunitSerializable
{
    private string _path = "";

    /// <summary>Made by xunit, which sets what it is of afterwards.</summary>
    public RulebookCase() { }

    /// <summary>The rulebook's folder, seen from that which the attribute names.</summary>
    public string Rulebook { get; private set; } = "";

    /// <summary>The file, such as <c>2-basic.cases.yaml</c>.</summary>
    public string File { get; private set; } = "";

    /// <summary>The line on which the case begins, from 1; 0 where the files of the rulebook have problems.</summary>
    public int Line { get; private set; }

    /// <summary>The case's name, a sentence: in English where its file gives that.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What came of it.</summary>
    /// <exception cref="XunitException">The rulebook's files have problems.</exception>
    public CaseResult Result
    {
        get
        {
            var report = RulesFolder.Report(_path);
            return report.Problems.Count > 0
                ? throw new XunitException(RulesFolder.Problems(Rulebook, report))
                : report.Cases.Single(one => one.Place.File == File && one.Place.Line == Line && one.Name.En == Name);
        }
    }

    /// <summary>Fails where something comes out otherwise than the case expects.</summary>
    /// <exception cref="XunitException">It says each: where it stands, what was expected and what came.</exception>
    public void AssertPasses()
    {
        if (!Result.Passed)
            throw new XunitException($"{this}\n{RulesFolder.InBoth(Result.Mismatches)}");
    }

    /// <inheritdoc />
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        (_path, Rulebook) = (info.GetValue<string>("Path"), info.GetValue<string>(nameof(Rulebook)));
        (File, Line, Name) = (info.GetValue<string>(nameof(File)), info.GetValue<int>(nameof(Line)), info.GetValue<string>(nameof(Name)));
    }

    /// <inheritdoc />
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue("Path", _path);
        info.AddValue(nameof(Rulebook), Rulebook);
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Line), Line);
        info.AddValue(nameof(Name), Name);
    }

    /// <summary>The rulebook, file, line and name.</summary>
    public override string ToString() =>
        Line == 0 ? $"{Rulebook}: {Name}" : $"{Rulebook}/{File}:{Line.ToString(CultureInfo.InvariantCulture)}: {Name}";

    /// <summary>The cases of a rulebook; where its files have problems, one that tells them.</summary>
    /// <param name="rulebook">How it is told.</param>
    /// <param name="path">Its folder.</param>
    internal static IEnumerable<RulebookCase> Of(string rulebook, string path)
    {
        var report = RulesFolder.Report(path);
        return report.Problems.Count > 0
            ?
            [
                new()
                {
                    _path = path,
                    Rulebook = rulebook,
                    Name = "the files have no problems",
                },
            ]
            : report.Cases.Select(one => new RulebookCase
            {
                _path = path,
                Rulebook = rulebook,
                File = one.Place.File,
                Line = one.Place.Line,
                Name = one.Name.En,
            });
    }
}
