namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>Every method that the bot calls: https://docs.slack.dev/reference/methods.</summary>
internal static class Methods
{
    // A trigger_id opens a modal for about this long.
    private static readonly TimeSpan TriggerLife = TimeSpan.FromSeconds(3);

    public static SlackMethod AuthTest { get; } = new("auth.test") { Repeat = Repeat.Always };

    /// <summary>Never repeated here: the socket's own loop does that, and has all the time there is.</summary>
    public static SlackMethod OpenConnection { get; } = new("apps.connections.open")
    {
        Token = TokenUse.App,
        Repeat = Repeat.Never,
        Patience = RetryAfter.Longest,
    };

    public static SlackMethod PostMessage { get; } = new("chat.postMessage");

    public static SlackMethod PostEphemeral { get; } = new("chat.postEphemeral");

    public static SlackMethod Update { get; } = new("chat.update");

    public static SlackMethod OpenView { get; } = new("views.open") { Repeat = Repeat.Never, Patience = TriggerLife };

    public static SlackMethod UpdateView { get; } = new("views.update");

    public static SlackMethod PublishView { get; } = new("views.publish") { Repeat = Repeat.Always };

    /// <summary>The second time brings back the same channel.</summary>
    public static SlackMethod OpenConversation { get; } = new("conversations.open") { Repeat = Repeat.Always };

    public static SlackMethod History { get; } = new("conversations.history") { Repeat = Repeat.Always };

    public static SlackMethod UserInfo { get; } = new("users.info") { Repeat = Repeat.Always };

    public static SlackMethod SetStatus { get; } = new("assistant.threads.setStatus");

    public static SlackMethod SetSuggestedPrompts { get; } = new("assistant.threads.setSuggestedPrompts");

    /// <summary>No method by that name: an address with five uses, none of which is to be wasted.</summary>
    public static SlackMethod Respond { get; } = new("response_url") { Token = TokenUse.None, Repeat = Repeat.Never };
}
