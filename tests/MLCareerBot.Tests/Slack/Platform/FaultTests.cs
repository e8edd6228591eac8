using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack.Platform;
using MLCareerBot.Slack.Protocol;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>From the start to the end of the bot's life on Slack (fault rows 27, 35, 42 to 44, 49 and 50).</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_Bot_Token_That_Is_Rejected_At_The_Start_Costs_One_Request()
    {
        await using var life = await SlackLife.PrepareAsync();
        life.Slack.Faults.Always("auth.test", Fault.Error("invalid_auth"));

        life.StartBot();
        var end = await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);

        Assert.Single(life.Slack.Requests);
        Assert.Equal(new(PlatformState.Stopped, end.Message), life.Platform.Status);
        Assert.Equal(SendOutcome.PlatformStopped, (await life.Platform.SendAsync(new(new("slack", life.General.Id), new("Tip"), "k1"), default)).Outcome);
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    public async Task A_Bot_Token_That_Is_Rejected_In_Mid_Run_Ends_It_And_Is_Never_Used_Again(string error)
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Always("chat.postMessage", Fault.Error(error));

        await life.Slack.MentionAsync(life.Ana, life.General, "salary");
        var end = await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);
        var requests = life.Slack.Requests.Count;
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(key => life.Platform.SendAsync(new(new("slack", life.General.Id), new("Tip"), $"k{key}"), default)));

        Assert.All(results, result => Assert.Equal(SendOutcome.PlatformStopped, result.Outcome));
        Assert.Equal(requests, life.Slack.Requests.Count);
        Assert.Contains("Slack:BotToken", end.Message, StringComparison.Ordinal);
        Assert.Single(life.Bot.Log.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task An_App_Token_That_Is_Rejected_Ends_It()
    {
        await using var life = await SlackLife.PrepareAsync();
        life.Slack.Faults.Always("apps.connections.open", Fault.Error("not_allowed_token_type"));

        life.StartBot();
        var end = await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);

        Assert.Contains("Slack:AppToken", end.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Socket_Mode_Switched_Off_Ends_It_With_A_Word_On_The_Setting()
    {
        await using var life = await SlackLife.StartAsync();

        await life.Slack.SocketMode.Connections[0].DisconnectAsync(DisconnectReason.LinkDisabled);
        var end = await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);

        Assert.Contains("switch it on under Socket Mode", end.Message, StringComparison.Ordinal);
        Assert.Equal(PlatformState.Stopped, life.Platform.Status.State);
    }

    [Fact]
    public async Task A_Slack_That_Is_Down_Is_Waited_For()
    {
        await using var life = await SlackLife.PrepareAsync();
        life.Slack.Faults.Always(Faults.Any, Fault.ServerError(502));
        life.StartBot();
        await life.Slack.UntilAsync(() => life.Slack.Requests.Count > 0);
        for (var second = 0; second < 60; second++)
        {
            await life.Clock.UntilSomethingWaitsAsync(_ => true);
            life.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(PlatformState.Starting, life.Platform.Status.State);
        Assert.InRange(life.Slack.Requests.Count, 1, 25);
        life.Slack.Faults.Clear();
        await life.PassUntilAsync(() => life.Platform.Status.State == PlatformState.Ready);
        await life.CommandAsync("salary");
    }

    [Fact]
    public async Task Who_Asks_Over_Http_Before_Slack_Was_Reached_Is_Told_And_Events_Come_Again()
    {
        await using var life = await SlackLife.PrepareAsync();
        life.Slack.Faults.Always("auth.test", Fault.ServerError(502));
        life.StartBot(SlackMode.Http);
        await life.ListenAsync();

        var told = await life.CommandAsync("salary");
        await life.Slack.MentionAsync(life.Ana, life.General, "salary");

        Assert.StartsWith("I cannot answer at the moment.", told.Text, StringComparison.Ordinal);
        Assert.Equal([200, 503], life.Slack.HttpAnswers.Select(answer => answer.Status));
        life.Slack.Faults.Clear();
        await life.PassUntilAsync(() => life.Platform.Status.State == PlatformState.Ready);
        await life.CommandAsync("salary");
    }

    [Fact]
    public async Task Five_Refusals_Of_A_Socket_Are_No_Reason_To_Give_Up()
    {
        await using var life = await SlackLife.PrepareAsync();
        life.Slack.Faults.Next("apps.connections.open", Fault.Error("internal_error"), times: 5);

        life.StartBot();
        await life.PassUntilAsync(() => life.Platform.Status.State == PlatformState.Ready);

        await life.CommandAsync("salary");
        Assert.InRange(life.Slack.RequestsTo("apps.connections.open").Count, 6, 8);
    }

    [Fact]
    public async Task Half_Open_Sockets_Are_Found_Within_A_Minute_And_Health_Says_So()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Always("apps.connections.open", Fault.Error("internal_error"));
        foreach (var connection in life.Slack.SocketMode.Connections)
        {
            connection.GoSilent();
        }

        var start = life.Clock.GetUtcNow();
        await life.PassUntilAsync(() => life.Platform.Status.State == PlatformState.Reconnecting);
        Assert.InRange(life.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

        life.Slack.Faults.Clear();
        await life.PassUntilAsync(() => life.Platform.Status.State == PlatformState.Ready);
        await life.CommandAsync("salary");
    }

    [Fact]
    public async Task With_Too_Many_Sockets_It_Makes_Do_With_One_And_There_Is_No_Storm()
    {
        await using var life = await SlackLife.PrepareAsync();
        life.Slack.SocketMode.MostConnections = 1;
        life.Slack.SocketMode.PingEvery(TimeSpan.FromSeconds(5));

        life.StartBot();
        await life.PassUntilAsync(() => life.Bot.Log.Lines.Any(line => line.Text.Contains("given up", StringComparison.Ordinal)));

        await life.CommandAsync("salary");
        Assert.Equal(2, life.Slack.RequestsTo("apps.connections.open").Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Workspace_That_Throws_The_Bot_Out_Is_Left_And_Another_Goes_On(bool isUninstalled)
    {
        await using var life = await SlackLife.StartAsync();
        await using var other = await SlackLife.StartAsync();

        await life.Slack.DeliverAsync(isUninstalled ? life.Slack.Events.AppUninstalled() : life.Slack.Events.TokensRevoked());
        await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);
        var requests = life.Slack.Requests.Count;

        for (var key = 0; key < 100; key++)
        {
            Assert.Equal(SendOutcome.NoAccess, (await life.Platform.SendAsync(new(new("slack", life.General.Id), new("Tip"), $"k{key}"), default)).Outcome);
        }

        Assert.Equal(requests, life.Slack.Requests.Count);
        await other.CommandAsync("salary");
        Assert.Equal(PlatformState.Ready, other.Platform.Status.State);
    }

    [Fact]
    public async Task Tokens_Of_Others_Are_None_Of_Its_Business()
    {
        await using var life = await SlackLife.StartAsync();

        await life.Slack.DeliverAsync(life.Slack.Events.Other(new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(life.Ana.Id) } }));
        await life.MarkAsync();

        Assert.Equal(PlatformState.Ready, life.Platform.Status.State);
    }

    [Fact]
    public async Task What_Becomes_Of_The_App_In_Another_Workspace_Is_None_Of_Its_Business()
    {
        await using var life = await SlackLife.StartAsync();
        var elsewhere = life.Slack.Events.AppUninstalled();
        elsewhere.Payload["team_id"] = "T0ELSEWHERE";

        await life.Slack.DeliverAsync(elsewhere);
        await life.MarkAsync();

        Assert.Equal(PlatformState.Ready, life.Platform.Status.State);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"ws://\"")]
    [InlineData("{}")]
    public async Task A_Socket_Address_That_Is_None_Is_No_Reason_To_Give_Up(string address)
    {
        await using var life = await SlackLife.PrepareAsync();
        life.Slack.Faults.Next("apps.connections.open", Fault.Status(200, $$"""{"ok":true,"url":{{address}}}"""), times: 2);

        life.StartBot();
        await life.PassUntilAsync(() => life.Platform.Status.State == PlatformState.Ready);

        await life.CommandAsync("salary");
    }

    [Theory]
    [InlineData(nameof(EnvelopeKind.Event), """{"event":{"type":"tokens_revoked","tokens":{"bot":["U\ud800"]}}}""")]
    [InlineData(nameof(EnvelopeKind.Event), """{"event":{"type":"message","channel_type":"im","user":"\ud800","channel":"D1","ts":"1.1","text":"\ud800"}}""")]
    [InlineData(nameof(EnvelopeKind.Event), """{"event":{"\ud800":1,"type":"app_mention","user":"U1","channel":[],"ts":{}}}""")]
    [InlineData(nameof(EnvelopeKind.Command), """{"user_id":"U1","text":{"\udc00":[]},"response_url":"mailto:x"}""")]
    [InlineData(nameof(EnvelopeKind.Command), """{"user_id":"U1","channel_id":"C1","text":"ask","response_url":"https://"}""")]
    [InlineData(nameof(EnvelopeKind.Interaction), """{"user":{"id":"U1"},"actions":[null,{}],"container":[]}""")]
    [InlineData(nameof(EnvelopeKind.Interaction), """{"user":{"id":"U1"},"actions":{"0":1}}""")]
    [InlineData(nameof(EnvelopeKind.OptionsRequest), """{"action_id":"topic","value":"\ud800"}""")]
    [InlineData(nameof(EnvelopeKind.OptionsRequest), """{"action_id":[],"value":null}""")]
    [InlineData(nameof(EnvelopeKind.Shortcut), """{"user":{"id":"U1"},"callback_id":"career_answer_message","message":[]}""")]
    [InlineData(nameof(EnvelopeKind.ViewSubmission), """{"user":{"id":"U1"},"view":{"private_metadata":7,"state":{"values":{"topic":{"topic":{"selected_option":[]}},"question":{"question":null}}}}}""")]
    [InlineData(nameof(EnvelopeKind.ViewSubmission), """{"view":null}""")]
    public async Task Odd_Text_And_Fields_Are_Taken_And_Harm_Nobody(string kind, string payload)
    {
        await using var life = await SlackLife.StartAsync();
        payload = payload.Replace("\"U\\ud800", $"\"{life.Slack.BotUserId[..2]}\\ud800{life.Slack.BotUserId}", StringComparison.Ordinal);

        var answer = await life.Bot.Services.GetRequiredService<EnvelopeIntake>().TakeAsync(new(Enum.Parse<EnvelopeKind>(kind), JsonElement.Parse(payload)));
        await life.MarkAsync();

        Assert.True(answer.IsTaken);
        Assert.DoesNotContain(life.Bot.Log.Lines, line => line.Text.Contains("could not be handled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Missing_Scope_Is_Named_And_Its_Feature_Left_Out()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Always("assistant.threads.setStatus", Fault.MissingScope("assistant:write"));
        life.Slack.Faults.Always("users.info", Fault.MissingScope("users:read"));

        for (var time = 0; time < 3; time++)
        {
            await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, "salary", "1.1"));
            Assert.Contains("admins", (await life.CommandAsync("status", command: "/career-admin")).Text, StringComparison.Ordinal);
        }

        Assert.Single(life.Slack.RequestsTo("assistant.threads.setStatus"));
        Assert.Single(life.Slack.RequestsTo("users.info"));
        Assert.EndsWith("Scopes are missing: assistant:write, users:read.", life.Platform.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(2, life.Bot.Log.Lines.Count(line => line.Level == LogLevel.Error && line.Text.Contains("Reinstall the app", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(SlackMode.Sockets)]
    [InlineData(SlackMode.Http)]
    public async Task Payloads_Of_Unknown_Shapes_Are_Passed_Over(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var answer = await life.CommandAsync("salary");
        string[] shapes = ["null", "{}", "[]", "1", "\"x\"", "[[1]]", """{"id":null,"type":[]}""", """{"id":{},"text":1}"""];
        Delivery[] Fresh() =>
        [
            life.Slack.Events.Mention(life.Ana, life.General, "hello"),
            life.Slack.Events.AppHomeOpened(life.Ana),
            life.Slack.Events.AssistantThreadStarted(life.Ana),
            life.Slack.Events.TokensRevoked(),
            life.Slack.Events.MemberJoined(life.General),
            life.Slack.Interactions.Click(life.Ana, answer, "say:1"),
            life.Slack.Interactions.MessageShortcut(life.Ana, answer, "career_answer_message"),
            life.Slack.Interactions.GlobalShortcut(life.Ana, "career_ask"),
        ];

        var sent = 0;
        foreach (var shape in shapes)
        {
            for (var kind = 0; kind < Fresh().Length; kind++)
            {
                var names = Fresh()[kind].Payload["event"] is JsonObject inner ? inner : Fresh()[kind].Payload;
                foreach (var name in names.Select(field => field.Key).Except(["type", "event_ts"], StringComparer.Ordinal).ToList())
                {
                    var delivery = Fresh()[kind];
                    (delivery.Payload["event"] as JsonObject ?? delivery.Payload)[name] = JsonNode.Parse(shape);
                    await life.Slack.DeliverAsync(delivery);
                    sent++;
                }
            }
        }

        Assert.InRange(sent, 300, 1_000);
        Assert.DoesNotContain(life.Bot.Log.Lines, line => line.Text.Contains("could not be handled", StringComparison.Ordinal));
        await life.CommandAsync("salary");
    }
}
