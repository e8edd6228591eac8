using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>Messages that nobody asked for just now: seen once, whatever happens on the way (fault rows 24 and 47).</summary>
public sealed class DeliveryTests
{
    private const string Posting = "chat.postMessage";

    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(10);

    private static readonly ChatReply Tip = new("Tip", new ReplyBlock.Paragraph("Read one paper."));

    [Fact]
    public async Task It_Is_Sent_With_Its_Key_And_Pings_Nobody()
    {
        await using var life = await SlackLife.StartAsync();

        var result = await SendAsync(life, "k1");

        var message = Assert.Single(life.Slack.VisibleMessages(life.General));
        Assert.Equal(new(SendOutcome.Sent, message.Ts), result);
        Assert.Equal(1, life.Slack.VisibleWith("k1"));
        var post = Assert.Single(life.Slack.RequestsTo(Posting));
        Assert.Equal(("false", "none", "false", "false"), (post["link_names"], post["parse"], post["unfurl_links"], post["unfurl_media"]));
    }

    [Theory]
    [InlineData("internal_error", true)]
    [InlineData("fatal_error", true)]
    [InlineData("internal_error", false)]
    public async Task After_Slacks_Own_Error_The_History_Decides(string error, bool isThere)
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        life.Slack.Faults.Next(Posting, isThere ? Fault.AcceptThenError(error) : Fault.Error(error));
        var begun = life.Clock.GetUtcNow();

        var first = await LookingTwiceAsync(life, SendAsync(life, "k1"));
        Assert.Equal(isThere ? SendOutcome.Sent : SendOutcome.NotNow, first.Outcome);
        Assert.Equal(isThere ? 1 : 0, life.Slack.VisibleWith("k1"));

