using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Modals and App Homes.</summary>
internal sealed class ViewMethods(World world)
{
    private const int DeepestStack = 3;

    public IEnumerable<ApiMethod> All =>
    [
        new("views.open", Open),
        new("views.push", Push),
        new("views.update", Update),
        new("views.publish", Publish),
    ];

    /// <summary>Puts a modal on the user's screen, on top of those already there when it is pushed.</summary>
    public FakeView Show(string userId, JsonObject content, FakeView? below = null)
    {
        var view = Write(content, world.Ids.Next("V"));
        view["root_view_id"] = below?.Json.Text("root_view_id") ?? view.Text("id");
        view["previous_view_id"] = below?.Id;
        var shown = new FakeView(userId, view);
        world.Views.Add(shown);
        return shown;
    }

    /// <summary>Another content for a view that is shown.</summary>
    public FakeView Replace(FakeView old, JsonObject content)
    {
        var view = Write(content, old.Id);
        view["root_view_id"] = old.Json["root_view_id"]?.DeepClone();
        view["previous_view_id"] = old.Json["previous_view_id"]?.DeepClone();
        var updated = old with { Json = view };
        world.Views.Update(updated);
        return updated;
    }

    private ApiAnswer Open(Arguments arguments)
    {
        var view = New(Checked(arguments, "modal"));
        var user = Redeem(arguments.Text("trigger_id"));
        world.Views.CloseAll(user);
        return Answer(Show(user, view));
    }

    private ApiAnswer Push(Arguments arguments)
    {
        var view = New(Checked(arguments, "modal"));
        var user = Redeem(arguments.Text("trigger_id"));
        var stack = world.Views.StackOf(user).ToList();
        return stack.Count switch
        {
            0 => throw new Refusal("not_found"),
            >= DeepestStack => throw new Refusal("push_limit_reached"),
            _ => Answer(Show(user, view, stack[^1])),
        };
    }

    private ApiAnswer Update(Arguments arguments)
    {
        var old = world.Views.Find(arguments.Text("view_id"), arguments.Text("external_id")) ?? throw new Refusal("not_found");
        return Answer(Replace(Fresh(old, arguments), Checked(arguments, old.Json.Text("type"))));
    }

    private ApiAnswer Publish(Arguments arguments)
    {
        var view = Checked(arguments, "home");
        var user = world.FindUser(arguments.Text("user_id")) ?? throw new Refusal("user_not_found");
        return world.Views.HomesOf(user.Id).LastOrDefault() is { } old
            ? Answer(Replace(Fresh(old, arguments), view))
            : Answer(Show(user.Id, New(view)));
    }

    private JsonObject New(JsonObject view) =>
        view.Text("external_id") is { Length: > 0 } id && world.Views.Find(null, id) is not null ? throw new Refusal("duplicate_external_id") : view;

    // Without a hash the last one to write wins.
    private static FakeView Fresh(FakeView view, Arguments arguments) =>
        arguments.Text("hash") is { } hash && hash != view.Hash ? throw new Refusal("hash_conflict") : view;

    private static JsonObject Checked(Arguments arguments, string? type)
    {
        var view = arguments.Structure<JsonObject>("view", "invalid_arguments")
            ?? throw new Refusal(ApiAnswer.Error("invalid_arguments", "missing required field: view"));
        BlockRules.CheckView(view, type);
        return view;
    }

    private string Redeem(string? id)
    {
        if (id is null || !world.Triggers.TryGetValue(id, out var trigger))
        {
            throw new Refusal("invalid_trigger_id");
        }

        if (trigger.IsUsed)
        {
            throw new Refusal("exchanged_trigger_id");
        }

        if (trigger.HasExpired(world.Now))
        {
            throw new Refusal("expired_trigger_id");
        }

        trigger.IsUsed = true;
        return trigger.UserId;
    }

    private JsonObject Write(JsonObject content, string id)
    {
        var view = content.Copy();
        view["id"] = id;
        view["team_id"] = world.TeamId;
        view["app_id"] = world.AppId;
        view["app_installed_team_id"] = world.TeamId;
        view["bot_id"] = world.BotId;
        view["hash"] = $"{world.Ids.NextTs()}.{Ids.Secret()[..8]}";
        view["state"] = new JsonObject { ["values"] = new JsonObject() };
        view["blocks"] = BlockIds.Fill(content.Array("blocks") ?? []);
        view["callback_id"] ??= "";
        view["private_metadata"] ??= "";
        view["external_id"] ??= "";
        view["clear_on_close"] ??= false;
        view["notify_on_close"] ??= false;
        return view;
    }

    private static ApiAnswer Answer(FakeView view) => ApiAnswer.Ok(new() { ["view"] = view.Json.DeepClone() });
}
