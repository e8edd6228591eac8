using System.Reflection;
using MLCareerBot.Chat;
using MLCareerBot.Discord;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Knowledge;
using MLCareerBot.Slack;
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
    public void Discord_And_Slack_Know_The_Bot_And_Never_Each_Other()
    {
        Assert.All([typeof(DiscordOptions).Assembly, typeof(SlackOptions).Assembly], platform =>
            Assert.DoesNotContain(OursReferencedBy(platform), name => name is not ("MLCareerBot" or "MLCareerBot.Knowledge")));
    }

    [Fact]
    public void Every_Message_To_Discord_Is_Of_The_One_Type_That_Pings_Nobody()
    {
        var sent = typeof(DiscordApi).GetMethods()
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(type => type.Namespace == typeof(MessageBody).Namespace && type.Name.Contains("Message", StringComparison.Ordinal));

        Assert.All(sent, type => Assert.Equal(typeof(MessageBody), type));
        Assert.False(typeof(MessageBody).GetProperty(nameof(MessageBody.AllowedMentions))?.CanWrite);
    }

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
