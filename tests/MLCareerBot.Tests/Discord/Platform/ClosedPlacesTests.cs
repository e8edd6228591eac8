using System.Text.Json.Nodes;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Places and people that refuse the bot, and what opens them again (fault rows 21, 26, 27, 36 and 37).</summary>
public sealed class ClosedPlacesTests
{
    private const string Posting = "POST channels/*/messages";

    private static readonly ChatReply Tip = new("Tip", new ReplyBlock.Paragraph("Read one paper."));

    [Fact]
    public async Task Somebody_Who_Does_Not_Exist_Is_Gone_And_The_Content_Is_Not_To_Blame()
    {
        await using var life = await DiscordLife.StartAsync();

        var result = await life.Platform.SendAsync(new(ChatAddress.DirectTo("discord", "999"), Tip, "k1"), default);

        Assert.Equal(SendOutcome.Gone, result.Outcome);
    }

    [Fact]
    public async Task Whoever_Opens_Their_Direct_Messages_And_Comes_Back_Is_Reached_At_Once()
    {
        await using var life = await DiscordLife.StartAsync();
        var toAna = new OutboundMessage(ChatAddress.DirectTo("discord", life.Ana.Id), Tip, "k1");
        life.Discord.Faults.Next(Posting, Fault.Forbidden(50007));
        Assert.Equal(SendOutcome.DirectMessagesClosed, (await life.Platform.SendAsync(toAna, default)).Outcome);
        Assert.Equal(SendOutcome.DirectMessagesClosed, (await life.Platform.SendAsync(toAna, default)).Outcome);

        await life.CommandAsync("career sources");

        Assert.Equal(SendOutcome.Sent, (await life.Platform.SendAsync(toAna, default)).Outcome);
    }

    [Theory]
    [InlineData(403, 50013, SendOutcome.NoAccess)]
    [InlineData(403, 50001, SendOutcome.NoAccess)]
    [InlineData(404, 10003, SendOutcome.Gone)]
    [InlineData(403, 50007, SendOutcome.DirectMessagesClosed)]
    [InlineData(400, 50035, SendOutcome.ContentRefused)]
    public async Task A_Refusal_Is_Told_Apart(int status, int code, SendOutcome outcome)
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next(Posting, Fault.Refusal(status, code));

