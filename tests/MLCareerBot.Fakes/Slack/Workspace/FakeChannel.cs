using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A conversation: a channel, or the direct messages between one user and the bot.</summary>
public sealed class FakeChannel
{
    internal FakeChannel(string id, string name, ChannelKind kind)
    {
        Id = id;
        Name = name;
        Kind = kind;
    }

    /// <summary>Such as <c>C0FAKE00001</c>, or with a D for direct messages.</summary>
    public string Id { get; }

    /// <summary>The name without a hash.</summary>
    public string Name { get; }

    /// <summary>Who can see it.</summary>
    public ChannelKind Kind { get; }

    /// <summary>Whether nobody can write there any more.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Whether the bot is a member.</summary>
    public bool HasBot { get; set; } = true;

    /// <summary>The other side of direct messages.</summary>
    public FakeUser? User { get; init; }

    internal string TypeName => Kind switch
    {
        ChannelKind.Public => "channel",
        ChannelKind.Private => "group",
        _ => "im",
    };

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["created"] = 1_700_000_000,
            ["is_archived"] = IsArchived,
            ["is_im"] = Kind == ChannelKind.DirectMessages,
        };
        if (User is { } user)
        {
            json["user"] = user.Id;
            return json;
        }

        json["name"] = Name;
        json["name_normalized"] = Name;
        json["is_channel"] = Kind == ChannelKind.Public;
        json["is_group"] = false; // Private channels made since 2021 are channels to this field, too.
        json["is_private"] = Kind == ChannelKind.Private;
        json["is_member"] = HasBot;
        return json;
    }
}
