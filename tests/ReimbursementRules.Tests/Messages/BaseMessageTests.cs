using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What the base of a layer can say wrongly of what other layers left, and of a share of a part.</summary>
public sealed class BaseMessageTests
{
    private const string Last = """
        id: last
        title: { en: Last, zh: 末层 }
        payer: fund
        base: basic.stays
        steps:
          - { id: share, kind: tiers, table: { 2020-01-01: { value: 10%, reference: x } } }
        """;

    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "part.twice",
                "basic.stays",
                "[basic.stays, basic.share]",
                "4-last.yaml:4:21: 'basic.share' stands twice in this base: as 'basic.stays' and as 'basic.share'. Leave one of them out."
            },
            {
                "part.unknown",
                "basic.stays",
                "basics.stays",
                "4-last.yaml:4:7: 'basics.stays' is not a part of the bill at this turn. Did you mean 'basic.stays'?"
            },
            {
                "part.unknown",
                "basic.stays",
                "last.stays",
                "4-last.yaml:4:7: 'last.stays' is not a part of the bill at this turn. Known: out_of_scope, over_ceiling, first_self_pay, "
                    + "in_scope, refused, basic.deductible, basic.share, aid.share, basic.stays."
            },
            {
                "stays.unnamed",
                "basic.stays",
                "aid.stays",
                "4-last.yaml:4:7: what 'aid' leaves keeps its names, so that 'aid.stays' stands for nothing. Name the parts on which 'aid' "
                    + "works."
            },
            {
                "part.times",
                "basic.stays",
                "{ part: basic.share, times: 0% }",
                "4-last.yaml:4:35: a part counts whole where its name stands alone, and not at all where it is left out. Write a share "
                    + "between 0% and 100%, such as 50%."
            },
            {
                "part.times",
                "basic.stays",
                "[basic.deductible, { part: basic.share, times: 100% }]",
                "4-last.yaml:4:54: a part counts whole where its name stands alone, and not at all where it is left out. Write a share "
                    + "between 0% and 100%, such as 50%."
            },
            {
                "part.twice",
                "basic.stays",
                "[{ part: basic.share, times: 50% }, basic.share]",
                "4-last.yaml:4:43: 'basic.share' stands twice in this base."
            },
            { "key.missing", "basic.stays", "{ part: basic.share }", "4-last.yaml:4:7: 'times' is missing here. Add it." },
            {
                "key.unknown",
                "basic.stays",
                "{ part: basic.share, times: 50%, as: original }",
                "4-last.yaml:4:40: the key 'as' is not known here. Known: part, times."
            },
            {
                "step.reserved",
                "id: share",
                "id: stays",
                "4-last.yaml:6:11: 'stays' cannot be the name of a step: 'last.stays' is all that the layer leaves. Choose another."
            },
            {
                "step.reserved",
                "id: share",
                "id: paid",
                "4-last.yaml:6:11: 'paid' cannot be the name of a step: as 'last.paid' claims state what the layer's payer has paid. "
                    + "Choose another."
            },
            {
                "step.reserved",
                "basic.stays\nsteps:\n  - { id: share",
                "{ part: basic.share, times: 50% }\nsteps:\n  - { id: base",
                "4-last.yaml:6:11: 'base' cannot be the name of a step here: under it the trace tells which share of a part counts. "
                    + "Choose another."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Base_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        folder
            .With(
                "3-aid.yaml",
                "id: aid\ntitle: { en: Aid, zh: 救助 }\npayer: aid\nbase: basic.share\nsteps:\n"
                    + "  - { id: share, kind: tiers, table: { 2020-01-01: { value: 50%, reference: x } } }\n"
            )
            .With("4-last.yaml", Last + "\n");
        Should.Throw<PolicyException>(folder.Replace("4-last.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }
}
