using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Reads what a case expects of a payer by the payer's title, as by its id.</summary>
/// <param name="mismatches">Takes the names that are not clear.</param>
internal sealed class PayerNames(Mismatches mismatches)
{
    /// <summary>The id of the payer that a name means: an id, or the title of one payer in either language; the name itself where it
    /// means none.</summary>
    public static string IdOf(string name, Legend legend) =>
        legend.Payers.Any(payer => payer.Id == name) ? name
        : legend.PayersTitled(name) is [var only] ? KeyOf(only, legend)
        : name;

    /// <summary>Whether a name means several things, which is told.</summary>
    public bool IsUnclear(Node name, Legend legend)
    {
        if (legend.Payers.Any(payer => payer.Id == name.AsWritten))
            return false;
        List<string> meant = [.. legend.PayersTitled(name.AsWritten).Select(payer => KeyOf(payer, legend))];
        if (name.AsWritten != name.Raw)
            meant.Insert(0, name.Raw);
        meant = [.. meant.Distinct(StringComparer.Ordinal)];
        if (meant.Count < 2)
            return false;
        mismatches.Ambiguous(name, meant);
        return true;
    }

    /// <summary>Tells what is expected a second time, under another name.</summary>
    public void Twice(IEnumerable<Node> names, Legend legend)
    {
        foreach (var same in names.GroupBy(name => Key(name.Raw), StringComparer.Ordinal))
        foreach (var again in same.Skip(1))
            mismatches.Twice(again, same.Key);

        string Key(string name) => CaseTerms.OfExpected.Of(name) is null ? IdOf(name, legend) : name;
    }

    /// <summary>Under which name a payer is expected: a single personal account is <c>account</c> in every rulebook.</summary>
    private static string KeyOf(PayerName payer, Legend legend) => payer.IsAccount && !legend.HasSeveralAccounts ? "account" : payer.Id;
}
