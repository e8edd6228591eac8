namespace MLCareerBot.Knowledge.Matching;

/// <summary>The FNV-1a hash over UTF-16 units, 64 bits: short, quick on short words, the same on every machine.</summary>
internal static class Fnv1a
{
    public const ulong Start = 0xcbf29ce484222325;

    private const ulong Prime = 0x100000001b3;

    public static ulong Add(ulong hash, char character) => (hash ^ character) * Prime;

    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var character in text)
        {
            hash = Add(hash, character);
        }

        return hash;
    }
}
