namespace MLCareerBot.Fakes.Discord;

/// <summary>Whose limit a 429 is about.</summary>
public enum LimitScope
{
    /// <summary>This bot's on this route.</summary>
    User,

    /// <summary>This bot's on all routes.</summary>
    Global,

    /// <summary>Everybody's on this channel or guild; does not count as an invalid request.</summary>
    Shared,
}
