using Microsoft.Extensions.Logging;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Tests.Slack.Protocol.Web;

public sealed class RepeatTests : IDisposable
{
    private readonly WebBed _bed = new();

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_Question_Is_Asked_Three_Times(int status)
    {
        _bed.Slack.Answer = seen => seen.Number < 2 ? ScriptedSlack.Json("<html>", status) : ScriptedSlack.Ok();

        await _bed.ResultAsync(_bed.Api.AuthTestAsync(default));

        Assert.Equal(3, _bed.Slack.Calls.Count);
        Assert.All(_bed.Gaps, gap => Assert.True(gap > TimeSpan.Zero));
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    [InlineData("service_unavailable")]
    public async Task What_Shows_To_Nobody_Is_Repeated(string error)
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Refusal(error);

        var failure = await _bed.FailureAsync<SlackUnavailableException>(_bed.Api.PublishViewAsync("U2", WebBed.View, default));

        Assert.False(failure.MayHaveArrived);
        Assert.Equal(3, _bed.Slack.Calls.Count);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(502, "<html>")]
    [InlineData(503, """{"ok": false, "error": "internal_error"}""")]
    [InlineData(200, """{"ok": false, "error": "internal_error"}""")]
    [InlineData(200, """{"ok": false, "error": "fatal_error"}""")]
    [InlineData(200, "<html>")]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"ok": true}""")]
    [InlineData(200, """{"ok": false}""")]
    public async Task A_Post_That_May_Have_Arrived_Is_Not_Repeated(int status, string body)
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json(body, status);

        var failure = await _bed.FailureAsync<SlackUnavailableException>(_bed.PostAsync());

        Assert.True(failure.MayHaveArrived);
        Assert.Single(_bed.Slack.Calls);
    }

    [Fact]
    public async Task A_Post_That_Surely_Did_Nothing_Is_Repeated()
    {
        _bed.Slack.IsReachable = connect => connect > 0;
        _bed.Slack.Answer = seen => seen.Number == 0 ? ScriptedSlack.Refusal("service_unavailable") : ScriptedSlack.Ok();

        await _bed.ResultAsync(_bed.PostAsync());

        Assert.Equal((3, 2), (_bed.Slack.Connects, _bed.Slack.Calls.Count));
    }

    [Fact]
    public async Task Out_Of_Reach_Is_Surely_Not_Sent()
    {
        _bed.Slack.IsReachable = _ => false;

        var failure = await _bed.FailureAsync<SlackUnavailableException>(_bed.PostAsync());

        Assert.False(failure.MayHaveArrived);
        Assert.Equal(3, _bed.Slack.Connects);
    }

    [Fact]
    public async Task A_Silent_Slack_Is_Given_Up_After_Eight_Seconds()
    {
        _bed.Slack.Hangs = _ => true;
        var posting = _bed.PostAsync();
        await _bed.Clock.UntilSomethingWaitsAsync(wait => wait == WebBed.AttemptTime);

        _bed.Clock.Advance(WebBed.AttemptTime);

        Assert.True((await Assert.ThrowsAsync<SlackUnavailableException>(() => posting)).MayHaveArrived);
        Assert.Single(_bed.Slack.Calls);
    }

    [Fact]
    public async Task A_Modal_And_An_Answer_By_Response_Url_Have_One_Try()
    {
        _bed.Slack.IsReachable = _ => false;

        await Assert.ThrowsAsync<SlackUnavailableException>(() => _bed.Api.OpenViewAsync("t.1", WebBed.View, default));
        await Assert.ThrowsAsync<SlackUnavailableException>(() => _bed.Api.RespondAsync(WebBed.ResponseUrl, new("Hello"), default));
        await Assert.ThrowsAsync<SlackUnavailableException>(() => _bed.Api.OpenConnectionAsync(default));

        Assert.Equal(3, _bed.Slack.Connects);
    }

    [Fact]
    public async Task A_Limited_Answer_By_Response_Url_Is_Not_Repeated()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Limit("1");

        await Assert.ThrowsAsync<SlackApiException>(() => _bed.Api.RespondAsync(WebBed.ResponseUrl, new("Hello"), default));

        Assert.Single(_bed.Slack.Calls);
    }

    [Fact]
    public async Task A_Minute_Of_Failures_Costs_Few_Calls()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Json("<html>", 502);
        var start = _bed.Clock.GetUtcNow();
        for (var channel = 0; _bed.Clock.GetUtcNow() - start < TimeSpan.FromMinutes(1); channel++)
        {
            await _bed.FailureAsync<SlackUnavailableException>(_bed.PostAsync($"C{channel}"));
            _bed.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(_bed.Slack.Calls.Count, 5, 9);
        Assert.Contains(_bed.Log.Lines, line => line.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task The_Socket_And_Response_Urls_Do_Not_Suffer_From_An_Outage_Of_Posts()
    {
        _bed.Slack.Answer = seen => seen.Method == "chat.postMessage" ? ScriptedSlack.Json("", 500) : ScriptedSlack.Json("""{"ok": true, "url": "wss://a.slack.com/"}""");
        for (var channel = 0; channel < 10; channel++)
        {
            await _bed.FailureAsync<SlackUnavailableException>(_bed.PostAsync($"C{channel}"));
        }

        await _bed.Api.OpenConnectionAsync(default);
        await _bed.Api.RespondAsync(WebBed.ResponseUrl, new("Hello"), default);

        Assert.Equal(7, _bed.Slack.Calls.Count);
    }

    public void Dispose() => _bed.Dispose();
}
