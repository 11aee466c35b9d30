using System.CommandLine;
using ReimbursementRules.Batches;
using ReimbursementRules.Cli.Batches;
using ReimbursementRules.Contracts;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Settles a provider's year by a contract and writes the result.</summary>
internal static class ContractCommand
{
    private static readonly Argument<string> Folder = new("rulebook")
    {
        HelpName = BothLanguages.Of("rulebook", "规则册"),
        Description = BothLanguages.Of(
            "The folder with the rulebook's index.yaml and contract.yaml.",
            "规则册的文件夹，其中有 index.yaml 和 contract.yaml。"
        ),
    };
    private static readonly Argument<string> YearFile = new("year")
    {
        HelpName = BothLanguages.Of("year", "年度"),
        Description = BothLanguages.Of(
            "The provider's year with its monthly totals, in YAML or JSON.",
            "医疗机构的年度及各月合计，YAML 或 JSON。"
        ),
    };
    private static readonly Option<string?> ClaimsFile = FileOption.Create(
        "--claims",
        "Claims of the year as JSON Lines, those of a member together; they are settled first.",
        "该年度的单据，JSON Lines，同一参保人的相邻；先行结算。"
    );
    private static readonly Option<string?> ContractId = new("--contract")
    {
        HelpName = BothLanguages.Of("ID", "编号"),
        Description = BothLanguages.Of("The contract; the first one where left out.", "合同；未给出时为第一个。"),
    };
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "contract",
            BothLanguages.Of(
                "Settles a provider's year and writes what the fund pays, and why.",
                "结算医疗机构的年度，写出基金支付多少及依据。"
            )
        )
        {
            Folder,
            YearFile,
            ClaimsFile,
            ContractId,
            Engine,
        };
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        return new Guard(error, language).RunOverFiles(() =>
        {
            var rulebook = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine)));
            var id = parsed.GetValue(ContractId) ?? rulebook.Contracts.FirstOrDefault()?.Id;
            if (rulebook.Contracts.FirstOrDefault(contract => contract.Id == id) is { } contract)
            {
                output.Write(ContractReport.Write(contract.Settle(Year(parsed, rulebook, contract)), language));
                return CommandLine.Done;
            }

            error.WriteLine(Unknown(rulebook, id).In(language));
            return CommandLine.Failed;
        });
    }

    private static BilingualText Unknown(Rulebook rulebook, string? id)
    {
        var known = rulebook.Contracts.Select(contract => contract.Id).ToList();
        return id is null
            ? new($"{rulebook.Id} has no contract.yaml.", $"{rulebook.Id} 没有 contract.yaml。")
            : new(
                $"--contract: '{id}' is not a contract of {rulebook.Id}. Known: {string.Join(", ", known)}.",
                $"--contract：{rulebook.Id} 没有合同“{id}”。可用：{string.Join('、', known)}。"
            );
    }

    private static ProviderYear Year(ParseResult parsed, Rulebook rulebook, ProviderContract contract)
    {
        var year = ProviderYear.Load(parsed.GetRequiredValue(YearFile));
        return parsed.GetValue(ClaimsFile) is { } path
            ? year with
            {
                Lines = [.. year.Lines, .. StreamFailure.Plain(() => Lines(rulebook, contract, path))],
            }
            : year;
    }

    /// <summary>The settled claims of a file, without those that were refused.</summary>
    /// <exception cref="InputException">A claim was not settled; every problem is listed.</exception>
    private static List<ProviderLine> Lines(Rulebook rulebook, ProviderContract contract, string path)
    {
        using var input = InputFile.Open(path, "--claims", ClaimFile.WayOut);
        var lines = new List<ProviderLine>();
        var problems = new List<Problem>();
        foreach (var result in rulebook.SettleAll(JsonLine.In(Path.GetFileName(path), input), claim => claim.Read(), result => result))
            if (result.Settlement is { Status: not SettlementStatus.Refused } settlement)
                lines.Add(ProviderLine.Of(settlement, contract.Fund));
            else
                problems.AddRange(result.Problems.Select(problem => problem with { Place = result.Source.At(problem.Place) }));
        return problems.Count == 0 ? lines : throw new InputException(problems);
    }
}
