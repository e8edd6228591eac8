using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A call of the Web API as it came in, and what was answered.</summary>
public sealed record RecordedRequest
{
    /// <summary>The first call is number 1.</summary>
    public int Sequence { get; init; }

    /// <summary>When it came, by the fake's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Such as <c>chat.postMessage</c>.</summary>
    public required string Method { get; init; }

    /// <summary>What it presented to be let in.</summary>
    public required TokenKind Token { get; init; }

    /// <summary>Whether the token was an argument instead of a header.</summary>
    public required bool IsTokenAnArgument { get; init; }

    /// <summary>The arguments; <c>blocks</c>, <c>view</c> and <c>metadata</c> as JSON even when they came in a form.</summary>
    public required JsonObject Arguments { get; init; }

    /// <summary>Header names and values.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The HTTP status that went back; null while, or because, there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The error of an <c>ok: false</c> that went back.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it came while the app was told to wait.</summary>
    public bool IsEarly { get; init; }

    /// <summary>An argument that is a string.</summary>
    public string? this[string argument] => Arguments.Text(argument);

    /// <inheritdoc />
    public override string ToString() => $"#{Sequence} {At:HH:mm:ss.fff} {Method} -> {Status?.ToString() ?? "no answer"} {Error}".TrimEnd();
}
