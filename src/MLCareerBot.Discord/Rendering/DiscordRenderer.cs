using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Rendering;

/// <summary>
/// Turns a reply into messages inside Discord's published limits. They are made of text displays and not of embeds:
/// those vanish for people who have switched them off. A message has one text and at most two rows of buttons, far
/// from the 40 components it may have: https://discord.com/developers/docs/components/reference.
/// </summary>
internal static class DiscordRenderer
{
    // A message without a visible sign would be refused.
    private const string Nothing = "…";

    /// <summary>The reply in as few messages as it fits in, with the buttons below the last.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="canShare">True where the asker alone will see it and others could: in a server's channel.</param>
    /// <param name="deliveryKey">The key of the delivery where nobody asked for the reply; its last row begins with it then.</param>
    public static IReadOnlyList<MessageBody> Render(ChatReply reply, bool canShare = false, string? deliveryKey = null)
    {
        var buttons = ReplyButtons.Of(reply, canShare, deliveryKey);
        var texts = MessagePages.Of(BlockSections.Of(reply)).DefaultIfEmpty(Nothing).ToList();
        return
        [
            .. texts.SkipLast(1).Select(text => new MessageBody { Components = [Component.Text(text)] }),
            new MessageBody { Components = [Component.Text(texts[^1]), .. buttons] },
        ];
    }
}
