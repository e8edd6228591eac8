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
}

/// <summary>A place where people talk.</summary>
/// <param name="Platform"><c>console</c>, <c>discord</c> or <c>slack</c>.</param>
/// <param name="Conversation">The platform's id of the channel or direct message.</param>
/// <param name="Thread">The platform's id of the thread in it, or null.</param>
public sealed record ChatAddress(string Platform, string Conversation, string? Thread = null);

/// <summary>A person on a platform.</summary>
/// <param name="Id">The platform's id; never a name, never logged.</param>
/// <param name="IsAdmin">True if the platform vouches for the right to administer the bot here.</param>
public sealed record ChatUser(string Id, bool IsAdmin = false);
