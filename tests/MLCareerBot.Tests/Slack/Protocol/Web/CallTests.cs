using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Tests.Slack.Protocol.Web;

public sealed class CallTests : IDisposable
{
    private readonly WebBed _bed = new();

    [Fact]
    public async Task Learns_Who_It_Is_And_What_It_May_Do()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json(
            """{"ok": true, "team_id": "T1", "user_id": "U1", "bot_id": "B1", "url": "https://x.slack.com/"}""",
            200,
            ("x-oauth-scopes", "chat:write, commands,users:read"));

        var identity = await _bed.Api.AuthTestAsync(default);

        Assert.Equal(("T1", "U1", "B1"), (identity.TeamId, identity.UserId, identity.BotId));
        Assert.Equal(["chat:write", "commands", "users:read"], identity.Scopes);
        Assert.Equal("https://slack.com/api/auth.test", Assert.Single(_bed.Slack.Calls).Address.AbsoluteUri);
        Assert.Contains($"Authorization: Bearer {WebBed.BotToken}", _bed.Slack.Calls[0].Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_A_Form_In_Which_Nothing_Pings_Or_Unfolds()
    {
        var message = new SlackMessage("a & b < c = d+e\n\u00e9", [new SectionBlock { Text = TextObject.Mrkdwn("*x*"), BlockId = "tip-1" }])
        {
            Metadata = new("career_tip", new("tip-1")),
        };

        var ts = await _bed.Api.PostMessageAsync("C1", "5.5", message, default);

        var fields = Assert.Single(_bed.Slack.Calls).Fields;
        Assert.Equal("1.000001", ts);
        Assert.Equal(("C1", "5.5", message.Text), (fields["channel"], fields["thread_ts"], fields["text"]));
        Assert.Equal("""[{"type":"section","text":{"type":"mrkdwn","text":"*x*","verbatim":true},"block_id":"tip-1"}]""", fields["blocks"]);
        Assert.Equal("""{"event_type":"career_tip","event_payload":{"delivery_key":"tip-1"}}""", fields["metadata"]);
        Assert.Equal(
            ("false", "false", "false", "none"), (fields["link_names"], fields["unfurl_links"], fields["unfurl_media"], fields["parse"]));
    }

    [Fact]
    public async Task What_Has_No_Value_Is_Left_Out()
    {
        await _bed.PostAsync();

        var fields = Assert.Single(_bed.Slack.Calls).Fields;
        Assert.DoesNotContain("thread_ts", fields.Keys);
        Assert.DoesNotContain("blocks", fields.Keys);
        Assert.DoesNotContain("metadata", fields.Keys);
    }

    [Fact]
    public async Task Asks_For_A_Socket_With_The_App_Token()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json("""{"ok": true, "url": "wss://wss-primary.slack.com/link/?ticket=secret"}""");

        var ticket = await _bed.Api.OpenConnectionAsync(default);

        Assert.Equal("wss-primary.slack.com", ticket.Address.Host);
        Assert.DoesNotContain("secret", $"{ticket}", StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {WebBed.AppToken}", Assert.Single(_bed.Slack.Calls).Headers, StringComparison.Ordinal);
        Assert.Equal("", _bed.Slack.Calls[0].Body);
    }

    [Theory]
    [InlineData("ws://wss-primary.slack.com/")]
    [InlineData("wss://slack.com.evil.example/")]
    [InlineData("wss://evilslack.com/")]
    [InlineData("wss://x@wss-primary.slack.com/")]
    [InlineData("wss://wss-primary.slack.com:444/")]
    [InlineData("ws://127.0.0.1:5000/")]
    [InlineData("relative")]
    public async Task A_Socket_Elsewhere_Is_Not_Opened(string url)
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json($$"""{"ok": true, "url": "{{url}}"}""");

        var failure = await Assert.ThrowsAsync<SlackUnavailableException>(() => _bed.Api.OpenConnectionAsync(default));

        Assert.False(failure.MayHaveArrived);
    }

    [Theory]
    [InlineData("ws://127.0.0.1:5000/link", true)]
    [InlineData("ws://localhost:5000/link", true)]
    [InlineData("wss://wss-primary.slack.com/link", false)]
    public async Task Beside_A_Slack_On_This_Machine_Sockets_Are_On_It_Too(string url, bool isAllowed)
    {
        using var bed = new WebBed(new Uri("http://127.0.0.1:5000/api/"));
        bed.Slack.Answer = _ => ScriptedSlack.Json($$"""{"ok": true, "url": "{{url}}"}""");

        Assert.Equal(isAllowed, await Record.ExceptionAsync(() => bed.Api.OpenConnectionAsync(default)) is null);
    }

    [Fact]
    public async Task An_Answer_By_Response_Url_Carries_No_Token()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json("ok");

        await _bed.Api.RespondAsync(WebBed.ResponseUrl, new("Hello", [new DividerBlock()]), default);

