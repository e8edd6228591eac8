using MLCareerBot.Discord.Protocol.Rest;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

public sealed class RepeatTests : IDisposable
{
    private readonly RestBed _bed = new();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_Question_Is_Asked_Three_Times(int status)
    {
        _bed.Discord.Answer = seen => seen.Number < 2 ? ScriptedDiscord.Json("<html>", status) : ScriptedDiscord.Json("""{"id": "1"}""");

        await _bed.ResultAsync(_bed.Api.GetSelfAsync(default));

        Assert.Equal(3, _bed.Discord.Requests.Count);
        Assert.True(_bed.Discord.Requests[2].At > _bed.Discord.Requests[1].At);
    }

    [Fact]
    public async Task After_Three_Failures_It_Is_Over()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("", 500);

        var failure = await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.EditOriginalAsync(RestBed.Interaction, RestBed.Body(), default));

        Assert.Equal(3, _bed.Discord.Requests.Count);
        Assert.True(failure.MayHaveArrived);
    }

    [Fact]
    public async Task Asking_Leaves_No_Trace()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("", 500);

        Assert.False((await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.GetSelfAsync(default))).MayHaveArrived);
        Assert.False((await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.OpenDirectMessageAsync("9", default))).MayHaveArrived);
    }

    [Fact]
    public async Task A_Message_Without_Nonce_Is_Sent_Once()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("", 502);

        var failure = await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.CreateMessageAsync("5", RestBed.Body(), default));

        Assert.True(failure.MayHaveArrived);
        Assert.Single(_bed.Discord.Requests);
    }

    [Fact]
    public async Task A_Follow_Up_Is_Sent_Once()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("", 503);

        var failure = await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default));

        Assert.True(failure.MayHaveArrived);
        Assert.Single(_bed.Discord.Requests);
    }

    [Fact]
    public async Task A_Message_That_Hangs_Is_Sent_Again_Under_The_Same_Nonce()
    {
        _bed.Discord.Hangs = seen => seen.Number == 0;
        _bed.Discord.Answer = _ => ScriptedDiscord.Message("8");
        var sending = _bed.Api.CreateMessageAsync("5", RestBed.Body(MessageNonce.For("tip-1")), default);
        await _bed.Clock.UntilSomethingWaitsAsync(wait => wait == RestBed.AttemptTime);

        _bed.Clock.Advance(RestBed.AttemptTime);
        var message = await _bed.ResultAsync(sending);

        Assert.Equal("8", message.Id);
        Assert.Equal(2, _bed.Discord.Requests.Count);
        Assert.Equal(_bed.Discord.Requests[0].Body, _bed.Discord.Requests[1].Body);
        Assert.Contains(MessageNonce.For("tip-1"), _bed.Discord.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Was_Surely_Not_Sent_May_Be_Sent_Again()
    {
        _bed.Discord.IsReachable = connect => connect == 2;
        _bed.Discord.Answer = _ => ScriptedDiscord.Message();

        await _bed.ResultAsync(_bed.Api.CreateMessageAsync("5", RestBed.Body(), default));

        Assert.Single(_bed.Discord.Requests);
        Assert.Equal(3, _bed.Discord.Connects);
    }

    [Fact]
    public async Task Out_Of_Reach_Is_Surely_Not_Sent()
    {
        _bed.Discord.IsReachable = _ => false;

        var failure = await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.CreateMessageAsync("5", RestBed.Body("n"), default));

        Assert.False(failure.MayHaveArrived);
        Assert.Equal(3, _bed.Discord.Connects);
    }

    [Fact]
    public async Task Unclear_Once_Is_Unclear_For_Good()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("", 500);
        _bed.Discord.IsReachable = connect => connect == 0;

        var failure = await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.CreateMessageAsync("5", RestBed.Body("n"), default));

        Assert.True(failure.MayHaveArrived);
    }

    [Fact]
    public async Task A_Limit_After_An_Unclear_Attempt_Does_Not_Make_It_Clear()
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Json("", 500) : ScriptedDiscord.Limit(60);

        var failure = await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.CreateMessageAsync("5", RestBed.Body("n"), default));

        Assert.True(failure.MayHaveArrived);
    }

    [Fact]
    public async Task A_First_Answer_Has_One_Fast_Second_Try_If_It_Was_Not_Sent()
    {
        _bed.Discord.IsReachable = _ => false;
        var answering = _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default);

        _bed.Clock.Advance(await _bed.Clock.UntilSomethingWaitsAsync(wait => wait < TimeSpan.FromSeconds(0.5)));
        var failure = await Assert.ThrowsAsync<DiscordUnavailableException>(() => answering);

        Assert.False(failure.MayHaveArrived);
        Assert.Equal(2, _bed.Discord.Connects);
    }

    [Fact]
    public async Task A_First_Answer_Is_Given_Up_After_Three_Seconds()
    {
        _bed.Discord.Hangs = _ => true;
        var answering = _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default);
        await _bed.Clock.UntilSomethingWaitsAsync(wait => wait == RestBed.CallbackTime);

        _bed.Clock.Advance(RestBed.CallbackTime);

        Assert.True((await Assert.ThrowsAsync<DiscordUnavailableException>(() => answering)).MayHaveArrived);
        Assert.Single(_bed.Discord.Requests);
    }

    [Fact]
    public async Task Taking_Back_What_Is_Gone_Is_Done()
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Json("", 502) : ScriptedDiscord.Refusal(404, 10008);
        var deleting = _bed.Api.DeleteOriginalAsync(RestBed.Interaction, default);

        await _bed.PlayAsync(deleting);
        await deleting;

        Assert.Equal(2, _bed.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_Limit_Told_Meanwhile_Holds_The_Next_Try()
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Json("", 500) : ScriptedDiscord.Limit(60);
        var waiting = _bed.Api.CreateMessageAsync("5", RestBed.Body("n"), default);
        await Assert.ThrowsAsync<DiscordApiException>(() => _bed.Api.CreateMessageAsync("5", RestBed.Body(), default));

        await _bed.FailureAsync<DiscordUnavailableException>(waiting);

        Assert.Equal(2, _bed.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_Minute_Of_Failures_Costs_Few_Requests()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("<html>", 502);
        var start = _bed.Clock.GetUtcNow();

        while (_bed.Clock.GetUtcNow() - start < TimeSpan.FromMinutes(1))
        {
            await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.CreateMessageAsync("5", RestBed.Body("n"), default));
            await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.EditOriginalAsync(RestBed.Interaction, RestBed.Body(), default));
            _bed.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(_bed.Discord.Requests.Count, 10, 19);
        Assert.Contains(_bed.Log.Lines, line => line.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task After_An_Outage_Of_Half_A_Minute_Everything_Goes_On()
    {
        var end = _bed.Clock.GetUtcNow() + TimeSpan.FromSeconds(30);
        _bed.Discord.Answer = seen => seen.At < end ? ScriptedDiscord.Json("", 503) : ScriptedDiscord.Message();
        var sent = 0;

        for (var second = 0; second < 60; second++)
        {
            var sending = _bed.Api.CreateMessageAsync("5", RestBed.Body($"{second}"), default);
            await _bed.PlayAsync(sending);
            sent += sending.IsCompletedSuccessfully ? 1 : 0;
            _bed.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(sent, 10, 59);
        Assert.Equal(sent, _bed.Discord.Requests.Count(request => request.At >= end));
    }

    [Fact]
    public async Task An_Outage_Of_Messages_Leaves_Interactions_Alone()
    {
        _bed.Discord.Answer = seen => seen.Line.Contains("channels", StringComparison.Ordinal) ? ScriptedDiscord.Json("", 503) : ScriptedDiscord.Json("", 204);
        for (var i = 0; i < 10; i++)
        {
            await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.CreateMessageAsync("5", RestBed.Body(), default));
        }

        await _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default);

        Assert.Equal(6, _bed.Discord.Requests.Count);
    }

    public void Dispose() => _bed.Dispose();
}
