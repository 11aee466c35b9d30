using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The day of the claim that chooses the values of one step, where another day chooses those of its layer.</summary>
internal static class StepDay
{
    /// <summary>The key that names it.</summary>
    public static KeyForm Key { get; } =
        May(
            "decided_by",
            ValueForms.Words(
                ("discharge", "出院日", "day of discharge"),
                ("admission", "入院日", "day of admission"),
                ("filing", "申报日", "day of filing")
            ),
            "判断日：本步骤按单据的哪一天选用值，不写则同本层",
            "the day of a claim that chooses the values of this step, where it is not that of the layer"
        );

    /// <summary>Reads the day of a step; null where it goes by that of its layer.</summary>
    public static DecidingDay? Read(Node step)
    {
        if (step.Optional("decided_by") is not { } day)
            return null;
        if (day.Raw != "service")
            return IndexReader.DayOfClaim(day);
        day.Wrong(
            "step.decided_by",
            "a step that goes by a day of its own is one for the claim, and 'service' gives each item its own day. Write "
                + "'discharge', 'admission' or 'filing'.",
            "另定判断日的步骤按整张单据计算，而“service”使每个项目按各自的日期取值。请写“discharge”、“admission”或“filing”。"
        );
        return DecidingDay.Discharge;
    }

    /// <summary>Where the table of such a step must be complete: on every day of its own on which its layer may be in force.</summary>
    /// <param name="scope">Where tables of the layer must be complete.</param>
    /// <param name="day">The day of the step; null for that of the layer.</param>
    /// <param name="begins">The first day of the rulebook.</param>
    public static Scope ScopeOf(Scope scope, DecidingDay? day, DateOnly begins) =>
        day is not { } own || own == scope.DecidedBy
            ? scope
            : new(
                scope.Within,
                Turn(own) < Turn(scope.DecidedBy) ? begins : scope.From,
                Turn(own) > Turn(scope.DecidedBy) ? null : scope.Until,
                own
            )
            {
                IsOfAnotherDay = true,
            };

    /// <summary>A claim is admitted, discharged and filed, in this order; the discharge decides whether a layer by service is in
    /// force.</summary>
    private static int Turn(DecidingDay day) =>
        day switch
        {
            DecidingDay.Admission => 0,
            DecidingDay.Discharge or DecidingDay.Service => 1,
            DecidingDay.Filing => 2,
            _ => throw UnknownKind.Of(day),
        };
}
