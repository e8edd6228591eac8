using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The events somebody acts on; all others end here.</summary>
internal sealed class WantedEvents(ILogger logger)
{
    public const string Ready = "READY";
    public const string Resumed = "RESUMED";

    // The names come from the network, so there might be no end of them.
    private const int MostRemembered = 100;

    private static readonly HashSet<string> Wanted =
    [
        Ready, Resumed, "INTERACTION_CREATE", "MESSAGE_CREATE", "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE",
        "CHANNEL_UPDATE", "CHANNEL_DELETE", "THREAD_UPDATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE",
        "GUILD_MEMBER_UPDATE", // With our intents, of the bot itself: a role was given to it, or taken.
    ];

    private readonly ConcurrentDictionary<string, bool> _passedOver = new(StringComparer.Ordinal);

    /// <summary>Whether to hand the event on. An unknown name is logged when it is first met.</summary>
    public bool Includes(string type)
    {
        if (Wanted.Contains(type))
        {
            return true;
        }

        if (_passedOver.Count < MostRemembered && _passedOver.TryAdd(type, value: true))
        {
            logger.PassedOver(type);
        }

        return false;
    }
}
