using System.Security.Cryptography;

namespace MLCareerBot.Benchmarks;

/// <summary>A fixed piece of work measured in the same run, so that figures from different machines compare.</summary>
internal static class Yardstick
{
    private static readonly byte[] Block = new byte[1024];

    public static void Hash(string input)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Block[0] = (byte)input.Length;
        SHA256.HashData(Block, hash);
    }
}
