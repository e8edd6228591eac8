namespace MLCareerBot.Fakes.Discord;

/// <summary>Who is pinged by a message that says nothing about <c>allowed_mentions</c>.</summary>
internal enum MentionDefaults
{
    /// <summary>Ordinary messages: users, roles and everyone.</summary>
    All,

    /// <summary>Answers to interactions and webhooks: users.</summary>
    UsersOnly,
}
