using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Fakes;

/// <summary>Commands, clicks and modals, and the ways to answer them, are as Slack has them.</summary>
public sealed class FakeSlackInteractionTests : FakeSlackTest
{
    private const string Modal = """
        { "type": "modal", "callback_id": "feedback", "title": { "type": "plain_text", "text": "Feedback" },
          "submit": { "type": "plain_text", "text": "Send" },
          "blocks": [{ "type": "input", "block_id": "said", "label": { "type": "plain_text", "text": "Say" },
            "element": { "type": "plain_text_input", "action_id": "text" } }] }
        """;

    [Fact]
    public async Task Five_Answers_Fit_In_A_Response_Url()
    {
        using var socket = await RawSlackSocket.ConnectAsync(Slack, Api);
        var command = await Slack.SlashCommandAsync(Ana, Channel, "/career", "faq");
        await socket.TakeAsync(new JsonObject { ["text"] = "One moment" });
        await Slack.UntilAcknowledgedAsync(command);
        var url = command.ResponseUrl!;
        await Api.PostAsync(url, new JsonObject { ["text"] = "Here", ["replace_original"] = true });
        await Api.PostAsync(url, new JsonObject { ["text"] = "All see this", ["response_type"] = "in_channel" });
        await Api.PostAsync(url, new JsonObject { ["delete_original"] = true });
        await Api.PostAsync(url, new JsonObject { ["text"] = "Fourth" });
        var fifth = await Api.PostAsync(url, new JsonObject { ["text"] = "Fifth" });
        var sixth = await Api.PostAsync(url, new JsonObject { ["text"] = "Sixth" });

        Assert.Equal((200, "ok"), fifth);
        Assert.Equal(404, sixth.Status);
        Assert.Equal("used_url", Slack.ResponsesTo(command)[^1].Error);
        Assert.Equal(["Fourth", "Fifth"], Slack.EphemeralsFor(Ana).Select(message => message.Text));
        Assert.Equal("All see this", Assert.Single(Slack.VisibleMessages(Channel)).Text);
        Assert.All(Slack.Responses, response => Assert.False(response.HasAuthorization));
    }

    [Fact]
    public async Task A_Response_Url_Expires()
    {
        var command = Slack.Interactions.SlashCommand(Ana, Channel, "/career", "faq");
        Clock.Advance(TimeSpan.FromMinutes(31));
        var answer = await Api.PostAsync(command.ResponseUrl!, new JsonObject { ["text"] = "Late" });

        Assert.Equal(404, answer.Status);
        Assert.Equal("expired_url", Slack.Responses[0].Error);
    }

    [Fact]
    public async Task A_Trigger_Opens_One_Modal_In_Time()
    {
        using var socket = await RawSlackSocket.ConnectAsync(Slack, Api);
        var early = await Slack.SlashCommandAsync(Ana, Channel, "/career", "feedback");
        var late = await Slack.SlashCommandAsync(Ana, Channel, "/career", "feedback");
        Assert.Null(await OpenErrorAsync(early));
        Assert.Equal("exchanged_trigger_id", await OpenErrorAsync(early));
        Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("expired_trigger_id", await OpenErrorAsync(late));
        Assert.Equal("invalid_arguments", await OpenErrorAsync(late, Modal.Replace("Feedback", new string('x', 25), StringComparison.Ordinal)));

        await socket.TakeAsync();
        await socket.TakeAsync();
        var view = Assert.Single(Slack.OpenViews);
        var submission = await Slack.SubmitAsync(view, new Dictionary<string, string> { ["text"] = "Great" });
        var envelope = await socket.TakeAsync();
        await Slack.UntilAcknowledgedAsync(submission);

        Assert.Equal("Great", (string?)envelope["payload"]!["view"]!["state"]!["values"]!["said"]!["text"]!["value"]);
        Assert.Empty(Slack.OpenViews);
    }

    [Fact]
    public async Task An_Acknowledgement_Can_Change_The_Modal()
    {
        using var socket = await RawSlackSocket.ConnectAsync(Slack, Api);
        var command = await Slack.SlashCommandAsync(Ana, Channel, "/career", "feedback");
        await socket.TakeAsync();
        await OpenErrorAsync(command);
        var next = JsonNode.Parse(Modal.Replace("Feedback", "Thanks", StringComparison.Ordinal));
        var first = await Slack.SubmitAsync(Slack.OpenViews[0]);
        await socket.TakeAsync(new JsonObject { ["response_action"] = "push", ["view"] = next });
        await Slack.UntilAcknowledgedAsync(first);
        var pushed = Slack.OpenViews[^1];
        var second = await Slack.SubmitAsync(pushed);
        await socket.TakeAsync(new JsonObject { ["response_action"] = "dance" });
        await Slack.UntilAcknowledgedAsync(second);

        Assert.Equal("Thanks", pushed.Title);
        Assert.Equal(Slack.OpenViews[0].Id, (string?)pushed.Json["previous_view_id"]);
        Assert.Contains("dance", Slack.EnvelopesOf(second)[0].Problem, StringComparison.Ordinal);
        Assert.Equal(2, Slack.OpenViews.Count);
    }

