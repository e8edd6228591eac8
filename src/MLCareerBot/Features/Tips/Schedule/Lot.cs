using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>A number that looks like chance and is the same for the same words, today and on every machine.</summary>
internal static class Lot
{
    public static uint Of(params string[] words) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))));
}
