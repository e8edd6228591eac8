using System.Text.Json;

namespace MLCareerBot.Slack.Protocol;

/// <summary>Tells the kinds apart that Slack sends under one name.</summary>
internal static class EnvelopeReader
{
    /// <summary>What an interaction is, by its <c>type</c>: https://docs.slack.dev/reference/interaction-payloads.</summary>
    public static EnvelopeKind KindOfInteraction(JsonElement payload) => payload.Text("type") switch
    {
        "block_actions" => EnvelopeKind.Interaction,
        "block_suggestion" => EnvelopeKind.OptionsRequest,
        "shortcut" or "message_action" => EnvelopeKind.Shortcut,
        "view_submission" => EnvelopeKind.ViewSubmission,
        _ => EnvelopeKind.Unknown,
    };
}
