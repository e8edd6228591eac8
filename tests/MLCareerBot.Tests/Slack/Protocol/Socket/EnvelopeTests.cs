using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Socket;

namespace MLCareerBot.Tests.Slack.Protocol.Socket;

public sealed class EnvelopeTests
{
    [Fact]
    public async Task Hands_On_What_Comes_And_Acknowledges_It()
    {
        await using var bed = await SocketBed.ConnectAsync();

        var mention = await bed.MentionAsync();
        var command = await bed.Slack.SlashCommandAsync(bed.User, bed.Channel, "/career", "faq salary");
        await bed.Slack.UntilAcknowledgedAsync(command);
        await bed.Slack.RedeliverAsync(mention);
        await bed.Slack.UntilAsync(() => bed.Slack.Envelopes.Count(envelope => envelope.IsAcked) == 3);

        Assert.Equal([EnvelopeKind.Event, EnvelopeKind.Command, EnvelopeKind.Event], bed.Taken.Select(envelope => envelope.Kind));
        var (first, second, again) = (bed.Taken.First(), bed.Taken.ElementAt(1), bed.Taken.Last());
        Assert.Equal([$"event:{mention.EventId}", $"message:{mention.Message!.ChannelId}:{mention.Message.Ts}"], first.DedupeKeys);
        Assert.Equal([$"trigger:{command.TriggerId}"], second.DedupeKeys);
        Assert.Equal(first.DedupeKeys, again.DedupeKeys);
        Assert.Equal((1, "timeout"), (again.RetryAttempt, again.RetryReason));
        Assert.Equal(bed.Clock.GetTimestamp(), first.ReceivedAt);
        Assert.DoesNotContain(command.ResponseUrl!.AbsoluteUri, $"{second}", StringComparison.Ordinal);
        Assert.All(bed.Slack.Envelopes, envelope => Assert.Null(envelope.Problem));
    }

    [Fact]
    public async Task Says_At_Once_What_The_Acknowledgement_Can_Carry()
    {
        await using var bed = await SocketBed.ConnectAsync();
        bed.Decide = _ => Task.FromResult(EnvelopeAnswer.AckWith(JsonElement.Parse("""{"text": "Try again later."}""")));

        var command = await bed.Slack.SlashCommandAsync(bed.User, bed.Channel, "/career", "faq");
        var mention = await bed.MentionAsync();

        Assert.Equal("Try again later.", (await bed.Slack.UntilAcknowledgedAsync(command)).AckPayload!["text"]!.GetValue<string>());
        Assert.Null((await bed.Slack.UntilAcknowledgedAsync(mention)).AckPayload);
    }

    [Fact]
    public async Task What_Is_Not_Kept_Is_Left_To_Come_Again()
    {
        await using var bed = await SocketBed.ConnectAsync();
        bed.Decide = _ => bed.Taken.Count switch
        {
            1 => Task.FromResult(EnvelopeAnswer.DoNotAck),
            2 => throw new InvalidOperationException("The disk is full."),
            _ => Task.FromResult(EnvelopeAnswer.Ack),
        };

        var delivery = await bed.Slack.MentionAsync(bed.User, bed.Channel, "Hello");
        await SocketBed.UntilAsync(() => bed.Taken.Count == 1);
        Assert.Equal(1, await bed.Slack.RedeliverUnacknowledgedAsync());
        await SocketBed.UntilAsync(() => bed.Log.Lines.Any(line => line.Level == LogLevel.Error));
        Assert.Equal(1, await bed.Slack.RedeliverUnacknowledgedAsync());
        await bed.Slack.UntilAcknowledgedAsync(delivery);

        Assert.Equal([false, false, true], bed.Slack.EnvelopesOf(delivery).Select(envelope => envelope.IsAcked));
        Assert.Equal(2, bed.Slack.SocketMode.Connections.Count);
    }

