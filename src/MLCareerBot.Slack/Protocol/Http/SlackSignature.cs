namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>Tells Slack's own requests from everybody else's: https://docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
internal static class SlackSignature
{
    /// <summary>Whether Slack signed this body with the secret, within 300 s of now.</summary>
    /// <param name="secret">The signing secret; with an empty one nothing is ever true.</param>
    /// <param name="timestamps">All values of <c>X-Slack-Request-Timestamp</c>; there must be one.</param>
    /// <param name="signatures">All values of <c>X-Slack-Signature</c>; there must be one.</param>
    /// <param name="body">The body as it came, not parsed.</param>
    /// <param name="now">The time.</param>
    public static bool Verify(
        string? secret, IReadOnlyList<string?> timestamps, IReadOnlyList<string?> signatures, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        throw new NotSupportedException();
}
