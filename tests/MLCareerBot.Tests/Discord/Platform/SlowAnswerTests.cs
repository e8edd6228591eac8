using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Answers that take longer than Discord waits (fault rows 38 and 39).</summary>
public sealed class SlowAnswerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SlowHandler _slow = new();

    [Fact]
    public async Task What_Takes_Ten_Seconds_Is_Promised_After_One_And_Delivered_Later()
    {
        await using var life = await DiscordLife.StartAsync(_slow.Add);
        var asked = await AskSlowlyAsync(life);

        Assert.Equal((CallbackType.DeferredMessage, true, true), (Answer(life, asked).Callback, Answer(life, asked).IsThinking, Answer(life, asked).IsEphemeral));
        Assert.Equal(Second, Answer(life, asked).After);

        life.Clock.Advance(9 * Second);
        _slow.Finish();
        var answer = await life.Discord.WaitForAnswerAsync(asked);

        Assert.Contains("That took a while.", answer.Message.Text(), StringComparison.Ordinal);
        Assert.True(answer.IsEphemeral);
        Assert.Empty(answer.FollowUps);
    }

    [Fact]
    public async Task A_Slow_Answer_Holds_Up_Neither_Others_Nor_The_Heartbeat()
    {
        await using var life = await DiscordLife.StartAsync(_slow.Add);
        await AskSlowlyAsync(life);

        var other = await life.CommandAsync("career salary");
        Assert.Equal(TimeSpan.Zero, other.After);

        life.Clock.Advance(life.Discord.Gateway.HeartbeatInterval);
        await life.Discord.UntilAsync(() => life.Discord.Frames.Any(frame => frame.Op == 1));
    }

    [Fact]
    public async Task A_Promise_To_Everyone_Is_Taken_Back_When_The_Answer_Is_For_The_Asker()
    {
        await using var life = await DiscordLife.StartAsync(_slow.Add);
        var shared = Interaction.Click(new() { ["id"] = "1" }, $"v1:share:{SlowHandler.Verb}");
        var asked = await life.Discord.InteractAsync(life.Ana, life.General, shared);
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == Second);
        life.Clock.Advance(Second);
        await life.Discord.UntilAsync(() => life.Discord.AnswerTo(asked) is not null);

        _slow.Finish(new("Oh", new ReplyBlock.Paragraph("Only for you.")) { IsPrivate = true });
        await life.Discord.UntilAsync(() => life.Discord.AnswerTo(asked)?.FollowUps.Count == 1);

        Assert.Empty(life.Discord.VisibleMessages(life.General));
        Assert.Contains("Only for you.", Answer(life, asked).FollowUps[0].Text(), StringComparison.Ordinal);
        Assert.Null(Answer(life, asked).Message);
    }

    [Fact]
    public async Task A_Promised_Answer_That_Discord_Refuses_Is_Owned_Up_To()
    {
        await using var life = await DiscordLife.StartAsync(_slow.Add);
        var asked = await AskSlowlyAsync(life);
        life.Discord.Faults.Next("PATCH webhooks/**", Fault.Refusal(400, 50035, "Invalid Form Body"));

        _slow.Finish();

        Assert.Contains("Something went wrong", (await life.Discord.WaitForAnswerAsync(asked)).Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Answer_After_A_Quarter_Of_An_Hour_Is_Dropped_And_Noted()
    {
        await using var life = await DiscordLife.StartAsync(_slow.Add);
        var asked = await AskSlowlyAsync(life);

        life.Clock.Advance(TimeSpan.FromMinutes(16));
        _slow.Finish();
        await life.Bot.Log.UntilAsync("could not be answered any more");

        Assert.True(Answer(life, asked).IsThinking);
    }

    private static InteractionAnswer Answer(DiscordLife life, SentInteraction asked) => life.Discord.AnswerTo(asked)!;

    private static async Task<SentInteraction> AskSlowlyAsync(DiscordLife life)
    {
        var asked = await life.Discord.InteractAsync(life.Ana, life.General, Interaction.Command($"career {SlowHandler.Verb}"));
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == Second);
        life.Clock.Advance(Second);
        await life.Discord.UntilAsync(() => life.Discord.AnswerTo(asked) is not null);
        return asked;
    }
}
