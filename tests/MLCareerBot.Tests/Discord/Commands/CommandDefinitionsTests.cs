using System.Text.Json;
using System.Text.RegularExpressions;
using MLCareerBot.Commands;
using MLCareerBot.Discord.Commands;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Commands;

public sealed class CommandDefinitionsTests
{
    private static readonly Regex Name = new(@"\A[a-z0-9-]{1,32}\z", RegexOptions.NonBacktracking);

    private static readonly Command Tip = new("tip", "Gives you one thing to do.", new CommandOption("topic", "what about") { Choices = ["pay", "skills"] });
    private static readonly Command Setup = new("setup", "Sets it up.");

    [Fact]
    public void Everybody_And_Admins_Have_A_Root_And_Messages_A_Command()
    {
        var definitions = CommandDefinitions.From([Tip], [Setup]);

        Assert.Equal(["career", "career-admin", "Answer with MLCareerBot"], definitions.Select(definition => definition.Name));
        Assert.Equal([1, 1, 3], definitions.Select(definition => definition.Type));
        Assert.Equal([null, "32", null], definitions.Select(definition => definition.DefaultMemberPermissions));
        Assert.Equal([[0, 1, 2], [0], [0, 1, 2]], definitions.Select(definition => definition.Contexts));
        Assert.Equal([[0, 1], [0], [0, 1]], definitions.Select(definition => definition.IntegrationTypes));
        Assert.Equal("", definitions[2].Description);
    }

    [Fact]
    public void Without_An_Admin_Command_There_Is_No_Root_For_One() =>
        Assert.Equal(["career", "Answer with MLCareerBot"], CommandDefinitions.From([Tip], []).Select(definition => definition.Name));

    [Fact]
    public void Verbs_Of_Two_Words_Are_A_Group()
    {
        var options = OptionsOf(Tip, new Command("tips on", "Sends you tips."), Setup, new Command("tips off", "Ends that."), new Command("tips", "Shows them."));

        Assert.Equal(["tip", "tips", "setup"], options.Select(option => option.Name));
        Assert.Equal([1, 2, 1], options.Select(option => option.Type));
        Assert.Equal("tips: on, off", options[1].Description);
        Assert.Equal(["on", "off"], options[1].Options?.Select(option => option.Name));
        Assert.Equal([1, 1], options[1].Options?.Select(option => option.Type));
    }

    [Fact]
    public void Required_Fields_Come_First()
    {
        var fields = OptionsOf(new Command("compare", "Compares.", new CommandOption("a", "a"), new CommandOption("b", "b") { IsRequired = true }, new CommandOption("c", "c")))[0].Options;

        Assert.Equal(["b", "a", "c"], fields?.Select(field => field.Name));
        Assert.Equal([true, null, null], fields?.Select(field => field.Required));
    }

    [Fact]
    public void A_Field_Offers_What_Its_Option_Takes()
    {
        string[] many = [.. Enumerable.Range(1, 26).Select(number => $"{number}")];

        AssertField(new("view", "v") { Choices = ["a", "b"] }, new() { Type = 3, Name = "view", Description = "v", Choices = [new("a", "a"), new("b", "b")] });
        AssertField(new("zone", "z") { Choices = many }, new() { Type = 3, Name = "zone", Description = "z", Autocomplete = true });
        AssertField(new("topic", "t") { Choices = ["a"], TakesText = true }, new() { Type = 3, Name = "topic", Description = "t", Autocomplete = true, MaxLength = 1_000 });
        AssertField(new("text", "t") { TakesText = true }, new() { Type = 3, Name = "text", Description = "t", MaxLength = 1_000 });
        AssertField(new("question", "q") { TakesText = true }, new() { Type = 3, Name = "question", Description = "q", Autocomplete = true, MaxLength = 1_000 });
        AssertField(new("channel", "c") { TakesText = true, IsChannel = true }, new() { Type = 7, Name = "channel", Description = "c", ChannelTypes = [0, 5, 10, 11, 12] });
        AssertField(new("share", "s") { Choices = ["true", "false"] }, new() { Type = 5, Name = "share", Description = "s" });
    }

    [Fact]
    public void A_Long_Summary_Is_Cut_At_A_Word()
    {
        var description = OptionsOf(new Command("tip", string.Concat(Enumerable.Repeat("words ", 30))))[0].Description;

        Assert.InRange(description.Length, 90, 100);
        Assert.EndsWith("words…", description, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Real_Menu_Is_Within_Every_Limit()
    {
        using var bot = new TestBot();

        foreach (var root in CommandDefinitions.From(bot.Table.Commands, bot.Table.Commands).Where(root => root.Type == CommandType.Slash))
        {
            Assert.InRange(CharactersOf(root.Name, root.Description, root.Options), 1, 8_000);
            AssertOptions(root.Options);
            Assert.InRange(root.Description.Length, 1, 100);
            Assert.Matches(Name, root.Name);
        }
    }

    private static void AssertOptions(IReadOnlyList<OptionDefinition>? options)
    {
        Assert.InRange(options?.Count ?? 0, 0, 25);
        Assert.Equal(options?.DistinctBy(option => option.Name), options);
        foreach (var option in options ?? [])
        {
            Assert.Matches(Name, option.Name);
            Assert.InRange(option.Description.Length, 1, 100);
            Assert.InRange(option.Choices?.Count ?? 0, 0, 25);
            Assert.All(option.Choices ?? [], choice => Assert.InRange(choice.Name.Length, 1, 100));
            Assert.False(option is { Choices: not null, Autocomplete: true });
            AssertOptions(option.Options);
        }
    }

    // As Discord counts: names, descriptions and values of the command, its options and their choices.
    private static int CharactersOf(string name, string description, IReadOnlyList<OptionDefinition>? options) =>
        name.Length + description.Length + (options ?? []).Sum(option =>
            CharactersOf(option.Name, option.Description, option.Options) + (option.Choices ?? []).Sum(choice => choice.Name.Length + choice.Value.Length));

    private static void AssertField(CommandOption option, OptionDefinition expected) => Assert.Equal(
        JsonSerializer.Serialize([new() { Type = 1, Name = "x", Options = [expected] }], DiscordJson.Default.IReadOnlyListCommandDefinition),
        JsonSerializer.Serialize([new() { Type = 1, Name = "x", Options = OptionsOf(new Command("x", "y", option))[0].Options }], DiscordJson.Default.IReadOnlyListCommandDefinition));

    private static IReadOnlyList<OptionDefinition> OptionsOf(params Command[] commands) =>
        CommandDefinitions.From(commands, [])[0].Options ?? [];
}
