using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Tests.Discord.Rendering;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Ten thousand hostile questions over real sockets, as fast as they are answered.</summary>
public sealed class HostileQuestionTests
{
    private const int Count = 10_000;
    private const int Batch = 200;

    /// <summary>What Discord lets people type into a field of ours.</summary>
    private const int LongestField = 1_000;

    [Fact]
    public async Task Each_Gets_An_Answer_That_Discord_Takes_And_That_Does_Nothing()
    {
        await using var life = await DiscordLife.StartAsync();
        foreach (var batch in HostileMarkdown.Make(Count).Chunk(Batch))
        {
            await AskAsync(life, batch);
        }

        // A request takes effect before its own answer has gone out.
        await life.Discord.UntilAsync(() => life.Discord.Requests.All(request => request.Status is not null));
        var sent = life.Discord.Requests.Where(request => request.Method == "POST").ToList();
        var bodies = sent.Select(request => request.Body?["data"] ?? request.Body).ToList();

        Assert.True(sent.Count >= Count, $"{sent.Count} answers");
        Assert.All(sent, request => Assert.InRange(request.Status ?? 0, 200, 299));
        Assert.All(bodies, body => Assert.Equal("[]", body?["allowed_mentions"]?["parse"]?.ToJsonString()));
        Assert.All(bodies, body => Assert.Empty(DiscordReading.Read(body.Text()).Active));
        Assert.DoesNotContain(life.Bot.Log.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    private static async Task AskAsync(DiscordLife life, string[] texts)
    {
        var asked = new List<SentInteraction>();
        foreach (var text in texts.Select(text => text[..Math.Min(text.Length, LongestField)]))
        {
            asked.Add(await life.Discord.InteractAsync(life.Ana, life.General, Interaction.Command("career ask", ("question", text))));
        }

        foreach (var question in asked)
        {
            await life.Discord.WaitForAnswerAsync(question);
        }
    }
}
