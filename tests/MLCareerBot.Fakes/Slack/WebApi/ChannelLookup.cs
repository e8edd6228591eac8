namespace MLCareerBot.Fakes.Slack;

/// <summary>Finds the channel that a call names, or refuses as Slack does.</summary>
internal static class ChannelLookup
{
    /// <summary>A channel that the bot can know of.</summary>
    public static FakeChannel Known(this World world, string? id) =>
        world.FindChannel(id) is { } channel && (channel.HasBot || channel.Kind == ChannelKind.Public)
            ? channel
            : throw new Refusal("channel_not_found");

    /// <summary>A channel that the bot is a member of.</summary>
    public static FakeChannel Joined(this World world, string? id) =>
        world.Known(id) is { HasBot: true } channel ? channel : throw new Refusal("not_in_channel");

    /// <summary>A channel that the bot may post in.</summary>
    public static FakeChannel Writable(this World world, string? id)
    {
        var channel = world.Known(id);
        if (channel.IsArchived)
        {
            throw new Refusal("is_archived");
        }

        if (channel.User is { } user && (user.DirectMessageRefusal ?? (user.IsDeleted ? "user_disabled" : null)) is { } refusal)
        {
            throw new Refusal(refusal);
        }

        return channel.HasBot ? channel : throw new Refusal("not_in_channel");
    }
}
