using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>The mark by which Discord knows a message that it has already.</summary>
internal static class MessageNonce
{
    // Discord takes 25; these are 132 bits.
    private const int Length = 22;

    /// <summary>The same for every attempt of a delivery, and another for each other delivery.</summary>
    public static string For(string deliveryKey) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(deliveryKey)))[..Length];
}
