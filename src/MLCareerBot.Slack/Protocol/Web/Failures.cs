using MLCareerBot.Chat;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>Slack refused a call, and the same call again would not change that (or not before <see cref="RetryAfter"/>).</summary>
/// <param name="method">What was called, such as <c>chat.postMessage</c>.</param>
/// <param name="error">Slack's error, such as <c>channel_not_found</c>.</param>
internal sealed class SlackApiException(string method, string error) : Exception($"Slack refused {method}: {error}.")
{
    public string Method { get; } = method;

    public string Error { get; } = error;

    /// <summary>With <c>missing_scope</c>: the scope that the call takes.</summary>
    public string? Needed { get; init; }

    /// <summary>With <c>missing_scope</c>: the scopes that the token has.</summary>
    public string? Provided { get; init; }

    /// <summary>For a limit: how long no such call may be made.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True if Slack has something against the words or blocks themselves.</summary>
    public bool IsContentRefused => Error is "msg_too_long" or "msg_blocks_too_long" or "invalid_blocks" or "no_text";

    public override string Message => Needed is null ? base.Message : $"{base.Message} It takes the scope {Needed}.";
}

/// <summary>Slack gave no definite answer: it was not reached, was silent, failed, or said what cannot be read.</summary>
/// <param name="mayHaveArrived">False if it surely did not do what was asked, or if doing it again shows to nobody.</param>
/// <param name="message">What happened, without secrets.</param>
internal sealed class SlackUnavailableException(bool mayHaveArrived, string message) : Exception(message)
{
    public bool MayHaveArrived { get; } = mayHaveArrived;
}

/// <summary>Slack does not take a token (any more). No call is made with it after that.</summary>
/// <param name="message">One sentence for the operator, without the token.</param>
internal sealed class SlackTokenRejectedException(string message) : PlatformStoppedException(message);
