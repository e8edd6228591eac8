namespace MLCareerBot.Fakes.Slack;

/// <summary>How the app's web server took a delivery.</summary>
/// <param name="Delivery">What was delivered.</param>
/// <param name="Status">The HTTP status; null when the connection failed.</param>
/// <param name="Body">The body of the answer.</param>
/// <param name="Elapsed">How long it took, by the fake's clock.</param>
public sealed record HttpAnswer(Delivery Delivery, int? Status, string Body, TimeSpan Elapsed)
{
    /// <summary>What was wrong with the answer that it carries; null when nothing was.</summary>
    public string? Problem { get; init; }
}
