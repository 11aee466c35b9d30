using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>The cases of gates, the catalogue and the basic layers: each row, and each amount at which something changes.</summary>
internal sealed class SkeletonCases(SkeletonClaims claims)
{
    private static readonly Money Ordinary = Money.Yuan(10_000);

    private static readonly (string Level, BilingualText Name)[] Hospitals =
    [
        ("one", new("at level one", "一级医院")),
        ("two", new("at level two", "二级医院")),
        ("three", new("at level three", "三级医院")),
        ("unrated", new("in an unrated hospital", "未定级医院")),
    ];

    private static readonly (BilingualText Name, Func<Claim, Claim> Change)[] Places =
    [
        (new("Elsewhere in the city", "市内县外就医"), claim => claim with { Location = Location.OutOfCounty }),
        (
            new("Out of the city, settled there", "异地安置人员在市外就医"),
            claim => claim with { Location = Location.OutOfCity, Referral = Referral.Resettled }
        ),
        (
            new("Out of the province, referred", "转诊到省外就医"),
            claim => claim with { Location = Location.OutOfProvince, Referral = Referral.Referred }
        ),
        (
            new("Out of the city, filed", "备案后在市外就医"),
            claim => claim with { Location = Location.OutOfCity, Referral = Referral.Filed }
        ),
        (new("Out of the city, in an emergency", "在市外急诊"), claim => claim with { Location = Location.OutOfCity, Emergency = true }),
        (new("Out of the province, without a referral", "未备案到省外就医"), claim => claim with { Location = Location.OutOfProvince }),
    ];

    private CityAnswers Answers => claims.Answers;

    public IEnumerable<CaseDraft> OfGates()
    {
        var stay = Plain();
        var payer = PayerOf(stay);
        Claim[] refused =
        [
            stay with
            {
                Member = stay.Member with { Enrolment = Enrolment.Suspended },
            },
            stay with
            {
                Provider = stay.Provider with { Agreement = Agreement.None },
            },
            stay with
            {
                Member = stay.Member with { DuplicateEnrolment = true },
            },
            stay with
            {
                Cause = Cause.WorkInjury,
            },
            stay with
            {
                Cause = Cause.ThirdParty,
            },
            stay with
            {
                Cause = Cause.PublicHealth,
            },
        ];
        foreach (var (gate, claim) in PolicyTexts.GateNames.Zip(refused))
            yield return new(gate.Message, payer, claim);
        yield return new(
            new("Not enrolled at all", "从未参保"),
            payer,
            stay with
            {
                Member = stay.Member with { Enrolment = Enrolment.None },
            }
        );
        yield return new(
            new("An emergency is settled where there is no agreement", "无定点协议机构的急诊照常结算"),
            payer,
            stay with
            {
                Emergency = true,
                Provider = stay.Provider with { Agreement = Agreement.Suspended },
            }
        );
    }

    public IEnumerable<CaseDraft> OfCatalogue()
    {
        var stay = Plain();
        var payer = PayerOf(stay);
        yield return new(new("Class A has no first share", "甲类不先行自付"), payer, stay);
        foreach (var (item, name) in Items())
            yield return new(name, payer, stay with { Items = [stay.Items[0], item] });

        static IEnumerable<(FeeItem, BilingualText)> Items()
        {
            FeeItem item = new() { Class = CatalogueClass.B, Amount = Money.Yuan(1_000) };
            yield return (item, new("The first share of class B is the patient's", "乙类先行自付部分由个人承担"));
            yield return (item with { Class = CatalogueClass.C }, new("Class C is out of scope", "丙类不在政策范围内"));
            yield return (
                item with
                {
                    Class = CatalogueClass.A,
                    CeilingPrice = Money.Yuan(800),
                },
                new("What is above a ceiling price is the patient's", "超过最高支付标准的部分由个人承担")
            );
        }
    }

    /// <summary>The first day, the day before, and a claim that no layer is for.</summary>
    public IEnumerable<CaseDraft> OfDays()
    {
        var stay = Plain();
        yield return new(
            new("No benefit is stated for a pharmacy", "未规定药店购药待遇"),
            PayerOf(stay),
            stay with
            {
                Setting = Setting.Pharmacy,
            }
        );
        yield return new(new("The first day", "施行当日"), PayerOf(stay), stay with { Discharged = claims.From });
        yield return new(
            new("A claim of the day before is not valid", "施行前一日的单据不予受理"),
            PayerOf(stay),
            stay with
            {
                Discharged = claims.From.AddDays(-1),
            }
        );
    }

