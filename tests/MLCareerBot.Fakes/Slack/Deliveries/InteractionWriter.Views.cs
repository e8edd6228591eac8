using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <content>What users do in modals and App Homes.</content>
public sealed partial class InteractionWriter
{
    /// <summary>A user presses or chooses something in a modal or an App Home.</summary>
    public Delivery Click(FakeView view, string actionId, string? value = null)
    {
        lock (_world.Gate)
        {
            var payload = InView("block_actions", view);
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            payload["actions"] = new JsonArray(ActionJson.Write(view.Blocks, actionId, value, _world.Ids.NextTs()));
            return new(DeliveryKind.Interaction, payload) { User = _world.FindUser(view.UserId), View = view };
        }
    }

    /// <summary>A user submits a modal. Values are by action id: typed text, or the value of a chosen option.</summary>
    public Delivery ViewSubmission(FakeView view, IReadOnlyDictionary<string, string> values)
    {
        lock (_world.Gate)
        {
            var filled = view with { Json = view.Json.Copy() };
            filled.Json["state"] = new JsonObject { ["values"] = StateJson.Write(view.Blocks, values) };
            var payload = InView("view_submission", filled);
            payload["response_urls"] = new JsonArray();
            return new(DeliveryKind.Interaction, payload) { User = _world.FindUser(view.UserId), View = view, AcceptsResponse = true };
        }
    }

    /// <summary>A user closes a modal; the app learns of it when it asked for that.</summary>
    public Delivery ViewClosed(FakeView view)
    {
        lock (_world.Gate)
        {
            _world.Views.Close(view.Id);
            var payload = InView("view_closed", view);
            payload["is_cleared"] = false;
            return new(DeliveryKind.Interaction, payload) { User = _world.FindUser(view.UserId), View = view };
        }
    }

    /// <summary>A user types in a select of a modal or an App Home whose options the app provides.</summary>
    public Delivery OptionsRequest(FakeView view, string actionId, string typed)
    {
        lock (_world.Gate)
        {
            var payload = Suggestion(InView("block_suggestion", view, hasTrigger: false), view.Blocks, actionId, typed);
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            return new(DeliveryKind.Interaction, payload) { User = _world.FindUser(view.UserId), AcceptsResponse = true };
        }
    }

    private JsonObject InView(string type, FakeView view, bool hasTrigger = true)
    {
        var user = _world.FindUser(view.UserId) ?? throw new ArgumentException("Nobody can see this view.", nameof(view));
        var payload = Frame(type, user, hasTrigger);
        payload["view"] = view.Json.DeepClone();
        return payload;
    }
}
