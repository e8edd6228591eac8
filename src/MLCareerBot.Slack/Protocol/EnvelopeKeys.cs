using System.Text.Json;

namespace MLCareerBot.Slack.Protocol;

/// <summary>By what an envelope is known when it comes again. Never by its envelope id, which is new each time.</summary>
internal static class EnvelopeKeys
{
    public static IReadOnlyList<string> Of(EnvelopeKind kind, JsonElement payload) => kind switch
    {
        EnvelopeKind.Event => [.. OfEvent(payload)],
        EnvelopeKind.Unknown or EnvelopeKind.OptionsRequest => [],
        _ => [.. OfAction(payload)],
    };

    private static IEnumerable<string> OfEvent(JsonElement payload)
    {
        if (payload.Text("event_id") is { } id)
        {
            yield return $"event:{id}";
        }

        // A mention can come as a message and as an app_mention, under two event ids. An edit or a join is about another
        // message, and must not pass for it.
        if (payload.Object("event") is { } said
            && said.Text("type") is "message" or "app_mention"
            && said.Text("subtype") is null
            && said.Text("channel") is { } channel
            && said.Text("ts") is { } ts)
        {
            yield return $"message:{channel}:{ts}";
        }
    }

    private static IEnumerable<string> OfAction(JsonElement payload)
    {
        if (payload.Text("trigger_id") is { } trigger)
        {
            yield return $"trigger:{trigger}";
        }
        else if (payload.Items("actions").FirstOrDefault() is var action && action.Text("action_ts") is { } actionTs)
        {
            var message = payload.Object("container")?.Text("message_ts") ?? payload.Object("message")?.Text("ts");
            yield return $"action:{actionTs}:{message}:{action.Text("action_id")}";
        }
    }
}
