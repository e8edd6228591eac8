using System.Text;
using System.Text.Json;
using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Worker;

/// <summary>Two thousand lines of the kinds that break chat bots, the same ones in every run.</summary>
public sealed class HostileInputTests
{
    private const int Count = 2_000;

    private static readonly string[] Outcomes = ["answer", "suggest", "abstain"];

    private static readonly string[] Lines = [.. HostileLines.Make(Count)];

    [Fact]
    public async Task One_Conversation_With_A_Program_Survives_Them()
    {
        using var program = new Executable();

        var ran = await program.PipeAsync(string.Join('\n', Lines), "chat", "--json");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        AssertReplies(ran.Output);
    }

    [Fact]
    public async Task The_Same_In_Process_With_Lone_Surrogates()
    {
        using var bot = new TestBot();
        using var output = new StringWriter();

        await new JsonPlatform(bot.Router, new StringReader(string.Join('\n', Lines)), output).RunAsync(default);

        AssertReplies(output.ToString());
    }

    [Fact]
    public async Task A_Conversation_In_A_Terminal_Survives_Them()
    {
        using var bot = new TestBot();
        var replies = 0;

        foreach (var line in Lines)
        {
            using var output = new StringWriter();
            await new ConsolePlatform(bot.Router, new PipedTerminal(new StringReader(line), output, 40)).RunAsync(default);

            AssertVisible(output.ToString());
            replies += output.ToString().Length > 0 ? 1 : 0;
        }

        Assert.Equal(Count, replies);
        Assert.Empty(bot.Log.Lines);
    }

    private static void AssertReplies(string output)
    {
        AssertVisible(output);
        var replies = output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(Lines.Select(WellFormed), replies.Select(reply => reply.GetProperty("question").GetString()));
        Assert.All(replies, reply =>
        {
            Assert.Contains(reply.GetProperty("outcome").GetString(), Outcomes);
            AssertVisible(reply.GetProperty("title").GetString() ?? "");
            AssertVisible(reply.GetProperty("text").GetString() ?? "");
            Assert.NotEqual("", reply.GetProperty("title").GetString());
        });
    }

    private static void AssertVisible(string text) =>
        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value != '\n' && TerminalText.IsHazard(rune));

    // What is left of half a character on its way through UTF-8.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
