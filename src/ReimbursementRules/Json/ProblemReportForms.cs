using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReimbursementRules.Json;
using static ReimbursementRules.Json.JsonValueForms;

namespace ReimbursementRules;

[JsonConverter(typeof(JsonFormConverter<ProblemReport>))]
public sealed partial record ProblemReport : IJsonForm<ProblemReport>
{
    private static readonly JsonKey<ProblemReport, string> TypeKey = new("type", Text, one => one.Type);
    private static readonly JsonKey<ProblemReport, string> TitleKey = new("title", Text, one => one.Title);
    private static readonly JsonKey<ProblemReport, int> StatusKey = new("status", Int, one => one.Status);
    private static readonly JsonKey<ProblemReport, string> DetailKey = new("detail", Text, one => one.Detail);
    private static readonly JsonKey<ProblemReport, ImmutableArray<ProblemReportError>> ErrorsKey = new(
        "errors",
        List(ProblemReportError.JsonForm.AsValue),
        one => one.Errors
    );

    private static readonly RecordForm<ProblemReport> JsonForm = new(
        "problem-report",
        [TypeKey, TitleKey, StatusKey, DetailKey, ErrorsKey],
        node => new(TypeKey.In(node), TitleKey.In(node), StatusKey.In(node), DetailKey.In(node), ListIn(ErrorsKey, node))
    );

    static JsonForm<ProblemReport> IJsonForm<ProblemReport>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<ProblemReportError>))]
public sealed partial record ProblemReportError : IJsonForm<ProblemReportError>
{
    private static readonly JsonKey<ProblemReportError, string> PathKey = new("path", Text, one => one.Path);
    private static readonly JsonKey<ProblemReportError, string> CodeKey = new("code", Text, one => one.Code);
    private static readonly JsonKey<ProblemReportError, string> MessageKey = new("message", Text, one => one.Message);
    private static readonly JsonKey<ProblemReportError, string> HelpKey = new("help", Text, one => one.Help);

    internal static readonly RecordForm<ProblemReportError> JsonForm = new(
        "problem-report-error",
        [PathKey, CodeKey, MessageKey, HelpKey],
        node => new(PathKey.In(node), CodeKey.In(node), MessageKey.In(node), HelpKey.In(node))
    );

    static JsonForm<ProblemReportError> IJsonForm<ProblemReportError>.Form => JsonForm;
}
