namespace MLCareerBot.Fakes.Slack;

/// <summary>What is wrong with a delivery over HTTP. As it stands nothing is.</summary>
public sealed record HttpTampering
{
    /// <summary>How long ago it claims to have been sent; less than nothing for the future.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>What it is signed with instead of the signing secret.</summary>
    public string? Secret { get; init; }

    /// <summary>Changes the body after it was signed.</summary>
    public Func<byte[], byte[]> AlterBody { get; init; } = body => body;

    /// <summary>Changes the signature: its values become headers, none for no header.</summary>
    public Func<string, IReadOnlyList<string>> AlterSignature { get; init; } = signature => [signature];

    /// <summary>Changes the time stamp after signing: its values become headers, none for no header.</summary>
    public Func<string, IReadOnlyList<string>> AlterTimestamp { get; init; } = timestamp => [timestamp];

    /// <summary>0 for the first delivery.</summary>
    public int RetryNumber { get; init; }

    /// <summary>Why it is delivered again.</summary>
    public string RetryReason { get; init; } = "http_timeout";
}
