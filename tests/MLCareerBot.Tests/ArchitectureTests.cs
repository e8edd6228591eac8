using System.Reflection;
using MLCareerBot.Chat;
using MLCareerBot.Knowledge;
using MLCareerBot.Worker;

namespace MLCareerBot.Tests;

/// <summary>Who may reference whom, said out loud.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void The_Knowledge_Module_References_Nothing_Of_Ours() =>
        Assert.Empty(OursReferencedBy(typeof(KnowledgeBase).Assembly));

    [Fact]
    public void The_Bot_References_The_Knowledge_Module_Alone() =>
        Assert.Equal(["MLCareerBot.Knowledge"], OursReferencedBy(typeof(ChatReply).Assembly));

    [Fact]
    public void Only_The_Worker_Knows_The_Terminal()
    {
        Assert.Contains("Spectre.Console", ReferencedBy(typeof(ChatWorker).Assembly));
        Assert.DoesNotContain("Spectre.Console", ReferencedBy(typeof(ChatReply).Assembly));
        Assert.DoesNotContain("Spectre.Console", ReferencedBy(typeof(KnowledgeBase).Assembly));
    }

    private static IEnumerable<string> OursReferencedBy(Assembly assembly) =>
        ReferencedBy(assembly).Where(name => name.StartsWith("MLCareerBot", StringComparison.Ordinal));

    private static IEnumerable<string> ReferencedBy(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name ?? "").Order(StringComparer.Ordinal);
}
