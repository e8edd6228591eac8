using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>The <c>data</c> of a command, as Discord nests it.</summary>
internal static class CommandData
{
    public const int SlashKind = 1;
    public const int MessageKind = 3;

    private const int Subcommand = 1;
    private const int Group = 2;

    public static JsonObject Of(string path, JsonArray options)
    {
        var names = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (depth, name) in names.Skip(1).Reverse().Index())
        {
            options = [new JsonObject { ["name"] = name, ["type"] = depth == 0 ? Subcommand : Group, ["options"] = options }];
        }

        return new() { ["name"] = names[0], ["type"] = SlashKind, ["options"] = options };
    }

    public static JsonObject Option(string name, object value)
    {
        (int Type, JsonNode Value) typed = value switch
        {
            string text => (3, text),
            int or long => (4, Convert.ToInt64(value)),
            bool truth => (5, truth),
            FakeUser user => (6, user.Id),
            FakeChannel channel => (7, channel.Id),
            double number => (10, number),
            _ => throw new ArgumentException($"No option type for {value}.", nameof(value)),
        };
        return new() { ["name"] = name, ["type"] = typed.Type, ["value"] = typed.Value };
    }
}
