using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>Tells Slack's own requests from everybody else's: https://docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
internal static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    private const string Version = "v0";

    // "v0=" and 32 bytes as hexadecimal digits.
    private const int SignatureLength = 3 + (2 * HMACSHA256.HashSizeInBytes);

    // An older request may be a recording, and one from the future is a clock that nobody can tell anything by.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    /// <summary>Whether Slack signed this body with the secret, within 300 s of now.</summary>
    /// <param name="secret">The signing secret; with an empty one nothing is ever true.</param>
    /// <param name="timestamps">All values of <see cref="TimestampHeader"/>; there must be one.</param>
    /// <param name="signatures">All values of <see cref="SignatureHeader"/>; there must be one.</param>
    /// <param name="body">The body as it came, not parsed.</param>
    /// <param name="now">The time.</param>
    public static bool Verify(
        string? secret, IReadOnlyList<string?> timestamps, IReadOnlyList<string?> signatures, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        !string.IsNullOrWhiteSpace(secret)
        && timestamps is [{ } timestamp]
        && signatures is [{ Length: SignatureLength } signature]
        && IsFresh(timestamp, now)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Sign(secret, timestamp, body));

    // ASCII digits alone: what reads as the same number another way is not what Slack sent.
    private static bool IsFresh(string timestamp, DateTimeOffset now) =>
        timestamp.All(char.IsAsciiDigit)
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Window;

    private static byte[] Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        return Encoding.ASCII.GetBytes($"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }
}
