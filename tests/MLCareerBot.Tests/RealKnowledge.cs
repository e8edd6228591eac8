using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests;

/// <summary>The pack that ships with the program, read and trained once for all tests: that takes about a second.</summary>
internal static class RealKnowledge
{
    private static readonly Lazy<KnowledgeBase> Trained = new(() => new(Read()));

    public static KnowledgeBase Base => Trained.Value;

    public static KnowledgePack Pack => Base.Pack;

    private static KnowledgePack Read()
    {
        var reading = PackReader.Read(RepositoryFolder.PathOf("knowledge"));
        return reading.Pack ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }
}
