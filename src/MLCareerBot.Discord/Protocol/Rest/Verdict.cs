using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>What the last answer to a request means for the caller: the body, or an exception in plain words.</summary>
internal sealed class Verdict(string botToken)
{
    private const int LongestReason = 200;

    /// <exception cref="DiscordApiException">Discord refused it.</exception>
    /// <exception cref="DiscordUnavailableException">There is no definite answer, or none that can be read.</exception>
    public byte[] Of(RestCall call, RestAnswer answer) => (int)answer.Status switch
    {
        0 => throw NoAnswer(call, answer.Failure ?? "no answer"),
        >= 200 and < 300 => answer.Body ?? throw Unreadable(call, "more than 1 MiB"),
        >= 400 and < 500 when answer.Refusal is not null || answer.Body is [] => throw Refused(call.Route, answer),
        _ => throw NoAnswer(call, $"Discord answered with HTTP {(int)answer.Status}"),
    };

    /// <inheritdoc cref="Of"/>
    public static T Read<T>(RestCall call, byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw Unreadable(call, "nothing");
        }
        catch (JsonException)
        {
            throw Unreadable(call, "something else than the JSON that belongs there");
        }
    }

    private static DiscordUnavailableException Unreadable(RestCall call, string what)
    {
        call.NoteUnclear(isUnclear: true);
        return NoAnswer(call, $"Discord answered with {what}");
    }

    private static DiscordUnavailableException NoAnswer(RestCall call, string reason) => new(call.MayHaveArrived, $"{call.Route}: {reason}.");

    private DiscordApiException Refused(Route route, RestAnswer answer)
    {
        var code = answer.Refusal?.Code ?? 0;
        return new(answer.Status, code, $"{route}: Discord answered with HTTP {(int)answer.Status}, code {code}. {Reason(route, answer)}".Trim());
    }

    // The words are Discord's, who has seen the secrets.
    private string Reason(Route route, RestAnswer answer)
    {
        var reason = (answer.Refusal?.Message ?? "").ReplaceLineEndings(" ");
        foreach (var secret in new[] { botToken, route.InteractionToken }.OfType<string>().Where(secret => secret.Length > 0))
        {
            reason = reason.Replace(secret, "...", StringComparison.Ordinal);
        }

        return reason.Length > LongestReason ? reason[..LongestReason] : reason;
    }
}
