using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Rendering;

/// <summary>Turns a reply into messages of blocks, inside Slack's published limits: what is too long goes on in the next one.</summary>
internal static class SlackRenderer
{
    private const string DeliveryEvent = "career_tip";

    // A message without a visible sign would be refused.
    private const string Nothing = "…";

    /// <summary>The reply in as few messages as it fits in, with the buttons below the last.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="canShare">True where the asker alone will see it and others could: in a channel.</param>
    /// <param name="deliveryKey">The key of the delivery where nobody asked for the reply; the last message carries it then.</param>
    public static IReadOnlyList<SlackMessage> Render(ChatReply reply, bool canShare = false, string? deliveryKey = null)
    {
        var messages = MessagePages.Of(ReplyPieces.Of(reply).DefaultIfEmpty(LinePieces.Paragraph(Nothing).First())).ToList();
        IReadOnlyList<SlackBlock> blocks = [.. messages[^1].Blocks ?? [], .. ReplyButtons.Of(reply, canShare)];
        messages[^1] = new(messages[^1].Text, deliveryKey is null ? blocks : Mark(blocks, deliveryKey))
        {
            Metadata = deliveryKey is null ? null : new(DeliveryEvent, new(deliveryKey)),
        };
        return messages;
    }

    // The last block is the row of buttons, where there is one. History shows its id to whoever may read it, asked for metadata or not.
    private static IReadOnlyList<SlackBlock> Mark(IReadOnlyList<SlackBlock> blocks, string deliveryKey) =>
        [.. blocks.SkipLast(1), blocks[^1] with { BlockId = $"t:{deliveryKey}" }];
}
