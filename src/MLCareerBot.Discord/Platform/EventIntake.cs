using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Gateway;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// Takes events off the socket: what is to be answered becomes work of its own, the rest is noted. Discord hands over
/// an event again after a resume, so each is looked at once.
/// </summary>
internal sealed partial class EventIntake(
    DiscordSession session,
    GuildRoster guilds,
    ClosedChannels closed,
    InteractionHandler interactions,
    MessageInbox messages,
    PlaceWatch places,
    OngoingWork work,
    ILogger<EventIntake> logger)
{
    private const int MostRemembered = 100_000;

    private readonly Recent<string, byte> _seen = new(MostRemembered);

    /// <summary>Never blocks and never throws.</summary>
    public void Take(GatewayDispatch dispatch)
    {
        switch (dispatch.Type)
        {
            case "READY":
                foreach (var id in guilds.Learn(dispatch.Data))
                {
                    places.Left(DiscordPlatform.PlatformName, id);
                }

                work.TryStart(_ => session.BeginAsync(guilds.Ids));
                break;
            case "INTERACTION_CREATE" when Read(dispatch, DiscordJson.Default.Interaction) is { } interaction && IsNew(interaction.Id):
                Reopen(interaction.Member?.User ?? interaction.User);
                work.TryStart(token => interactions.HandleAsync(interaction, dispatch.ReceivedAt, token));
                break;
            case "MESSAGE_CREATE" when Read(dispatch, DiscordJson.Default.Message) is { } message
                && MessageHandler.IsForMe(message, session.UserId) && IsNew(message.Id):
                Reopen(message.Author);
                work.TryStart(token => messages.TakeAsync(message, token));
                break;
            case "GUILD_CREATE":
                guilds.Add(dispatch.Data);
                Return(dispatch);
                Reopen(dispatch, "id");
                break;
            case "GUILD_DELETE":
                guilds.Remove(dispatch.Data);
                Leave(dispatch);
                break;
            case "CHANNEL_UPDATE" or "THREAD_UPDATE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE" or "GUILD_MEMBER_UPDATE":
                Reopen(dispatch, "guild_id");
                break;
        }
    }

    private bool IsNew(string id) => _seen.TryAdd(id, 0);

    // Whoever comes by may have opened their direct messages since.
    private void Reopen(User? person)
    {
        if (person is not null)
        {
            closed.Reopen(person.Id);
            places.Heard(DiscordPlatform.PlatformName, ChatAddress.DirectTo(DiscordPlatform.PlatformName, person.Id).Conversation);
        }
    }

    private void Reopen(GatewayDispatch dispatch, string field)
    {
        if (TextIn(dispatch, field) is { } id)
        {
            closed.Reopen(id);
            places.Reopened(DiscordPlatform.PlatformName, id);
        }
    }

    private void Return(GatewayDispatch dispatch)
    {
        if (TextIn(dispatch, "id") is { } id)
        {
            places.IsIn(DiscordPlatform.PlatformName, id);
        }
    }

    // An outage is no removal: the roster knows the difference.
    private void Leave(GatewayDispatch dispatch)
    {
        if (TextIn(dispatch, "id") is { } id && guilds.HasLeft(id))
        {
            places.Left(DiscordPlatform.PlatformName, id);
        }
    }

    private static string? TextIn(GatewayDispatch dispatch, string field) =>
        dispatch.Data.ValueKind == JsonValueKind.Object && dispatch.Data.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A shape we don't know is Discord's news or somebody's mischief, and in both cases not worth a connection.
    private T? Read<T>(GatewayDispatch dispatch, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return dispatch.Data.Deserialize(type);
        }
        catch (JsonException)
        {
            LogUnreadable(dispatch.Type);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "An event {Type} was left out: it does not have the documented form.")]
    private partial void LogUnreadable(string type);
}
