using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <content>Who is connected, and what is said to whom.</content>
public sealed partial class FakeGateway
{
    /// <summary>Sends an event that belongs to a guild, or to none, to the sessions that are to get it.</summary>
    internal Task Dispatch(string type, string? guildId, Func<GatewaySession, JsonNode> data) => Task.WhenAll(_sessions.Values
        .Where(session => session.IsResponsibleFor(guildId) && session.Wants(type, guildId is not null))
        .Select(session => session.Dispatch(type, data(session)))
        .ToList());

    /// <summary>Tells of a message, to each session as much as it may know.</summary>
    internal Task Announce(string type, FakeChannel channel, JsonObject message, FakeUser? author = null)
    {
        var isKnown = channel.GuildId is { } guild ? _world.Guilds.ContainsKey(guild) : channel.Type == FakeChannel.DirectType;
        return isKnown
            ? Dispatch(type, channel.GuildId, session => MessageForm.For(session, _world, channel, message, author))
            : Task.CompletedTask;
    }

    internal void Add(GatewaySession session) => _sessions[session.Id] = session;

    internal GatewaySession? FindSession(string? id) => _sessions.GetValueOrDefault(id ?? "");

    internal void Add(GatewayConnection connection) => _connections.Add(connection);

    internal Task Close(GatewayConnection connection, int code, string? reason)
    {
        _recorder.Update(connection.Number, recorded => recorded with { ServerCloseCode = code });
        if (CloseCode.EndsSession(code) && connection.Session is { } session)
        {
            _sessions.Remove(session.Id);
        }

        Detach(connection);
        return connection.Close(code, reason);
    }

    /// <summary>The connection has gone, whoever ended it.</summary>
    internal void Ended(GatewayConnection connection)
    {
        // Discord keeps a session for a while, unless the client said good-bye with one of these.
        if (!connection.IsClosed && connection.ClientCloseCode is 1000 or 1001 && connection.Session is { } session)
        {
            _sessions.Remove(session.Id);
        }

        Detach(connection);
        _connections.Remove(connection);
    }

    internal int? TakeRefusal()
    {
        if (_refusal.Left == 0)
        {
            return null;
        }

        _refusal = _refusal with { Left = _refusal.Left == int.MaxValue ? int.MaxValue : _refusal.Left - 1 };
        return _refusal.Code;
    }

    internal bool TakeInvalidIdentify() => _invalidIdentifies > 0 && _invalidIdentifies-- > 0;

    private static void Detach(GatewayConnection connection)
    {
        if (connection.Session is { } session && session.Connection == connection)
        {
            session.Connection = null;
        }
    }
}
