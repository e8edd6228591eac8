using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>One reply per event however often it comes, on whatever connection (fault rows 40 and 41, threat 15).</summary>
public sealed class DuplicateTests
{
    private readonly InstantHandler _sources = new();

    [Fact]
    public async Task An_Event_That_Comes_A_Hundred_Times_On_Two_Connections_Gets_One_Reply()
    {
        await using var life = await SlackLife.StartAsync();
        var mention = await life.Slack.MentionAsync(life.Ana, life.General, "salary");
        for (var copy = 1; copy < 100; copy++)
        {
            await life.Slack.RedeliverAsync(mention);
        }

        await life.Slack.UntilAsync(() => life.Slack.EnvelopesOf(mention) is { Count: 100 } sent && sent.All(envelope => envelope.IsAcked));
        await life.StopAsync();

        Assert.Equal(2, life.Slack.EnvelopesOf(mention).Select(envelope => envelope.AckedOn).Distinct().Count());
        Assert.Single(life.Slack.RepliesTo(mention));
    }

    [Fact]
    public async Task A_Mention_That_Comes_As_A_Message_Too_Gets_One_Reply_In_Either_Order()
    {
        await using var life = await SlackLife.StartAsync();
        var (first, second) = (life.Slack.Events.Mention(life.Ana, life.General, "salary"), life.Slack.Events.Mention(life.Ana, life.General, "salary"));

        await life.Slack.DeliverAsync(first);
        await life.Slack.DeliverAsync(life.Slack.Events.AsMessage(first));
        await life.Slack.DeliverAsync(life.Slack.Events.AsMessage(second));
        await life.Slack.DeliverAsync(second);
        await life.Slack.UntilAsync(() => life.Slack.Unacknowledged.Count == 0);
        await life.StopAsync();

        Assert.Single(life.Slack.RepliesTo(first));
        Assert.Single(life.Slack.RepliesTo(second));
    }

    [Fact]
    public async Task Of_A_Thousand_Replays_Over_Http_Each_Has_One_Effect()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http, _sources.Add);
        var answer = await life.CommandAsync("salary");
        Delivery[] deliveries =
        [
            life.Slack.Events.Mention(life.Ana, life.General, InstantHandler.Verb),
            life.Slack.Events.DirectMessage(life.Ana, InstantHandler.Verb),
            life.Slack.Interactions.SlashCommand(life.Ana, life.General, "/career", InstantHandler.Verb),
            life.Slack.Interactions.Click(life.Ana, answer, answer.ButtonId(answer.Buttons()[0])),
        ];

        for (var replay = 0; replay < 1_000; replay++)
        {
            await Task.WhenAll(deliveries.Select(life.Slack.DeliverAsync));
        }

        await life.StopAsync();
        Assert.All(life.Slack.HttpAnswers, taken => Assert.Equal(200, taken.Status));
        Assert.Equal(3, _sources.Calls);
        Assert.Equal((2, 3), (life.Slack.RequestsTo("chat.postMessage").Count, life.Slack.Responses.Count));
    }

    [Fact]
    public async Task A_Refresh_In_The_Middle_Of_Ten_Thousand_Events_Loses_None_And_Doubles_None()
    {
        const int Events = 10_000;
        const int Wave = 500;
        await using var life = await SlackLife.StartAsync(change: _sources.Add);
        var leaving = life.Slack.SocketMode.Connections[0];
        var channel = life.General;

        for (var sent = 1; sent <= Events; sent++)
        {
            // Slack takes three messages at once in a channel, then one a second.
            channel = sent % 3 == 1 ? life.Slack.AddChannel($"c{sent}") : channel;
            await life.Slack.MentionAsync(life.Ana, channel, InstantHandler.Verb);
            if (sent == Events / 2)
            {
                await leaving.DisconnectAsync(DisconnectReason.RefreshRequested);
                await life.Slack.UntilConnectedAsync(3);
                await leaving.CloseAsync();
            }

            if (sent % Wave == 0)
            {
                await life.Slack.UntilAsync(() => _sources.Calls == sent);
            }
        }

        await life.StopAsync();
        Assert.Empty(life.Slack.Unacknowledged);
        var threads = life.Slack.RequestsTo("chat.postMessage").Select(post => post["thread_ts"]).ToList();
        Assert.Equal((Events, Events, Events), (threads.Count, threads.Distinct(StringComparer.Ordinal).Count(), _sources.Calls));
    }
}
