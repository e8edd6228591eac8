using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A place to talk on the fake Discord.</summary>
public sealed record FakeChannel(string Id, int Type)
{
    /// <summary>A text channel of a server.</summary>
    public const int TextType = 0;

    /// <summary>A direct message between a user and our bot.</summary>
    public const int DirectType = 1;

    /// <summary>A private group that our bot is not in; user-installed commands work there.</summary>
    public const int GroupType = 3;

    /// <summary>A public thread in a channel.</summary>
    public const int ThreadType = 11;

    /// <summary>A thread that only its members see.</summary>
    public const int PrivateThreadType = 12;

    /// <summary>Its name; direct messages have none.</summary>
    public string? Name { get; init; }

    /// <summary>The server it is in, if any.</summary>
    public string? GuildId { get; init; }

    /// <summary>The channel that a thread hangs from.</summary>
    public string? ParentId { get; init; }

    /// <summary>The user at the other end of a direct message.</summary>
    public FakeUser? Recipient { get; init; }

    /// <summary>What differs here from the server's roles, by the id of a role, a person or, for everybody, the server.</summary>
    public IReadOnlyDictionary<string, FakeOverwrite> Overwrites { get; init; } = new Dictionary<string, FakeOverwrite>();

    /// <summary>Whether a thread was locked by a moderator.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Ids of those who joined a thread.</summary>
    public IReadOnlyList<string> ThreadMembers { get; init; } = [];

    internal bool IsThread => Type is >= 10 and <= PrivateThreadType;

    internal JsonObject ToJson()
    {
        JsonObject json = new() { ["id"] = Id, ["type"] = Type, ["flags"] = 0, ["last_message_id"] = null };
        if (GuildId is not null)
        {
            json["guild_id"] = GuildId;
            json["name"] = Name;
            json["parent_id"] = ParentId;
        }

        if (GuildId is not null && !IsThread)
        {
            json["position"] = 0;
            json["permission_overwrites"] = Overwrites.Select(overwrite => (JsonNode)new JsonObject
            {
                ["id"] = overwrite.Key,
                ["type"] = overwrite.Value.IsPerson ? 1 : 0,
                ["allow"] = $"{overwrite.Value.Allow}",
                ["deny"] = $"{overwrite.Value.Deny}",
            }).ToJsonArray();
            json["nsfw"] = false;
            json["topic"] = null;
        }
        else if (IsThread)
        {
            json["owner_id"] = GuildId;
            json["message_count"] = 0;
            json["member_count"] = 1;
            json["total_message_sent"] = 0;
            json["thread_metadata"] = new JsonObject
            {
                ["archived"] = false,
                ["auto_archive_duration"] = 1440,
                ["archive_timestamp"] = "2026-01-01T00:00:00.000000+00:00",
                ["locked"] = IsLocked,
            };
        }
        else if (Recipient is not null)
        {
            json["recipients"] = new JsonArray(Recipient.ToJson());
        }

        return json;
    }
}
