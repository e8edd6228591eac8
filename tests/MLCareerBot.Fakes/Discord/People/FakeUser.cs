using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Somebody on the fake Discord.</summary>
public sealed record FakeUser(string Id, string Name)
{
    /// <summary>Whether it is a bot, whose messages our bot must not answer.</summary>
    public bool IsBot { get; init; }

    /// <summary>How it is written in a message to reach this user.</summary>
    public string Mention => $"<@{Id}>";

    internal JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["username"] = Name,
        ["discriminator"] = "0",
        ["global_name"] = IsBot ? null : Name,
        ["avatar"] = null,
        ["bot"] = IsBot,
        ["public_flags"] = 0,
        ["flags"] = 0,
        ["primary_guild"] = null,
    };
}
