using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <content>What users do, delivered to the app at once: over Socket Mode, or over HTTP when endpoints are set.</content>
public sealed partial class FakeSlack
{
    /// <summary>Where deliveries go; null for Socket Mode.</summary>
    public HttpEndpoints? HttpEndpoints { get; set; }

    /// <summary>Delivers something once more or for the first time.</summary>
    public async Task<Delivery> DeliverAsync(Delivery delivery)
    {
        if (HttpEndpoints is { } endpoints)
        {
            await _http.DeliverAsync(endpoints.For(delivery), delivery, new());
        }
        else
        {
            await SocketMode.SendAsync(delivery);
        }

        return delivery;
    }

    /// <summary>Posts a signed delivery to an address and comes back with the answer.</summary>
    public Task<HttpAnswer> DeliverOverHttpAsync(Uri endpoint, Delivery delivery, HttpTampering? tampering = null) =>
        _http.DeliverAsync(endpoint, delivery, tampering ?? new());

    /// <summary>Sends an event once more, with the same event id in a new envelope or request.</summary>
    public async Task RedeliverAsync(Delivery delivery, string reason = "timeout")
    {
        if (HttpEndpoints is { } endpoints)
        {
            var earlier = HttpAnswers.Count(answer => answer.Delivery == delivery);
            await _http.DeliverAsync(endpoints.For(delivery), delivery, new() { RetryNumber = earlier, RetryReason = $"http_{reason}" });
        }
        else
        {
            await SocketMode.SendAsync(delivery, EnvelopesOf(delivery).Count, reason);
        }
    }

    /// <summary>Sends every event once more that was not acknowledged in any envelope. Says how many those are.</summary>
    public async Task<int> RedeliverUnacknowledgedAsync(string reason = "timeout")
    {
        var events = Unacknowledged.Where(delivery => delivery.Kind == DeliveryKind.Event).ToList();
        foreach (var delivery in events)
        {
            await RedeliverAsync(delivery, reason);
        }

        return events.Count;
    }

    /// <summary>A user sends a slash command.</summary>
    public Task<Delivery> SlashCommandAsync(FakeUser user, FakeChannel channel, string command, string text) =>
        DeliverAsync(Interactions.SlashCommand(user, channel, command, text));

    /// <summary>A user mentions the bot; with a time stamp, in that thread.</summary>
    public Task<Delivery> MentionAsync(FakeUser user, FakeChannel channel, string text, string? threadTs = null) =>
        DeliverAsync(Events.Mention(user, channel, text, threadTs));

    /// <summary>A user writes to the bot alone.</summary>
    public Task<Delivery> DirectMessageAsync(FakeUser user, string text, string? threadTs = null) =>
        DeliverAsync(Events.DirectMessage(user, text, threadTs));

    /// <summary>A user writes in the thread of a message.</summary>
    public Task<Delivery> ThreadReplyAsync(FakeUser user, FakeChannel channel, FakeMessage parent, string text) =>
        DeliverAsync(Events.ChannelMessage(user, channel, text, parent.ThreadTs ?? parent.Ts));

    /// <summary>A user presses or chooses something below a message.</summary>
    public Task<Delivery> ClickAsync(FakeUser user, FakeMessage message, string actionId, string? value = null) =>
        DeliverAsync(Interactions.Click(user, message, actionId, value));

    /// <summary>A user presses or chooses something in a modal or an App Home.</summary>
    public Task<Delivery> ClickAsync(FakeView view, string actionId, string? value = null) =>
        DeliverAsync(Interactions.Click(view, actionId, value));

    /// <summary>A user submits a modal. Values are by action id.</summary>
    public Task<Delivery> SubmitAsync(FakeView view, IReadOnlyDictionary<string, string>? values = null) =>
        DeliverAsync(Interactions.ViewSubmission(view, values ?? new Dictionary<string, string>()));

    /// <summary>A user types in an external select below a message. Comes back with the options that the app answers.</summary>
    public Task<JsonArray> OptionsRequestAsync(FakeUser user, FakeMessage message, string actionId, string typed) =>
        OptionsAsync(Interactions.OptionsRequest(user, message, actionId, typed));

    /// <summary>The same in a modal or an App Home.</summary>
    public Task<JsonArray> OptionsRequestAsync(FakeView view, string actionId, string typed) =>
        OptionsAsync(Interactions.OptionsRequest(view, actionId, typed));

    /// <summary>A user picks a shortcut in the menu of a message.</summary>
    public Task<Delivery> MessageShortcutAsync(FakeUser user, FakeMessage message, string callbackId) =>
        DeliverAsync(Interactions.MessageShortcut(user, message, callbackId));

    /// <summary>A user picks a shortcut in the menu of the workspace.</summary>
    public Task<Delivery> GlobalShortcutAsync(FakeUser user, string callbackId) => DeliverAsync(Interactions.GlobalShortcut(user, callbackId));

    /// <summary>A user opens the bot's App Home.</summary>
    public Task<Delivery> AppHomeOpenedAsync(FakeUser user, string tab = "home") => DeliverAsync(Events.AppHomeOpened(user, tab));

    private async Task<JsonArray> OptionsAsync(Delivery delivery)
    {
        await DeliverAsync(delivery);
        var answer = HttpEndpoints is null
            ? (await UntilAcknowledgedAsync(delivery)).AckPayload
            : JsonReading.Parse(System.Text.Encoding.UTF8.GetBytes(HttpAnswers.Last(answer => answer.Delivery == delivery).Body));
        return answer.Array("options") ?? answer.Array("option_groups") ?? [];
    }
}
