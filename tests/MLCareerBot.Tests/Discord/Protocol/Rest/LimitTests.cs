using MLCareerBot.Discord.Protocol.Rest;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

public sealed class LimitTests : IDisposable
{
    private readonly RestBed _bed = new();

    private IReadOnlyList<TimeSpan> Gaps =>
        [.. _bed.Discord.Requests.Zip(_bed.Discord.Requests.Skip(1), (one, next) => next.At - one.At)];

    [Theory]
    [InlineData(0.064, 0.064)]
    [InlineData(2.5, 2.5)]
    [InlineData(-1, 1)]
    [InlineData(1e9, 900)]
    public async Task Waits_As_Long_As_Told_And_A_Little_More(double told, double waited)
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Limit(told) : ScriptedDiscord.Json("""{"id": "1"}""");

        await _bed.ResultAsync(_bed.Api.GetSelfAsync(default));

        Assert.InRange(Assert.Single(Gaps).TotalSeconds, waited, waited + 0.25);
    }

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("", "soon", 1)]
    [InlineData("", "Infinity", 900)]
    [InlineData("<html>", "30", 30)]
    [InlineData("""{"retry_after": 1.5}""", "3", 3)]
    public async Task Waits_By_The_Header_Too(string body, string header, double waited)
    {
        _bed.Discord.Answer = seen => seen.Number == 0
            ? ScriptedDiscord.Json(body, 429, ("Retry-After", header), ("X-RateLimit-Scope", "user"))
            : ScriptedDiscord.Json("""{"id": "1"}""");

        await _bed.ResultAsync(_bed.Api.GetSelfAsync(default));

        Assert.InRange(Assert.Single(Gaps).TotalSeconds, waited, waited + 0.25);
    }

    [Fact]
    public async Task A_Route_That_Is_Used_Up_Waits_For_Its_Next_Window()
    {
        _bed.Discord.Answer = seen => Counted(remaining: 4 - (seen.Number % 5), resetAfter: 5);

        for (var i = 0; i < 11; i++)
        {
            await _bed.ResultAsync(_bed.Api.CreateMessageAsync("5", RestBed.Body(), default));
        }

        Assert.Equal(2, Gaps.Count(gap => gap >= TimeSpan.FromSeconds(5)));
        Assert.Equal(8, Gaps.Count(gap => gap == TimeSpan.Zero));
    }

    [Fact]
    public async Task Other_Channels_Do_Not_Wait()
    {
        _bed.Discord.Answer = _ => Counted(remaining: 0, resetAfter: 5);

        await _bed.Api.CreateMessageAsync("5", RestBed.Body(), default);
        await _bed.Api.CreateMessageAsync("6", RestBed.Body(), default);

        Assert.Equal(TimeSpan.Zero, Assert.Single(Gaps));
    }

    [Fact]
    public async Task The_First_Requests_Go_Side_By_Side()
    {
        _bed.Discord.Hangs = _ => true;
        using var stop = new CancellationTokenSource();

        var all = Enumerable.Range(0, 4).Select(_ => _bed.Api.CreateMessageAsync("5", RestBed.Body(), stop.Token)).ToList();

        Assert.Equal(4, _bed.Discord.Requests.Count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(all));
    }

    [Fact]
    public async Task Routes_Of_One_Bucket_Wait_Together()
    {
        _bed.Discord.Answer = seen => seen.Line.StartsWith("GET", StringComparison.Ordinal)
            ? ScriptedDiscord.Json("[]", 200, ("X-RateLimit-Bucket", "b1"))
            : Counted(remaining: 0, resetAfter: 5);
        await _bed.Api.GetMessagesAsync("5", 20, "0", default);
        await _bed.Api.CreateMessageAsync("5", RestBed.Body(), default);

        await _bed.ResultAsync(_bed.Api.GetMessagesAsync("5", 20, "0", default));

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(5)], Gaps);
    }

    [Fact]
    public async Task A_Global_Limit_Holds_Everything_But_Interactions()
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Limit(10, "global") : ScriptedDiscord.Message();

        var held = _bed.Api.CreateMessageAsync("5", RestBed.Body(), default);
        var alsoHeld = _bed.Api.CreateMessageAsync("6", RestBed.Body(), default);
        await _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default);
        await _bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default);
        Assert.Equal(3, _bed.Discord.Requests.Count);
        await _bed.PlayAsync(Task.WhenAll(held, alsoHeld));

        Assert.Equal(5, _bed.Discord.Requests.Count);
        Assert.All(_bed.Discord.Requests.Skip(3), request => Assert.True(request.At - _bed.Discord.Requests[0].At >= TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Fifty_Requests_A_Second_And_No_More()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Message();

        var all = Enumerable.Range(1, 120).Select(channel => _bed.Api.CreateMessageAsync($"{channel}", RestBed.Body(), default)).ToList();
        await _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default);
        foreach (var requests in new[] { 51, 101 })
        {
            await _bed.Discord.UntilAsync(requests);
            _bed.Clock.Advance(await _bed.Clock.UntilSomethingWaitsAsync(wait => wait > TimeSpan.FromSeconds(1) && wait < TimeSpan.FromSeconds(1.1)));
        }

        await Task.WhenAll(all);

        Assert.Equal([51, 50, 20], _bed.Discord.Requests.GroupBy(request => request.At).Select(second => second.Count()));
    }

    [Fact]
    public async Task An_Answer_To_An_Interaction_Waits_No_Longer_Than_It_Is_Worth_Something()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Limit(4);

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default));

        Assert.Single(_bed.Discord.Requests);
        Assert.InRange(refusal.RetryAfter!.Value.TotalSeconds, 4, 4.25);
    }

    [Fact]
    public async Task An_Answer_To_An_Interaction_Waits_As_Long_As_There_Is_Time()
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Limit(1) : ScriptedDiscord.Json("", 204);
        var answering = _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default);

        _bed.Clock.Advance(await _bed.Clock.UntilSomethingWaitsAsync(wait => wait < TimeSpan.FromSeconds(2)));
        await answering;

        Assert.InRange(Assert.Single(Gaps).TotalSeconds, 1, 1.25);
    }

    [Fact]
    public async Task A_Message_With_A_Long_Wait_Is_Handed_Back()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Limit(60);

        var first = await Assert.ThrowsAsync<DiscordApiException>(() => _bed.Api.CreateMessageAsync("5", RestBed.Body(), default));
        await Assert.ThrowsAsync<DiscordApiException>(() => _bed.Api.CreateMessageAsync("5", RestBed.Body(), default));

        Assert.InRange(first.RetryAfter!.Value.TotalSeconds, 60, 60.25);
        Assert.Single(_bed.Discord.Requests);
    }

    [Fact]
    public async Task The_Caller_Ends_The_Wait()
    {
        using var stop = new CancellationTokenSource();
        _bed.Discord.Answer = _ => ScriptedDiscord.Limit(100);
        var waiting = _bed.Api.GetSelfAsync(stop.Token);
        await _bed.Clock.UntilSomethingWaitsAsync(wait => wait > TimeSpan.FromSeconds(99));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Single(_bed.Discord.Requests);
    }

    [Theory]
    [InlineData("user", 1)]
    [InlineData("shared", 0)]
    public async Task Limits_Shared_With_Others_Are_Not_Counted_As_Invalid(string scope, int invalid)
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Limit(1, scope) : ScriptedDiscord.Json("""{"id": "1"}""");

        await _bed.ResultAsync(_bed.Api.GetSelfAsync(default));

        Assert.Equal(invalid, _bed.Api.InvalidRequests);
        Assert.Single(_bed.Log.Lines, line => line.Level == LogLevel.Warning);
    }

    public void Dispose() => _bed.Dispose();

    private static HttpResponseMessage Counted(int remaining, double resetAfter)
    {
        var answer = ScriptedDiscord.Message();
        answer.Headers.Add("X-RateLimit-Bucket", "b1");
        answer.Headers.Add("X-RateLimit-Limit", "5");
        answer.Headers.Add("X-RateLimit-Remaining", $"{remaining}");
        answer.Headers.Add("X-RateLimit-Reset-After", FormattableString.Invariant($"{resetAfter}"));
        return answer;
    }
}
