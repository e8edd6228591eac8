using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>What the last answer to a call means for the caller: the answer, or an exception in plain words.</summary>
internal static class Verdict
{
    private const int LongestName = 500;

    /// <exception cref="SlackApiException">Slack refused it.</exception>
    /// <exception cref="SlackUnavailableException">There is no definite answer, or none that can be read.</exception>
    public static WebAnswer Of(WebCall call, WebAnswer answer) => answer switch
    {
        { Failure: { } failure } => throw NoAnswer(call, failure),
        { IsUnclear: true } or { IsNotDone: true } => throw NoAnswer(call, $"Slack failed with {(NameOf(answer) ?? $"HTTP {(int)answer.Status}")}"),
        { IsSuccess: true, Reply.Ok: true } => answer,
        { Reply.Ok: false } when NameOf(answer) is { } error => throw Refused(call, answer, error),
        _ when call.Method.Token == TokenUse.None => OfResponse(call, answer),
        { IsSuccess: true } => throw Unreadable(call),
        _ => throw NoAnswer(call, $"Slack answered with HTTP {(int)answer.Status} and nothing that can be read"),
    };

    /// <inheritdoc cref="Of"/>
    public static T Read<T>(WebCall call, WebAnswer answer, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) ?? throw Unreadable(call);
        }
        catch (JsonException)
        {
            throw Unreadable(call);
        }
    }

    // A response_url answers with "ok" or a bare word such as used_url.
    private static WebAnswer OfResponse(WebCall call, WebAnswer answer) => answer.IsSuccess
        ? answer
        : throw Refused(call, answer, Clean(Encoding.UTF8.GetString(answer.Body).Trim()) ?? $"http_{(int)answer.Status}");

    private static SlackApiException Refused(WebCall call, WebAnswer answer, string error) => new(call.Method.Name, error)
    {
        Needed = Clean(answer.Reply?.Needed),
        Provided = Clean(answer.Reply?.Provided),
    };

    private static SlackUnavailableException Unreadable(WebCall call)
    {
        call.NoteUnclear(isUnclear: true);
        return NoAnswer(call, "Slack answered with something else than the JSON that belongs there");
    }

    private static SlackUnavailableException NoAnswer(WebCall call, string reason) => new(call.MayHaveArrived, $"{call.Method}: {reason}.");

    private static string? NameOf(WebAnswer answer) => Clean(answer.Reply?.Error);

    // Names are shown and logged; whatever else comes in their place is not.
    private static string? Clean(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(IsOfName) ? name : null;

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or ':' or ',' or ' ';
}
