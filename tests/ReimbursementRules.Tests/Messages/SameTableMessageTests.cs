using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What a step that has the table of another can say wrongly.</summary>
public sealed class SameTableMessageTests
{
    private const string Aid = """
        id: aid
        title: { en: Aid, zh: 救助 }
        payer: aid
        base: [basic.deductible]
        steps:
          - id: share
            kind: tiers
            table: { same_as: basic.share }
            adjust:
              - { 2020-01-01: { add: 5%, reference: "Town order 7" } }

        """;

    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "same_as.unknown",
                "basic.share",
                "basic.shere",
                "3-aid.yaml:8:23: no step of this rulebook has a table 'basic.shere'. Did you mean 'basic.share'?"
            },
            {
                "same_as.unknown",
                "basic.share",
                "basic",
                "3-aid.yaml:8:23: no step of this rulebook has a table 'basic'. Known: basic.share."
            },
            {
                "same_as.form",
                "basic.share",
                "basic.deductible.amount",
                "3-aid.yaml:8:23: 'basic.deductible.amount' has values of another form than 'table' of this step. Name the table of such a "
                    + "step, or write the values here."
            },
            {
                "same_as.circle",
                "basic.share",
                "aid.share",
                "3-aid.yaml:8:23: 'aid.share.table' is this table itself, or is the same as this one in turn. One of them must have values "
                    + "of its own."
            },
            {
                "same_as.circle",
                "{ 2020-01-01: { add: 5%, reference: \"Town order 7\" } }",
                "{ same_as: aid.share.adjust.2 }",
                "3-aid.yaml:10:20: 'aid.share.adjust' is this table itself, or is the same as this one in turn. One of them must have "
                    + "values of its own."
            },
            {
                "key.unknown",
                "{ same_as: basic.share }",
                "{ same_as: basic.share, value: 70% }",
                "3-aid.yaml:8:36: the key 'value' is not known here. Known: same_as."
            },
            { "value.blank", "basic.share", "", "3-aid.yaml:8:24: a value is missing here. Write one, or leave the whole line out." },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void SameTable_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder().With("3-aid.yaml", Aid).Replace("3-aid.yaml", old, now);
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldRead(code, message);
    }

    [Fact]
    public void Tables_ThatAreEachTheOther_AreTold()
    {
        using var folder = new RulebookFolder()
            .With("3-aid.yaml", Aid)
            .Replace("2-basic.yaml", "\n      2020-01-01: { value: 75%, reference: \"Town order 3\" }", " { same_as: aid.share }");
        Should
            .Throw<PolicyException>(folder.Load)
            .Problems.ShouldRead(
                "same_as.circle",
                "3-aid.yaml:8:23: 'basic.share.table' is this table itself, or is the same as this one in turn. One of them must have "
                    + "values of its own."
            );
    }

    [Fact]
    public void Entry_ThatAListHasNot_IsTold()
    {
        using var folder = new RulebookFolder()
            .With("3-aid.yaml", Aid)
            .With(
                "4-more.yaml",
                Aid.Replace("id: aid", "id: more", StringComparison.Ordinal)
                    .Replace("basic.deductible", "aid.share", StringComparison.Ordinal)
                    .Replace(
                        "- { 2020-01-01: { add: 5%, reference: \"Town order 7\" } }",
                        "- { same_as: aid.share.adjust.2 }",
                        StringComparison.Ordinal
                    )
            );
        Should
            .Throw<PolicyException>(folder.Load)
            .Problems.ShouldRead(
                "same_as.unknown",
                "4-more.yaml:10:20: 'aid.share.adjust' has 1 entry, so that there is none of number 2."
            );
    }
}
