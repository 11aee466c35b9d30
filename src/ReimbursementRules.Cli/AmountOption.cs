using System.CommandLine;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>An option that is an amount in yuan.</summary>
internal static class AmountOption
{
    public static Option<Money> Create(string name, string en, string zh, Money otherwise) =>
        new(name)
        {
            HelpName = BothLanguages.Of("AMOUNT", "金额"),
            Description = BothLanguages.Of(en, zh),
            DefaultValueFactory = _ => otherwise,
            CustomParser = argument =>
            {
                if (Money.TryParse(argument.Tokens[0].Value, out var amount))
                    return amount;
                argument.AddError(
                    $"'{argument.Tokens[0].Value}' is not an amount. Write it as 20000.00.",
                    $"“{argument.Tokens[0].Value}”不是金额，请写成 20000.00 的形式。"
                );
                return default;
            },
        };
}
