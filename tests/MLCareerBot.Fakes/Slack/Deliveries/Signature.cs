using System.Security.Cryptography;
using System.Text;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Slack's proof that a delivery over HTTP is its own.</summary>
internal static class Signature
{
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
