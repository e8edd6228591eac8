namespace MLCareerBot.Fakes.Slack;

/// <content>Who and what is in the workspace.</content>
public sealed partial class FakeSlack
{
    /// <summary>A new member.</summary>
    public FakeUser AddUser(string name, bool isAdmin = false, bool isOwner = false, string? timeZone = "Etc/UTC")
    {
        lock (_world.Gate)
        {
            var user = _world.AddUser(name);
            user.IsAdmin = isAdmin;
            user.IsOwner = isOwner;
            user.TimeZone = timeZone;
            return user;
        }
    }

    /// <summary>A new channel, which the bot is in unless told otherwise.</summary>
    public FakeChannel AddChannel(string name, ChannelKind kind = ChannelKind.Public, bool hasBot = true, bool isArchived = false)
    {
        lock (_world.Gate)
        {
            var channel = _world.AddChannel(name, kind);
            channel.HasBot = hasBot;
            channel.IsArchived = isArchived;
            return channel;
        }
    }

    /// <summary>The conversation between a user and the bot.</summary>
    public FakeChannel DirectMessagesWith(FakeUser user)
    {
        lock (_world.Gate)
        {
            return _world.DirectMessagesWith(user);
        }
    }

    /// <summary>Adds a command to the app's manifest, or changes one. <c>/career</c> and <c>/career-admin</c> are there already.</summary>
    public void DefineCommand(string command, bool shouldEscape)
    {
        lock (_world.Gate)
        {
            _world.EscapedCommands[command] = shouldEscape;
        }
    }
}
