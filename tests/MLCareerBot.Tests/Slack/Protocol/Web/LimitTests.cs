using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Tests.Slack.Protocol.Web;

public sealed class LimitTests : IDisposable
{
    private readonly WebBed _bed = new();

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2.5", 2.5)]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("-5", 1)]
    [InlineData("soon", 1)]
    [InlineData(null, 1)]
    public async Task Waits_As_Long_As_Told(string? told, double waited)
    {
        _bed.Slack.Answer = seen => seen.Number < 2 ? ScriptedSlack.Limit(told) : ScriptedSlack.Ok();

        await _bed.ResultAsync(_bed.PostAsync());

        Assert.Equal([waited, waited], _bed.Gaps.Select(gap => gap.TotalSeconds));
    }

    [Fact]
    public async Task A_Limit_Can_Come_As_An_Error()
    {
        _bed.Slack.Answer = seen => seen.Number == 0 ? ScriptedSlack.Refusal("ratelimited") : ScriptedSlack.Ok();

        await _bed.ResultAsync(_bed.PostAsync());

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(_bed.Gaps));
    }

    [Fact]
    public async Task Gives_Up_After_Five_Tries()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Limit("2");

        var refusal = await _bed.FailureAsync<SlackApiException>(_bed.PostAsync());

        Assert.Equal(5, _bed.Slack.Calls.Count);
        Assert.Equal(("ratelimited", TimeSpan.FromSeconds(2)), (refusal.Error, refusal.RetryAfter));
    }

    [Fact]
    public async Task A_Long_Wait_Is_Handed_Back_And_Kept()
    {
        _bed.Slack.Answer = seen => seen.Number == 0 ? ScriptedSlack.Limit("30") : ScriptedSlack.Ok();

        var first = await Assert.ThrowsAsync<SlackApiException>(() => _bed.PostAsync());
        _bed.Clock.Advance(TimeSpan.FromSeconds(14));
        var second = await Assert.ThrowsAsync<SlackApiException>(() => _bed.PostAsync("C2"));
        _bed.Clock.Advance(TimeSpan.FromSeconds(2));
        await _bed.ResultAsync(_bed.PostAsync());

        Assert.Equal((30, 16), (first.RetryAfter!.Value.TotalSeconds, second.RetryAfter!.Value.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(_bed.Gaps));
    }

    [Fact]
    public async Task No_Wait_Is_Longer_Than_A_Quarter_Of_An_Hour()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Limit("1e300");

        var refusal = await Assert.ThrowsAsync<SlackApiException>(() => _bed.PostAsync());

        Assert.Equal(TimeSpan.FromMinutes(15), refusal.RetryAfter);
    }

    [Fact]
    public async Task Other_Methods_Do_Not_Wait()
    {
        _bed.Slack.Answer = seen => seen.Method == "chat.postMessage" ? ScriptedSlack.Limit("10") : ScriptedSlack.Ok();
        var held = _bed.PostAsync();

        await _bed.Api.OpenViewAsync("t.1", WebBed.View, default);
        await _bed.Api.GetUserAsync("U2", default);

        Assert.Equal(3, _bed.Slack.Calls.Count);
        Assert.False(held.IsCompleted);
        Assert.Equal(_bed.Slack.Calls[0].At, _bed.Slack.Calls[2].At);
    }

    [Fact]
    public async Task A_Hundred_Callers_Keep_To_One_Limit()
    {
        var start = _bed.Clock.GetUtcNow();
        _bed.Slack.Answer = seen => seen.At - start < TimeSpan.FromSeconds(12) ? ScriptedSlack.Limit("4") : ScriptedSlack.Ok();

        var all = Enumerable.Range(0, 100).Select(channel => _bed.PostAsync($"C{channel}")).ToList();
        await _bed.PlayAsync(Task.WhenAll(all));

        Assert.All(all, post => Assert.True(post.IsCompletedSuccessfully));
        Assert.Equal([0, 4, 8, 12], _bed.Slack.Calls.Select(call => (call.At - start).TotalSeconds).Distinct());
    }

    [Fact]
    public async Task A_Channel_Takes_Three_At_Once_And_Then_One_A_Second()
    {
        var all = Enumerable.Range(0, 10).Select(_ => _bed.PostAsync()).ToList();
        await _bed.PostAsync("C2");
        await _bed.PlayAsync(Task.WhenAll(all));

        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 1, 1, 1], _bed.Gaps.Select(gap => gap.TotalSeconds));
    }

    [Fact]
    public async Task Tips_For_One_Channel_Keep_Their_Distance_From_The_First()
    {
        var all = Enumerable.Range(0, 4).Select(_ => _bed.Api.PostMessageAsync("C1", threadTs: null, WebBed.Message, isPatient: true, default)).ToList();
        await _bed.PostAsync("C2");
        await _bed.PlayAsync(Task.WhenAll(all));

        Assert.Equal([0, 1.04, 1.04, 1.04], _bed.Gaps.Select(gap => gap.TotalSeconds));
    }

    [Fact]
    public async Task A_Channel_With_A_Long_Line_Hands_Back()
    {
        var all = Enumerable.Range(0, 30).Select(_ => _bed.PostAsync()).ToList();
        await _bed.FailureAsync<SlackApiException>(Task.WhenAll(all));

        Assert.Equal(18, all.Count(task => task.IsCompletedSuccessfully));
        Assert.Equal(12, all.Count(task => task.Exception?.InnerException is SlackApiException { RetryAfter: not null }));
    }

    [Fact]
    public async Task A_Modal_Does_Not_Wait_Longer_Than_Its_Trigger_Lives()
    {
        _bed.Slack.Answer = _ => ScriptedSlack.Limit("4");

        await Assert.ThrowsAsync<SlackApiException>(() => _bed.Api.OpenViewAsync("t.1", WebBed.View, default));

        Assert.Single(_bed.Slack.Calls);
    }

    [Fact]
    public async Task The_Caller_Ends_The_Wait()
    {
        using var stop = new CancellationTokenSource();
        _bed.Slack.Answer = _ => ScriptedSlack.Limit("10");
        var waiting = _bed.Api.PostMessageAsync("C1", threadTs: null, WebBed.Message, stop.Token);
        await _bed.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(10));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Single(_bed.Slack.Calls);
    }

    public void Dispose() => _bed.Dispose();
}
