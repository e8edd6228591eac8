using System.Text.Json;
using System.Text.Json.Nodes;
using MLCareerBot.Commands;
using MLCareerBot.Discord.Commands;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Commands;

public sealed class CommandComparisonTests
{
    private static readonly IReadOnlyList<CommandDefinition> Ours = CommandDefinitions.From(
        [
            new("ask", "Answers \"anything\" about A & Ö.", new CommandOption("question", "yours") { TakesText = true, IsRequired = true }),
            new("salary", "Shows pay.", new CommandOption("view", "what") { Choices = ["annual", "hourly"] }),
            new("tips on", "Sends tips."),
        ],
        [new("setup", "Sets up.")]);

    [Fact]
    public void What_Discord_Adds_Makes_No_Difference() => Assert.True(IsSame(Stored()));

    [Fact]
    public void Neither_Does_The_Order_Of_The_Roots() => Assert.True(IsSame([.. Stored().Reverse()]));

    [Fact]
    public void Neither_Does_What_A_Server_S_Own_List_Leaves_Out()
    {
        var stored = Stored();
        foreach (var command in stored)
        {
            command["guild_id"] = "5";
            command.Remove("contexts");
            command["integration_types"] = null;
        }

        Assert.True(IsSame(stored));
    }

    public static TheoryData<string, string> Differences => new()
    {
        { "description", "\"Other.\"" },
        { "contexts", "[0,1]" },
        { "contexts", "null" },
        { "integration_types", "[0]" },
        { "default_member_permissions", "\"8\"" },
        { "nsfw", "true" },
        { "name", "\"job\"" },
        { "type", "2" },
        { "name_localizations", """{"de":"beruf"}""" },
        { "options", "[]" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_Changed_Command_Is_Seen(string part, string value)
    {
        var stored = Stored();
        stored[0][part] = JsonNode.Parse(value);

        Assert.False(IsSame(stored));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("description")]
    [InlineData("type")]
    [InlineData("choices")]
    [InlineData("options")]
    public void A_Part_That_Is_Gone_Is_Seen(string part)
    {
        var stored = Stored();
        var owner = part == "choices" ? stored[0]["options"]?[1]?["options"]?[0] : stored[0]["options"]?[1];

        Assert.True(owner?.AsObject().Remove(part));
        Assert.False(IsSame(stored));
    }

    [Fact]
    public void The_Order_Of_Options_And_Choices_Is_Seen()
    {
        var (options, choices) = (Stored(), Stored());
        Swap(options[0]["options"]);
        Swap(choices[0]["options"]?[1]?["options"]?[0]?["choices"]);

        Assert.False(IsSame(options));
        Assert.False(IsSame(choices));
    }

    [Fact]
    public void Another_Command_And_A_Missing_One_Are_Seen()
    {
        Assert.False(IsSame([]));
        Assert.False(IsSame(Stored()[..2]));
        Assert.False(IsSame([.. Stored(), new() { ["type"] = 2, ["name"] = "Old" }]));
    }

    // Our commands as Discord sends them back: with ids, defaults and nulls, and with its own order of fields.
    private static JsonObject[] Stored()
    {
        var sent = JsonNode.Parse(JsonSerializer.Serialize(Ours, DiscordJson.Default.IReadOnlyListCommandDefinition));
        return [.. (sent ?? new JsonArray()).AsArray().Select(command => Dressed(command?.DeepClone().AsObject() ?? []))];
    }

    private static JsonObject Dressed(JsonObject command)
    {
        foreach (var option in (command["options"]?.AsArray() ?? []).SelectMany(option => (option?["options"]?.AsArray() ?? []).Append(option)))
        {
            option?["required"] ??= false;
            option?["name_localizations"] = null;
        }

        command["default_member_permissions"] ??= null;
        command["contexts"] = new JsonArray([.. (command["contexts"]?.AsArray() ?? []).Reverse().Select(context => context?.DeepClone())]);
        foreach (var (name, value) in JsonNode.Parse("""
            { "id": "1", "application_id": "2", "version": "3", "dm_permission": true, "default_permission": true, "nsfw": false, "guild_id": null,
              "name_localizations": null, "description_localizations": {}, "handler": 1, "something_new": [1] }
            """)?.AsObject() ?? [])
        {
            command.Insert(0, name, value?.DeepClone());
        }

        return command;
    }

    private static void Swap(JsonNode? list)
    {
        var items = list?.AsArray() ?? [];
        var first = items[0];
        items.RemoveAt(0);
        items.Add(first);
    }

    private static bool IsSame(IReadOnlyList<JsonObject> stored) =>
        CommandComparison.AreSame(Ours, [.. stored.Select(command => JsonSerializer.Deserialize<JsonElement>(command.ToJsonString()))]);
}
