namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Close codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes.</summary>
internal static class CloseCode
{
    /// <summary>Ends the session and shows the bot offline.</summary>
    public const int Normal = 1000;

    /// <summary>Ours, for leaving without ending the session; 1000 and 1001 would end it.</summary>
    public const int KeepSession = 4000;

    /// <summary>The token is not valid.</summary>
    public const int TokenRejected = 4004;

    /// <summary>What to do when Discord closed with this code; null is a connection that broke off.</summary>
    public static GatewayReaction Reaction(int? code) => code switch
    {
        4003 or 4007 or 4009 => GatewayReaction.Identify,
        { } fatal when StopReason(fatal) is not null => GatewayReaction.Stop,
        _ => GatewayReaction.Resume,
    };

    /// <summary>Whether the code blames what we sent: a defect of this program.</summary>
    public static bool IsOurFault(int? code) => code is 4001 or 4002 or 4005 or 4008;

    /// <summary>One sentence for the operator where the code is final; null where it is not.</summary>
    public static string? StopReason(int code) => code switch
    {
        TokenRejected =>
            "Discord rejects the bot's token (4004): create a new one in the Developer Portal under Bot, set it as Discord:Token and start again.",
        4010 => "Discord rejects the shard number (4010): this is a defect of the program, please report it.",
        4011 => "Discord asks for more shards (4011): start the program again, it then opens as many as Discord recommends.",
        4012 => "Discord no longer speaks version 10 of its gateway (4012): install a newer version of this program.",
        4013 => $"Discord does not know the intents {GatewayPayload.Intents} (4013): install a newer version of this program.",
        4014 =>
            $"Discord refuses the intents {GatewayPayload.Intents}: GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES (4014): "
            + "see what the Developer Portal allows this application under Bot, Privileged Gateway Intents.",
        _ => null,
    };
}
