using System.Text.Json;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Views;

namespace MLCareerBot.Slack.Platform;

/// <summary>Who did something, and where the answer goes.</summary>
/// <param name="User">Id of the person.</param>
/// <param name="Team">Id of the workspace the person belongs to, where Slack said.</param>
/// <param name="Channel">Id of the channel or direct message; null where it was done in none, as in the App Home.</param>
internal sealed record Caller(string User, string? Team, string? Channel = null)
{
    private const char DirectMark = 'D';

    /// <summary>The thread in the channel, or null.</summary>
    public string? Thread { get; init; }

    /// <summary>The person's name in the workspace, as text to show.</summary>
    public string? Name { get; init; }

    /// <summary>Where an answer needs no right to write: five times, within half an hour. A secret.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>The leave to open a form, for about three seconds.</summary>
    public string? Trigger { get; init; }

    /// <summary>True in direct messages, of the bot or of others.</summary>
    public bool IsDirect => Channel is [DirectMark, ..];

    /// <summary>True if the answer belongs into the conversation as it is, because nobody else is in it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The place as the router knows it.</summary>
    public ChatAddress Address => Channel is null
        ? ChatAddress.DirectTo(SlackPlatform.PlatformName, User)
        : new(SlackPlatform.PlatformName, Channel, Thread) { Workspace = IsDirect ? null : Team };

    /// <summary>The place as a form carries it.</summary>
    public AskPlace? Place => Channel is null ? null : new(Channel, Thread);

    /// <summary>Who sent a slash command.</summary>
    public static Caller? OfCommand(JsonElement command) => command.Text("user_id") is { } user
        ? new(user, command.Text("team_id"), command.Text("channel_id"))
        {
            Name = command.Text("user_name"),
            ResponseUrl = UrlOf(command),
            Trigger = command.Text("trigger_id"),
        }
        : null;

    /// <summary>Who clicked, chose a shortcut or submitted a form.</summary>
    public static Caller? OfInteraction(JsonElement interaction)
    {
        if (interaction.Object("user") is not { } person || person.Text("id") is not { } user)
        {
            return null;
        }

        var (container, message) = (interaction.Object("container"), interaction.Object("message"));
        var caller = new Caller(user, person.Text("team_id") ?? interaction.Object("team")?.Text("id"), interaction.Object("channel")?.Text("id"))
        {
            Thread = container?.Text("thread_ts") ?? message?.Text("thread_ts"),
            Name = person.Text("username") ?? person.Text("name"),
            ResponseUrl = UrlOf(interaction),
            Trigger = interaction.Text("trigger_id"),
        };

        // Below what the bot said to one person it goes on with that person alone. What only one sees in direct messages
        // may have been asked for between two others.
        return caller with { IsAlone = caller.IsDirect && container is { } below && !below.IsTrue("is_ephemeral") };
    }

    private static Uri? UrlOf(JsonElement payload) => Uri.TryCreate(payload.Text("response_url"), UriKind.Absolute, out var url) ? url : null;
}
