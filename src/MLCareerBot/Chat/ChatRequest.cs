namespace MLCareerBot.Chat;

/// <summary>Something a person said to the bot, free of any platform's types.</summary>
/// <param name="Address">Where it was said, and so where the reply goes.</param>
/// <param name="From">Who said it.</param>
/// <param name="Text">The words, without the bot's own mention; may be empty, long or hostile.</param>
public sealed record ChatRequest(ChatAddress Address, ChatUser From, string Text)
{
    /// <summary>
    /// True when the platform already knows that the text is a command (a slash command), so that an unknown verb is
    /// a mistake to be named and not a question to be answered.
    /// </summary>
    public bool IsCommand { get; init; }

    /// <summary>True when the platform knows that the text is a command of the admins' root, whether or not it begins with that root.</summary>
    public bool IsAdminCommand { get; init; }

    /// <summary>
    /// The values by option name, where the platform has them apart (a slash command with fields): <see cref="Text"/> is
    /// the verb alone then. Null where all stands in the text.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }
}

/// <summary>A place where people talk.</summary>
/// <param name="Platform"><c>console</c>, <c>discord</c> or <c>slack</c>.</param>
/// <param name="Conversation">The platform's id of the channel or direct message; see <see cref="DirectTo"/>.</param>
/// <param name="Thread">The platform's id of the thread in it, or null.</param>
public sealed record ChatAddress(string Platform, string Conversation, string? Thread = null)
{
    private const char DirectMark = '@';

    /// <summary>The platform's id of the server or workspace that the place belongs to; null in direct messages.</summary>
    public string? Workspace { get; init; }

    /// <summary>Id of the person whose direct messages are meant, whatever that conversation's own id; else null.</summary>
    public string? DirectUser => Conversation is [DirectMark, .. var user] ? user : null;

    /// <summary>A person's direct messages, for those who know no conversation yet.</summary>
    public static ChatAddress DirectTo(string platform, string user) => new(platform, DirectMark + user);
}

/// <summary>A person on a platform.</summary>
/// <param name="Id">The platform's id; never a name, never logged.</param>
/// <param name="IsAdmin">True if the platform vouches for the right to administer the bot here.</param>
public sealed record ChatUser(string Id, bool IsAdmin = false)
{
    /// <summary>
    /// Id of the workspace that the person belongs to, where a platform ties people to one, so that it is known in direct
    /// messages too; else null.
    /// </summary>
    public string? Workspace { get; init; }
}
