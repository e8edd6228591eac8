using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A server on the fake Discord.</summary>
public sealed record FakeGuild(string Id, string Name)
{
    private static readonly string[] Unset =
    [
        "icon", "splash", "description", "banner", "home_header", "discovery_splash", "application_id", "incidents_data",
        "afk_channel_id", "system_channel_id", "widget_channel_id", "rules_channel_id", "public_updates_channel_id",
        "safety_alerts_channel_id", "vanity_url_code", "max_presences",
    ];

    /// <summary>The language it prefers.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>What our bot may do there: by default exactly what its invitation asks for.</summary>
    public ulong BotPermissions { get; init; } = 274877991936;

    /// <summary>Whose it is; at first nobody's whom a test knows.</summary>
    public string OwnerId { get; init; } = Id;

    /// <summary>Its roles beside the one for everybody.</summary>
    internal IReadOnlyList<FakeRole> Roles { get; init; } = [];

    /// <summary>The role for everybody, which is always there.</summary>
    internal FakeRole EveryoneRole => new(Id, "@everyone", BotPermissions);

    internal JsonObject ToJson()
    {
        var json = Essentials();
        foreach (var name in Unset)
        {
            json[name] = null;
        }

        return json;
    }

    private JsonObject Essentials() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["owner_id"] = OwnerId,
        ["preferred_locale"] = Locale,
        ["region"] = "deprecated",
        ["features"] = new JsonArray(),
        ["roles"] = Roles.Prepend(EveryoneRole).Select((role, position) => role.ToJson(position)).ToJsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["afk_timeout"] = 300,
        ["widget_enabled"] = false,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["premium_subscription_count"] = 0,
        ["nsfw"] = false,
        ["verification_level"] = 1,
        ["default_message_notifications"] = 1,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["nsfw_level"] = 0,
        ["premium_tier"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["system_channel_flags"] = 0,
    };

    /// <summary>How it stands in the list of the guilds that the bot is in.</summary>
    internal JsonObject ToListedJson() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["icon"] = null,
        ["banner"] = null,
        ["owner"] = false,
        ["permissions"] = BotPermissions.ToString(),
        ["features"] = new JsonArray(),
    };
}
