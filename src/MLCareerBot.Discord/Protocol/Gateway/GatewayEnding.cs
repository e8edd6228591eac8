namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>How a connection ended, and so what comes next.</summary>
/// <param name="Next">What to do now.</param>
/// <param name="Why">One sentence for people.</param>
/// <param name="Code">Discord's close code; null if it did not close.</param>
internal sealed record GatewayEnding(GatewayReaction Next, string Why, int? Code = null)
{
    public static readonly GatewayEnding ToldToStop = new(GatewayReaction.Stop, "The program is stopping.");

    public static readonly GatewayEnding NotReached = new(GatewayReaction.Resume, "Discord could not be reached.");

    public static readonly GatewayEnding Silence = new(GatewayReaction.Resume, "Discord no longer answered.");

    public static readonly GatewayEnding Garbled = new(GatewayReaction.Resume, "Discord sent a message that cannot be read.");

    public static readonly GatewayEnding NoIdentifyLeft = new(GatewayReaction.Resume, "The day's identifies are used up.");

    public static readonly GatewayEnding AskedToReconnect =
        new(GatewayReaction.ResumeAtOnce, "Discord asked for a new connection.");

    public static readonly GatewayEnding SessionPaused = new(GatewayReaction.Resume, "Discord put the session off.");

    public static readonly GatewayEnding SessionRefused = new(GatewayReaction.IdentifyLater, "Discord refused the session.");

    /// <summary>The peer closed with a code, or without one the connection broke off.</summary>
    public static GatewayEnding ByPeer(int? code) => code is { } number
        ? new(CloseCode.Reaction(code), CloseCode.StopReason(number) ?? $"Discord closed the connection ({number}).", code)
        : new(GatewayReaction.Resume, "The connection to Discord broke off.");
}
