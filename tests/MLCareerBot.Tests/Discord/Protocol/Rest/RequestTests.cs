using System.Text.Json;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

public sealed class RequestTests : IDisposable
{
    private readonly RestBed _bed = new();

    [Fact]
    public async Task Says_Who_It_Is()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("""{"id": "1", "username": "bot", "from_the_future": [{}]}""");

        var self = await _bed.Api.GetSelfAsync(default);

        Assert.Equal("bot", self.Username);
        var request = Assert.Single(_bed.Discord.Requests);
        Assert.Equal("GET /api/v10/users/@me", request.Line);
        Assert.Contains($"Authorization: Bot {RestBed.BotToken}", request.Headers, StringComparison.Ordinal);
        Assert.Matches(@"User-Agent: DiscordBot \(https://\S+, \d+\.\d+\.\d+\)", request.Headers);
    }

    [Fact]
    public async Task Interactions_Are_Answered_Without_The_Bots_Token()
    {
        await _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default);
        await _bed.Api.EditOriginalAsync(RestBed.Interaction, RestBed.Body(), default);
        await _bed.Api.DeleteOriginalAsync(RestBed.Interaction, default);
        await _bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default);

        Assert.Equal(
            [
                "POST /api/v10/interactions/31/interaction-secret/callback",
                "PATCH /api/v10/webhooks/32/interaction-secret/messages/@original",
                "DELETE /api/v10/webhooks/32/interaction-secret/messages/@original",
                "POST /api/v10/webhooks/32/interaction-secret",
            ],
            _bed.Discord.Requests.Select(request => request.Line));
        Assert.All(_bed.Discord.Requests, request => Assert.DoesNotContain("Authorization", request.Headers, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_Message_Pings_Nobody()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Message();

        await _bed.Api.RespondAsync(RestBed.Interaction, RestBed.Response, default);
        await _bed.Api.EditOriginalAsync(RestBed.Interaction, RestBed.Body(), default);
        await _bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default);
        await _bed.Api.CreateMessageAsync("5", RestBed.Body(), default);

        Assert.All(_bed.Discord.Requests, request => Assert.Contains("\"parse\":[]", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Long_List_Of_Servers_Comes_In_Pages()
    {
        _bed.Discord.Answer = seen => ScriptedDiscord.Json(JsonSerializer.Serialize(
            Enumerable.Range(1 + (seen.Number * 200), seen.Number < 2 ? 200 : 3).Select(id => new { id = $"{id}" })));

        var guilds = await _bed.Api.GetGuildsAsync(default);

        Assert.Equal(403, guilds.Count);
        Assert.Equal(["after=0", "after=200", "after=400"], _bed.Discord.Requests.Select(request => request.Line.Split('&')[1]));
    }

    [Fact]
    public async Task Direct_Messages_Are_Opened_Once_For_Each_Person()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("""{"id": "55", "type": 1}""");

        Assert.Equal("55", await _bed.Api.OpenDirectMessageAsync("9", default));
        Assert.Equal("55", await _bed.Api.OpenDirectMessageAsync("9", default));

        Assert.Equal("""{"recipient_id":"9"}""", Assert.Single(_bed.Discord.Requests).Body);
    }

    [Fact]
    public async Task Commands_Are_Those_Of_One_Server_Or_Of_All()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json("""[{"name": "career", "version": "2"}]""");

        var there = await _bed.Api.GetCommandsAsync("3", guildId: null, default);
        await _bed.Api.SetCommandsAsync("3", "4", [new CommandDefinition { Type = CommandType.Slash, Name = "career" }], default);

        Assert.Equal("career", Assert.Single(there).GetProperty("name").GetString());
        Assert.Equal(
            ["GET /api/v10/applications/3/commands", "PUT /api/v10/applications/3/guilds/4/commands"],
            _bed.Discord.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task The_Gateways_Address_Comes_With_What_Is_Left_Of_Its_Budget()
    {
        _bed.Discord.Answer = _ => ScriptedDiscord.Json(
            """{"url": "wss://gateway.discord.gg", "shards": 2, "session_start_limit": {"total": 1000, "remaining": 9, "reset_after": 14400000, "max_concurrency": 1}}""");

        var gateway = await _bed.Api.GetGatewayAsync(default);

        Assert.Equal(("wss://gateway.discord.gg", 2), (gateway.Url, gateway.Shards));
        Assert.Equal(new(1000, 9, 14_400_000, 1), gateway.SessionStartLimit);
    }

    [Theory]
    [InlineData("../users/@me")]
    [InlineData("5/messages?")]
    [InlineData("")]
    public async Task What_Is_No_Id_Leads_Nowhere(string channel)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _bed.Api.CreateMessageAsync(channel, RestBed.Body(), default));

        Assert.Empty(_bed.Discord.Requests);
    }

    public void Dispose() => _bed.Dispose();
}
