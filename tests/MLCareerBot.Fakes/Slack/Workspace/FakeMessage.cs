using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A message as it stood at one moment; later edits make another one.</summary>
/// <param name="ChannelId">Where it is.</param>
/// <param name="Json">As <c>conversations.history</c> gives it.</param>
/// <param name="OnlyFor">The user who alone sees it, when it is ephemeral.</param>
public sealed record FakeMessage(string ChannelId, JsonObject Json, string? OnlyFor = null)
{
    /// <summary>Its id in the channel.</summary>
    public string Ts => Json.Text("ts") ?? "";

    /// <summary>The message that opened the thread it is in.</summary>
    public string? ThreadTs => Json.Text("thread_ts");

    /// <summary>The text of notifications and screen readers, shown when there are no blocks.</summary>
    public string Text => Json.Text("text") ?? "";

    /// <summary>What is shown.</summary>
    public JsonArray Blocks => Json.Array("blocks") ?? [];

    /// <summary>Who wrote it.</summary>
    public string? UserId => Json.Text("user");

    /// <summary>The bot that wrote it.</summary>
    public string? BotId => Json.Text("bot_id");

    /// <summary>The key in its metadata by which a post can be found again.</summary>
    public string? DeliveryKey => Json.Object("metadata").Object("event_payload").Text("delivery_key");

    /// <summary>Whether one user alone sees it.</summary>
    public bool IsEphemeral => OnlyFor is not null;

    internal bool Is(string channelId, string? ts) => ChannelId == channelId && Ts == ts;
}
