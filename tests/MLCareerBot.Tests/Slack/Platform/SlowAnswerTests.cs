using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack.Platform;
using MLCareerBot.Tests.Discord.Platform;
using MLCareerBot.Tests.Slack.Protocol.Socket;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>What is slow, or too much, holds up no acknowledgement (fault row 38).</summary>
public sealed class SlowAnswerTests
{
    private readonly SlowHandler _slow = new();

    public static TheoryData<SlackMode> Modes => [SlackMode.Sockets, SlackMode.Http];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task What_Takes_Ten_Seconds_Is_Acknowledged_At_Once_And_Answered_Later(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode, _slow.Add);

        var command = await life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", SlowHandler.Verb);
        var mention = await life.Slack.MentionAsync(life.Ana, life.General, SlowHandler.Verb);
        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], [await AckAsync(life, command), await AckAsync(life, mention)]);

        // Others are answered meanwhile.
        await life.CommandAsync("salary");
        await life.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(life.Slack.EphemeralsFor(life.Ana));

        _slow.Finish();
        await life.Slack.UntilAsync(() => life.Slack.EphemeralsFor(life.Ana).Count == 2 && life.Slack.RepliesTo(mention).Count == 1);
        Assert.Contains("That took a while.", life.Slack.EphemeralsFor(life.Ana)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_Too_Much_To_Do_People_Are_Told_And_Events_Come_Again()
    {
        await using var life = await SlackLife.StartAsync();
        var done = new TaskCompletionSource();
        var work = life.Bot.Services.GetRequiredService<OngoingWork>();
        for (var piece = 0; piece < OngoingWork.Most; piece++)
        {
            work.Start(_ => done.Task);
        }

        var told = await life.CommandAsync("salary");
        var mention = await life.Slack.MentionAsync(life.Ana, life.General, "salary");
        await life.CommandAsync("salary");
        Assert.StartsWith("I have too much to do", told.Text, StringComparison.Ordinal);
        Assert.Empty(life.Slack.Responses);

        done.SetResult();
        await SocketBed.UntilAsync(() => !work.IsFull);
        await life.PublicAnswerAsync(life.General, () => life.Slack.RedeliverUnacknowledgedAsync());
        Assert.Single(life.Slack.RepliesTo(mention));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Told_To_Stop_It_Finishes_The_Answer_Under_Way_And_Says_Goodbye(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode, _slow.Add);
        var command = await life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", SlowHandler.Verb);
        await AckAsync(life, command);

        var stopping = life.StopAsync();
        _slow.Finish();
        await stopping;

        Assert.Contains("That took a while.", Assert.Single(life.Slack.EphemeralsFor(life.Ana)).Text, StringComparison.Ordinal);
        Assert.All(life.Slack.Connections, connection => Assert.Equal(1000, connection.ClientCloseCode));
        Assert.Equal(PlatformState.Stopped, life.Platform.Status.State);
    }

    [Fact]
    public async Task Told_To_Stop_It_Waits_Six_Seconds_And_No_Longer()
    {
        await using var life = await SlackLife.StartAsync(change: _slow.Add);
        await AckAsync(life, await life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", SlowHandler.Verb));

        var stopping = life.StopAsync();
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(6));
        life.Clock.Advance(TimeSpan.FromSeconds(6));
        await stopping;

        Assert.Empty(life.Slack.EphemeralsFor(life.Ana));
    }

    private static async Task<TimeSpan?> AckAsync(SlackLife life, Delivery delivery) => life.Slack.HttpEndpoints is null
        ? (await life.Slack.UntilAcknowledgedAsync(delivery)).AckLatency
        : life.Slack.HttpAnswers.Single(answer => answer.Delivery == delivery).Elapsed;
}
