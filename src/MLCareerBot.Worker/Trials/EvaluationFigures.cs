using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Worker.Trials;

/// <summary>The report of a measurement, for programs and for people.</summary>
internal static class EvaluationFigures
{
    public static string Json(EvaluationReport report) => JsonSerializer.Serialize(report, EvaluationJson.Default.EvaluationReport);

    public static ReplyBlock.Table Table(EvaluationReport report) => new(
        ["Measure", "Value"],
        [
            ["Accuracy", Share(report.Accuracy)],
            ["Accuracy in scope", Share(report.InScopeAccuracy)],
            ["Recall out of scope", Share(report.OutOfScopeRecall)],
            ["Matthews correlation", Number($"{report.Mcc:0.000}")],
            ["Accuracy in scope if it had to answer", Share(report.ForcedInScopeAccuracy)],
            ["Label among the best three", Share(report.Top3)],
            ["Training", Number($"{report.TrainMilliseconds:0} ms")],
            ["Questions a second", Number($"{report.QueriesPerSecond:N0}")],
            ["99 of 100 questions within", Number($"{report.P99Microseconds:0.0} us")],
            ["Answers from a score of", Number($"{report.Threshold:0.000}")],
        ]);

    private static string Share(double? share) => share is { } value ? Number($"{100 * value:0.0}%") : "no such rows";

    private static string Number(FormattableString number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Written by the compiler: no reflection at start-up.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
