using System.Net.WebSockets;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Fakes;

/// <summary>The fake's Socket Mode keeps to Slack's contract.</summary>
public sealed class FakeSlackSocketTests : FakeSlackTest
{
    [Fact]
    public async Task A_Ticket_Is_Good_Once()
    {
        var ticket = await Api.CallAsync("apps.connections.open", token: Slack.AppToken);
        var address = new Uri((string)ticket.Body["url"]!);
        using var socket = await RawSlackSocket.OpenAsync(address);
        var hello = (await socket.ReceiveAsync())!;

        Assert.Equal("hello", (string?)hello["type"]);
        Assert.Equal(1, (int)hello["num_connections"]!);
        Assert.Equal(Slack.AppId, (string?)hello["connection_info"]!["app_id"]);
        await Assert.ThrowsAsync<WebSocketException>(() => RawSlackSocket.OpenAsync(address));
    }

    [Fact]
    public async Task Each_Envelope_Goes_To_One_Socket_In_Turn()
    {
        using var first = await RawSlackSocket.ConnectAsync(Slack, Api);
        using var second = await RawSlackSocket.ConnectAsync(Slack, Api);
        await Slack.UntilConnectedAsync(2);
        var hi = await Slack.MentionAsync(Ana, Channel, "hi <b>");
        var ho = await Slack.DirectMessageAsync(Ana, "ho");
        var atFirst = await first.TakeAsync();
        Clock.Advance(TimeSpan.FromSeconds(2));
        var atSecond = await second.TakeAsync();
        var acked = await Slack.UntilAcknowledgedAsync(ho);

        Assert.Equal($"<@{Slack.BotUserId}> hi &lt;b&gt;", (string?)atFirst["payload"]!["event"]!["text"]);
        Assert.Equal(hi.EventId, (string?)atFirst["payload"]!["event_id"]);
        Assert.Equal("im", (string?)atSecond["payload"]!["event"]!["channel_type"]);
        Assert.Equal(TimeSpan.FromSeconds(2), acked.AckLatency);
        Assert.Equal(2, Slack.Envelopes.Count);
    }

    [Fact]
    public async Task An_Unacknowledged_Event_Comes_Again_In_A_New_Envelope()
    {
        using var socket = await RawSlackSocket.ConnectAsync(Slack, Api);
        var mention = await Slack.MentionAsync(Ana, Channel, "hi");
        var first = (await socket.ReceiveAsync())!;
        Assert.Equal(1, await Slack.RedeliverUnacknowledgedAsync());
        var second = await socket.TakeAsync();
        await Slack.UntilAcknowledgedAsync(mention);

        Assert.Equal((string?)first["payload"]!["event_id"], (string?)second["payload"]!["event_id"]);
        Assert.NotEqual((string?)first["envelope_id"], (string?)second["envelope_id"]);
        Assert.Equal(1, (int)second["retry_attempt"]!);
        Assert.Equal("timeout", (string?)second["retry_reason"]);
        Assert.Equal(0, await Slack.RedeliverUnacknowledgedAsync());
    }

    [Fact]
    public async Task An_Event_Waits_For_A_Socket_And_A_Command_Does_Not()
    {
        await Slack.MentionAsync(Ana, Channel, "hi");
        await Slack.SlashCommandAsync(Ana, Channel, "/career", "faq");
        using var socket = await RawSlackSocket.ConnectAsync(Slack, Api);
        var envelope = await socket.TakeAsync();

        Assert.Equal("events_api", (string?)envelope["type"]);
        Assert.Single(Slack.Envelopes);
    }

    [Fact]
    public async Task A_Socket_Can_Be_Taken_Away_In_Every_Manner()
    {
        using var warned = await RawSlackSocket.ConnectAsync(Slack, Api);
        await Slack.SocketMode.Connections[0].DisconnectAsync(DisconnectReason.Warning);
        await Slack.SocketMode.Connections[0].SendTextAsync("\"strange\"");
        await Slack.SocketMode.Connections[0].PingAsync();
        await Slack.SocketMode.Connections[0].DisconnectAsync(DisconnectReason.RefreshRequested, close: true);
        Assert.Equal("warning", (string?)(await warned.ReceiveAsync())!["reason"]);
        Assert.Equal("strange", (string?)await warned.ReceiveAsync());
        Assert.Equal("refresh_requested", (string?)(await warned.ReceiveAsync())!["reason"]);
        Assert.Null(await warned.ReceiveAsync());
        Assert.Equal(1000, warned.CloseCode);
        await warned.CloseAsync();
        await Slack.UntilAsync(() => !Slack.Connections[0].IsOpen);

        using var aborted = await RawSlackSocket.ConnectAsync(Slack, Api);
        await Slack.UntilConnectedAsync();
        Slack.SocketMode.Connections[0].Abort();
        Assert.Null(await aborted.ReceiveAsync());
        Assert.Null(aborted.CloseCode);

        Slack.SocketMode.MostConnections = 0;
        var ticket = await Api.CallAsync("apps.connections.open", token: Slack.AppToken);
        using var tooMany = await RawSlackSocket.OpenAsync(new((string)ticket.Body["url"]!));
        Assert.Equal("too_many_websockets", (string?)(await tooMany.ReceiveAsync())!["reason"]);
        Assert.Null(await tooMany.ReceiveAsync());
    }

