namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>A request as it came.</summary>
/// <param name="path">What was asked for.</param>
/// <param name="header">All values of a header, by its name; empty if there is none.</param>
/// <param name="body">The body, not parsed.</param>
internal sealed class SlackHttpRequest(SlackPath path, Func<string, IReadOnlyList<string?>> header, ReadOnlyMemory<byte> body)
{
    public SlackPath Path => path;

    public ReadOnlyMemory<byte> Body => body;

    public IReadOnlyList<string?> Header(string name) => header(name);
}

/// <summary>The addresses that Slack sends to.</summary>
internal enum SlackPath
{
    /// <summary><c>/slack/events</c>: JSON.</summary>
    Events,

    /// <summary><c>/slack/commands</c>: a form.</summary>
    Commands,

    /// <summary><c>/slack/interactions</c>: a form with JSON in its field <c>payload</c>; lists being typed in come here as well.</summary>
    Interactions,
}
