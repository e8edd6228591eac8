using Microsoft.Extensions.Logging;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>What the sockets log. Never a ticket, and never what anybody wrote.</summary>
internal static partial class SocketLog
{
    [LoggerMessage(1, LogLevel.Information, "Socket {Lane} is connected.")]
    public static partial void Connected(this ILogger logger, int lane);

    [LoggerMessage(2, LogLevel.Information, "Socket {Lane} needs another connection: {Reason} It opens in {Wait}.")]
    public static partial void Reconnecting(this ILogger logger, int lane, string reason, TimeSpan wait);

    [LoggerMessage(3, LogLevel.Warning, "Socket {Lane} is given up, as Slack says that the app has too many; the other one goes on.")]
    public static partial void FewerSockets(this ILogger logger, int lane);

    [LoggerMessage(4, LogLevel.Debug, "A connection broke off ({Reason}).")]
    public static partial void BrokenOff(this ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Warning, "A message of {Length} bytes cannot be read, number {Count} on its connection.")]
    public static partial void Unreadable(this ILogger logger, int length, int count);

    [LoggerMessage(6, LogLevel.Error, "An envelope ({Kind}) was not taken; Slack brings events again.")]
    public static partial void NotTaken(this ILogger logger, Exception exception, EnvelopeKind kind);

    [LoggerMessage(7, LogLevel.Information, "An envelope ({Kind}) was taken, but its connection is gone: Slack brings events again.")]
    public static partial void NotAcknowledged(this ILogger logger, EnvelopeKind kind);
}
