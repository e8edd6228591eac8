using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>What a message says, checked against Slack's limits.</summary>
internal static class MessageContent
{
    private const int TextLimit = 40_000;

    /// <summary>Puts text, blocks, attachments and metadata of a call or a <c>response_url</c> post into a message.</summary>
    public static void Write(JsonObject message, Arguments arguments)
    {
        var text = arguments.Text("text");
        var blocks = arguments.Structure<JsonArray>("blocks", "invalid_blocks_format");
        var attachments = arguments.Structure<JsonArray>("attachments", "invalid_attachments");
        if (text is null && blocks is null or [] && attachments is null or [])
        {
            throw new Refusal("no_text");
        }

        if (text?.Length > TextLimit)
        {
            throw new Refusal("msg_too_long");
        }

        BlockRules.CheckMessage(blocks ?? []);
        message["text"] = text ?? "";
        message["blocks"] = BlockIds.Fill(blocks ?? []);
        if (attachments is not null)
        {
            message["attachments"] = attachments.DeepClone();
        }

        WriteMetadata(message, arguments);
    }

    private static void WriteMetadata(JsonObject message, Arguments arguments)
    {
        if (arguments.Structure<JsonObject>("metadata", "invalid_metadata_format") is not { } metadata)
        {
            return;
        }

        if (metadata.Text("event_type") is null || metadata.Object("event_payload") is null)
        {
            throw new Refusal("invalid_metadata_format");
        }

        message["metadata"] = metadata.DeepClone();
    }
}
