using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Tests.Slack.Protocol.Web;

public sealed class RefusalTests : IDisposable
{
    private readonly WebBed _bed = new();

    [Fact]
    public async Task A_Missing_Scope_Is_Named()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json("""{"ok": false, "error": "missing_scope", "needed": "im:write", "provided": "chat:write,commands"}""");

        var refusal = await Assert.ThrowsAsync<SlackApiException>(() => _bed.Api.OpenDirectMessageAsync("U2", default));

        Assert.Equal(("conversations.open", "missing_scope", "im:write", "chat:write,commands"), (refusal.Method, refusal.Error, refusal.Needed, refusal.Provided));
        Assert.Equal("Slack refused conversations.open: missing_scope. It takes the scope im:write.", refusal.Message);
        Assert.Single(_bed.Slack.Calls);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_authed")]
    [InlineData("token_revoked")]
    [InlineData("token_expired")]
    [InlineData("account_inactive")]
    public async Task A_Rejected_Token_Is_Never_Used_Again(string error)
    {
        _bed.Slack.Answer = seen => seen.Number == 1 ? ScriptedSlack.Refusal(error) : ScriptedSlack.Ok();
        await _bed.Api.AuthTestAsync(default);

        await Assert.ThrowsAsync<SlackTokenRejectedException>(() => _bed.PostAsync());
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        var later = await Assert.ThrowsAsync<SlackTokenRejectedException>(() => _bed.PostAsync());
        await Assert.ThrowsAsync<SlackTokenRejectedException>(() => _bed.Api.AuthTestAsync(default));
        await Assert.ThrowsAsync<SlackTokenRejectedException>(() => _bed.Api.OpenViewAsync("t.1", WebBed.View, default));

        Assert.Equal(2, _bed.Slack.Calls.Count);
        Assert.Contains("Slack:BotToken", later.Message, StringComparison.Ordinal);
        Assert.Single(_bed.Log.Lines, line => line.Level == LogLevel.Error);
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("not_allowed_token_type")]
    [InlineData("missing_scope")]
    public async Task Each_Token_Is_Rejected_By_Itself(string error)
    {
        _bed.Slack.Answer = seen => seen.Method == "apps.connections.open" ? ScriptedSlack.Refusal(error) : ScriptedSlack.Ok();

        var rejected = await Assert.ThrowsAsync<SlackTokenRejectedException>(() => _bed.Api.OpenConnectionAsync(default));
        await Assert.ThrowsAsync<SlackTokenRejectedException>(() => _bed.Api.OpenConnectionAsync(default));
        await _bed.PostAsync();

        Assert.Contains("Slack:AppToken", rejected.Message, StringComparison.Ordinal);
        Assert.Equal(2, _bed.Slack.Calls.Count);
    }

    [Fact]
    public async Task What_Waits_When_The_Token_Is_Rejected_Is_Not_Sent()
    {
        _bed.Slack.Answer = seen => seen.Number == 0 ? ScriptedSlack.Limit("10") : ScriptedSlack.Refusal("token_revoked");
        var waiting = _bed.PostAsync();
        await Assert.ThrowsAsync<SlackTokenRejectedException>(() => _bed.Api.AuthTestAsync(default));

        await _bed.FailureAsync<SlackTokenRejectedException>(waiting);

        Assert.Equal(2, _bed.Slack.Calls.Count);
    }

    [Theory]
    [InlineData(403, "<html>blocked</html>", false)]
    [InlineData(302, "", false)]
    [InlineData(200, "<html>hello</html>", true)]
    public async Task What_Slack_Would_Not_Say_Is_No_Answer(int status, string body, bool mayHaveArrived)
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json(body, status);

        var failure = await _bed.FailureAsync<SlackUnavailableException>(_bed.PostAsync());