        Assert.Equal(outcome, (await SendAsync(life, "k1")).Outcome);
    }

    [Fact]
    public async Task A_Thousand_Closed_Channels_Cost_A_Thousand_Requests_However_Often_They_Are_Tried()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Always(Posting, Fault.Forbidden(50013));

        for (var round = 0; round < 3; round++)
        {
            for (var channel = 0; channel < 1_000; channel++)
            {
                var sending = life.Platform.SendAsync(new(new("discord", $"{channel + 1}") { Workspace = life.Server.Id }, Tip, $"k{channel}"), default);
                Assert.Equal(SendOutcome.NoAccess, (await AdvanceUntilDoneAsync(life, sending)).Outcome);
            }
        }

        Assert.InRange(life.Discord.InvalidRequests.Count, 1, 1_100);
    }

    [Fact]
    public async Task A_Token_That_Is_Rejected_In_Mid_Run_Is_Never_Used_Again()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next(Posting, Fault.Unauthorized);

        var first = await SendAsync(life, "k1");
        var requests = life.Discord.Requests.Count;
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => SendAsync(life, $"k{number}")));

        Assert.Equal(SendOutcome.PlatformStopped, first.Outcome);
        Assert.All(results, result => Assert.Equal(SendOutcome.PlatformStopped, result.Outcome));
        Assert.Equal(requests, life.Discord.Requests.Count);
        Assert.Single(life.Bot.Log.Lines, line => line.Level == Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task A_Global_Limit_Stops_Tips_And_Not_Answers()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next(Posting, Fault.RateLimited(TimeSpan.FromSeconds(10), LimitScope.Global));
        var sending = SendAsync(life, "k1");
        await life.Clock.UntilSomethingWaitsAsync(wait => wait >= TimeSpan.FromSeconds(10));

        var answer = await life.CommandAsync("career salary");
        Assert.Equal(CallbackType.Message, answer.Callback);
        Assert.Empty(life.Discord.VisibleMessages(life.General));

        Assert.Equal(SendOutcome.Sent, (await AdvanceUntilDoneAsync(life, sending)).Outcome);
        Assert.Empty(life.Discord.EarlyRequests);
    }

    [Fact]
    public async Task An_Outage_Of_A_Server_Suspends_Nothing()
    {
        await using var life = await DiscordLife.StartAsync();

        await life.Discord.OutageAsync(life.Server);
        await MarkerAsync(life);

        Assert.Equal(SendOutcome.Sent, (await SendAsync(life, "k1")).Outcome);
    }

    [Fact]
    public async Task A_Bot_That_Was_Kicked_Sends_Nothing_There_Until_It_Is_Back()
    {
        await using var life = await DiscordLife.StartAsync();

        await life.Discord.KickAsync(life.Server);
        await MarkerAsync(life);
        var requests = life.Discord.Requests.Count;
        Assert.Equal(SendOutcome.NoAccess, (await SendAsync(life, "k1")).Outcome);
        Assert.Equal(requests, life.Discord.Requests.Count);

        await life.Discord.ReturnAsync(life.Server);
        await MarkerAsync(life);
        Assert.Equal(SendOutcome.Sent, (await SendAsync(life, "k1")).Outcome);
    }

    [Fact]
    public async Task A_Bot_That_Was_Kicked_Behind_Its_Back_Learns_So_From_Its_Next_Session()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Gateway.AcceptsConnections = false;
        await life.Discord.Gateway.DropAsync();
        await life.Discord.KickAsync(life.Server);
        life.Discord.Gateway.ForgetSessions();
        life.Discord.Gateway.AcceptsConnections = true;

        while (life.Discord.Identifies < 2)
        {
            life.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }

        await life.Bot.Log.UntilAsync("Discord ready: 0 servers");

        Assert.Equal(SendOutcome.NoAccess, (await SendAsync(life, "k1")).Outcome);
    }

    [Fact]
    public async Task A_Channel_That_Refused_Is_Tried_Again_When_Its_Rights_Have_Changed()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next(Posting, Fault.Forbidden(50013));
        Assert.Equal(SendOutcome.NoAccess, (await SendAsync(life, "k1")).Outcome);
        Assert.Equal(SendOutcome.NoAccess, (await SendAsync(life, "k1")).Outcome);

        await life.Discord.ChangePermissionsAsync(life.Server, 0);
        await MarkerAsync(life);

        Assert.Equal(SendOutcome.Sent, (await SendAsync(life, "k1")).Outcome);
    }

    [Fact]
    public async Task Where_It_May_Not_Write_A_Mention_Costs_One_Refusal_Until_Rights_Change()
    {
        await using var life = await DiscordLife.StartAsync();
        var mention = $"<@{life.Discord.BotUserId}> salary";
        life.Discord.Faults.Always(Posting, Fault.Forbidden(50001));
        await life.Discord.SayAsync(life.General, life.Ana, mention);
        await life.Bot.Log.UntilAsync("could not be answered");

        for (var round = 0; round < 20; round++)
        {
            await life.Discord.SayAsync(life.General, life.Ana, mention);
        }

        await MarkerAsync(life);
        Assert.Single(life.Discord.InvalidRequests);

        life.Discord.Faults.Clear();
        await life.Discord.Gateway.DispatchAsync("GUILD_MEMBER_UPDATE", new JsonObject { ["guild_id"] = life.Server.Id });
        await life.SayAsync(life.General, mention);
        Assert.Equal(23, life.Discord.VisibleMessages(life.General).Count);
    }

    private static OutboundMessage Message(DiscordLife life, string key) => new(new("discord", life.General.Id) { Workspace = life.Server.Id }, Tip, key);

    private static Task<SendResult> SendAsync(DiscordLife life, string key) => life.Platform.SendAsync(Message(life, key), default);

    // Events come in order: what was sent before an answered question has been taken in.
    private static async Task MarkerAsync(DiscordLife life) =>
        await life.AnswerAsync(Interaction.Command("career sources"), life.Discord.DirectMessages(life.Ana));

    private static async Task<T> AdvanceUntilDoneAsync<T>(DiscordLife life, Task<T> work)
    {
        while (await Task.WhenAny(work, Task.Delay(20)) != work)
        {
            life.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await work;
    }
}
