using System.Text.Json.Nodes;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Messages that nobody asked for just now: seen once, whatever happens on the way (fault rows 21 and 23 to 27, 36, 37).</summary>
public sealed class DeliveryTests
{
    private const string Posting = "POST channels/*/messages";

    private static readonly ChatReply Tip = new("Tip", new ReplyBlock.Paragraph("Read one paper."));

    [Fact]
    public async Task It_Is_Sent_With_A_Nonce_And_Its_Key()
    {
        await using var life = await DiscordLife.StartAsync();

        var result = await SendAsync(life, "k1");

        var message = Assert.Single(life.Discord.VisibleMessages(life.General));
        Assert.Equal((SendOutcome.Sent, message["id"]?.ToString()), (result.Outcome, result.MessageId));
        Assert.Contains(message.Buttons(), button => button.Id == "t:k1");
    }

    [Fact]
    public async Task Sending_Twice_With_The_Same_Key_Shows_Once()
    {
        await using var life = await DiscordLife.StartAsync();

        var first = await SendAsync(life, "k1");
        var second = await SendAsync(life, "k1");

        Assert.Equal(first, second);
        Assert.Single(life.Discord.VisibleMessages(life.General));
    }

    [Fact]
    public async Task A_Server_That_Takes_It_And_Hangs_Shows_It_Once()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next(Posting, Fault.AcceptThenHang);

        var sending = SendAsync(life, "k1");
        await life.Discord.UntilAsync(() => life.Discord.VisibleMessages(life.General).Count == 1);
        var result = await AdvanceUntilDoneAsync(life, sending);

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Single(life.Discord.VisibleMessages(life.General));
    }

    [Fact]
    public async Task Long_After_A_Doubtful_Attempt_The_First_Copy_Is_Found()
    {
        await using var life = await DiscordLife.StartAsync();
        await SendAsync(life, "k1");
        var firstTry = life.Clock.GetUtcNow();
        life.Clock.Advance(TimeSpan.FromMinutes(10));

        var again = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = firstTry }, default);
        var other = await life.Platform.SendAsync(Message(life, "k2") with { FirstTriedAt = firstTry }, default);

        Assert.Equal((SendOutcome.Sent, SendOutcome.Sent), (again.Outcome, other.Outcome));
        Assert.Equal(2, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task The_First_Copy_Is_Found_However_Much_Was_Said_Around_It()
    {
        await using var life = await DiscordLife.StartAsync();
        var firstTry = life.Clock.GetUtcNow();
        await ChatAsync(life, 150);
        await SendAsync(life, "k1");
        await ChatAsync(life, 150);
        life.Clock.Advance(TimeSpan.FromMinutes(10));

        var again = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = firstTry }, default);

        Assert.Equal(SendOutcome.Sent, again.Outcome);
        Assert.Equal(301, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task In_A_Flood_Too_Long_To_Search_The_Outcome_Is_Unknown()
    {
        await using var life = await DiscordLife.StartAsync();
        var firstTry = life.Clock.GetUtcNow();
        await ChatAsync(life, 1_000);
        life.Clock.Advance(TimeSpan.FromMinutes(10));

        var result = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = firstTry }, default);

        Assert.Equal(SendOutcome.Unknown, result.Outcome);
        Assert.Equal(1_000, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task Of_Two_Messages_The_One_That_Came_Through_Is_Not_Sent_Again()
    {
        await using var life = await DiscordLife.StartAsync();
        var firstTry = life.Clock.GetUtcNow();
        var two = Message(life, "k1") with { Reply = new("Tip", [.. Enumerable.Repeat(new ReplyBlock.Paragraph(new('a', 3_000)), 2)]), FirstTriedAt = firstTry };
        var release = new TaskCompletionSource();
        life.Discord.Faults.Next(Posting, Fault.HeldUntil(release.Task));
        life.Discord.Faults.Next(Posting, Fault.RateLimited(TimeSpan.FromMinutes(5)));
        release.SetResult();

        var first = await life.Platform.SendAsync(two, default);
        life.Clock.Advance(TimeSpan.FromMinutes(10));
        var second = await life.Platform.SendAsync(two, default);

        Assert.Equal((SendOutcome.NotNow, SendOutcome.Sent), (first.Outcome, second.Outcome));
        Assert.Equal(2, life.Discord.VisibleMessages(life.General).Count);
    }

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

    [Fact]
    public async Task Where_The_History_May_Not_Be_Read_The_Outcome_Is_Unknown()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next("GET channels/*/messages", Fault.Forbidden(50013));

        var result = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = life.Clock.GetUtcNow().AddMinutes(-10) }, default);

        Assert.Equal(SendOutcome.Unknown, result.Outcome);
        Assert.Empty(life.Discord.VisibleMessages(life.General));
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

    [Fact]
    public async Task A_Person_Is_Reached_By_Direct_Message()
    {
        await using var life = await DiscordLife.StartAsync();

        var result = await life.Platform.SendAsync(new(ChatAddress.DirectTo("discord", life.Ana.Id), Tip, "k1"), default);

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Single(life.Discord.VisibleMessages(life.Discord.DirectMessages(life.Ana)));
    }

    private static OutboundMessage Message(DiscordLife life, string key) => new(new("discord", life.General.Id) { Workspace = life.Server.Id }, Tip, key);

    private static Task<SendResult> SendAsync(DiscordLife life, string key) => life.Platform.SendAsync(Message(life, key), default);

    private static async Task ChatAsync(DiscordLife life, int messages)
    {
        for (var number = 0; number < messages; number++)
        {
            await life.Discord.SayAsync(life.General, life.Ana, "and so on");
        }
    }

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
