using MLCareerBot.Chat;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Tests.Discord.Rendering;

/// <summary>Every reply that the real pack gives to a verb, an option or a topic's own question.</summary>
public sealed class RealReplyTests
{
    [Fact]
    public async Task Real_Replies_Fit_One_Message_And_Show_Every_Word()
    {
        using var bot = new TestBot();
        var lines = bot.Table.Commands.SelectMany(command => command.Options
            .SelectMany(option => option.Choices.Select(choice => $"{command.Name} {option.Name}:{choice}"))
            .Prepend(command.Name));

        foreach (var line in lines.Concat(["ask where do I start", "ask what should I cook", "ask tell me about data", "nonsense", "roadmap 9"]))
        {
            AssertShows(await bot.CommandAsync(line));
        }
    }

    private static void AssertShows(ChatReply reply)
    {
        var bodies = DiscordRenderer.Render(reply, canShare: true);
        MessageLimits.AssertWithin(bodies);
        var reading = DiscordReading.Read(Assert.Single(bodies).Markdown());
        var shown = ShownText.SignsOf(reading.Shown);

        Assert.Empty(reading.Active);
        Assert.All(
            (reply with { FollowUps = [] }).AllText().Split('\n').Concat(reply.Sources.Select(source => $"{source.Id}, {source.Title} ({source.Date})")),
            text => Assert.Contains(ShownText.SignsOf(text), shown, StringComparison.Ordinal));
        Assert.Equal(
            reply.FollowUps.Select(next => $"v1:say:{next.Says}"),
            reply.FollowUps.Count == 0 ? [] : bodies[0].ButtonIds()[0]);
    }
}
