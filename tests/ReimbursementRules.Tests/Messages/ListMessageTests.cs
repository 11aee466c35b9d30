using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What the lists of <c>index.yaml</c> can say wrongly.</summary>
public sealed class ListMessageTests
{
    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            { "list.empty", "payers:", "lists: { chronic: [] }\npayers:", "index.yaml:8:19: a list has at least one word." },
            {
                "list.version",
                "payers:",
                "lists: { a: { 2020-01-01: { remove: [flu], reference: x } } }\npayers:",
                "index.yaml:8:27: a version of a list has 'of', 'add' or both.\nindex.yaml:8:38: 'flu' is not in the list "
                    + "from 2020-01-01, so that it cannot be removed. Leave it out here."
            },
            {
                "list.unknown",
                "payers:",
                "lists: { light: [flu], a: { 2020-01-01: { of: [ligt], reference: x } } }\npayers:",
                "index.yaml:8:48: 'ligt' is not a list of index.yaml. Did you mean 'light'?"
            },
            {
                "list.circle",
                "payers:",
                "lists: { a: { 2020-01-01: { of: [a], reference: x } } }\npayers:",
                "index.yaml:8:34: 'a' is made of 'a', which is made of it. Write out the words of one of them."
            },
            {
                "list.circle",
                "payers:",
                "lists: { a: { 2020-01-01: { of: [b], reference: x } }, b: { 2020-01-01: { of: [a], reference: x } } }\npayers:",
                "index.yaml:8:34: 'b' is made of 'a', which is made of it. Write out the words of one of them.\n"
                    + "index.yaml:8:80: 'a' is made of 'b', which is made of it. Write out the words of one of them."
            },
            {
                "list.added",
                "payers:",
                "lists: { light: [flu], a: { 2020-01-01: { of: [light], add: [cold, flu], reference: x } } }\npayers:",
                "index.yaml:8:68: 'flu' is in the list without this already. Leave it out here."
            },
            {
                "list.added",
                "payers:",
                "lists: { a: { 2020-01-01: { add: [flu, flu], reference: x } } }\npayers:",
                "index.yaml:8:40: 'flu' is in the list without this already. Leave it out here."
            },
            {
                "list.removed",
                "payers:",
                "lists: { a: { 2020-01-01: { add: [flu], remove: [cold], reference: x } } }\npayers:",
                "index.yaml:8:50: 'cold' is not in the list from 2020-01-01, so that it cannot be removed. Leave it out here."
            },
            {
                "list.empty",
                "payers:",
                "lists: { a: { 2020-01-01: { add: [flu], remove: [flu], reference: x } } }\npayers:",
                "index.yaml:8:15: this removes every word of the list. A list has at least one word."
            },
            {
                "list.empty",
                "payers:",
                "lists: { a: { 2020-01-01: { add: [], reference: x } } }\npayers:",
                "index.yaml:8:34: a list has at least one word."
            },
            {
                "value.late",
                "payers:",
                "lists: { a: { 2020-01-01: { of: [b], reference: x } }, b: { 2020-07-01: { add: [flu], reference: x } } }\npayers:",
                "index.yaml:8:34: the list 'b' has no words before 2020-07-01, but it is needed from 2020-01-01. Add the "
                    + "words in force on that day."
            },
            {
                "key.missing",
                "payers:",
                "lists: { a: { 2020-01-01: { add: [flu] } } }\npayers:",
                "index.yaml:8:27: 'reference' is missing here. Add it."
            },
            {
                "history.empty",
                "payers:",
                "lists: { a: { } }\npayers:",
                "index.yaml:8:13: expected at least one dated value, such as 2020-08-01: { value: 600, reference: … }."
            },
            {
                "list.expected",
                "payers:",
                "lists: { chronic: diabetes }\npayers:",
                "index.yaml:8:19: expected a list such as [a, b], found 'diabetes'."
            },
            {
                "list.deep",
                "payers:",
                $"lists: {{ "
                    + string.Join(", ", Enumerable.Range(0, 100).Select(i => $"l{i}: {{ 2020-01-01: {{ of: [l{i + 1}], reference: x }} }}"))
                    + ", l100: [flu] }\npayers:",
                "index.yaml:8:16: 'l0' is made of more than 100 lists, one over another. Write out its words."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void List_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should.Throw<PolicyException>(folder.Replace("index.yaml", old, now).Load).Problems.ShouldRead(code, message);
    }
}
