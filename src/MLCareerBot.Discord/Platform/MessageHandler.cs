using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Discord.Platform;

/// <summary>Answers messages that are meant for the bot: those that mention it, and direct ones. All others are not its business.</summary>
internal sealed partial class MessageHandler(
    DiscordApi api, CommandRouter router, ClosedChannels closed, ILogger<MessageHandler> logger)
{
    /// <summary>True for a message that the bot should answer.</summary>
    public static bool IsForMe(Message message, string myId) =>
        message is { Author: { Bot: false } author, WebhookId: null, Type: MessageType.Default or MessageType.Reply }
        && author.Id != myId
        && (IsDirect(message) || message.Mentions?.Any(user => user.Id == myId) is true || MentionText.Names(message.Content ?? "", myId));

    /// <summary>Answers where it was asked: in the channel, the thread, or the direct messages.</summary>
    /// <param name="message">The message.</param>
    /// <param name="myId">Id of the bot's own account.</param>
    /// <param name="mayBegin">Asked right before the first thing is sent; false means that somebody else has answered or will.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task HandleAsync(Message message, string myId, Func<Task<bool>> mayBegin, CancellationToken cancellationToken)
    {
        var request = RequestOf(message, myId);
        if (!IsDirect(message) && closed.Find(request.Address) is not null)
        {
            // Whoever goes on asking where the bot may not write must not make it collect refusals.
            return;
        }

        var reply = await router.RespondAsync(request, cancellationToken);
        if (!await mayBegin())
        {
            return;
        }

        try
        {
            foreach (var (index, body) in DiscordRenderer.Render(reply).Index())
            {
                await SendAsync(message, Addressed(body, message, index), cancellationToken);
            }
        }
        catch (DiscordApiException exception)
        {
            // Mentioned where it may not write: there is nobody to tell but the operator.
            LogRefused(exception.Code);
            closed.Learn(request.Address, DiscordSend.OutcomeOf(exception));
        }
        catch (DiscordUnavailableException exception)
        {
            LogLost(exception.Message);
        }
    }

    private static bool IsDirect(Message message) => string.IsNullOrEmpty(message.GuildId);

    // A right the invitation asks for, but a server may withhold.
    private async Task SendAsync(Message message, MessageBody body, CancellationToken cancellationToken)
    {
        try
        {
            await api.CreateMessageAsync(message.ChannelId, body, cancellationToken);
        }
        catch (DiscordApiException exception) when (exception.Code == DiscordErrorCode.MayNotReadHistory)
        {
            await api.CreateMessageAsync(message.ChannelId, body with { MessageReference = null }, cancellationToken);
        }
    }

    private static ChatRequest RequestOf(Message message, string myId) => new(
        new(DiscordPlatform.PlatformName, message.ChannelId) { Workspace = message.GuildId },
        new(message.Author?.Id ?? ""),
        MentionText.Without(message.Content ?? "", myId));

    // However often Discord hands over the same message, the nonce lets one answer through.
    private static MessageBody Addressed(MessageBody body, Message message, int index) => body with
    {
        Nonce = MessageNonce.For($"{message.Id}.{index}"),
        EnforceNonce = true,
        MessageReference = index == 0 && !IsDirect(message) ? new() { MessageId = message.Id } : null,
    };

    [LoggerMessage(1, LogLevel.Warning, "A message could not be answered: Discord refused with code {Code}.")]
    private partial void LogRefused(int code);

    [LoggerMessage(2, LogLevel.Warning, "A message was not answered: {Reason}")]
    private partial void LogLost(string reason);
}
