using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MLCareerBot.Commands;

namespace MLCareerBot.Slack.Operations;

/// <summary>
/// The app as Slack's settings take it, asking for no more than the bot uses:
/// https://docs.slack.dev/reference/app-manifest.
/// </summary>
public static class SlackManifest
{
    /// <summary>The shortcut on messages, as it comes back.</summary>
    internal const string AnswerShortcut = "career_answer_message";

    /// <summary>The shortcut that opens the form for questions, as it comes back.</summary>
    internal const string AskShortcut = "career_ask";

    private const string Description = "Answers questions about a career, and names the source each time.";
    private const int HintLimit = 1_000;

    private static readonly string[] Events =
    [
        "app_home_opened", "app_mention", "app_uninstalled", "assistant_thread_context_changed", "assistant_thread_started", "message.im", "tokens_revoked",
    ];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest as JSON.</summary>
    /// <param name="table">The verbs.</param>
    /// <param name="command">The slash command: <c>/career</c>; that of admins is the same with <c>-admin</c> behind it.</param>
    /// <param name="httpBaseUrl">Where Slack reaches the bot from outside; null for Socket Mode.</param>
    public static string For(CommandTable table, string command, Uri? httpBaseUrl = null)
    {
        var urls = httpBaseUrl is null ? null : new RequestUrls(httpBaseUrl);
        return new JsonObject
        {
            ["_metadata"] = new JsonObject { ["major_version"] = 2, ["minor_version"] = 1 },
            ["display_information"] = new JsonObject
            {
                ["name"] = "MLCareerBot",
                ["description"] = Description,
                ["background_color"] = "#1f3a5f",
            },
            ["features"] = Features(table, command, urls),
            ["oauth_config"] = new JsonObject { ["scopes"] = new JsonObject { ["bot"] = ListOf(SlackScopes.All) } },
            ["settings"] = Settings(urls),
        }.ToJsonString(Indented);
    }

    private static JsonObject Features(CommandTable table, string command, RequestUrls? urls) => new()
    {
        ["app_home"] = new JsonObject { ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false },
        ["assistant_view"] = new JsonObject { ["assistant_description"] = Description },
        ["bot_user"] = new JsonObject { ["display_name"] = "mlcareerbot", ["always_online"] = true },
        ["shortcuts"] = new JsonArray(
            Shortcut("message", "Answer with MLCareerBot", AnswerShortcut, "Looks this message up in what I know."),
            Shortcut("global", "Ask a career question", AskShortcut, "Opens a form with the questions I can answer.")),
        ["slash_commands"] = new JsonArray(
        [
            SlashCommand(command, Description, table.Commands, escapes: false, urls),
            .. table.AdminCommands.Count == 0
                ? Array.Empty<JsonNode>()
                : [SlashCommand(command + SlackCommand.AdminSuffix, "Sets up and looks after the bot in this workspace.", table.AdminCommands, escapes: true, urls)],
        ]),
    };

    private static JsonObject Settings(RequestUrls? urls) => new()
    {
        ["event_subscriptions"] = With(("request_url", urls?.Events), new() { ["bot_events"] = ListOf(Events) }),
        ["interactivity"] = With(
            ("request_url", urls?.Interactions), With(("message_menu_options_url", urls?.Interactions), new() { ["is_enabled"] = true })),
        ["org_deploy_enabled"] = false,
        ["socket_mode_enabled"] = urls is null,
        ["token_rotation_enabled"] = false,
    };

    private static JsonObject Shortcut(string type, string name, string callbackId, string description) => new()
    {
        ["type"] = type,
        ["name"] = name,
        ["callback_id"] = callbackId,
        ["description"] = description,
    };

    // Escaped, a channel comes as its id and not as the name that was typed: admins name channels.
    private static JsonObject SlashCommand(string command, string description, IReadOnlyList<Command> verbs, bool escapes, RequestUrls? urls) =>
        With(("url", urls?.Commands), new()
        {
            ["command"] = command,
            ["description"] = description,
            ["usage_hint"] = HintOf(verbs),
            ["should_escape"] = escapes,
        });

    // "tips on" and "tips off" are one word here.
    private static string HintOf(IReadOnlyList<Command> verbs) => verbs
        .Select(verb => verb.Name.Split(' ')[0])
        .Distinct(StringComparer.Ordinal)
        .Aggregate((hint, verb) => hint.Length + " | ".Length + verb.Length <= HintLimit ? $"{hint} | {verb}" : hint);

    private static JsonObject With((string Name, Uri? Url) property, JsonObject json)
    {
        if (property.Url is { } url)
        {
            json[property.Name] = url.AbsoluteUri;
        }

        return json;
    }

    private static JsonArray ListOf(IReadOnlyList<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    /// <summary>Where Slack sends what happens, if not over a socket.</summary>
    private sealed class RequestUrls(Uri baseUrl)
    {
        private readonly Uri _root = new(baseUrl.AbsoluteUri.TrimEnd('/') + '/');

        public Uri Events => new(_root, "slack/events");

        public Uri Commands => new(_root, "slack/commands");

        public Uri Interactions => new(_root, "slack/interactions");
    }
}
