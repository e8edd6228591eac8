using System.Text.Json;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Memory;
using NodaTime.Extensions;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// Keeps messages from their arrival to their answer. Discord brings no message again after a crash, so what was not kept
/// would be lost; without a store they are answered all the same, and the nonce keeps two answers from both being seen.
/// </summary>
internal sealed partial class MessageInbox(
    IInbox inbox, KeptEvents kept, MessageHandler messages, DiscordSession session, OngoingWork work, TimeProvider clock, ILogger<MessageInbox> logger)
{
    private int _isAway;

    /// <summary>Keeps a message and answers it; a copy of one that was kept before is left alone.</summary>
    public async Task TakeAsync(Message message, CancellationToken cancellationToken)
    {
        var item = new InboxEvent
        {
            Platform = DiscordPlatform.PlatformName,
            Keys = [$"message:{message.Id}"],
            User = message.Author?.Id ?? "",
            Contents = JsonSerializer.Serialize(message, DiscordJson.Default.Message),
            ReceivedAt = clock.GetUtcNow().ToInstant(),
        };
        if (await TryKeepAsync(item, cancellationToken) is not { } isNew)
        {
            await messages.HandleAsync(message, session.UserId, () => Task.FromResult(true), cancellationToken);
        }
        else if (isNew)
        {
            await AnswerAsync(item, message, cancellationToken);
        }
    }

    /// <summary>Answers one that was left behind.</summary>
    public void Resume(InboxEvent item)
    {
        if (JsonSerializer.Deserialize(item.Contents, DiscordJson.Default.Message) is { } message)
        {
            work.TryStart(token => AnswerAsync(item, message, token));
        }
    }

    private Task AnswerAsync(InboxEvent item, Message message, CancellationToken cancellationToken) => kept.AnswerAsync(
        item, (mayBegin, token) => messages.HandleAsync(message, session.UserId, mayBegin, token), cancellationToken);

    // Null where there is no store to keep it in.
    private async Task<bool?> TryKeepAsync(InboxEvent item, CancellationToken cancellationToken)
    {
        try
        {
            var isNew = await inbox.TryAddAsync(item, cancellationToken);
            Volatile.Write(ref _isAway, 0);
            return isNew;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or StoreUnusableException)
        {
            if (Interlocked.Exchange(ref _isAway, 1) == 0)
            {
                LogAway(exception.Message);
            }

            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Messages are answered without being kept first: {Reason}")]
    private partial void LogAway(string reason);
}
