using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Who the bot is, where it is, and where its gateway is.</summary>
internal sealed class AccountRoutes(World world, FakeGateway gateway)
{
    public IEnumerable<Route> All =>
    [
        new("GET", "users/@me", _ => Answer.Ok(Me())),
        new("GET", "applications/@me", _ => Answer.Ok(Application())),
        new("GET", "oauth2/applications/@me", _ => Answer.Ok(Application())),
        new("GET", "users/@me/guilds", ListGuilds),
        new("GET", "guilds/{guild}", GetGuild),
        new("GET", "guilds/{guild}/members/{user}", GetMember),
        new("GET", "gateway", _ => Answer.Ok(new JsonObject { ["url"] = gateway.Address.OriginalString })),
        new("GET", "gateway/bot", _ => Answer.Ok(GatewayForBots())),
    ];

    private JsonObject Me()
    {
        var me = world.Bot.ToJson();
        me["verified"] = true;
        me["mfa_enabled"] = true;
        me["email"] = null;
        me["locale"] = "en-US";
        return me;
    }

    private JsonObject Application() => new()
    {
        ["id"] = world.ApplicationId,
        ["name"] = world.Bot.Name,
        ["description"] = "",
        ["icon"] = null,
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["bot"] = world.Bot.ToJson(),
        ["owner"] = new FakeUser(world.ApplicationId, "owner").ToJson(),
        ["team"] = null,
        ["type"] = null,
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["explicit_content_filter"] = 0,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["approximate_guild_count"] = world.Guilds.Count,
        ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject(), ["1"] = new JsonObject() },
    };

    private Answer ListGuilds(RestRequest request)
    {
        var after = (string?)request.Query["after"] ?? "0";
        var limit = int.TryParse(request.Query["limit"], out var asked) ? asked : 200;
        return Answer.Ok(world.Guilds.Values
            .Where(guild => Snowflakes.Compare(guild.Id, after) > 0)
            .OrderBy(guild => guild.Id.Length).ThenBy(guild => guild.Id, StringComparer.Ordinal)
            .Take(limit)
            .Select(guild => guild.ToListedJson())
            .ToJsonArray());
    }

    private Answer GetGuild(RestRequest request) => world.Guilds.TryGetValue(request["guild"], out var guild)
        ? Answer.Ok(guild.ToJson())
        : Answer.Error(404, 10004, "Unknown Guild");

    private Answer GetMember(RestRequest request) =>
        !world.Guilds.ContainsKey(request["guild"]) ? Answer.MissingAccess
        : world.Users.TryGetValue(request["user"], out var user) && !world.MemberOf(request["guild"], user).HasLeft ? Answer.Ok(GuildForm.Member(world, request["guild"], user, withUser: true))
        : Answer.Error(404, 10007, "Unknown Member");

    private JsonObject GatewayForBots() => new()
    {
        ["url"] = gateway.Address.OriginalString,
        ["shards"] = gateway.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = gateway.SessionStarts.Total,
            ["remaining"] = gateway.SessionStarts.Remaining,
            ["reset_after"] = (long)gateway.SessionStarts.ResetAfter.TotalMilliseconds,
            ["max_concurrency"] = gateway.SessionStarts.MaxConcurrency,
        },
    };
}
