using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>The list of commands that the bot registers, for everybody or for one guild.</summary>
internal sealed class CommandRoutes(World world)
{
    private const string ForAll = "applications/{application}/commands";
    private const string ForGuild = "applications/{application}/guilds/{guild}/commands";

    public IEnumerable<Route> All => new[] { ForAll, ForGuild }.SelectMany(template => new Route[]
    {
        new("GET", template, OfOurs(List)),
        new("PUT", template, OfOurs(Overwrite)),
        new("POST", template, OfOurs(Add)),
    });

    private Func<RestRequest, Answer> OfOurs(Func<RestRequest, Answer> handle) => request =>
        request["application"] == world.ApplicationId ? handle(request) : Answer.Error(404, 10002, "Unknown Application");

    private Answer List(RestRequest request) => Answer.Ok(Registered(request).Select(command => command.DeepClone()).ToJsonArray());

    private Answer Overwrite(RestRequest request)
    {
        if (CommandRules.CheckAll(request.Body) is { } refusal)
        {
            return refusal;
        }

        var old = Registered(request).ToList();
        var commands = request.Body!.AsArray().Select(definition => Register(request, old, definition!.AsObject())).ToList(); // Checked above.
        world.Commands[Scope(request)] = commands;
        return List(request);
    }

    private Answer Add(RestRequest request)
    {
        if (CommandRules.Check(request.Form) is { } refusal)
        {
            return refusal;
        }

        var registered = Registered(request);
        var command = Register(request, registered, request.Form);
        var replaced = registered.RemoveAll(other => IsSame(other, command));
        registered.Add(command);
        return new(replaced == 0 ? 201 : 200, command.DeepClone());
    }

    private List<JsonObject> Registered(RestRequest request)
    {
        if (!world.Commands.TryGetValue(Scope(request), out var commands))
        {
            world.Commands[Scope(request)] = commands = [];
        }

        return commands;
    }

    /// <summary>The definition with what Discord adds; a command of the same name and type keeps its id.</summary>
    private JsonObject Register(RestRequest request, List<JsonObject> old, JsonObject definition)
    {
        JsonObject command = new()
        {
            ["type"] = 1,
            ["description"] = "",
            ["name_localizations"] = null,
            ["description_localizations"] = null,
            ["default_member_permissions"] = null,
            ["contexts"] = null,
            ["integration_types"] = new JsonArray(0),
            ["nsfw"] = false,
        };
        foreach (var (name, value) in definition)
        {
            command[name] = value?.DeepClone();
        }

        // Permissions come back as text, whatever form they were sent in.
        command["default_member_permissions"] = command["default_member_permissions"]?.ToString();
        command["id"] = old.Find(other => IsSame(other, command)).Text("id") ?? world.Ids.Next();
        command["application_id"] = world.ApplicationId;
        command["version"] = world.Ids.Next();
        if (request.Ids.TryGetValue("guild", out var guild))
        {
            command["guild_id"] = guild;
        }

        return command;
    }

    private static bool IsSame(JsonObject one, JsonObject other) =>
        one.Text("name") == other.Text("name") && (one.Number("type") ?? 1) == (other.Number("type") ?? 1);

    private static string Scope(RestRequest request) => request.Ids.GetValueOrDefault("guild", "");
}
