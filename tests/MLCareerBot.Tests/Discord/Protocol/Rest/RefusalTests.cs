using System.Net;
using Microsoft.Extensions.Logging;
using MLCareerBot.Discord.Protocol.Rest;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

public sealed class RefusalTests : IDisposable
{
    private readonly RestBed _bed = new();

    [Fact]
    public async Task A_Refusal_Says_What_Discord_Said()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Refusal(403, 50013, "Missing Permissions");

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => _bed.Api.CreateMessageAsync("5", RestBed.Body(), default));

        Assert.Equal((HttpStatusCode.Forbidden, 50013), (refusal.Status, refusal.Code));
        Assert.Equal("POST channels/{id}/messages: Discord answered with HTTP 403, code 50013. Missing Permissions", refusal.Message);
    }

    [Theory]
    [InlineData(401, 0)]
    [InlineData(403, 50014)]
    public async Task A_Rejected_Token_Is_Never_Used_Again(int status, int code)
    {
        _bed.Discord.Answer = seen => seen.Number == 1 ? ScriptedDiscord.Refusal(status, code) : ScriptedDiscord.Json("""{"id": "1"}""");
        await _bed.Api.GetSelfAsync(default);

        await Assert.ThrowsAsync<DiscordTokenRejectedException>(() => _bed.Api.GetSelfAsync(default));
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<DiscordTokenRejectedException>(() => _bed.Api.GetSelfAsync(default));
        await Assert.ThrowsAsync<DiscordTokenRejectedException>(() => _bed.Api.CreateMessageAsync("5", RestBed.Body(), default));
        await Assert.ThrowsAsync<DiscordTokenRejectedException>(() => _bed.Api.OpenDirectMessageAsync("5", default));

        Assert.Equal(2, _bed.Discord.Requests.Count);
        Assert.Single(_bed.Log.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task What_Waits_When_The_Token_Is_Rejected_Is_Not_Sent()
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Limit(10) : ScriptedDiscord.Refusal(401, 0);
        var waiting = _bed.Api.CreateMessageAsync("5", RestBed.Body(), default);
        await Assert.ThrowsAsync<DiscordTokenRejectedException>(() => _bed.Api.GetSelfAsync(default));

        await _bed.FailureAsync<DiscordTokenRejectedException>(waiting);

        Assert.Equal(2, _bed.Discord.Requests.Count);
    }

    [Theory]
    [InlineData(401, 50027)]
    [InlineData(404, 10015)]
    [InlineData(404, 10062)]
    [InlineData(400, 40060)]
    public async Task An_Interaction_That_Is_Over_Is_Not_A_Rejected_Token(int status, int code)
    {
        _bed.Discord.Answer = seen => seen.Number == 0 ? ScriptedDiscord.Refusal(status, code) : ScriptedDiscord.Json("""{"id": "1"}""");

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => _bed.Api.EditOriginalAsync(RestBed.Interaction, RestBed.Body(), default));
        await _bed.Api.GetSelfAsync(default);

        Assert.True(refusal.IsInteractionOver);
        Assert.Empty(_bed.Log.Lines);
    }

    [Fact]
    public async Task A_Thousand_Closed_Channels_Cost_A_Thousand_Invalid_Requests()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Refusal(403, 50001);

        for (var channel = 1; channel <= 1_000; channel++)
        {
            await _bed.FailureAsync<DiscordApiException>(_bed.Api.CreateMessageAsync($"{channel}", RestBed.Body("n"), default));
        }

        Assert.Equal(1_000, _bed.Discord.Requests.Count);
        Assert.Equal(1_000, _bed.Api.InvalidRequests);
        Assert.Single(_bed.Log.Lines, line => line.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Stops_Before_Discord_Locks_The_Machine_Out()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Refusal(403, 50001);
        for (var i = 0; i < 9_000; i++)
        {
            await Assert.ThrowsAsync<DiscordApiException>(() => _bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default));
        }

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => _bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default));
        Assert.Equal(9_000, _bed.Discord.Requests.Count);
        _bed.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, _bed.Api.InvalidRequests);
        await Assert.ThrowsAsync<DiscordApiException>(() => _bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default));
    }

    [Theory]
    [InlineData(403, "<html>blocked</html>", "HTTP 403")]
    [InlineData(302, "", "HTTP 302")]
    [InlineData(200, "<html>hello</html>", "something else")]
    [InlineData(200, "null", "nothing")]
    [InlineData(200, """{"channel_id": "5"}""", "something else")]
    public async Task What_Discord_Would_Not_Say_Is_No_Answer(int status, string body, string expected)
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json(body, status);

        var failure = await _bed.FailureAsync<DiscordUnavailableException>(_bed.Api.CreateMessageAsync("5", RestBed.Body(), default));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Equal(status == 200, failure.MayHaveArrived);
        Assert.Single(_bed.Discord.Requests);
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(64, false)]
    public async Task Json_Has_A_Depth(int depth, bool isRead)
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json($"[{new string('[', depth)}{new string(']', depth)}]");

        var failure = await Record.ExceptionAsync(() => _bed.Api.GetCommandsAsync("3", guildId: null, default));

        Assert.Equal(isRead, failure is null);
        Assert.True(failure is null or DiscordUnavailableException);
    }

    [Fact]
    public async Task Secrets_Are_In_No_Text()
    {
        List<Exception?> failures = [];
        foreach (var answer in EveryFailure())
        {
            using var bed = new RestBed();
            bed.Discord.Answer = answer;
            failures.Add(await EndOfAsync(bed, bed.Api.CreateMessageAsync("5", RestBed.Body("n"), default)));
            failures.Add(await EndOfAsync(bed, bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default)));
            failures.Add(await EndOfAsync(bed, bed.Api.EditOriginalAsync(RestBed.Interaction, RestBed.Body(), default)));
            Assert.All(bed.Log.Lines, line => AssertNoSecret(line.Text));
        }

        Assert.All(failures, failure => AssertNoSecret($"{Assert.IsAssignableFrom<Exception>(failure)}"));
    }

    public void Dispose() => _bed.Dispose();

    private static IEnumerable<Func<Seen, HttpResponseMessage>> EveryFailure()
    {
        foreach (var status in new[] { 302, 400, 401, 403, 404, 500, 502 })
        {
            yield return seen => ScriptedDiscord.Refusal(status, 1, $"You sent {SecretOf(seen)}");
            yield return seen => ScriptedDiscord.Json(SecretOf(seen), status);
        }

        yield return _ => ScriptedDiscord.Limit(60);
        yield return _ => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "The certificate is invalid");
    }

    private static string SecretOf(Seen request) =>
        request.Headers.Contains("Authorization", StringComparison.Ordinal) ? RestBed.BotToken : RestBed.Interaction.Token;

    private static async Task<Exception?> EndOfAsync(RestBed bed, Task task)
    {
        await bed.PlayAsync(task);
        return await Record.ExceptionAsync(() => task);
    }

    private static void AssertNoSecret(string text) => Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
}
