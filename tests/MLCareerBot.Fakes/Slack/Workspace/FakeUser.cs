using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A member of the workspace, person or bot.</summary>
public sealed class FakeUser
{
    internal FakeUser(string id, string name, string teamId)
    {
        Id = id;
        Name = name;
        TeamId = teamId;
    }

    /// <summary>Such as <c>U0FAKE00001</c>.</summary>
    public string Id { get; }

    /// <summary>The name in the workspace, without an at sign.</summary>
    public string Name { get; }

    /// <summary>Where the user belongs.</summary>
    public string TeamId { get; }

    /// <summary>The zone that <c>users.info</c> tells, by its IANA name; null as for a user who never chose one.</summary>
    public string? TimeZone { get; set; } = "Etc/UTC";

    /// <summary>Whether the user administers the workspace.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>Whether the user owns the workspace.</summary>
    public bool IsOwner { get; set; }

    /// <summary>Whether it is a bot.</summary>
    public bool IsBot { get; set; }

    /// <summary>Whether the account was deactivated.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The error for direct messages to this user, such as <c>messages_tab_disabled</c>; null when they arrive.</summary>
    public string? DirectMessageRefusal { get; set; }

    internal JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["team_id"] = TeamId,
        ["name"] = Name,
        ["real_name"] = Name,
        ["deleted"] = IsDeleted,
        ["tz"] = TimeZone,
        ["tz_label"] = TimeZone,
        ["tz_offset"] = OffsetSeconds,
        ["profile"] = new JsonObject { ["real_name"] = Name, ["display_name"] = Name, ["team"] = TeamId },
        ["is_admin"] = IsAdmin || IsOwner,
        ["is_owner"] = IsOwner,
        ["is_primary_owner"] = false,
        ["is_restricted"] = false,
        ["is_ultra_restricted"] = false,
        ["is_bot"] = IsBot,
        ["is_app_user"] = false,
    };

    // Slack tells the offset of the day; tests want one that does not change with the season.
    private int OffsetSeconds =>
        TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? (int)zone.BaseUtcOffset.TotalSeconds : 0;
}