        var second = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = begun }, default);
        Assert.Equal(SendOutcome.Sent, second.Outcome);
        Assert.Equal(1, life.Slack.VisibleWith("k1"));
        Assert.Equal(isThere ? 1 : 2, life.Slack.RequestsTo(Posting).Count);
    }

    [Fact]
    public async Task Whatever_Goes_Wrong_Two_Hundred_Times_Nothing_Is_Seen_Twice()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        Fault[] faults = [Fault.AcceptThenError(), Fault.AcceptThenServerError(), Fault.DropAfterEffect, Fault.CutJson, Fault.NotJson, Fault.Error("internal_error"), Fault.DropBeforeEffect, Fault.ServerError(500)];
        for (var number = 0; number < 200; number++)
        {
            life.Slack.Faults.Next(Posting, faults[number % faults.Length]);
            var message = Message(life, $"k{number}") with { To = new("slack", life.Slack.AddChannel($"c{number}").Id) };
            var begun = life.Clock.GetUtcNow();
            var result = await LookingTwiceAsync(life, life.Platform.SendAsync(message, default));
            for (var attempt = 0; result.Outcome == SendOutcome.NotNow && attempt < 5; attempt++)
            {
                // Long enough for Slack to be asked again after an outage.
                life.Clock.Advance(TimeSpan.FromMinutes(1));
                result = await LookingTwiceAsync(life, life.Platform.SendAsync(message with { FirstTriedAt = begun }, default));
            }

            Assert.Equal((SendOutcome.Sent, 1), (result.Outcome, life.Slack.VisibleWith($"k{number}")));
        }
    }

    [Fact]
    public async Task Of_A_Long_One_That_Breaks_Off_Between_Its_Messages_Each_Is_Seen_Once()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        var paragraphs = Enumerable.Range(0, 3).Select(number => (ReplyBlock)new ReplyBlock.Paragraph($"{number} {string.Concat(Enumerable.Repeat("word ", 550))}"));
        var message = Message(life, "k1") with { Reply = new("Long", [.. paragraphs]), FirstTriedAt = life.Clock.GetUtcNow() };
        life.Slack.Faults.Next(Posting, Fault.AcceptThenError(), times: 3);

        List<SendOutcome> outcomes = [];
        for (var attempt = 0; attempt < 3; attempt++)
        {
            outcomes.Add((await LookingTwiceAsync(life, life.Platform.SendAsync(message, default))).Outcome);
            life.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([SendOutcome.NotNow, SendOutcome.NotNow, SendOutcome.Sent], outcomes);
        Assert.Equal(3, life.Slack.RequestsTo(Posting).Count);
        Assert.Equal(3, life.Slack.BotMessages(life.General).Select(page => page.Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Of_Many_For_One_Channel_Each_Keeps_Its_Distance()
    {
        await using var life = await SlackLife.StartAsync();

        await life.Platform.SendAsync(Message(life, "k1") with { IsOneOfMany = true }, default);
        var second = life.Platform.SendAsync(Message(life, "k2") with { IsOneOfMany = true }, default);
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(1.04));
        Assert.Equal(0, life.Slack.VisibleWith("k2"));
        await life.PassUntilDoneAsync(second);

        Assert.Equal(1, life.Slack.VisibleWith("k2"));
    }

    [Fact]
    public async Task A_Slack_That_Takes_It_And_Hangs_Shows_It_Once()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next(Posting, Fault.AcceptThenHang);

        var sending = SendAsync(life, "k1");
        await life.Slack.UntilAsync(() => life.Slack.VisibleWith("k1") == 1);
        var result = await life.PassUntilDoneAsync(sending);

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Equal(1, life.Slack.VisibleWith("k1"));
    }

    [Fact]
    public async Task Where_The_History_May_Not_Be_Read_The_Outcome_Is_Unknown()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Always("conversations.history", Fault.MissingScope("channels:history"));
        life.Slack.Faults.Next(Posting, Fault.Error("internal_error"));

        var first = await SendAsync(life, "k1");
        var second = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = life.Clock.GetUtcNow() }, default);

        Assert.Equal((SendOutcome.Unknown, SendOutcome.Unknown), (first.Outcome, second.Outcome));
        Assert.Single(life.Slack.RequestsTo(Posting));
        Assert.Single(life.Slack.RequestsTo("conversations.history"));
    }

    [Fact]
    public async Task What_Shows_Up_Late_Is_Found_By_The_Second_Look()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        life.Slack.Faults.Next(Posting, Fault.AcceptThenError());
        life.Slack.Faults.Next("conversations.history", Fault.Status(200, """{"ok": true, "messages": []}"""));

        var sending = SendAsync(life, "k1");
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == SecondLook);
        Assert.False(sending.IsCompleted);
        life.Clock.Advance(SecondLook);
        var result = await sending;

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Equal((1, 2), (life.Slack.VisibleWith("k1"), life.Slack.RequestsTo("conversations.history").Count));
    }

    [Fact]
    public async Task An_Attempt_That_Is_Ended_Before_The_Second_Look_Ends_At_Once()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        life.Slack.Faults.Next(Posting, Fault.Error("internal_error"));
        using var lease = new CancellationTokenSource(TimeSpan.FromSeconds(9), life.Clock);

        var sending = life.Platform.SendAsync(Message(life, "k1"), lease.Token);
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == SecondLook);
        life.Clock.Advance(TimeSpan.FromSeconds(9));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Without_The_Scope_For_Channels_Direct_Messages_Are_Looked_Up_All_The_Same()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next("conversations.history", Fault.MissingScope("channels:history"));
        life.Slack.Faults.Next(Posting, Fault.AcceptThenError(), times: 2);

        var channel = await SendAsync(life, "k1");
        var direct = await life.Platform.SendAsync(new(ChatAddress.DirectTo("slack", life.Ana.Id), Tip, "k2"), default);

        Assert.Equal((SendOutcome.Unknown, SendOutcome.Sent), (channel.Outcome, direct.Outcome));
        Assert.DoesNotContain("missing", life.Platform.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_More_Was_Said_Than_Can_Be_Seen_The_Outcome_Is_Unknown()
    {
        await using var life = await SlackLife.StartAsync();
        for (var number = 0; number < 100; number++)
        {
            life.Slack.Events.ChannelMessage(life.Ana, life.General, "hello");
        }

        var result = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = life.Clock.GetUtcNow() }, default);

        Assert.Equal(SendOutcome.Unknown, result.Outcome);
        Assert.Empty(life.Slack.RequestsTo(Posting));
    }

    // Where there is no second look, there is nothing to wait for. Over HTTP: sockets have waits of their own that are as long.
    private static async Task<SendResult> LookingTwiceAsync(SlackLife life, Task<SendResult> sending)
    {
        while (await Task.WhenAny(sending, Task.Delay(10)) != sending)
        {
            if (life.Clock.Waits.Contains(SecondLook))
            {
                await life.PassAsync(SecondLook);
            }
        }

        return await sending;
    }

    private static OutboundMessage Message(SlackLife life, string key) => new(new("slack", life.General.Id) { Workspace = life.Slack.TeamId }, Tip, key);

    private static Task<SendResult> SendAsync(SlackLife life, string key) => life.Platform.SendAsync(Message(life, key), default);
}
