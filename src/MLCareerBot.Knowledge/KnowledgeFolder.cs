using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge;

/// <summary>Where the pack lies, for those who read it again while the bot runs.</summary>
/// <param name="Path">The folder that holds <c>pack.yaml</c>.</param>
public sealed record KnowledgeFolder(string Path)
{
    /// <summary>Reads the pack as it is there now.</summary>
    public PackReading Read() => PackReader.Read(Path);
}
