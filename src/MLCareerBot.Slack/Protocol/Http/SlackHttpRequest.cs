namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>A request as it came.</summary>
/// <param name="path">What was asked for.</param>
/// <param name="header">All values of a header, by its name; empty if there is none.</param>
/// <param name="body">The body, not parsed.</param>
public sealed class SlackHttpRequest(SlackPath path, Func<string, IReadOnlyList<string?>> header, ReadOnlyMemory<byte> body)
{
    internal SlackPath Path => path;

    internal ReadOnlyMemory<byte> Body => body;

    internal IReadOnlyList<string?> Header(string name) => header(name);
}

/// <summary>The addresses that Slack sends to.</summary>
public enum SlackPath
{
    /// <summary><c>/slack/events</c>: JSON.</summary>
    Events,

    /// <summary><c>/slack/commands</c>: a form.</summary>
    Commands,

    /// <summary><c>/slack/interactions</c>: a form with JSON in its field <c>payload</c>; lists being typed in come here as well.</summary>
    Interactions,
}
