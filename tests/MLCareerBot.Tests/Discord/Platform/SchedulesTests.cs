using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Admins set tips up for channels, where both they and the bot may write.</summary>
public sealed class SchedulesTests
{
    private const ulong ManageServer = 32;
    private const ulong ViewChannels = 1UL << 10;
    private const ulong SendMessages = 1UL << 11;
    private const ulong SendInThreads = 1UL << 38;

    [Fact]
    public async Task Tips_Are_Set_Up_For_Another_Channel_And_For_A_Thread()
    {
        await using var life = await DiscordLife.StartAsync();
        var news = life.Discord.AddChannel(life.Server, "news");
        var thread = life.Discord.AddThread(news, "daily");

        var reply = await SetAsync(life, news);
        Assert.Contains("Daily tips are set up", reply, StringComparison.Ordinal);
        Assert.Contains("<t:", reply, StringComparison.Ordinal);
        Assert.Contains("Daily tips are set up", await SetAsync(life, thread), StringComparison.Ordinal);
        Assert.Contains("2 schedules", await SayAsync(life, "career-admin tips list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ViewChannels, "I may not post there. Let me have View Channels and Send Messages in that channel")]
    [InlineData(SendMessages, "I may not post there. Let me have Send Messages in that channel")]
    public async Task Where_The_Bot_May_Not_Write_The_Right_That_Is_Missing_Is_Named(ulong denied, string said)
    {
        await using var life = await DiscordLife.StartAsync();
        var news = life.Discord.Overwrite(life.Discord.AddChannel(life.Server, "news"), denied, life.Discord.Bot);

        Assert.Contains(said, await SetAsync(life, news), StringComparison.Ordinal);
        Assert.Contains(said, await SayAsync(life, "career-admin setup", ("channel", news), ("zone", "Europe/Berlin"), ("time", "09:00")), StringComparison.Ordinal);
        Assert.Contains("No schedules yet", await SayAsync(life, "career-admin tips list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Thread_Has_The_Rights_Of_Its_Channel()
    {
        await using var life = await DiscordLife.StartAsync();
        var news = life.Discord.AddChannel(life.Server, "news");
        var thread = life.Discord.AddThread(news, "daily");
        life.Discord.Overwrite(news, SendInThreads, life.Discord.Bot);

        Assert.Contains("Send Messages in Threads", await SetAsync(life, thread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_Has_The_Bot_Write_Where_They_May_Not_Write_Themselves()
    {
        await using var life = await DiscordLife.StartAsync();
        var news = life.Discord.Overwrite(life.Discord.AddChannel(life.Server, "news"), SendMessages, life.Ana);

        Assert.Contains("You may not write in that channel yourself", await SetAsync(life, news), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Servers_Channel_And_One_That_Is_Gone_Are_Refused()
    {
        await using var life = await DiscordLife.StartAsync();
        var foreign = life.Discord.AddChannel(life.Discord.AddGuild("Elsewhere"), "general");
        var gone = life.Discord.AddChannel(life.Server, "gone");
        await life.Discord.DeleteChannelAsync(gone);

        Assert.Contains("That channel is not in this server", await SetAsync(life, foreign), StringComparison.Ordinal);
        Assert.Contains("I cannot see that channel", await SetAsync(life, gone), StringComparison.Ordinal);
        Assert.Contains("I cannot see that channel", await SetAsync(life, gone with { Id = "12345678901234567890" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Menu_Lets_People_Choose_A_Channel_And_Complete_A_Zone()
    {
        await using var life = await DiscordLife.StartAsync();
        var admin = life.Discord.Commands().Single(command => (string?)command["name"] == "career-admin");
        var channel = Named(Named(Named(admin, "tips"), "set"), "channel");

        Assert.Equal(7, (int?)channel["type"]);
        Assert.Equal([0, 5, 10, 11, 12], channel["channel_types"]!.AsArray().Select(type => (int)type!));

        foreach (var path in new[] { "career tips on", "career-admin tips set", "career-admin setup" })
        {
            var answer = await life.AnswerAsync(Interaction.Autocomplete(path, "zone", "new y", ("time", "09:00")), life.General);
            Assert.Equal("America/New_York", answer.Choices[0]);
            Assert.InRange(answer.Choices.Count, 1, 25);
        }
    }

    [Fact]
    public async Task Setting_Up_Another_Channel_Takes_A_Few_Clicks()
    {
        await using var life = await DiscordLife.StartAsync();
        var news = life.Discord.AddChannel(life.Server, "news");

        var zone = await life.AnswerAsync(Interaction.Command("career-admin setup", ("channel", news)) with { MemberPermissions = ManageServer }, life.General);
        var time = await ClickAsync(life, zone, "Europe/Berlin");
        var preview = await ClickAsync(life, time, "09:00");
        Assert.Contains("No schedules yet", await SayAsync(life, "career-admin tips list"), StringComparison.Ordinal);
        await ClickAsync(life, preview, "Save");

        Assert.Contains("One schedule", await SayAsync(life, "career-admin tips list"), StringComparison.Ordinal);
        Assert.Contains("Sent", await SayAsync(life, "career-admin tips run-now"), StringComparison.Ordinal);
        Assert.Single(life.Discord.VisibleMessages(news));
    }

    private static JsonNode Named(JsonNode parent, string name) => parent["options"]!.AsArray().Single(option => (string?)option!["name"] == name)!;

    private static Task<string> SetAsync(DiscordLife life, FakeChannel channel) =>
        SayAsync(life, "career-admin tips set", ("channel", channel), ("time", "09:00"), ("zone", "Europe/Berlin"));

    private static Task<InteractionAnswer> ClickAsync(DiscordLife life, InteractionAnswer answer, string label) => life.AnswerAsync(
        Interaction.Click(answer.Message!, answer.Message.Buttons().Single(button => button.Label == label).Id) with { MemberPermissions = ManageServer }, life.General);

    private static async Task<string> SayAsync(DiscordLife life, string path, params (string Name, object Value)[] options)
    {
        var answer = await life.AnswerAsync(Interaction.Command(path, options) with { MemberPermissions = ManageServer }, life.General);
        Assert.True(answer.IsEphemeral);
        return answer.Message.Text();
    }
}
