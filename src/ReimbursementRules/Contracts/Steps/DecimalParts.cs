using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>Numbers with at most four decimals, held as whole ten-thousandths.</summary>
internal static class DecimalParts
{
    public const int Whole = 10_000;

    /// <summary>The form of tables of such numbers.</summary>
    public static TableForm Table { get; } = TableForm.Of("numbers", ValueForms.Number);

    public static long Read(Node node)
    {
        var number = node.Number();
        if (number <= 1_000_000 && decimal.Truncate(number * Whole) == number * Whole)
            return (long)(number * Whole);
        node.Wrong(
            "number.parts",
            $"'{node.Raw}' is not a number from 0 to 1,000,000 with at most four decimals, such as 1.25.",
            $"“{node.Raw}”不是 0 至 1,000,000、最多四位小数的数，如 1.25。"
        );
        return 0;
    }

    public static decimal Show(long parts) => decimal.Divide(parts, Whole);
}