    [Fact]
    public async Task A_Slow_Decision_Holds_Nothing_Up()
    {
        await using var bed = await SocketBed.ConnectAsync();
        var slow = new TaskCompletionSource<EnvelopeAnswer>();
        bed.Decide = _ => bed.Taken.Count <= 4 ? slow.Task : Task.FromResult(EnvelopeAnswer.Ack);
        var stuck = new List<Delivery>();
        for (var i = 0; i < 4; i++)
        {
            stuck.Add(await bed.Slack.MentionAsync(bed.User, bed.Channel, "Hello"));
            await SocketBed.UntilAsync(() => bed.Taken.Count == i + 1);
        }

        await bed.MentionAsync();
        await bed.MentionAsync();
        slow.SetResult(EnvelopeAnswer.Ack);
        foreach (var delivery in stuck)
        {
            await bed.Slack.UntilAcknowledgedAsync(delivery);
        }
    }

    [Fact]
    public async Task A_Decision_Without_End_Is_Given_Up()
    {
        await using var bed = await SocketBed.ConnectAsync();
        bed.Decide = _ => new TaskCompletionSource<EnvelopeAnswer>().Task;

        var delivery = await bed.Slack.MentionAsync(bed.User, bed.Channel, "Hello");
        await bed.PassAsync(2.5);
        await SocketBed.UntilAsync(() => bed.Log.Lines.Any(line => line.Level == LogLevel.Error));

        Assert.False(Assert.Single(bed.Slack.EnvelopesOf(delivery)).IsAcked);
    }

    [Fact]
    public async Task Nonsense_Is_Passed_Over_And_Counted()
    {
        await using var bed = await SocketBed.ConnectAsync();
        var connection = bed.Slack.SocketMode.Connections[0];
        string[] nonsense =
        [
            "", "null", "5", "[]", "{", "{}x", """{"type": 5}""", """{"type": "hello", "envelope_id": {}}""", """{"type": "new_kind"}""",
            """{"type": "disconnected"}""", """{"envelope_id": "", "type": "events_api"}""", $$"""{"x": {{new string('[', 70)}}{{new string(']', 70)}}}""",
            """{"type": "\ud800", "envelope_id": "\ud800"}""", """{"\ud800": 1}""", $$"""{"envelope_id": "{{new string('x', 300)}}"}""",
        ];
        foreach (var frame in nonsense)
        {
            await connection.SendTextAsync(frame);
        }

        await connection.SendBinaryAsync(new byte[] { 1, 2, 3 });
        await bed.MentionAsync();
        await bed.MentionAsync();

        Assert.Equal(2, bed.Taken.Count);
        Assert.Equal(2, bed.Slack.Connections.Count);
        Assert.All(bed.Slack.Connections, recorded => Assert.Empty(recorded.StrangeFrames));
        Assert.Equal(4, bed.Log.Lines.Count(line => line.Level == LogLevel.Warning));
    }

    [Theory]
    [InlineData("""{"envelope_id": "1", "type": "events_api"}""")]
    [InlineData("""{"envelope_id": "1", "type": "events_api", "payload": null}""")]
    [InlineData("""{"envelope_id": "1", "type": "events_api", "payload": {"type": "app_rate_limited", "team_id": "T1"}}""")]
    [InlineData("""{"envelope_id": "1", "type": "events_api", "payload": {"event_id": "\udfff", "event": []}}""")]
    [InlineData("""{"envelope_id": "1", "type": "interactive", "payload": {"type": "view_closed", "trigger_id": "1"}}""")]
    [InlineData("""{"envelope_id": "1", "type": "interactive", "payload": {"type": "block_suggestion", "action_id": "q"}}""")]
    [InlineData("""{"envelope_id": "1", "type": "something_new", "payload": {"event_id": "Ev1"}}""")]
    public void What_Lacks_Something_Is_Handed_On_Without_Keys(string json)
    {
        var frame = Assert.IsType<SocketFrame>(SocketFrame.Read(System.Text.Encoding.UTF8.GetBytes(json)));

        var envelope = frame.ToEnvelope(receivedAt: 5);

        Assert.Equal("1", frame.EnvelopeId);
        Assert.Empty(envelope.DedupeKeys);
        Assert.Equal(JsonValueKind.Object, envelope.Payload.ValueKind);
    }

