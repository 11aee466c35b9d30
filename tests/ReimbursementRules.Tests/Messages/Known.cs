using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What messages list of facts, fields and kinds of steps, made of these themselves, so that a new one changes no expected
/// text.</summary>
internal static class Known
{
    private static readonly string[] OfTotal = ["month", "cases", "persons", "bed_days", "actual", "bill", "items"];
    private static readonly string[] OfContributor = ["on", "paid", "amounts", "days", "heads", "account", "attributes"];

    /// <summary>The kinds of steps.</summary>
    public static string Kinds { get; } = List([.. StepCompiler.Kinds.Select(kind => kind.Word)]);

    /// <summary>Those that pay, as a sentence names them.</summary>
    public static string PayingKinds { get; } = StepCompiler.Paying.En;

    /// <summary>The facts that a policy may ask, and the region's own after them.</summary>
    public static string Facts(params string[] ofRegion) => List([.. KnownFacts.All.Select(fact => fact.Name), .. ofRegion]);

    /// <summary>The facts of a claim that are numbers.</summary>
    public static string Numbers() =>
        List([
            .. KnownFacts.All.Where(fact => fact is { Kind: FactKind.Number, IsOfItem: false, IsDate: false }).Select(fact => fact.Name),
        ]);

    /// <summary>The facts of a claim that have words.</summary>
    public static string OfWords() =>
        List([
            .. KnownFacts.All.Where(fact => fact is { Kind: FactKind.Words or FactKind.Open, IsOfItem: false }).Select(fact => fact.Name),
        ]);

    /// <summary>The keys of a claim.</summary>
    public static string ClaimKeys() => List([.. ClaimFields.All.Select(field => field.Key), "items", "attributes"]);

    /// <summary>The keys of an item.</summary>
    public static string ItemKeys() => List([.. ItemFields.All.Select(field => field.Key), "attributes"]);

    /// <summary>The keys of a total in a provider's year.</summary>
    public static string TotalKeys() =>
        List([.. OfTotal, .. ClaimFields.All.Select(field => field.Key).Except(["discharged"]), "attributes"]);

    /// <summary>The keys of a contributor.</summary>
    public static string ContributorKeys() =>
        List([.. ClaimFields.OfMember.Select(field => field.Key).Except(["member.id", "enrolment"]), .. OfContributor]);

    private static string List(IReadOnlyCollection<string> names) => Spelling.Known(names).En.TrimStart();
}
