using Microsoft.Extensions.Logging;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>What the gateway client logs. Never the token, and never what anybody wrote.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(1, LogLevel.Information, "Shard {Shard} is connected with a new session.")]
    public static partial void Identified(this ILogger logger, int shard);

    [LoggerMessage(2, LogLevel.Information, "Shard {Shard} is connected again with its session.")]
    public static partial void Resumed(this ILogger logger, int shard);

    [LoggerMessage(3, LogLevel.Information, "Shard {Shard} lost its connection: {Reason} The next one opens in {Wait}.")]
    public static partial void Reconnecting(this ILogger logger, int shard, string reason, TimeSpan wait);

    [LoggerMessage(4, LogLevel.Error, "Discord closed shard {Shard} with {CloseCode}, which blames us; the last opcode sent was {LastOp}.")]
    public static partial void Blamed(this ILogger logger, int shard, int? closeCode, int? lastOp);

    [LoggerMessage(5, LogLevel.Warning, "Shard {Shard} received a message of {Length} bytes that cannot be read, number {Count} of its kind.")]
    public static partial void Unreadable(this ILogger logger, int shard, int length, int count);

    [LoggerMessage(6, LogLevel.Debug, "Events of type {Type} are passed over.")]
    public static partial void PassedOver(this ILogger logger, string type);

    [LoggerMessage(7, LogLevel.Error, "An event of type {Type} could not be handed on.")]
    public static partial void NotHandedOn(this ILogger logger, Exception exception, string type);

    [LoggerMessage(8, LogLevel.Warning, "Events come in faster than they are taken; {Count} were dropped so far.")]
    public static partial void Dropped(this ILogger logger, int count);

    [LoggerMessage(9, LogLevel.Warning, "The number of identifies is kept in memory only, because {Path} cannot be used: {Reason}")]
    public static partial void IdentifyCountNotKept(this ILogger logger, string path, string reason);

    [LoggerMessage(10, LogLevel.Warning, "The gateway's address could not be had: {Reason}")]
    public static partial void NoGatewayInfo(this ILogger logger, string reason);

    [LoggerMessage(11, LogLevel.Warning, "Shard {Shard} was told to resume at an address that is not Discord's; it goes to the first one.")]
    public static partial void ResumeAddressRefused(this ILogger logger, int shard);

    [LoggerMessage(12, LogLevel.Debug, "Shard {Shard} could not open a connection: {Reason}")]
    public static partial void NotOpened(this ILogger logger, int shard, string reason);
}
