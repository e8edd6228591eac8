namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>A method of the Web API and what may be done with it.</summary>
internal sealed class SlackMethod(string name)
{
    /// <summary>Relative to the API's address.</summary>
    public string Name => name;

    /// <summary>Which token it takes.</summary>
    public TokenUse Token { get; init; } = TokenUse.Bot;

    /// <summary>What may follow an attempt that failed.</summary>
    public Repeat Repeat { get; init; } = Repeat.IfUnsent;

    /// <summary>How long to wait for a limit to pass; beyond that, the refusal is the answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>True if a second execution shows to nobody and the first one need not be known.</summary>
    public bool IsHarmless => Repeat == Repeat.Always;

    public override string ToString() => name;
}

/// <summary>The tokens.</summary>
internal enum TokenUse
{
    /// <summary>None: an address that is itself the permission.</summary>
    None,

    /// <summary><see cref="SlackOptions.BotToken"/>.</summary>
    Bot,

    /// <summary><see cref="SlackOptions.AppToken"/>.</summary>
    App,
}

/// <summary>What may follow an attempt that failed. A limit is none: it says that nothing was done.</summary>
internal enum Repeat
{
    /// <summary>Nothing: it would come too late, or the caller tries again.</summary>
    Never,

    /// <summary>Up to two more, each only if the one before surely did nothing.</summary>
    IfUnsent,

    /// <summary>Up to two more, whatever happened: doing it twice is doing it once.</summary>
    Always,
}
