using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A guild as GUILD_CREATE carries it: with its channels, and our bot as its only known member.</summary>
internal static class GuildForm
{
    public static JsonObject Of(World world, FakeGuild guild)
    {
        var channels = world.ChannelsOf(guild).ToList();
        var json = guild.ToJson();
        json["unavailable"] = false;
        json["large"] = false;
        json["joined_at"] = World.Write(world.Now);
        json["member_count"] = 2;
        json["members"] = new JsonArray(Member(world, guild.Id, world.Bot, withUser: true));
        json["channels"] = channels.Where(channel => !channel.IsThread).Select(channel => channel.ToJson()).ToJsonArray();
        json["threads"] = channels.Where(channel => channel.IsThread).Select(channel => channel.ToJson()).ToJsonArray();
        foreach (var name in new[] { "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds" })
        {
            json[name] = new JsonArray();
        }

        return json;
    }

    /// <summary>A member; in messages without the user, who stands there already.</summary>
    public static JsonObject Member(World world, string guildId, FakeUser user, bool withUser)
    {
        var known = world.MemberOf(guildId, user);
        JsonObject member = new()
        {
            ["nick"] = null,
            ["avatar"] = null,
            ["roles"] = known.Roles.Select(role => (JsonNode)role).ToJsonArray(),
            ["joined_at"] = World.Write(world.Now),
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["communication_disabled_until"] = known.TimedOutUntil is { } until ? World.Write(until) : null,
        };
        if (withUser)
        {
            member["user"] = user.ToJson();
        }

        return member;
    }
}
