using System.Text;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tests.Json;

/// <summary>A claim read from bytes in one pass is the claim that the nodes say, place by place; whatever it gives up on, the nodes
/// decide.</summary>
public sealed class ClaimBytesTests
{
    private static readonly FilePlace Begins = new("claims.jsonl", 7, 3);

    /// <summary>Every way in which a value, a key or the text around it may be written or broken.</summary>
    private static readonly string[] Pieces =
    [
        "null",
        "true",
        "false",
        "\"\"",
        "\" \"",
        "\"x\"",
        "1",
        "1.0",
        "1.00",
        "1.000",
        "0.01",
        "01",
        "-1",
        "1e3",
        "1E5",
        "12345678901234",
        "90000000000000",
        "90000000000000.01",
        "\"1_200\"",
        "\"1.5\"",
        "\"100\"",
        "\"12%\"",
        "\"100%\"",
        "\"100.0001%\"",
        "\"33.33333%\"",
        "12%",
        "\"2024-02-29\"",
        "\"2023-02-29\"",
        "\"2024-1-1\"",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"yes\"",
        "\"no\"",
        "\"Yes\"",
        "\"inpatient\"",
        "\"INPATIENT\"",
        "\"three\"",
        "\"A\"",
        "\"drug\"",
        "[]",
        "{}",
        "[1]",
        "{\"a\": 1}",
        "{\"a\": \"b\", \"a\": \"c\"}",
        "\"3.50600E+17\"",
        "\"1001.0\"",
        "1001.0",
        "\"\\u0041\"",
        "\"\\u202e\"",
        "\"\\n\"",
        "\"\\ud800\"",
        "\"\u3000甲\u3000\"",
        "\"E11.900X001\"",
        "\"中文\"",
        "\"\u200b\"",
        "\"\u0085\"",
        "\"\uFFFE\"",
        "\"\u00a0x\"",
        "\"😀\"",
        ",",
        "}",
        "]",
        "{",
        "[",
        "\"",
        "\\",
        " ",
        "\n",
        "\t",
        "//",
        "/* */",
        "\u007f",
        "\uFEFF",
        "\"amount\": 5",
        "\"id\": \"x\"",
        "\"items\": []",
        "\"unknown\": 1",
        "\"attributes\": {}",
        "\"discharged\": \"2024-05-10\"",
    ];

    [Property]
    public void Claim_AsItIsWritten_IsReadInOnePass(Trial trial)
    {
        foreach (var claim in trial.Claims)
            Fast(JsonSerializer.Serialize(claim))
                .ShouldNotBeNull(JsonSerializer.Serialize(claim))
                .ShouldBeLike(Slow(JsonSerializer.Serialize(claim)));
    }

    /// <summary>Pieces of a claim's text are replaced, taken out, put in and doubled.</summary>
    [Property]
    public void Claim_Damaged_IsReadAsTheNodesSayOrGivenUp(Trial trial, int seed)
    {
        foreach (var claim in trial.Claims.Take(2))
        {
            var dice = new Dice(seed);
            var text = JsonSerializer.Serialize(claim);
            for (var round = 0; round < 40; round++)
            {
                var damaged = Damaged(dice, text);
                if (Fast(damaged) is { } read)
                    read.ShouldBeLike(Slow(damaged));
            }
        }
    }

    [Fact]
    public void Claim_OfSeveralLines_HasThePlacesOfItsItems()
    {
        const string text =
            "{\n  \"id\": \"甲😀\", \"discharged\": \"2024-05-10\",\n  \"items\": [ {\"amount\": 1},\n"
            + "{\"name\": \"中😀\", \"amount\": 2}, {\"amount\": 3} ] }";
        var claim = Fast(text).ShouldNotBeNull();
        claim.ShouldBeLike(Slow(text));
        claim.Items.Select(item => item.Place!.ToString()).ShouldBe(["claims.jsonl:9:14", "claims.jsonl:10:1", "claims.jsonl:10:31"]);
    }

