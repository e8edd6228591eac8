using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Who is who: users, bots and the bot itself.</summary>
internal sealed class PeopleMethods(World world)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("auth.test", _ => Whoami()),
        new("bots.info", DescribeBot),
        new("users.info", DescribeUser),
        new("users.list", ListUsers),
    ];

    private ApiAnswer Whoami() => ApiAnswer.Ok(new()
    {
        ["url"] = $"https://{World.TeamDomain}.slack.com/",
        ["team"] = "Fake Workspace",
        ["user"] = world.Bot.Name,
        ["team_id"] = world.TeamId,
        ["user_id"] = world.Bot.Id,
        ["bot_id"] = world.BotId,
        ["is_enterprise_install"] = false,
    });

    private ApiAnswer DescribeBot(Arguments arguments) => (arguments.Text("bot") ?? world.BotId) == world.BotId
        ? ApiAnswer.Ok(new()
        {
            ["bot"] = new JsonObject
            {
                ["id"] = world.BotId,
                ["deleted"] = false,
                ["name"] = world.Bot.Name,
                ["app_id"] = world.AppId,
                ["user_id"] = world.Bot.Id,
            },
        })
        : throw new Refusal("bot_not_found");

    private ApiAnswer DescribeUser(Arguments arguments) =>
        ApiAnswer.Ok(new() { ["user"] = (world.FindUser(arguments.Text("user")) ?? throw new Refusal("user_not_found")).ToJson() });

    private ApiAnswer ListUsers(Arguments arguments)
    {
        var start = arguments.Number("cursor", 0);
        var limit = Math.Clamp(arguments.Number("limit", 1000), 1, 1000);
        return ApiAnswer.Ok(new()
        {
            ["members"] = world.Users.Skip(start).Take(limit).Select(user => user.ToJson()).ToJsonArray(),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = world.Users.Count > start + limit ? $"{start + limit}" : "" },
        });
    }
}
