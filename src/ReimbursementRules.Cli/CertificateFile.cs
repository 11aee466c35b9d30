using System.Text.Json;
using ReimbursementRules.Certificates;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Reads what a certificate was asked for.</summary>
internal static class CertificateFile
{
    /// <summary>The budget and the largest amount of a certificate.</summary>
    /// <param name="text">The certificate.</param>
    /// <param name="file">Its file, for errors.</param>
    /// <exception cref="CertificateFileException">It is no certificate, or none that can be made again.</exception>
    public static (int Budget, Money UpTo) Asked(string text, string file)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            var (format, budget, upTo) = (root.GetProperty("certificate"), root.GetProperty("budget"), root.GetProperty("up_to"));
            if (!(format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number) && number == CertificateReport.Format))
                throw new CertificateFileException(UnknownFormat(file, format.GetRawText()));
            if (!(budget.ValueKind == JsonValueKind.Number && budget.TryGetInt32(out var cases) && cases > 0))
                throw new CertificateFileException(WrongBudget(file, budget.GetRawText()));
            if (
                !(
                    upTo.ValueKind == JsonValueKind.String
                    && Money.TryParse(upTo.GetString() ?? "", out var amount)
                    && amount > Money.Zero
                    && amount <= Money.Largest
                )
            )
                throw new CertificateFileException(WrongAmount(file, upTo.GetRawText()));
            return (cases, amount);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CertificateFileException(
                new(
                    $"{file} is not a certificate: it does not say 'certificate', 'budget' and 'up_to'. "
                        + "Make one with reimburse prove … --out.",
                    $"{file} 不是证明文件：缺少“certificate”、“budget”与“up_to”。请用 reimburse prove … --out 生成。"
                )
            );
        }
    }

    private static BilingualText UnknownFormat(string file, string found) =>
        new(
            $"{file}: 'certificate' is {found}, but this version knows format {CertificateReport.Format} only. "
                + "Verify it with the version that made it, or make it anew with reimburse prove … --out.",
            $"{file}：“certificate”为 {found}，而本版本仅支持格式 {CertificateReport.Format}。"
                + "请用生成该文件的版本核验，或用 reimburse prove … --out 重新生成。"
        );

    private static BilingualText WrongBudget(string file, string found) =>
        new(
            $"{file}: 'budget' is {found}, but must be a whole number from 1 to {int.MaxValue}. "
                + "Make the certificate anew with reimburse prove … --out.",
            $"{file}：“budget”为 {found}，应为 1 至 {int.MaxValue} 的整数。请用 reimburse prove … --out 重新生成。"
        );

    private static BilingualText WrongAmount(string file, string found) =>
        new(
            $"{file}: 'up_to' is {found}, but must be an amount above 0 and at most {Money.Largest}, in quotes, such as \"1000000.00\". "
                + "Make the certificate anew with reimburse prove … --out.",
            $"{file}：“up_to”为 {found}，应为大于 0 且不超过 {Money.Largest} 的金额，并加引号，如 \"1000000.00\"。"
                + "请用 reimburse prove … --out 重新生成。"
        );
}

/// <summary>A file is not a certificate.</summary>
internal sealed class CertificateFileException(BilingualText words) : CommandException(words);
