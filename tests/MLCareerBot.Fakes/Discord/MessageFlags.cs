namespace MLCareerBot.Fakes.Discord;

/// <summary>Bits of a message's <c>flags</c>.</summary>
internal static class MessageFlags
{
    public const long SuppressEmbeds = 1 << 2;
    public const long Ephemeral = 1 << 6;
    public const long Loading = 1 << 7;
    public const long SuppressNotifications = 1 << 12;
    public const long ComponentsV2 = 1 << 15;
}