        var call = Assert.Single(_bed.Slack.Calls);
        Assert.Equal(WebBed.ResponseUrl, call.Address);
        Assert.DoesNotContain("Authorization", call.Headers, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("xoxb", call.Body, StringComparison.Ordinal);
        Assert.Equal(
            """{"text":"Hello","blocks":[{"type":"divider"}],"response_type":"ephemeral","replace_original":false,"unfurl_links":false,"unfurl_media":false}""",
            call.Body);
    }

    [Theory]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    public async Task An_Answer_Goes_Nowhere_Else(string url)
    {
        var refusal = await Assert.ThrowsAsync<SlackApiException>(
            () => _bed.Api.RespondAsync(new Uri(url, UriKind.RelativeOrAbsolute), new("Hello"), default));

        Assert.Equal("address_not_allowed", refusal.Error);
        Assert.Empty(_bed.Slack.Calls);
    }

    [Theory]
    [InlineData(404, "used_url", "used_url")]
    [InlineData(404, "<html>", "http_404")]
    [InlineData(200, """{"ok": false, "error": "expired_url"}""", "expired_url")]
    public async Task A_Response_Url_That_Is_Used_Up_Says_So(int status, string body, string error)
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json(body, status);

        var refusal = await Assert.ThrowsAsync<SlackApiException>(() => _bed.Api.RespondAsync(WebBed.ResponseUrl, new("Hello"), default));

        Assert.Equal(error, refusal.Error);
    }

    [Fact]
    public async Task Knows_Direct_Messages_And_People_For_A_While()
    {
        Assert.Equal("D1", await _bed.Api.OpenDirectMessageAsync("U2", default));
        Assert.Equal("D1", await _bed.Api.OpenDirectMessageAsync("U2", default));
        Assert.True((await _bed.Api.GetUserAsync("U2", default)).IsAdmin);
        Assert.Equal("Europe/Rome", (await _bed.Api.GetUserAsync("U2", default)).Tz);
        Assert.Equal(2, _bed.Slack.Calls.Count);

        _bed.Clock.Advance(TimeSpan.FromMinutes(5));
        await _bed.Api.GetUserAsync("U2", default);

        Assert.Equal(3, _bed.Slack.Calls.Count);
    }

    [Fact]
    public async Task Finds_A_Delivery_Again()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json(
            """
            {"ok": true, "messages": [
                {"ts": "3.1", "metadata": {"event_type": "other", "event_payload": {"delivery_key": 5}}, "blocks": [{"type": "new", "x": {}}]},
                {"ts": "2.1", "user": "U1", "metadata": {"event_type": "career_tip", "event_payload": {"delivery_key": "tip-1"}}},
                {"ts": "1.1", "blocks": [{"type": "section", "block_id": "tip-0"}]}
            ]}
            """);

        var messages = await _bed.Api.GetHistoryAsync("C1", DateTimeOffset.FromUnixTimeMilliseconds(1_500), 20, default);

        Assert.Equal([null, "tip-1", null], messages.Select(message => message.DeliveryKey));
        Assert.Equal("tip-0", messages[2].Blocks![0].BlockId);
        var fields = _bed.Slack.Calls[0].Fields;
        Assert.Equal(("1.500000", "20", "true"), (fields["oldest"], fields["limit"], fields["include_all_metadata"]));
    }

    [Fact]
    public async Task Every_Other_Call_Says_What_It_Must()
    {
        await _bed.Api.PostEphemeralAsync("C1", "U2", threadTs: null, WebBed.Message, default);
        await _bed.Api.UpdateAsync("C1", "1.1", WebBed.Message, default);
        var view = await _bed.Api.OpenViewAsync("t.1", WebBed.View, default);
        await _bed.Api.UpdateViewAsync("V1", WebBed.View, default);
        await _bed.Api.PublishViewAsync("U2", WebBed.View, default);
        await _bed.Api.SetAssistantStatusAsync("D1", "1.1", "is looking that up", default);
        await _bed.Api.SetSuggestedPromptsAsync("D1", "1.1", [new("Pay", "What is the pay?")], default);

        Assert.Equal("V1", view.Id);
        Assert.Equal(
            [
                "chat.postEphemeral channel link_names parse text user",
                "chat.update channel link_names parse text ts",
                "views.open trigger_id view",
                "views.update view view_id",
                "views.publish user_id view",
                "assistant.threads.setStatus channel_id status thread_ts",
                "assistant.threads.setSuggestedPrompts channel_id prompts thread_ts",
            ],
            _bed.Slack.Calls.Select(call => $"{call.Method} {string.Join(' ', call.Fields.Keys.Order(StringComparer.Ordinal))}"));
        Assert.Equal("""[{"title":"Pay","message":"What is the pay?"}]""", _bed.Slack.Calls[6].Fields["prompts"]);
    }

    public void Dispose() => _bed.Dispose();
}
