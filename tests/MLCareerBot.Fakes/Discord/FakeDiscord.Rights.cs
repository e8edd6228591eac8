using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <content>Who may do what on the fake Discord. It tells, and does not enforce.</content>
public sealed partial class FakeDiscord
{
    /// <summary>Somebody changes what the bot, and everybody else, may do in a server.</summary>
    public Task ChangePermissionsAsync(FakeGuild guild, ulong botPermissions)
    {
        lock (_world.Gate)
        {
            var changed = _world.Guilds.GetValueOrDefault(guild.Id, guild) with { BotPermissions = botPermissions };
            _world.Guilds[guild.Id] = changed;
            return TellRole("GUILD_ROLE_UPDATE", guild, changed.EveryoneRole);
        }
    }

    /// <summary>Adds a role to a server, and gives it to these.</summary>
    public FakeRole AddRole(FakeGuild guild, string name, ulong permissions, params IReadOnlyList<FakeUser> members)
    {
        lock (_world.Gate)
        {
            var role = new FakeRole(_world.Ids.Next(), name, permissions);
            var current = _world.Guilds[guild.Id];
            _world.Guilds[guild.Id] = current with { Roles = [.. current.Roles, role] };
            foreach (var user in members)
            {
                Change(guild, user, member => member with { Roles = [.. member.Roles, role.Id] });
            }

            TellRole("GUILD_ROLE_CREATE", guild, role);
            return role;
        }
    }

    /// <summary>Hands a server over to somebody.</summary>
    public void MakeOwner(FakeGuild guild, FakeUser user)
    {
        lock (_world.Gate)
        {
            _world.Guilds[guild.Id] = _world.Guilds[guild.Id] with { OwnerId = user.Id };
        }
    }

    /// <summary>Somebody may only look until then.</summary>
    public void TimeOut(FakeGuild guild, FakeUser user, DateTimeOffset until)
    {
        lock (_world.Gate)
        {
            Change(guild, user, member => member with { TimedOutUntil = until });
        }
    }

    /// <summary>Somebody is no member of a server any more.</summary>
    public void Leave(FakeGuild guild, FakeUser user)
    {
        lock (_world.Gate)
        {
            Change(guild, user, member => member with { HasLeft = true });
        }
    }

    /// <summary>Somebody changes what may be done in a channel, by everybody where no user is named.</summary>
    /// <returns>The channel as it is now.</returns>
    public FakeChannel Overwrite(FakeChannel channel, ulong deny, FakeUser? user = null, ulong allow = 0) =>
        Overwrite(channel, user?.Id ?? channel.GuildId ?? "", new(user is not null, allow, deny));

    /// <summary>Somebody changes what those with a role may do in a channel.</summary>
    /// <returns>The channel as it is now.</returns>
    public FakeChannel Overwrite(FakeChannel channel, FakeRole role, ulong deny, ulong allow = 0) => Overwrite(channel, role.Id, new(false, allow, deny));

    private FakeChannel Overwrite(FakeChannel channel, string whose, FakeOverwrite overwrite) => Tell("CHANNEL_UPDATE", channel with
    {
        Overwrites = new Dictionary<string, FakeOverwrite>(channel.Overwrites) { [whose] = overwrite },
    });

    private void Change(FakeGuild guild, FakeUser user, Func<FakeMember, FakeMember> change) =>
        _world.Members[(guild.Id, user.Id)] = change(_world.MemberOf(guild.Id, user));

    private Task TellRole(string type, FakeGuild guild, FakeRole role) =>
        Gateway.Dispatch(type, guild.Id, _ => new JsonObject { ["guild_id"] = guild.Id, ["role"] = role.ToJson(0) });
}
