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
    MessageHandler messages,
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
                guilds.Learn(dispatch.Data);
                work.TryStart(_ => session.BeginAsync(guilds.Ids));
                break;
            case "INTERACTION_CREATE" when Read(dispatch, DiscordJson.Default.Interaction) is { } interaction && IsNew(interaction.Id):
                Reopen(interaction.Member?.User ?? interaction.User);
                work.TryStart(token => interactions.HandleAsync(interaction, dispatch.ReceivedAt, token));
                break;
            case "MESSAGE_CREATE" when Read(dispatch, DiscordJson.Default.Message) is { } message
                && MessageHandler.IsForMe(message, session.UserId) && IsNew(message.Id):
                Reopen(message.Author);
                work.TryStart(token => messages.HandleAsync(message, session.UserId, token));
                break;
            case "GUILD_CREATE":
                guilds.Add(dispatch.Data);
                Reopen(dispatch, "id");
                break;
            case "GUILD_DELETE":
                guilds.Remove(dispatch.Data);
                break;
            case "CHANNEL_UPDATE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE":
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
        }
    }

    private void Reopen(GatewayDispatch dispatch, string field)
    {
        if (dispatch.Data.ValueKind == JsonValueKind.Object
            && dispatch.Data.TryGetProperty(field, out var guild) && guild.ValueKind == JsonValueKind.String && guild.GetString() is { } id)
        {
            closed.Reopen(id);
        }
    }

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
