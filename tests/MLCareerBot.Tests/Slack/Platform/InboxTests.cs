using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Commands;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Storage;
using MLCareerBot.Tests.Discord.Platform;
using MLCareerBot.Tests.Storage;
using MLCareerBot.Tests.Storage.Postgres;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>What is kept before it is acknowledged (fault rows 40, 45 and 46).</summary>
public sealed class InboxTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(SlackMode.Sockets)]
    [InlineData(SlackMode.Http)]
    public async Task While_The_Store_Is_Away_Messages_Come_Again_And_Commands_Are_Answered(SlackMode mode)
    {
        using var store = new AwayStore();
        await using var life = await SlackLife.StartAsync(mode, store.Add);
        store.IsAway = true;

        var mention = await life.Slack.MentionAsync(life.Ana, life.General, "salary");
        var command = await life.CommandAsync("salary");
        Assert.Contains("salary", command.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(mode == SlackMode.Sockets ? life.Slack.Unacknowledged.Contains(mention) : life.Slack.HttpAnswers.Any(answer => answer.Status == 503));
        Assert.Empty(life.Slack.RepliesTo(mention));

        store.IsAway = false;
        for (var copy = 0; copy < 3; copy++)
        {
            await life.Slack.RedeliverAsync(mention);
        }

        await life.Slack.UntilAsync(() => life.Slack.RepliesTo(mention).Count > 0);
        await life.StopAsync();
        Assert.DoesNotContain(mention, life.Slack.Unacknowledged);
        Assert.Single(life.Slack.RepliesTo(mention));
    }

    [Fact]
    public async Task What_Was_Acknowledged_Before_A_Program_Ended_Is_Answered_Once_By_The_Next()
    {
        using var store = new TestStore();
        await using var life = await SlackLife.PrepareAsync(store);
        var slow = new SlowHandler();
        await life.StartBotAsync(change: slow.Add);
        var mention = await life.Slack.MentionAsync(life.Ana, life.General, SlowHandler.Verb);
        await life.Slack.UntilAsync(() => life.Slack.Unacknowledged.Count == 0);
        await life.EndBotAsync();
        Assert.Empty(life.Slack.RepliesTo(mention));

        await life.StartBotAsync();
        await life.Slack.RedeliverAsync(mention);
        await life.MarkAsync();
        Assert.Empty(life.Slack.RepliesTo(mention));

        await life.PassUntilAsync(() => life.Slack.RepliesTo(mention).Count > 0);
        var later = life.Clock.GetUtcNow() + (2 * Lease);
        await life.PassUntilAsync(() => life.Clock.GetUtcNow() >= later);
        await life.StopAsync();
        Assert.Single(life.Slack.RepliesTo(mention));
    }

    [PostgresFact]
    public async Task Of_Two_Programs_On_One_Store_One_Answers_However_Often_An_Event_Comes()
    {
        await using var life = await SlackLife.PrepareAsync();
        await using var store = new FreshPostgres { Clock = life.Clock };
        await store.StartAsync();
        var handlers = new[] { new InstantHandler(), new InstantHandler() };
        foreach (var handler in handlers)
        {
            await life.StartBotAsync(change: services =>
            {
                handler.Add(services);
                services.AddSingleton<Database>(store.Open());
            });
        }

        var mentions = new List<Delivery>();
        for (var number = 0; number < 20; number++)
        {
            var mention = await life.Slack.MentionAsync(life.Ana, life.Slack.AddChannel($"c{number}"), InstantHandler.Verb);
            mentions.Add(mention);
            for (var copy = 0; copy < 7; copy++)
            {
                await life.Slack.RedeliverAsync(mention);
            }
        }

        await life.Slack.UntilAsync(() => mentions.TrueForAll(mention => life.Slack.EnvelopesOf(mention).All(envelope => envelope.IsAcked)));
        await life.Slack.UntilAsync(() => mentions.TrueForAll(mention => life.Slack.RepliesTo(mention).Count > 0));
        await life.MarkAsync();

        // The last one is the mark's.
        Assert.Equal(20 + 1, handlers.Sum(handler => handler.Calls));
        Assert.All(mentions, mention => Assert.Single(life.Slack.RepliesTo(mention)));
        Assert.Equal(4, mentions.SelectMany(life.Slack.EnvelopesOf).Select(envelope => envelope.AckedOn).Distinct().Count());
    }
}