    /// <summary>All that a claim can state is read without nodes, in any order of its keys.</summary>
    [Fact]
    public void EveryField_InAnyOrder_IsReadInOnePass()
    {
        var claim = Slow(
            """
            {"visits_this_month":2,"id":"C-1","discharged":"2024-05-10","admitted":"2024-05-01","stay_began":"2024-04-20","filed":"2024-06-01","setting":"inpatient",
            "location":"out_of_city","referral":"filed","emergency":true,"channel":"manual","cause":"unknown","disease":"flu","department":"d",
            "admission":3,"account_balance":12.5,"approved":"2024-04-30","transferred":"no","liable_share":"33.3333%","days_since_discharge":7,
            "providers_today":1,"member.id":8001,"scheme":"employee","born":"1960-02-29","sex":"female","retired":"yes","poverty":"none",
            "enrolment":"suspended","duplicate_enrolment":false,"provider.id":"P","hospital.level":"three","hospital.tier":"city",
            "hospital.ownership":"private","provider.agreement":"none","provider.designated":"yes","provider.permitted":"no",
            "attributes":{"ward":"general","months":12},
            "items":[{"amount":"100.00","code":"E11.900X001","name":"药","class":"B","kind":"drug","date":"2024-05-02","essential":"yes",
            "days_of_supply":7,"first_self_pay":"10%","quantity":2.5,"ceiling_price":3,"purchase_price":0.01,"days_since_same":30,
            "settled":"fund","moved_from":"C-0","attributes":{"origin":"x"}},{"kind":"bed","amount":1,"class":"A"},{"class":"C","amount":"2"}]}
            """
        );
        var text = JsonSerializer.Serialize(claim);
        var keys = JsonDocument.Parse(text).RootElement.EnumerateObject().Select(key => key.ToString()).Reverse();
        var turned = $"{{{string.Join(',', keys)}}}";
        Fast(turned).ShouldNotBeNull().ShouldBeLike(Slow(turned));
        ClaimFields.All.Where(field => field.Key != "age").ShouldAllBe(field => field.Stated(claim) != null);
        ItemFields.All.ShouldAllBe(field => field.Stated(claim.Items[0]) != null);
    }

    private static string Damaged(Dice dice, string text)
    {
        for (var times = dice.Between(1, 2); times > 0; times--)
        {
            var marks = text.Index()
                .Where(sign => "{}[]:,\"".Contains(sign.Item, StringComparison.Ordinal))
                .Select(sign => sign.Index)
                .ToList();
            var start = dice.Chance(70) && marks.Count > 0 ? marks[dice.Below(marks.Count)] : dice.Below(text.Length + 1);
            var after = marks.Where(mark => mark > start).DefaultIfEmpty(text.Length).First();
            var end = dice.Below(4) switch
            {
                0 => start,
                1 => Math.Min(text.Length, start + 1),
                _ => after,
            };
            var begin = dice.Chance(50) ? Math.Min(start + 1, end) : start;
            text = text[..begin] + (dice.Chance(20) ? text[begin..end] + text[begin..end] : dice.Of(Pieces)) + text[end..];
        }

        return text;
    }

    private static Claim? Fast(string text) => ClaimBytes.Read(Encoding.UTF8.GetBytes(text), Begins);

    private static Claim Slow(string text)
    {
        var problems = new ProblemLog();
        var node = NodeReader.ReadText("claim.json", text, problems);
        var claim = ClaimReader.Read(node.ShouldNotBeNull(text));
        problems.Select(problem => problem.ToString()).ShouldBeEmpty(text);
        return claim with
        {
            Place = Begins.Within(claim.Place!),
            Items = [.. claim.Items.Select(item => item with { Place = Begins.Within(item.Place!) })],
        };
    }
}

/// <summary>Compares claims with the places of all that they state.</summary>
file static class Likeness
{
    public static void ShouldBeLike(this Claim read, Claim other)
    {
        read.ToString().ShouldBe(other.ToString());
        read.Place.ShouldBe(other.Place);
        read.Items.Select(item => item.Place).ShouldBe(other.Items.Select(item => item.Place));
        (read.TextsNeedChecks, read.ItemsNeedChecks, read.Bill).ShouldBe((other.TextsNeedChecks, other.ItemsNeedChecks, other.Bill));
        read.Packed.ShouldBe(other.Packed);
    }
}
