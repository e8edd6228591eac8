using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A role in a server on the fake Discord.</summary>
public sealed record FakeRole(string Id, string Name, ulong Permissions)
{
    internal JsonObject ToJson(int position) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["permissions"] = Permissions.ToString(),
        ["position"] = position,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["hoist"] = false,
        ["managed"] = false,
        ["mentionable"] = false,
        ["flags"] = 0,
    };
}
