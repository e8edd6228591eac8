using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using Moq;

namespace MLCareerBot.Tests.Features.Tips.Orders;

/// <summary>Admins set up channels' tips.</summary>
public sealed class SchedulesTests : IDisposable
{
    private static readonly ChatUser Ada = new("ada", IsAdmin: true);

    private readonly Mock<IChatPlatform> _platform = new();
    private readonly TestBot _bot;

    public SchedulesTests()
    {
        _platform.Setup(platform => platform.Name).Returns("test");
        _platform.Setup(platform => platform.ExamineAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatUser>(), It.IsAny<CancellationToken>())).ReturnsAsync(PlaceFinding.Open);
        _platform.Setup(platform => platform.SendAsync(It.IsAny<OutboundMessage>(), It.IsAny<CancellationToken>())).ReturnsAsync(new SendResult(SendOutcome.Sent, "1"));
        _bot = new(services => services.AddSingleton(_platform.Object));
    }

    [Fact]
    public async Task A_Schedule_Is_Set_Listed_Previewed_Run_Paused_And_Removed()
    {
        Assert.Equal("Daily tips are set up", (await SayAsync("tips set 09:00 Europe/Berlin daily")).Title);
        var listed = await SayAsync("tips list");
        Assert.Contains("Tue 24 Nov 2026, 09:00 (Europe/Berlin)", listed.AllText(), StringComparison.Ordinal);
        var preview = await SayAsync("tips preview");
        Assert.Contains("Tip 1 of", preview.AllText(), StringComparison.Ordinal);
        Assert.Equal("Sent", (await SayAsync("tips run-now")).Title);
        Assert.Equal(listed.AllText(), (await SayAsync("tips list")).AllText());
        Assert.Equal(preview.AllText(), (await SayAsync("tips preview")).AllText());
        Assert.Contains("Mon 7 Dec 2026", (await SayAsync("tips pause 2 weeks")).AllText(), StringComparison.Ordinal);
        Assert.Equal("Removed", (await SayAsync("tips remove")).Title);
        Assert.Equal("No schedules yet", (await SayAsync("tips list")).Title);
    }

    [Fact]
    public async Task Set_Again_Changes_It_And_Another_Topic_Is_Another_One()
    {
        await SayAsync("tips set 09:00 Europe/Berlin");
        Assert.Equal("Daily tips are changed", (await SayAsync("tips set 10:00")).Title);
        await SayAsync("tips set 11:00 Europe/Berlin topic:skills");

        Assert.Equal("2 schedules", (await SayAsync("tips list")).Title);
        Assert.Equal("Which one?", (await SayAsync("tips remove")).Title);
        Assert.Equal("No such schedule", (await SayAsync("tips remove zzzzz")).Title);
    }

    [Fact]
    public async Task Where_The_Bot_May_Not_Write_Nothing_Is_Kept_And_The_Reason_Said()
    {
        _platform.Setup(platform => platform.ExamineAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatUser>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(PlaceFinding.Closed("Send Messages is missing."));

        Assert.Contains("Send Messages is missing.", (await SayAsync("tips set 09:00 Europe/Berlin")).AllText(), StringComparison.Ordinal);
        var setup = await SayAsync("setup 09:00 Europe/Berlin");
        Assert.Contains("Send Messages is missing.", setup.AllText(), StringComparison.Ordinal);
        Assert.Contains("setup 09:00 Europe/Berlin", setup.FollowUps[0].Says, StringComparison.Ordinal);
        Assert.Equal("No schedules yet", (await SayAsync("tips list")).Title);
    }

    [Fact]
    public async Task Setup_Asks_For_What_Is_Missing_And_Saves_At_A_Click()
    {
        var zone = await SayAsync("setup");
        Assert.Equal("Which time zone?", zone.Title);
        var time = await SayAsync(zone.FollowUps[1].Says["career-admin ".Length..]);
        Assert.Equal("At what time?", time.Title);
        var preview = await SayAsync(time.FollowUps[1].Says["career-admin ".Length..]);
        Assert.Equal("Shall I save this?", preview.Title);
        Assert.Equal("No schedules yet", (await SayAsync("tips list")).Title);

        await SayAsync(preview.FollowUps[0].Says["career-admin ".Length..]);

        Assert.Contains("09:00 (Europe/Berlin)", (await SayAsync("tips list")).AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tips list")]
    [InlineData("tips preview")]
    [InlineData("tips run-now")]
    [InlineData("tips remove")]
    [InlineData("tips pause 2 weeks")]
    public async Task Admins_Of_Another_Server_Members_And_Direct_Messages_Reach_Nothing(string verb)
    {
        await SayAsync("tips set 09:00 Europe/Berlin");
        var id = (await SayAsync("tips list")).AllText().Split(':')[0].Split('\n')[^1];
        var line = verb is "tips list" ? verb : verb.Contains("pause", StringComparison.Ordinal) ? $"{verb} id:{id}" : $"{verb} {id}";

        foreach (var (workspace, user) in new[] { ("elsewhere", Ada), (null, Ada) })
        {
            Assert.Equal("No schedules yet", (await SayAsync(line, workspace, user)).Title);
        }

        Assert.Same(CommandReplies.ForAdminsOnly, await SayAsync(line, "bootcamp", new("ana")));
        Assert.Equal("One schedule", (await SayAsync("tips list")).Title);
    }

    [Fact]
    public async Task A_Person_May_Set_Up_Twenty()
    {
        for (var channel = 0; channel < 20; channel++)
        {
            Assert.Equal("Daily tips are set up", (await SayAsync($"tips set 09:00 Europe/Berlin channel:{100000000 + channel}")).Title);
        }

        Assert.Equal("Nothing was set up", (await SayAsync("tips set 09:00 Europe/Berlin channel:999999999")).Title);
    }

    public void Dispose() => _bot.Dispose();

    private Task<ChatReply> SayAsync(string text) => SayAsync(text, "bootcamp", Ada);

    private Task<ChatReply> SayAsync(string text, string? workspace, ChatUser user) =>
        _bot.Router.RespondAsync(new(new("test", "general") { Workspace = workspace }, user, text) { IsAdminCommand = true }, default);
}
