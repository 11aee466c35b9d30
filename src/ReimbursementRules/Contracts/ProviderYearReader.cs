using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts;

/// <summary>Reads a provider's year: its facts, its monthly totals and what was denied.</summary>
internal static class ProviderYearReader
{
    private static readonly ImmutableArray<string> OfProvider = [.. ClaimFields.OfProvider.Select(field => field.Key), "attributes"];

    private static readonly ImmutableArray<string> YearKeys = ["starts", "heads", "persons", "totals", "denied"];

    private static readonly ImmutableArray<string> TotalKeys = ["month", "cases", "persons", "bed_days", "actual", "bill", "items"];

    public static ProviderYear ReadFile(string path)
    {
        var problems = new ProblemLog();
        var year = NodeReader.ReadFile(path, problems) is { } node ? Read(node) : null;
        problems.ThrowForInput();
        return year!;
    }

    /// <summary>Reads a year.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="beside">Keys of the mapping that another reader takes.</param>
    public static ProviderYear Read(Node node, params ReadOnlySpan<string> beside)
    {
        ChineseClaim.Read(node);
        node.OnlyKeys([.. YearKeys, .. OfProvider, .. beside]);
        var starts = node["starts"].Date();
        var facts = ClaimReader.ReadFacts(node, starts);
        return new()
        {
            Place = node.Place,
            Starts = starts,
            Provider = facts.Provider,
            Attributes = facts.Attributes,
            Heads = node.Optional("heads")?.Whole(),
            Persons = node.Optional("persons")?.Whole(),
            Lines = [.. (node.Optional("totals")?.Items() ?? []).Select(total => Total(total, starts))],
            Denied = [.. (node.Optional("denied")?.Items() ?? []).Select(Denied)],
        };
    }

    private static ProviderLine Total(Node node, DateOnly starts)
    {
        ChineseClaim.Read(node);
        node.OnlyKeys(ClaimNames.OfClaim, [.. TotalKeys, .. ClaimReader.FactKeys]);
        return new()
        {
            Facts = ClaimReader.ReadFacts(node, Day(starts, node["month"].Whole(1, 12))) with
            {
                Items = [.. (node.Optional("items")?.Items() ?? []).Select(ClaimReader.Item)],
            },
            Cases = node["cases"].Whole(),
            Persons = node.Optional("persons")?.Whole(),
            BedDays = node.Optional("bed_days")?.Whole(),
            Actual = node["actual"].Money(),
            Bill = node.Optional("bill")?.Money(),
        };
    }

    /// <summary>The first day of the year's month that begins in a month of the calendar.</summary>
    private static DateOnly Day(DateOnly starts, int month) =>
        starts > DateOnly.MaxValue.AddYears(-1) ? starts : starts.AddMonths((month - starts.Month + 12) % 12);

    private static Denial Denied(Node node)
    {
        node.OnlyKeys("claim", "amount", "reason");
        return new(node["amount"].Money(), node["reason"].Text()) { Claim = node.Optional("claim")?.PlainId() ?? "", Place = node.Place };
    }
}