    [Theory]
    [InlineData("block_actions", nameof(EnvelopeKind.Interaction))]
    [InlineData("block_suggestion", nameof(EnvelopeKind.OptionsRequest))]
    [InlineData("shortcut", nameof(EnvelopeKind.Shortcut))]
    [InlineData("message_action", nameof(EnvelopeKind.Shortcut))]
    [InlineData("view_submission", nameof(EnvelopeKind.ViewSubmission))]
    [InlineData("workflow_step_edit", nameof(EnvelopeKind.Unknown))]
    public void Knows_The_Kinds_Of_Interactions(string type, string kind)
    {
        var payload = JsonSerializer.SerializeToElement(new JsonObject { ["type"] = type });

        Assert.Equal(kind, $"{EnvelopeReader.KindOfInteraction(payload)}");
    }

    [Theory]
    [InlineData("""{"trigger_id": "7", "actions": [{"action_ts": "1.1", "action_id": "a"}]}""", "trigger:7")]
    [InlineData("""{"actions": [{"action_ts": "1.1", "action_id": "a"}], "container": {"message_ts": "2.2"}}""", "action:1.1:2.2:a")]
    [InlineData("""{"actions": [{"action_ts": "1.1", "action_id": "a"}], "message": {"ts": "2.2"}}""", "action:1.1:2.2:a")]
    [InlineData("""{"actions": []}""", null)]
    public void A_Click_Is_Known_By_Its_Trigger_Or_By_Where_And_When(string payload, string? key) =>
        Assert.Equal(key is null ? [] : [key], EnvelopeKeys.Of(EnvelopeKind.Interaction, JsonElement.Parse(payload)));

    [Theory]
    [InlineData("""{"type": "message"}""", true)]
    [InlineData("""{"type": "app_mention"}""", true)]
    [InlineData("""{"type": "message", "subtype": "message_changed"}""", false)]
    [InlineData("""{"type": "reaction_added"}""", false)]
    public void Only_What_Somebody_Wrote_Is_Known_By_Its_Place(string inner, bool isKnown)
    {
        var json = JsonNode.Parse(inner)!;
        (json["channel"], json["ts"]) = ("C1", "1.1");
        var payload = JsonSerializer.SerializeToElement(new JsonObject { ["event_id"] = "Ev1", ["event"] = json });

        Assert.Equal(isKnown ? ["event:Ev1", "message:C1:1.1"] : ["event:Ev1"], EnvelopeKeys.Of(EnvelopeKind.Event, payload));
    }

    [Fact]
    public async Task A_Message_Beyond_Measure_Costs_One_Connection()
    {
        await using var bed = await SocketBed.ConnectAsync();

        await bed.Slack.SocketMode.Connections[0].SendTextAsync(new string(' ', MessageBuffer.Limit + 1));
        await bed.PassAsync(0.75);
        await bed.UntilUpAsync(2);

        Assert.Equal(3, bed.Slack.Connections.Count);
        Assert.Equal(PlatformState.Ready, bed.Client.Status.State);
    }

    [Fact]
    public async Task A_Large_Message_In_Pieces_Is_One_Message()
    {
        await using var bed = await SocketBed.ConnectAsync();
        var text = new string('x', 1_000_000);

        await bed.Slack.SocketMode.Connections[0].SendTextAsync($$$"""{"envelope_id": "1", "type": "events_api", "payload": {"text": "{{{text}}}"}}""");
        await SocketBed.UntilAsync(() => bed.Taken.Count == 1);

        Assert.Equal(text, bed.Taken.First().Payload.GetProperty("text").GetString());
    }
}
