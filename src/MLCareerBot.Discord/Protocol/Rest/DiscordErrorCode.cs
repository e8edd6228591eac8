namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>
/// The errors that are told apart:
/// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes.
/// </summary>
internal static class DiscordErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMember = 10007;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int ChannelWriteLimit = 20028;
    public const int GuildWriteLimit = 20029;
    public const int OpeningDirectMessagesTooFast = 40003;
    public const int EntityTooLarge = 40005;
    public const int AlreadyAnswered = 40060;
    public const int NoAccess = 50001;
    public const int EmptyMessage = 50006;
    public const int CannotMessageUser = 50007;
    public const int NoTextChannel = 50008;
    public const int NoPermission = 50013;
    public const int InvalidToken = 50014;
    public const int InteractionExpired = 50027;
    public const int InvalidRecipient = 50033;
    public const int InvalidForm = 50035;
    public const int NoSharedServer = 50278;
    public const int Overloaded = 130000;
    public const int MayNotReadHistory = 160002;
    public const int BlockedByAutoMod = 200000;
}