    [Fact]
    public async Task A_Half_Open_Socket_Hears_Nothing_And_Gets_No_Envelopes()
    {
        using var deaf = await RawSlackSocket.ConnectAsync(Slack, Api);
        await Slack.UntilConnectedAsync();
        Slack.SocketMode.Connections[0].GoSilent();
        await deaf.SendAsync("anything");
        using var other = await RawSlackSocket.ConnectAsync(Slack, Api);
        await Slack.MentionAsync(Ana, Channel, "hi");
        await other.TakeAsync();

        Assert.Equal(2, Slack.Envelopes[0].Connection);
        Assert.True(Slack.Connections[0].IsOpen);
        Assert.Empty(Slack.Connections[0].StrangeFrames);
    }

    [Fact]
    public void Every_Kind_Of_Event_Can_Be_Told()
    {
        var events = Slack.Events;
        Delivery[] told =
        [
            events.AppHomeOpened(Ana),
            events.AssistantThreadStarted(Ana, Channel),
            events.AssistantThreadContextChanged(Ana, Channel, "1.000001"),
            events.AppUninstalled(),
            events.TokensRevoked(),
            events.MemberJoined(Channel),
            events.MemberLeft(Channel, Ana),
            events.ChannelArchived(Channel, Ana),
            events.ChannelUnarchived(Channel, Ana),
            events.BotMessage(Channel, "beep"),
            events.Subtype("message_changed", Ana, Channel),
        ];

        Assert.Equal(
            "app_home_opened assistant_thread_started assistant_thread_context_changed app_uninstalled tokens_revoked member_joined_channel "
            + "member_left_channel channel_archive channel_unarchive message message",
            string.Join(' ', told.Select(delivery => (string?)delivery.Payload["event"]!["type"])));
        Assert.Equal(told.Length, told.Select(delivery => delivery.EventId).Distinct().Count());
        Assert.All(told, delivery => Assert.NotNull(delivery.Payload["event"]!["event_ts"]));
    }

    [Fact]
    public void A_Mention_Can_Arrive_As_A_Message_As_Well()
    {
        var mention = Slack.Events.Mention(Ana, Channel, "hi");
        var message = Slack.Events.AsMessage(mention);

        Assert.NotEqual(mention.EventId, message.EventId);
        Assert.Equal((string?)mention.Payload["event"]!["ts"], (string?)message.Payload["event"]!["ts"]);
        Assert.Equal("message", (string?)message.Payload["event"]!["type"]);
        Assert.Single(Slack.VisibleMessages(Channel));
    }

    [Fact]
    public async Task A_Thousand_Events_Over_Two_Sockets_Are_All_Acknowledged_Once()
    {
        using var first = await RawSlackSocket.ConnectAsync(Slack, Api);
        using var second = await RawSlackSocket.ConnectAsync(Slack, Api);
        await Slack.UntilConnectedAsync(2);
        Slack.SocketMode.PingEvery(TimeSpan.FromSeconds(1));
        var taking = Task.WhenAll(TakeAsync(first, 500), TakeAsync(second, 500));
        for (var number = 0; number < 1000; number++)
        {
            await Slack.DirectMessageAsync(Ana, $"{number}");
            Clock.Advance(TimeSpan.FromSeconds(0.1));
        }

        await taking;
        await Slack.UntilAsync(() => Slack.Unacknowledged.Count == 0);
        Assert.All(Slack.Envelopes, envelope => Assert.Equal(1, envelope.AckCount));
    }

    private static async Task TakeAsync(RawSlackSocket socket, int count)
    {
        for (var taken = 0; taken < count; taken++)
        {
            await socket.TakeAsync();
        }
    }
}