        Assert.Equal(mayHaveArrived, failure.MayHaveArrived);
        Assert.Single(_bed.Slack.Calls);
    }

    [Theory]
    [InlineData(1024 * 1024, true)]
    [InlineData((1024 * 1024) + 1, false)]
    public async Task An_Answer_Has_A_Length(int length, bool isRead)
    {
        const string Answer = """{"ok": true, "team_id": "T1", "user_id": "U1"}""";
        _bed.Slack.Answer = _ => ScriptedSlack.Json(Answer + new string(' ', length - Answer.Length));

        var failure = await Record.ExceptionAsync(() => _bed.Api.AuthTestAsync(default));

        Assert.Equal(isRead, failure is null);
        Assert.True(failure is null or SlackUnavailableException);
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(64, false)]
    public async Task Json_Has_A_Depth(int depth, bool isRead)
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json(
            $$"""{"ok": true, "team_id": "T1", "user_id": "U1", "x": {{new string('[', depth)}}{{new string(']', depth)}}}""");

        var failure = await Record.ExceptionAsync(() => _bed.Api.AuthTestAsync(default));

        Assert.Equal(isRead, failure is null);
        Assert.True(failure is null or SlackUnavailableException);
    }

    [Theory]
    [InlineData("channel_not_found", SendOutcome.Gone)]
    [InlineData("is_archived", SendOutcome.NoAccess)]
    [InlineData("not_in_channel", SendOutcome.NoAccess)]
    [InlineData("restricted_action", SendOutcome.NoAccess)]
    [InlineData("cannot_dm_bot", SendOutcome.DirectMessagesClosed)]
    [InlineData("user_disabled", SendOutcome.DirectMessagesClosed)]
    [InlineData("messages_tab_disabled", SendOutcome.DirectMessagesClosed)]
    [InlineData("msg_too_long", SendOutcome.ContentRefused)]
    [InlineData("msg_blocks_too_long", SendOutcome.ContentRefused)]
    [InlineData("invalid_blocks", SendOutcome.ContentRefused)]
    [InlineData("no_text", SendOutcome.ContentRefused)]
    [InlineData("missing_scope", SendOutcome.NotNow)]
    [InlineData("something_new", SendOutcome.NotNow)]
    [InlineData("service_unavailable", SendOutcome.NotNow)]
    [InlineData("internal_error", SendOutcome.Unknown)]
    [InlineData("fatal_error", SendOutcome.Unknown)]
    [InlineData("token_revoked", SendOutcome.PlatformStopped)]
    public async Task Every_Error_Has_Its_Outcome(string error, SendOutcome outcome)
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Refusal(error);

        var posting = _bed.PostAsync();
        await _bed.PlayAsync(posting);

        Assert.Equal(outcome, SlackSend.ResultOf(posting.Exception!.InnerException!)?.Outcome);
    }

    [Fact]
    public async Task A_Limit_Says_How_Long()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Limit("60");

        var refusal = await Assert.ThrowsAsync<SlackApiException>(() => _bed.PostAsync());

        Assert.Equal(new SendResult(SendOutcome.NotNow, RetryAfter: TimeSpan.FromSeconds(60)), SlackSend.ResultOf(refusal));
    }

    [Fact]
    public void A_Failure_Of_Our_Own_Is_Not_Slacks() => Assert.Null(SlackSend.ResultOf(new InvalidOperationException()));

    [Fact]
    public async Task Secrets_Are_In_No_Text()
    {
        List<Exception> failures = [];
        foreach (var answer in EveryFailure())
        {
            using var bed = new WebBed();
            bed.Slack.Answer = _ => answer();
            foreach (var call in EveryCall(bed))
            {
                var task = call();
                await bed.PlayAsync(task);
                failures.Add(Assert.IsAssignableFrom<Exception>(await Record.ExceptionAsync(() => task)));
            }

            Assert.All(bed.Log.Lines, line => AssertNoSecret(line.Text));
        }

        Assert.Equal(4 * 12, failures.Count);
        Assert.All(failures, failure => AssertNoSecret($"{failure}"));
    }

    public void Dispose() => _bed.Dispose();

    private static IEnumerable<Func<Task>> EveryCall(WebBed bed) =>
    [
        () => bed.PostAsync(),
        () => bed.Api.AuthTestAsync(default),
        () => bed.Api.OpenConnectionAsync(default),
        () => bed.Api.RespondAsync(WebBed.ResponseUrl, new("Hello"), default),
    ];

    private static IEnumerable<Func<HttpResponseMessage>> EveryFailure()
    {
        var echo = $"You sent {WebBed.BotToken} and {WebBed.AppToken} to {WebBed.ResponseUrl}";
        foreach (var status in new[] { 302, 404, 500 })
        {
            yield return () => ScriptedSlack.Json(echo, status);
            yield return () => ScriptedSlack.Json($$"""{"ok": false, "error": "{{echo}}"}""", status);
        }

        yield return () => ScriptedSlack.Json($$"""{"ok": false, "error": "e", "needed": "{{echo}}", "provided": "{{echo}}"}""");
        yield return () => ScriptedSlack.Json("""{"ok": false, "error": "token_revoked"}""");
        yield return () => ScriptedSlack.Limit("600000");
        yield return () => throw new HttpRequestException(HttpRequestError.SecureConnectionError, echo);
        yield return () => throw new HttpRequestException(echo);
        yield return () => throw new IOException(echo);
    }

    private static void AssertNoSecret(string text) => Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
}