    [Fact]
    public async Task A_Button_And_A_Select_Below_A_Message_Can_Be_Used()
    {
        await Api.CallAsync("chat.postMessage", new Dictionary<string, string> { ["channel"] = Channel.Id, ["text"] = "Tip", ["blocks"] = ButtonBlocks });
        using var socket = await RawSlackSocket.ConnectAsync(Slack, Api);
        var tip = Slack.BotMessages(Channel)[0];
        await Slack.ClickAsync(Ana, tip, "more");
        var click = await socket.TakeAsync();
        var asking = Slack.OptionsRequestAsync(Ana, tip, "topic", "ml");
        await socket.TakeAsync(new JsonObject { ["options"] = new JsonArray(new JsonObject { ["value"] = "mlops" }) });
        var options = await asking;

        Assert.Equal("interactive", (string?)click["type"]);
        Assert.Equal("tip-7", (string?)click["payload"]!["actions"]![0]!["value"]);
        Assert.Equal(tip.Ts, (string?)click["payload"]!["container"]!["message_ts"]);
        Assert.Equal("mlops", (string?)options[0]!["value"]);
        await Assert.ThrowsAsync<ArgumentException>(() => Slack.ClickAsync(Ana, tip, "nowhere"));
    }

    [Fact]
    public async Task Only_The_Escaped_Command_Names_By_Id()
    {
        var plain = Slack.Interactions.SlashCommand(Ana, Channel, "/career", "tips #general");
        var escaped = Slack.Interactions.SlashCommand(Ana, Channel, "/career-admin", "tips #general @ana #nowhere");

        Assert.Equal("tips #general", (string?)plain.Payload["text"]);
        Assert.Equal($"tips <#{Channel.Id}|general> <@{Ana.Id}> #nowhere", (string?)escaped.Payload["text"]);
        Assert.True((bool)(await Api.CallAsync("users.info", new Dictionary<string, string> { ["user"] = Ana.Id })).Body["user"]!["is_admin"]!);
    }

    [Fact]
    public async Task Deliveries_Over_Http_Are_Signed()
    {
        await using var app = await LoopbackApp.StartAsync("Heard you.");
        Slack.HttpEndpoints = HttpEndpoints.Below(app.Address);
        var command = await Slack.SlashCommandAsync(Ana, Channel, "/career", "faq a & b");
        await Slack.DeliverOverHttpAsync(app.Address, EventWriter.UrlVerification("c"), new() { AlterSignature = right => [right, "v0=00"], Age = TimeSpan.FromSeconds(301), RetryNumber = 2 });

        var (headers, body, path) = app.Got.First();
        var signed = Encoding.UTF8.GetBytes($"v0:{headers["X-Slack-Request-Timestamp"]}:{body}");
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Slack.SigningSecret), signed);
        Assert.Equal($"v0={Convert.ToHexStringLower(hash)}", (string?)headers["X-Slack-Signature"]);
        Assert.Equal("/slack/commands", path);
        Assert.Contains("text=faq+a+%26+b", body, StringComparison.Ordinal);
        Assert.Equal("Heard you.", Assert.Single(Slack.EphemeralsFor(Ana)).Text);
        Assert.Equal(200, Assert.Single(Slack.HttpAnswers, answer => answer.Delivery == command).Status);
        var second = app.Got.Last().Headers;
        Assert.Equal($"{Clock.GetUtcNow().ToUnixTimeSeconds() - 301}", (string?)second["X-Slack-Request-Timestamp"]);
        Assert.Equal(2, second["X-Slack-Signature"].Count);
        Assert.Equal("2", (string?)second["X-Slack-Retry-Num"]);
    }

    private Task<string?> OpenErrorAsync(Delivery delivery, string view = Modal) =>
        Api.ErrorOfAsync("views.open", new() { ["trigger_id"] = delivery.TriggerId!, ["view"] = view }); // Commands have one.
}
