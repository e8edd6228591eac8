namespace MLCareerBot.Fakes.Discord;

/// <summary>Who installed the app where an interaction comes from.</summary>
public enum InstallKind
{
    /// <summary>The server did.</summary>
    Guild,

    /// <summary>Only the user did; the bot itself is not there.</summary>
    User,
}