    /// <summary>Stays, or visits, of a scheme.</summary>
    public IEnumerable<CaseDraft> Of(SkeletonLayer layer)
    {
        foreach (var one in Hospitals.SelectMany(hospital => AtHospital(layer, hospital.Level, hospital.Name)))
            yield return one;
        var three = Typical(layer, "three");
        foreach (var (name, change) in Places)
            yield return new(name, layer.Payer, change(three));
        if (layer.Kind == "inpatient")
            foreach (var (level, name) in Hospitals.Take(CityQuestions.Levels.Length))
                yield return new(
                    new($"Three stays of a year {name.En}", $"{name.Zh}一年内三次住院"),
                    layer.Payer,
                    [.. Enumerable.Range(0, 3).Select(nth => Typical(layer, level) with { Discharged = claims.Day(nth) })]
                );
        else
            yield return new(
                new("The deductible is taken once a year", "起付线每年只扣一次"),
                layer.Payer,
                three,
                three with
                {
                    Discharged = claims.Day(1),
                }
            );
        foreach (var one in AtTheCap(layer, three, Answers[$"{layer.Scheme}.{layer.Kind}.cap"]))
            yield return one;
    }

    /// <summary>Claims at a cap of the year, beyond it, after it and in the next year.</summary>
    public IEnumerable<CaseDraft> AtTheCap(SkeletonLayer layer, Claim claim, string answer)
    {
        if (
            !Money.TryParse(answer, out var cap)
            || cap == Money.Zero
            || claims.Least(claim, settlement => settlement.PaidBy(layer.Payer) >= cap) is not { } least
        )
            yield break;
        var reached = SkeletonClaims.With(claim, least);
        yield return new(
            new("One cent below the cap of the year", "年度封顶线下一分"),
            layer.Payer,
            SkeletonClaims.With(claim, least - SkeletonClaims.Cent)
        );
        yield return new(new("The cap of the year is reached", "恰好达到年度封顶线"), layer.Payer, reached);
        yield return new(
            new("Beyond the cap of the year", "超过年度封顶线"),
            layer.Payer,
            SkeletonClaims.With(claim, least + Money.Yuan(1_000))
        );
        yield return new(
            new("Nothing is left of the cap, until the next year begins", "封顶后不再支付，下一年度重新计算"),
            layer.Payer,
            reached,
            claim with
            {
                Discharged = claims.Day(1),
            },
            claim with
            {
                Discharged = claims.Day().AddYears(1),
            }
        );
    }

    private IEnumerable<CaseDraft> AtHospital(SkeletonLayer layer, string level, BilingualText name)
    {
        var deductible = DeductibleOf(layer, level);
        var typical = Typical(layer, level);
        var what = layer.Kind == "inpatient" ? new BilingualText("An ordinary stay", "普通住院") : new("An ordinary visit", "普通门诊");
        yield return new(new($"{what.En} {name.En}", $"{name.Zh}{what.Zh}"), layer.Payer, typical);
        if (level == "unrated")
            yield break;
        if (deductible > Money.Zero)
        {
            if (deductible > SkeletonClaims.Cent)
                yield return new(
                    new($"One cent below the deductible {name.En}", $"{name.Zh}起付线下一分"),
                    layer.Payer,
                    SkeletonClaims.With(typical, deductible - SkeletonClaims.Cent)
                );
            yield return new(
                new($"The deductible {name.En}, to the cent", $"{name.Zh}恰好达到起付线"),
                layer.Payer,
                SkeletonClaims.With(typical, deductible)
            );
            yield return new(
                new($"One yuan above the deductible {name.En}", $"{name.Zh}超过起付线一元"),
                layer.Payer,
                SkeletonClaims.With(typical, deductible + Money.Yuan(1))
            );
        }

        foreach (var (above, _) in AnswerForm.BandsOf(RateOf(layer, level)).Skip(1))
        {
            var edge = deductible + above;
            var at = StatedAmount(above);
            yield return new(
                new($"The band that begins above {at} is reached {name.En}", $"{name.Zh}恰好达到 {at} 元一段的起点"),
                layer.Payer,
                SkeletonClaims.With(typical, edge)
            );
            yield return new(
                new($"100 yuan into the band above {at} {name.En}", $"{name.Zh}进入 {at} 元以上一段 100 元"),
                layer.Payer,
                SkeletonClaims.With(typical, edge + Money.Yuan(100))
            );
        }
    }

    /// <summary>A claim that goes into the last band.</summary>
    private Claim Typical(SkeletonLayer layer, string level)
    {
        var beyond = AnswerForm.BandsOf(RateOf(layer, level)).Last().Above + DeductibleOf(layer, level);
        return layer.Kind == "inpatient"
            ? claims.Stay(layer.Scheme, level, beyond + Ordinary)
            : claims.Of(layer.Scheme, Setting.Outpatient, level, beyond + Money.Yuan(200));
    }

    private string RateOf(SkeletonLayer layer, string level) => Answers[$"{layer.Scheme}.{layer.Kind}.rate.{Answers.LevelOf(level)}"];

    private Money DeductibleOf(SkeletonLayer layer, string level) =>
        layer.Kind == "inpatient"
            ? Answers.StayDeductible(layer.Scheme, level, isFirst: true)
            : Answers.Amount($"{layer.Scheme}.outpatient.deductible");

    private Claim Plain() => Typical(new(Answers.Schemes[0], "inpatient"), "two");

    private static string PayerOf(Claim claim) => new SkeletonLayer(EnumWords.Of(claim.Member.Scheme!.Value), "inpatient").Payer;

    private static string StatedAmount(Money amount) => amount.ToReadable();
}
